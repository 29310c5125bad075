// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/free_place.h"

#include <QLineF>
#include <algorithm>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr double kBeside = 4.5;        // px; nearer than that counts as beside the place: kWordGap along both axes, and a bit
constexpr double kStep = 3.0;          // px between the places that are tried
constexpr int kMostSteps = 60;         // of them along one side
constexpr double kOtherSide = 0.02;    // how much a step towards the wanted side counts beside one towards the place

/// Where a length may begin between two ends, so that one of the places is exactly the wanted one if that lies between.
std::vector<double> starts(double from, double to, double wanted)
{
    std::vector<double> places;
    if (to < from) return places;
    const double step = std::max(kStep, (to - from) / kMostSteps);
    places.push_back(std::clamp(wanted, from, to));
    for (double at = places.front() - step; at >= from; at -= step) places.push_back(at);
    for (double at = places.front() + step; at <= to; at += step) places.push_back(at);
    return places;
}

} // namespace

double distance(QPointF point, const QRectF& box)
{
    return std::hypot(std::max({box.left() - point.x(), 0.0, point.x() - box.right()}),
                      std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()}));
}

std::vector<QRectF> placesFor(const QRectF& wanted, QPointF at, const QRectF& field)
{
    std::vector<QRectF> places;
    const std::vector<double> rows = starts(field.top(), field.bottom() - wanted.height(), wanted.top());
    for (const double left : starts(field.left(), field.right() - wanted.width(), wanted.left()))
        for (const double top : rows) places.emplace_back(QPointF(left, top), wanted.size());
    const auto cost = [&](const QRectF& box) {
        return std::max(0.0, distance(at, box) - kBeside) + kOtherSide * QLineF(box.topLeft(), wanted.topLeft()).length();
    };
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t place = 0; place < places.size(); ++place) order.emplace_back(cost(places[place]), place);
    std::sort(order.begin(), order.end());
    std::vector<QRectF> sorted;
    for (const auto& [worth, place] : order) sorted.push_back(places[place]);
    return sorted;
}

} // namespace bellweave::ui
