// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/distillation.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

constexpr std::size_t kPhase = 1;   // z bit of an index 2x+z
constexpr std::size_t kBit = 2;     // x bit

constexpr ErrorOrder kAsTheyAre{1, 2, 3};
constexpr ErrorOrder kExchanged{3, 2, 1};
constexpr ErrorOrder kAllOrders[] = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};

BellDiagonal ordered(const BellDiagonal& state, ErrorOrder order)
{
    const auto& w = state.weights;
    return {{w[0], w[order[0]], w[order[1]], w[order[2]]}};
}

/// Both halves of a pair through depolarizing one-qubit gates: p^2 of the state, the rest mixed.
BellDiagonal rotated(const BellDiagonal& state, double oneQubitQuality)
{
    BellDiagonal result = state;
    const double left = oneQubitQuality * oneQubitQuality;
    for (double& weight : result.weights) weight = left * weight + (1.0 - left) / 4.0;
    return result;
}

/// The first of the best orders.
template<typename Fidelity>
ErrorOrder bestOf(Fidelity fidelityOf)
{
    ErrorOrder best = kAsTheyAre;
    double fidelity = -1.0;
    for (const ErrorOrder& order : kAllOrders) {
        const double next = fidelityOf(order);
        if (next <= fidelity) continue;
        fidelity = next;
        best = order;
    }
    return best;
}

/// All four halves of two pairs, likewise.
JointWeights rotated(JointWeights joint, double oneQubitQuality)
{
    const double left = oneQubitQuality * oneQubitQuality;
    const auto mix = [&](std::size_t first, std::size_t step) {
        const double sum = joint[first] + joint[first + step] + joint[first + 2 * step] + joint[first + 3 * step];
        for (std::size_t i = 0; i < 4; ++i) joint[first + i * step] = left * joint[first + i * step] + 0.25 * (1.0 - left) * sum;
    };
    for (std::size_t i = 0; i < 4; ++i) mix(4 * i, 1);
    for (std::size_t j = 0; j < 4; ++j) mix(j, 4);
    return joint;
}

/// Indices of control and target after a CNOT at both ends: bit errors go forth, phase errors back.
struct Pair {
    std::size_t control;
    std::size_t target;
};
Pair afterCnot(Pair pair)
{
    return {pair.control ^ (pair.target & kPhase), pair.target ^ (pair.control & kBit)};
}

/// Both results of a pair's read-out flip with the same chance: they agree although they should not, or the reverse.
double agreementFlip(double readoutFlip) { return 2.0 * readoutFlip * (1.0 - readoutFlip); }

/// Two gates, one at each end, leave the pairs undisturbed with p_g^2, else completely mixed.
double undisturbed(const DistillationQuality& quality) { return quality.gateQuality * quality.gateQuality; }

/// What a CNOT at both ends and agreeing results leave, by indices of errors: phase errors of the sacrificed pair go over to the kept
/// one; results agree when both pairs have a bit error or none, with `agree`, else with `disagree`.
std::array<double, 4> afterRound(const std::array<double, 4>& p, const std::array<double, 4>& q, double agree, double disagree)
{
    return {agree * (p[0] * q[0] + p[1] * q[1]) + disagree * (p[0] * q[2] + p[1] * q[3]),
            agree * (p[0] * q[1] + p[1] * q[0]) + disagree * (p[0] * q[3] + p[1] * q[2]),
            agree * (p[2] * q[2] + p[3] * q[3]) + disagree * (p[2] * q[0] + p[3] * q[1]),
            agree * (p[2] * q[3] + p[3] * q[2]) + disagree * (p[2] * q[1] + p[3] * q[0])};
}

Distilled normalized(std::array<double, 4> weights)
{
    const double success = weights[0] + weights[1] + weights[2] + weights[3];
    if (success <= 0.0) return {0.0, werner(0.25)};
    for (double& weight : weights) weight /= success;
    return {success, {weights}};
}

/// What double selection keeps, not normalized, of rotated pairs in this order.
std::array<double, 4> selected(const JointWeights& keptAndFirst, const std::array<double, 4>& second, ErrorOrder order, const DistillationQuality& quality)
{
    const double left = undisturbed(quality), flip = agreementFlip(quality.readoutFlip);
    const std::size_t from[] = {0, order[0], order[1], order[2]};
    std::array<double, 4> chances{};    // that both checks pass, by the first sacrificed pair after its first CNOTs
    for (std::size_t j = 0; j < 4; ++j)
        for (std::size_t k = 0; k < 4; ++k) {
            const Pair after = afterCnot({k, j});
            const double agree = (after.target & kBit ? flip : 1.0 - flip) * (after.control & kPhase ? flip : 1.0 - flip);
            chances[j] += second[from[k]] * (left * agree + (1.0 - left) / 4.0);
        }
    std::array<double, 4> weights{};
    const double mixed = (1.0 - left) / 16.0 * (chances[0] + chances[1] + chances[2] + chances[3]);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            const Pair after = afterCnot({i, j});
            weights[after.control] += left * keptAndFirst[4 * from[i] + from[j]] * chances[after.target];
        }
        weights[i] += mixed;
    }
    return weights;
}

} // namespace

