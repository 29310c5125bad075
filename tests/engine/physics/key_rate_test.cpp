// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/key_rate.h"
#include "tests/support/test_program.h"

#include "engine/physics/bell_diagonal.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// log of C(n, k).
double logBinomial(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

/// Chance that `tested` of all bits show at most `seen` errors when `bad` of all are wrong: the exact hypergeometric tail.
double hypergeometricTail(int all, int bad, int tested, int seen)
{
    double sum = 0.0;
    for (int i = 0; i <= seen; ++i)
        sum += std::exp(logBinomial(bad, i) + logBinomial(all - bad, tested - i) - logBinomial(all, tested));
    return sum;
}

} // namespace

class KeyRateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wernerPairsGiveThePrintedKey()
    {
        const struct { double fidelity, key; } rows[] = {{0.85, 0.062009}, {0.9, 0.293281}, {0.95, 0.578315}, {0.99, 0.884444}};
        for (const auto& row : rows) {
            const double error = 2.0 * (1.0 - row.fidelity) / 3.0;
            VERIFY_PRINTED(bbm92Fraction(error, error), row.key, 6);
            QVERIFY(std::abs(bbm92Fraction(error, error) - keyFraction(werner(row.fidelity), KeyProtocol::Bbm92)) < 1e-14);
        }
    }

    void thresholdsAreThoseOfTheLiterature()
    {
        QVERIFY(bbm92Fraction(0.1099, 0.1099) > 0.0 && bbm92Fraction(0.1101, 0.1101) == 0.0);
        QVERIFY(sixStateFraction(0.126) > 0.0 && sixStateFraction(0.127) == 0.0);
        VERIFY_PRINTED(sixStateFraction(0.05), 0.496816, 6);
    }

    void wernerPairsGiveEachProtocolItsPrintedForm()
    {
        for (const double fidelity : {0.86, 0.9, 0.95, 0.99, 1.0}) {
            const double w = wernerParameter(fidelity), error = 0.5 * (1.0 - w);
            QVERIFY(std::abs(keyFraction(werner(fidelity), KeyProtocol::SixState) - sixStateFraction(error)) < 1e-14);
            const double chsh = 2.0 * std::numbers::sqrt2 * w;
            QVERIFY(std::abs(keyFraction(werner(fidelity), KeyProtocol::DeviceIndependent) - deviceIndependentFraction(chsh, error)) < 1e-14);
        }
    }

    /// A pair that only dephased has one basis without errors: six-state and BBM92 agree, and S falls with one correlator only.
    void biasedNoiseIsUsed()
    {
        const BellDiagonal dephased{{0.9, 0.1, 0.0, 0.0}};
        const double key = 1.0 - binaryEntropy(0.1);
        QVERIFY(std::abs(keyFraction(dephased, KeyProtocol::Bbm92) - key) < 1e-14);
        QVERIFY(std::abs(keyFraction(dephased, KeyProtocol::Bbm92, 1.2) - key) < 1e-14);    // nothing to correct in Z
        QVERIFY(std::abs(keyFraction(dephased, KeyProtocol::SixState) - key) < 1e-14);
        QVERIFY(std::abs(keyFraction(dephased, KeyProtocol::DeviceIndependent)
                         - deviceIndependentFraction(2.0 * std::hypot(1.0, 0.8), 0.0)) < 1e-14);
    }

    void whoTrustsLessGetsLessKey()
    {
        for (double fidelity = 0.5; fidelity <= 1.0; fidelity += 0.01) {
            const double trusted = keyFraction(werner(fidelity), KeyProtocol::SixState);
            const double two = keyFraction(werner(fidelity), KeyProtocol::Bbm92);
            const double none = keyFraction(werner(fidelity), KeyProtocol::DeviceIndependent);
            QVERIFY(trusted >= two - 1e-15 && two >= none - 1e-15);
            QVERIFY(keyFraction(werner(fidelity), KeyProtocol::SixState, 1.1) <= trusted);
        }
    }

    void deviceIndependentKeyAgreesWithPrintedFigures()
    {
        const auto key = [](double w) { return deviceIndependentFraction(2.0 * std::numbers::sqrt2 * w, (1.0 - w) / 2.0); };
        VERIFY_PRINTED(key(0.95), 0.539062, 6);
        QVERIFY(key(0.857017) > 0.0 && key(0.857015) == 0.0);
        QCOMPARE(key(1.0), 1.0);
    }

    void decoyStatesAgreeWithPrintedFigures()
    {
        const struct { double decibel, key; int decimals; } rows[] = {
            {10, 1.16505e-2, 7}, {20, 1.15782e-3, 8}, {30, 1.13696e-4, 9}, {40, 9.48939e-6, 11}};
        for (const auto& row : rows)
            VERIFY_PRINTED(decoyBb84({std::pow(10.0, -row.decibel / 10.0), 0.5, 1e-6, 0.01}, 1.16), row.key, row.decimals);
    }

    void aClickIsTheCloserToKeyTheLessThereIsAgainstIt()
    {
        double before = 1.0;
        for (const double dark : {1e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 1e-2}) {
            const DecoyChannel channel{1e-3, 0.5, dark, 0.01};
            const double gain = 1.0 - (1.0 - dark) * std::exp(-0.5e-3);
            const double balance = decoyBalance(channel, 1.16);
            QVERIFY(balance < before);
            QVERIFY(std::abs(decoyBb84WithEmpty(channel, 1.16) - 0.5 * gain * std::max(0.0, balance + dark * std::exp(-0.5) / gain)) < 1e-18);
            before = balance;
        }
        QVERIFY(before < 0.0);
    }

    void theSamplingBoundCoversTheExactTail()
    {
        const std::optional<double> excess = samplingExcess(9e4, 1e4, 0.02, 1e-10);
        QVERIFY(excess);
        VERIFY_PRINTED(*excess, 0.0123779, 7);
        // Were the rest that much worse, so few errors among the tested would be rarer than the chance allowed for.
        const int bad = static_cast<int>(200 + 9e4 * (0.02 + *excess));
        QVERIFY(hypergeometricTail(100000, bad, 10000, 200) <= 1e-10);
    }

    void aBlockGivesThePrintedKey()
    {
        VERIFY_PRINTED(finiteKey(KeyBlock(), 1.16), 56560.1, 1);
        QCOMPARE(finiteKey({.kept = 900, .tested = 100, .error = 0.08}, 1.16), 0.0);
    }

    void longBlocksApproachTheAsymptote()
    {
        const double endless = 1.0 - (1.0 + 1.16) * binaryEntropy(0.02);
        double last = 0.0;
        for (const double bits : {1e5, 1e6, 1e8, 1e10}) {
            const double share = finiteKey({.kept = 0.9 * bits, .tested = 0.1 * bits}, 1.16) / (0.9 * bits);
            QVERIFY(share > last && share < endless);
            last = share;
        }
        QVERIFY(endless - last < 1e-3);
    }

    void noKeyComesFromNoise()
    {
        QCOMPARE(bbm92Fraction(0.5, 0.5), 0.0);
        QCOMPARE(bbm92Fraction(0.0, 0.0), 1.0);
        QCOMPARE(sixStateFraction(0.0), 1.0);
        QCOMPARE(deviceIndependentFraction(2.0, 0.0), 0.0);
        QCOMPARE(decoyBb84({0.0, 0.5, 1e-6, 0.01}, 1.16), 0.0);
        QVERIFY(finiteKey({.error = 0.0}, 1.16) > finiteKey({.error = 0.001}, 1.16));
    }
};

BELLWEAVE_TEST(KeyRateTest)
#include "key_rate_test.moc"
