// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/absorbing_points.h"
#include "tests/support/test_program.h"

#include "engine/physics/bell_diagonal.h"

#include <QTest>
#include <cmath>
#include <random>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr RouteEnds kBothEnds{true, true};

/// A source between two memories without decay.
LinkPhysics aSource()
{
    LinkPhysics physics;
    physics.available = true;
    PairSourcePhysics source;
    source.etaA = 0.1;
    source.etaB = 0.2;
    source.falseA = 1e-3;
    source.falseB = 2e-3;
    source.alignmentError = 0.01;
    source.pulse = 1_us;
    source.reset = 100_ns;
    physics.pairSource = source;
    return physics;
}

RunSettings idleEnds()
{
    RunSettings settings;
    settings.decayFromEmission = false;
    return settings;
}

OperatingPoint pointAt(const LinkPhysics& physics, double meanPairs) { return pairSourcePoint(physics, meanPairs, kBothEnds, idleEnds()); }

/// What two receivers note by summing over how many photons of either polarization were made, false heralds and a wrong
/// alignment of single outcomes included; of two clicks at a receiver one is taken at random.
struct Noted {
    double both = 0.0;
    double wrong = 0.0;
    double a = 0.0;
};

Noted bySum(const PairSourcePhysics& source, double mu)
{
    const double x = mu / (mu + 2.0);
    const auto bits = [](double eta, double falseLoading, int h, int v) {
        const double quiet = std::sqrt(1.0 - falseLoading);    // neither of two detectors
        const double zero = 1.0 - quiet * std::pow(1.0 - eta, h);
        const double one = 1.0 - quiet * std::pow(1.0 - eta, v);
        return std::pair(zero * (1 - one) + 0.5 * zero * one, one * (1 - zero) + 0.5 * zero * one);
    };
    Noted sum;
    for (int h = 0; h < 120; ++h)
        for (int v = 0; v + h < 120; ++v) {
            const double chance = std::pow(x, h + v) * (1 - x) * (1 - x);
            const auto [a0, a1] = bits(source.etaA, source.falseA, h, v);
            const auto [b0, b1] = bits(source.etaB, source.falseB, h, v);
            sum.both += chance * (a0 + a1) * (b0 + b1);
            sum.wrong += chance * (a0 * b1 + a1 * b0);
            sum.a += chance * (a0 + a1);
        }
    return sum;
}

/// Attempts that count per pulse, by chance: memories with so many places keep what they loaded for a number of pulses.
double countedByChance(double both, double a, double b, int places, int heldA, int heldB)
{
    std::mt19937_64 engine(7);
    std::uniform_real_distribution<double> uniform;
    std::vector<int> freeAgainA(places, 0), freeAgainB(places, 0);
    constexpr int kPulses = 4000000;
    int counted = 0;
    const auto load = [](std::vector<int>& freeAgain, int pulse, int held) {
        for (int& at : freeAgain)
            if (at <= pulse) {
                at = pulse + 1 + held;
                return true;
            }
        return false;
    };
    for (int pulse = 0; pulse < kPulses; ++pulse) {
        const double draw = uniform(engine);
        const bool inA = draw < a;                                       // both in [0, both), A alone in [both, a)
        const bool inB = draw < both || (draw >= a && draw < a + b - both);
        const bool keptA = inA && load(freeAgainA, pulse, heldA);
        const bool keptB = inB && load(freeAgainB, pulse, heldB);
        counted += keptA && keptB;
    }
    return static_cast<double>(counted) / kPulses;
}

SendingPhysics aSending()
{
    SendingPhysics sending;
    sending.eta = 0.02;
    sending.falseLoading = 1e-3;
    sending.period = 1_ms;
    sending.mode = 1_us;
    return sending;
}

} // namespace

class AbsorbingPointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPulseHeraldsWhatTheSumOverPhotonsSays()
    {
        for (const double mu : {0.01, 0.1, 0.8}) {
            const LinkPhysics physics = aSource();
            const OperatingPoint point = pointAt(physics, mu);
            const Noted sum = bySum(*physics.pairSource, mu);
            QVERIFY(std::abs(point.attemptProbability / sum.both - 1.0) < 1e-9);
            // Misalignment turns right outcomes of correlated coincidences into wrong ones: E -> 1/2 - (1 - 2 e)(1/2 - E).
            const double error = 0.5 - (1.0 - 2.0 * physics.pairSource->alignmentError) * (0.5 - sum.wrong / sum.both);
            QVERIFY(std::abs(point.state.fidelity() - (1.0 - 1.5 * error)) < 1e-9);
        }
    }

    void attemptsFollowThePulsesOrTheReset()
    {
        LinkPhysics physics = aSource();
        QVERIFY(std::abs(pointAt(physics, 0.01).cycle.si() - 1e-6) < 1e-15);
        physics.pairSource->reset = 5_us;
        QVERIFY(std::abs(pointAt(physics, 0.01).cycle.si() - 5e-6) < 1e-15);
        physics.slotsA = physics.slotsB = 10;    // one is reset while others load
        QVERIFY(std::abs(pointAt(physics, 0.01).cycle.si() - 10e-6) < 1e-15);
        QCOMPARE(pointAt(physics, 0.01).memories, 10);
    }

    void twoSidesAreReadyAsOftenAsChanceSays()
    {
        struct Case { int places; double etaA, etaB, mu; int heldA, heldB; };
        for (const Case& one : {Case{1, 0.1, 0.2, 0.1, 20, 20}, Case{1, 0.1, 0.1, 0.1, 200, 50}, Case{4, 0.2, 0.2, 0.2, 100, 100}, Case{20, 0.3, 0.1, 0.2, 300, 300}}) {
            LinkPhysics physics = aSource();
            PairSourcePhysics& source = *physics.pairSource;
            source.etaA = one.etaA;
            source.etaB = one.etaB;
            source.busyA = source.pulse * one.heldA;
            source.busyB = source.pulse * one.heldB;
            physics.slotsA = physics.slotsB = one.places;
            const OperatingPoint point = pointAt(physics, one.mu);
            const Noted sum = bySum(source, one.mu);
            std::swap(source.etaA, source.etaB);
            std::swap(source.falseA, source.falseB);
            const double b = bySum(source, one.mu).a;
            const double counted = countedByChance(sum.both, sum.a, b, one.places, one.heldA, one.heldB);
            const double rate = point.rate.si() * 1e-6;    // per pulse
            const double sigma = std::sqrt(1.0 / (4e6 * counted));    // relative
            // Both sides load together, so they are busy together and ready together a little more often than independent ones.
            QVERIFY2(std::abs(rate / counted - 1.0) < 0.06 + 4 * sigma, qPrintable(QStringLiteral("%1 %2").arg(rate).arg(counted)));
        }
    }

    void freePlacesFollowErlang()
    {
        QVERIFY(std::abs(freeShare(1, 0.5) - 1.0 / 1.5) < 1e-12);
        QVERIFY(std::abs(freeShare(2, 1.0) - 0.8) < 1e-12);    // B = (1/2)/(1 + 1 + 1/2)
        QCOMPARE(freeShare(3, 0.0), 1.0);
        QVERIFY(std::abs(freeShare(2000, 4000.0) - freeShare(2001, 4000.0)) < 1e-3);
        rc::check("more places are free more often, more arrivals less", [] {
            const int places = *rc::gen::inRange(1, 3000);
            const double offered = *rc::gen::inRange(0, 100000) * 1e-2;
            const double share = freeShare(places, offered);
            RC_ASSERT(share >= 0.0 && share <= 1.0);
            RC_ASSERT(freeShare(places + 1, offered) >= share - 1e-3);
            RC_ASSERT(freeShare(places, offered + 1.0) <= share + 1e-12);
        });
    }

    void brighterSourcesAreFasterAndWorse()
    {
        const LinkPhysics physics = aSource();
        double rate = 0.0, fidelity = 1.0;
        for (const double mu : meanPairsToTry(*physics.pairSource)) {
            if (mu < 0.004) continue;    // below, false heralds outweigh pairs
            const OperatingPoint point = pointAt(physics, mu);
            QVERIFY(point.rate.si() > rate);
            if (mu > 0.05) QVERIFY(point.state.fidelity() < fidelity);
            rate = point.rate.si();
            fidelity = point.state.fidelity();
        }
        LinkPhysics chosen = aSource();
        chosen.pairSource->meanPairs = 0.07;
        QCOMPARE(meanPairsToTry(*chosen.pairSource), std::vector<double>{0.07});
    }

    void aSentPhotonIsLoadedOrItsHeraldIsFalse()
    {
        LinkPhysics physics;
        physics.polarizationError = 0.02;
        SendingPhysics sending = aSending();
        sending.storedWerner = 0.9;
        sending.doubleExcitation = 0.05;
        const OperatingPoint point = sentPoint(physics, sending, kBothEnds, idleEnds());
        const double p = 0.02 + 0.98 * 1e-3;
        QVERIFY(std::abs(point.attemptProbability - p) < 1e-15);
        const double even = 0.02 / p * 0.9 * 0.96;
        // Mixed with I/4, then a phase flip with p2 = 0.05.
        const BellDiagonal expected{{0.25 * (1 + 3 * even) * 0.95 + 0.25 * (1 - even) * 0.05, 0.25 * (1 + 3 * even) * 0.05 + 0.25 * (1 - even) * 0.95,
                                     0.25 * (1 - even), 0.25 * (1 - even)}};
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(point.state.weights[i] - expected.weights[i]) < 1e-12);
        QVERIFY(std::abs(point.rate.si() - p / 1e-3) < 1e-9);
        QVERIFY(point.withoutDetectorNoise.fidelity() > point.state.fidelity());
    }

    void ofManyModesOneIsUsed()
    {
        LinkPhysics physics;
        physics.temporalModes = 50;
        const OperatingPoint point = sentPoint(physics, aSending(), kBothEnds, idleEnds());
        const double p = 0.02 + 0.98 * 1e-3;
        QVERIFY(std::abs(point.attemptProbability - (1.0 - std::pow(1.0 - p, 50))) < 1e-12);
        QVERIFY(std::abs(point.cycle.si() - 1e-3) < 1e-12);
        physics.temporalModes = 5000;    // longer than the way there and back
        QVERIFY(std::abs(sentPoint(physics, aSending(), kBothEnds, idleEnds()).cycle.si() - 5e-3) < 1e-12);
        LinkPhysics source = aSource();
        source.temporalModes = 20;
        const OperatingPoint pulses = pointAt(source, 0.1);
        QVERIFY(std::abs(pulses.cycle.si() - 20e-6) < 1e-12);
        QVERIFY(std::abs(pulses.attemptProbability - (1.0 - std::pow(1.0 - bySum(*source.pairSource, 0.1).both, 20))) < 1e-9);
    }

    void betterPartsNeverMakeALinkWorse()
    {
        rc::check("pairs of a source", [] {
            LinkPhysics physics = aSource();
            PairSourcePhysics& source = *physics.pairSource;
            source.etaA = *rc::gen::inRange(1, 999) * 1e-3;
            source.etaB = *rc::gen::inRange(1, 999) * 1e-3;
            source.alignmentError = *rc::gen::inRange(0, 400) * 1e-3;
            const double mu = *rc::gen::inRange(1, 1000) * 1e-3;
            const OperatingPoint point = pointAt(physics, mu);
            RC_ASSERT(point.state.fidelity() >= 0.25 - 1e-12 && point.state.fidelity() <= 1.0);
            source.falseA = 0.0;
            RC_ASSERT(pointAt(physics, mu).state.fidelity() >= point.state.fidelity() - 1e-12);
            const OperatingPoint quiet = pointAt(physics, mu);
            source.storedWerner = 0.9;
            RC_ASSERT(pointAt(physics, mu).state.fidelity() <= quiet.state.fidelity() + 1e-12);
            RC_ASSERT(pointAt(physics, 1.1 * mu).attemptProbability > quiet.attemptProbability);
        });
    }
};

BELLWEAVE_TEST(AbsorbingPointsTest)
#include "absorbing_points_test.moc"
