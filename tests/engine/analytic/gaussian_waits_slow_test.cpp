// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_draws.h"
#include "engine/analytic/plan_law.h"
#include "tests/support/given_chain.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <limits>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const Duration kForever = Duration::fromSi(std::numeric_limits<double>::infinity());
const BellDiagonal kPerfect{{1.0, 0.0, 0.0, 0.0}};
constexpr double kAttempt = 1e-3;    // s

/// Pairs of nested halves of a chain, with the birth of every half: the coherence of each falls as e^(-(t/T2)²) from there on.
class Births {
public:
    Births(const std::vector<double>& chances, double coherence, bool endsHold, double swapSuccess, double limit)
        : m_chances(chances), m_coherence(coherence), m_endsHold(endsHold), m_swapSuccess(swapSuccess), m_limit(limit)
    {
    }

    struct Mean {
        double value = 0.0;
        double error = 0.0;    ///< standard
    };
    /// Of the coherence of what is delivered.
    Mean coherence(int trials, bool atOnce)
    {
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < trials; ++i) {
            Pair pair = atOnce ? together() : nested(0, m_chances.size());
            if (m_endsHold) pair.exponent += faded(pair.time - pair.bornFirst) + faded(pair.time - pair.bornLast);
            const double left = std::exp(-pair.exponent);
            sum += left;
            squares += left * left;
        }
        const double mean = sum / trials;
        return {mean, std::sqrt((squares / trials - mean * mean) / trials)};
    }

private:
    struct Pair {
        double time = 0.0, bornFirst = 0.0, bornLast = 0.0, exponent = 0.0;
    };

    double faded(double time) const { return time * time / (m_coherence * m_coherence); }
    Pair link(std::size_t hop)
    {
        const double time = kAttempt * (1.0 + std::geometric_distribution<int>(m_chances[hop])(m_random));
        return {time, time, time, 0.0};
    }
    Pair nested(std::size_t first, std::size_t count)
    {
        if (count == 1) return link(first);
        for (double start = 0.0;;) {
            const Pair a = nested(first, count / 2), b = nested(first + count / 2, count - count / 2);
            const double now = std::max(a.time, b.time), early = std::min(a.time, b.time);
            if (now - early > m_limit) start += early + m_limit;
            else if (std::uniform_real_distribution<double>()(m_random) >= m_swapSuccess) start += now;
            else return {start + now, start + a.bornFirst, start + b.bornLast, a.exponent + b.exponent + faded(now - a.bornLast) + faded(now - b.bornFirst)};
        }
    }
    Pair together()
    {
        Pair all = link(0);
        double before = all.time;
        for (std::size_t hop = 1; hop < m_chances.size(); ++hop) {
            const Pair next = link(hop);
            all.exponent += faded(next.time - before);    // the earlier of the two halves waits
            before = all.bornLast = next.time;
            all.time = std::max(all.time, next.time);
        }
        return all;
    }

    std::vector<double> m_chances;
    double m_coherence;
    bool m_endsHold;
    double m_swapSuccess;
    double m_limit;
    std::mt19937_64 m_random{7};
};

GivenChain givenChain(const std::vector<double>& chances, double coherence, double swapSuccess)
{
    GivenChain given;
    given.stations.push_back(givenStation(kForever, Duration::fromSi(coherence), swapSuccess));
    for (const double chance : chances) {
        given.addLink(chance, Duration::fromSi(kAttempt), kPerfect);
        given.stations.push_back(given.stations.front());
    }
    for (NodeHardware& station : given.stations) station.memory.coherenceDecay = CoherenceDecay::Gaussian;
    return given;
}

} // namespace

class GaussianWaitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreeWithBirthsOfHalves_data()
    {
        QTest::addColumn<std::vector<double>>("chances");
        QTest::addColumn<double>("coherence");
        QTest::addColumn<bool>("endsHold");
        QTest::addColumn<double>("swapSuccess");
        QTest::addColumn<double>("limit");
        const double none = std::numeric_limits<double>::infinity();
        const std::vector<double> two{0.01, 0.02}, four{0.02, 0.01, 0.015, 0.02}, eight(8, 0.02);
        for (const double coherence : {2.0, 0.5, 0.2})
            for (const bool hold : {false, true}) {
                const auto row = [&](const char* name) -> QTestData& { return QTest::addRow("%s, T2 %g s, ends %s", name, coherence, hold ? "hold" : "measure"); };
                row("two hops") << two << coherence << hold << 1.0 << none;
                row("four hops") << four << coherence << hold << 1.0 << none;
                row("four hops, swaps of a half") << four << coherence << hold << 0.5 << none;
                row("four hops, within 50 ms") << four << coherence << hold << 1.0 << 0.05;
                row("eight hops") << eight << coherence << hold << 1.0 << none;
            }
    }
    void agreeWithBirthsOfHalves()
    {
        QFETCH(const std::vector<double>, chances);
        QFETCH(const double, coherence);
        QFETCH(const bool, endsHold);
        QFETCH(const double, swapSuccess);
        QFETCH(const double, limit);
        const GivenChain given = givenChain(chances, coherence, swapSuccess);
        const Chain chain = given.chain(endsHold);
        Births births(chances, coherence, endsHold, swapSuccess, limit);
        const PairPlan plan = nestedPlan(chances.size(), limit);
        const Births::Mean truth = births.coherence(100000, false);
        const double law = planLaw(chain, plan, {}).law.meanCorrelators.values[2];
        PlanDraws draws(chain, plan, 3);
        constexpr int kDrawn = 20000;
        double drawn = 0.0;
        for (std::uint64_t i = 0; i < kDrawn; ++i) drawn += draws.deliver(i, 1 << 20)->state.values[2] / kDrawn;
        const double share = std::sqrt(1.0 + 100000.0 / kDrawn);
        QVERIFY2(std::abs(drawn - truth.value) < 5.0 * share * truth.error, qPrintable(told("drawn", drawn, truth)));
        verifyBound("nested", law, truth);
        if (swapSuccess < 1.0 || std::isfinite(limit)) return;
        verifyBound("at once", toCorrelators(evaluateChain(chain, 192).state).values[2], births.coherence(100000, true));
    }
    void twoHopsAreExactOnAverage()
    {
        const std::vector<double> chances{0.01, 0.02};
        for (const bool hold : {false, true}) {
            const GivenChain given = givenChain(chances, 0.2, 1.0);
            const Births::Mean truth = Births(chances, 0.2, hold, 1.0, kForever.si()).coherence(400000, true);
            const double atOnce = toCorrelators(evaluateChain(given.chain(hold), 192).state).values[2];
            QVERIFY2(std::abs(atOnce - truth.value) < 5.0 * truth.error, qPrintable(told("at once", atOnce, truth)));
        }
    }
    void longCoherenceIsNoLimitWhateverItsShape()
    {
        GivenChain given = givenChain({0.01, 0.02, 0.01}, 1e6, 1.0);
        QVERIFY(evaluateChain(given.chain(), 192).state.fidelity() > 1.0 - 1e-9);
    }

private:
    static QString told(const char* what, double value, const Births::Mean& truth)
    {
        return QStringLiteral("%1 %2, births %3 ± %4").arg(QLatin1String(what)).arg(value).arg(truth.value).arg(truth.error);
    }
    /// Waits at several stations, and those of one half one after the other, count as independent: that loses a little more.
    static void verifyBound(const char* what, double value, const Births::Mean& truth)
    {
        QVERIFY2(value < truth.value + 5.0 * truth.error, qPrintable(told(what, value, truth)));
        QVERIFY2(1.0 - value < (1.0 - truth.value) * 7.0 / 6.0 + 5.0 * truth.error, qPrintable(told(what, value, truth)));
    }
    static PairPlan nestedPlan(std::size_t hops, double limit)
    {
        const QString within = std::isfinite(limit) ? QStringLiteral(" within %1 ms").arg(limit * 1e3) : QString();
        const auto text = [&](auto& self, std::size_t first, std::size_t count) -> QString {
            if (count == 1) return QString::number(first + 1);
            return QStringLiteral("(%1 + %2)%3").arg(self(self, first, count / 2), self(self, first + count / 2, count - count / 2), within);
        };
        return *parsePairPlan(text(text, 0, hops));
    }
};

BELLWEAVE_TEST(GaussianWaitsTest)
#include "gaussian_waits_slow_test.moc"
