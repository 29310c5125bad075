// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/absorbing_physics.h"
#include "engine/links/absorbing_points.h"
#include "engine/links/operating_points.h"
#include "engine/physics/capacity.h"
#include "engine/physics/constants.h"
#include "engine/physics/detection.h"
#include "engine/physics/dispersion.h"
#include "model/network/presets.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

struct Modes {
    int time = 1;
    int color = 1;
    int place = 1;
};

/// Two processors with memories that absorb, over fibers in a row; a source after the first, where one is asked for.
struct Way {
    NodeHardware a = nodeHardware(QStringLiteral("rare-earth-ensemble-2035"));
    NodeHardware b = a;
    std::vector<Length> lengths{6_km, 14_km};
    std::vector<double> dispersions{17.0, 17.0};
    std::optional<PairSource> source = {};
    std::optional<Detector> detector = {};

    Way& with(Modes first, Modes second)
    {
        set(a, first);
        set(b, second);
        return *this;
    }
    Way& with(Modes both) { return with(both, both); }

    LinkPhysics physics() const
    {
        Site ends[2], middle;
        for (std::uint32_t i = 0; i < 2; ++i) {
            ends[i].id = SiteId(i + 1);
            ends[i].processor = Processor{i == 0 ? a : b, 10};
        }
        middle.id = SiteId(3);
        if (source) middle.pairSource = source;
        else middle.station = HeraldStation{HeraldStation().preset, detector.value_or(HeraldStation().detector)};
        std::vector<Link> links(lengths.size());
        LightRun run{{}, lengths, source ? nullptr : &middle, 1, source ? &middle : nullptr, 1};
        for (std::size_t i = 0; i < links.size(); ++i) {
            links[i].id = LinkId(static_cast<std::uint32_t>(i + 1));
            links[i].from = i == 0 ? SiteId(1) : SiteId(3);
            links[i].to = i == 0 ? SiteId(3) : SiteId(2);
            FiberLink fiber;
            fiber.dispersion = Dispersion::fromSi(dispersions[i]);
            links[i].kind = fiber;
            run.links.push_back(&links[i]);
        }
        return heraldedPhysics(ends[0], ends[1], run);
    }

private:
    static void set(NodeHardware& node, Modes modes)
    {
        node.memory.temporalModes = modes.time;
        node.memory.frequencyModes = modes.color;
        node.memory.spatialModes = modes.place;
    }
};

OperatingPoint doubleClickOf(const Way& way) { return doubleClickPoint(way.physics(), {true, true}, RunSettings()); }

PairSource sourceOf(PairEmission emission)
{
    PairSource source = pairSource(PairSource().preset);
    source.emission = emission;
    return source;
}

bool isNear(double value, double expected, double relative) { return std::abs(value / expected - 1.0) < relative; }

} // namespace

