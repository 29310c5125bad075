// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/findings_panel.h"

#include "ui/frame/findings_model.h"
#include "ui/frame/panel_head.h"
#include "ui/style/empty_note.h"
#include "ui/style/icons.h"
#include "ui/style/row_width.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace bellweave::ui {

namespace {

constexpr int kMarkRoom = 30;

Mark markOf(Severity severity)
{
    switch (severity) {
    case Severity::Problem: return Mark::Failed;
    case Severity::Warning: return Mark::Warning;
    case Severity::Note: break;
    }
    return Mark::NotComputed;
}

/// A mark and a sentence of up to two lines.
class FindingDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* model = qobject_cast<const FindingsModel*>(index.model());
        const Finding* finding = model ? model->finding(index) : nullptr;
        if (!finding) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect r = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(r, theme().selectedRow);
        paintMark(*painter, markOf(finding->severity), QPointF(r.left() + 17, r.top() + padding(4) + textRoom(9)), 14.0);
        painter->setFont(uiFont(12));
        painter->setPen(theme().text);
        const QRect textArea = r.adjusted(kMarkRoom, padding(4), -8, -padding(4));
        painter->drawText(textArea, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, finding->sentence);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const int width = (view ? rowWidth(*view) : 320) - kMarkRoom - 8;
        const QRect text = QFontMetrics(uiFont(12)).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap,
                                                                 index.data().toString());
        return {100, qMax(rowHeight(26), text.height() + padding(8))};
    }
};

/// What an empty list means.
QString emptySentence(const Session& session)
{
    if (!session.evaluation()) return FindingsPanel::tr("The design is being checked…");
    const Network& network = session.network();
    return FindingsPanel::tr("No problems found. Checked: ids, ends, places, equipment and values of %1 sites, %2 links and %3 demands, "
                             "and what physics makes of them.")
        .arg(network.sites.size()).arg(network.links.size()).arg(network.demands.size());
}

QToolButton* makeButton(QWidget* parent, Icon icon, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindingsPanel::FindingsPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new FindingsModel(session, this)),
      m_head(new PanelHead(tr("Problems"), this)), m_list(new QListView(this)),
      m_go(makeButton(m_head, Icon::Go, tr("Go"), tr("Shows where it is (Enter)"))),
      m_fix(makeButton(m_head, Icon::Fix, tr("Fix"), tr("Makes the suggested change, as one undo step")))
{
    setAccessibleName(tr("Problems"));
    m_head->addButton(m_go);
    m_head->addButton(m_fix);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setAccessibleName(tr("Problems"));
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_empty = new EmptyNote(*m_list, [&session] { return emptySentence(session); });
    setFocusProxy(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_list, 1);

    connect(m_go, &QToolButton::clicked, this, &FindingsPanel::go);
    connect(m_fix, &QToolButton::clicked, this, &FindingsPanel::fix);
    connect(m_list, &QListView::clicked, this, &FindingsPanel::go);
    connect(m_list, &QListView::activated, this, &FindingsPanel::go);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::refresh);
    connect(&session, &Session::evaluationChanged, this, &FindingsPanel::refresh);
    connect(&session, &Session::networkChanged, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::refresh()
{
    const int count = m_model->rowCount();
    m_head->setTitle(count > 0 ? tr("Problems %1").arg(count) : tr("Problems"));
    m_go->setEnabled(m_model->finding(m_list->currentIndex()));
    m_fix->setEnabled(canFix());
    m_empty->refresh();
    Q_EMIT countChanged(count);
    update();
}

bool FindingsPanel::canFix() const
{
    const Finding* finding = m_model->finding(m_list->currentIndex());
    return finding && finding->suggestedPatch && !m_session.isStale();
}

void FindingsPanel::go()
{
    const Finding* finding = m_model->finding(m_list->currentIndex());
    if (finding && !std::holds_alternative<std::monostate>(finding->element)) m_session.reveal(finding->element);
}

void FindingsPanel::fix()
{
    if (!canFix()) return;
    const Finding finding = *m_model->finding(m_list->currentIndex());
    m_session.push(*finding.suggestedPatch, finding.suggestion.isEmpty() ? tr("Fix a problem") : finding.suggestion);
}

void FindingsPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme().panel);
}

} // namespace bellweave::ui
