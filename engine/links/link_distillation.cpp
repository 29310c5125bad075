// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/link_distillation.h"

#include "engine/links/distillation_lane.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

constexpr int kMostNested = 3;
constexpr int kMostPumped = 3;
constexpr int kMostSelected = 2;

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
    if (!physics.canDistill || raw.memories < need || raw.attemptProbability <= 0.0 || !suits(raw, distillation.kind)) return std::nullopt;
    const int lanes = lanesOf(raw, need);
    const PairMaker maker = DistillationLane(physics, raw, raw.memories / lanes).make(distillation);
    if (maker.pair.real.fidelity() <= raw.state.fidelity()) return std::nullopt;
    OperatingPoint point = raw;
    point.distillation = distillation;
    point.keptProbability = physics.efficiencyA * physics.efficiencyB;
    point.state = maker.pair.real;
    point.withoutDetectorNoise = maker.pair.quiet;
    point.withoutMemory = maker.pair.unaged;
    point.whole.reset();
    point.ageA += maker.age;
    point.ageB += maker.age;
    if (distillation.kind == DistillationKind::PhotonLoss) point.twirlLoss = maker.twirlLoss;
    point.rate = Rate::fromSi(lanes / maker.mean);
    point.told = {};    // part of the mean
    point.cycleProbability = std::min(1.0, point.rate.si() * raw.cycle.si());
    return point;
}

bool suits(const OperatingPoint& raw, DistillationKind kind) { return kind != DistillationKind::PhotonLoss || raw.whole; }

std::vector<Distillation> distillationsToTry(DistillationChoice choice)
{
    std::vector<Distillation> all;
    const auto add = [&](DistillationKind kind, int from, int to) {
        if (!allows(choice, kind)) return;
        for (int rounds = from; rounds <= to; ++rounds) all.push_back({rounds, kind});
    };
    add(DistillationKind::Nested, 1, kMostNested);
    // One pumped round is one nested round.
    add(DistillationKind::Pumped, choice == DistillationChoice::Pumped ? 1 : 2, kMostPumped);
    add(DistillationKind::Werner, 1, kMostNested);
    add(DistillationKind::DoubleSelection, 1, kMostSelected);
    add(DistillationKind::PhotonLoss, 1, 1);
    return all;
}

} // namespace bellweave::engine
