// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/waiting_series.h"
#include "engine/physics/bell_diagonal.h"

namespace bellweave::engine {

/// When a pair is delivered and in which state: the joint law of time and mean correlators over cells of `cell` steps each.
struct DeliveryLaw {
    double cell = 1.0;
    /// First the probability of delivery at each cell, then <ZZ>, <XX> and -<YY> there, each times that probability. Werner
    /// states need one for all three.
    std::vector<WaitingSeries> channels;
    double meanSteps = 0.0;
    Correlators meanCorrelators;    ///< over all deliveries

    const WaitingSeries& probability() const { return channels.front(); }
    bool isWerner() const { return channels.size() == 2; }
    /// Of delivery at this step; between the middles of long cells in a straight line.
    double probabilityAt(double step) const;
    double deliveredBy(double step) const;
    /// First step by which the pair is there with a probability in [0, 1).
    double quantile(double probability) const;
    /// Mean state of the pairs delivered at this step; the mixed state where the chance is too small for numbers (1e-15).
    BellDiagonal stateAt(double step) const;

    /// Lists cells until not more than this probability is left.
    void extendToMass(double left);
    /// On cells twice as long, see WaitingSeries.
    DeliveryLaw coarser() const;
};

/// An elementary link: P(T = t) = p (1-p)^(t-1), t = 1, 2, … steps, always in the same state. On cells of several steps what
/// stands between two of them is shared in proportion to the distance, which keeps the mean.
DeliveryLaw elementaryLaw(double success, const Correlators& state, bool isWerner, double cell);

} // namespace bellweave::engine
