// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_law.h"
#include "tests/support/given_chain.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

struct Given {
    double cycle1, success1, cycle2, success2;    ///< ms
    double cutoff;                                ///< ms
};

/// Both geometric laws summed out: mean time of a delivered pair in ms, and what is left of the coherence.
struct Exact {
    double time = 0.0;
    double kept = 0.0;
};
Exact exactly(const Given& given, double coherence)
{
    double works = 0.0, time = 0.0, kept = 0.0;
    const auto last = [](double success) { return static_cast<int>(40.0 / success); };
    for (int n = 1; n < last(given.success1); ++n)
        for (int m = 1; m < last(given.success2); ++m) {
            const double chance = given.success1 * std::pow(1.0 - given.success1, n - 1) * given.success2 * std::pow(1.0 - given.success2, m - 1);
            const double a = given.cycle1 * n, b = given.cycle2 * m, wait = std::abs(a - b);
            const bool isInTime = wait <= given.cutoff + 1e-9;
            works += isInTime ? chance : 0.0;
            kept += isInTime ? chance * std::exp(-2.0 * wait / coherence) : 0.0;
            time += chance * (isInTime ? std::max(a, b) : std::min(a, b) + given.cutoff);
        }
    return {time / works, kept / works};
}

} // namespace

Q_DECLARE_METATYPE(Given)

class PlanCutoffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void attemptsAreInTimeOrNot_data()
    {
        QTest::addColumn<Given>("given");
        const Given rows[] = {{1, 0.2, 1, 0.1, 0.9},  {1, 0.2, 1, 0.1, 0.99}, {1, 0.2, 1, 0.1, 1.0},   {1, 0.2, 1, 0.1, 2.95}, {1, 0.5, 7, 0.5, 0.99},
                              {1, 0.5, 7, 0.5, 3.99}, {1, 0.05, 3, 0.05, 2},  {1, 0.05, 3, 0.05, 5},   {1, 0.2, 3, 0.05, 2},   {1, 0.02, 2, 0.02, 1},
                              {1, 0.02, 7, 0.02, 0},  {1, 0.02, 7, 0.02, 5},  {1, 0.2, 1.37, 0.1, 0.3}, {1, 0.2, 1.37, 0.1, 0.5}};
        for (const Given& row : rows)
            QTest::newRow(qPrintable(QStringLiteral("%1 ms %2, %3 ms %4, within %5 ms").arg(row.cycle1).arg(row.success1).arg(row.cycle2).arg(row.success2).arg(row.cutoff))) << row;
    }
    void attemptsAreInTimeOrNot()
    {
        QFETCH(Given, given);
        constexpr double kCoherence = 5.0;    // ms
        GivenChain parts;
        parts.addLink(given.success1, Duration::fromSi(given.cycle1 * 1e-3), {{1.0, 0.0, 0.0, 0.0}});
        parts.addLink(given.success2, Duration::fromSi(given.cycle2 * 1e-3), {{1.0, 0.0, 0.0, 0.0}});
        const Duration never = Duration::fromSi(1e9);
        parts.stations = {givenStation(never, Duration::fromSi(kCoherence * 1e-3)), givenStation(never, Duration::fromSi(kCoherence * 1e-3)),
                          givenStation(never, Duration::fromSi(kCoherence * 1e-3))};
        const PairPlan plan = parsePairPlan(QStringLiteral("(1 + 2) within %1 ms").arg(given.cutoff)).value();
        const PlanLaw law = planLaw(parts.chain(true), plan, {});
        const Exact exact = exactly(given, kCoherence);
        const double time = law.law.meanSteps * law.step.si() * 1e3, kept = law.law.meanCorrelators.values[2];
        QVERIFY2(std::abs(time / exact.time - 1.0) < 2e-4, qPrintable(QStringLiteral("%1 ms, exactly %2").arg(time, 0, 'g', 8).arg(exact.time, 0, 'g', 8)));
        QVERIFY2(std::abs(kept - exact.kept) < 2e-4, qPrintable(QStringLiteral("%1, exactly %2").arg(kept, 0, 'g', 8).arg(exact.kept, 0, 'g', 8)));
    }
};

BELLWEAVE_TEST(PlanCutoffTest)
#include "plan_cutoff_test.moc"
