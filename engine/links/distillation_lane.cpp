// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/distillation_lane.h"

#include "engine/links/photon_loss_round.h"

#include <cmath>

namespace bellweave::engine {
namespace {

constexpr PauliFactors kUnaged;

} // namespace

PairMaker DistillationLane::make(Distillation plan) const
{
    switch (plan.kind) {
    case DistillationKind::Nested: return nested(plan.rounds, 0, false);
    case DistillationKind::Werner: return nested(plan.rounds, 0, true);
    case DistillationKind::Pumped: return pumped(plan.rounds);
    case DistillationKind::DoubleSelection: return doublySelected(plan.rounds);
    case DistillationKind::PhotonLoss: return photonLoss();
    }
    Q_UNREACHABLE();
}

PairMaker DistillationLane::heralded(int held) const
{
    const double perCycle = -std::expm1((m_memories - held) * std::log1p(-m_raw.attemptProbability));
    return {{m_raw.state, m_raw.withoutDetectorNoise, m_raw.withoutMemory}, m_raw.cycle.si() / perCycle, perCycle};
}

PairMaker DistillationLane::nested(int rounds, int held, bool isWerner) const
{
    return rounds == 0 ? heralded(held) : round(nested(rounds - 1, held, isWerner), nested(rounds - 1, held + 1, isWerner), isWerner);
}

PairMaker DistillationLane::pumped(int rounds) const
{
    PairMaker kept = heralded(0);
    for (int i = 0; i < rounds; ++i) kept = round(kept, heralded(1), false);
    return kept;
}

PairMaker DistillationLane::doublySelected(int rounds) const
{
    PairMaker kept = heralded(0);
    for (int i = 0; i < rounds; ++i) kept = selection(kept, heralded(1), heralded(2));
    return kept;
}

/// The first pair waits while the second is made; a failure loses both.
PairMaker DistillationLane::round(const PairMaker& first, const PairMaker& second, bool isWerner) const
{
    const BellDiagonal kept = waited(first.pair.real, second, first.age);
    const ErrorOrder order = isWerner ? ErrorOrder{1, 2, 3} : bestLikeOrder(kept, second.pair.real, m_physics.distillation);
    const auto both = [&](const BellDiagonal& one, const BellDiagonal& other) {
        return isWerner ? bbpssw(one, other, m_physics.distillation) : distill(one, other, order, order, m_physics.distillation);
    };
    const Distilled real = both(kept, second.pair.real);
    const Distilled quiet = both(waited(first.pair.quiet, second, first.age), second.pair.quiet);
    const Distilled unaged = both(first.pair.unaged, second.pair.unaged);
    const double mean = (first.mean + second.mean + news(second).si() + step().si()) / (real.success * stored());
    const Duration old = first.age + Duration::fromSi(second.mean);
    return {{after(real.state, old, step()), after(quiet.state, old, step()), unaged.state}, mean, 0.0, 0.0, old + step()};
}

/// The kept pair waits for two more, the first of them for the second; a failure loses all three.
PairMaker DistillationLane::selection(const PairMaker& kept, const PairMaker& first, const PairMaker& second) const
{
    const JointWeights held = bothWaited(kept.pair.real, kept.age, first.pair.real, first, second);
    const ErrorOrder order = bestDoubleOrder(held, second.pair.real, m_physics.distillation);
    const auto select = [&](const JointWeights& two, const BellDiagonal& third) { return doubleSelection(two, third, order, m_physics.distillation); };
    const Distilled real = select(held, second.pair.real);
    const Distilled quiet = select(bothWaited(kept.pair.quiet, kept.age, first.pair.quiet, first, second), second.pair.quiet);
    const Distilled unaged = select(jointWeights(kept.pair.unaged, first.pair.unaged), second.pair.unaged);
    const Duration end = step() + m_physics.gateTime;
    const double mean = (kept.mean + first.mean + second.mean + news(second).si() + end.si()) / (real.success * stored() * stored());
    const Duration old = kept.age + Duration::fromSi(first.mean + second.mean);
    return {{after(real.state, old, end), after(quiet.state, old, end), unaged.state}, mean, 0.0, 0.0, old + end};
}

PairMaker DistillationLane::photonLoss() const
{
    const PairMaker first = heralded(0), second = heralded(1);
    const Duration old = first.age + Duration::fromSi(second.mean);
    const Correlators held = waiting(second, first.age), end = decayFactors(rates(old), step());
    const auto relaxing = [&](const DecayRates& rates) { return meanDecay(second, rates.zz); };
    const auto relaxed = [&](const DecayRates& rates) { return decayFactors(rates, step()).values[1]; };
    const PauliFactors wait{relaxing(m_physics.decayA), relaxing(m_physics.decayB), held.values[1], held.values[2]};
    const PauliFactors told{relaxed(m_physics.decayA), relaxed(m_physics.decayB), end.values[1], end.values[2]};
    const PhotonLossRound real = photonLossRound(m_physics, m_raw.whole->state, wait, told);
    const PhotonLossRound quiet = photonLossRound(m_physics, m_raw.whole->withoutDetectorNoise, wait, told);
    const PhotonLossRound unaged = photonLossRound(m_physics, m_raw.whole->withoutMemory, kUnaged, kUnaged);
    const double mean = (first.mean + second.mean + news(second).si() + step().si()) / (real.success * stored());
    return {{real.state, quiet.state, unaged.state}, mean, 0.0, real.twirlLoss, old + step()};
}

/// Mean of e^(-rate t) over the time that the other pair takes.
double DistillationLane::meanDecay(const PairMaker& other, double rate) const
{
    if (other.perCycle <= 0.0) return 1.0 / (1.0 + rate * other.mean);
    const double x = std::exp(-rate * m_raw.cycle.si());
    return other.perCycle * x / (1.0 - (1.0 - other.perCycle) * x);
}

/// Of both halves, so long after their herald.
DecayRates DistillationLane::rates(Duration age) const
{
    return aged(m_physics.decayA, m_raw.ageA + age) + aged(m_physics.decayB, m_raw.ageB + age);
}

/// Of a pair that is held while the other is made, attempts beside it included.
DecayRates DistillationLane::holdingRates(const PairMaker& other, Duration age) const
{
    DecayRates rates = matched(this->rates(age), Duration::fromSi(other.mean));
    rates.xx += m_memories * m_physics.attemptDephasing / m_raw.cycle.si();
    return rates;
}

Correlators DistillationLane::waiting(const PairMaker& other, Duration age) const
{
    const DecayRates rates = holdingRates(other, age);
    const double xx = meanDecay(other, rates.xx);
    return {{1.0, meanDecay(other, rates.zz), xx, xx}};
}

BellDiagonal DistillationLane::waited(const BellDiagonal& state, const PairMaker& other, Duration age) const
{
    return fromCorrelators(toCorrelators(state) * waiting(other, age));
}

/// The kept pair after it has waited for both others, the first after it has waited for the second: for the same time, so what they
/// lose goes together.
JointWeights DistillationLane::bothWaited(const BellDiagonal& kept, Duration age, const BellDiagonal& first, const PairMaker& ofFirst,
                                          const PairMaker& ofSecond) const
{
    const Correlators one = toCorrelators(kept) * waiting(ofFirst, age), other = toCorrelators(first);
    const DecayRates held = holdingRates(ofSecond, Duration());
    const double rates[] = {0.0, held.zz, held.xx, held.xx};
    std::array<Correlators, 4> rows;
    for (std::size_t a = 0; a < 4; ++a) {
        Correlators row;
        for (std::size_t b = 0; b < 4; ++b) row.values[b] = one.values[a] * other.values[b] * meanDecay(ofSecond, rates[a] + rates[b]);
        rows[a] = row;
    }
    return fromJointCorrelators(rows);
}

} // namespace bellweave::engine
