// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// Gathers a distribution function, leaving out what no eye could see: 0.4 % of the probability or less.
class DeliveryCurve {
public:
    /// Probability grows in a straight line from the point before to this one. Times and probabilities ascend.
    void lineTo(double time, double delivered);
    /// Probability stays until this time and jumps there.
    void stepTo(double time, double delivered);
    /// False as soon as the curve is as good as complete.
    bool isOpen() const { return m_last.delivered < kComplete; }
    std::vector<DeliveryPoint> take();

    static constexpr double kComplete = 0.999;

private:
    void keep(DeliveryPoint point);

    std::vector<DeliveryPoint> m_points{DeliveryPoint()};
    DeliveryPoint m_last;    // added, perhaps not kept
};

/// Probability that the pair is there by a time; after the last point that of the last.
double deliveredBy(const std::vector<DeliveryPoint>& curve, Duration time);
/// Time by which the pair is there with a probability; that of the last point when the curve ends before. Precondition: the
/// curve is not empty.
Duration timeOfDelivery(const std::vector<DeliveryPoint>& curve, double delivered);

/// A pair after each `cycle` with probability `served` in (0, 1]: P(T <= k cycle) = 1 - (1 - served)^k.
std::vector<DeliveryPoint> geometricDistribution(Duration cycle, double served);

} // namespace bellweave::engine
