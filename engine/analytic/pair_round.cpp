// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/pair_round.h"

#include "engine/analytic/round_window.h"

#include <unsupported/Eigen/FFT>

#include <array>
#include <complex>
#include <span>

namespace bellweave::engine {
namespace {

using Values = PairMap::Values;
using Spectrum = std::vector<std::complex<double>>;

std::size_t listed(const AwaitedPair& pair) { return pair.law.probability().values.size(); }

void extendTo(AwaitedPair& pair, std::size_t count)
{
    for (WaitingSeries& channel : pair.law.channels) channel.extendTo(count);
}

double rateOf(const WaitingDecay& decay, std::size_t channel)
{
    if (channel == 0) return 0.0;
    return channel == 1 ? decay.zz : decay.xx;
}

Values valuesAt(const DeliveryLaw& law, std::size_t cell)
{
    return {law.channels[0].values[cell], law.channels[1].values[cell], law.channels[2].values[cell], law.channels[3].values[cell]};
}

/// One pair's sums over the cells before, decayed until now.
class Earlier {
public:
    Earlier(const AwaitedPair& pair, const RoundWindow& window) : m_window(window)
    {
        pair.law.probability().survival(left);
        m_total = left[0] + pair.law.probability().values[0];
        const double cell = pair.law.cell;
        for (std::size_t i = 1; i < 4; ++i) m_sums.emplace_back(pair.law.channels[i].values, std::exp(-cell * rateOf(pair.decay, i)), window);
    }

    Values at(std::size_t cell)
    {
        Values result{std::max(0.0, earlierChance(left, m_total, m_window, cell))};
        // No correlator exceeds 1: keeps what is rounded small where hardly anything is left.
        for (std::size_t i = 1; i < 4; ++i) result[i] = std::clamp(m_sums[i - 1].at(cell), -result[0], result[0]);
        return result;
    }

    std::vector<double> left;

private:
    const RoundWindow& m_window;
    double m_total = 0.0;
    std::vector<EarlierSum> m_sums;
};

void prepare(NestedRound& round, double cell, std::size_t count)
{
    round.cell = cell;
    round.success.resize(4);
    for (WaitingSeries& channel : round.success) channel.values.assign(count, 0.0);
    round.failure.values.assign(count, 0.0);
}

void fitTails(NestedRound& round, const DeliveryLaw& a, const DeliveryLaw& b)
{
    const double least = std::min(a.probability().decay, b.probability().decay);
    round.failure.fitTail(least);
    for (WaitingSeries& channel : round.success) channel.fitTail(least);
}

/// Rounds in which the partner is late end one cut-off after the first pair.
void addLate(NestedRound& round, const AwaitedPair& a, const AwaitedPair& b, const Earlier& ofA, const Earlier& ofB, const RoundWindow& window, double delay)
{
    const WaitingSeries& first = a.law.probability();
    const WaitingSeries& second = b.law.probability();
    const auto whole = static_cast<std::size_t>(delay);
    const double part = delay - std::floor(delay);
    std::vector<double>& failure = round.failure.values;
    for (std::size_t cell = 0; cell + whole + 1 < failure.size(); ++cell) {
        const double chance = first.values[cell] * lateChance(second, ofB.left, window, cell) + second.values[cell] * lateChance(first, ofA.left, window, cell)
            + (1.0 - window.none) * first.values[cell] * second.values[cell];
        failure[cell + whole] += (1.0 - part) * chance;
        failure[cell + whole + 1] += part * chance;
    }
}

/// Sum over all pairs that meet of the time between them.
class WaitSum {
public:
    WaitSum(const AwaitedPair& a, const AwaitedPair& b, const RoundWindow& window)
        : m_slow(1e-4 / (a.law.meanSteps + b.law.meanSteps)),
          m_ofA(a.law.probability().values, std::exp(-m_slow * a.law.cell), window), m_ofB(b.law.probability().values, std::exp(-m_slow * b.law.cell), window)
    {
    }

