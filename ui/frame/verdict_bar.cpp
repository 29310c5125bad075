// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/verdict_bar.h"

#include "ui/frame/verdict_segment.h"
#include "ui/plots/stale_watch.h"
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

} // namespace

VerdictBar::VerdictBar(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stale(new StaleWatch(session, this)), m_cell(new VerdictCell(this)),
      m_more(new QToolButton(this)), m_apply(new QPushButton(tr("Apply fix"), this)),
      m_others(new QPushButton(this)), m_otherFixes(new QMenu(this)), m_dropped(new QMenu(this))
{
    setFixedHeight(52);
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
    setPrimary(*m_apply);
    m_apply->setAccessibleDescription(tr("Makes the cheapest change that was found, as one undo step"));
    m_others->setMenu(m_otherFixes);
    for (QPushButton* button : {m_apply, m_others}) {
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
    connect(m_apply, &QPushButton::clicked, this, &VerdictBar::applyCheapestFix);
    connect(m_dropped, &QMenu::aboutToShow, this, &VerdictBar::fillMore);
    connect(m_otherFixes, &QMenu::aboutToShow, this, &VerdictBar::fillOthers);
    connect(m_stale, &StaleWatch::dimChanged, this, &VerdictBar::setDim);
    connect(&m_session, &Session::evaluationChanged, this, &VerdictBar::refresh);
    connect(&m_session, &Session::networkChanged, this, &VerdictBar::refresh);
    connect(&m_session, &Session::networkReset, this, &VerdictBar::forgetWidths);
    connect(&m_session, &Session::selectionChanged, this, &VerdictBar::forgetWidths);
}

void VerdictBar::refresh()
{
    m_text = verdictText(m_session.network(), m_session.evaluation().get(), selectedDemand(m_session));
    m_cell->setText(m_text);
    const std::optional<VerdictSegment>* parts[PartCount] = {&m_text.demand, &m_text.fidelity, &m_text.rate,
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
    const bool ready = canApplyFix();
    m_apply->setEnabled(ready);
    m_others->setEnabled(ready);
    const auto evaluation = m_session.evaluation();
    // While fixes are searched, during a drag say, the buttons stay where they are and only wait.
    if (evaluation && !evaluation->verdict.fixesSearched) return;
    const std::size_t fixes = evaluation ? evaluation->verdict.fixes.size() : 0;
    m_apply->setVisible(fixes > 0);
    m_others->setVisible(fixes > 1);
    if (fixes > 0) m_apply->setText(evaluation->verdict.fixes.front().solves ? tr("Apply fix") : tr("Apply step"));
    if (fixes > 1) m_others->setText(tr("%n other(s)", nullptr, static_cast<int>(fixes) - 1));
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
    int width = m_cell->sizeHint().width() + 40 + m_apply->sizeHint().width() + m_others->sizeHint().width();
    for (const VerdictSegmentView* segment : m_segments)
        if (!segment->isHidden()) width += segment->wantedWidth();
    return width;
}

void VerdictBar::dropSegments()
{
    // The limit and the fix may shorten themselves with dots a little; beyond that, whole segments go.
    constexpr int kGive = 260;
    for (std::size_t part = 0; part < PartCount; ++part) m_segments[part]->setVisible(m_present[part]);
    bool dropped = false;
    const auto drop = [&](Part part, bool tooNarrow) {
        if (!m_present[part] || !tooNarrow) return;
        m_segments[part]->hide();
        dropped = true;
    };
    drop(FixPart, width() < kFixNeeds || widthOfAll() - kGive > width());
    drop(LimitPart, width() < kLimitNeeds || widthOfAll() - kGive > width());
    drop(RatePart, widthOfAll() - kGive > width());
    m_more->setVisible(dropped);
}

bool VerdictBar::canApplyFix() const
{
    return m_session.evaluation() && !m_session.isStale() && !m_session.evaluation()->verdict.fixes.empty();
}

void VerdictBar::applyFix(std::size_t index)
{
    // A fix is an edit of the very design it was searched for.
    if (!canApplyFix() || index >= m_session.evaluation()->verdict.fixes.size()) return;
    const engine::Fix fix = m_session.evaluation()->verdict.fixes[index];
    m_session.push(fix.patch, tr("Apply %1").arg(fix.sentence));
}

void VerdictBar::fillOthers()
{
    m_otherFixes->clear();
    const auto evaluation = m_session.evaluation();
    if (!evaluation) return;
    const auto& fixes = evaluation->verdict.fixes;
    for (std::size_t index = 1; index < fixes.size(); ++index) {
        const engine::Fix& fix = fixes[index];
        const QString text = tr("%1 for %2: F %3, %4 ebit/s")
                                 .arg(fix.sentence, priceText(fix.price), fidelityText(fix.fidelityAfter),
                                      rateText(fix.rateAfter));
        QAction* action = m_otherFixes->addAction(text, this, [this, index] { applyFix(index); });
        if (fix.solves) action->setIcon(themedIcon(Icon::Fix));    // a tick: it solves, the others only help
        action->setStatusTip(fix.worsens.isEmpty() ? QString() : tr("It worsens: %1").arg(fix.worsens));
    }
}

void VerdictBar::fillMore()
{
    m_dropped->clear();
    for (std::size_t part = 0; part < PartCount; ++part) {
        if (!m_present[part] || !m_segments[part]->isHidden()) continue;
        const VerdictSegment& segment = m_segments[part]->segment();
        const QString text = tr("%1: %2").arg(segment.caption, segment.plain());
        m_dropped->addAction(text, this, [text] { QGuiApplication::clipboard()->setText(text); })
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
