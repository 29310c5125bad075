// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/verdict_bar.h"

#include "ui/frame/verdict_segment.h"
#include "ui/plots/stale_watch.h"
#include "ui/session/fixes.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"
#include "ui/style/bellweave_style.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace bellweave::ui {

namespace {

enum Part : std::size_t { DemandPart, FidelityPart, RatePart, LimitPart, FixPart, PartCount };

/// Below these widths of the window a segment moves into the More menu, whatever its length.
constexpr int kFixNeeds = 1400;
constexpr int kLimitNeeds = 1240;
constexpr int kRestMilliseconds = 500;

DemandId selectedDemand(const Session& session)
{
    const ElementRef current = session.currentElement();
    const auto* demand = std::get_if<DemandId>(&current);
    return demand ? *demand : DemandId();
}

/// What is previewed, with what the worst demand then reaches.
VerdictSegment previewSegment(const Preview& preview, const std::optional<VerdictSegment>& without)
{
    VerdictSegment segment{VerdictBar::tr("Preview"), {{preview.title()}}, preview.title(), QStringLiteral("verdict.demands_met")};
    const auto& evaluation = preview.evaluation();
    const engine::DemandResult* worst = evaluation ? evaluation->find(evaluation->verdict.worst) : nullptr;
    if (worst) segment.value.push_back({u' ' + VerdictBar::tr("then %1 of %2 met").arg(evaluation->verdict.met).arg(evaluation->verdict.demands),
                                        evaluation->verdict.met == evaluation->verdict.demands ? Tone::Ok : Tone::Warn});
    if (without) segment.toolTip = VerdictBar::tr("%1. Before: %2", "previewed change, cheapest fix").arg(preview.title(), without->plain());
    return segment;
}

} // namespace

VerdictBar::VerdictBar(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stale(new StaleWatch(session, this)), m_cell(new VerdictCell(this)),
      m_more(new QToolButton(this)), m_fix(new QPushButton(tr("Preview fix"), this)),
      m_others(new QPushButton(this)), m_dropped(new QMenu(this))
{
    followMeasures(*this, [this] { setFixedHeight(verdictHeight()); });
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 12, 0);
    row->setSpacing(0);
    addSegments(*row);
    row->addStretch(1);
    addButtons(*row);
    connectAll();
    refresh();
}

