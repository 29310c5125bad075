// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/ground_shape.h"
#include "tests/support/test_program.h"

#include "ui/canvas/camera.h"

#include <QPolygonF>
#include <QTest>
#include <cmath>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::ui;
using engine::GroundArea;

namespace {

GroundArea cap(GeoPosition center, double radius)
{
    GroundArea area{center, radius, {}};
    for (int i = 0; i < 180; ++i) area.border.push_back(engine::placeAround(center, 2.0 * i, radius));
    return area;
}

/// A place is covered when it lies in a ring, wherever the map repeats it.
bool isCovered(const std::vector<QPolygonF>& rings, const Projection& projection, GeoPosition place)
{
    if (!projection.shows(place)) return false;
    const QPointF point = projection.forward(place);
    for (const QPolygonF& ring : rings)
        for (const double turn : {-720.0, -360.0, 0.0, 360.0, 720.0}) {
            if (projection.period() == 0.0 && turn != 0.0) continue;
            if (ring.containsPoint(point + QPointF(turn, 0.0), Qt::OddEvenFill)) return true;
        }
    return false;
}

} // namespace

class GroundShapeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// On every map, for areas over poles and the antimeridian too: drawn are just the places that lie within.
    void ringsCoverThePlacesWithinAndNoOthers_data()
    {
        QTest::addColumn<int>("kind");
        for (const ProjectionKind kind : {ProjectionKind::Equirectangular, ProjectionKind::Mercator, ProjectionKind::EqualEarth, ProjectionKind::Globe})
            QTest::newRow(qPrintable(projectionName(kind))) << static_cast<int>(kind);
    }
    void ringsCoverThePlacesWithinAndNoOthers()
    {
        QFETCH(int, kind);
        QVERIFY(rc::check([kind] {
            const auto place = [] { return GeoPosition{*rc::gen::inRange(-890, 890) / 10.0, *rc::gen::inRange(-1800, 1800) / 10.0}; };
            const Projection projection(static_cast<ProjectionKind>(kind), place());
            const GroundArea area = cap(place(), *rc::gen::inRange(5, 90));
            const auto rings = ringsOf(area, projection);
            for (int i = 0; i < 40; ++i) {
                const GeoPosition other = place();
                const double away = engine::angleBetween(area.center, other);
                const bool isNearBorder = std::abs(away - area.radius) < 1.5;
                const bool isNearHorizon = projection.kind() == ProjectionKind::Globe && std::abs(engine::angleBetween(projection.middle(), other) - 90.0) < 3.0;
                const bool isNearEdge = std::abs(other.latitude) > projection.maximumLatitude() - 1.0 || (projection.kind() == ProjectionKind::EqualEarth && std::abs(std::remainder(other.longitude - projection.middle().longitude, 360.0)) > 178.0);
                if (isNearBorder || isNearHorizon || isNearEdge || !projection.shows(other)) continue;
                RC_ASSERT(isCovered(rings, projection, other) == (away < area.radius));
            }
        }));
    }

    /// All of what is seen lies in the dark, or nothing does.
    void aGlobeThatShowsNoBorderIsAllOrNothing()
    {
        const Projection toward(ProjectionKind::Globe, {10.0, 20.0}), away(ProjectionKind::Globe, {-10.0, -160.0});
        const GroundArea area = cap({10.0, 20.0}, 30.0);
        QCOMPARE(ringsOf(area, away).size(), std::size_t{0});
        QCOMPARE(ringsOf(area, toward).size(), std::size_t{1});
        const GroundArea half = cap({10.0, 20.0}, 90.0);
        QVERIFY(isCovered(ringsOf(half, toward), toward, {40.0, 60.0}));
        QVERIFY(!isCovered(ringsOf(half, away), away, {-40.0, -120.0}));
    }

    void anAreaWithoutABorderIsNotDrawn() { QVERIFY(ringsOf(GroundArea(), Projection(ProjectionKind::Mercator)).empty()); }
};

BELLWEAVE_TEST(GroundShapeTest)
#include "ground_shape_test.moc"
