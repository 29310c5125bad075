// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_round.h"

#include <unsupported/Eigen/FFT>

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>

namespace bellweave::engine {
namespace {

using Spectrum = std::vector<std::complex<double>>;

/// The dominant pole: failure(e^exponent) = 1, and the slope of its left side there.
struct Pole {
    double exponent = 0.0;
    double slope = 1.0;
};

/// Newton on log failure(e^s), which is convex and nearly straight, kept below the end of the failures' own tail.
Pole dominantPole(const WaitingSeries& failure, const WaitingSeries::Moments& atZero, double success)
{
    if (success < 1e-8) return {success / atZero.first, atZero.first};    // nothing but the slope survives rounding
    Pole pole;
    WaitingSeries::Moments here = atZero;
    for (int i = 0; i < 60; ++i) {
        const double step = -std::log(here.sum / (atZero.sum + success)) * here.sum / here.first;
        const double next = std::min(pole.exponent + step, 0.5 * (pole.exponent + failure.decay));
        const double change = std::abs(next - pole.exponent);
        here = failure.moments(next);
        pole = {next, here.first};
        if (change <= 1e-7 * next) break;    // the error is about the square of the last change
    }
    return pole;
}

/// Tables of the transform and memory, kept between calls.
struct Circle {
    Eigen::FFT<double> transform{Eigen::default_fft_impl<double>(), Eigen::FFT<double>::HalfSpectrum};
    std::vector<double> folded;
    Spectrum inverse;    ///< 1/(1 - failure)
    Spectrum product;
};

/// The whole series wound around a circle of so many cells.
void fold(const WaitingSeries& series, std::size_t points, std::vector<double>& result)
{
    result.assign(points, 0.0);
    const std::size_t listed = series.values.size();
    for (std::size_t from = 0; from < listed; from += points) {
        const std::size_t count = std::min(points, listed - from);
        for (std::size_t i = 0; i < count; ++i) result[i] += series.values[from + i];
    }
    double now = series.tail / -std::expm1(-series.decay * static_cast<double>(points));
    const double ratio = std::exp(-series.decay);
    const std::size_t start = listed % points;
    for (std::size_t i = start; i < points; ++i, now *= ratio) result[i] += now;
    for (std::size_t i = 0; i < start; ++i, now *= ratio) result[i] += now;
}

/// 1/(1 - failure) around the circle; at 1 it is the mean number of rounds, without cancellation.
void invert(Circle& circle, const WaitingSeries& failure, double rounds, std::size_t points)
{
    fold(failure, points, circle.folded);
    circle.transform.fwd(circle.inverse, circle.folded);
    for (std::complex<double>& value : circle.inverse) value = std::conj(1.0 - value) / std::norm(1.0 - value);
    circle.inverse.front() = rounds;
}

/// Sum over all turns of the circle of success/(1 - failure).
void divide(Circle& circle, const WaitingSeries& success, std::size_t points, std::vector<double>& result)
{
    fold(success, points, circle.folded);
    circle.transform.fwd(circle.product, circle.folded);
    for (std::size_t i = 0; i < circle.inverse.size(); ++i) circle.product[i] *= circle.inverse[i];
    circle.transform.inv(result, circle.product, static_cast<Eigen::Index>(points));
}

/// Powers of two, or three or five quarters of one: what transforms are fast for.
std::size_t fastSize(double atLeast)
{
    std::size_t size = 64;
    while (static_cast<double>(size) < atLeast) size *= 2;
    for (const std::size_t eighths : {5, 6})
        if (static_cast<double>(size / 8 * eighths) >= atLeast) return size / 8 * eighths;
    return size;
}

class Renewal {
public:
    Renewal(const NestedRound& round, const WaitingSeries::Moments& failure, double success)
        : m_round(round), m_rounds(1.0 / success), m_pole(dominantPole(round.failure, failure, success))
    {
    }

