// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/trace_overlay.h"

#include "ui/canvas/network_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {

using engine::TraceRecord;
using engine::TraceStory;
using Kind = TraceRecord::Kind;
using Cause = TraceRecord::Cause;

namespace {

/// Bent away from the links below it, so that several pairs between two places can be told apart.
QPainterPath arc(QPointF a, QPointF b, double bend)
{
    const QPointF middle = 0.5 * (a + b), across(-(b - a).y(), (b - a).x());
    QPainterPath path(a);
    path.quadTo(middle + bend * across, b);
    return path;
}

} // namespace

TraceOverlay::TraceOverlay(NetworkView& view, TracePlayer& player) : QWidget(view.viewport()), m_view(view), m_player(player)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    resize(view.viewport()->size());
    view.viewport()->installEventFilter(this);
    connect(&player, &TracePlayer::timeChanged, this, QOverload<>::of(&QWidget::update));
    connect(&player, &TracePlayer::runChanged, this, QOverload<>::of(&QWidget::update));
    connect(&player, &TracePlayer::chosenChanged, this, QOverload<>::of(&QWidget::update));
}

bool TraceOverlay::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize) resize(m_view.viewport()->size());
    return QWidget::eventFilter(object, event);
}

std::optional<QPointF> TraceOverlay::placeOf(std::uint32_t station) const
{
    const SiteId site = m_player.run()->stations[station];
    return m_view.session().network().sites.find(site) ? m_view.screenPosition(site) : std::nullopt;
}

void TraceOverlay::paintEvent(QPaintEvent*)
{
    m_pairs = m_messages = m_outages = 0;
    if (!m_player.run()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOutages(painter);
    paintPairs(painter);
    paintMessages(painter);
    paintFlashes(painter);
}

void TraceOverlay::paintPairs(QPainter& painter)
{
    painter.setBrush(Qt::NoBrush);
    for (const auto& [number, pair] : m_player.story()->pairs()) {
        if (pair.born > m_player.time() || pair.end <= m_player.time()) continue;
        const auto a = placeOf(pair.a), b = placeOf(pair.b);
        if (!a || !b) continue;
        const bool isBad = pair.brokenBy != Cause::None;
        const bool isOwn = pair.demand == m_player.demand();
        QColor color = number == m_player.chosenPair() ? theme().accent : isBad ? theme().bad : pair.left > 0 ? theme().series[2] : theme().series[0];
        if (!isOwn) color.setAlpha(110);
        painter.setPen(QPen(color, isOwn ? 2.6 : 1.6, isBad ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(arc(*a, *b, 0.10 + 0.04 * static_cast<double>(number % 4)));
        ++m_pairs;
    }
}

void TraceOverlay::paintMessages(QPainter& painter)
{
    painter.setPen(QPen(theme().panel, 1.0));
    painter.setBrush(theme().textSecond);
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.kind != Kind::Message || row.from > m_player.time() || row.until <= m_player.time()) continue;
        const auto a = placeOf(row.a), b = placeOf(row.b);
        if (!a || !b) continue;
        const double share = static_cast<double>(m_player.time() - row.from) / static_cast<double>(row.until - row.from);
        painter.drawEllipse(*a + share * (*b - *a), 3.2, 3.2);
        ++m_messages;
    }
}

/// A cross over what does not work: a station, or the middle of a link.
void TraceOverlay::paintOutages(QPainter& painter)
{
    constexpr double kArm = 7.0;
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.kind != Kind::Outage || row.a == engine::TraceRecord::kNone || row.from > m_player.time() || row.until <= m_player.time()) continue;
        const auto a = placeOf(row.a), b = row.b == TraceRecord::kNone ? a : placeOf(row.b);
        if (!a || !b) continue;
        const QPointF middle = 0.5 * (*a + *b);
        painter.setPen(QPen(theme().panel, 5.0, Qt::SolidLine, Qt::RoundCap));
        for (const double width : {5.0, 2.6}) {
            if (width < 5.0) painter.setPen(QPen(theme().bad, width, Qt::SolidLine, Qt::RoundCap));
            if (a != b) painter.drawLine(*a, *b);
            painter.drawLine(middle + QPointF(-kArm, -kArm), middle + QPointF(kArm, kArm));
            painter.drawLine(middle + QPointF(-kArm, kArm), middle + QPointF(kArm, -kArm));
        }
        ++m_outages;
    }
}

/// What happens at an instant is seen for a hundredth of the shown time.
void TraceOverlay::paintFlashes(QPainter& painter)
{
    const TraceRecord::Time length = std::max<TraceRecord::Time>(1, m_player.glow());
    for (const TraceRecord& row : m_player.run()->records) {
        if (row.until > m_player.time() || row.until + length < m_player.time()) continue;
        if (row.kind != Kind::Swap && row.kind != Kind::Loss && row.kind != Kind::Delivery) continue;
        const double age = static_cast<double>(m_player.time() - row.until) / static_cast<double>(length);
        QColor color = row.kind == Kind::Loss || row.cause != Cause::None ? theme().bad : row.kind == Kind::Delivery ? theme().ok : theme().series[2];
        color.setAlphaF(1.0 - age);
        painter.setPen(QPen(color, 2.0));
        painter.setBrush(Qt::NoBrush);
        for (const std::uint32_t station : {row.a, row.kind == Kind::Delivery ? row.b : row.a})
            if (const auto at = placeOf(station)) painter.drawEllipse(*at, 10.0 + 10.0 * age, 10.0 + 10.0 * age);
    }
}

} // namespace bellweave::ui
