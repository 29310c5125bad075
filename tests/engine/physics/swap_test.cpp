// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/swap.h"
#include "tests/support/test_program.h"

#include "tests/engine/physics/pair_circuit.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <random>

using namespace bellweave::engine;
using bellweave::test::PairCircuit;

namespace {

/// Qubits A, B, B', C: CNOT from B to B', Hadamard on B, both read out with flips, correction on C.
BellDiagonal swappedByCircuit(const BellDiagonal& p, const BellDiagonal& q, const SwapQuality& quality)
{
    PairCircuit circuit({p, q});
    circuit.cnot(1, 2);
    circuit.depolarize(1, 2, quality.gateQuality);
    circuit.apply(PairCircuit::hadamard(), 1);
    circuit.readAndCorrect(1, quality.phaseReadoutFlip, PairCircuit::z(), 3);
    circuit.readAndCorrect(2, quality.bitReadoutFlip, PairCircuit::x(), 3);
    return circuit.weightsOf(0, 3);
}

const BellDiagonal kP{{0.75, 0.05, 0.12, 0.08}};
const BellDiagonal kQ{{0.7, 0.1, 0.15, 0.05}};

} // namespace

class SwapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrintedFigures();
    void equalsTheCircuitOnRandomInputs();
    void idealSwapsMultiplyWernerParameters();
    void chainsNeedNoOrder();
    void perfectGatesFollowFromZeroError();
    void linearOpticsFlipsThePhase();
};

void SwapTest::agreesWithPrintedFigures()
{
    const double ideal[] = {0.552, 0.128, 0.207, 0.113};
    const double noisy[] = {0.498940, 0.146860, 0.224836, 0.129364};
    const double wernerPair[] = {0.888198, 0.038690, 0.038690, 0.034422};
    const auto fromWerner = swapped(werner(0.95), werner(0.95), {0.99, 0.005, 0.005});
    for (std::size_t i = 0; i < 4; ++i) {
        VERIFY_PRINTED(swapped(kP, kQ, {}).weights[i], ideal[i], 6);
        VERIFY_PRINTED(swapped(kP, kQ, {0.9, 0.02, 0.05}).weights[i], noisy[i], 6);
        VERIFY_PRINTED(fromWerner.weights[i], wernerPair[i], 6);
    }
    VERIFY_PRINTED(fromWerner.fidelity(), 0.88819756, 8);

    BellDiagonal chain = werner(0.95);
    for (int swaps = 0; swaps < 3; ++swaps) chain = swapped(chain, werner(0.95), {0.99, 0.005, 0.005});
    VERIFY_PRINTED(chain.fidelity(), 0.780516, 6);
}

void SwapTest::equalsTheCircuitOnRandomInputs()
{
    std::mt19937 draw(3);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    const auto anyState = [&] {
        BellDiagonal state;
        double sum = 0.0;
        for (double& weight : state.weights) sum += weight = unit(draw);
        for (double& weight : state.weights) weight /= sum;
        return state;
    };
    double worst = 0.0;
    for (int i = 0; i < 100; ++i) {
        const BellDiagonal p = anyState();
        const BellDiagonal q = anyState();
        const SwapQuality quality{unit(draw), unit(draw), unit(draw)};
        const auto exact = swappedByCircuit(p, q, quality);
        const auto fast = swapped(p, q, quality);
        for (std::size_t k = 0; k < 4; ++k) worst = std::max(worst, std::abs(exact.weights[k] - fast.weights[k]));
    }
    qInfo("largest deviation from the circuit %.2g", worst);
    QVERIFY(worst < 1e-13);
}

void SwapTest::idealSwapsMultiplyWernerParameters()
{
    for (const double f : {0.25, 0.6, 0.95, 1.0})
        for (const double g : {0.25, 0.8, 1.0}) {
            const double fidelity = swapped(werner(f), werner(g), {}).fidelity();
            QVERIFY(std::abs(fidelity - (0.25 + 0.75 * wernerParameter(f) * wernerParameter(g))) < 1e-15);
        }
}

void SwapTest::chainsNeedNoOrder()
{
    const SwapQuality first{0.9, 0.02, 0.05};
    const SwapQuality second{0.97, 0.01, 0.0};
    const auto left = swapped(swapped(kP, kQ, first), werner(0.9), second);
    const auto right = swapped(kP, swapped(kQ, werner(0.9), second), first);
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(left.weights[i] - right.weights[i]) < 1e-15);
}

void SwapTest::perfectGatesFollowFromZeroError()
{
    QCOMPARE(gateQualityFromError(0.0), 1.0);
    QCOMPARE(gateQualityFromError(0.75), 0.0);
    QCOMPARE(oneQubitQualityFromError(0.5), 0.0);
    const double quality = gateQualityFromError(0.01);
    QCOMPARE(1.0 - (quality + (1.0 - quality) / 4.0), 0.01);   // F_avg = p_g + (1 - p_g)/4
    const double single = oneQubitQualityFromError(0.001);
    QCOMPARE(1.0 - (single + (1.0 - single) / 2.0), 0.001);
}

void SwapTest::linearOpticsFlipsThePhase()
{
    const double visibility = 0.9;
    const BellDiagonal flips{{(1 + visibility) / 2, (1 - visibility) / 2, 0, 0}};
    const auto expected = convolve(convolve(kP, kQ), flips);
    const auto result = fromCorrelators(toCorrelators(kP) * toCorrelators(kQ) * linearOpticsFactors(visibility));
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(result.weights[i] - expected.weights[i]) < 1e-15);
}

BELLWEAVE_TEST(SwapTest)
#include "swap_test.moc"