    /// A slow decay tells how long they waited.
    void add(std::size_t cell, double a, double b, double beforeA, double beforeB)
    {
        m_sum += (beforeA - m_ofA.at(cell)) * b + (beforeB - m_ofB.at(cell)) * a;
    }
    double steps() const { return std::max(0.0, m_sum / m_slow); }

private:
    double m_slow;
    EarlierSum m_ofA;
    EarlierSum m_ofB;
    double m_sum = 0.0;
};

struct Transform {
    Eigen::FFT<double> fft{Eigen::default_fft_impl<double>(), Eigen::FFT<double>::HalfSpectrum};
    std::vector<double> padded;

    Spectrum of(const std::vector<double>& values, double keptPerCell, std::size_t points)
    {
        padded.assign(points, 0.0);
        double kept = 1.0;
        for (std::size_t i = 0; i < values.size(); ++i, kept *= keptPerCell) padded[i] = values[i] * kept;
        Spectrum result;
        fft.fwd(result, padded);
        return result;
    }
    void back(const Spectrum& spectrum, std::size_t points, std::vector<double>& values) { fft.inv(values, spectrum, static_cast<Eigen::Index>(points)); }
};

/// Adds the product of two spectra to each of several, with a factor.
template <typename Factor> void addProducts(const Spectrum& a, const Spectrum& b, Factor factor, std::span<Spectrum> sums)
{
    for (std::size_t k = 0; k < sums.size(); ++k) {
        if (factor(k) == 0.0) continue;
        sums[k].resize(a.size());
        for (std::size_t at = 0; at < a.size(); ++at) sums[k][at] += factor(k) * a[at] * b[at];
    }
}

std::size_t powerOfTwo(std::size_t atLeast)
{
    std::size_t size = 64;
    while (size < atLeast) size *= 2;
    return size;
}

} // namespace

double playSideBySide(AwaitedPair& a, AwaitedPair& b, const PairMap& map, std::optional<double> cutoff, NestedRound& round)
{
    const std::size_t count = std::max(listed(a), listed(b));
    extendTo(a, count);
    extendTo(b, count);
    const double cell = a.law.cell;
    const bool isCut = cutoff && *cutoff < cell * static_cast<double>(count);
    const RoundWindow window = windowOf(isCut ? cutoff : std::nullopt, cell);
    Earlier ofA(a, window), ofB(b, window);
    WaitSum waits(a, b, window);
    prepare(round, cell, count);
    double met = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const Values nowA = valuesAt(a.law, i), nowB = valuesAt(b.law, i);
        const Values beforeA = ofA.at(i), beforeB = ofB.at(i);
        Values untilA = beforeA;
        for (std::size_t k = 0; k < 4; ++k) untilA[k] += window.none * nowA[k];
        const Values one = map(untilA, nowB), other = map(nowA, beforeB);
        for (std::size_t k = 0; k < 4; ++k) round.success[k].values[i] = one[k] + other[k];
        const double metFirst = untilA[0] * nowB[0], metSecond = nowA[0] * beforeB[0];
        // Each difference is exactly 0 where nothing can fail.
        round.failure.values[i] = std::max(0.0, metFirst - one[0]) + std::max(0.0, metSecond - other[0]);
        waits.add(i, nowA[0], nowB[0], beforeA[0], beforeB[0]);
        met += metFirst + metSecond;
    }
    if (isCut) addLate(round, a, b, ofA, ofB, window, *cutoff / cell);
    fitTails(round, a.law, b.law);
    return met > 0.0 ? waits.steps() / met : 0.0;
}

