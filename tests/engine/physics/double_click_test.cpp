// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/double_click.h"
#include "tests/engine/physics/photon_circuit.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <numbers>
#include <random>

using namespace bellweave::engine;
using namespace bellweave::tests;

namespace {

/// Modes of one window: detectors c and d for A's shape, c and d for the rest of B's, lost from A, lost from B.
constexpr int kModesOfWindow = 6;

LightState photonOfA(double eta, int window)
{
    std::vector<Amplitude> modes(2 * kModesOfWindow, 0.0);
    const auto first = static_cast<std::size_t>(window * kModesOfWindow);
    modes[first] = modes[first + 1] = std::sqrt(eta / 2.0);
    modes[first + 4] = std::sqrt(1.0 - eta);
    return onePhoton(modes);
}

LightState photonOfB(double eta, int window, double overlap)
{
    std::vector<Amplitude> modes(2 * kModesOfWindow, 0.0);
    const auto first = static_cast<std::size_t>(window * kModesOfWindow);
    modes[first] = std::sqrt(eta * overlap / 2.0);
    modes[first + 1] = -modes[first];
    modes[first + 2] = std::sqrt(eta * (1.0 - overlap) / 2.0);
    modes[first + 3] = -modes[first + 2];
    modes[first + 5] = std::sqrt(1.0 - eta);
    return onePhoton(modes);
}

/// Probabilities that in this window only detector c, or only d, clicks.
std::array<double, 2> onlyOne(const Photons& photons, int window, double dark)
{
    const auto first = static_cast<std::size_t>(window * kModesOfWindow);
    const double c = photons[first] + photons[first + 2] > 0 ? 1.0 : dark;
    const double d = photons[first + 1] + photons[first + 3] > 0 ? 1.0 : dark;
    return {c * (1.0 - d), d * (1.0 - c)};
}

/// The whole experiment in Fock space; the overlap of the two photons may differ between the windows.
Eigen::Matrix4cd acceptedState(const DoubleClickInput& in, double overlapEarly, double overlapLate)
{
    const LightState a[] = {photonOfA(in.etaA, 0), photonOfA(in.etaA, 1)};
    const LightState b[] = {photonOfB(in.etaB, 0, overlapEarly), photonOfB(in.etaB, 1, overlapLate)};
    const Eigen::Vector4d flip(1, -1, 1, -1);
    Eigen::Matrix4cd accepted = Eigen::Matrix4cd::Zero();
    for (const auto& [photons, light] :
         jointAmplitudes({together(a[0], b[0]), together(a[0], b[1]), together(a[1], b[0]), together(a[1], b[1])})) {
        const Eigen::Vector4cd state = 0.5 * light;
        const Eigen::Vector4cd corrected = state.cwiseProduct(flip);
        const auto early = onlyOne(photons, 0, in.darkProbability);
        const auto late = onlyOne(photons, 1, in.darkProbability);
        accepted += (early[0] * late[0] + early[1] * late[1]) * state * state.adjoint()
                    + (early[0] * late[1] + early[1] * late[0]) * corrected * corrected.adjoint();
    }
    return accepted;
}

Eigen::Matrix4cd exactState(const DoubleClickInput& in)
{
    const double v = in.visibility;
    if (in.distinguishability == Distinguishability::StaticMismatch) return acceptedState(in, v, v);
    return v * v * acceptedState(in, 1, 1) + v * (1 - v) * (acceptedState(in, 1, 0) + acceptedState(in, 0, 1))
           + (1 - v) * (1 - v) * acceptedState(in, 0, 0);
}

} // namespace

class DoubleClickTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrintedFigures();
    void equalsTheFockSpaceCalculation();
    void perfectDetectorsLeaveOnlyPhaseFlips();
    void noiseAloneGivesTheMixedState();
    void sidesMayBeExchanged();
    void timeBinsSufferTwiceFromDephasing();
    void nothingArrivingGivesNoPair();
};

void DoubleClickTest::agreesWithPrintedFigures()
{
    const auto weak = doubleClick({1e-3, 1e-3, 1e-5, 0.9});
    VERIFY_PRINTED(weak.clickProbability, 5.403579e-7, 13);
    VERIFY_PRINTED(weak.state.fidelity(), 0.897702, 6);
    const auto strong = doubleClick({0.3, 0.5, 0.01, 0.8});
    VERIFY_PRINTED(strong.clickProbability, 0.0847688, 7);
    VERIFY_PRINTED(strong.state.fidelity(), 0.809747, 6);
}

void DoubleClickTest::equalsTheFockSpaceCalculation()
{
    std::mt19937 draw(11);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    double worst = 0.0;
    for (int i = 0; i < 40; ++i) {
        const DoubleClickInput in{unit(draw), unit(draw), 0.3 * unit(draw), unit(draw), 0.0,
                                  i % 2 ? Distinguishability::Dephasing : Distinguishability::StaticMismatch};
        const auto exact = heraldedWeights(exactState(in));
        const auto fast = doubleClick(in);
        for (std::size_t k = 0; k < 4; ++k)
            worst = std::max(worst, std::abs(exact[k] - fast.clickProbability * fast.state.weights[k]));
    }
    qInfo("largest deviation from Fock space %.2g", worst);
    QVERIFY(worst < 1e-12);
}

void DoubleClickTest::perfectDetectorsLeaveOnlyPhaseFlips()
{
    const auto s = doubleClick({0.2, 0.4, 0.0, 0.9});
    QCOMPARE(s.clickProbability, 0.04);
    QCOMPARE(s.state.weights[0], 0.95);
    QCOMPARE(s.state.weights[1], 0.05);
    QCOMPARE(s.state.weights[2], 0.0);
}

void DoubleClickTest::noiseAloneGivesTheMixedState()
{
    const auto s = doubleClick({0.0, 0.0, 0.01, 0.9});
    for (const double weight : s.state.weights) QCOMPARE(weight, 0.25);
    QCOMPARE(s.clickProbability, 4e-4 * 0.99 * 0.99);
}

void DoubleClickTest::sidesMayBeExchanged()
{
    const auto a = doubleClick({0.3, 0.02, 1e-3, 0.8, 0.01});
    const auto b = doubleClick({0.02, 0.3, 1e-3, 0.8, 0.01});
    QCOMPARE(a.clickProbability, b.clickProbability);
    QCOMPARE(a.state.fidelity(), b.state.fidelity());
}

void DoubleClickTest::timeBinsSufferTwiceFromDephasing()
{
    const double visibility = 1.0 / 1.8;   // gamma* = 0.4 gamma
    const auto s = doubleClick({0.1, 0.1, 0.0, visibility, 0.0, Distinguishability::Dephasing});
    VERIFY_PRINTED(2.0 * s.state.fidelity() - 1.0, 0.309, 3);
}

void DoubleClickTest::nothingArrivingGivesNoPair()
{
    QCOMPARE(doubleClick({}).clickProbability, 0.0);
    QCOMPARE(doubleClick({}).state.fidelity(), 0.25);
}

BELLWEAVE_TEST(DoubleClickTest)
#include "double_click_test.moc"
