// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geo/geodesic.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <numbers>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

bool isNear(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

double inDegrees(Angle angle)
{
    return angle.si() / kDegree;
}

rc::Gen<GeoPosition> anyPosition()
{
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(-90000, 90001), rc::gen::inRange(-180000, 180001)),
                        [](std::pair<int, int> p) { return GeoPosition{p.first / 1e3, p.second / 1e3}; });
}

} // namespace

class GeodesicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Karney 2013, table 2: from 40 N, azimuth 30 degrees, 10,000 km.
    void theDirectProblemOfKarneyIsMet()
    {
        const GeoPosition end = geodesicDestination({40.0, 0.0}, Angle::fromSi(30.0 * kDegree), 10000_km);
        QVERIFY(isNear(end.latitude, 41.79331020506, 1e-10));
        QVERIFY(isNear(end.longitude, 137.84490004377, 1e-10));
        QVERIFY(isNear(inDegrees(geodesic({40.0, 0.0}, end).azimuthAtEnd), 149.09016931807, 1e-9));
    }

    // Karney 2013, table 5: nearly antipodal points, where Vincenty's iteration fails.
    void nearlyAntipodalPointsAreMet()
    {
        const Geodesic way = geodesic({-30.0, 0.0}, {29.9, 179.8});
        QVERIFY(isNear(way.distance.si(), 19989832.827610, 1e-5));
        QVERIFY(isNear(inDegrees(way.azimuthAtStart), 161.89052473633, 1e-9));
        QVERIFY(isNear(inDegrees(way.azimuthAtEnd), 18.09073724574, 1e-9));
    }

    // Flinders Peak to Buninyong, the worked example of the GDA technical manual for Vincenty's formulas.
    void theSurveyExampleOfVincentyIsMet()
    {
        const GeoPosition flinders{-(37 + 57 / 60.0 + 3.72030 / 3600), 144 + 25 / 60.0 + 29.52440 / 3600};
        const GeoPosition buninyong{-(37 + 39 / 60.0 + 10.15610 / 3600), 143 + 55 / 60.0 + 35.38390 / 3600};
        const Geodesic way = geodesic(flinders, buninyong);
        QVERIFY(isNear(way.distance.si(), 54972.271, 1e-3));
        QVERIFY(isNear(inDegrees(way.azimuthAtStart), 306 + 52 / 60.0 + 5.37 / 3600 - 360, 1e-5));
    }

    void theMeridianQuadrantHasItsPublishedLength()
    {
        QVERIFY(isNear(geodesicDistance({0.0, 7.0}, {90.0, 7.0}).si(), 10001965.729, 1e-3));
    }

    void theShortWayCrossesTheAntimeridian()
    {
        const GeoPosition fiji{-17.0, 179.0};
        const GeoPosition samoa{-17.0, -179.0};
        QVERIFY(isNear(geodesicDistance(fiji, samoa).si(), geodesicDistance({-17.0, -1.0}, {-17.0, 1.0}).si(), 1e-6));
        QVERIFY(isNear(std::abs(geodesicPoint(fiji, samoa, 0.5).longitude), 180.0, 1e-9));
        for (const GeoPosition& point : geodesicPoints(fiji, samoa, 9)) {
            QVERIFY(std::abs(point.longitude) >= 179.0 - 1e-12);
            QVERIFY(std::abs(point.longitude) <= 180.0);
        }
    }

    void onePlaceHasNoDistance()
    {
        QCOMPARE(geodesicDistance({52.0, 4.0}, {52.0, 4.0}).si(), 0.0);
        QVERIFY(isNear(geodesicDistance({52.0, 180.0}, {52.0, -180.0}).si(), 0.0, 1e-9));
        QVERIFY(isNear(geodesicDistance({90.0, 10.0}, {90.0, -120.0}).si(), 0.0, 1e-9));
    }

    void theWayStartsAndEndsAtItsEnds()
    {
        const GeoPosition delft{52.0116, 4.3571};
        const GeoPosition vienna{48.2082, 16.3738};
        const std::vector<GeoPosition> points = geodesicPoints(delft, vienna, 5);
        QCOMPARE(points.size(), std::size_t(5));
        QCOMPARE(points.front(), delft);
        QCOMPARE(points.back(), vienna);
        const double quarter = geodesicDistance(delft, vienna).si() / 4.0;
        for (std::size_t i = 1; i < points.size(); ++i)
            QVERIFY(isNear(geodesicDistance(points[i - 1], points[i]).si(), quarter, 1e-6));
    }

    void distancesAreSymmetricAndObeyTheTriangle()
    {
        QVERIFY(rc::check([] {
            const GeoPosition a = *anyPosition();
            const GeoPosition b = *anyPosition();
            const GeoPosition c = *anyPosition();
            const double ab = geodesicDistance(a, b).si();
            RC_ASSERT(isNear(ab, geodesicDistance(b, a).si(), 1e-6));
            RC_ASSERT(ab <= geodesicDistance(a, c).si() + geodesicDistance(c, b).si() + 1e-6);
        }));
    }
};

BELLWEAVE_TEST(GeodesicTest)
#include "geodesic_test.moc"