void playInTurn(AwaitedPair& first, AwaitedPair& second, const PairMap& map, NestedRound& round)
{
    const std::size_t count = listed(first) + listed(second);
    const std::size_t points = powerOfTwo(count);
    thread_local Transform transform;
    std::array<Spectrum, 4> kept, made;
    for (std::size_t i = 0; i < 4; ++i) {
        kept[i] = transform.of(first.law.channels[i].values, 1.0, points);
        made[i].assign(kept[i].size(), 0.0);
    }
    Spectrum both;
    for (std::size_t j = 0; j < 4; ++j) {
        std::array<Spectrum, 3> later;    // without decay, with that of ZZ and that of XX
        for (std::size_t i = 0; i < 4; ++i) {
            const bool isUsed = (i == 0 && j == 0) || std::ranges::any_of(map.m, [&](const auto& row) { return row[i][j] != 0.0; });
            if (!isUsed) continue;
            Spectrum& decayed = later[std::min<std::size_t>(i, 2)];
            if (decayed.empty()) decayed = transform.of(second.law.channels[j].values, std::exp(-second.law.cell * rateOf(first.decay, i)), points);
            addProducts(kept[i], decayed, [&](std::size_t k) { return map.m[k][i][j]; }, made);
            if (i == 0 && j == 0) addProducts(kept[i], decayed, [](std::size_t) { return 1.0; }, std::span(&both, 1));
        }
    }
    prepare(round, first.law.cell, 0);
    for (std::size_t k = 0; k < 4; ++k) transform.back(made[k], points, round.success[k].values);
    transform.back(both, points, round.failure.values);
    for (std::size_t i = 0; i < points; ++i) {
        double& chance = round.success[0].values[i];
        chance = std::max(0.0, chance);
        for (std::size_t k = 1; k < 4; ++k) round.success[k].values[i] = std::clamp(round.success[k].values[i], -chance, chance);
        round.failure.values[i] = std::max(0.0, round.failure.values[i] - chance);
    }
    for (WaitingSeries& channel : round.success) {
        channel.values.resize(count);
        channel.tail = 0.0;
        channel.decay = std::numeric_limits<double>::infinity();
    }
    round.failure.values.resize(count);
    round.failure.tail = 0.0;
    round.failure.decay = std::numeric_limits<double>::infinity();
}

namespace {

void shift(WaitingSeries& series, double cells)
{
    if (cells <= 0.0) return;
    const auto whole = static_cast<std::size_t>(cells);
    const double part = cells - std::floor(cells);
    std::vector<double> later(series.values.size() + whole + 1, 0.0);
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        later[i + whole] += (1.0 - part) * series.values[i];
        later[i + whole + 1] += part * series.values[i];
    }
    // What would stand in the last place from the tail.
    later.back() += (1.0 - part) * series.tail;
    const double next = std::isinf(series.decay) ? 0.0 : std::exp(-series.decay);
    series.tail *= part + (1.0 - part) * next;
    series.values = std::move(later);
}

} // namespace

void endLater(NestedRound& round, double success, double failure)
{
    for (WaitingSeries& channel : round.success) shift(channel, success / round.cell);
    shift(round.failure, failure / round.cell);
}

void deliverLater(DeliveryLaw& law, double steps)
{
    for (WaitingSeries& channel : law.channels) shift(channel, steps / law.cell);
    law.meanSteps += steps;
}

DeliveryLaw elementaryLaw(double success, double period, const Correlators& state, double cell, double leftOut)
{
    const double fail = std::log1p(-std::min(success, 1.0 - 1e-15));
    const double perCell = cell / period;
    const double attempts = std::max(1.0, std::ceil(std::log(leftOut) / fail));
    std::vector<double> chances(static_cast<std::size_t>(std::ceil(attempts / perCell)) + 2, 0.0);
    // Attempts first … last - 1 lie in [cell i, cell i + 1): sums of q^(k-1) and of k q^(k-1) in closed form.
    struct Sums {
        double attempts = 0.0, chance = 0.0, moment = 0.0;
    };
    const auto upTo = [&](double k) {
        const double left = std::exp(k * fail);
        const double chance = left < 0.5 ? 1.0 - left : -std::expm1(k * fail);    // sum of p q^(j-1), j <= k
        return Sums{k, chance, (chance - k * success * left) / success};
    };
    Sums before;
    for (std::size_t i = 0; i + 1 < chances.size(); ++i) {
        const double last = std::min(attempts, std::ceil((static_cast<double>(i) + 1.0) * perCell - 1e-9) - 1.0);
        if (last <= before.attempts) continue;
        const Sums sums = upTo(last);
        const double chance = sums.chance - before.chance;
        const double place = (sums.moment - before.moment) / perCell - static_cast<double>(i) * chance;
        chances[i] += chance - place;
        chances[i + 1] += place;
        before = sums;
    }
    DeliveryLaw law;
    law.cell = cell;
    for (std::size_t channel = 0; channel < 4; ++channel) {
        WaitingSeries series{chances, 0.0};
        for (double& value : series.values) value *= state.values[channel];
        law.channels.push_back(std::move(series));
    }
    law.meanSteps = period / success;
    law.meanCorrelators = state;
    return law;
}

} // namespace bellweave::engine
