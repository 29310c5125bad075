// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/pass_timeline.h"

#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace bellweave::ui {
namespace {

constexpr double kReach = 3.0;             // px beside a pass that still pick it
constexpr double kShortest = 1800.0;       // s that are seen at least
constexpr double kZoomStep = 1.25;
constexpr double kNotch = 120.0;

} // namespace

PassTimeline::PassTimeline(Session& session, OrbitController& orbits, QWidget* parent) : QAbstractScrollArea(parent), m_session(session), m_orbits(orbits)
{
    setAccessibleName(tr("Pass timeline"));
    setAccessibleDescription(tr("A row for each pair of ground stations and each station. Space plays, comma and full stop step, with Shift from pass to pass, up and down choose the row."));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    connect(&orbits, &OrbitController::almanacChanged, this, &PassTimeline::follow);
    connect(&orbits, &OrbitController::chosenChanged, this, &PassTimeline::redraw);
    connect(&orbits, &OrbitController::chosenChanged, this, [this] { setAccessibleName(m_orbits.row() ? tr("Pass timeline, %1").arg(rowName(*m_orbits.row())) : tr("Pass timeline")); });
    connect(&orbits.clock(), &OrbitClock::timeChanged, this, &PassTimeline::keepMomentSeen);
    connect(&orbits.clock(), &OrbitClock::spanChanged, this, [this] { showTimes(0.0, m_orbits.clock().span()); });
    connect(&session, &Session::evaluationChanged, this, &PassTimeline::redraw);
    followMeasures(*this, [this] { fitRows(), updateGeometry(), redraw(); });
    showTimes(0.0, orbits.clock().span());
}

int PassTimeline::nameWidth() { return textRoom(150); }

int PassTimeline::totalWidth() { return textRoom(98); }

int PassTimeline::axisHeight() { return rowHeight(24); }

int PassTimeline::rowSize() { return rowHeight(34); }

int PassTimeline::legendHeight() { return rowHeight(24); }

QSize PassTimeline::sizeHint() const { return {textRoom(700), axisHeight() + 5 * rowSize() + legendHeight()}; }

QSize PassTimeline::minimumSizeHint() const { return {textRoom(420), axisHeight() + 2 * rowSize() + legendHeight()}; }

void PassTimeline::follow()
{
    fitRows();
    redraw();
}

void PassTimeline::redraw()
{
    m_picture = QPixmap();
    viewport()->update();
}

void PassTimeline::scrollContentsBy(int, int) { redraw(); }

void PassTimeline::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) redraw();
}

void PassTimeline::fitRows()
{
    const auto rows = m_orbits.almanac() ? static_cast<int>(m_orbits.almanac()->rows().size()) : 0;
    const int room = viewport()->height() - axisHeight() - legendHeight();
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(rowSize());
    verticalScrollBar()->setRange(0, std::max(0, rows * rowSize() - room));
}

void PassTimeline::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitRows();
    redraw();
}

void PassTimeline::showTimes(double from, double until)
{
    const double span = std::max(1.0, m_orbits.clock().span()), length = std::clamp(until - from, std::min(kShortest, span), span);
    m_from = std::clamp(from, 0.0, span - length);
    m_until = m_from + length;
    redraw();
}

void PassTimeline::keepMomentSeen()
{
    const double time = m_orbits.clock().time(), length = m_until - m_from;
    if (time < m_from || time > m_until) showTimes(time - 0.1 * length, time + 0.9 * length);
    viewport()->update();
}

QString PassTimeline::rowName(std::size_t row) const { return ui::rowName(m_session.network(), m_orbits.almanac()->rows()[row]); }

QString PassTimeline::rowTotal(std::size_t row) const
{
    const engine::SkyRow& shown = m_orbits.almanac()->rows()[row];
    const auto evaluation = m_session.evaluation();
    if (!shown.isPair() || !evaluation) return {};
    for (const DemandId id : m_orbits.demandsOver(shown)) {
        const engine::DemandResult* result = evaluation->find(id);
        if (!result->course) continue;
        const bool isKey = m_session.network().demands.find(id)->purpose == Purpose::SecretKey;
        return isKey ? tr("%1 bit").arg(figures::figureText(result->course->keyBits, 3)) : tr("%1 pairs").arg(figures::figureText(result->course->pairs, 3));
    }
    return {};
}

double PassTimeline::xOf(double time) const
{
    const double width = viewport()->width() - nameWidth() - totalWidth();
    return nameWidth() + width * (time - m_from) / (m_until - m_from);
}

double PassTimeline::timeAt(double x) const
{
    const double width = std::max(1.0, static_cast<double>(viewport()->width() - nameWidth() - totalWidth()));
    return m_from + (x - nameWidth()) / width * (m_until - m_from);
}