    /// Channel by channel on a circle; returns what of the transient reaches its end, and stops where that is too much.
    double solve(std::size_t points, double bearable, std::vector<WaitingSeries>& channels) const
    {
        thread_local Circle circle;
        invert(circle, m_round.failure, m_rounds, points);
        double left = 0.0;
        channels.resize(m_round.success.size());
        for (std::size_t i = channels.size(); i-- > 0 && left <= bearable;) {    // the state's transient is the longer one
            channels[i].decay = m_pole.exponent;
            divide(circle, m_round.success[i], points, channels[i].values);
            left = std::max(left, unwind(channels[i], m_round.success[i].moments(m_pole.exponent).sum / m_pole.slope));
        }
        return left;
    }

private:
    /// Takes the geometric tail's later turns off the first and appends it, so that it starts as `amplitude` at cell 0.
    static double unwind(WaitingSeries& series, double amplitude)
    {
        const std::size_t points = series.values.size();
        const double turn = series.decay * static_cast<double>(points);
        const double later = 1.0 / std::expm1(turn);
        const double ratio = std::exp(-series.decay);
        double now = amplitude;
        double transient = 0.0;
        for (std::size_t cell = 0; cell < points; ++cell, now *= ratio) {
            if (cell % 64 == 0) now = amplitude * std::exp(-series.decay * static_cast<double>(cell));    // roundings add up
            series.values[cell] -= later * now;
            if (cell >= points - points / 8) transient += std::abs(series.values[cell] - now);
        }
        series.tail = amplitude * std::exp(-turn);
        return transient;
    }

    const NestedRound& m_round;
    double m_rounds;
    Pole m_pole;
};

/// The transient decays geometrically, so its size at the end of one circle tells how long the next has to be.
double nextSize(std::size_t points, double left, double bearable)
{
    constexpr double kMargin = 1.12;
    const double factor = left < 0.1 ? kMargin * std::log(bearable) / std::log(left) : 2.0;
    return static_cast<double>(points) * std::min(factor, 2.5);
}

/// No chance is negative and no correlator above 1: bounds what the transforms round.
void tidy(std::vector<WaitingSeries>& channels)
{
    std::vector<double>& chance = channels.front().values;
    for (double& value : chance) value = std::max(0.0, value);
    for (std::size_t i = 1; i < channels.size(); ++i)
        for (std::size_t cell = 0; cell < chance.size(); ++cell)
            channels[i].values[cell] = std::clamp(channels[i].values[cell], -chance[cell], chance[cell]);
}

/// Mean time and state of Wald's identity: exact, whatever the circle.
void takeMeans(DeliveryLaw& law, const NestedRound& round, double meanRound)
{
    const double success = round.success.front().moments().sum;
    law.meanSteps = round.cell * meanRound / success;
    for (std::size_t i = 1; i < 4; ++i)
        law.meanCorrelators.values[i] = round.success[std::min(i, round.success.size() - 1)].moments().sum / success;
}

} // namespace

void repeatUntilSuccess(NestedRound& round, double leftOut, std::size_t mostCells, RepeatedRound& result)
{
    const WaitingSeries::Moments success = round.success.front().moments();
    const WaitingSeries::Moments failure = round.failure.moments();
    const double meanRound = success.first + failure.first;
    result.law.cell = round.cell;
    result.rounds = 1.0 / success.sum;
    result.leftOut = std::abs(1.0 - success.sum - failure.sum) * result.rounds;
    takeMeans(result.law, round, meanRound);
    if (failure.sum == 0.0) {
        std::swap(result.law.channels, round.success);
        return;
    }
    const Renewal renewal(round, failure, success.sum);
    double left = 1.0;
    for (std::size_t points = fastSize(8.0 * meanRound); left > leftOut; points = fastSize(nextSize(points, left, leftOut))) {
        const double bearable = points < mostCells ? leftOut : 1.0;
        left = renewal.solve(points, bearable, result.law.channels);
        if (points >= mostCells) break;
    }
    tidy(result.law.channels);
    result.leftOut += 8.0 * left;
}

} // namespace bellweave::engine