Distilled distill(const BellDiagonal& kept, const BellDiagonal& sacrificed, ErrorOrder keptOrder, ErrorOrder sacrificedOrder,
                  const DistillationQuality& quality)
{
    const BellDiagonal p = rotated(ordered(kept, keptOrder), quality.oneQubitQuality);
    const BellDiagonal q = rotated(ordered(sacrificed, sacrificedOrder), quality.oneQubitQuality);
    const double left = undisturbed(quality);
    const double flip = agreementFlip(quality.readoutFlip);
    std::array<double, 4> weights = afterRound(p.weights, q.weights, left * (1.0 - flip), left * flip);
    for (double& weight : weights) weight += (1.0 - left) / 8.0;    // completely mixed pairs agree half the time
    return normalized(weights);
}

Distilled bbpssw(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality)
{
    return distill(werner(kept.fidelity()), werner(sacrificed.fidelity()), kAsTheyAre, kAsTheyAre, quality);
}

Distilled dejmps(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality)
{
    return distill(kept, sacrificed, kExchanged, kExchanged, quality);
}

Distilled bestDistillation(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality)
{
    Distilled best;
    best.state.weights[0] = 0.0;
    for (const ErrorOrder& keptOrder : kAllOrders)
        for (const ErrorOrder& sacrificedOrder : kAllOrders) {
            const Distilled next = distill(kept, sacrificed, keptOrder, sacrificedOrder, quality);
            if (next.state.fidelity() > best.state.fidelity()) best = next;
        }
    return best;
}

ErrorOrder bestLikeOrder(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality)
{
    const auto p = rotated(kept, quality.oneQubitQuality).weights, q = rotated(sacrificed, quality.oneQubitQuality).weights;
    const double left = undisturbed(quality), flip = agreementFlip(quality.readoutFlip), mixed = (1.0 - left) / 8.0;
    const double agree = left * (1.0 - flip), disagree = left * flip;
    return bestOf([&](ErrorOrder order) {
        const auto [a, b, c] = order;
        const double good = agree * (p[0] * q[0] + p[a] * q[a]) + disagree * (p[0] * q[b] + p[a] * q[c]) + mixed;
        const double straightP = p[0] + p[a], straightQ = q[0] + q[a], flippedP = p[b] + p[c], flippedQ = q[b] + q[c];
        return good / (agree * (straightP * straightQ + flippedP * flippedQ) + disagree * (straightP * flippedQ + flippedP * straightQ) + 4.0 * mixed);
    });
}

JointWeights jointWeights(const BellDiagonal& one, const BellDiagonal& other)
{
    JointWeights joint{};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) joint[4 * i + j] = one.weights[i] * other.weights[j];
    return joint;
}

JointWeights fromJointCorrelators(const std::array<Correlators, 4>& rows)
{
    constexpr double kSigns[4][4] = {{1, 1, 1, 1}, {1, 1, -1, -1}, {1, -1, 1, -1}, {1, -1, -1, 1}};
    std::array<Correlators, 4> half{};    // by correlator of the first and index of the second
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t j = 0; j < 4; ++j) {
            half[a].values[j] = 0.0;
            for (std::size_t b = 0; b < 4; ++b) half[a].values[j] += 0.25 * kSigns[j][b] * rows[a].values[b];
        }
    JointWeights joint;
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            double sum = 0.0;
            for (std::size_t a = 0; a < 4; ++a) sum += 0.25 * kSigns[i][a] * half[a].values[j];
            joint[4 * i + j] = std::max(0.0, sum);    // rounding may leave -1e-17
        }
    return joint;
}

Distilled doubleSelection(const JointWeights& keptAndFirst, const BellDiagonal& second, ErrorOrder order, const DistillationQuality& quality)
{
    return normalized(selected(rotated(keptAndFirst, quality.oneQubitQuality), rotated(second, quality.oneQubitQuality).weights, order, quality));
}

Distilled doubleSelection(const BellDiagonal& kept, const BellDiagonal& first, const BellDiagonal& second, const DistillationQuality& quality)
{
    return doubleSelection(jointWeights(kept, first), second, kAsTheyAre, quality);
}

ErrorOrder bestDoubleOrder(const JointWeights& keptAndFirst, const BellDiagonal& second, const DistillationQuality& quality)
{
    const JointWeights joint = rotated(keptAndFirst, quality.oneQubitQuality);
    const auto third = rotated(second, quality.oneQubitQuality).weights;
    return bestOf([&](ErrorOrder order) { return normalized(selected(joint, third, order, quality)).state.fidelity(); });
}

} // namespace bellweave::engine
