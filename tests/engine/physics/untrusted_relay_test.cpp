// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/untrusted_relay.h"
#include "tests/support/test_program.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/capacity.h"
#include "engine/physics/relay_means.h"
#include "model/base/units.h"

#include <QTest>
#include <cmath>
#include <numbers>
#include <vector>

using namespace bellweave::engine;

namespace {

double transmission(double loss) { return std::pow(10.0, -0.1 * loss); }

RelayArms arms(double eta, double dark = 1e-8, double misalignment = 0.02)
{
    RelayArms all;
    all.transmissivityA = all.transmissivityB = eta;
    all.meanA = all.meanB = 0.0;
    all.dark = dark;
    all.misalignment = misalignment;
    return all;
}

double clicks(double photons, double dark) { return 1.0 - (1.0 - dark) * std::exp(-photons); }

/// Two H detectors and two V detectors behind a beam splitter, phases averaged one by one; exactly one of either kind clicks.
struct Patterns {
    double right = 0.0;
    double wrong = 0.0;
};
Patterns phaseByPhase(const RelayArms& s)
{
    Patterns sum;
    const int steps = 400;
    const double a = s.transmissivityA * s.meanA;
    const double b = s.transmissivityB * s.meanB;
    for (int i = 0; i < steps; ++i) {
        const double phase = 2.0 * std::numbers::pi * i / steps;
        const auto exactlyOne = [&](double first, double second) {
            const double p = clicks(first, s.dark);
            const double q = clicks(second, s.dark);
            return p * (1.0 - q) + q * (1.0 - p);
        };
        const double mixed = std::sqrt(a * b) * std::cos(phase);
        sum.right += 0.5 * exactlyOne(0.5 * a, 0.5 * a) * exactlyOne(0.5 * b, 0.5 * b) / steps;
        sum.wrong += 0.5 * exactlyOne(0.5 * (a + b) + mixed, 0.5 * (a + b) - mixed) * exactlyOne(0.0, 0.0) / steps;
    }
    return sum;
}

constexpr const RelayProtocol* kBoth[] = {&kMeasurementDeviceIndependent, &kTwinField};

/// Arms and what clicks do to the detectors behind them.
struct Lit {
    RelayArms arms;
    DetectorLoad load;
};
/// From no loss to the end of reach, even and uneven, with blind detectors and with after-pulses.
std::vector<Lit> spread()
{
    constexpr double losses[][2] = {{0, 0}, {1.89, 5.1}, {5, 15}, {0.5, 20}, {12, 12}, {20, 20}, {29.25, 4.24}, {25, 27}, {31.5, 31.5}, {41.5, 41.5}};
    std::vector<Lit> all;
    for (const DetectorLoad& load : {DetectorLoad{}, DetectorLoad{20.0, 0.0}, DetectorLoad{0.0, 0.02}, DetectorLoad{200.0, 0.0025}})
        for (const auto& [a, b] : losses) {
            RelayArms s = arms(0.9 * transmission(a), 5e-8, load.followed > 0.01 ? 0.0 : 0.01);
            s.transmissivityB = 0.9 * transmission(b);
            all.push_back({s, load});
        }
    return all;
}

RelayArms withMeans(RelayArms arms, double a, double b)
{
    arms.meanA = a;
    arms.meanB = b;
    return arms;
}
double keyUnder(const RelayArms& arms, const RelayProtocol& protocol, const DetectorLoad& load) { return underLoad(arms, protocol, 1.16, load).key; }

QString told(const Lit& lit, double chosen, double typed)
{
    return QStringLiteral("%1 against %2, arms %3 and %4, load %5 and %6").arg(chosen).arg(typed).arg(lit.arms.transmissivityA)
        .arg(lit.arms.transmissivityB).arg(lit.load.blind).arg(lit.load.followed);
}

} // namespace

class UntrustedRelayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weakPulsesMeetAsTheyDoPhaseByPhase()
    {
        for (const double dark : {1e-7, 1e-3, 0.05}) {
            RelayArms s = arms(0.3, dark, 0.03);
            s.transmissivityB = 0.1;
            s.meanA = 0.4;
            s.meanB = 0.9;
            const RelayedPulses closed = measurementDeviceIndependent(s, 1.16);
            const Patterns slow = phaseByPhase(s);
            QVERIFY(std::abs(closed.gain / (slow.right + slow.wrong) - 1.0) < 1e-9);
            const double error = (0.03 * slow.right + 0.97 * slow.wrong) / (slow.right + slow.wrong);
            QVERIFY(std::abs(closed.error - error) < 1e-9);
        }
    }

    void photonYieldsAddUpToWhatCoherentPulsesDo()
    {
        RelayArms s = arms(0.2, 1e-3, 0.04);
        s.transmissivityB = 0.5;
        const double meanA = 0.7;
        const double meanB = 0.3;
        double sum = 0.0;
        double weightM = std::exp(-meanA);
        for (int m = 0; m < 30; weightM *= meanA / ++m) {
            double weightN = std::exp(-meanB);
            for (int n = 0; n < 30; weightN *= meanB / ++n) sum += weightM * weightN * photonYield(s, m, n);
        }
        const double a = 0.2 * meanA;
        const double b = 0.5 * meanB;
        double coherent = 0.0;
        const int steps = 400;
        for (int i = 0; i < steps; ++i) {
            const double mixed = std::sqrt(a * b) * 0.92 * std::cos(2.0 * std::numbers::pi * i / steps);
            coherent += clicks(0.5 * (a + b) + mixed, 1e-3) * (1.0 - clicks(0.5 * (a + b) - mixed, 1e-3)) / steps;
        }
        QVERIFY(std::abs(sum / coherent - 1.0) < 1e-9);
    }

    void onePhotonGivesHalfOfItsTransmission()
    {
        RelayArms s = arms(0.37, 0.0, 0.0);
        QVERIFY(std::abs(photonYield(s, 1, 0) - 0.5 * 0.37) < 1e-15);
        QVERIFY(std::abs(photonYield(s, 0, 0)) < 1e-15);
        // Two photons of one kind leave together: both in the named detector, half the time, and one is enough to click it.
        QVERIFY(std::abs(photonYield(s, 1, 1) - 0.5 * (1.0 - 0.63 * 0.63)) < 1e-15);
    }

    void phaseNoiseIsAveraged()
    {
        RelayArms s = arms(0.1, 1e-6, 0.0);
        s.meanA = s.meanB = 0.05;
        s.phaseNoise = 0.4;
        double right = 0.0;
        double wrong = 0.0;
        double weight = 0.0;
        for (double phase = -4.0; phase <= 4.0; phase += 1e-3) {
            const double w = std::exp(-0.5 * phase * phase / 0.16);
            const double photons = 0.005;
            right += w * clicks(photons * (1.0 + std::cos(phase)), 1e-6) * (1.0 - clicks(photons * (1.0 - std::cos(phase)), 1e-6));
            wrong += w * clicks(photons * (1.0 - std::cos(phase)), 1e-6) * (1.0 - clicks(photons * (1.0 + std::cos(phase)), 1e-6));
            weight += w;
        }
        QVERIFY(std::abs(twinField(s, 1.0).error - wrong / (right + wrong)) < 1e-6);
    }

    void twinFieldScalesWithTheRootOfTheTransmission()
    {
        const auto key = [](double loss) { return twinField(bestMeans(arms(transmission(0.5 * loss), 0.0), kTwinField, 1.15), 1.15).key; };
        const double decade = key(60.0) / key(80.0);
        QVERIFY(decade > 9.0 && decade < 11.0);
        const auto met = [](double loss) {
            return measurementDeviceIndependent(bestMeans(arms(transmission(0.5 * loss), 0.0), kMeasurementDeviceIndependent, 1.15), 1.15).key;
        };
        QVERIFY(met(60.0) / met(80.0) > 90.0 && met(60.0) / met(80.0) < 110.0);
    }

    void twinFieldPassesTheRepeaterlessBoundAndNotThatOfOneRepeater()
    {
        for (double loss = 4.0; loss <= 90.0; loss += 2.0) {
            const double half = transmission(0.5 * loss);
            const double key = twinField(bestMeans(arms(half), kTwinField, 1.15), 1.15).key;
            QVERIFY(key < plobBound(half));
            if (loss >= 60.0 && loss <= 80.0) QVERIFY(key > plobBound(half * half));
        }
    }

    void meetingPhotonsStayBelowTheRepeaterlessBound()
    {
        for (double loss = 0.0; loss <= 60.0; loss += 2.0) {
            const double half = transmission(0.5 * loss);
            QVERIFY(measurementDeviceIndependent(bestMeans(arms(half), kMeasurementDeviceIndependent, 1.0), 1.0).key <= plobBound(half * half));
        }
    }

    void weakerArmsAreNearlyBalancedAndEvenOnesAreEven()
    {
        RelayArms s = arms(0.3);
        s.transmissivityB = 0.03;
        const RelayArms best = bestMeans(s, kTwinField, 1.15);
        QVERIFY(std::abs(std::log(best.meanA * 0.3 / (best.meanB * 0.03))) < 0.5);
        RelayArms typed = s;
        typed.meanB = 0.02;
        QCOMPARE(bestMeans(typed, kTwinField, 1.15).meanB, 0.02);
        for (const RelayProtocol* protocol : kBoth) {
            const RelayArms even = bestMeans(arms(0.1), *protocol, 1.15);
            QCOMPARE(even.meanA, even.meanB);
        }
    }

    void noTypedMeansGiveMoreThanChosenOnes()
    {
        for (const Lit& lit : spread())
            for (const RelayProtocol* protocol : kBoth) {
                const double chosen = keyUnder(bestMeans(lit.arms, *protocol, 1.16, lit.load), *protocol, lit.load);
                double typed = 0.0;
                for (double a = 1e-4; a <= 1.0; a *= 1.2)
                    for (double b = 1e-4; b <= 1.0; b *= 1.2) typed = std::max(typed, keyUnder(withMeans(lit.arms, a, b), *protocol, lit.load));
                QVERIFY2(chosen >= 0.9999 * typed, qPrintable(told(lit, chosen, typed)));
            }
    }

    void theOtherMeanIsBestForTheTypedOne()
    {
        for (const Lit& lit : spread())
            for (const RelayProtocol* protocol : kBoth)
                for (const double mean : {1e-3, 0.02, 0.1, 0.5}) {
                    double typedA = 0.0, typedB = 0.0;
                    for (double other = 1e-4; other <= 1.0; other *= 1.05) {
                        typedA = std::max(typedA, keyUnder(withMeans(lit.arms, mean, other), *protocol, lit.load));
                        typedB = std::max(typedB, keyUnder(withMeans(lit.arms, other, mean), *protocol, lit.load));
                    }
                    const double chosenB = keyUnder(bestMeans(withMeans(lit.arms, mean, 0.0), *protocol, 1.16, lit.load), *protocol, lit.load);
                    const double chosenA = keyUnder(bestMeans(withMeans(lit.arms, 0.0, mean), *protocol, 1.16, lit.load), *protocol, lit.load);
                    QVERIFY2(chosenB >= 0.9999 * typedA, qPrintable(told(lit, chosenB, typedA)));
                    QVERIFY2(chosenA >= 0.9999 * typedB, qPrintable(told(lit, chosenA, typedB)));
                }
    }

    void moreLossOfEitherArmNeverGivesMoreKey()
    {
        for (const RelayProtocol* protocol : kBoth)
            for (const double other : {1.0, 8.0, 20.0}) {
                double before = 1.0;
                for (double loss = 0.0; loss <= 40.0; loss += 0.5) {
                    RelayArms s = arms(0.9 * transmission(loss), 1e-7, 0.01);
                    s.transmissivityB = 0.9 * transmission(other);
                    const double key = keyUnder(bestMeans(s, *protocol, 1.16), *protocol, {});
                    QVERIFY(key <= before * (1.0 + 1e-6));
                    before = key;
                }
            }
    }

    void yieldsOfWrongPhasesAreThoseOfPhotonNumbers()
    {
        // No term of the sum over photon numbers is left out: slow twin, by photonYield().
        RelayArms s = arms(0.2, 1e-6, 0.03);
        s.transmissivityB = 0.6;
        s.meanA = 0.08;
        s.meanB = 0.03;
        double wrong = 0.0;
        for (int parity = 0; parity < 2; ++parity) {
            double sum = 0.0;
            for (int m = parity; m < 20; m += 2)
                for (int n = parity; n < 20; n += 2)
                    sum += std::exp(0.5 * (m * std::log(0.08) + n * std::log(0.03) - 0.11 - std::lgamma(m + 1.0) - std::lgamma(n + 1.0))) * std::sqrt(photonYield(s, m, n));
            wrong += sum * sum;
        }
        const RelayedPulses pulses = twinField(s, 1.16);
        const double balance = 1.0 - binaryEntropy(wrong / (0.5 * pulses.gain)) - 1.16 * binaryEntropy(pulses.error);
        QVERIFY(std::abs(pulses.balance - balance) < 1e-12);
    }

    void noLightNoKey()
    {
        QCOMPARE(twinField(bestMeans(arms(1e-9, 1e-6), kTwinField, 1.0), 1.0).key, 0.0);
        QCOMPARE(measurementDeviceIndependent(bestMeans(arms(1e-6, 1e-5), kMeasurementDeviceIndependent, 1.0), 1.0).key, 0.0);
    }
};

BELLWEAVE_TEST(UntrustedRelayTest)
#include "untrusted_relay_test.moc"
