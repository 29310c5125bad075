// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/elementary_link.h"
#include "engine/links/operating_points.h"
#include "model/network/presets.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kWindow = 8e-7;      // four times the photon of the preset
constexpr double kEfficiency = 0.8;
constexpr double kJitterFree = 0.981684361111265820;    // 1 - e^-4, the share of a photon in the window

/// Two superconducting processors with transducers over 20 km of fiber, the station 6 km from A.
struct Transduced {
    NodeHardware a = nodeHardware(QStringLiteral("superconducting-transducer-2035"));
    NodeHardware b = a;
    double addedA = 0.08;    // noise photons of the transducer in one attempt, counted at its input
    double addedB = 0.03;
    double dark = 50.0;
    Decibel extraLoss = {};
    double stationAt = 0.3;

    Transduced()
    {
        a.source.conversionEfficiency = 0.3;
        b.source.conversionEfficiency = 0.2;
        for (NodeHardware* node : {&a, &b}) node->source.lifetime = Duration::fromSi(2e-7);
        a.source.thermalPhotons = 0.04;
        b.source.thermalPhotons = 0.01;
    }
    LinkPhysics physics()
    {
        a.source.conversionNoise = Rate::fromSi(addedA * a.source.conversionEfficiency / kWindow);
        b.source.conversionNoise = Rate::fromSi(addedB * b.source.conversionEfficiency / kWindow);
        Site sites[2];
        for (std::uint32_t i = 0; i < 2; ++i) {
            sites[i].id = SiteId(i + 1);
            sites[i].processor = Processor{i == 0 ? a : b, 10};
        }
        FiberLink fiber;
        fiber.stationPosition = stationAt;
        fiber.dispersion = {};
        fiber.fixedLoss = extraLoss;
        fiber.station.detector = {kEfficiency, Rate::fromSi(dark), Duration::fromSi(kWindow), {}, {}, 0.0};
        Link link;
        link.id = LinkId(1);
        link.from = SiteId(1);
        link.to = SiteId(2);
        link.kind = fiber;
        return heraldedPhysics(sites[0], sites[1], {{&link}, {20_km}, nullptr, 0});
    }
    /// Its whole path from the input of the transducer to a click.
    double path(double conversion, double km) const { return conversion * std::pow(10.0, -0.02 * km) * kEfficiency; }
    double etaA() const { return a.source.emissionEfficiency * path(0.3, 6) * kJitterFree; }
    double etaB() const { return b.source.emissionEfficiency * path(0.2, 14) * kJitterFree; }
    /// p_d + (N_A eta_A + N_B eta_B)/2, as a chance of one click at least.
    double noisy() const { return 1 - std::exp(-(dark * kWindow + 0.5 * (addedA * path(0.3, 6) + addedB * path(0.2, 14)))); }
    /// Either qubit wrongly excited: N/(1 + 2N).
    double flip() const
    {
        const double eA = 0.04 / 1.08, eB = 0.01 / 1.02;
        return eA + eB - 2 * eA * eB;
    }
};

} // namespace

/// Microwave photons made optical: noise of the transducer as clicks, thermal photons as wrong qubits.
class TransductionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void singleClickIsTheClosedFormWithTheNoiseOfBothTransducers()
    {
        Transduced link;
        const double x = 0.03, y = 0.05, p = link.noisy(), etaA = link.etaA(), etaB = link.etaB(), v = link.physics().visibility;
        const double u = x * (1 - y) * etaA, w = y * (1 - x) * etaB;
        const double two = x * y * (etaA * (1 - etaB) + etaB * (1 - etaA) + etaA * etaB * (1 + v) / 2);
        const double lost = x * (1 - y) * (1 - etaA) + y * (1 - x) * (1 - etaB);
        const double click = u + w + two + 2 * p * ((1 - x) * (1 - y) + lost + x * y * (1 - etaA) * (1 - etaB));
        const double coherence = std::sqrt(v) * std::exp(-0.5 * 0.2 * 0.2) * (1 - 2 * link.a.source.doubleExcitation);
        const double good = ((u + w) / 2 + coherence * std::sqrt(u * w) + p * lost) / click;
        const double flipped = (two + 2 * p * ((1 - x) * (1 - y) + x * y * (1 - etaA) * (1 - etaB))) / 2 / click;
        const double fidelity = (1 - link.flip()) * good + link.flip() * flipped;
        const OperatingPoint point = singleClickPoint(link.physics(), {x, y}, {true, true}, RunSettings());
        QVERIFY2(std::abs(point.withoutMemory.fidelity() - fidelity) < 1e-9, qPrintable(QStringLiteral("%1 %2").arg(point.withoutMemory.fidelity()).arg(fidelity)));
        QVERIFY(std::abs(point.attemptProbability / (click * (1 - p)) - 1.0) < 1e-9);
    }

    void doubleClickIsTheClosedFormWithTheNoiseOfBothTransducers()
    {
        Transduced link;
        const double p = link.noisy(), etaA = link.etaA(), etaB = link.etaB(), v = link.physics().visibility;
        const double right = 0.5 * etaA * etaB;
        const double noise = 2 * p * (etaA * (1 - etaB) + etaB * (1 - etaA)) + 4 * p * p * (1 - etaA) * (1 - etaB);
        const double total = right * (1 + p * (1 + v)) + noise;
        const double kept = v * (1 - 2 * link.a.source.doubleExcitation);
        const double good = (right * (1 + kept) / 2 + noise / 4) / total;
        // Noise leaves a quarter of each; two photons in one window and noise in the other flip the bit.
        const double flipped = (noise / 4 + right * p * (1 + v) / 2) / total;
        const double fidelity = (1 - link.flip()) * good + link.flip() * flipped;
        const OperatingPoint point = doubleClickPoint(link.physics(), {true, true}, RunSettings());
        QVERIFY2(std::abs(point.withoutMemory.fidelity() - fidelity) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(point.withoutMemory.fidelity()).arg(fidelity)));
        QVERIFY(std::abs(point.attemptProbability / (total * (1 - p) * (1 - p)) - 1.0) < 1e-9);
    }

    void aFifthOfAPhotonOfNoiseIsWhatTwoClicksBear()
    {
        // All else perfect and little light: right clicks eta²/2, noise 4 N (1 + N) eta², of which a quarter is right. F = 1/2 where
        // 4 N (1 + N) = 1, at N = (sqrt 2 - 1)/2.
        const auto fidelity = [](double noise) {
            Transduced link;
            link.addedA = noise * kJitterFree;
            link.addedB = link.addedA;
            link.dark = 0.0;
            link.extraLoss = 80_dB;
            link.stationAt = 0.5;
            link.b.source.conversionEfficiency = 0.3;
            for (NodeHardware* node : {&link.a, &link.b}) {
                node->source.thermalPhotons = 0.0;
                node->source.visibility = 1.0;
                node->source.doubleExcitation = 0.0;
                node->source.emissionEfficiency = 1.0;
            }
            return doubleClickPoint(link.physics(), {true, true}, RunSettings()).withoutMemory.fidelity();
        };
        const double threshold = 0.5 * (std::sqrt(2.0) - 1.0);
        QVERIFY(std::abs(fidelity(threshold) - 0.5) < 1e-4);
        QVERIFY(fidelity(0.9 * threshold) > 0.51 && fidelity(1.1 * threshold) < 0.49);
    }
};

BELLWEAVE_TEST(TransductionTest)
#include "transduction_test.moc"
