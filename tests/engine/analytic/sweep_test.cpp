// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/sweep.h"
#include "engine/api/evaluator.h"
#include "model/edit/field.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

using namespace bellweave;
using namespace bellweave::engine;

class SweepTest : public QObject {
    Q_OBJECT

    const QString m_coherence = QStringLiteral("repeater/memory/t2_s");

    static Network chain() { return test::aChain(3).spaced(30_km).withMemory(1_s).wanting(0.6, Rate::fromSi(1e-3)); }

    /// Every point is what a design with that value gives by itself.
    static void compareWithFreshEvaluations(const Network& network, const ElementRef& element, const QString& path, const std::vector<double>& values)
    {
        const auto points = sweep(network, DemandId(1), element, path, values);
        QCOMPARE(points.size(), values.size());
        for (std::size_t at = 0; at < points.size(); ++at) {
            QCOMPARE(points[at].value, values[at]);
            const auto patch = setField(network, element, path, exactNumber(values[at]));
            QVERIFY2(patch, "the test sweeps over values that are allowed");
            Network changed = network;
            applyPatch(changed, *patch);
            const Evaluation fresh = evaluate(changed);
            QVERIFY(points[at].outcome == sweepOutcome(fresh, *fresh.find(DemandId(1))));
            QVERIFY(points[at].outcome);
        }
    }

private Q_SLOTS:
    void everyPointEqualsAFreshEvaluation()
    {
        compareWithFreshEvaluations(chain(), SiteId(2), m_coherence, {0.01, 0.1, 1.0, 10.0});
        compareWithFreshEvaluations(chain(), LinkId(2), QStringLiteral("fiber/length_m"), {1e3, 20e3, 60e3});
        compareWithFreshEvaluations(chain(), LinkId(1), QStringLiteral("fiber/attenuation_db_per_km"), {0.15, 0.2, 0.4, 0.17});
        compareWithFreshEvaluations(chain(), ElementRef(), QStringLiteral("settings/route_factor"), {1.0, 1.3, 2.0});
    }

    void whatIsSweptBeforeLeavesNoTrace()
    {
        const std::vector<double> up{0.1, 0.2, 0.4}, down{0.4, 0.2, 0.1};
        const auto rising = sweep(chain(), DemandId(1), SiteId(2), m_coherence, up);
        const auto falling = sweep(chain(), DemandId(1), SiteId(2), m_coherence, down);
        for (std::size_t at = 0; at < up.size(); ++at) QVERIFY(rising[at].outcome == falling[up.size() - 1 - at].outcome);
    }

    /// A geometric distribution: on the average 1/p attempts of 1 ms for a pair. Ends with one qubit make one pair at a time.
    void aMeasuredLinkGivesSuccessProbabilityOverAttemptTime()
    {
        const Network network = test::aChain(1).measured(0.01, 0.95).wanting(0.6, Rate::fromSi(1e-6)).eachHardware([](NodeHardware& hardware) {
            hardware.memory.slots = 1;
        });
        const std::vector<double> probabilities{0.001, 0.01, 0.1, 0.25, 0.5};
        const auto points = sweep(network, DemandId(1), LinkId(1), QStringLiteral("measured/success_probability"), probabilities);
        for (std::size_t at = 0; at < probabilities.size(); ++at) {
            QVERIFY(points[at].outcome);
            const double ratio = points[at].outcome->rate.si() / (probabilities[at] / 1e-3);
            QVERIFY2(std::abs(ratio - 1.0) < 1e-9, qPrintable(QString::number(ratio, 'g', 12)));
        }
    }

    void fidelityRisesWithCoherenceTime()
    {
        const auto points = sweep(chain(), DemandId(1), SiteId(2), m_coherence, {0.02, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0});
        for (std::size_t at = 1; at < points.size(); ++at) QVERIFY(points[at].outcome->fidelity > points[at - 1].outcome->fidelity);
    }

    /// withMemory() sets T1 to ten times T2; T2 is at most twice T1.
    void aRefusedValueSaysWhyAndLeavesTheOthers()
    {
        const auto points = sweep(chain(), DemandId(1), SiteId(2), m_coherence, {1.0, 100.0, 2.0, -1.0});
        QVERIFY(points[0].outcome && points[2].outcome);
        const auto whyNot = setField(chain(), SiteId(2), m_coherence, QStringLiteral("100"));
        QVERIFY(!whyNot);
        QVERIFY(!points[1].outcome && !points[3].outcome);
        QCOMPARE(points[1].reason, whyNot.error().sentence);
        QVERIFY(!points[3].reason.isEmpty());
    }

    void aDemandWithoutRouteSaysWhy()
    {
        Network network = chain();
        network.links.erase(LinkId(2));
        const auto points = sweep(network, DemandId(1), SiteId(2), m_coherence, {1.0});
        QVERIFY(!points[0].outcome);
        QCOMPARE(points[0].reason, evaluate(network).find(DemandId(1))->reason);
        QVERIFY(!points[0].reason.isEmpty());
    }

    void anElementThatIsGoneIsAReason()
    {
        const auto points = sweep(chain(), DemandId(1), SiteId(99), m_coherence, {1.0});
        QVERIFY(!points[0].outcome && !points[0].reason.isEmpty());
    }

    void endsEarlyWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(sweep(chain(), DemandId(1), SiteId(2), m_coherence, {1.0, 2.0}, source.get_token()).empty());
    }
};

BELLWEAVE_TEST(SweepTest)
#include "sweep_test.moc"
