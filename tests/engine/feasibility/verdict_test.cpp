// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/verdict.h"
#include "tests/support/test_program.h"

#include "tests/support/build_network.h"
#include "tests/support/evaluate_with_fixes.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

class VerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDemandWellInsideItsLimitsIsFeasible()
    {
        const Evaluation result = evaluate(aChain(1).measured(0.01, 0.95).wanting(0.8, 1_Hz));
        QCOMPARE(result.verdict.level, VerdictLevel::Feasible);
        QCOMPARE(result.verdict.met, 1);
    }

    void aRateJustAboveItsLimitIsMarginal()
    {
        const Evaluation result = evaluate(aChain(1).measured(0.01, 0.95).wanting(0.8, Rate::fromSi(9.5)));
        QCOMPARE(result.verdict.level, VerdictLevel::Marginal);
    }

    void aFidelityJustAboveItsLimitIsMarginal()
    {
        const Evaluation result = evaluate(aChain(1).measured(0.01, 0.95).wanting(0.949, 1_Hz));
        QCOMPARE(result.verdict.level, VerdictLevel::Marginal);
    }

    void aFailureWithoutAnyFixIsNotFeasibleAndSaysHowManyWereTried()
    {
        // A measured link has no knob to turn.
        const Evaluation result = withFixes(aChain(1).measured(0.01, 0.7).wanting(0.9, 1_Hz));
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasible);
        QVERIFY(result.verdict.fixesSearched);
        QVERIFY2(result.verdict.sentence.contains(QString::number(result.verdict.fixesTried)), qPrintable(result.verdict.sentence));
    }

    /// What is not known yet is not said: no fix can have been found to be missing before one was looked for.
    void beforeTheSearchNobodySaysThatNothingHelps()
    {
        const Evaluation result = evaluate(aChain(1).measured(0.01, 0.7).wanting(0.9, 1_Hz));
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasibleYet);
        QVERIFY(!result.verdict.fixesSearched);
    }

    void aLatencyThatIsAskedForIsARequirement()
    {
        Network network = aChain(1).measured(0.01, 0.95).wanting(0.8, 1_Hz);
        const Duration reached = evaluate(network).demands.begin()->latencyP95;
        // One attempt of 1 ms in a hundred succeeds: 95 % of pairs are there after ln 0.05/ln 0.99 = 298.07 attempts.
        QVERIFY(std::abs(reached.si() - 0.299) < 2e-3);
        const auto within = [&](Duration limit) {
            Demand demand = *network.demands.find(DemandId(1));
            demand.maxLatency = limit;
            network.demands.put(demand);
            return evaluate(network);
        };
        QCOMPARE(within(2.0 * reached).verdict.level, VerdictLevel::Feasible);
        QCOMPARE(within(1.05 * reached).verdict.level, VerdictLevel::Marginal);
        const Evaluation late = within(0.5 * reached);
        QVERIFY(!late.demands.begin()->meetsLatency && !late.demands.begin()->feasible);
        QVERIFY2(late.verdict.sentence.contains(QStringLiteral("95 % of its pairs within")), qPrintable(late.verdict.sentence));
        QCOMPARE(late.verdict.requirements.size(), std::size_t(3));
    }

    /// Ends half a degree of longitude apart at 50° north, 35.8 km: light needs 120 µs.
    void nothingIsSoonerThanLight()
    {
        Network network = aChain(1).measured(0.01, 0.95).wanting(0.8, 1_Hz);
        Demand demand = *network.demands.find(DemandId(1));
        demand.maxLatency = 100_us;
        network.demands.put(demand);
        const Evaluation result = evaluate(network);
        QCOMPARE(result.verdict.level, VerdictLevel::Impossible);
        QVERIFY2(result.verdict.sentence.contains(QStringLiteral("light alone needs 12")), qPrintable(result.verdict.sentence));
        demand.maxLatency = 130_us;
        network.demands.put(demand);
        QVERIFY(evaluate(network).verdict.level != VerdictLevel::Impossible);
    }

    void separablePairsOnEveryWayAreImpossible()
    {
        const Evaluation result = evaluate(aChain(2).measured(0.01, 0.5).wanting(0.6, 1_Hz));
        QCOMPARE(result.verdict.level, VerdictLevel::Impossible);
    }

    void theSentenceNamesNeededReachedLimitAndFix()
    {
        const Evaluation result = withFixes(aChain(3).spaced(60_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                                                .withMemory(30_ms).wanting(0.8, 1_Hz));
        const QString& sentence = result.verdict.sentence;
        QVERIFY2(sentence.startsWith(QStringLiteral("Not feasible yet: Processor 1 – Processor 4 needs F 0.800 and reaches ")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("; limited by ")) && sentence.contains(QStringLiteral("% of the error")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("; cheapest fix: ")) && sentence.contains(QStringLiteral("€")),
                 qPrintable(sentence));
    }

    /// The detectors that count are those of the site on the way, not the ones inside its fibers.
    void detectorsOfAMidpointSiteAreAFix()
    {
        Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2035")).wanting(0.9, 1_Hz);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Midpoint));
        Site midpoint = *network.sites.find(SiteId(2));
        midpoint.station = heraldStation(QStringLiteral("ingaas-apd-2026"));
        network.sites.put(midpoint);
        const Evaluation result = withFixes(network);
        QVERIFY(!result.demands.begin()->feasible);
        const auto& fixes = result.verdict.fixes;
        const auto detectors = std::find_if(fixes.begin(), fixes.end(), [](const Fix& f) { return f.sentence.contains(QStringLiteral("detectors")); });
        QVERIFY(detectors != fixes.end());
        applyPatch(network, detectors->patch);
        QCOMPARE(network.sites.find(SiteId(2))->station->preset, QStringLiteral("snspd-2035"));
        QCOMPARE(evaluate(network).demands.begin()->fidelity, detectors->fidelityAfter);
    }

    void aFixAtOneStationSpeaksOfThatStationAlone()
    {
        Network network = aChain(3).spaced(60_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.8, 1_Hz);
        Site weak = *network.sites.find(SiteId(2));
        weak.repeater->hardware.memory.coherenceTime = 20_ms;
        network.sites.put(weak);
        Demand demand = *network.demands.rows().front();
        demand.protocol.order = SwapOrder::AsSoonAsPossible;    // a searched plan would do with the memory as it is
        network.demands.put(demand);
        const Evaluation result = withFixes(network);
        const auto& fixes = result.verdict.fixes;
        QVERIFY2(std::any_of(fixes.begin(), fixes.end(), [](const Fix& f) { return f.sentence == QStringLiteral("T₂ 20 \u2192 60 ms at Repeater 2"); }),
                 qPrintable(fixes.empty() ? QString() : fixes.front().sentence));
    }

    void fixesThatSolveComeFirstAndCheapestFirst()
    {
        const Evaluation result = withFixes(aChain(3).spaced(60_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                                                .withMemory(30_ms).wanting(0.8, 1_Hz));
        const std::vector<Fix>& fixes = result.verdict.fixes;
        QVERIFY(fixes.size() > 1);
        for (std::size_t i = 1; i < fixes.size(); ++i) {
            QVERIFY(fixes[i - 1].solves || !fixes[i].solves);
            if (fixes[i - 1].solves == fixes[i].solves) QVERIFY(fixes[i - 1].price <= fixes[i].price);
            if (fixes[i].solves && fixes[i - 1].price == fixes[i].price) QVERIFY(fixes[i - 1].ambition <= fixes[i].ambition);
        }
    }

    void theCapitalGrowsByThePriceOfTheFix()
    {
        Network network = aChain(1).spaced(25_km).withHardware(QStringLiteral("trapped-ion-ca-2026")).wanting(0.75, 1_Hz);
        const Evaluation result = withFixes(network);
        QVERIFY(!result.verdict.fixes.empty());
        for (const Fix& fix : result.verdict.fixes) {
            Network changed = network;
            applyPatch(changed, fix.patch);
            QVERIFY2(std::abs((evaluate(changed).cost.capex - result.cost.capex - fix.price).si()) < 1e-3, qPrintable(fix.sentence));
        }
    }

    /// Two demands that meet in a repeater and share no link: what serves one takes from the other.
    void aFixDoesForTheWholeDesignWhatItSays()
    {
        Network network = aChain(2).spaced(50_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.7, 350_Hz);
        const NodeHardware hardware = network.sites.find(SiteId(2))->repeater->hardware;
        std::array<SiteId, 2> ends;
        for (std::size_t end = 0; end < 2; ++end) {
            applyPatch(network, addSite(network, SiteRole::Processor, {50.3 - 0.6 * static_cast<double>(end), 0.5}));
            Site site = *network.sites.rows().back();
            site.processor->hardware = hardware;
            network.sites.put(site);
            ends[end] = site.id;
            applyPatch(network, connectSites(network, site.id, SiteId(2)));
        }
        applyPatch(network, addDemand(network, ends[0], ends[1]));
        Demand crossing = *network.demands.rows().back();
        crossing.minFidelity = 0.7;
        crossing.minRate = 200_Hz;
        network.demands.put(crossing);
        const Evaluation result = withFixes(network);
        QVERIFY(!result.verdict.fixes.empty());
        for (const Fix& fix : result.verdict.fixes) {
            Network changed = network;
            applyPatch(changed, fix.patch);
            const Evaluation after = evaluate(changed);
            const DemandResult& worst = *after.find(result.verdict.worst);
            QVERIFY2(worst.fidelity == fix.fidelityAfter && worst.rate == fix.rateAfter, qPrintable(fix.sentence));
            QVERIFY2(after.verdict.met == fix.metAfter, qPrintable(fix.sentence));
            QVERIFY2(std::abs((after.cost.capex - result.cost.capex - fix.price).si()) < 1e-3, qPrintable(fix.sentence));
        }
    }

    void theSentenceNamesDetectorsOfTheFuture()
    {
        Network network = aChain(1).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2026")).wanting(0.6, Rate::fromSi(0.01))
                              .eachFiber([](FiberLink& fiber) { fiber.station = heraldStation(QStringLiteral("snspd-2035")); });
        const QString assumption = evaluate(network).verdict.assumption;
        QVERIFY2(assumption.contains(QStringLiteral("2035")) && assumption.contains(QStringLiteral("detectors")), qPrintable(assumption));
    }

    void theSentenceNamesHardwareOfTheFuture()
    {
        const QString future = evaluate(aChain(1).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                                            .wanting(0.8, 1_Hz)).verdict.assumption;
        QCOMPARE(future, QStringLiteral("hardware projected for 2035 at 2 stations"));
        QVERIFY(evaluate(aChain(1).measured(0.01, 0.95)).verdict.assumption.isEmpty());
    }

    void aMarginalDemandIsGivenRoom()
    {
        Network network = aChain(1).spaced(50_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.9, 1_Hz);
        const Rate reached = evaluate(network).demands.begin()->rate;
        Demand demand = *network.demands.find(DemandId(1));
        demand.minRate = 0.97 * reached;
        network.demands.put(demand);
        const Evaluation result = withFixes(network);
        QCOMPARE(result.verdict.level, VerdictLevel::Marginal);
        QVERIFY(!result.verdict.fixes.empty() && result.verdict.fixes.front().solves);
        QVERIFY2(result.verdict.sentence.contains(QStringLiteral("cheapest way to more room")), qPrintable(result.verdict.sentence));
        applyPatch(network, result.verdict.fixes.front().patch);
        QCOMPARE(evaluate(network).verdict.level, VerdictLevel::Feasible);
    }

    void everyFixDoesWhatItSays()
    {
        const Network network = aChain(3).spaced(60_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                                    .withMemory(30_ms).wanting(0.8, 1_Hz);
        for (const Fix& fix : withFixes(network).verdict.fixes) {
            Network changed = network;
            applyPatch(changed, fix.patch);
            const DemandResult after = *evaluate(changed).demands.begin();
            QVERIFY2(std::abs(after.fidelity - fix.fidelityAfter) < 1e-9, qPrintable(fix.sentence));
            QVERIFY2(std::abs(after.rate / fix.rateAfter - 1.0) < 1e-9, qPrintable(fix.sentence));
            QCOMPARE(after.feasible, fix.solves);
            // The memories are worse than what is paid for: the change costs more than it adds to the capital.
            QVERIFY(evaluate(changed).cost.capex - evaluate(network).cost.capex <= fix.price + Money::fromSi(1e-3));
        }
    }

    void aStoppedSearchClaimsNothing()
    {
        const Network network = aChain(3).spaced(60_km).withMemory(1_ms).wanting(0.8, 1_Hz);
        Evaluator evaluator;
        Evaluation result = evaluator.evaluate(network);
        std::stop_source stop;
        stop.request_stop();
        searchFixes(network, result, evaluator, stop.get_token());
        QVERIFY(!result.verdict.fixesSearched);
        QVERIFY(result.verdict.fixes.empty());
    }

    void demandsAddUp()
    {
        Network network = aChain(1).measured(0.01, 0.95).wanting(0.8, 1_Hz);
        Demand second = *network.demands.find(DemandId(1));
        second.id = DemandId(2);
        second.key = QStringLiteral("d2");
        second.minFidelity = 0.99;
        network.demands.put(second);
        const Evaluation result = evaluate(network);
        QCOMPARE(result.verdict.demands, 2);
        QCOMPARE(result.verdict.met, 1);
        QCOMPARE(result.verdict.worst, DemandId(2));
        QCOMPARE(result.verdict.requirements.size(), std::size_t(4));
    }
};

BELLWEAVE_TEST(VerdictTest)
#include "verdict_test.moc"
