// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/trace_view.h"

#include "model/network/element_name.h"
#include "ui/session/session.h"
#include "ui/simulate/story_text.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

namespace bellweave::ui {

using engine::TraceRecord;
using engine::TraceStory;
using Kind = TraceRecord::Kind;
using Cause = TraceRecord::Cause;
using Fate = TraceStory::Fate;

namespace {

constexpr double kBar = 7.0;          // px, height of a half
constexpr double kClickReach = 4.0;   // px
constexpr std::size_t kShownMoments = 120;

int nameWidth() { return textRoom(118); }
int axisHeight() { return textRoom(22); }

/// A round step of time so that figures have room.
TraceRecord::Time tickStep(double perPixel)
{
    const double wanted = 90.0 * perPixel;
    const double decade = std::pow(10.0, std::floor(std::log10(std::max(1.0, wanted))));
    for (const double step : {1.0, 2.0, 5.0})
        if (wanted <= step * decade) return static_cast<TraceRecord::Time>(step * decade);
    return static_cast<TraceRecord::Time>(10.0 * decade);
}

void paintDiamond(QPainter& painter, QPointF at, double radius)
{
    painter.drawPolygon(QPolygonF({{at.x(), at.y() - radius}, {at.x() + radius, at.y()}, {at.x(), at.y() + radius}, {at.x() - radius, at.y()}}));
}

} // namespace

TraceView::TraceView(Session& session, TracePlayer& player, QWidget* parent) : QWidget(parent), m_session(session), m_player(player)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Space-time diagram"));
    setAccessibleDescription(tr("Stations of the route one below the other, time to the right. Comma and full stop step through what happens, Space plays."));
    connect(&player, &TracePlayer::runChanged, this, &TraceView::followRun);
    connect(&player, &TracePlayer::timeChanged, this, &TraceView::followTime);
    connect(&player, &TracePlayer::chosenChanged, this, QOverload<>::of(&QWidget::update));
    followMeasures(*this, [this] { updateGeometry(), update(); });
}

const std::vector<std::uint32_t>& TraceView::route() const
{
    static const std::vector<std::uint32_t> none;
    const engine::TracedRun* run = m_player.run();
    return run && m_player.demand() < run->routes.size() ? run->routes[m_player.demand()] : none;
}

QSize TraceView::minimumSizeHint() const { return {textRoom(320), axisHeight() + 2 * rowHeight(22)}; }

QSize TraceView::sizeHint() const { return {textRoom(640), axisHeight() + static_cast<int>(std::max<std::size_t>(4, route().size())) * rowHeight(26)}; }

void TraceView::followRun()
{
    updateGeometry();
    const engine::TracedRun* run = m_player.run();
    if (run && (run != m_fitted || m_player.demand() != m_fittedDemand)) {
        m_fitted = run;
        m_fittedDemand = m_player.demand();
        // The first moments of the demand, so that single pairs can be told apart.
        std::size_t seen = 0;
        Time until = run->end;
        for (const TraceRecord& row : run->records)
            if (row.demand == m_player.demand() && ++seen == kShownMoments) {
                until = row.until;
                break;
            }
        showTime(0, until + until / 20 + 1);
    }
    update();
}

void TraceView::showTime(Time from, Time until)
{
    const Time end = m_player.run() ? m_player.run()->end : 1;
    const Time length = std::clamp<Time>(until - from, 1000, std::max<Time>(1000, end));
    m_from = std::clamp<Time>(from, 0, std::max<Time>(0, end - length));
    m_until = m_from + length;
    m_player.setSpeed(static_cast<double>(length) / 12.0);
    update();
}

/// The moment stays in view.
void TraceView::followTime()
{
    const Time length = m_until - m_from;
    if (m_player.time() > m_until - length / 20) showTime(m_player.time() - length / 5, m_player.time() - length / 5 + length);
    else if (m_player.time() < m_from) showTime(m_player.time() - length / 20, m_player.time() - length / 20 + length);
    update();
}

