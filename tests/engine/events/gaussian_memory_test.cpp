// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr double kCycle = 1e-3;      // s
constexpr double kSuccess = 0.2;
constexpr double kGaussian = 1.0 / (20e-3 * 20e-3);    // 1/s²: T2* of 20 ms

EventNetwork roundsOf(int links, bool endsHold)
{
    EventNetwork network = EventChain{.links = links, .success = kSuccess, .cycle = kCycle}.network();
    for (auto& station : network.stations) station.gaussian = kGaussian / (kSecondInPicoseconds * kSecondInPicoseconds);
    network.demands[0].isInRounds = true;
    network.demands[0].endsHold = endsHold;
    return network;
}

Estimate fidelityOf(const EventNetwork& network)
{
    EventRun run(network, 9, 0);
    run.proceed(seconds(1e6), 100'000);
    return run.totals().demands[0].fidelities.estimate();
}

void compare(const Estimate& got, double exact, double error = 0.0)
{
    QVERIFY2(std::abs(got.mean - exact) < 4.0 * std::hypot(got.standardError, error), qPrintable(QStringLiteral("%1 ± %2, expected %3").arg(got.mean, 0, 'g', 8).arg(got.standardError).arg(exact, 0, 'g', 8)));
}

/// Of perfect pairs whose ZZ stays: F = (1 + 1 + 2 XX) / 4.
double fidelity(double xx) { return 0.5 * (1.0 + xx); }

/// Mean coherence of two links where the half of the earlier one has waited, `halves` times over.
double coherenceOfTwo(int halves)
{
    double all = kSuccess / (2.0 - kSuccess), chance = 2.0 * all;
    for (int cycles = 1; cycles < 400; ++cycles) {
        chance *= 1.0 - kSuccess;
        all += chance * std::exp(-halves * kGaussian * std::pow(cycles * kCycle, 2));
    }
    return all;
}

} // namespace

class GaussianMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoLinksDecayAsTheSumOverBothGeometricLawsSays()
    {
        compare(fidelityOf(roundsOf(2, false)), fidelity(coherenceOfTwo(1)));
        compare(fidelityOf(roundsOf(2, true)), fidelity(coherenceOfTwo(2)));    // the end beside it waits as long
    }

    /// Each half decays by the square of all of its own wait, through swaps elsewhere; drawn beside the events.
    void aHalfThatWaitsThroughSwapsDecaysByItsWholeAge()
    {
        std::mt19937_64 engine(4);
        std::geometric_distribution<int> failures(kSuccess);
        Moments drawn;
        for (int i = 0; i < 200'000; ++i) {
            const std::array times{kCycle * (1 + failures(engine)), kCycle * (1 + failures(engine)), kCycle * (1 + failures(engine))};
            const double first = std::max(times[0], times[1]), second = std::max(times[1], times[2]), last = std::max(first, second);
            double squares = 0.0;
            for (const double wait : {first - times[0], first - times[1], second - times[1], second - times[2], last - times[0], last - times[2]}) squares += wait * wait;
            drawn.add(Moments(1, fidelity(std::exp(-kGaussian * squares)), 0.0));
        }
        compare(fidelityOf(roundsOf(3, true)), drawn.mean(), drawn.estimate().standardError);
    }

    /// What has waited before the herald counts: (t + a)² - a² more is lost after it.
    void theAgeAtTheHeraldCounts()
    {
        EventNetwork network = roundsOf(2, false);
        constexpr double kAge = 5e-3;
        for (auto& hop : network.demands[0].hops) hop.age = seconds(kAge);
        double all = kSuccess / (2.0 - kSuccess), chance = 2.0 * all;
        for (int cycles = 1; cycles < 400; ++cycles) {
            chance *= 1.0 - kSuccess;
            all += chance * std::exp(-kGaussian * (std::pow(cycles * kCycle + kAge, 2) - kAge * kAge));
        }
        compare(fidelityOf(network), fidelity(all));
    }
};

BELLWEAVE_TEST(GaussianMemoryTest)
#include "gaussian_memory_test.moc"
