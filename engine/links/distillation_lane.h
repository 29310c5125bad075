// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

namespace bellweave::engine {

/// A pair as it is, with silent detectors, and with perfect memories; what is done to it is done to all three.
struct PairVariants {
    BellDiagonal real;
    BellDiagonal quiet;
    BellDiagonal unaged;
};

/// Something that makes pairs: on average one in `mean`.
struct PairMaker {
    PairVariants pair;
    double mean = 0.0;         ///< s
    double perCycle = 0.0;     ///< of a heralded link: chance in one cycle; 0 for what is distilled
    double twirlLoss = 0.0;    ///< see OperatingPoint
    Duration age = {};         ///< mean time since the herald of the halves that are kept
};

/// Makes distilled pairs of one lane of a link: `memories` qubits at each station attempt, those that hold pairs left out.
/// Keeps references to physics and point.
class DistillationLane {
public:
    DistillationLane(const LinkPhysics& physics, const OperatingPoint& raw, int memories) : m_physics(physics), m_raw(raw), m_memories(memories) {}

    /// Preconditions: the lane has the qubits that it needs; photon loss: the raw pair is known as a whole.
    PairMaker make(Distillation plan) const;

private:
    PairMaker heralded(int held) const;
    PairMaker nested(int rounds, int held, bool isWerner) const;
    PairMaker pumped(int rounds) const;
    PairMaker doublySelected(int rounds) const;
    PairMaker photonLoss() const;
    PairMaker round(const PairMaker& first, const PairMaker& second, bool isWerner) const;
    PairMaker selection(const PairMaker& kept, const PairMaker& first, const PairMaker& second) const;

    double meanDecay(const PairMaker& other, double rate) const;
    DecayRates rates(Duration age) const;
    DecayRates holdingRates(const PairMaker& other, Duration age) const;
    Correlators waiting(const PairMaker& other, Duration age) const;
    BellDiagonal waited(const BellDiagonal& state, const PairMaker& other, Duration age) const;
    JointWeights bothWaited(const BellDiagonal& kept, Duration age, const BellDiagonal& first, const PairMaker& ofFirst, const PairMaker& ofSecond) const;
    Duration news(const PairMaker& later) const { return later.perCycle > 0.0 ? m_raw.told : Duration(); }
    Duration step() const { return m_physics.distillationTime + m_physics.signalTime; }
    BellDiagonal after(const BellDiagonal& state, Duration age, Duration time) const { return decayed(state, rates(age), time, 1); }
    double stored() const { return m_physics.efficiencyA * m_physics.efficiencyB; }

    const LinkPhysics& m_physics;
    const OperatingPoint& m_raw;
    int m_memories;
};

} // namespace bellweave::engine
