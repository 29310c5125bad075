// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/waiting_time.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>
#include <vector>

namespace bellweave::engine {
namespace {

constexpr double kFastestDecay = 700.0;     // e^-700 is the last power that is not yet zero; stands for p = 1
constexpr double kCoincidence = 1e-5;       // relative distance of two rates below which they are parted
constexpr int kSummedSteps = 128;

/// -ln(1-p): the geometric law as e^(-lambda k).
double failureRate(double probability)
{
    Q_ASSERT_X(probability > 0.0 && probability <= 1.0, "waiting_time", "a success probability lies in (0, 1]");
    return std::min(-std::log1p(-probability), kFastestDecay);
}

std::vector<double> failureRates(std::span<const double> probabilities)
{
    std::vector<double> rates(probabilities.size());
    std::transform(probabilities.begin(), probabilities.end(), rates.begin(), failureRate);
    return rates;
}

/// P(max N_i > t).
double stillWaiting(const std::vector<double>& rates, double t)
{
    double allDone = 1.0;
    for (const double rate : rates) allDone *= -std::expm1(-rate * t);
    return 1.0 - allDone;
}

/// d/dt of stillWaiting for t > 0.
double waitingSlope(const std::vector<double>& rates, double t)
{
    double logSlope = 0.0;
    for (const double rate : rates) logSlope += rate / std::expm1(rate * t);
    return (stillWaiting(rates, t) - 1.0) * logSlope;
}

/// Integral of stillWaiting from t to infinity. On a logarithmic axis the integrand falls off on both sides, where equal steps
/// converge exponentially; many segments fall off more steeply and take shorter steps. Below the first point it is constant.
double waitingArea(const std::vector<double>& rates, double t)
{
    constexpr double kFirst = -22.0;
    constexpr double kLast = 4.0;
    const double step = 0.2 / (1.0 + std::log(static_cast<double>(rates.size())));
    const double scale = 1.0 / *std::min_element(rates.begin(), rates.end());
    double sum = scale * std::exp(kFirst - step) / -std::expm1(-step) * stillWaiting(rates, t);
    for (int i = 0; kFirst + i * step < kLast; ++i) {
        const double ahead = scale * std::exp(kFirst + i * step);
        sum += ahead * stillWaiting(rates, t + ahead);
    }
    return step * sum;
}

/// coefficient * e^(-rate k) over k = N - 1 = 0, 1, …
struct Exponential {
    double coefficient = 0.0;
    double rate = 0.0;
};

double sumOverSteps(const std::vector<Exponential>& terms)
{
    double sum = 0.0;
    for (const Exponential& term : terms) sum += term.coefficient / -std::expm1(-term.rate);
    return sum;
}

/// Where rate and joint coincide, each of the two exponentials is infinite and only their sum is not. Moving the rate to either
/// side of itself keeps them apart; the mean over both sides is then right to second order.
double parted(double rate, double joint, double side)
{
    const double smallest = kCoincidence * std::max(joint, rate);
    return std::abs(joint - rate) < smallest ? rate + 2.0 * side * smallest : rate;
}

/// Convolution of each exponential with e^(-joint |k|), then the next segment's law on top: one exponential more.
void appendSegment(std::vector<Exponential>& terms, double joint, double probability, double side)
{
    const double segmentRate = failureRate(probability);
    double fromLeft = 0.0;
    for (Exponential& term : terms) {
        const double rate = parted(term.rate, joint, side);
        const double left = -1.0 / std::expm1(joint - rate);
        const double right = -1.0 / std::expm1(-(rate + joint));
        fromLeft += term.coefficient * left;
        term = {term.coefficient * (right - left) * probability, rate + segmentRate};
    }
    terms.push_back({fromLeft * probability, joint + segmentRate});
}

double waitingFactor(std::span<const double> probabilities, std::span<const double> joints, double side)
{
    std::vector<Exponential> terms;
    terms.reserve(probabilities.size());
    terms.push_back({probabilities[0], failureRate(probabilities[0])});
    for (std::size_t i = 0; i < joints.size(); ++i) appendSegment(terms, joints[i], probabilities[i + 1], side);
    return sumOverSteps(terms);
}

} // namespace

double meanOfMaximum(std::span<const double> probabilities)
{
    if (probabilities.empty()) return 0.0;
    const std::vector<double> rates = failureRates(probabilities);
    double sum = 0.0;
    for (int t = 0; t < kSummedSteps; ++t) sum += stillWaiting(rates, t);
    const double rest = stillWaiting(rates, kSummedSteps);
    if (rest == 0.0) return sum;
    return sum + waitingArea(rates, kSummedSteps) + rest / 2.0 - waitingSlope(rates, kSummedSteps) / 12.0;   // Euler-Maclaurin
}

double meanWaitingFactor(std::span<const double> probabilities, std::span<const double> ratesPerStep)
{
    Q_ASSERT_X(!probabilities.empty() && ratesPerStep.size() + 1 == probabilities.size(), "meanWaitingFactor",
               "a chain has one joint less than segments");
    const double mean = 0.5 * (waitingFactor(probabilities, ratesPerStep, 1.0) + waitingFactor(probabilities, ratesPerStep, -1.0));
    return std::clamp(mean, 0.0, 1.0);
}

CutoffOutcome twoSegmentsWithCutoff(double probability, int cutoff, double ratePerStep)
{
    const double p = probability;
    const double q = 1.0 - p;
    const double rate = failureRate(p);
    const double oneFirst = 2.0 * q * -std::expm1(-rate * cutoff);   // over p: one first, the other within the cut-off
    const double ended = p * (2.0 - p);                              // 1 - q^2: a round's first success in this step
    const double kept = p * p + p * oneFirst;
    const double decaying = -std::expm1(-(rate + ratePerStep) * cutoff) / -std::expm1(-(rate + ratePerStep));
    CutoffOutcome outcome;
    outcome.roundSuccess = kept / ended;
    outcome.meanSteps = (1.0 + oneFirst) / kept;
    outcome.meanFactor = (p * p + 2.0 * p * q * p * std::exp(-ratePerStep) * decaying) / kept;
    return outcome;
}

} // namespace bellweave::engine
