// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/single_click.h"
#include "tests/engine/physics/photon_circuit.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <numbers>
#include <random>

using namespace bellweave::engine;
using namespace bellweave::tests;

namespace {

/// The whole experiment in Fock space for one optical phase: loss, beam splitter, photons of overlap sqrt(V), dark clicks.
Eigen::Matrix4cd acceptedState(const SingleClickInput& in, double visibility, double phase)
{
    // Modes: detectors c and d for the shape of A's photon, c and d for the rest of B's, lost from A, lost from B.
    const double half = std::numbers::sqrt2 / 2.0;
    const Amplitude a = std::polar(std::sqrt(in.etaA) * half, phase);
    const double like = std::sqrt(in.etaB * visibility) * half;
    const double unlike = std::sqrt(in.etaB * (1.0 - visibility)) * half;
    const LightState fromA = onePhoton({a, a, 0, 0, std::sqrt(1.0 - in.etaA), 0});
    const LightState fromB = onePhoton({like, -like, unlike, -unlike, 0, std::sqrt(1.0 - in.etaB)});
    const LightState vacuum{{Photons(6, 0), 1.0}};

    const Eigen::Vector4d weights(std::sqrt((1 - in.alphaA) * (1 - in.alphaB)), std::sqrt((1 - in.alphaA) * in.alphaB),
                                  std::sqrt(in.alphaA * (1 - in.alphaB)), std::sqrt(in.alphaA * in.alphaB));
    const Eigen::Vector4d flip(1, -1, 1, -1);
    Eigen::Matrix4cd accepted = Eigen::Matrix4cd::Zero();
    for (const auto& [photons, light] : jointAmplitudes({vacuum, fromB, fromA, together(fromA, fromB)})) {
        const Eigen::Vector4cd state = light.cwiseProduct(weights);
        const double c = photons[0] + photons[2] > 0 ? 1.0 : in.darkProbability;
        const double d = photons[1] + photons[3] > 0 ? 1.0 : in.darkProbability;
        const Eigen::Vector4cd corrected = state.cwiseProduct(flip);
        accepted += c * (1 - d) * state * state.adjoint() + d * (1 - c) * corrected * corrected.adjoint();
    }
    return accepted;
}

/// Average over a Gaussian phase by equal steps, and over which emitters happened to be alike when they dephase.
Eigen::Matrix4cd exactState(const SingleClickInput& in)
{
    constexpr double kStep = 0.25;
    Eigen::Matrix4cd average = Eigen::Matrix4cd::Zero();
    for (int i = -34; i <= 34; ++i) {
        const double weight = kStep * std::exp(-0.5 * kStep * kStep * i * i) / std::sqrt(2.0 * std::numbers::pi);
        const double phase = in.phaseNoiseRms * kStep * i;
        average += weight * (in.distinguishability == Distinguishability::StaticMismatch
                                 ? acceptedState(in, in.visibility, phase)
                                 : Eigen::Matrix4cd(in.visibility * acceptedState(in, 1.0, phase)
                                                    + (1.0 - in.visibility) * acceptedState(in, 0.0, phase)));
    }
    return average;
}

double noCommonFactor(const HeraldedState& s, double dark) { return s.clickProbability / (1.0 - dark); }

} // namespace

class SingleClickTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrintedFigures();
    void givesThePrintedStateBeforeTheTwirl();
    void equalsTheFockSpaceCalculation();
    void weightsAreAProbability();
    void idealLimitLosesOnlyTheBrightPair();
    void sidesMayBeExchanged();
    void detectorNoiseOnlyHurts();
    void balancedSidesAreBestAtFixedRate();
    void nothingArrivingGivesNoPair();
};

void SingleClickTest::agreesWithPrintedFigures()
{
    const double rad = std::numbers::pi / 180.0;
    const auto first = singleClick({0.05, 0.05, 3.6e-4, 3.6e-4, 6e-7, 0.9, 14.3 * rad, 0.04});
    VERIFY_PRINTED(first.state.fidelity(), 0.850116, 6);
    VERIFY_PRINTED(noCommonFactor(first, 6e-7), 3.71996e-5, 10);

    const auto noisy = singleClick({0.3, 0.3, 0.4, 0.4, 1e-3, 0.8});
    VERIFY_PRINTED(noisy.state.fidelity(), 0.706148, 6);
    VERIFY_PRINTED(noCommonFactor(noisy, 1e-3), 0.225709, 6);
    VERIFY_PRINTED(noisy.clickProbability, 0.225483, 6);

    const auto unequal = singleClick({0.03, 0.1, 0.02, 0.005, 1e-5, 0.9});
    VERIFY_PRINTED(unequal.state.fidelity(), 0.892438, 6);
    VERIFY_PRINTED(noCommonFactor(unequal, 1e-5), 1.119663e-3, 9);
}

