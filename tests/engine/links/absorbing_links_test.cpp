// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/physics/constants.h"
#include "tests/support/absorbing_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

DemandResult resultOf(const Network& network) { return *evaluate(network).find(DemandId(1)); }

bool hasFinding(const Network& network, const char* code)
{
    const std::vector<Finding> findings = evaluate(network).findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == QLatin1String(code); });
}

double delay(Length length) { return length.si() * FiberLink().groupIndex / kSpeedOfLight; }

} // namespace

/// Links with memories that absorb, from the design to the answer.
class AbsorbingLinksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSourceInTheMiddleServesTwoThatAbsorb()
    {
        Network network = aSourceBetween(20_km);
        chooseScheme(network, Generation::PairSource);
        const DemandResult result = resultOf(network);
        QVERIFY(result.routed);
        QCOMPARE(result.hops.size(), std::size_t(1));
        QVERIFY(result.hops.front().scheme.startsWith(QStringLiteral("pair source")));
        QVERIFY(result.hops.front().herald == ElementRef(SiteId(2)));
        QVERIFY(std::abs(result.hops.front().attemptRate.si() / pairSource(PairSource().preset).repetition.si() - 1.0) < 0.05);
        // Nobody knows before the news of the other side is there: light out, and over the whole way.
        QVERIFY(result.latency.si() >= 3 * delay(20_km));
        QVERIFY(result.delivery.front().time.si() >= 3 * delay(20_km) - 1e-12);
        // No click is heralded: neither link needs a station of its own.
        for (const CostPart& part : evaluate(network).cost.parts)
            if (part.label == QStringLiteral("Midpoint stations")) QCOMPARE(part.count, 0);
    }

    void theRateOfASourceDoesNotKnowTheRoundTrip()
    {
        // The same loss at any length: only times differ. Many modes keep what waits for news.
        const auto rate = [](Network network, Generation scheme) {
            const Table<Link> links = network.links;
            for (const auto& row : links.rows()) {
                Link link = *row;
                std::get<FiberLink>(link.kind).measuredLoss = 10_dB;
                network.links.put(std::move(link));
            }
            chooseScheme(network, scheme);
            return resultOf(network).hops.front().rate.si();
        };
        const auto bySource = [&](Length half) {
            Network network = aSourceBetween(half);
            changeSource(network, [](PairSource& source) { source.meanPairs = 0.01; });
            return rate(network, Generation::PairSource);
        };
        const auto bySending = [&](Length whole) {
            return rate(aChain(1).spaced(whole).withHardware(QStringLiteral("rare-earth-ensemble-2035")), Generation::SenderReceiver);
        };
        QVERIFY(std::abs(bySource(20_km) / bySource(200_km) - 1.0) < 0.01);
        QVERIFY(bySending(20_km) > 5 * bySending(200_km));
    }

    void equipmentOnTheWayTakesTheLight()
    {
        Network network = aSourceBetween(10_km);
        chooseScheme(network, Generation::SenderReceiver);
        QVERIFY(!resultOf(network).routed);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Midpoint));
        QVERIFY(!resultOf(network).routed);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Junction));
        QVERIFY(resultOf(network).routed);
    }

    void oneSendsAndTheOtherAbsorbs()
    {
        Network network = aChain(1).spaced(20_km).withHardware(QStringLiteral("trapped-ion-sr-2026")).wanting(0.6, 1_Hz);
        Site site = *network.sites.find(SiteId(2));
        site.processor->hardware.memory.loadingEfficiency = 0.3;
        network.sites.put(site);
        chooseScheme(network, Generation::SenderReceiver);
        const DemandResult result = resultOf(network);
        QVERIFY(result.routed);
        const NodeHardware hardware = nodeHardware(QStringLiteral("trapped-ion-sr-2026"));
        const double loss = std::pow(10.0, -0.1 * fiberLink(FiberLink().preset).attenuation.si() * 20.0);
        const double p = hardware.source.emissionEfficiency * hardware.source.conversionEfficiency * loss * 0.3;
        QVERIFY(std::abs(result.hops.front().successProbability / p - 1.0) < 2e-3);    // noise of the converter comes on top
        const double period = hardware.source.preparationTime.si() + 2 * delay(20_km);
        QVERIFY(std::abs(result.hops.front().attemptRate.si() * period - 1.0) < 1e-9);
        Decibel budget;
        for (const LossTerm& term : *result.hops.front().budget) budget += term.loss;
        QVERIFY(std::abs(toTransmission(budget) / p - 1.0) < 1e-9);
    }

    void automaticChoiceIsNoWorseThanAnyScheme()
    {
        for (const QString& hardware : {QStringLiteral("neutral-atom-rb-2035"), QStringLiteral("rare-earth-ensemble-2035")}) {
            Network network = aChain(1).spaced(20_km).withHardware(hardware).wanting(0.6, 1_Hz);
            chooseScheme(network, Generation::Automatic);
            const DemandResult all = resultOf(network);
            for (const Generation scheme : {Generation::SingleClick, Generation::DoubleClick, Generation::SenderReceiver}) {
                chooseScheme(network, scheme);
                const DemandResult one = resultOf(network);
                if (one.meetsFidelity && one.meetsRate) QVERIFY(all.rate.si() >= 0.99 * one.rate.si());
            }
        }
    }

    void hardwareThatLoadsBetterIsPaidFor()
    {
        Network network = aChain(1).withHardware(QStringLiteral("trapped-ion-sr-2026"));
        const Money before = evaluate(network).cost.capex;
        changeEnds(network, [](NodeHardware& hardware) { hardware.memory.loadingEfficiency = 0.3; });
        QVERIFY(std::abs((evaluate(network).cost.capex - before).si() - 2 * costTable(CostTable().preset).hardwareUpgrade.si()) < 1e-6);
    }

    void whatTheHardwareCannotDoIsSaid()
    {
        Network network = aChain(1).spaced(20_km).withHardware(QStringLiteral("trapped-ion-sr-2026"));
        chooseScheme(network, Generation::SenderReceiver);
        QVERIFY(!resultOf(network).routed);
        QVERIFY(hasFinding(network, "scheme-not-offered"));
        chooseScheme(network, Generation::PairSource);
        QVERIFY(hasFinding(network, "scheme-not-offered"));
        QVERIFY(hasFinding(aSourceBetween(20_km, QStringLiteral("trapped-ion-sr-2026")), "pair-source-unused"));
        QVERIFY(!hasFinding(aSourceBetween(20_km), "pair-source-unused"));
        Network terminals = aSourceBetween(20_km);
        for (const SiteId end : {SiteId(1), SiteId(3)}) applyPatch(terminals, changeRole(terminals, end, SiteRole::TrustedNode));
        QVERIFY(!hasFinding(terminals, "pair-source-unused"));
        QVERIFY(!hasFinding(aSourceBetween(20_km), "pair-wavelength"));
        QVERIFY(hasFinding(aSourceBetween(20_km, QStringLiteral("neutral-atom-rb-2035")), "pair-wavelength"));
    }

    void memoriesThatCannotAbsorbMeetAtTheFibersOwnStation()
    {
        Network network = aSourceBetween(10_km, QStringLiteral("trapped-ion-ca-2035"));
        const DemandResult result = resultOf(network);
        QVERIFY(result.routed);
        QVERIFY(!result.hops.front().scheme.startsWith(QStringLiteral("pair source")));
        QVERIFY(std::holds_alternative<LinkId>(result.hops.front().herald));
    }

    void noSchemeBeatsTheCapacityOfItsWay()
    {
        int seen = 0;
        for (const Preset* preset : presetsOfKind(QStringLiteral("node")))
            for (const Preset* source : presetsOfKind(QStringLiteral("pair_source")))
                for (const double km : {0.1, 30.0}) {
                    Network between = aSourceBetween(Length::fromSi(1e3 * km), preset->id);
                    changeSource(between, [&](PairSource& value) { value = pairSource(source->id); });
                    Network direct = aChain(1).spaced(Length::fromSi(1e3 * km)).withHardware(preset->id);
                    for (const auto& [scheme, design] : {std::pair(Generation::PairSource, &between), std::pair(Generation::SenderReceiver, &direct)}) {
                        changeEnds(*design, [](NodeHardware& hardware) {
                            hardware.memory.loadingEfficiency = 1.0;
                            hardware.memory.temporalModes = 10;
                        });
                        chooseScheme(*design, scheme);
                        const DemandResult result = resultOf(*design);
                        seen += static_cast<int>(result.hops.size());
                        for (const Hop& hop : result.hops)
                            QVERIFY2(hop.rate.si() * hashingYield(hop.state) <= hop.boundRate.si() * (1 + 1e-12), qPrintable(preset->id));
                    }
                }
        QVERIFY(seen > 40);
    }

    void aKeptEvaluatorFollowsSourcesAndLoading()
    {
        Network network = aSourceBetween(20_km);
        Evaluator kept;
        const auto agree = [&] {
            const DemandResult once = *kept.evaluate(network).find(DemandId(1));
            const DemandResult fresh = resultOf(network);
            return once.rate == fresh.rate && once.state == fresh.state && kept.evaluate(network).cost.capex == evaluate(network).cost.capex;
        };
        QVERIFY(agree());
        changeSource(network, [](PairSource& source) { source.couplingEfficiency = 0.9; });
        QVERIFY(agree());
        changeEnds(network, [](NodeHardware& hardware) { hardware.memory.loadingEfficiency = 0.0; });
        QVERIFY(agree());
        changeEnds(network, [](NodeHardware& hardware) { hardware.memory.loadingEfficiency = 0.4; });
        QVERIFY(agree());
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Junction));
        QVERIFY(agree());
    }
};

BELLWEAVE_TEST(AbsorbingLinksTest)
#include "absorbing_links_test.moc"
