// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/chain.h"
#include "tests/support/test_program.h"

#include "tests/support/given_chain.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr double kForever = 1e15;

NodeHardware perfectNode() { return givenStation(Duration::fromSi(kForever), Duration::fromSi(kForever)); }

GivenChain partsOf(int hops, double p, const BellDiagonal& state, const NodeHardware& station)
{
    GivenChain parts;
    for (int i = 0; i < hops; ++i) parts.addLink(p, 1_s, state);
    parts.stations.assign(static_cast<std::size_t>(hops + 1), station);
    return parts;
}

} // namespace

class ChainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void idealSwapsOfWernerPairsMultiplyTheirWernerParameters()
    {
        const GivenChain parts = partsOf(4, 0.5, werner(0.95), perfectNode());
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        const double w = std::pow((4 * 0.95 - 1) / 3, 4);
        QVERIFY(std::abs(result.state.fidelity() - (1 + 3 * w) / 4) < 1e-12);
        QVERIFY(std::abs(result.rate.si() - 1.0 / 3.504762) < 1e-6);
    }

    void noisySwapOfAsymmetricPairsIsTheDensityMatrixResult()
    {
        NodeHardware station = perfectNode();
        station.gates.twoQubitError = 0.75 * (1.0 - 0.99);
        station.gates.readoutError = 0.005;
        GivenChain parts = partsOf(2, 0.5, werner(0.95), station);
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        QVERIFY(std::abs(result.state.fidelity() - 0.88819756) < 1e-8);
        QVERIFY(std::abs(result.state.weights[3] - 0.034422) < 1e-6);
    }

    void threeNoisySwapsOfFourPairsAreExactAndNotThePowerFormula()
    {
        NodeHardware station = perfectNode();
        station.gates.twoQubitError = 0.75 * (1.0 - 0.99);
        station.gates.readoutError = 0.005;
        const GivenChain parts = partsOf(4, 0.5, werner(0.95), station);
        QVERIFY(std::abs(evaluateChain(parts.chain(false), 192).state.fidelity() - 0.780516) < 1e-6);
    }

    void dephasingWhileWaitingIsTheExactTransferRecursion_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<double>("factor");
        QTest::newRow("2") << 2 << 0.67890351;
        QTest::newRow("3") << 3 << 0.47527422;
        QTest::newRow("8") << 8 << 0.08132457;
    }
    void dephasingWhileWaitingIsTheExactTransferRecursion()
    {
        QFETCH(int, hops);
        QFETCH(double, factor);
        NodeHardware station = perfectNode();
        station.memory.coherenceTime = 20_s;
        const GivenChain parts = partsOf(hops, 0.1, BellDiagonal(), station);
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        QVERIFY(result.isExact);
        QVERIFY(std::abs(result.state.fidelity() - (1 + factor) / 2) < 1e-8);
        QVERIFY(std::abs(result.state.weights[1] - (1 - factor) / 2) < 1e-8);
    }

    void aFailingSwapOfTwoHopsStretchesTheTimeByItsInverse()
    {
        NodeHardware station = perfectNode();
        station.gates.swapSuccess = 0.5;
        const GivenChain parts = partsOf(2, 0.1, BellDiagonal(), station);
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        QVERIFY(std::abs(1.0 / result.rate.si() - 29.473684) < 1e-5);
        QVERIFY(result.isExact);
    }

    /// Nested doubling of four segments is a policy that a station could follow; its exact times are known.
    void aChainOfFailingSwapsIsNoFasterThanNestedDoublingAndSaysThatItIsABound_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("nested");
        QTest::newRow("rare pairs") << 0.1 << 84.81758;
        QTest::newRow("frequent pairs") << 0.5 << 15.09391;
    }
    void aChainOfFailingSwapsIsNoFasterThanNestedDoublingAndSaysThatItIsABound()
    {
        QFETCH(double, p);
        QFETCH(double, nested);
        NodeHardware station = perfectNode();
        station.gates.swapSuccess = 0.5;
        const GivenChain parts = partsOf(4, p, BellDiagonal(), station);
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        QVERIFY(result.rate.si() < 1.0 / nested);
        QVERIFY(!result.isExact);
        QVERIFY(result.model.contains(QStringLiteral("lower bound")));
    }

    void certainSwapsOfFourSegmentsTakeTheTimeOfTheSlowest()
    {
        const GivenChain parts = partsOf(4, 0.1, BellDiagonal(), perfectNode());
        QVERIFY(std::abs(1.0 / evaluateChain(parts.chain(false), 192).rate.si() - 20.273378) < 1e-5);
    }

    void aChainIsNeverFasterThanItsSlowestHop()
    {
        for (const double slow : {0.05, 0.3, 0.9, 1.0})
            for (const double fast : {0.01, 0.5, 1.0})
                for (const double cycle : {1e-3, 0.03, 1.0}) {
                    GivenChain parts = partsOf(2, slow, BellDiagonal(), perfectNode());
                    MeasuredLink other;
                    other.attemptTime = Duration::fromSi(cycle);
                    other.successProbability = fast;
                    parts.physics[1] = measuredPhysics(other, std::nullopt);
                    parts.points[1] = parts.physics[1].fixedPoints.front();
                    const double rate = evaluateChain(parts.chain(true), 192).rate.si();
                    const double slowest = std::min(slow, fast / cycle);
                    QVERIFY2(rate <= slowest * (1.0 + 1e-9), qPrintable(QStringLiteral("%1 of %2").arg(rate).arg(slowest)));
                }
    }

    void oneLinkHasTheGeometricLaw()
    {
        const GivenChain parts = partsOf(1, 0.003, BellDiagonal(), perfectNode());
        const ChainResult result = evaluateChain(parts.chain(true), 192);
        QCOMPARE(result.rate.si(), 0.003);
        QVERIFY(std::abs(result.latency.si() * 0.003 - 1.0) < 1e-12);
        QCOMPARE(result.latencyP95.si(), std::ceil(std::log(0.05) / std::log(0.997)));
        QVERIFY(result.isExact);
    }

    /// Ends that hold keep their qubits until the last swap's message has come through all of the glass.
    void theNextRoundBeginsWhenHoldingEndsHaveBeenTold()
    {
        GivenChain parts = partsOf(2, 1.0, BellDiagonal(), perfectNode());
        for (LinkPhysics& hop : parts.physics) hop.signalTime = 100_ms;
        QVERIFY(std::abs(evaluateChain(parts.chain(true), 192).rate.si() - 1.0 / 1.2) < 1e-12);
        QVERIFY(std::abs(evaluateChain(parts.chain(false), 192).rate.si() - 1.0) < 1e-12);
        QVERIFY(std::abs(evaluateChain(parts.chain(false), 192).latency.si() - 1.2) < 1e-12);
    }

    /// Whether a memory still holds its half shows only when it is read: every half of every hop has to be there.
    void memoriesThatLoseTheirHalfFailTheRound()
    {
        GivenChain parts = partsOf(4, 0.5, BellDiagonal(), perfectNode());
        const double perfect = evaluateChain(parts.chain(true), 192).rate.si();
        for (OperatingPoint& point : parts.points) point.keptProbability = 0.5 * 0.5;
        QVERIFY(std::abs(evaluateChain(parts.chain(true), 192).rate.si() / perfect - std::pow(0.5, 8)) < 1e-12);
    }

    void errorsAddUpToWhatIsMissing()
    {
        NodeHardware station = perfectNode();
        station.memory.coherenceTime = 50_s;
        station.gates.twoQubitError = 0.01;
        const GivenChain parts = partsOf(3, 0.2, werner(0.97), station);
        const ChainResult result = evaluateChain(parts.chain(true), 192);
        double sum = 0.0;
        for (const ErrorShare& error : result.errors) sum += error.infidelity;
        QVERIFY(std::abs(sum - (1 - result.state.fidelity())) < 1e-12);
        for (std::size_t i = 1; i < result.errors.size(); ++i)
            QVERIFY(result.errors[i].infidelity <= result.errors[i - 1].infidelity);
    }

    void fidelityAlongTheRouteEndsAtTheDeliveredOne()
    {
        NodeHardware station = perfectNode();
        station.memory.coherenceTime = 50_s;
        const GivenChain parts = partsOf(4, 0.2, werner(0.97), station);
        const ChainResult result = evaluateChain(parts.chain(false), 192);
        QVERIFY(std::abs(result.fidelityAfter.back() - result.state.fidelity()) < 1e-9);
        for (std::size_t i = 1; i < result.fidelityAfter.size(); ++i)
            QVERIFY(result.fidelityAfter[i] <= result.fidelityAfter[i - 1] + 1e-12);
    }

    void holdingEndsLoseMoreThanMeasuredOnes()
    {
        NodeHardware station = perfectNode();
        station.memory.coherenceTime = 50_s;
        const GivenChain parts = partsOf(3, 0.1, werner(0.97), station);
        QVERIFY(evaluateChain(parts.chain(true), 192).state.fidelity()
                < evaluateChain(parts.chain(false), 192).state.fidelity());
    }
};

BELLWEAVE_TEST(ChainTest)
#include "chain_test.moc"