double TraceView::xOf(Time time) const
{
    const double width = this->width() - nameWidth() - 8.0;
    return nameWidth() + width * static_cast<double>(time - m_from) / static_cast<double>(m_until - m_from);
}

TraceView::Time TraceView::timeAt(double x) const
{
    const double width = std::max(1.0, this->width() - nameWidth() - 8.0);
    return m_from + static_cast<Time>((x - nameWidth()) / width * static_cast<double>(m_until - m_from));
}

double TraceView::yOf(std::size_t place) const
{
    const double room = static_cast<double>(height() - axisHeight()) / static_cast<double>(std::max<std::size_t>(1, route().size()));
    return axisHeight() + room * (static_cast<double>(place) + 0.5);
}

std::optional<std::size_t> TraceView::placeOf(std::uint32_t station) const
{
    const auto at = std::find(route().begin(), route().end(), station);
    return at == route().end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - route().begin()));
}

QString TraceView::stationName(std::size_t place) const
{
    const SiteId site = m_player.run()->stations[route()[place]];
    return m_session.network().sites.find(site) ? elementName(m_session.network(), site) : tr("(deleted)");
}

void TraceView::zoom(double factor, Time around)
{
    const double before = static_cast<double>(around - m_from), length = static_cast<double>(m_until - m_from);
    const Time from = around - static_cast<Time>(before * factor);
    showTime(from, from + static_cast<Time>(length * factor));
}

void TraceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    if (!m_player.run() || route().empty()) {
        painter.setPen(theme().textSecond);
        painter.setFont(uiFont(12.5));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("What happens in the first run is drawn here."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintLanes(painter);
    paintAxis(painter);
    painter.setClipRect(QRectF(nameWidth(), 0, width() - nameWidth(), height()));
    paintAttempts(painter);
    paintHalves(painter);
    paintEvents(painter);
    paintPlayhead(painter);
}

void TraceView::paintLanes(QPainter& painter) const
{
    painter.setFont(uiFont(11.5));
    for (std::size_t place = 0; place < route().size(); ++place) {
        const double y = yOf(place);
        painter.setPen(QPen(theme().line, 1.0));
        painter.drawLine(QPointF(nameWidth(), y), QPointF(width(), y));
        painter.setPen(theme().text);
        const QString name = painter.fontMetrics().elidedText(stationName(place), Qt::ElideMiddle, nameWidth() - 14);
        painter.drawText(QRectF(10, y - textRoom(10), nameWidth() - 14, textRoom(20)), Qt::AlignVCenter | Qt::AlignLeft, name);
    }
}

void TraceView::paintAxis(QPainter& painter) const
{
    const double perPixel = static_cast<double>(m_until - m_from) / std::max(1.0, width() - nameWidth() - 8.0);
    const Time step = tickStep(perPixel);
    painter.setFont(uiFont(10.5));
    for (Time tick = (m_from + step - 1) / step * step; tick <= m_until; tick += step) {
        const double x = xOf(tick);
        painter.setPen(QPen(theme().line, 1.0));
        painter.drawLine(QPointF(x, axisHeight() - 4), QPointF(x, height()));
        painter.setPen(theme().textThird);
        const QString text = traceTimeText(tick).replace(QStringLiteral(".000"), QString());
        if (x + painter.fontMetrics().horizontalAdvance(text) + 4 < width()) painter.drawText(QPointF(x + 3, axisHeight() - 7), text);
    }
}

void TraceView::paintAttempts(QPainter& painter) const
{
    QColor fill = theme().textThird;
    fill.setAlpha(46);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.kind != Kind::Attempts || row.demand != m_player.demand() || row.until < m_from || row.from > m_until) continue;
        const auto a = placeOf(row.a), b = placeOf(row.b);
        if (!a || !b) continue;
        const double top = yOf(std::min(*a, *b)) + kBar, bottom = yOf(std::max(*a, *b)) - kBar, middle = 0.5 * (top + bottom);
        painter.drawRect(QRectF(xOf(row.from), middle - 3.0, std::max(0.6, xOf(row.until) - xOf(row.from)), 6.0));
    }
}