QRectF PassTimeline::boxOf(std::size_t row) const
{
    return {0.0, static_cast<double>(axisHeight() + static_cast<int>(row) * rowSize() - verticalScrollBar()->value()), static_cast<double>(viewport()->width()), static_cast<double>(rowSize())};
}

std::optional<ChosenPass> PassTimeline::passUnder(QPointF at) const
{
    const auto almanac = m_orbits.almanac();
    for (std::size_t row = 0; almanac && at.y() > axisHeight() && at.y() < viewport()->height() - legendHeight() && row < almanac->rows().size(); ++row) {
        if (!boxOf(row).contains(at)) continue;
        const auto& passes = almanac->rows()[row].passes;
        for (std::size_t i = 0; i < passes.size(); ++i)
            if (at.x() >= xOf(passes[i].time.from) - kReach && at.x() <= xOf(passes[i].time.until) + kReach) return ChosenPass{row, i};
    }
    return std::nullopt;
}

QString PassTimeline::tipOf(const ChosenPass& chosen) const
{
    const engine::SkyPass& pass = *m_orbits.passAt(chosen);
    const JulianDate& epoch = m_orbits.almanac()->scene().epoch();
    const Site* satellite = m_session.network().sites.find(pass.satellite);
    const QString use = pass.usable.empty() ? tr("lost to daylight") : pass.usable == std::vector{pass.time} ? tr("usable") : tr("%1 of it usable, the rest is lost to daylight").arg(passLengthText(pass.usableTime()));
    return tr("%1 over %2\n%3 to %4 UTC, %5\nup to %6° high\n%7")
        .arg(satellite ? satellite->displayName() : QString(), rowName(chosen.row), clockText(epoch, pass.time.from), clockText(epoch, pass.time.until), passLengthText(pass.time.length()), figures::figureText(pass.elevation, 3), use);
}

bool PassTimeline::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto pass = passUnder(help->pos())) QToolTip::showText(help->globalPos(), tipOf(*pass), viewport());
    else QToolTip::hideText();
    return true;
}

void PassTimeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_orbits.almanac()) return;
    for (std::size_t row = 0; event->position().y() > axisHeight() && event->position().y() < viewport()->height() - legendHeight() && row < m_orbits.almanac()->rows().size(); ++row)
        if (boxOf(row).contains(event->position())) m_orbits.chooseRow(row);
    m_isLeading = event->position().x() >= nameWidth() && event->position().x() <= viewport()->width() - totalWidth();
    if (m_isLeading) m_orbits.clock().lead(timeAt(event->position().x()));
}

void PassTimeline::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isLeading && m_orbits.almanac()) m_orbits.clock().setTime(timeAt(std::clamp(event->position().x(), static_cast<double>(nameWidth()), static_cast<double>(viewport()->width() - totalWidth()))));
}

void PassTimeline::mouseReleaseEvent(QMouseEvent*) { m_isLeading = false; }

/// To the best moment of the pass.
void PassTimeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto pass = passUnder(event->position())) m_orbits.choosePass(*pass);
}

void PassTimeline::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / kNotch, length = m_until - m_from;
    if (event->modifiers() & Qt::ControlModifier) {
        const double at = timeAt(event->position().x()), factor = std::pow(kZoomStep, -notches);
        showTimes(at - (at - m_from) * factor, at + (m_until - at) * factor);
    } else if (event->modifiers() & Qt::ShiftModifier) showTimes(m_from - 0.1 * notches * length, m_until - 0.1 * notches * length);
    else QAbstractScrollArea::wheelEvent(event);
}

void PassTimeline::keyPressEvent(QKeyEvent* event)
{
    const auto rows = m_orbits.almanac() ? m_orbits.almanac()->rows().size() : 0;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) return m_orbits.clock().step(event->key() == Qt::Key_Left ? -1 : 1);
    const bool isUp = event->key() == Qt::Key_Up, isDown = event->key() == Qt::Key_Down;
    if ((!isUp && !isDown) || rows == 0) return QAbstractScrollArea::keyPressEvent(event);
    const std::size_t row = m_orbits.row().value_or(0);
    m_orbits.chooseRow(isUp ? (row > 0 ? row - 1 : 0) : std::min(row + 1, rows - 1));
    const QRectF box = boxOf(*m_orbits.row());
    if (box.top() < axisHeight()) verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(axisHeight() - box.top()));
    const double foot = viewport()->height() - legendHeight();
    if (box.bottom() > foot) verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(box.bottom() - foot));
}

} // namespace bellweave::ui
