// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_points.h"

namespace bellweave::ui {

namespace {

void appendReading(std::vector<PlotPoint>& points, std::size_t stop, const Reading& reading)
{
    for (std::size_t series = 0; series < reading.values.size(); ++series) points.push_back({stop, series, spokenText(reading, series)});
}

/// The value of a stop whose series is nearest to the wanted one; stops may hold fewer series than others.
int pointOf(const std::vector<PlotPoint>& points, std::size_t stop, std::ptrdiff_t series)
{
    int found = -1;
    for (std::size_t at = 0; at < points.size(); ++at) {
        const bool isBetter = found < 0 || static_cast<std::ptrdiff_t>(points[at].series) <= series;
        if (points[at].stop == stop && isBetter) found = static_cast<int>(at);
    }
    return found;
}

} // namespace

std::vector<PlotPoint> pointsOf(const Drawing& drawing)
{
    std::vector<PlotPoint> points;
    if (drawing.spots)
        for (const HotSpot& spot : *drawing.spots) points.push_back({points.size(), 0, spot.text});
    if (drawing.read)
        for (std::size_t stop = 0; stop < drawing.stops.size(); ++stop) appendReading(points, stop, drawing.read(drawing.stops[stop]));
    return points;
}

int movedPoint(const std::vector<PlotPoint>& points, int from, int stops, int series)
{
    if (points.empty()) return -1;
    if (from < 0) return 0;
    const PlotPoint& now = points[static_cast<std::size_t>(std::min<int>(from, static_cast<int>(points.size()) - 1))];
    const auto last = static_cast<std::ptrdiff_t>(points.back().stop);
    const std::ptrdiff_t stop = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(now.stop) + stops, 0, last);
    return pointOf(points, static_cast<std::size_t>(stop), std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(now.series) + series));
}

} // namespace bellweave::ui
