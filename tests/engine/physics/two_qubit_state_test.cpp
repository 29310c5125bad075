// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/two_qubit_state.h"
#include "tests/support/test_program.h"

#include "engine/physics/memory_decay.h"
#include "tests/engine/physics/pair_circuit.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const BellDiagonal kP{{0.75, 0.05, 0.12, 0.08}};

/// The single-click pair of the printed test: 14.3 degrees of phase noise.
SingleClickInput printedPair(double phaseNoise = 14.3 * std::numbers::pi / 180.0)
{
    return {.alphaA = 0.05, .alphaB = 0.05, .etaA = 3.6e-4, .etaB = 3.6e-4, .darkProbability = 6e-7, .visibility = 0.9,
            .phaseNoiseRms = phaseNoise, .doubleExcitation = 0.04};
}

Matrix randomState(std::mt19937& random)
{
    std::normal_distribution<double> normal;
    Matrix root(4, 4);
    for (Eigen::Index i = 0; i < 16; ++i) root(i / 4, i % 4) = Complex(normal(random), normal(random));
    const Matrix rho = root * root.adjoint();
    return rho / rho.trace().real();
}

DistilledState byCircuit(const Matrix& first, const Matrix& second, const DistillationQuality& quality)
{
    PairCircuit circuit({first, second});
    for (const int end : {0, 1}) {
        circuit.cnot(end, end + 2);
        circuit.depolarize(end, end + 2, quality.gateQuality);
    }
    for (const int end : {0, 1}) circuit.keepReadingOne(end + 2, quality.readoutFlip);
    return {circuit.trace(), circuit.firstPair()};
}

} // namespace

class TwoQubitStateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSingleClickPairIsThePrintedMatrix()
    {
        const TwoQubitState rho = densityOf(singleClickPair(printedPair()));
        const double printed[] = {0.029113, 0.461214, 0.461214, 0.048459};
        for (Eigen::Index i = 0; i < 4; ++i) VERIFY_PRINTED(rho(i, i).real(), printed[i], 6);
        VERIFY_PRINTED(rho(1, 2).real(), 0.388902, 6);
        VERIFY_PRINTED(twirledFromPsi(rho).fidelity(), 0.850116, 6);
    }

    void extremePhotonLossAgreesWithPrintedFigures()
    {
        const TwoQubitState pair = densityOf(singleClickPair(printedPair()));
        const DistilledState result = extremePhotonLoss(pair, pair);
        VERIFY_PRINTED(result.success, 0.428258, 6);
        VERIFY_PRINTED(twirledFromPsi(result.state).fidelity(), 0.849869, 6);
        const TwoQubitState still = densityOf(singleClickPair(printedPair(0.0)));
        VERIFY_PRINTED(twirledFromPsi(extremePhotonLoss(still, still).state).fidelity(), 0.872567, 6);
    }

    void whatTwoPhotonsLeaveGoesAndACommonPhaseCancels()
    {
        const double lost = 0.3;
        for (const double phase : {0.0, 0.7, 2.5}) {
            TwoQubitState pair = TwoQubitState::Zero();
            pair(1, 1) = pair(2, 2) = 0.5 * (1 - lost);
            pair(1, 2) = 0.5 * (1 - lost) * std::polar(1.0, phase);
            pair(2, 1) = std::conj(pair(1, 2));
            pair(3, 3) = lost;
            const DistilledState result = extremePhotonLoss(pair, pair);
            QVERIFY(std::abs(result.success - 0.5 * (1 - lost) * (1 - lost)) < 1e-15);
            QVERIFY(std::abs(twirledFromPsi(result.state).fidelity() - 1.0) < 1e-15);
        }
    }

    void extremePhotonLossEqualsTheCircuitOnRandomInputs()
    {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> share;
        for (int i = 0; i < 100; ++i) {
            const Matrix first = randomState(random), second = randomState(random);
            const DistillationQuality quality{1.0 - 0.2 * share(random), 1.0, 0.1 * share(random)};
            const DistilledState result = extremePhotonLoss(first, second, quality);
            const DistilledState circuit = byCircuit(first, second, quality);
            QVERIFY(std::abs(result.success - circuit.success) < 1e-12);
            QVERIFY((result.state - circuit.state).cwiseAbs().maxCoeff() < 1e-12);
        }
    }

    void relaxationToTheGroundStateAgreesWithPrintedFigures()
    {
        const auto wait = [](TwoQubitState state, Half half) { return relaxed(state, half, 100_ms, 50_ms, 10_ms); };
        const TwoQubitState one = wait(densityOf(BellDiagonal()), Half::A);
        const double oneHalf[] = {0.885575, 0.066844, 0.023791, 0.023791};
        const double bothHalves[] = {0.792107, 0.121787, 0.043053, 0.043053};
        const double ofP[] = {0.609686, 0.140462, 0.138333, 0.111520};
        const BellDiagonal both = twirled(wait(one, Half::B));
        const BellDiagonal mixed = twirled(wait(wait(densityOf(kP), Half::A), Half::B));
        for (std::size_t i = 0; i < 4; ++i) {
            VERIFY_PRINTED(twirled(one).weights[i], oneHalf[i], 6);
            VERIFY_PRINTED(both.weights[i], bothHalves[i], 6);
            VERIFY_PRINTED(mixed.weights[i], ofP[i], 6);
        }
    }

    void theTwirlOfOneHalfIsExact()
    {
        const DecayRates rates = decayRates(100_ms, 50_ms);
        const BellDiagonal exact = twirled(relaxed(densityOf(kP), Half::B, 100_ms, 50_ms, 10_ms));
        const BellDiagonal fast = decayed(kP, rates, 10_ms, 1);
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(exact.weights[i] - fast.weights[i]) < 1e-14);
    }

    /// Noise by factors is noise by errors with their chances.
    void noiseByFactorsIsNoiseByErrors()
    {
        const DecayRates a = decayRates(100_ms, 50_ms), b = decayRates(200_ms, 30_ms);
        const Correlators atA = decayFactors(a, 10_ms), atB = decayFactors(b, 10_ms);
        SingleClickInput input = printedPair();
        input.alphaA = 0.2;
        PairCircuit circuit(std::vector<Matrix>{densityOf(singleClickPair(input))});
        const auto suffer = [&](int qubit, DecayRates rates) {
            const double x = 0.25 * (1 - std::exp(-rates.zz * 0.01)), z = 0.5 * (1 - std::exp(-rates.xx * 0.01)) - x;
            circuit.sufferErrors(qubit, x, z);
        };
        suffer(0, a);
        suffer(1, b);
        const XState after = afterNoise(singleClickPair(input), {atA.values[1], atB.values[1], atA.values[1] * atB.values[1], atA.values[2] * atB.values[2]});
        QVERIFY((densityOf(after) - circuit.firstPair()).cwiseAbs().maxCoeff() < 1e-14);
    }

    void relaxationEndsInTheGroundState()
    {
        const TwoQubitState end = relaxed(relaxed(densityOf(kP), Half::A, 1_ms, 2_ms, 1_s), Half::B, 1_ms, 2_ms, 1_s);
        QVERIFY(std::abs(end(0, 0).real() - 1.0) < 1e-12);
        QVERIFY(std::abs(lostByTwirl(end) - 0.5) < 1e-12);
    }

    void aTwirlKeepsWhatItsWeightsSay()
    {
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(twirled(densityOf(kP)).weights[i] - kP.weights[i]) < 1e-15);
        QVERIFY(lostByTwirl(densityOf(kP)) < 1e-12);
        // |00> and |11> differ by 0.019346 in the printed pair: that difference is what a twirl forgets.
        QVERIFY(std::abs(lostByTwirl(densityOf(singleClickPair(printedPair()))) - 0.5 * (0.048459 - 0.029113)) < 1e-6);
    }
};

BELLWEAVE_TEST(TwoQubitStateTest)
#include "two_qubit_state_test.moc"