QColor TraceView::colorOf(const TraceStory::Pair& pair) const
{
    if (pair.number == m_player.chosenPair()) return theme().accent;
    if (pair.brokenBy != Cause::None || pair.fate == Fate::Useless || pair.fate == Fate::Lost) return theme().bad;
    return pair.left > 0 ? theme().series[2] : theme().series[0];
}

void TraceView::paintHalves(QPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    std::vector<double> last(route().size(), -1e9);    // where the last bar of each lane ended, so that a crowd costs no more than its pixels
    for (const TraceStory::Half& half : m_player.story()->halves()) {
        const TraceStory::Pair& pair = m_player.story()->pairs().at(half.pair);
        if (pair.demand != m_player.demand() || half.until < m_from || half.from > m_until) continue;
        const auto place = placeOf(half.station);
        if (!place) continue;
        const double from = std::max(xOf(half.from), nameWidth() - 2.0), until = std::min(xOf(half.until), width() + 2.0);
        if (until - from < 1.0 && from < last[*place] + 0.5) continue;
        last[*place] = until;
        // The half of a pair to the left stands above the line, to the right below.
        const bool isLeftEnd = half.station == pair.a;
        const double y = yOf(*place) + (isLeftEnd ? 1.0 : -1.0 - kBar);
        painter.setBrush(colorOf(pair));
        painter.drawRoundedRect(QRectF(from, y, std::max(1.2, until - from), kBar), 1.5, 1.5);
    }
}

void TraceView::paintEvents(QPainter& painter) const
{
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.demand != m_player.demand() || row.until < m_from || row.from > m_until) continue;
        const auto a = placeOf(row.a), b = row.b == TraceRecord::kNone ? a : placeOf(row.b);
        if (!a || !b) continue;
        const double x = xOf(row.until);
        switch (row.kind) {
        case Kind::Pair:
            painter.setPen(QPen(theme().series[0], 1.0));
            painter.drawLine(QPointF(x, yOf(*a)), QPointF(x, yOf(*b)));
            break;
        case Kind::Message:
            painter.setPen(QPen(theme().textThird, 0.9, Qt::DashLine));
            painter.drawLine(QPointF(xOf(row.from), yOf(*a)), QPointF(x, yOf(*b)));
            break;
        case Kind::Swap:
            painter.setPen(QPen(theme().panel, 1.0));
            painter.setBrush(row.cause == Cause::None ? theme().series[2] : theme().bad);
            painter.drawEllipse(QPointF(x, yOf(*a)), 4.0, 4.0);
            break;
        case Kind::Distillation:
            painter.setPen(QPen(row.cause == Cause::None ? theme().series[2] : theme().bad, 1.4));
            painter.drawLine(QPointF(xOf(row.from), yOf(*a)), QPointF(x, yOf(*b)));
            painter.drawLine(QPointF(xOf(row.from), yOf(*b)), QPointF(x, yOf(*a)));
            break;
        case Kind::Loss: {
            if (row.cause == Cause::Measured) break;    // by a round
            painter.setPen(QPen(theme().bad, 1.6));
            const double y = yOf(*a);
            painter.drawLine(QPointF(x - 3.5, y - 3.5), QPointF(x + 3.5, y + 3.5));
            painter.drawLine(QPointF(x - 3.5, y + 3.5), QPointF(x + 3.5, y - 3.5));
            break;
        }
        case Kind::Delivery: {
            const QColor color = row.cause == Cause::None ? theme().ok : theme().bad;
            painter.setPen(QPen(color, 1.2));
            painter.setBrush(color);
            paintDiamond(painter, {x, yOf(*a)}, 5.0);
            paintDiamond(painter, {x, yOf(*b)}, 5.0);
            break;
        }
        case Kind::Way:
            painter.setPen(QPen(theme().warn, 1.2, Qt::DashDotLine));
            painter.drawLine(QPointF(x, 0), QPointF(x, height()));
            break;
        case Kind::Attempts:
        case Kind::Ready:
        case Kind::Request:
        case Kind::Outage: break;
        }
    }
    QColor shade = theme().bad;
    shade.setAlpha(40);
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.kind != Kind::Outage || row.a == engine::TraceRecord::kNone || row.until < m_from || row.from > m_until) continue;
        const auto a = placeOf(row.a), b = row.b == TraceRecord::kNone ? a : placeOf(row.b);
        if (!a || !b) continue;
        const double top = yOf(std::min(*a, *b)) - (a == b ? 10.0 : 0.0), bottom = yOf(std::max(*a, *b)) + (a == b ? 10.0 : 0.0);
        painter.fillRect(QRectF(QPointF(xOf(row.from), top), QPointF(xOf(row.until), bottom)), shade);
    }
}

