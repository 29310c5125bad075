// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/key_result.h"
#include "engine/api/evaluator.h"
#include "engine/physics/capacity.h"
#include "engine/physics/key_rate.h"
#include "engine/physics/pair_source.h"
#include "tests/support/evaluate_with_fixes.h"
#include "tests/support/key_design.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <random>
#include <set>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const DemandResult& keyOf(const Evaluation& evaluation) { return *evaluation.demands.rows().front(); }

/// Sites of every role, joined at random; demands of every purpose and protocol among them.
Network anyDesign(unsigned seed)
{
    std::mt19937 draw(seed);
    const auto below = [&](unsigned limit) { return draw() % limit; };
    Network network;
    for (int i = 0; i < 9; ++i) {
        constexpr std::array kGround{SiteRole::Processor, SiteRole::Repeater, SiteRole::TrustedNode, SiteRole::Midpoint, SiteRole::PairSource, SiteRole::Junction};
        const SiteRole role = kGround[below(kGround.size())];
        applyPatch(network, addSite(network, role, {50.0 + 0.001 * below(900), 5.0 + 0.001 * below(1400)}));
        if (below(3) > 0) continue;
        Site site = *network.sites.rows().back();
        site.terminal = keyTerminal(KeyTerminal().preset);
        site.terminal->trust = 0.01 * below(100);
        if (below(2) == 0) site.terminal->meanPhotons = 0.01 * (1 + below(80));
        network.sites.put(std::move(site));
    }
    const auto anySite = [&] { return network.sites.rows()[below(9)]->id; };
    for (int i = 0; i < 14; ++i) {
        const SiteId from = anySite(), to = anySite();
        if (from != to) applyPatch(network, connectSites(network, from, to));
    }
    for (int i = 0; i < 5; ++i) {
        const SiteId from = anySite(), to = anySite();
        if (from == to) continue;
        applyPatch(network, addDemand(network, from, to));
        Demand demand = *network.demands.rows().back();
        demand.purpose = below(3) == 0 ? Purpose::Entanglement : Purpose::SecretKey;
        demand.protocol.keyExchange = static_cast<KeyExchange>(below(7));
        demand.protocol.keyBound = below(2) ? KeyBound::Asymptotic : static_cast<KeyBound>(below(4));
        demand.protocol.keySifting = 0.01 * (10 + below(91));
        demand.minFidelity = 0.6;
        network.demands.put(std::move(demand));
    }
    return network;
}

} // namespace

class KeyRelayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalHopsGiveTheRateOfOne()
    {
        const double one = keyOf(evaluate(KeyRow(1, 17_dB).network())).keyRate.si();
        for (int hops = 2; hops <= 6; ++hops) {
            const Evaluation evaluation = evaluate(KeyRow(hops, 17_dB).network());
            const DemandResult& result = keyOf(evaluation);
            QCOMPARE(result.keyRate.si(), one);
            QCOMPARE(result.relay->trusted.size(), static_cast<std::size_t>(hops - 1));
            QVERIFY(std::abs(result.relay->trust - std::pow(0.99, hops - 1)) < 1e-12);
            QCOMPARE(result.relay->compromisedToBreak(), 1);
            QVERIFY(std::abs(result.length / (hops * 50_km) - 1.0) < 1e-12);
        }
    }

    void theSlowestHopSetsTheRateAndIsTheLimit()
    {
        KeyRow row(1, 10_dB);
        row.add(SiteRole::TrustedNode).changeSite(3, [](Site& site) { site.terminal = KeyRow::plainTerminal(); });
        row.join(2, 3, 20_dB).changeDemand([](Demand& demand) { demand.to = SiteId(3); });
        const Evaluation evaluation = evaluate(row.network());
        QVERIFY(std::abs(keyOf(evaluation).keyRate.si() / (1e6 * (1.15782e-3 + kEmptyClicks)) - 1.0) < 1e-5);
        QVERIFY(keyOf(evaluation).limit->element == ElementRef(LinkId(2)));
    }

    void nothingIsSaidOfPairs()
    {
        const Evaluation evaluation = evaluate(KeyRow(2, 10_dB).network());
        const DemandResult& result = keyOf(evaluation);
        QVERIFY(!result.routed && result.hops.empty() && result.plan.empty() && result.errors.empty() && result.delivery.empty());
        QCOMPARE(result.fidelity, 0.0);
        QVERIFY(result.reason.contains(QStringLiteral("Key only")));
        QCOMPARE(evaluation.verdict.requirements.size(), std::size_t(1));
        QCOMPARE(evaluation.verdict.requirements.front().measure, Measured::KeyRate);
        QCOMPARE(evaluation.verdict.requirements.front().unit, QStringLiteral("bit/s"));
        QVERIFY2(evaluation.verdict.sentence.contains(QStringLiteral("key only: the trusted node Trusted node 2 sees all of it")), qPrintable(evaluation.verdict.sentence));
        QVERIFY(!evaluation.verdict.sentence.contains(QStringLiteral(" F ")));
        QVERIFY(!evaluation.cost.perEbit);
    }

    void noPathThroughATrustedNodeYieldsEntanglement()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const Network network = anyDesign(seed);
            const Evaluation evaluation = evaluate(network);
            for (const DemandResult& result : evaluation.demands) {
                const Demand& demand = *network.demands.find(result.id);
                QVERIFY(!(result.routed && result.relay));
                QVERIFY(!result.relay || demand.purpose == Purpose::SecretKey);
                for (const SiteId site : result.routed ? result.route : std::vector<SiteId>()) QVERIFY(!isTrustedNode(*network.sites.find(site)));
            }
        }
    }

    void noKeyIsFasterThanItsBound()
    {
        int relays = 0;
        int meetings = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            const Network network = anyDesign(seed);
            const Evaluation evaluation = evaluate(network);
            for (const DemandResult& result : evaluation.demands) {
                if (result.isServed()) QVERIFY(result.keyRate <= result.boundRate);
                if (!result.relay) continue;
                ++relays;
                QVERIFY(result.keyRate <= result.relay->rateAlone);
                for (const KeyHop& hop : result.relay->hops) {
                    const double whole = plobBound(toTransmission(hop.loss));
                    QVERIFY(hop.rate <= hop.boundRate);
                    meetings += hop.station.isValid();
                    if (hop.exchange == KeyExchange::DecoyBb84 || hop.exchange == KeyExchange::MeasurementDeviceIndependent) QVERIFY(hop.rate <= hop.pulseRate * whole);
                }
            }
        }
        QVERIFY2(relays > 20 && meetings > 3, qPrintable(QStringLiteral("%1 relays, %2 meetings").arg(relays).arg(meetings)));
    }

    void trustDecidesAmongWaysThatAreFastEnough()
    {
        // 1 - 2 - 3 over a node of little trust, 1 - 4 - 5 - 3 over two of more.
        KeyRow row(2, 10_dB);
        row.changeSite(2, [](Site& site) { site.terminal->trust = 0.5; });
        for (int i = 4; i <= 5; ++i) row.add(SiteRole::TrustedNode).changeSite(i, [](Site& site) { site.terminal = KeyRow::plainTerminal(); });
        row.join(1, 4, 20_dB).join(4, 5, 20_dB).join(5, 3, 20_dB);
        row.changeDemand([](Demand& demand) { demand.minKeyRate = Rate::fromSi(1000.0); });
        QCOMPARE(keyOf(evaluate(row.network())).relay->trusted.size(), std::size_t(2));
        row.changeDemand([](Demand& demand) { demand.minKeyRate = Rate::fromSi(5000.0); });
        const Evaluation fast = evaluate(row.network());
        QCOMPARE(keyOf(fast).relay->trusted, std::vector<SiteId>{SiteId(2)});
        QCOMPARE(keyOf(fast).relay->weakest, SiteId(2));
        row.changeDemand([](Demand& demand) { demand.minKeyRate = Rate::fromSi(1e9); });
        QCOMPARE(keyOf(evaluate(row.network())).relay->trusted, std::vector<SiteId>{SiteId(2)});
    }

    void demandsShareAHopInTime()
    {
        KeyRow row(2, 10_dB);
        Network network = row.network();
        Demand second = *network.demands.find(DemandId(1));
        second.id = DemandId(2);
        second.key = QStringLiteral("second");
        second.to = SiteId(2);
        second.minKeyRate = Rate::fromSi(3000.0);
        network.demands.put(second);
        const Evaluation evaluation = evaluate(network);
        const double alone = 1e6 * (1.16505e-2 + kEmptyClicks);
        QVERIFY(std::abs(keyOf(evaluation).keyRate.si() - (alone - 3000.0)) < 0.1);
        QVERIFY(keyOf(evaluation).sharedAt == ElementRef(LinkId(1)));
        QVERIFY(std::abs(evaluation.find(LinkId(1))->load - 3001.0 / alone) < 1e-6);
        // The trusted node in the middle sees the first key, not that which ends there.
        const bool isTold = std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& f) { return f.code == u"trusted-node"; });
        QVERIFY(isTold);
    }

    void entanglementThatStopsAtATrustedNodeIsSaid()
    {
        KeyRow row(2, 10_dB);
        for (int end : {1, 3}) row.changeSite(end, [](Site& site) { site.processor = Processor{nodeHardware(NodeHardware().preset), 10}; });
        row.changeDemand([](Demand& demand) { demand.purpose = Purpose::Entanglement; });
        const Evaluation evaluation = withFixes(row.network());
        QVERIFY(!keyOf(evaluation).routed);
        QCOMPARE(keyOf(evaluation).reason, QStringLiteral("Entanglement cannot cross the trusted node Trusted node 2: only key is relayed there."));
        const auto told = std::find_if(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& f) { return f.code == u"entanglement-stops"; });
        QVERIFY(told != evaluation.findings.end());
        const bool offersRepeater = std::any_of(evaluation.verdict.fixes.begin(), evaluation.verdict.fixes.end(), [](const Fix& fix) {
            return fix.sentence.contains(QStringLiteral("in place of the trusted node"));
        });
        QVERIFY(offersRepeater || evaluation.verdict.fixes.empty());
    }

    void pairsServeAKeyWhereTheyGiveEnough()
    {
        KeyRow row(1, 10_dB);
        for (int end : {1, 2})
            row.changeSite(end, [](Site& site) { site.processor = Processor{nodeHardware(QStringLiteral("neutral-atom-rb-2035")), 10}; });
        row.changeDemand([](Demand& demand) { demand.protocol.keyExchange = KeyExchange::Pairs; });
        const Evaluation pairs = evaluate(row.network());
        QVERIFY(keyOf(pairs).routed && !keyOf(pairs).relay && keyOf(pairs).keyRate > Rate());
        // Weak pulses give more here and need nobody's trust either.
        row.changeDemand([](Demand& demand) { demand.protocol.keyExchange = KeyExchange::Automatic; });
        const Evaluation best = evaluate(row.network());
        QVERIFY(keyOf(best).keyRate >= keyOf(pairs).keyRate);
        row.changeDemand([](Demand& demand) {
            demand.protocol.keyExchange = KeyExchange::Pairs;
            demand.protocol.keyBound = KeyBound::UnionBound;
        });
        const Evaluation finite = evaluate(row.network());
        QVERIFY(keyOf(finite).keyRate < keyOf(pairs).keyRate);
    }

    void whatIsMissingIsSaid()
    {
        KeyRow row(1, 10_dB);
        row.changeDemand([](Demand& demand) { demand.protocol.keyExchange = KeyExchange::TwinField; });
        QVERIFY(keyOf(evaluate(row.network())).reason.contains(QStringLiteral("midpoint station")));
        row.changeDemand([](Demand& demand) { demand.protocol.keyExchange = KeyExchange::Relay; });
        row.changeSite(2, [](Site& site) { site.terminal.reset(); });
        const Evaluation evaluation = withFixes(row.network());
        QCOMPARE(keyOf(evaluation).reason, QStringLiteral("Trusted node 2 has no key terminal in operation."));
        QVERIFY(!evaluation.verdict.fixes.empty() && evaluation.verdict.fixes.front().solves);
        QVERIFY(evaluation.verdict.fixes.front().isKeyOnly);
        QCOMPARE(evaluation.verdict.fixes.front().sentence, QStringLiteral("A key terminal at Trusted node 2"));
    }

    void aTrustedNodeIsOfferedWhereAHopIsTooLong()
    {
        KeyRow row(1, 40_dB);
        row.changeDemand([](Demand& demand) { demand.minKeyRate = Rate::fromSi(100.0); });
        const Evaluation evaluation = withFixes(row.network());
        const auto node = std::find_if(evaluation.verdict.fixes.begin(), evaluation.verdict.fixes.end(), [](const Fix& fix) {
            return fix.sentence.startsWith(QStringLiteral("A trusted node between"));
        });
        QVERIFY(node != evaluation.verdict.fixes.end());
        QVERIFY(node->worsens.contains(QStringLiteral("trusted nodes")));
    }

    void keptEvaluationsEqualFreshOnes()
    {
        Evaluator kept;
        std::mt19937 draw(3);
        Network network = anyDesign(7);
        for (int step = 0; step < 40; ++step) {
            const SiteId site = network.sites.rows()[draw() % network.sites.size()]->id;
            if (draw() % 3 == 0) applyPatch(network, changeRole(network, site, kSiteRoles[draw() % kSiteRoles.size()]));
            else if (draw() % 2) applyPatch(network, moveSites(network, {{site, {50.0 + 0.001 * (draw() % 900), 5.0 + 0.001 * (draw() % 1400)}}}));
            else {
                Demand demand = *network.demands.rows()[draw() % network.demands.size()];
                demand.protocol.keyExchange = static_cast<KeyExchange>(draw() % 7);
                demand.purpose = static_cast<Purpose>(draw() % 2);
                network.demands.put(std::move(demand));
            }
            const Evaluation now = kept.evaluate(network);
            const Evaluation fresh = evaluate(network);
            for (const DemandResult& result : now.demands) {
                const DemandResult& other = *fresh.find(result.id);
                QCOMPARE(result.keyRate.si(), other.keyRate.si());
                QCOMPARE(result.rate.si(), other.rate.si());
                QCOMPARE(result.route, other.route);
                QCOMPARE(result.reason, other.reason);
            }
            QCOMPARE(now.verdict.sentence, fresh.verdict.sentence);
        }
    }
};

BELLWEAVE_TEST(KeyRelayTest)
#include "key_relay_test.moc"
