// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/encoded_chain.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "engine/physics/encoded_hop.h"
#include "engine/physics/error_correction.h"
#include "tests/support/build_network.h"
#include "tests/support/given_chain.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

GivenChain partsOf(std::size_t hops, double rate, double fidelity, int memories, double gateError)
{
    GivenChain parts;
    for (std::size_t i = 0; i < hops; ++i) parts.addLink(1e-6 * rate, Duration::fromSi(1e-6), werner(fidelity));
    NodeHardware node = givenStation(Duration::fromSi(1e15), Duration::fromSi(1e15));
    node.gates.twoQubitError = gateError;
    node.memory.slots = 2 * memories;
    parts.stations.assign(hops + 1, node);
    return parts;
}

ProtocolChoice codeOf(int qubits, int corrects)
{
    ProtocolChoice choice;
    choice.repeaters = RepeaterGeneration::EncodedMemories;
    choice.codeQubits = qubits;
    choice.codeCorrects = corrects;
    return choice;
}

const DemandResult& onlyDemand(const Evaluation& evaluation) { return *evaluation.demands.begin(); }

Network with(Network network, const ProtocolChoice& choice)
{
    Demand demand = *network.demands.rows().front();
    demand.protocol = choice;
    network.demands.put(std::move(demand));
    return network;
}

} // namespace

class EncodedChainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Werner pairs of 0.985 flip bits and phases with 0.01 each; ten hops of Steane's code leave 0.0199431 of either.
    void errorsOfPairsAreCorrectedHopByHop()
    {
        const GivenChain parts = partsOf(10, 100.0, 0.985, 1000, 0.0);
        const ChainResult result = evaluateEncoded(parts.chain(), codeOf(7, 1));
        QVERIFY(std::abs(result.state.fidelity() - std::pow(1.0 - 0.0199431, 2)) < 1e-5);
        const Chain chain = parts.chain();
        QVERIFY(result.state.fidelity() > evaluateChain(chain, 48).state.fidelity() + 0.08);
    }

    void theLastBlockDecidesTheRate()
    {
        for (const int memories : {7, 1000}) {
            const GivenChain parts = partsOf(4, 50.0, 0.99, memories, 0.0);
            const ChainResult result = evaluateEncoded(parts.chain(), codeOf(7, 1));
            std::mt19937_64 random(3);
            double sum = 0.0;
            constexpr int kRounds = 100'000;
            for (int round = 0; round < kRounds; ++round) {
                double last = 0.0;
                for (int hop = 0; hop < 4; ++hop) {
                    double time = 0.0;
                    for (int held = 0; held < 7; ++held) time += std::exponential_distribution<double>(50.0 * (memories - held) / memories)(random);
                    last = std::max(last, time);
                }
                sum += last;
            }
            QVERIFY2(std::abs(result.latency.si() * kRounds / sum - 1.0) < 0.01, qPrintable(QStringLiteral("%1 against %2").arg(result.latency.si()).arg(sum / kRounds)));
        }
    }

    void gateErrorsCountThreeTimesAHop()
    {
        const GivenChain parts = partsOf(1, 100.0, 1.0, 1000, 0.0075);    // p_g = 0.99
        const ChainResult result = evaluateEncoded(parts.chain(), codeOf(7, 1));
        const double flip = 0.5 * (1.0 - std::pow(0.99, 3));
        QVERIFY(std::abs(result.state.fidelity() - std::pow(1.0 - codeFailure(7, 1, flip), 2)) < 1e-9);
    }

    void tooFewQubitsAreSaid()
    {
        const GivenChain parts = partsOf(3, 100.0, 0.99, 6, 0.0);
        const ChainResult result = evaluateEncoded(parts.chain(), codeOf(7, 1));
        QCOMPARE(result.rate.si(), 0.0);
        QVERIFY(result.model.contains(QStringLiteral("too few")));
    }

    void encodingHelpsLongChainsOfGoodPairs()
    {
        const Network network = aChain(8).measured(0.1, 0.99).wanting(0.9, 1_Hz);
        Network many = network;
        const Table<Site> rows = many.sites;
        for (const auto& row : rows.rows()) {
            Site site = *row;
            NodeHardware& hardware = site.processor ? site.processor->hardware : site.repeater->hardware;
            hardware.memory.slots = 40;
            hardware.memory.relaxationTime = hardware.memory.coherenceTime = 1000_s;
            hardware.gates = {0.0, 1e-3, 1e-3, 1_ms, 1_ms, 1.0};
            if (site.processor) site.processor->qubits = 100;
            many.sites.put(site);
        }
        ProtocolChoice plain;
        plain.order = SwapOrder::AsSoonAsPossible;
        plain.distillation = DistillationChoice::None;
        const DemandResult memories = onlyDemand(evaluate(with(many, plain)));
        const DemandResult encoded = onlyDemand(evaluate(with(many, codeOf(7, 1))));
        QVERIFY2(encoded.routed && encoded.rate.si() > 0.0, qPrintable(encoded.model));
        QVERIFY(encoded.fidelity > memories.fidelity + 0.02);
        QCOMPARE(encoded.stationQubits, 14);
        QVERIFY(encoded.codeCost > 0.0 && encoded.plan.empty());
        QVERIFY(std::abs(encoded.along.back().fidelityAfter - encoded.fidelity) < 1e-9);
    }

    // Hops of light alone: 2 km at 0.2 dB/km pass 0.912.
    void oneWayIsAsFastAsItsStationsWhileMoreThanHalfArrives()
    {
        const auto evaluated = [](Length spacing) {
            Network network = aChain(5).spaced(spacing).wanting(0.6, 1_Hz);
            const Table<Site> rows = network.sites;
            for (const auto& row : rows.rows()) {
                Site site = *row;
                NodeHardware& hardware = site.processor ? site.processor->hardware : site.repeater->hardware;
                hardware.source.emissionEfficiency = 1.0;
                hardware.source.conversionEfficiency = 1.0;
                hardware.source.preparationTime = Duration::fromSi(1e-7);
                hardware.memory.slots = 200;
                hardware.gates = {0.0, 1e-4, 1e-4, Duration::fromSi(1e-7), Duration::fromSi(9e-7), 1.0};
                if (site.processor) site.processor->qubits = 200;
                network.sites.put(site);
            }
            ProtocolChoice choice;
            choice.repeaters = RepeaterGeneration::OneWay;
            choice.codeBlocks = 23;
            choice.codePhotons = 5;
            return onlyDemand(evaluate(with(network, choice)));
        };
        const DemandResult near = evaluated(1_km), far = evaluated(60_km);
        QVERIFY2(near.rate.si() > 0.5e6 && near.rate.si() <= 1e6, qPrintable(near.model));
        QVERIFY(near.fidelity > 0.9);
        QCOMPARE(far.rate.si(), 0.0);
    }
};

BELLWEAVE_TEST(EncodedChainTest)
#include "encoded_chain_test.moc"
