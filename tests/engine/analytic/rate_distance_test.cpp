// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_distance.h"
#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

using namespace bellweave;
using namespace bellweave::engine;

class RateDistanceTest : public QObject {
    Q_OBJECT

    static RateDistanceInput inputOf(const Network& network)
    {
        const Evaluation evaluation = evaluate(network);
        const auto input = rateDistanceInput(network, *evaluation.demands.begin());
        Q_ASSERT_X(input, "inputOf", "a routed chain of fibers");
        return *input;
    }
    static Network chain(int hops, Length spacing) { return test::aChain(hops).spaced(spacing).withMemory(10_s).wanting(0.6, Rate::fromSi(1e-12)); }

private Q_SLOTS:
    /// PLOB: 10 dB of pure loss carry at most 0.152003 ebit per use.
    void theBoundIsPlobTimesTheAttemptsOfTheDirectFiber()
    {
        const RateDistanceInput input = inputOf(chain(1, 50_km));
        const auto points = rateAgainstDistance(input, 50_km, 100_km, 2);
        const double attempts = evaluate(chain(1, 50_km)).links.begin()->attemptRate.si();
        QVERIFY(std::abs(points[0].bound.si() / attempts - 0.152003) < 1e-6);
    }

    void withoutRepeatersBothCurvesAgree()
    {
        for (const auto& point : rateAgainstDistance(inputOf(chain(1, 50_km)), 10_km, 80_km, 4)) QCOMPARE(point.chained.si(), point.direct.si());
    }

    /// An even chain lies on its own curve.
    void theCurveHoldsThePresentChain()
    {
        const Network network = chain(3, 30_km);
        const DemandResult now = *evaluate(network).demands.begin();
        const auto points = rateAgainstDistance(inputOf(network), 90_km, 180_km, 2);
        QVERIFY(std::abs(points[0].chained.si() / now.rateAlone.si() - 1.0) < 1e-9);
        QVERIFY(std::abs(points[0].chainedFidelity - now.fidelity) < 1e-9);
    }

    void rateFallsWithDistance()
    {
        const auto points = rateAgainstDistance(inputOf(chain(1, 50_km)), 10_km, 150_km, 6);
        for (std::size_t at = 1; at < points.size(); ++at) QVERIFY(points[at].direct < points[at - 1].direct);
    }

    void theCurveGoesOnToWhereTheFidelityCeasesToBeReached()
    {
        RateDistanceInput input = inputOf(chain(3, 60_km));
        const double fidelity = [&] { return rateAgainstDistance(input, 180_km, 190_km, 2).front().chainedFidelity; }();
        input.minFidelity = fidelity - 1e-6;
        const auto points = rateAgainstDistance(input, 150_km, 300_km, 2);
        QCOMPARE(points.size(), std::size_t(3));
        QVERIFY(points[1].chainedFidelity >= input.minFidelity);
        QVERIFY2(std::abs(points[1].distance.si() - 180e3) < 1.6e3, qPrintable(QString::number(points[1].distance.si())));
        QVERIFY(points[2].chainedFidelity < input.minFidelity);
    }

    void lengthsAndPlacesDoNotCount()
    {
        QVERIFY(inputOf(chain(3, 30_km)) == inputOf(chain(3, 45_km)));
        Network moved = chain(3, 30_km);
        applyPatch(moved, moveSites(moved, {{SiteId(2), {51.0, 0.6}}}));
        QVERIFY(inputOf(moved) == inputOf(chain(3, 30_km)));
    }

    /// While the engine works, the numbers shown belong to the design before.
    void numbersOlderThanTheDesignAreNoInput()
    {
        const Network before = chain(2, 30_km);
        const DemandResult stale = *evaluate(before).demands.begin();
        QVERIFY(rateDistanceInput(before, stale));
        for (const SiteId site : {SiteId(1), SiteId(2), SiteId(3)}) {
            for (const SiteRole role : {SiteRole::Junction, SiteRole::Midpoint}) {
                Network after = before;
                applyPatch(after, changeRole(after, site, role));
                QVERIFY(!rateDistanceInput(after, stale));
            }
            Network after = before;
            applyPatch(after, removeElements(after, {{site}, {}, {}}));
            QVERIFY(!rateDistanceInput(after, stale));
        }
        Network measured = before;
        Link link = *measured.links.rows().front();
        link.kind = MeasuredLink();
        applyPatch(measured, replaceLink(measured, link));
        QVERIFY(!rateDistanceInput(measured, stale));
    }

    void aMidpointThatIsGoneIsNoInput()
    {
        Network network = chain(2, 20_km);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Midpoint));
        const DemandResult stale = *evaluate(network).demands.begin();
        QVERIFY(rateDistanceInput(network, stale));
        Network passive = network;
        applyPatch(passive, changeRole(passive, SiteId(2), SiteRole::Junction));
        QVERIFY(!rateDistanceInput(passive, stale));
        applyPatch(network, removeElements(network, {{SiteId(2)}, {}, {}}));
        QVERIFY(!rateDistanceInput(network, stale));
    }

    void measuredLinksSayNothingAboutOtherLengths()
    {
        const Network network = test::aChain(1).measured(0.1, 0.95);
        QVERIFY(!rateDistanceInput(network, *evaluate(network).demands.begin()));
    }
};

BELLWEAVE_TEST(RateDistanceTest)
#include "rate_distance_test.moc"
