// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/link_distillation.h"

#include "engine/physics/distillation.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr int kMostNested = 3;
constexpr int kMostPumped = 3;

/// A pair as it is, with silent detectors, and with perfect memories; what is done to it is done to all three.
struct Variants {
    BellDiagonal real;
    BellDiagonal quiet;
    BellDiagonal unaged;
};

/// Something that makes pairs: on average one in `mean`.
struct Maker {
    Variants pair;
    double mean = 0.0;       // s
    double perCycle = 0.0;   // of a heralded link: chance in one cycle; 0 for what is distilled
};

/// Makes distilled pairs of one lane: `memories` qubits at each station attempt, those that hold pairs left out.
class Lane {
public:
    Lane(const LinkPhysics& physics, const OperatingPoint& raw, int memories) : m_physics(physics), m_raw(raw), m_memories(memories) {}

    Maker make(Distillation plan) const { return plan.isPumped ? pumped(plan.rounds) : nested(plan.rounds, 0); }

private:
    Maker heralded(int held) const
    {
        const double perCycle = -std::expm1((m_memories - held) * std::log1p(-m_raw.attemptProbability));
        return {{m_raw.state, m_raw.withoutDetectorNoise, m_raw.withoutMemory}, m_raw.cycle.si() / perCycle, perCycle};
    }

    Maker nested(int rounds, int held) const
    {
        return rounds == 0 ? heralded(held) : round(nested(rounds - 1, held), nested(rounds - 1, held + 1));
    }

    Maker pumped(int rounds) const
    {
        Maker kept = heralded(0);
        for (int i = 0; i < rounds; ++i) kept = round(kept, heralded(1));
        return kept;
    }

    /// The first pair waits while the second is made; a failure loses both.
    Maker round(const Maker& first, const Maker& second) const
    {
        const BellDiagonal kept = waited(first.pair.real, second);
        const ErrorOrder order = bestLikeOrder(kept, second.pair.real, m_physics.distillation);
        const auto both = [&](const BellDiagonal& one, const BellDiagonal& other) { return distill(one, other, order, order, m_physics.distillation); };
        const Distilled real = both(kept, second.pair.real);
        const Distilled quiet = both(waited(first.pair.quiet, second), second.pair.quiet);
        const Distilled unaged = both(first.pair.unaged, second.pair.unaged);
        const double success = real.success * m_physics.efficiencyA * m_physics.efficiencyB;
        return {{told(real.state), told(quiet.state), unaged.state}, (first.mean + second.mean + news(second).si() + step().si()) / success, 0.0};
    }

    /// Mean of e^(-rate t) over the time that the other pair takes.
    static double meanDecay(const Maker& other, double rate, double cycle)
    {
        if (other.perCycle <= 0.0) return 1.0 / (1.0 + rate * other.mean);
        const double x = std::exp(-rate * cycle);
        return other.perCycle * x / (1.0 - (1.0 - other.perCycle) * x);
    }

    BellDiagonal waited(const BellDiagonal& state, const Maker& other) const
    {
        const double cycle = m_raw.cycle.si();
        const DecayRates rates = m_physics.decayA + m_physics.decayB;
        const double xx = meanDecay(other, rates.xx + m_memories * m_physics.attemptDephasing / cycle, cycle);
        return fromCorrelators(toCorrelators(state) * Correlators{{1.0, meanDecay(other, rates.zz, cycle), xx, xx}});
    }

    /// The herald of the later pair; that of the first came meanwhile.
    Duration news(const Maker& later) const { return later.perCycle > 0.0 ? m_raw.told : Duration(); }

    Duration step() const { return m_physics.distillationTime + m_physics.signalTime; }

    /// Both halves wait for gates, read-out and the other side's result.
    BellDiagonal told(const BellDiagonal& state) const { return decayed(state, m_physics.decayA + m_physics.decayB, step(), 1); }

    const LinkPhysics& m_physics;
    const OperatingPoint& m_raw;
    int m_memories;
};

/// As many lanes as the memories fill with pairs in one cycle; one where pairs are rare, so that none waits long.
int lanesOf(const OperatingPoint& raw, int need)
{
    const int filled = static_cast<int>(std::min(1e6, raw.memories * raw.attemptProbability));
    return std::clamp(filled, 1, raw.memories / need);
}

} // namespace

std::optional<OperatingPoint> distilledPoint(const LinkPhysics& physics, const OperatingPoint& raw, Distillation distillation)
{
    const int need = qubitsNeeded(distillation);
    if (!physics.canDistill || raw.memories < need || raw.attemptProbability <= 0.0) return std::nullopt;
    const int lanes = lanesOf(raw, need);
    const Maker maker = Lane(physics, raw, raw.memories / lanes).make(distillation);
    if (maker.pair.real.fidelity() <= raw.state.fidelity()) return std::nullopt;
    OperatingPoint point = raw;
    point.distillation = distillation;
    point.keptProbability = physics.efficiencyA * physics.efficiencyB;
    point.state = maker.pair.real;
    point.withoutDetectorNoise = maker.pair.quiet;
    point.withoutMemory = maker.pair.unaged;
    point.rate = Rate::fromSi(lanes / maker.mean);
    point.told = {};    // part of the mean
    point.cycleProbability = std::min(1.0, point.rate.si() * raw.cycle.si());
    return point;
}

std::vector<Distillation> distillationsToTry()
{
    std::vector<Distillation> all;
    for (int rounds = 1; rounds <= kMostNested; ++rounds) all.push_back({rounds, false});
    for (int rounds = 2; rounds <= kMostPumped; ++rounds) all.push_back({rounds, true});
    return all;
}

} // namespace bellweave::engine
