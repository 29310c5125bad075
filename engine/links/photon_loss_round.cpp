// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/photon_loss_round.h"

#include <cmath>

namespace bellweave::engine {
namespace {

/// An optical phase at which all coherences are real, or all are -i times what stands for them.
enum class Phase { None, QuarterTurn };

/// Populations of |00>, |01>, |10>, |11> and coherences |01><10| and |00><11|; all other entries of such pairs vanish.
struct Pair {
    std::array<double, 4> populations{};
    double odd = 0.0;
    double even = 0.0;
};

constexpr std::size_t kA = 2;    // bit of an end in an index
constexpr std::size_t kB = 1;

/// What the complex conjugate of a coherence, and the product of two of them, is in place of the plain one.
double signOf(Phase phase) { return phase == Phase::None ? 1.0 : -1.0; }

Pair operator+(const Pair& a, const Pair& b)
{
    Pair sum{{}, a.odd + b.odd, a.even + b.even};
    for (std::size_t i = 0; i < 4; ++i) sum.populations[i] = a.populations[i] + b.populations[i];
    return sum;
}

Pair operator*(double factor, const Pair& pair)
{
    Pair scaled{{}, factor * pair.odd, factor * pair.even};
    for (std::size_t i = 0; i < 4; ++i) scaled.populations[i] = factor * pair.populations[i];
    return scaled;
}

/// One half flipped with this probability. A flip at A takes |01><10| to |11><00|, one at B to |00><11|.
Pair flipped(const Pair& pair, std::size_t bit, double probability, Phase phase)
{
    if (probability <= 0.0) return pair;
    const double sign = bit == kA ? signOf(phase) : 1.0;
    Pair other{{}, sign * pair.even, sign * pair.odd};
    for (std::size_t i = 0; i < 4; ++i) other.populations[i] = pair.populations[i ^ bit];
    return (1.0 - probability) * pair + probability * other;
}

/// As heralded under this phase.
Pair heralded(const LinkPhysics& physics, const XState& pair, Phase phase)
{
    return flipped(flipped({pair.populations, pair.coherence, 0.0}, kA, physics.thermalFlipA, phase), kB, physics.thermalFlipB, phase);
}

Pair waited(const Pair& pair, const PauliFactors& factors)
{
    return {afterNoise(pair.populations, factors), factors.coherence * pair.odd, factors.coherence * pair.even};
}

/// One half replaced by the mixed one.
Pair mixedAt(const Pair& pair, std::size_t bit)
{
    Pair mixed;
    for (std::size_t i = 0; i < 4; ++i) mixed.populations[i] = 0.5 * (pair.populations[i] + pair.populations[i ^ bit]);
    return mixed;
}

/// The first pair, not normalized, when CNOTs did their work and both ends read 1 on the second, which was what they read xor the
/// first. Coherences of the result are real.
Pair keptByOnes(const Pair& first, const Pair& second, double flip, Phase phase)
{
    const double right = 1.0 - flip;
    const double chances[] = {flip * flip, flip * right, right * flip, right * right};    // by what the second was
    const double sign = signOf(phase);
    Pair kept;
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t was = 0; was < 4; ++was) kept.populations[i] += chances[was] * first.populations[i] * second.populations[was ^ i];
    kept.odd = first.odd * ((sign * chances[0] + chances[3]) * second.odd + (sign * chances[1] + chances[2]) * second.even);
    kept.even = first.even * ((sign * chances[0] + chances[3]) * second.even + (sign * chances[1] + chances[2]) * second.odd);
    return kept;
}

/// The same with gates that fail: such a gate leaves both qubits of its end mixed, as if they had been so before.
Pair keptBy(const LinkPhysics& physics, const Pair& first, const Pair& second, Phase phase)
{
    const double good = physics.distillation.gateQuality, bad = 1.0 - good;
    const auto kept = [&](const Pair& a, const Pair& b) { return keptByOnes(a, b, physics.distillation.readoutFlip, phase); };
    const Pair mixed{{0.0625, 0.0625, 0.0625, 0.0625}, 0.0, 0.0};
    return good * good * kept(first, second) + bad * bad * mixed
        + good * bad * (kept(mixedAt(first, kA), mixedAt(second, kA)) + kept(mixedAt(first, kB), mixedAt(second, kB)));
}

Pair keptAt(Phase phase, const LinkPhysics& physics, const XState& pair, const PauliFactors& waiting)
{
    const Pair fresh = heralded(physics, pair, phase);
    return keptBy(physics, waited(fresh, waiting), fresh, phase);
}

/// Mean over a phase common to both pairs. Half a turn of it is a Z on both pairs, which only the read-out sees and which does not
/// change it: what is kept has a constant part and one of twice the phase, told apart by two phases.
Pair meanKept(const LinkPhysics& physics, const XState& pair, const PauliFactors& waiting)
{
    const double rms = physics.phaseNoise.si();
    const Pair none = keptAt(Phase::None, physics, pair, waiting);
    if (rms == 0.0) return none;
    const double share = 0.5 * (1.0 + std::exp(-2.0 * rms * rms));
    return share * none + (1.0 - share) * keptAt(Phase::QuarterTurn, physics, pair, waiting);
}

} // namespace

PhotonLossRound photonLossRound(const LinkPhysics& physics, const XState& pair, const PauliFactors& waiting, const PauliFactors& after)
{
    const Pair kept = meanKept(physics, pair, waiting);
    const auto& p = kept.populations;
    const double success = p[0] + p[1] + p[2] + p[3];
    if (!(success > 0.0)) return {0.0, werner(0.25), 0.0};
    const auto [left, odd, even] = waited((1.0 / success) * kept, after);
    const double ofOdd = 0.5 * (left[1] + left[2]), ofEven = 0.5 * (left[0] + left[3]);
    // A twirl keeps real coherences and forgets how populations differ.
    const double forgotten = 0.5 * (std::abs(left[0] - left[3]) + std::abs(left[1] - left[2]));
    return {success, {{ofOdd + odd, ofOdd - odd, ofEven + even, ofEven - even}}, forgotten};
}

} // namespace bellweave::engine
