// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/whole_pair.h"
#include "tests/engine/physics/pair_circuit.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const BellDiagonal kP{{0.75, 0.05, 0.12, 0.08}};
const BellDiagonal kQ{{0.8, 0.11, 0.02, 0.07}};
const SwapQuality kSwap{0.97, 0.02, 0.05};
const DistillationQuality kRound{0.96, 0.98, 0.03};

Matrix anyState(std::mt19937& random)
{
    std::normal_distribution<double> normal;
    Matrix root(4, 4);
    for (Eigen::Index i = 0; i < 16; ++i) root(i / 4, i % 4) = Complex(normal(random), normal(random));
    const Matrix rho = root * root.adjoint();
    return rho / rho.trace().real();
}

double distance(const Matrix& a, const Matrix& b) { return (a - b).cwiseAbs().maxCoeff(); }

void compareWeights(const BellDiagonal& got, const BellDiagonal& expected)
{
    for (std::size_t i = 0; i < 4; ++i) QVERIFY2(std::abs(got.weights[i] - expected.weights[i]) < 1e-14, qPrintable(QStringLiteral("%1: %2 %3").arg(i).arg(got.weights[i]).arg(expected.weights[i])));
}

} // namespace

class WholePairTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bellDiagonalPairsStayAsTheirWeightsSay()
    {
        compareWeights(twirled(swapped(densityOf(kP), densityOf(kQ), kSwap)), engine::swapped(kP, kQ, kSwap));
        for (const ErrorOrder order : {ErrorOrder{1, 2, 3}, ErrorOrder{1, 3, 2}, ErrorOrder{2, 1, 3}, ErrorOrder{2, 3, 1}, ErrorOrder{3, 1, 2}, ErrorOrder{3, 2, 1}}) {
            const DistilledState got = distilled(densityOf(kP), densityOf(kQ), order, kRound);
            const Distilled expected = distill(kP, kQ, order, order, kRound);
            QVERIFY(std::abs(got.success - expected.success) < 1e-14);
            compareWeights(twirled(got.state), expected.state);
            QVERIFY(lostByTwirl(got.state) < 1e-14);
        }
        const Correlators noise{{1.0, 0.9, 0.8, 0.7}};
        compareWeights(twirled(afterPauliNoise(densityOf(kP), Half::A, 0.9, 0.8, 0.7)), fromCorrelators(toCorrelators(kP) * noise));
        compareWeights(twirled(afterPauliNoise(densityOf(kP), Half::B, 0.9, 0.8, 0.7)), fromCorrelators(toCorrelators(kP) * noise));
    }

    /// Four qubits, gate by gate.
    void aSwapOfAnyStatesIsThatOfTheCircuit()
    {
        std::mt19937 random(1);
        for (int i = 0; i < 20; ++i) {
            const Matrix left = anyState(random), right = anyState(random);
            PairCircuit circuit({left, right});
            circuit.cnot(1, 2);
            circuit.depolarize(1, 2, kSwap.gateQuality);
            circuit.apply(PairCircuit::hadamard(), 1);
            circuit.readAndCorrect(1, kSwap.phaseReadoutFlip, PairCircuit::z(), 3);
            circuit.readAndCorrect(2, kSwap.bitReadoutFlip, PairCircuit::x(), 3);
            QVERIFY(distance(swapped(TwoQubitState(left), TwoQubitState(right), kSwap), circuit.stateOf(0, 3)) < 1e-14);
        }
    }

    /// In the order in which the weights are: no rotation but its noise.
    void aRoundOfAnyStatesIsThatOfTheCircuit()
    {
        std::mt19937 random(2);
        for (int i = 0; i < 20; ++i) {
            const Matrix first = anyState(random), second = anyState(random);
            PairCircuit circuit({first, second});
            for (const int qubit : {0, 1, 2, 3}) circuit.depolarize(qubit, kRound.oneQubitQuality);
            for (const int end : {0, 1}) {
                circuit.cnot(end, end + 2);
                circuit.depolarize(end, end + 2, kRound.gateQuality);
            }
            circuit.keepAgreeing({{2, 3, 'z'}}, kRound.readoutFlip);
            const DistilledState got = distilled(TwoQubitState(first), TwoQubitState(second), {1, 2, 3}, kRound);
            QVERIFY(std::abs(got.success - circuit.trace()) < 1e-14);
            QVERIFY(distance(got.state, circuit.firstPair()) < 1e-14);
        }
    }

    void noiseOnAHalfIsThatOfItsErrors()
    {
        std::mt19937 random(3);
        const double flip = 0.07, phase = 0.11;    // of X and Y each, of Z
        for (const Half half : {Half::A, Half::B}) {
            const Matrix state = anyState(random);
            PairCircuit circuit(std::vector<Matrix>{state});
            circuit.sufferErrors(half == Half::A ? 0 : 1, flip, phase);
            const double across = 1.0 - 2.0 * flip - 2.0 * phase;
            QVERIFY(distance(afterPauliNoise(state, half, 1.0 - 4.0 * flip, across, across), circuit.stateOf(0, 1)) < 1e-14);
        }
    }
};

BELLWEAVE_TEST(WholePairTest)
#include "whole_pair_test.moc"
