// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/distillation.h"
#include "tests/engine/physics/pair_circuit.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

const BellDiagonal kP{{0.75, 0.05, 0.12, 0.08}};
const BellDiagonal kQ{{0.7, 0.1, 0.15, 0.05}};

/// The rotation of both ends that exchanges Phi- and Psi-, as Deutsch et al. print it: the square root of X.
Matrix squareRootOfX() { return matrix2(1.0, Complex(0, -1), Complex(0, -1), 1.0) / std::numbers::sqrt2; }

/// The round on a density matrix of qubits A1 B1 A2 B2 (kept pair first).
Distilled dejmpsByCircuit(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality)
{
    PairCircuit circuit({kept, sacrificed});
    for (const int qubit : {0, 2}) circuit.apply(squareRootOfX(), qubit);
    for (const int qubit : {1, 3}) circuit.apply(squareRootOfX().adjoint(), qubit);
    for (const int qubit : {0, 1, 2, 3}) circuit.depolarize(qubit, quality.oneQubitQuality);
    for (const int end : {0, 1}) {
        circuit.cnot(end, end + 2);
        circuit.depolarize(end, end + 2, quality.gateQuality);
    }
    circuit.keepAgreeing({{2, 3, 'z'}}, quality.readoutFlip);
    return {circuit.trace(), circuit.pair(0)};
}

Distilled doubleSelectionByCircuit(const std::array<BellDiagonal, 3>& pairs, const DistillationQuality& quality)
{
    PairCircuit circuit({pairs[0], pairs[1], pairs[2]});
    for (int qubit = 0; qubit < 6; ++qubit) circuit.depolarize(qubit, quality.oneQubitQuality);
    for (const int end : {0, 1}) {
        circuit.cnot(end, end + 2);
        circuit.depolarize(end, end + 2, quality.gateQuality);
    }
    for (const int end : {0, 1}) {
        circuit.cnot(end + 4, end + 2);
        circuit.depolarize(end + 4, end + 2, quality.gateQuality);
    }
    circuit.keepAgreeing({{2, 3, 'z'}, {4, 5, 'x'}}, quality.readoutFlip);
    return {circuit.trace(), circuit.pair(0)};
}

BellDiagonal randomPair(std::mt19937& random)
{
    std::exponential_distribution<double> weight;
    BellDiagonal state{{weight(random) + 2.0, weight(random), weight(random), weight(random)}};
    const double sum = state.weights[0] + state.weights[1] + state.weights[2] + state.weights[3];
    for (double& w : state.weights) w /= sum;
    return state;
}

DistillationQuality randomQuality(std::mt19937& random)
{
    std::uniform_real_distribution<double> share;
    return {1.0 - 0.1 * share(random), 1.0 - 0.05 * share(random), 0.1 * share(random)};
}

void verifySame(const Distilled& a, const Distilled& b)
{
    QVERIFY2(std::abs(a.success - b.success) < 1e-12, qPrintable(QStringLiteral("success %1, %2").arg(a.success).arg(b.success)));
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY2(std::abs(a.state.weights[i] - b.state.weights[i]) < 1e-12,
                 qPrintable(QStringLiteral("weight %1: %2, %3").arg(i).arg(a.state.weights[i]).arg(b.state.weights[i])));
}

} // namespace

class DistillationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bennettsRoundAgreesWithPrintedFigures()
    {
        const struct { double fidelity, success, after; } rows[] = {
            {0.6, 0.608889, 0.620438}, {0.7, 0.68, 0.735294}, {0.8, 0.768889, 0.838150}, {0.9, 0.875556, 0.926396}, {0.95, 0.935556, 0.964964}};
        for (const auto& row : rows) {
            const Distilled result = bbpssw(werner(row.fidelity), werner(row.fidelity));
            VERIFY_PRINTED(result.success, row.success, 6);
            VERIFY_PRINTED(result.state.fidelity(), row.after, 6);
        }
    }

    void bennettsRoundIsTheFormulaInWernerParameters()
    {
        const double a = wernerParameter(0.83), b = wernerParameter(0.71);
        const double success = (1.0 + a * b) / 2.0;
        const Distilled result = bbpssw(werner(0.83), werner(0.71));
        QVERIFY(std::abs(result.success - success) < 1e-15);
        QVERIFY(std::abs(wernerParameter(result.state.fidelity()) - ((1 + a + b + 5 * a * b) / (6 * success) - 1.0 / 3.0)) < 1e-14);
    }

    void deutschsRoundAgreesWithPrintedFigures()
    {
        const Distilled result = dejmps(kP, kQ);
        VERIFY_PRINTED(result.success, 0.665, 3);
        const double printed[] = {0.795489, 0.140602, 0.034586, 0.029323};
        for (std::size_t i = 0; i < 4; ++i) VERIFY_PRINTED(result.state.weights[i], printed[i], 6);
    }

    void nestedRoundsAgreeWithPrintedFigures()
    {
        BellDiagonal state = werner(0.8);
        const struct { double success, fidelity; } rows[] = {{0.768889, 0.838150}, {0.744596, 0.943639}, {0.901313, 0.987974}};
        for (const auto& row : rows) {
            const Distilled next = dejmps(state, state);
            VERIFY_PRINTED(next.success, row.success, 6);
            VERIFY_PRINTED(next.state.fidelity(), row.fidelity, 6);
            state = next.state;
        }
    }

    void pumpingSaturates()
    {
        BellDiagonal state = werner(0.8);
        const struct { double success, fidelity; } rows[] = {{0.768889, 0.83815}, {0.756455, 0.88742}, {0.793819, 0.89544},
                                                             {0.796107, 0.90052}, {0.799621, 0.90162}, {0.800108, 0.90213}};
        for (const auto& row : rows) {
            const Distilled next = dejmps(state, werner(0.8));
            VERIFY_PRINTED(next.success, row.success, 6);
            VERIFY_PRINTED(next.state.fidelity(), row.fidelity, 5);
            state = next.state;
        }
        for (int round = 0; round < 200; ++round) state = dejmps(state, werner(0.8)).state;
        VERIFY_PRINTED(state.fidelity(), 0.90234, 5);
    }

    void doubleSelectionAgreesWithPrintedFigures()
    {
        const Distilled result = doubleSelection(werner(0.8), werner(0.8), werner(0.8));
        VERIFY_PRINTED(result.success, 0.581630, 6);
        VERIFY_PRINTED(result.state.fidelity(), 0.887417, 6);
    }

    void roundsEqualTheCircuitOnRandomInputs()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 100; ++i) {
            const BellDiagonal p = randomPair(random), q = randomPair(random);
            const DistillationQuality quality = randomQuality(random);
            verifySame(dejmps(p, q, quality), dejmpsByCircuit(p, q, quality));
        }
    }

    void doubleSelectionEqualsTheCircuitOnRandomInputs()
    {
        std::mt19937 random(8);
        for (int i = 0; i < 100; ++i) {
            const std::array pairs{randomPair(random), randomPair(random), randomPair(random)};
            const DistillationQuality quality = randomQuality(random);
            verifySame(doubleSelection(pairs[0], pairs[1], pairs[2], quality), doubleSelectionByCircuit(pairs, quality));
        }
    }

    /// Pairs of either of two makes, drawn together: the round of the mixture is the mixture of the rounds.
    void doubleSelectionKnowsErrorsThatGoTogether()
    {
        std::mt19937 random(12);
        for (int i = 0; i < 10; ++i) {
            const BellDiagonal third = randomPair(random), one[] = {randomPair(random), randomPair(random)}, other[] = {randomPair(random), randomPair(random)};
            const DistillationQuality quality = randomQuality(random);
            JointWeights mixture{};
            std::array<double, 4> kept{};
            double success = 0.0;
            for (int make : {0, 1}) {
                const JointWeights both = jointWeights(one[make], other[make]);
                for (std::size_t k = 0; k < 16; ++k) mixture[k] += 0.5 * both[k];
                const Distilled circuit = doubleSelectionByCircuit({one[make], other[make], third}, quality);
                success += 0.5 * circuit.success;
                for (std::size_t k = 0; k < 4; ++k) kept[k] += 0.5 * circuit.success * circuit.state.weights[k];
            }
            for (double& weight : kept) weight /= success;
            verifySame(doubleSelection(mixture, third, {1, 2, 3}, quality), {success, {kept}});
        }
    }

    void jointCorrelatorsComeBackAsWeights()
    {
        std::mt19937 random(13);
        const BellDiagonal p = randomPair(random), q = randomPair(random);
        std::array<Correlators, 4> rows;
        for (std::size_t a = 0; a < 4; ++a) {
            rows[a] = toCorrelators(q);
            for (double& value : rows[a].values) value *= toCorrelators(p).values[a];
        }
        const JointWeights back = fromJointCorrelators(rows), direct = jointWeights(p, q);
        for (std::size_t k = 0; k < 16; ++k) QVERIFY(std::abs(back[k] - direct[k]) < 1e-15);
    }

    void theBestOrderOfDoubleSelectionIsTheBestOfAllByCircuit()
    {
        std::mt19937 random(14);
        for (int i = 0; i < 4; ++i) {
            const BellDiagonal p = randomPair(random);
            const DistillationQuality quality = randomQuality(random);
            double best = 0.0;
            for (const ErrorOrder& order : {ErrorOrder{1, 2, 3}, ErrorOrder{1, 3, 2}, ErrorOrder{2, 1, 3}, ErrorOrder{2, 3, 1}, ErrorOrder{3, 1, 2}, ErrorOrder{3, 2, 1}}) {
                const auto& w = p.weights;
                const BellDiagonal turned{{w[0], w[order[0]], w[order[1]], w[order[2]]}};
                best = std::max(best, doubleSelectionByCircuit({turned, turned, turned}, quality).state.fidelity());
            }
            const JointWeights joint = jointWeights(p, p);
            QVERIFY(std::abs(doubleSelection(joint, p, bestDoubleOrder(joint, p, quality), quality).state.fidelity() - best) < 1e-12);
        }
    }

    void theBestOrderIsNeverWorseThanANamedOne()
    {
        std::mt19937 random(9);
        for (int i = 0; i < 200; ++i) {
            const BellDiagonal p = randomPair(random), q = randomPair(random);
            const DistillationQuality quality = randomQuality(random);
            const double best = bestDistillation(p, q, quality).state.fidelity();
            QVERIFY(best >= dejmps(p, q, quality).state.fidelity() - 1e-15);
            QVERIFY(best >= bbpssw(p, q, quality).state.fidelity() - 1e-15);
        }
    }

    void oneOrderForBothPairsIsBetweenNamedOnesAndTheBest()
    {
        std::mt19937 random(10);
        for (int i = 0; i < 200; ++i) {
            const BellDiagonal p = randomPair(random);
            const DistillationQuality quality = randomQuality(random);
            const ErrorOrder order = bestLikeOrder(p, p, quality);
            const double found = distill(p, p, order, order, quality).state.fidelity();
            QVERIFY(found >= dejmps(p, p, quality).state.fidelity() - 1e-15);
            QVERIFY(found <= bestDistillation(p, p, quality).state.fidelity() + 1e-15);
        }
    }

    void aPerfectPairPassesAndANoiseFreeCheckNeverHarmsIt()
    {
        const Distilled result = dejmps(BellDiagonal(), BellDiagonal());
        QCOMPARE(result.success, 1.0);
        QCOMPARE(result.state.fidelity(), 1.0);
        QCOMPARE(dejmps(BellDiagonal(), werner(0.25)).state.fidelity(), 0.5);   // a mixed partner leaves a phase unknown
    }

    void mixedPairsStayMixed()
    {
        const Distilled result = bestDistillation(werner(0.25), werner(0.25), {0.9, 0.99, 0.01});
        QVERIFY(std::abs(result.success - 0.5) < 1e-15);
        for (const double weight : result.state.weights) QVERIFY(std::abs(weight - 0.25) < 1e-15);
    }
};

BELLWEAVE_TEST(DistillationTest)
#include "distillation_test.moc"