/// Modes of one attempt, and colors that ways pull apart.
class LightModesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofEachKindOfModesTheFewerCount()
    {
        const LinkPhysics physics = Way().with({6, 5, 1}, {4, 7, 3}).physics();
        QCOMPARE(physics.temporalModes, 4);
        QCOMPARE(physics.modes(), 4.0 * 5 * 1);
    }

    void allModesOfAnAttemptTryAndOneHeraldIsEnough()
    {
        const double one = doubleClickOf(Way().with(Modes{})).attemptProbability;
        double none = 1.0;
        for (int mode = 0; mode < 3 * 4 * 2; ++mode) none *= 1.0 - one;
        QVERIFY(isNear(doubleClickOf(Way().with({3, 4, 2})).attemptProbability, 1.0 - none, 1e-9));
    }

    void onlyModesOfTimeTakeTime()
    {
        // So many that detectors, not the way of the light, set the pace.
        const OperatingPoint time = doubleClickOf(Way().with({100000, 1, 1}));
        QVERIFY(isNear(time.cycle.si(), 2 * time.cycle.si() - doubleClickOf(Way().with({100000, 5, 2})).cycle.si(), 1e-12));
        QVERIFY(isNear(doubleClickOf(Way().with({200000, 1, 1})).cycle.si(), 2 * time.cycle.si(), 1e-12));
        QVERIFY(isNear(time.cycle.si(), 100000 * 2 * Way().with({100000, 1, 1}).physics().window.si() * time.memories, 1e-12));
    }

    void theBoundCountsEveryMode()
    {
        const OperatingPoint one = doubleClickOf(Way().with(Modes{}));
        const OperatingPoint many = doubleClickOf(Way().with({1, 20, 3}));
        QVERIFY(isNear(many.boundRate.si(), 60 * one.boundRate.si(), 1e-12));
        QVERIFY(isNear(one.boundRate.si(), 2 * plobBound(std::pow(10.0, -0.02 * 14)) * one.memories / one.cycle.si(), 1e-9));
    }

    void eachColorAndPlaceHasDetectorsOfItsOwn()
    {
        Way way;
        way.a.memory.slots = way.b.memory.slots = 1;
        way.detector = Detector{0.9, Rate::fromSi(2000.0), Duration::fromSi(1e-7), {}, Duration::fromSi(2e-4), 0.05};
        const OperatingPoint one = doubleClickOf(way.with({2, 1, 1}));
        const OperatingPoint others = doubleClickOf(way.with({2, 6, 4}));
        // Blind no longer and no darker than with one color.
        QCOMPARE(others.heraldedFidelity, one.heraldedFidelity);
        // More modes of time keep the same detectors busier.
        QVERIFY(doubleClickOf(way.with({200, 1, 1})).heraldedFidelity < one.heraldedFidelity);
    }

    void aMillionOfEachStillCounts()
    {
        const OperatingPoint point = doubleClickOf(Way().with({1000000, 10000, 10000}));
        QVERIFY(point.attemptProbability > 0.0 && point.attemptProbability <= 1.0 && std::isfinite(point.boundRate.si()));
    }

    void modesOfASourceMultiplyWhatEachPulseTries()
    {
        Way way;
        way.source = sourceOf(PairEmission::Pulsed);
        const OperatingPoint one = pairSourcePoint(way.with({100, 1, 1}).physics(), 0.001, {true, true}, RunSettings());
        const OperatingPoint many = pairSourcePoint(way.with({100, 5, 2}).physics(), 0.001, {true, true}, RunSettings());
        QVERIFY(isNear(std::log1p(-many.attemptProbability), 10 * std::log1p(-one.attemptProbability), 1e-9));
        QVERIFY(many.cycle <= one.cycle);    // as many pulses, and ten times the places that wait for news
        QVERIFY(many.rate > 5 * one.rate);
    }

    void aContinuousSourceIsCutIntoTheModesThatMemoriesTellApart()
    {
        Way way;
        way.source = sourceOf(PairEmission::Continuous);
        way.source->repetition = Rate::fromSi(1e6);
        way.source->pairRate = Rate::fromSi(2e5);
        QVERIFY(isNear(*way.with(Modes{}).physics().pairSource->meanPairs, 0.2, 1e-12));
        QVERIFY(isNear(*way.with({7, 5, 2}).physics().pairSource->meanPairs, 0.02, 1e-12));
        way.source->pairRate.reset();
        QVERIFY(!way.physics().pairSource->meanPairs);
        // A pulsed one knows nothing of pairs a second.
        way.source->emission = PairEmission::Pulsed;
        way.source->pairRate = Rate::fromSi(2e5);
        QVERIFY(!way.physics().pairSource->meanPairs);
    }

    void dispersionOfWaysInARowAddsUpWithItsSign()
    {
        Way way;
        const auto kept = [&] { return way.physics().visibility / way.a.source.visibility; };
        way.lengths = {10_km, 10_km};
        QCOMPARE(kept(), 1.0);    // both sides alike
        way.dispersions = {17.0, -17.0};
        const double opposite = kept();
        way.dispersions = {34.0, 0.0};
        QVERIFY(isNear(kept(), opposite, 1e-12));
        QVERIFY(opposite < 1.0);
    }

    void unlikeWaysTakeTheVisibilityThatTheLineSays()
    {
        // 21.68 ps² a kilometer at 1550 nm, 8 km more on one side; at first the loss is sqrt(beta/pi)/tau.
        Way way;
        const double tau = 50e-9, wave = 1550e-9;
        for (NodeHardware* node : {&way.a, &way.b}) {
            node->source.lifetime = Duration::fromSi(tau);
            node->source.wavelength = Length::fromSi(wave);
        }
        const double beta = 17e-6 * wave * wave / (2 * std::numbers::pi * kSpeedOfLight) * 8000.0;
        const double first = std::sqrt(beta / std::numbers::pi) / tau;
        QVERIFY(isNear(1.0 - way.physics().visibility / way.a.source.visibility, first, 2 * first));
    }

    void spreadLightFallsOutOfAShortWindow()
    {
        // Photons of 10 ps over 14 km: a Lorentzian of the line's own width in time, behind 400 ps.
        Way way;
        for (NodeHardware* node : {&way.a, &way.b}) node->source.lifetime = Duration::fromSi(1e-11);
        way.detector = Detector{1.0, {}, Duration::fromSi(400e-12), {}, {}, 0.0};
        const auto eta = [&] { return way.physics().etaB; };
        const double spread = eta();
        way.dispersions = {0.0, 0.0};
        const double sharp = eta();
        const double line = 1550e-9 * 1550e-9 / (2 * std::numbers::pi * 1e-11 * kSpeedOfLight);
        const double pulled = 17e-6 * 14000.0 * line;
        QVERIFY(spread < sharp);
        QVERIFY(isNear(spread / sharp, 2.0 / std::numbers::pi * std::atan(400e-12 / pulled), 5e-3));
    }
};

BELLWEAVE_TEST(LightModesTest)
#include "light_modes_test.moc"
