// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_readings.h"

#include "ui/plots/callouts.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_overlay.h"
#include "ui/plots/stacked_axes.h"

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostPins = 4;

} // namespace

void PlotReadings::readAt(std::optional<QPointF> position)
{
    m_read = position ? placeAt(*position) : std::nullopt;
    showReadout();
}

void PlotReadings::read(const PlotPoint& point)
{
    m_read = placeOf(point);
    refresh();
}

void PlotReadings::showReadout() { m_overlay.setReadout(m_read ? calloutOf(*m_read) : std::nullopt); }

bool PlotReadings::pinAt(QPointF position)
{
    m_read = placeAt(position);
    if (!m_read) return false;
    pinReadout();
    return true;
}

void PlotReadings::pinReadout()
{
    if (!m_read) return;
    if (m_pins.size() == kMostPins) m_pins.erase(m_pins.begin());
    m_pins.push_back(*m_read);
    m_read.reset();    // it would hide what it has become
    refresh();
}

void PlotReadings::unpinLast()
{
    if (!m_pins.empty()) m_pins.pop_back();
    refresh();
}

void PlotReadings::clearPins()
{
    m_pins.clear();
    refresh();
}

void PlotReadings::movePin(int pin, QPointF by)
{
    m_pins[static_cast<std::size_t>(pin)].shift = m_overlay.shiftOf(pin) + by;    // from where it is seen
    refresh();
}

QStringList PlotReadings::pinTexts() const
{
    QStringList texts;
    for (const Callout& pin : m_overlay.pins()) texts += pin.text;
    return texts;
}

void PlotReadings::refresh()
{
    if (m_drawing.spots) m_points.reset();    // painting has put them in their places
    std::vector<Callout> pins;
    for (const PlotPlace& place : m_pins)
        if (auto callout = calloutOf(place)) pins.push_back(std::move(*callout));
    if (pins.size() != m_pins.size()) std::erase_if(m_pins, [this](const PlotPlace& place) { return !calloutOf(place); });
    m_overlay.setPins(std::move(pins));
    showReadout();
}

std::optional<PlotPlace> PlotReadings::placeAt(QPointF position) const
{
    PlotPlace place;
    place.height = position.y() / std::max(1, m_canvas.height());
    if (m_drawing.spots) {
        const auto& spots = *m_drawing.spots;
        const auto spot = std::find_if(spots.begin(), spots.end(), [&](const HotSpot& s) { return s.area.contains(position); });
        if (spot == spots.end()) return std::nullopt;
        place.spot = static_cast<std::size_t>(spot - spots.begin());
        return place;
    }
    if (!m_drawing.read || !axesArea(m_canvas).contains(position.toPoint())) return std::nullopt;
    place.x = nearestStop(m_drawing, m_canvas.xAxis->pixelToCoord(position.x()));
    return place;
}

PlotPlace PlotReadings::placeOf(const PlotPoint& point) const
{
    PlotPlace place;
    const double height = std::max(1, m_canvas.height());
    if (m_drawing.spots) {
        place.spot = point.stop;
        place.height = (*m_drawing.spots)[point.stop].area.center().y() / height;
    } else {
        place.x = m_drawing.stops[point.stop];
        place.height = axesArea(m_canvas).center().y() / height;
    }
    return place;
}

std::optional<Callout> PlotReadings::calloutOf(const PlotPlace& place) const
{
    return ui::calloutOf(m_canvas, m_canvas.size(), m_drawing, place);
}

const std::vector<PlotPoint>& PlotReadings::points() const
{
    if (!m_points) m_points = pointsOf(m_drawing);
    return *m_points;
}

QPointF PlotReadings::positionOf(int point) const
{
    if (point < 0 || point >= static_cast<int>(points().size())) return {};
    const auto callout = calloutOf(placeOf(points()[static_cast<std::size_t>(point)]));
    return callout ? callout->at : QPointF();
}

} // namespace bellweave::ui
