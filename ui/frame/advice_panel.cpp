// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/advice_panel.h"

#include "ui/frame/fixes_model.h"
#include "ui/plots/stale_watch.h"
#include "ui/session/engine_choices.h"
#include "ui/session/fixes.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/row_width.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace bellweave::ui {
namespace {

constexpr int kMarkRoom = 30;
constexpr int kEdge = 10;

int factLine() { return textRoom(17); }
int rowPadding() { return padding(7); }

/// The change in up to three lines, below it what it reaches and costs, and what it worsens.
class FixDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const engine::Fix* fix = fixOf(index);
        if (!fix) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto* model = qobject_cast<const FixesModel*>(index.model());
        if (model && model->isOutdated()) painter->setOpacity(kStaleOpacity);
        QRect r = option.rect;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected) painter->fillRect(r, theme().selectedRow);
        painter->fillRect(QRect(r.left() + kMarkRoom, r.bottom(), r.width() - kMarkRoom, 1), theme().line);
        paintMark(*painter, fix->solves ? Mark::Feasible : Mark::Marginal, QPointF(r.left() + 17, r.top() + rowPadding() + textRoom(8)), 13.0);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        r.setWidth(view ? rowWidth(*view) : r.width());
        r.adjust(kMarkRoom, rowPadding(), -kEdge, -rowPadding());
        painter->setFont(uiFont(12.5));
        painter->setPen(theme().text);
        QRect used;
        painter->drawText(r, Qt::TextWordWrap, fix->sentence, &used);
        r.setTop(used.bottom() + 3);
        painter->setFont(uiFont(12));
        painter->setPen(theme().textSecond);
        painter->drawText(r, Qt::AlignLeft | Qt::AlignTop, FixesModel::reachedText(*fix));
        r.setTop(r.top() + factLine());
        painter->setPen(theme().warn);
        painter->drawText(r, Qt::TextWordWrap, FixesModel::worsensText(*fix));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const engine::Fix* fix = fixOf(index);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (!fix || !view) return {};
        const int width = rowWidth(*view) - kMarkRoom - kEdge;
        const auto height = [&](const QFont& font, const QString& text) {
            return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
        };
        return {100, 2 * rowPadding() + height(uiFont(12.5), fix->sentence) + 3 + factLine() + height(uiFont(12), FixesModel::worsensText(*fix))};
    }

private:
    static const engine::Fix* fixOf(const QModelIndex& index)
    {
        const auto* model = qobject_cast<const FixesModel*>(index.model());
        return model ? model->fix(index) : nullptr;
    }
};

QString stoppedSentence()
{
    return searchesFixesByItself() ? AdvicePanel::tr("The search for changes that help was stopped. The next edit starts it again.")
                                   : AdvicePanel::tr("Changes that help are searched when you ask: so it is chosen in the preferences.");
}

bool lacksSearch(const Session& session)
{
    const auto evaluation = session.evaluation();
    return evaluation && !evaluation->verdict.fixesSearched && session.isFixSearchStopped();
}

/// `present`: what stands there, which stays while a search is young.
QString captionOf(const Session& session, const FixesModel& model, const QString& present)
{
    const auto evaluation = session.evaluation();
    if (!evaluation) return {};
    const engine::Verdict& verdict = evaluation->verdict;
    const Demand* worst = session.network().demands.find(verdict.worst);
    if (!worst) return {};
    if (lacksSearch(session)) return stoppedSentence();
    if (!verdict.fixesSearched) return model.isOutdated() ? AdvicePanel::tr("Searching anew; what stands here is of the design before.") : present;
    return AdvicePanel::tr("For %1, cheapest first. %n single change(s) tried.", nullptr, verdict.fixesTried)
        .arg(displayName(session.network(), *worst));
}

QString emptySentence(const Session& session)
{
    const auto evaluation = session.evaluation();
    if (!evaluation || session.network().demands.empty()) return AdvicePanel::tr("Add a demand: advice is about what it lacks.");
    const engine::Verdict& verdict = evaluation->verdict;
    if (lacksSearch(session)) return stoppedSentence();
    if (!verdict.fixesSearched) return AdvicePanel::tr("Searching for changes that help…");
    if (verdict.level == engine::VerdictLevel::Feasible) return AdvicePanel::tr("Every demand is met with room to spare. Nothing needs a fix.");
    if (verdict.fixesTried == 0) return AdvicePanel::tr("No change was tried: there is no route to change.");
    return AdvicePanel::tr("None of %n single change(s) helps.", nullptr, verdict.fixesTried);
}

} // namespace

AdvicePanel::AdvicePanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new FixesModel(session, this)), m_caption(new QLabel(this)),
      m_list(new QListView(this)), m_empty(new QLabel(this)), m_search(new QPushButton(tr("Search now"), this)),
      m_preview(new QPushButton(tr("Preview fix"), this)),
      m_apply(new QPushButton(tr("Apply"), this)), m_discard(new QPushButton(tr("Discard"), this))
{
    setAccessibleName(tr("Advice"));
    m_caption->setWordWrap(true);
    m_caption->setFont(uiFont(12));
    m_caption->setContentsMargins(kEdge, 8, kEdge, 6);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(kEdge, 10, kEdge, 10);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FixDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Fixes"));
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    setPrimary(*m_preview);
    setPrimary(*m_apply);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(kEdge, 8, kEdge, 8);
    buttons->setSpacing(8);
    for (QPushButton* button : {m_search, m_preview, m_apply, m_discard}) buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(buttons);

    connect(m_search, &QPushButton::clicked, &session, &Session::searchFixes);
    connect(m_list, &QListView::clicked, this, &AdvicePanel::previewCurrent);
    connect(m_list, &QListView::activated, this, &AdvicePanel::previewCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AdvicePanel::refreshButtons);
    connect(m_preview, &QPushButton::clicked, this, &AdvicePanel::previewCurrent);
    connect(m_apply, &QPushButton::clicked, this, &AdvicePanel::applyCurrent);
    connect(m_discard, &QPushButton::clicked, &session.preview(), &Preview::discard);
    connect(&session.preview(), &Preview::changed, this, &AdvicePanel::refreshButtons);
    connect(&session, &Session::evaluationChanged, this, &AdvicePanel::follow);
    connect(m_model, &FixesModel::outdatedChanged, this, &AdvicePanel::follow);
    connect(&session, &Session::networkChanged, this, &AdvicePanel::follow);
    follow();
}

void AdvicePanel::follow()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_caption->setText(captionOf(m_session, *m_model, m_caption->text()));
    m_caption->setVisible(!isEmpty);
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(emptySentence(m_session));
    refreshButtons();
}

int AdvicePanel::currentRow() const { return std::max(m_list->currentIndex().row(), 0); }

void AdvicePanel::refreshButtons()
{
    const bool isShown = m_session.preview().isShown();
    const bool canFix = fixAt(m_session, static_cast<std::size_t>(currentRow())) && !m_session.isReadOnly();
    const bool asks = lacksSearch(m_session) && m_session.network().demands.find(m_session.evaluation()->verdict.worst);
    m_search->setVisible(asks && !isShown);
    m_preview->setVisible(!isShown && !asks);
    m_preview->setEnabled(canFix);
    m_apply->setVisible(isShown);
    m_apply->setEnabled(!m_session.isReadOnly());
    m_discard->setVisible(isShown);
}

void AdvicePanel::previewCurrent() { previewFix(m_session, static_cast<std::size_t>(currentRow())); }

void AdvicePanel::applyCurrent() { applyFix(m_session, static_cast<std::size_t>(currentRow())); }

} // namespace bellweave::ui
