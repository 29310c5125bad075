// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/cost.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/key_design.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

CostResult costOf(const Network& network) { return evaluate(network).cost; }

} // namespace

class CostTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void annuityRepaysTheCapitalWithInterest()
    {
        // 1,000,000 at 5 % over 20 years: 80,242.59 a year, the textbook value.
        QVERIFY(std::abs(annuity(Money::fromSi(1e6), 0.05, Years::fromSi(20)).si() - 80242.59) < 0.01);
        QCOMPARE(annuity(Money::fromSi(1e6), 0.0, Years::fromSi(20)).si(), 5e4);
    }

    void theSumIsTheSumOfItsParts()
    {
        const CostResult cost = costOf(aChain(3).spaced(50_km));
        Money capex;
        MoneyPerYear opex;
        for (const CostPart& part : cost.parts) {
            capex += part.capex;
            opex += part.opex;
        }
        QCOMPARE(cost.capex.si(), capex.si());
        QCOMPARE(cost.opex.si(), opex.si());
        QCOMPARE(cost.total.si(), (cost.annuity + cost.opex).si());
    }

    void everyStationAndEveryMeterIsPriced()
    {
        const Network network = aChain(3).spaced(50_km);
        const CostTable& prices = network.general().costs;
        const CostResult cost = costOf(network);
        const double capex = 2 * prices.processor.si() + 2 * prices.repeater.si() + 3 * prices.station.si() + 7 * prices.newSite.si();
        QVERIFY(std::abs(cost.capex.si() - capex) < 1e-6);
        QVERIFY(std::abs(cost.parts.back().opex.si() - prices.fiberLease.si() * 150e3) < 1e-6);
    }

    /// A region of twice the price: everything that is bought, rented and kept up there, but not the current.
    void aCostFactorMultipliesWhatItsElementCosts()
    {
        Network network = aChain(3).spaced(50_km);
        General general = network.general();
        general.costs.electricity = MoneyPerEnergy();
        network.setGeneral(general);
        const CostResult before = costOf(network);
        ElementSet everything;
        for (const Site& site : network.sites) everything.sites.insert(site.id);
        for (const Link& link : network.links) everything.links.insert(link.id);
        Network dear = network;
        applyPatch(dear, setCostFactor(dear, everything, 2.0));
        const CostResult twice = costOf(dear);
        QVERIFY(std::abs(twice.capex.si() / before.capex.si() - 2.0) < 1e-12);
        QVERIFY(std::abs(twice.opex.si() / before.opex.si() - 2.0) < 1e-12);
        QCOMPARE(twice.power.si(), before.power.si());

        Network paid = network;
        applyPatch(paid, setCostFactor(paid, {.links = {LinkId(1)}}, 0.0));
        const CostTable& prices = network.general().costs;
        QVERIFY(std::abs((before.capex - costOf(paid).capex).si() - (prices.station + prices.newSite).si()) < 1e-6);
    }

    void aBeamCostsItsTelescopesAndNoGlass()
    {
        Network network = aChain(1).spaced(10_km);
        const CostResult glass = costOf(network);
        applyPatch(network, changeMedium(network, LinkId(1), LinkKind(FreeSpaceLink()).index()));
        const CostResult air = costOf(network);
        const CostTable& prices = network.general().costs;
        QVERIFY(std::abs((air.capex - glass.capex).si() - 2 * prices.telescope.si()) < 1e-6);
        QCOMPARE(air.parts.back().count, 0);
        QCOMPARE(air.parts.back().opex.si(), 0.0);
    }

    void aTerminalCostsOncePerLinkThatEndsThere()
    {
        // The end terminals serve one fiber each, the trusted node between them two; three rooms.
        const auto plain = [](Site& site) { site.terminal = keyTerminal(KeyTerminal().preset); };
        Network network = KeyRow(2, 10_dB).changeSite(1, plain).changeSite(2, plain).changeSite(3, plain).network();
        const CostTable& prices = network.general().costs;
        QVERIFY(std::abs((costOf(network).capex - 4 * prices.terminal - 3 * prices.newSite).si()) < 1e-6);
        const Money before = costOf(network).capex;
        Site site = *network.sites.find(SiteId(2));
        site.terminal->pulseRate = 10.0 * site.terminal->pulseRate;
        network.sites.put(site);
        QVERIFY(std::abs((costOf(network).capex - before - prices.hardwareUpgrade).si()) < 1e-6);
        site.terminal->trust = 0.2;    // trust is no hardware
        network.sites.put(site);
        QVERIFY(std::abs((costOf(network).capex - before - prices.hardwareUpgrade).si()) < 1e-6);
    }

    void electricityIsPowerTimesHoursTimesPriceTimesOverhead()
    {
        Network network = aChain(1).spaced(1_km);
        General general = network.general();
        general.costs.maintenanceFraction = 0.0;
        general.costs.processorPower = Power::fromSi(1000.0);
        general.costs.electricity = MoneyPerEnergy::fromSi(0.25);
        general.costs.powerUsageEffectiveness = 1.2;
        network.setGeneral(general);
        QVERIFY(std::abs(costOf(network).parts.front().opex.si() - 2 * 1.0 * 8766 * 0.25 * 1.2) < 1e-6);
    }

    void pricePerEbitIsTheYearOverItsPairs()
    {
        CostResult cost;
        cost.total = MoneyPerYear::fromSi(31557600.0);
        QCOMPARE(costPerEbit(cost, 2_Hz)->si(), 0.5);
        QVERIFY(!costPerEbit(cost, Rate()).has_value());
    }

    void aRepeaterCostsItselfAStationAndTwoRooms()
    {
        const Network before = aChain(1).spaced(100_km);
        Network after = before;
        applyPatch(after, insertRepeaters(after, LinkId(1), 1));
        const CostTable& prices = before.general().costs;
        const double expected = (prices.repeater + prices.station + 2 * prices.newSite).si();
        QVERIFY(std::abs((costOf(after).capex - costOf(before).capex).si() - expected) < 1e-6);
    }

    void hardwareBetterThanItsPresetCostsUpgrades()
    {
        const Network before = aChain(2).spaced(20_km);
        const double price = before.general().costs.hardwareUpgrade.si();
        const auto added = [&](const auto& change) {
            Network after = aChain(2).spaced(20_km).eachHardware(change);
            return (costOf(after).capex - costOf(before).capex).si() / (3 * price);
        };
        QVERIFY(std::abs(added([](NodeHardware& h) { h.memory.coherenceTime *= 10.0; }) - 1.0) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h.memory.coherenceTime *= 100.0; }) - 2.0) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h.memory.slots *= 2; }) - std::log10(2.0)) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h.memory.frequencyModes *= 10; h.memory.spatialModes *= 2; }) - std::log10(20.0)) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h.gates.twoQubitError /= 10.0; h.gates.readoutError /= 10.0; }) - 1.0) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h.memory.coherenceTime *= 0.1; })) < 1e-9);
        QVERIFY(std::abs(added([](NodeHardware& h) { h = nodeHardware(QStringLiteral("trapped-ion-ca-2035")); }) - 1.0) < 1e-9);
    }

    void hardwareUnderANameOfOnesOwnCostsWhatItsValuesCost()
    {
        const auto capex = [](const QString& preset, const QString& name, double better) {
            return costOf(aChain(2).spaced(20_km).eachHardware([=](NodeHardware& h) {
                h = nodeHardware(preset);
                h.gates.twoQubitError /= better;
                h.gates.oneQubitError /= better;
                h.gates.readoutError /= better;
                if (!name.isEmpty()) h.preset = name;
            })).capex.si();
        };
        for (const QString& preset : {NodeHardware().preset, QStringLiteral("trapped-ion-ca-2035"), QStringLiteral("neutral-atom-rb-2035")})
            QCOMPARE(capex(preset, QStringLiteral("user-mine"), 1.0), capex(preset, {}, 1.0));
        const QString best = QStringLiteral("trapped-ion-ca-2035");
        QVERIFY(capex(best, QStringLiteral("user-mine"), 1e3) > capex(best, {}, 1.0));
        QVERIFY(capex(best, QStringLiteral("user-mine"), 1e3) <= capex(best, {}, 1e3));
    }

    /// The price of a design does not depend on the steps that led to it.
    void upgradesAddUpTheSameInAnyOrder()
    {
        const auto capex = [](double first, double second) {
            return costOf(aChain(2).spaced(20_km).eachHardware([=](NodeHardware& h) {
                h.source.emissionEfficiency *= first;
                h.source.emissionEfficiency *= second;
            })).capex.si();
        };
        QVERIFY(std::abs(capex(2.0, 3.0) - capex(3.0, 2.0)) < 1e-6);
        QVERIFY(capex(2.0, 1.0) < capex(2.0, 1.5));
    }

    void aStationInsideAFiberCostsTheSameWhereverItsFiberEnds()
    {
        // Processor - junction - processor: the station stands in one of the two fibers.
        const Network direct = aChain(1).spaced(20_km);
        Network viaJunction = aChain(2).spaced(10_km);
        applyPatch(viaJunction, changeRole(viaJunction, SiteId(2), SiteRole::Junction));
        QCOMPARE(costOf(viaJunction).capex.si(), costOf(direct).capex.si());
        Network viaMidpoint = aChain(2).spaced(10_km);
        applyPatch(viaMidpoint, changeRole(viaMidpoint, SiteId(2), SiteRole::Midpoint));
        QCOMPARE(costOf(viaMidpoint).capex.si(), costOf(direct).capex.si());
    }

    /// It is there and is paid for; only nothing uses it.
    void whatIsTakenDownCostsTheSame()
    {
        Network network = aChain(3).spaced(10_km);
        applyPatch(network, changeRole(network, SiteId(3), SiteRole::Junction));
        const Money whole = costOf(network).capex;
        for (const ElementSet& elements : {ElementSet{{SiteId(2)}}, ElementSet{{SiteId(3)}}, ElementSet{{}, {LinkId(1)}}, ElementSet{{SiteId(1)}, {LinkId(3)}}}) {
            Network down = network;
            applyPatch(down, setDown(down, elements, true));
            QCOMPARE(costOf(down).capex.si(), whole.si());
        }
    }

    void pairsBelowTheWantedFidelityAreNoPairs()
    {
        QVERIFY(evaluate(aChain(1).measured(0.01, 0.9).wanting(0.8, 1_Hz)).cost.perEbit.has_value());
        QVERIFY(!evaluate(aChain(1).measured(0.01, 0.7).wanting(0.8, 1_Hz)).cost.perEbit.has_value());
    }
};

BELLWEAVE_TEST(CostTest)
#include "cost_test.moc"
