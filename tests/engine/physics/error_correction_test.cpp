// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/error_correction.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave::engine;

namespace {

/// Arrival of a parity code by listing every pattern of lost photons: one block whole, and in no block all lost.
double arrivalByListing(int blocks, int photons, double transmissivity)
{
    double sum = 0.0;
    const int all = blocks * photons;
    for (int pattern = 0; pattern < 1 << all; ++pattern) {
        double chance = 1.0;
        bool oneWhole = false, noneEmpty = true;
        for (int block = 0; block < blocks; ++block) {
            int arrived = 0;
            for (int photon = 0; photon < photons; ++photon) {
                const bool here = pattern >> (block * photons + photon) & 1;
                arrived += here;
                chance *= here ? transmissivity : 1.0 - transmissivity;
            }
            oneWhole = oneWhole || arrived == photons;
            noneEmpty = noneEmpty && arrived > 0;
        }
        if (oneWhole && noneEmpty) sum += chance;
    }
    return sum;
}

} // namespace

class ErrorCorrectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSteaneCodeAgreesWithPrintedFigures()
    {
        const double hop = codeFailure(7, 1, 0.01);
        VERIFY_PRINTED(hop * 1e3, 2.031042, 6);
        VERIFY_PRINTED(oddFlips(hop, 10), 0.0199431, 7);
        QCOMPARE(codeFailure(7, 7, 0.3), 0.0);
        QVERIFY(std::abs(codeFailure(1, 0, 0.3) - 0.3) < 1e-15);
    }

    void parityCodesAgreeWithPrintedFigures()
    {
        VERIFY_PRINTED(parityCodeArrival(5, 3, 0.95), 0.9993164, 7);
        VERIFY_PRINTED(parityCodeArrival(10, 4, 0.90), 0.9989774, 7);
        VERIFY_PRINTED(parityCodeArrival(23, 5, 0.90), 0.9997700, 7);
    }

    void parityCodesEqualTheListOfAllLosses()
    {
        for (const double eta : {0.1, 0.5, 0.8, 0.97})
            for (const int blocks : {1, 2, 4})
                for (const int photons : {1, 2, 4})
                    QVERIFY(std::abs(parityCodeArrival(blocks, photons, eta) - arrivalByListing(blocks, photons, eta)) < 1e-12);
    }

    /// A code that passed half the light to each of two receivers and let both decode would clone.
    void noCodeBeatsHalfTheLight()
    {
        for (const int blocks : {2, 10, 50})
            for (const int photons : {2, 5, 10}) QVERIFY(parityCodeArrival(blocks, photons, 0.5) <= 0.5 + 1e-12);
    }

    void surfaceCodesAgreeWithPrintedFigures()
    {
        const struct { int distance; double error; } rows[] = {{11, 1e-7}, {15, 1e-9}, {25, 1e-14}, {27, 1e-15}};
        for (const auto& row : rows) QVERIFY(std::abs(surfaceCodeError(1e-3, row.distance) / row.error - 1.0) < 1e-9);
        QCOMPARE(surfaceCodeError(0.01, 9), surfaceCodeError(0.01, 21));   // at threshold size does not help
    }

    void manySwapsLeaveNothing() { QVERIFY(std::abs(oddFlips(0.01, 1e5) - 0.5) < 1e-12); }
};

BELLWEAVE_TEST(ErrorCorrectionTest)
#include "error_correction_test.moc"
