// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/orbits/sky_almanac.h"

#include <stop_token>

namespace bellweave::engine {

/// What a demand gets in a short part of a pass, by clear sky. Times in s from the design's beginning.
struct PassPoint {
    TimeRange time;
    Rate rate;                 ///< of pairs
    double fidelity = 0.0;     ///< of those; 0 without any
    Rate keyRate;              ///< bit/s
    bool operator==(const PassPoint&) const = default;
};

/// A demand while a satellite passes.
struct PassCurve {
    std::vector<PassPoint> points;
    double pairs() const;      ///< by clear sky
    double keyBits() const;
    double bestFidelity() const;
};

/// The demand looked at in so many equal parts of a pass, the design as it is then, other satellites too: its pairs, or key that its ends make
/// of light. Where the satellite is a trusted node: the key that it makes with the station, of two stations the lesser. Ends early, with what it has, when stopped.
PassCurve passCurve(const SkyScene& scene, DemandId demand, const SkyRow& row, const SkyPass& pass, std::size_t parts, const std::stop_token& stop);

/// What a demand gets during a time, from all satellites, clouds taken off: pairs, or bits of a demand for key. None without a course, and
/// none of key that waits in satellites: a time says nothing of it.
std::optional<double> gotDuring(const DemandResult& result, TimeRange time, Purpose purpose);
/// Demands whose ways lead over the stations of a row.
std::vector<DemandId> demandsOver(const Network& network, const Evaluation& evaluation, const SkyRow& row);

} // namespace bellweave::engine
