// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/encoded_hop.h"
#include "tests/support/test_program.h"

#include "engine/physics/error_correction.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace bellweave::engine;

namespace {

/// The same photon by photon.
struct Drawn {
    int arrived = 0;
    int bits = 0;
    int phases = 0;
};
Drawn drawn(int blocks, int photons, double eta, double error, int trials)
{
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> uniform;
    Drawn result;
    for (int trial = 0; trial < trials; ++trial) {
        bool isLost = false, bit = false;
        int complete = 0, wrongParity = 0;
        for (int block = 0; block < blocks; ++block) {
            int here = 0, wrongBits = 0, wrongPhases = 0;
            for (int photon = 0; photon < photons; ++photon) {
                if (uniform(random) >= eta) continue;
                ++here;
                wrongBits += uniform(random) < error;
                wrongPhases += uniform(random) < error;
            }
            isLost = isLost || here == 0;
            if (here == photons) {
                ++complete;
                wrongParity += wrongPhases % 2;
            }
            bit ^= 2 * wrongBits > here || (2 * wrongBits == here && uniform(random) < 0.5);
        }
        if (isLost || complete == 0) continue;
        ++result.arrived;
        result.bits += bit;
        result.phases += 2 * wrongParity > complete || (2 * wrongParity == complete && uniform(random) < 0.5);
    }
    return result;
}

bool agrees(double found, int hits, int of)
{
    const double share = static_cast<double>(hits) / of;
    return std::abs(found - share) < 4.0 * std::sqrt(std::max(share, 1e-3) / of) + 1e-4;
}

} // namespace

class EncodedHopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arrivalIsThatOfTheParityCode()
    {
        for (const auto& [blocks, photons, eta] : {std::tuple(5, 3, 0.95), std::tuple(10, 4, 0.9), std::tuple(23, 5, 0.9)})
            QVERIFY(std::abs(parityCodeHop(blocks, photons, eta, 0.01).arrival - parityCodeArrival(blocks, photons, eta)) < 1e-12);
    }

    void flipsAreWhatDrawnPhotonsSay()
    {
        for (const auto& [blocks, photons, eta, error] : {std::tuple(5, 3, 0.9, 0.03), std::tuple(8, 2, 0.8, 0.05), std::tuple(3, 4, 0.7, 0.02), std::tuple(1, 1, 0.6, 0.1)}) {
            const ParityCodeHop hop = parityCodeHop(blocks, photons, eta, error);
            const Drawn events = drawn(blocks, photons, eta, error, 200'000);
            QVERIFY(agrees(hop.arrival, events.arrived, 200'000));
            QVERIFY2(agrees(hop.flips.bit, events.bits, events.arrived), qPrintable(QStringLiteral("%1 against %2").arg(hop.flips.bit).arg(1.0 * events.bits / events.arrived)));
            QVERIFY2(agrees(hop.flips.phase, events.phases, events.arrived), qPrintable(QStringLiteral("%1 against %2").arg(hop.flips.phase).arg(1.0 * events.phases / events.arrived)));
        }
    }

    void withoutErrorsNothingFlips()
    {
        const ParityCodeHop hop = parityCodeHop(7, 4, 0.85, 0.0);
        QCOMPARE(hop.flips.bit, 0.0);
        QCOMPARE(hop.flips.phase, 0.0);
        QCOMPARE(parityCodeHop(7, 4, 0.0, 0.01).arrival, 0.0);
        QVERIFY(std::abs(parityCodeHop(7, 4, 1.0, 0.01).arrival - 1.0) < 1e-12);
    }

    // [[7,1,3]] at 1 %: 2.031042e-3 a hop, 0.0199431 over ten.
    void aBlockCodeCorrectsEachKindByItself()
    {
        const LogicalFlips flips = encodedPairFlips(7, 1, {{1.0, 0.98, 0.94, 0.93}});
        QVERIFY(std::abs(flips.bit - 2.031042e-3) < 1e-9);
        QVERIFY(std::abs(oddFlips(flips.bit, 10) - 0.0199431) < 1e-7);
        QVERIFY(flips.phase > 8.0 * flips.bit);
        QCOMPARE(encodedPairFlips(1, 0, {{1.0, 0.98, 0.98, 0.96}}).bit, 0.01);
    }
};

BELLWEAVE_TEST(EncodedHopTest)
#include "encoded_hop_test.moc"
