// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_round.h"

#include "engine/analytic/round_window.h"

#include <array>

namespace bellweave::engine {
namespace {

template <std::size_t N> using Values = std::array<double, N>;

template <std::size_t N> double wernerOf(const Values<N>& v)
{
    if constexpr (N == 2) return v[1];
    else return (v[1] + v[2] + v[3]) / 3.0;
}

/// Bilinear and symmetric in the two pairs: what they give, and the chance that they give nothing.
template <std::size_t N> struct Outcome {
    Values<N> success;
    double failure;
};

template <std::size_t N> Outcome<N> swapped(const NestedUnit& unit, const Values<N>& a, const Values<N>& b)
{
    Outcome<N> result;
    result.success[0] = unit.success * a[0] * b[0];
    for (std::size_t i = 1; i < N; ++i) result.success[i] = unit.success * unit.factors.values[i] * a[i] * b[i];
    result.failure = (1.0 - unit.success) * a[0] * b[0];
    return result;
}

template <std::size_t N> Outcome<N> bbpsswOf(const NestedUnit& unit, const Values<N>& a, const Values<N>& b)
{
    const double wa = wernerOf<N>(a);
    const double wb = wernerOf<N>(b);
    const double both = a[0] * b[0];
    const double w = (a[0] * wb + wa * b[0] + 4.0 * wa * wb) / 6.0;
    Outcome<N> result;
    result.success[0] = 0.5 * (both + wa * wb);
    for (std::size_t i = 1; i < N; ++i) result.success[i] = unit.factors.values[i] * w;
    result.failure = 0.5 * (both - wa * wb);
    return result;
}

/// The bit flips of Phi- and Psi- exchanged, <ZZ> and -<YY> change places; then pairs of equal bit flips are kept.
Outcome<4> dejmpsOf(const NestedUnit& unit, const Values<4>& a, const Values<4>& b)
{
    const auto& f = unit.factors.values;
    const double both = a[0] * b[0];
    return {{0.5 * (both + a[3] * b[3]), 0.5 * f[1] * (a[0] * b[3] + a[3] * b[0]), 0.5 * f[2] * (a[2] * b[2] + a[1] * b[1]),
             0.5 * f[3] * (a[2] * b[1] + a[1] * b[2])},
            0.5 * (both - a[3] * b[3])};
}

template <std::size_t N> Outcome<N> outcome(const NestedUnit& unit, const Values<N>& a, const Values<N>& b)
{
    if constexpr (N == 4)
        if (unit.kind == NestedUnit::Kind::Dejmps) return dejmpsOf(unit, a, b);
    return unit.kind == NestedUnit::Kind::Swap ? swapped<N>(unit, a, b) : bbpsswOf<N>(unit, a, b);
}

/// Rounds in which the partner is late: they end one cut-off after the first pair.
void addLate(std::vector<double>& failure, const WaitingSeries& probability, const std::vector<double>& left, const RoundWindow& window,
             double delay)
{
    const std::size_t count = probability.values.size();
    const auto whole = static_cast<std::size_t>(delay);
    const double part = delay - std::floor(delay);
    for (std::size_t cell = 0; cell + whole + 1 < count; ++cell) {
        const double late = lateChance(probability, left, window, cell);
        const double same = (1.0 - window.none) * probability.values[cell];
        const double chance = probability.values[cell] * (2.0 * late + same);
        failure[cell + whole] += (1.0 - part) * chance;
        failure[cell + whole + 1] += part * chance;
    }
}

template <std::size_t N> void play(const DeliveryLaw& input, const NestedUnit& unit, const WaitingDecay& decay, NestedRound& round)
{
    const std::size_t count = input.probability().values.size();
    const bool isCut = unit.cutoff && *unit.cutoff < input.cell * static_cast<double>(count);
    const std::optional<double> cutoff = isCut ? std::optional(std::floor(*unit.cutoff)) : std::nullopt;
    const RoundWindow window = windowOf(cutoff, input.cell);
    input.probability().survival(round.left);
    const double total = round.left[0] + input.probability().values[0];
    const bool canFail = unit.kind != NestedUnit::Kind::Swap || unit.success < 1.0 || cutoff;
    std::vector<EarlierSum> earlier;
    for (std::size_t i = 1; i < N; ++i)
        earlier.emplace_back(input.channels[i].values, std::exp(-input.cell * (i == 1 ? decay.zz : decay.xx)), window);

    round.cell = input.cell;
    round.success.resize(N);
    for (WaitingSeries& channel : round.success) channel.values.resize(count);
    round.failure.values.resize(canFail ? count : 0);
    for (std::size_t cell = 0; cell < count; ++cell) {
        Values<N> later, both;
        const double before = std::max(0.0, earlierChance(round.left, total, window, cell));
        for (std::size_t i = 0; i < N; ++i) {
            later[i] = input.channels[i].values[cell];
            // No correlator exceeds 1: keeps what is rounded small where hardly anything is left.
            const double sum = i == 0 ? before : std::clamp(earlier[i - 1].at(cell), -before, before);
            both[i] = window.none * later[i] + 2.0 * sum;
        }
        const Outcome<N> made = outcome<N>(unit, later, both);
        for (std::size_t i = 0; i < N; ++i) round.success[i].values[cell] = made.success[i];
        if (canFail) round.failure.values[cell] = made.failure;
    }
    if (cutoff) addLate(round.failure.values, input.probability(), round.left, window, *cutoff / input.cell);
}

} // namespace

void playRound(const DeliveryLaw& input, const NestedUnit& unit, const WaitingDecay& decay, NestedRound& round)
{
    input.isWerner() ? play<2>(input, unit, decay, round) : play<4>(input, unit, decay, round);
    const double least = input.probability().decay;
    round.failure.fitTail(least);
    for (WaitingSeries& channel : round.success) channel.fitTail(least);
}

} // namespace bellweave::engine
