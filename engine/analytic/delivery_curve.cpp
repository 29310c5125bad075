// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivery_curve.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

namespace {

constexpr double kVisible = 0.004;

} // namespace

void DeliveryCurve::lineTo(double time, double delivered)
{
    keep({Duration::fromSi(time), delivered});
}

void DeliveryCurve::stepTo(double time, double delivered)
{
    if (delivered - m_last.delivered > kVisible) {
        if (m_points.back() != m_last) m_points.push_back(m_last);
        m_points.push_back({Duration::fromSi(time), m_last.delivered});
    }
    keep({Duration::fromSi(time), delivered});
}

void DeliveryCurve::keep(DeliveryPoint point)
{
    m_last = point;
    if (point.delivered - m_points.back().delivered > kVisible || (m_points.size() == 1 && point.delivered > 0.0)) m_points.push_back(point);
}

std::vector<DeliveryPoint> DeliveryCurve::take()
{
    if (m_points.back() != m_last) m_points.push_back(m_last);
    return std::move(m_points);
}

double deliveredBy(const std::vector<DeliveryPoint>& curve, Duration time)
{
    const auto next = std::upper_bound(curve.begin(), curve.end(), time, [](Duration t, const DeliveryPoint& p) { return t < p.time; });
    if (next == curve.begin()) return 0.0;
    const DeliveryPoint& from = *std::prev(next);
    if (next == curve.end()) return from.delivered;
    return from.delivered + (time - from.time) / (next->time - from.time) * (next->delivered - from.delivered);
}

Duration timeOfDelivery(const std::vector<DeliveryPoint>& curve, double delivered)
{
    const auto next = std::lower_bound(curve.begin(), curve.end(), delivered, [](const DeliveryPoint& p, double d) { return p.delivered < d; });
    if (next == curve.end()) return curve.back().time;
    if (next == curve.begin()) return next->time;
    const DeliveryPoint& from = *std::prev(next);
    return from.time + (next->time - from.time) * ((delivered - from.delivered) / (next->delivered - from.delivered));
}

std::vector<DeliveryPoint> geometricDistribution(Duration cycle, double served)
{
    DeliveryCurve curve;
    const double logFailure = served < 1.0 ? std::log1p(-served) : 0.0;
    // Attempts that bring less than is seen are taken together.
    const double stride = std::max(1.0, std::floor(kVisible / served));
    for (double attempts = stride; curve.isOpen(); attempts += stride) {
        const double delivered = served < 1.0 ? -std::expm1(logFailure * attempts) : 1.0;
        if (stride > 1.0) curve.lineTo(attempts * cycle.si(), delivered);
        else curve.stepTo(attempts * cycle.si(), delivered);
    }
    return curve.take();
}

} // namespace bellweave::engine
