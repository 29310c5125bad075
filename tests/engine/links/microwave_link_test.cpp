// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/links/microwave_physics.h"
#include "engine/physics/constants.h"
#include "engine/physics/microwave.h"
#include "engine/physics/microwave_pair.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const QString kSuperconducting = QStringLiteral("superconducting-transducer-2026");

template<typename Change>
Network aLine(Change change, int hops = 1)
{
    Network network = aChain(hops).withHardware(kSuperconducting).wanting(0.6, 1_Hz);
    const Table<Link> links = network.links;
    for (const auto& row : links.rows()) {
        Link link = *row;
        MicrowaveLink line;
        line.length = 30_m;
        change(line);
        link.kind = line;
        network.links.put(std::move(link));
    }
    Demand demand = *network.demands.find(DemandId(1));
    demand.protocol.distillation = DistillationChoice::None;
    network.demands.put(std::move(demand));
    return network;
}

/// Qubits that last for ever and read-outs that never err: the line alone.
Network withPerfectQubits(Network network)
{
    for (const SiteId id : {SiteId(1), SiteId(2)}) {
        Site site = *network.sites.find(id);
        NodeHardware& hardware = site.processor->hardware;
        hardware.memory.relaxationTime = hardware.memory.coherenceTime = 1000000_s;
        hardware.gates.readoutError = 0.0;
        network.sites.put(std::move(site));
    }
    return network;
}

DemandResult resultOf(const Network& network) { return *evaluate(network).find(DemandId(1)); }

bool hasFinding(const Network& network, const char* code)
{
    const std::vector<Finding> findings = evaluate(network).findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == QLatin1String(code); });
}

double transmissivity(const MicrowaveLink& line) { return std::pow(10.0, -0.1 * (line.attenuation.si() * line.length->si() / 1e3 + line.fixedLoss.si())); }

} // namespace

class MicrowaveLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDirectTransferComesForCertainWithTheLossInIt()
    {
        MicrowaveLink kept;
        const DemandResult result = resultOf(withPerfectQubits(aLine([&](MicrowaveLink& line) {
            line.scheme = MicrowaveScheme::Direct;
            line.temperature = Temperature();
            kept = line;
        })));
        QVERIFY(std::abs(result.rate.si() / kept.repetition.si() - 1.0) < 1e-12);
        QVERIFY(std::abs(result.fidelity - halfPhotonFidelity(transmissivity(kept))) < 1e-7);
        QCOMPARE(result.hops.front().scheme, QStringLiteral("microwave, direct"));
        QVERIFY(result.hops.front().herald == ElementRef());
    }

    void aTimeBinAttemptTellsOfItsLoss()
    {
        MicrowaveLink kept;
        const DemandResult result = resultOf(withPerfectQubits(aLine([&](MicrowaveLink& line) {
            line.scheme = MicrowaveScheme::TimeBin;
            line.temperature = Temperature();
            line.fixedLoss = 17_dB;    // two in a hundred get through
            kept = line;
        })));
        QVERIFY(std::abs(result.rate.si() / (kept.repetition.si() * transmissivity(kept)) - 1.0) < 1e-12);
        QVERIFY(result.fidelity > 1.0 - 1e-7);
    }

    void qubitsRelaxWhileThePhotonIsOnItsWay()
    {
        MicrowaveLink line;
        line.length = 30_m;
        line.scheme = MicrowaveScheme::Direct;
        line.transferTime = 5_us;
        const Network network = aLine([&](MicrowaveLink& own) { own = line; });
        const double eta = transmissivity(line);
        const Memory memory = nodeHardware(kSuperconducting).memory;
        // Step by step with small dampings of either qubit, the sender's for as long as the photon flies besides.
        TwoQubitState rho = halfPhotonPair(eta, linePhotons(line));
        const double flight = line.groupIndex * 30.0 / kSpeedOfLight;
        for (int i = 0; i < 1000; ++i) {
            rho = relaxed(rho, Half::A, memory.relaxationTime, memory.coherenceTime, Duration::fromSi((5e-6 + flight) / 1000));
            rho = relaxed(rho, Half::B, memory.relaxationTime, memory.coherenceTime, Duration::fromSi(5e-6 / 1000));
        }
        const DemandResult result = resultOf(network);
        const BellDiagonal expected = twirledFromPsi(rho);
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(result.hops.front().state.weights[i] - expected.weights[i]) < 1e-9);
        QVERIFY(std::abs(result.hops.front().twirlLoss - lostByTwirl(rho)) < 1e-9);
        QVERIFY(evaluate(network).links.rows().front()->twirlLoss > 0.0);
    }

    void aReadoutThatErrsLetsLossPass()
    {
        const auto fidelity = [](double error) {
            Network network = withPerfectQubits(aLine([](MicrowaveLink& line) {
                line.scheme = MicrowaveScheme::TimeBin;
                line.temperature = Temperature();
                line.fixedLoss = 10_dB;
            }));
            Site site = *network.sites.find(SiteId(2));
            site.processor->hardware.gates.readoutError = error;
            network.sites.put(std::move(site));
            return resultOf(network).fidelity;
        };
        const double eta = std::pow(10.0, -0.1 * 10.03);
        const double good = eta * 0.98 / (eta * 0.98 + (1 - eta) * 0.02);
        QVERIFY(std::abs(fidelity(0.02) - (good + 0.25 * (1 - good))) < 1e-6);
        QVERIFY(fidelity(0.0) > 1.0 - 1e-6);
    }

    void attemptsWaitForRepetitionOrForTheWay()
    {
        const auto rate = [](Length length, Rate repetition, MicrowaveScheme scheme) {
            return resultOf(aLine([&](MicrowaveLink& line) {
                line.length = length;
                line.attenuation = DecibelPerLength();
                line.repetition = repetition;
                line.scheme = scheme;
            })).hops.front().attemptRate.si();
        };
        QVERIFY(std::abs(rate(30_m, 1000_Hz, MicrowaveScheme::Direct) - 1000.0) < 1e-6);
        const double flight = 1.6 * 30e3 / kSpeedOfLight;
        const double readout = nodeHardware(kSuperconducting).gates.readoutTime.si();
        QVERIFY(std::abs(rate(30_km, Rate::fromSi(1e9), MicrowaveScheme::Direct) * (2e-7 + flight) - 1.0) < 1e-9);
        QVERIFY(std::abs(rate(30_km, Rate::fromSi(1e9), MicrowaveScheme::TimeBin) * (4e-7 + 2 * flight + readout) - 1.0) < 1e-9);
    }

    void automaticTakesCertainPairsOrGoodOnes()
    {
        Network network = aLine([](MicrowaveLink&) {});
        Demand demand = *network.demands.find(DemandId(1));
        QVERIFY(resultOf(network).hops.front().scheme.contains(QStringLiteral("direct")));
        demand.minFidelity = 0.98;
        network.demands.put(demand);
        QVERIFY(resultOf(network).hops.front().scheme.contains(QStringLiteral("time-bin")));
    }

    void swapsJoinLinesLikeAnyOtherLinks()
    {
        Network network = aLine([](MicrowaveLink&) {}, 3);
        const DemandResult result = resultOf(network);
        QVERIFY(result.routed);
        QCOMPARE(result.hops.size(), std::size_t(3));
        QVERIFY(result.fidelity > 0.5 && result.fidelity < result.hops.front().state.fidelity());
        QVERIFY(result.rate > Rate() && result.rate.si() < 50000.0);
    }

    void whatCannotWorkIsSaid()
    {
        QVERIFY(!hasFinding(aLine([](MicrowaveLink&) {}), "microwave-too-warm"));
        QVERIFY(hasFinding(aLine([](MicrowaveLink& line) {
                    line.temperature = Temperature::fromSi(300.0);
                    line.fixedLoss = 3_dB;
                }), "microwave-too-warm"));
        QVERIFY(hasFinding(aLine([](MicrowaveLink& line) { line.temperature = Temperature::fromSi(1.5); line.fixedLoss = 1_dB; }), "link-without-entanglement"));
        Network ions = aLine([](MicrowaveLink&) {});
        Site site = *ions.sites.find(SiteId(2));
        site.processor->hardware = nodeHardware(QStringLiteral("trapped-ion-ca-2026"));
        ions.sites.put(std::move(site));
        QVERIFY(hasFinding(ions, "microwave-ends"));
        QVERIFY(!resultOf(ions).routed);
        QVERIFY(!evaluate(ions).links.rows().front()->available);
    }

    void warmerAndLossierLinesAreNeverBetter()
    {
        for (const MicrowaveScheme scheme : {MicrowaveScheme::Direct, MicrowaveScheme::TimeBin}) {
            double before = 1.0;
            for (const double kelvin : {0.0, 0.02, 0.05, 0.1, 0.3, 1.0}) {
                const double now = evaluate(aLine([&](MicrowaveLink& line) {
                    line.scheme = scheme;
                    line.temperature = Temperature::fromSi(kelvin);
                })).links.rows().front()->state.fidelity();
                QVERIFY(now <= before + 1e-12);
                before = now;
            }
            double rate = 1e9;
            for (const double loss : {0.0, 0.3, 1.0, 3.0, 10.0}) {
                const LinkResult link = *evaluate(aLine([&](MicrowaveLink& line) {
                    line.scheme = scheme;
                    line.fixedLoss = Decibel::fromSi(loss);
                })).links.rows().front();
                QVERIFY(link.rate.si() <= rate + 1e-9);
                QVERIFY(link.rate.si() * hashingYield(link.state) <= link.boundRate.si() * (1 + 1e-12));
                rate = link.rate.si();
            }
        }
    }

    void linesAreBoughtAndCooledByTheMeter()
    {
        const auto cost = [](Length length) { return evaluate(aLine([&](MicrowaveLink& line) { line.length = length; })).cost; };
        const CostTable table = costTable(CostTable().preset);
        QVERIFY(std::abs((cost(50_m).capex - cost(30_m).capex).si() - 20 * table.microwaveLine.si()) < 1e-6);
        QVERIFY(std::abs((cost(50_m).power - cost(30_m).power).si() - 20 * table.microwaveCooling.si() * table.powerUsageEffectiveness) < 1e-6);
        for (const CostPart& part : cost(30_m).parts) {
            if (part.label == QStringLiteral("Fiber lease")) QCOMPARE(part.count, 0);
            if (part.label == QStringLiteral("Midpoint stations")) QCOMPARE(part.count, 0);
        }
    }
};

BELLWEAVE_TEST(MicrowaveLinkTest)
#include "microwave_link_test.moc"