void TraceView::paintPlayhead(QPainter& painter) const
{
    const double x = xOf(m_player.time());
    painter.setPen(QPen(theme().accent, 1.6));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setBrush(theme().accent);
    painter.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x, 7}}));
}

std::uint64_t TraceView::pairAt(QPointF place) const
{
    if (!m_player.story()) return 0;
    for (const TraceStory::Half& half : m_player.story()->halves()) {
        if (xOf(half.from) - kClickReach > place.x() || xOf(half.until) + kClickReach < place.x()) continue;
        const TraceStory::Pair& pair = m_player.story()->pairs().at(half.pair);
        const auto lane = placeOf(half.station);
        if (pair.demand != m_player.demand() || !lane) continue;
        const double y = yOf(*lane) + (half.station == pair.a ? 1.0 : -1.0 - kBar);
        if (place.y() >= y - 1.5 && place.y() <= y + kBar + 1.5) return half.pair;
    }
    return 0;
}

void TraceView::mousePressEvent(QMouseEvent* event)
{
    m_hasMoved = false;
    m_dragX = event->position().x();
    const bool movesTime = event->button() == Qt::MiddleButton || (event->modifiers() & Qt::ShiftModifier);
    m_drag = movesTime ? Drag::Time : event->button() == Qt::LeftButton ? Drag::Playhead : Drag::None;
    if (m_drag == Drag::Playhead && pairAt(event->position()) == 0) m_player.setTime(timeAt(m_dragX));
}

void TraceView::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_drag == Drag::None) return setCursor(pairAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!m_hasMoved && std::abs(x - m_dragX) < 3.0) return;
    m_hasMoved = true;
    m_player.setPlaying(false);
    if (m_drag == Drag::Playhead) return m_player.setTime(std::clamp(timeAt(x), m_from, m_until));
    const Time by = timeAt(m_dragX) - timeAt(x);
    m_dragX = x;
    showTime(m_from + by, m_until + by);
}

void TraceView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag == Drag::Playhead && !m_hasMoved) m_player.choose(pairAt(event->position()));
    m_drag = Drag::None;
}

void TraceView::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0.0) zoom(std::pow(0.8, steps), timeAt(event->position().x()));
    event->accept();
}

void TraceView::keyPressEvent(QKeyEvent* event)
{
    const Time length = m_until - m_from;
    const Time middle = m_from + length / 2;
    switch (event->key()) {
    case Qt::Key_Space: return m_player.setPlaying(!m_player.isPlaying());
    case Qt::Key_Comma: return m_player.step(-1);
    case Qt::Key_Period: return m_player.step(1);
    case Qt::Key_Left: return showTime(m_from - length / 10, m_until - length / 10);
    case Qt::Key_Right: return showTime(m_from + length / 10, m_until + length / 10);
    case Qt::Key_Plus: return zoom(0.8, middle);
    case Qt::Key_Minus: return zoom(1.25, middle);
    case Qt::Key_Home: return m_player.setTime(0);
    case Qt::Key_End: return m_player.setTime(m_player.run() ? m_player.run()->end : 0);
    default: QWidget::keyPressEvent(event);
    }
}

bool TraceView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const std::uint64_t pair = pairAt(help->pos());
    QToolTip::showText(help->globalPos(), pair ? storyText(m_session.network(), *m_player.run(), *m_player.story(), pair) : QString(), this);
    return true;
}

void TraceView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    update();
}

} // namespace bellweave::ui
