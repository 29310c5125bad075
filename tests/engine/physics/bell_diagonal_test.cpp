// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/bell_diagonal.h"
#include "tests/support/test_program.h"

#include "engine/physics/key_rate.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <cmath>
#include <rapidcheck.h>

using namespace bellweave::engine;

namespace {

BellDiagonal anyState()
{
    BellDiagonal state;
    double sum = 0.0;
    for (double& weight : state.weights) sum += weight = *rc::gen::inRange(1, 1000000);
    for (double& weight : state.weights) weight /= sum;
    return state;
}

bool near(const BellDiagonal& a, const BellDiagonal& b)
{
    for (std::size_t i = 0; i < 4; ++i)
        if (std::abs(a.weights[i] - b.weights[i]) > 1e-15) return false;
    return true;
}

} // namespace

class BellDiagonalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wernerStatesHaveEqualErrors();
    void correlatorsReadTheRightObservables();
    void correlatorsAndWeightsAreInverse();
    void convolutionMultipliesCorrelators();
    void convolutionIsAGroupWithPhiPlusAsOne();
    void yieldsAgreeWithPrintedFigures();
    void yieldsAreZeroForUselessAndOneForPerfectPairs();
    void keyNeverExceedsWhatCanBeDistilledFromItsOwnErrors();
};

void BellDiagonalTest::wernerStatesHaveEqualErrors()
{
    QVERIFY(near(werner(0.7), {{0.7, 0.1, 0.1, 0.1}}));
    QCOMPARE(wernerParameter(1.0), 1.0);
    QCOMPARE(wernerParameter(0.25), 0.0);
}

void BellDiagonalTest::correlatorsReadTheRightObservables()
{
    // <ZZ>, <XX>, -<YY> of Phi+, Phi-, Psi+, Psi-
    const double expected[4][3] = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    for (std::size_t bell = 0; bell < 4; ++bell) {
        BellDiagonal state{{0, 0, 0, 0}};
        state.weights[bell] = 1.0;
        for (std::size_t k = 0; k < 3; ++k) QCOMPARE(toCorrelators(state).values[k + 1], expected[bell][k]);
    }
}

void BellDiagonalTest::correlatorsAndWeightsAreInverse()
{
    QVERIFY(rc::check("weights survive the way there and back", [] {
        const BellDiagonal state = anyState();
        RC_ASSERT(near(fromCorrelators(toCorrelators(state)), state));
    }));
}

void BellDiagonalTest::convolutionMultipliesCorrelators()
{
    QVERIFY(rc::check("convolution theorem on Z2xZ2", [] {
        const BellDiagonal p = anyState();
        const BellDiagonal q = anyState();
        RC_ASSERT(near(fromCorrelators(toCorrelators(p) * toCorrelators(q)), convolve(p, q)));
    }));
}

void BellDiagonalTest::convolutionIsAGroupWithPhiPlusAsOne()
{
    QVERIFY(rc::check("commutative, associative, Phi+ neutral", [] {
        const BellDiagonal p = anyState();
        const BellDiagonal q = anyState();
        const BellDiagonal r = anyState();
        RC_ASSERT(near(convolve(p, q), convolve(q, p)));
        RC_ASSERT(near(convolve(convolve(p, q), r), convolve(p, convolve(q, r))));
        RC_ASSERT(near(convolve(p, BellDiagonal()), p));
    }));
}

void BellDiagonalTest::yieldsAgreeWithPrintedFigures()
{
    VERIFY_PRINTED(hashingYield(werner(0.9)), 0.372508, 6);
    VERIFY_PRINTED(hashingYield(werner(0.95)), 0.634355, 6);
    VERIFY_PRINTED(keyFraction(werner(0.85), bellweave::KeyProtocol::Bbm92), 0.062009, 6);
    VERIFY_PRINTED(keyFraction(werner(0.9), bellweave::KeyProtocol::Bbm92), 0.293281, 6);
    VERIFY_PRINTED(keyFraction(werner(0.95), bellweave::KeyProtocol::Bbm92), 0.578315, 6);
    VERIFY_PRINTED(keyFraction(werner(0.99), bellweave::KeyProtocol::Bbm92), 0.884444, 6);
}

void BellDiagonalTest::yieldsAreZeroForUselessAndOneForPerfectPairs()
{
    QCOMPARE(hashingYield(BellDiagonal()), 1.0);
    QCOMPARE(keyFraction(BellDiagonal(), bellweave::KeyProtocol::Bbm92), 1.0);
    QCOMPARE(hashingYield(werner(0.25)), 0.0);
    QCOMPARE(keyFraction(werner(0.25), bellweave::KeyProtocol::Bbm92), 0.0);
    QCOMPARE(binaryEntropy(0.0), 0.0);
    QCOMPARE(binaryEntropy(0.5), 1.0);
    QCOMPARE(binaryEntropy(1.0), 0.0);
}

void BellDiagonalTest::keyNeverExceedsWhatCanBeDistilledFromItsOwnErrors()
{
    QVERIFY(rc::check("h(e_x) + h(e_z) >= H(p)", [] {
        const BellDiagonal state = anyState();
        RC_ASSERT(keyFraction(state, bellweave::KeyProtocol::Bbm92) <= hashingYield(state) + 1e-14);
    }));
}

BELLWEAVE_TEST(BellDiagonalTest)
#include "bell_diagonal_test.moc"