void VerdictBar::addSegments(QBoxLayout& row)
{
    row.addWidget(m_cell);
    for (std::size_t part = 0; part < PartCount; ++part) {
        m_segments.push_back(new VerdictSegmentView(this));
        m_present.push_back(false);
        row.addWidget(m_segments.back());
    }
    m_segments[LimitPart]->setShortens(true);
    m_segments[FixPart]->setShortens(true);
    m_more->setText(tr("More"));
    m_more->setIcon(themedIcon(Icon::More));
    m_more->setToolTip(tr("What does not fit into the bar"));
    m_more->setAccessibleName(tr("More of the verdict"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_dropped);
    row.addSpacing(8);
    row.addWidget(m_more);
}

void VerdictBar::addButtons(QBoxLayout& row)
{
    setPrimary(*m_fix);
    for (QPushButton* button : {m_fix, m_others}) {
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        row.addSpacing(8);
        row.addWidget(button);
    }
}

void VerdictBar::connectAll()
{
    connect(&m_rest, &QTimer::timeout, this, &VerdictBar::announce);
    connect(m_fix, &QPushButton::clicked, this, &VerdictBar::pressFix);
    connect(m_others, &QPushButton::clicked, this, &VerdictBar::pressOthers);
    connect(&m_session.preview(), &Preview::changed, this, &VerdictBar::refresh);
    connect(m_dropped, &QMenu::aboutToShow, this, &VerdictBar::fillMore);
    connect(&MeasureChanges::instance(), &MeasureChanges::changed, this, &VerdictBar::forgetWidths);
    connect(m_stale, &StaleWatch::dimChanged, this, &VerdictBar::setDim);
    connect(&m_session, &Session::evaluationChanged, this, &VerdictBar::refresh);
    connect(&m_session, &Session::networkChanged, this, &VerdictBar::refresh);
    connect(&m_session, &Session::networkReset, this, &VerdictBar::forgetWidths);
    connect(&m_session, &Session::selectionChanged, this, &VerdictBar::forgetWidths);
}

void VerdictBar::refresh()
{
    m_text = verdictText(m_session.network(), m_session.evaluation().get(), selectedDemand(m_session));
    const auto evaluation = m_session.evaluation();
    const bool isUnsearched = evaluation && !evaluation->verdict.fixesSearched && m_session.isFixSearchStopped();
    if (isUnsearched && m_text.fix && evaluation->verdict.level != engine::VerdictLevel::Feasible) m_text.fix = unsearchedSegment();
    if (m_session.preview().isShown()) m_text.fix = previewSegment(m_session.preview(), m_text.fix);
    m_cell->setText(m_text);
    const std::optional<VerdictSegment>* parts[PartCount] = {&m_text.demand, &m_text.first, &m_text.second,
                                                             &m_text.limit, &m_text.fix};
    for (std::size_t part = 0; part < PartCount; ++part) {
        m_present[part] = parts[part]->has_value();
        if (m_present[part]) m_segments[part]->setSegment(**parts[part]);
    }
    refreshButtons();
    setAccessibleName(m_text.sentence);
    dropSegments();
    m_rest.start();
    Q_EMIT fixAvailabilityChanged(canApplyFix());
}

void VerdictBar::refreshButtons()
{
    const bool isPreviewed = m_session.preview().isShown();
    const bool ready = isPreviewed || canApplyFix();
    m_fix->setEnabled(ready && !(isPreviewed && m_session.isReadOnly()));
    m_others->setEnabled(ready);
    const auto evaluation = m_session.evaluation();
    // While fixes are searched, during a drag say, the buttons stay where they are and only wait.
    if (evaluation && !evaluation->verdict.fixesSearched) return;
    const std::size_t fixes = evaluation ? evaluation->verdict.fixes.size() : 0;
    m_fix->setVisible(isPreviewed || fixes > 0);
    m_others->setVisible(isPreviewed || fixes > 1);
    if (isPreviewed) {
        m_fix->setText(tr("Apply"));
        m_fix->setAccessibleDescription(tr("Makes the previewed change, as one undo step"));
        m_others->setText(tr("Discard"));
        m_others->setAccessibleDescription(tr("Ends the preview; the design stays as it is"));
        return;
    }
    if (fixes > 0) m_fix->setText(evaluation->verdict.fixes.front().solves ? tr("Preview fix") : tr("Preview step"));
    m_fix->setAccessibleDescription(tr("Shows what the cheapest change would bring, without making it"));
    if (fixes > 1) m_others->setText(tr("%n other(s)", nullptr, static_cast<int>(fixes) - 1));
    m_others->setAccessibleDescription(tr("Lists all fixes that were found"));
}

void VerdictBar::forgetWidths()
{
    for (VerdictSegmentView* segment : m_segments) segment->forgetWidth();
    refresh();
}

void VerdictBar::setDim(bool dim)
{
    const double opacity = dim ? kStaleOpacity : 1.0;
    m_cell->setOpacity(opacity);
    for (VerdictSegmentView* segment : m_segments) segment->setOpacity(opacity);
}

int VerdictBar::widthOfAll() const
{
    int width = m_cell->sizeHint().width() + textRoom(40) + m_fix->sizeHint().width() + m_others->sizeHint().width();
    for (const VerdictSegmentView* segment : m_segments)
        if (!segment->isHidden()) width += segment->wantedWidth();
    return width;
}

void VerdictBar::dropSegments()
{
    // The limit and the fix may shorten themselves with dots a little; beyond that, whole segments go.
    for (std::size_t part = 0; part < PartCount; ++part) m_segments[part]->setVisible(m_present[part]);
    bool dropped = false;
    const auto drop = [&](Part part, bool tooNarrow) {
        if (!m_present[part] || !tooNarrow) return;
        m_segments[part]->hide();
        dropped = true;
    };
    const int give = textRoom(260);
    drop(FixPart, width() < textRoom(kFixNeeds) || widthOfAll() - give > width());
    drop(LimitPart, width() < textRoom(kLimitNeeds) || widthOfAll() - give > width());
    for (const Part part : {RatePart, FidelityPart, DemandPart}) {
        const bool canGive = m_segments[FixPart]->isVisibleTo(this) || m_segments[LimitPart]->isVisibleTo(this);
        drop(part, widthOfAll() - (canGive ? give : 0) > width());
    }
    m_more->setVisible(dropped);
}

bool VerdictBar::canApplyFix() const { return fixAt(m_session, 0) != nullptr; }

void VerdictBar::pressFix()
{
    if (m_session.preview().isShown()) applyFix(m_session, 0);
    else previewFix(m_session, 0);
}

void VerdictBar::pressOthers()
{
    if (m_session.preview().isShown()) m_session.preview().discard();
    else Q_EMIT adviceRequested();
}

void VerdictBar::fillMore()
{
    m_dropped->clear();
    for (std::size_t part = 0; part < PartCount; ++part) {
        if (!m_present[part] || !m_segments[part]->isHidden()) continue;
        const VerdictSegment& segment = m_segments[part]->segment();
        const QString text = tr("%1: %2").arg(segment.caption, segment.plain());
        constexpr int kLongestRow = 560;    // px
        const QString shown = m_dropped->fontMetrics().elidedText(text, Qt::ElideMiddle, kLongestRow).replace(u'&', QStringLiteral("&&"));
        m_dropped->addAction(shown, this, [text] { QGuiApplication::clipboard()->setText(text); })
            ->setStatusTip(tr("Copies this line"));
    }
}

void VerdictBar::copySentence() const { QGuiApplication::clipboard()->setText(m_text.sentence); }

void VerdictBar::announce()
{
    if (m_text.sentence == m_announced) return;
    m_announced = m_text.sentence;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void VerdictBar::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as sentence"), this, &VerdictBar::copySentence);
    menu.exec(event->globalPos());
}

void VerdictBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    dropSegments();
}

void VerdictBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(0, 0, width(), 1, theme().line);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace bellweave::ui
