// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <QTest>
#include <cmath>

namespace bellweave::test {

using namespace engine;

constexpr RouteEnds kBothEnds{true, true};
constexpr BellDiagonal kBiased{{0.80, 0.12, 0.05, 0.03}};

/// A link between stations that distill, heralded by nothing in particular.
inline LinkPhysics aLink()
{
    LinkPhysics physics;
    physics.available = true;
    physics.canDistill = true;
    physics.signalTime = 2_ms;
    physics.distillationTime = 1_ms;
    physics.gateTime = 100_us;
    physics.decayA = decayRates(3_s, 2_s);
    physics.decayB = decayRates(10_s, 1_s);
    physics.distillation = {0.99, 0.998, 0.005};
    return physics;
}

/// The same, heralded by single clicks.
inline LinkPhysics aClickedLink()
{
    LinkPhysics physics = aLink();
    physics.etaA = 0.05;
    physics.etaB = 0.04;
    physics.darkProbability = 1e-4;
    physics.visibility = 0.9;
    physics.doubleExcitation = 0.02;
    physics.phaseNoise = Angle::fromSi(0.4);
    physics.period = 10_ms;
    physics.window = 1_us;
    physics.heraldDelayA = 2_ms;
    physics.heraldDelayB = 3_ms;
    physics.thermalFlipA = 0.01;
    physics.thermalFlipB = 0.02;
    physics.slotsA = physics.slotsB = 3;
    return physics;
}

inline RunSettings holding()
{
    RunSettings settings;
    settings.endsHold = true;
    return settings;
}

inline OperatingPoint raw(double probability, int memories, const BellDiagonal& state)
{
    OperatingPoint point;
    point.attemptProbability = probability;
    point.memories = memories;
    point.cycle = 10_ms;
    point.state = point.withoutDetectorNoise = point.withoutMemory = state;
    point.rate = probability * perSecond(memories, point.cycle);
    return point;
}

inline double within(double probability, int memories) { return 1.0 - std::pow(1.0 - probability, memories); }

/// A pair after both halves have waited that long.
inline BellDiagonal held(const LinkPhysics& physics, const BellDiagonal& state, Duration time) { return decayed(state, physics.decayA + physics.decayB, time, 1); }

inline void verifySame(const BellDiagonal& state, const BellDiagonal& slow, double tolerance)
{
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY2(std::abs(state.weights[i] - slow.weights[i]) < tolerance, qPrintable(QStringLiteral("%1: %2, slowly %3").arg(i).arg(state.weights[i]).arg(slow.weights[i])));
}

} // namespace bellweave::test