void SingleClickTest::givesThePrintedStateBeforeTheTwirl()
{
    const XState pair = singleClickPair({0.05, 0.05, 3.6e-4, 3.6e-4, 6e-7, 0.9, 14.3 * std::numbers::pi / 180.0, 0.04});
    VERIFY_PRINTED(pair.populations[0], 0.029113, 6);
    VERIFY_PRINTED(pair.populations[1], 0.461214, 6);
    VERIFY_PRINTED(pair.populations[2], 0.461214, 6);
    VERIFY_PRINTED(pair.populations[3], 0.048459, 6);
    VERIFY_PRINTED(pair.coherence, 0.388902, 6);
}

void SingleClickTest::equalsTheFockSpaceCalculation()
{
    std::mt19937 draw(7);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    double worst = 0.0;
    for (int i = 0; i < 40; ++i) {
        const SingleClickInput in{unit(draw), unit(draw), unit(draw), unit(draw), 0.2 * unit(draw), unit(draw), unit(draw), 0.0,
                                  i % 2 ? Distinguishability::Dephasing : Distinguishability::StaticMismatch};
        const auto exact = heraldedWeights(exactState(in));
        const auto fast = singleClick(in);
        for (std::size_t k = 0; k < 4; ++k)
            worst = std::max(worst, std::abs(exact[k] - fast.clickProbability * fast.state.weights[k]));
    }
    qInfo("largest deviation from Fock space %.2g", worst);
    QVERIFY(worst < 1e-12);
}

void SingleClickTest::weightsAreAProbability()
{
    std::mt19937 draw(8);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 1000; ++i) {
        const auto s = singleClick({unit(draw), unit(draw), unit(draw), unit(draw), unit(draw), unit(draw), unit(draw), unit(draw)});
        double sum = 0.0;
        for (const double weight : s.state.weights) {
            QVERIFY(weight >= -1e-16);
            sum += weight;
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-14);
        QVERIFY(s.clickProbability >= 0.0 && s.clickProbability <= 1.0);
    }
}

void SingleClickTest::idealLimitLosesOnlyTheBrightPair()
{
    for (const double alpha : {0.01, 0.1, 0.3}) {
        const auto s = singleClick({alpha, alpha, 1e-9, 1e-9});
        QVERIFY(std::abs(s.state.fidelity() - (1.0 - alpha)) < 1e-8);
    }
}

void SingleClickTest::sidesMayBeExchanged()
{
    const auto a = singleClick({0.03, 0.1, 0.02, 0.005, 1e-5, 0.9, 0.1, 0.01});
    const auto b = singleClick({0.1, 0.03, 0.005, 0.02, 1e-5, 0.9, 0.1, 0.01});
    QCOMPARE(a.clickProbability, b.clickProbability);
    QCOMPARE(a.state.fidelity(), b.state.fidelity());
}

void SingleClickTest::detectorNoiseOnlyHurts()
{
    double before = 1.0;
    for (const double dark : {0.0, 1e-7, 1e-5, 1e-3}) {
        const double fidelity = singleClick({0.05, 0.05, 1e-3, 1e-3, dark, 0.95}).state.fidelity();
        QVERIFY(fidelity < before);
        before = fidelity;
    }
}

void SingleClickTest::balancedSidesAreBestAtFixedRate()
{
    const double etaA = 0.02;
    const double etaB = 0.005;
    const auto at = [&](double ratio) {   // brightness split with the click weight a_A eta_A + a_B eta_B kept
        return singleClick({0.04 * etaB / etaA * ratio, 0.04 * (2.0 - ratio), etaA, etaB, 0.0, 1.0}).state.fidelity();
    };
    QVERIFY(at(1.0) > at(0.7));
    QVERIFY(at(1.0) > at(1.3));
}

void SingleClickTest::nothingArrivingGivesNoPair()
{
    const auto s = singleClick({});
    QCOMPARE(s.clickProbability, 0.0);
    QCOMPARE(s.state.fidelity(), 0.25);
}

BELLWEAVE_TEST(SingleClickTest)
#include "single_click_test.moc"
