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

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const DemandResult& keyOf(const Evaluation& evaluation) { return *evaluation.demands.rows().front(); }

} // namespace

/// What each exchange gives in a whole design.
class KeyExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeDesignGivesThePrintedKeyOfWeakPulses()
    {
        const struct { double loss, bitsPerPulse; } rows[] = {{10.0, 1.1650493e-2}, {20.0, 1.1578193e-3}, {30.0, 1.1369563e-4}, {40.0, 9.4893896e-6}};
        for (const auto& row : rows) {
            const Evaluation evaluation = evaluate(KeyRow(1, Decibel::fromSi(row.loss)).network());
            QVERIFY(keyOf(evaluation).relay);
            QVERIFY2(std::abs(keyOf(evaluation).keyRate.si() / (1e6 * (row.bitsPerPulse + kEmptyClicks)) - 1.0) < 1e-5, qPrintable(QString::number(keyOf(evaluation).keyRate.si())));
            QCOMPARE(keyOf(evaluation).relay->hops.front().exchange, KeyExchange::DecoyBb84);
        }
    }

    void lightPassesJunctionsAndMeetsAtOneStation()
    {
        // 1 - junction - 2: BB84; 1 - station - 2: the other two.
        for (const SiteRole middle : {SiteRole::Junction, SiteRole::Midpoint}) {
            KeyRow row(1, 200_dB);
            row.add(middle).join(1, 3, 10_dB).join(3, 2, 10_dB);
            if (middle == SiteRole::Midpoint) row.changeSite(3, [](Site& site) { site.station->detector = KeyRow::plainTerminal().detector; });
            for (int end : {1, 2}) row.changeSite(end, [](Site& site) { site.terminal->meanPhotons.reset(); });
            const Evaluation evaluation = evaluate(row.network());
            const KeyHop& hop = keyOf(evaluation).relay->hops.front();
            QCOMPARE(hop.links.size(), std::size_t(2));
            QCOMPARE(hop.station.isValid(), middle == SiteRole::Midpoint);
            QCOMPARE(hop.exchange == KeyExchange::DecoyBb84, middle == SiteRole::Junction);
            QVERIFY(keyOf(evaluation).relay->trusted.empty());
            QVERIFY(keyOf(evaluation).reason.contains(QStringLiteral("no node between the ends")));
        }
    }

    void twinFieldPassesTheRepeaterlessBoundInAWholeDesign()
    {
        KeyRow row(1, 200_dB);
        row.add(SiteRole::Midpoint).join(1, 3, 33_dB).join(3, 2, 33_dB);
        row.changeSite(3, [](Site& site) { site.station->detector = {0.9, Rate::fromSi(0.1), Duration::fromSi(1e-9), {}, {}, 0.0}; });
        for (int end : {1, 2}) row.changeSite(end, [](Site& site) { site.terminal->meanPhotons.reset(); });
        row.changeDemand([](Demand& demand) { demand.protocol.keySifting = 0.95; });
        const Evaluation evaluation = evaluate(row.network());
        const KeyHop& hop = keyOf(evaluation).relay->hops.front();
        QCOMPARE(hop.exchange, KeyExchange::TwinField);
        QVERIFY(hop.rate > hop.pulseRate * plobBound(toTransmission(66_dB)));
        QVERIFY(hop.rate < hop.pulseRate * plobBound(toTransmission(33_dB)));
        row.changeDemand([](Demand& demand) { demand.protocol.keyExchange = KeyExchange::MeasurementDeviceIndependent; });
        const Evaluation other = evaluate(row.network());
        QCOMPARE(keyOf(other).relay.has_value() ? keyOf(other).relay->hops.front().exchange : KeyExchange::MeasurementDeviceIndependent,
                 KeyExchange::MeasurementDeviceIndependent);
    }

    void meetingPulsesGiveKeyInFiniteBlocks()
    {
        for (const KeyExchange exchange : {KeyExchange::MeasurementDeviceIndependent, KeyExchange::TwinField}) {
            KeyRow row(1, 200_dB);
            row.add(SiteRole::Midpoint).join(1, 3, 5_dB).join(3, 2, 6_dB);
            for (int end : {1, 2}) row.changeSite(end, [](Site& site) { site.terminal->meanPhotons.reset(); });
            row.changeDemand([&](Demand& demand) { demand.protocol.keyExchange = exchange; });
            const double endless = keyOf(evaluate(row.network())).keyRate.si();
            row.changeDemand([](Demand& demand) { demand.protocol.keyBound = KeyBound::UnionBound; demand.protocol.keyBlock = 1e9; });
            const Evaluation evaluation = evaluate(row.network());
            const KeyHop& hop = keyOf(evaluation).relay->hops.front();
            const double key = keyOf(evaluation).keyRate.si();
            QCOMPARE(hop.exchange, exchange);
            QVERIFY2(key > 0.0 && key < endless, qPrintable(QStringLiteral("%1 %2").arg(key).arg(endless)));
            QVERIFY(hop.blockTime > Duration() && hop.meanPhotons > 0.0 && hop.error > 0.0 && hop.error < 0.5);
            QVERIFY(evaluation.findings.empty() || evaluation.findings.front().code != QStringLiteral("no-finite-bound"));
        }
    }

    void sixStatePairsGiveNoLessThanBbm92InAFiniteBlock()
    {
        const BellDiagonal state{{0.94, 0.03, 0.01, 0.02}};
        ProtocolChoice choice;
        choice.keyBound = KeyBound::ExactTail;
        const double two = keyPerPair(state, choice);
        choice.key = KeyProtocol::SixState;
        const double three = keyPerPair(state, choice);
        QVERIFY(two > 0.0 && three >= two && three < keyFraction(state, KeyProtocol::SixState));
    }

    void deviceIndependentPairsGiveKeyInAFiniteBlockWhateverTheBound()
    {
        const BellDiagonal state{{0.96, 0.01, 0.01, 0.02}};
        ProtocolChoice choice;
        choice.key = KeyProtocol::DeviceIndependent;
        const double endless = keyPerPair(state, choice);
        choice.keyBlock = 1e9;
        choice.keyBound = KeyBound::UnionBound;
        const double key = keyPerPair(state, choice);
        QVERIFY(key > 0.5 * endless && key < endless);
        for (const KeyBound bound : {KeyBound::ExactTail, KeyBound::Serfling}) {
            choice.keyBound = bound;
            QCOMPARE(keyPerPair(state, choice), key);
        }
        choice.keyBlock = 1e4;
        QCOMPARE(keyPerPair(state, choice), 0.0);
    }

    void photonsOfASourceServeBothTerminals()
    {
        KeyRow row(1, 200_dB);
        row.add(SiteRole::PairSource).join(1, 3, 8_dB).join(3, 2, 12_dB);
        row.changeSite(3, [](Site& site) {
            site.pairSource->couplingEfficiency = 1.0;
            site.pairSource->meanPairs = 0.05;
            site.pairSource->alignmentError = 0.0;
            site.pairSource->repetition = Rate::fromSi(1e6);
        });
        const Evaluation evaluation = evaluate(row.network());
        const KeyHop& hop = keyOf(evaluation).relay->hops.front();
        QCOMPARE(hop.exchange, KeyExchange::PairSource);
        QCOMPARE(hop.station, SiteId(3));
        QVERIFY(keyOf(evaluation).relay->trusted.empty());
        // The closed form for such a source, half of the coincidences in the same basis.
        const double dark = 1.0 - std::sqrt(1.0 - 1e-6);
        const double wrong = 0.01;
        const PairStatistics pairs = pulsedPairs({0.05, toTransmission(8_dB), toTransmission(12_dB), dark, dark, wrong});
        const double key = 0.5e6 * pairs.coincidence * bbm92Fraction(pairs.error, pairs.error, 1.16);
        QVERIFY(key > 0.0 && std::abs(hop.rate.si() / key - 1.0) < 1e-6);
        // Photons of 40 nm over 50 km of 17 ps/(nm km) come within 34 ns; the gate is 100 ns.
        KeyRow wide = row;
        wide.changeSite(3, [](Site& site) { site.pairSource->bandwidth = Length::fromSi(40e-9); });
        const double inside = std::erf(std::sqrt(std::log(2.0)) * 100.0 / 34.0);
        const PairStatistics spread = pulsedPairs({0.05, inside * toTransmission(8_dB), inside * toTransmission(12_dB), dark, dark, wrong});
        const double less = 0.5e6 * spread.coincidence * bbm92Fraction(spread.error, spread.error, 1.16);
        QVERIFY(less < key * (1.0 - 1e-4));
        QVERIFY(std::abs(keyOf(evaluate(wide.network())).keyRate.si() / less - 1.0) < 1e-6);
        row.changeDemand([](Demand& demand) { demand.protocol.keyBound = KeyBound::Serfling; });
        QVERIFY(keyOf(evaluate(row.network())).keyRate.si() < key);
        // Without a typed mean the engine finds one that gives at least as much.
        row.changeDemand([](Demand& demand) { demand.protocol.keyBound = KeyBound::Asymptotic; });
        row.changeSite(3, [](Site& site) { site.pairSource->meanPairs.reset(); });
        QVERIFY(keyOf(evaluate(row.network())).keyRate.si() >= key * (1.0 - 1e-9));
    }

    void aContinuousSourceServesBothTerminalsByTheirTimes()
    {
        KeyRow row(1, 200_dB);
        row.add(SiteRole::PairSource).join(1, 3, 8_dB).join(3, 2, 12_dB);
        row.changeSite(3, [](Site& site) {
            site.pairSource->emission = PairEmission::Continuous;
            site.pairSource->couplingEfficiency = 1.0;
            site.pairSource->alignmentError = 0.0;
            site.pairSource->bandwidth = Length::fromSi(1e-10);
            site.pairSource->pairRate = Rate::fromSi(1e7);
            site.pairSource->coincidenceWindow = Duration::fromSi(200e-12);
        });
        const Evaluation evaluation = evaluate(row.network());
        const KeyHop& hop = keyOf(evaluation).relay->hops.front();
        QCOMPARE(hop.exchange, KeyExchange::PairSource);
        QCOMPARE(hop.station, SiteId(3));
        QCOMPARE(hop.pairRate->si(), 1e7);
        QCOMPARE(hop.window->si(), 200e-12);
        // 50 km of 17 ps/(nm km) on both sides spread 0.1 nm over 170 ps; clocks of 10 ps rms; 0.4413 of 12.48 GHz.
        const double peak = std::sqrt(170.0 * 170 + 23.548 * 23.548 + 35.35 * 35.35) * 1e-12;
        const double dark = -std::log1p(-1e-6) / 1e-7;    // of both detectors together
        const double hits = 1e7 * 0.01 * std::erf(std::sqrt(std::log(2.0)) * 200e-12 / peak);
        const double chance = (1e7 * std::pow(10.0, -0.8) + dark) * (1e7 * std::pow(10.0, -1.2) + dark) * 200e-12;
        const double error = (0.01 * hits + 0.5 * chance) / (hits + chance);
        const double key = 0.5 * (hits + chance) * bbm92Fraction(error, error, 1.16);
        QVERIFY2(key > 0.0 && std::abs(hop.rate.si() / key - 1.0) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(hop.rate.si()).arg(key)));
        QVERIFY(hop.rate < hop.boundRate);
        row.changeSite(3, [](Site& site) { site.pairSource->pairRate.reset(); site.pairSource->coincidenceWindow.reset(); });
        const Evaluation chosen = evaluate(row.network());
        QVERIFY(keyOf(chosen).keyRate.si() > key);
        QVERIFY(*keyOf(chosen).relay->hops.front().pairRate > Rate::fromSi(1e7));
    }

    void finiteBlocksGiveLessAndTakeTime()
    {
        KeyRow row(1, 10_dB);
        row.changeSite(1, [](Site& site) { site.terminal->meanPhotons.reset(); }).changeSite(2, [](Site& site) { site.terminal->meanPhotons.reset(); });
        const double endless = keyOf(evaluate(row.network())).keyRate.si();
        row.changeDemand([](Demand& demand) { demand.protocol.keyBound = KeyBound::ExactTail; });
        const Evaluation evaluation = evaluate(row.network());
        QVERIFY(keyOf(evaluation).keyRate.si() > 0.0 && keyOf(evaluation).keyRate.si() < endless);
        QVERIFY(keyOf(evaluation).latency > 100_s);    // ten million sifted bits of some ten thousand a second
        row.changeDemand([](Demand& demand) { demand.protocol.keyBlock = 1e3; });
        QVERIFY(!keyOf(evaluate(row.network())).isServed());
    }
};

BELLWEAVE_TEST(KeyExchangeTest)
#include "key_exchange_test.moc"
