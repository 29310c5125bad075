// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/world_map.h"
#include "tests/support/test_program.h"

#include "ui/canvas/polygon_clip.h"
#include "ui/canvas/topojson.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;

class WorldMapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tinyTopologyIsDecoded();
    void fileWithoutTheObjectIsRefused();
    void noSegmentIsLongerThanHalfATurn_data() { levels(); }
    void noSegmentIsLongerThanHalfATurn();
    void landIsWhereItIs_data();
    void landIsWhereItIs();
    void bordersAreNoCoasts();
    void clippedRingKeepsWhatIsInside();
    void clippedLineLeavesOutWhatIsBeyondTheEdge();

private:
    static void levels();
};

void WorldMapTest::levels()
{
    QTest::addColumn<int>("level");
    QTest::newRow("110m") << static_cast<int>(MapLevel::Coarse);
    QTest::newRow("50m") << static_cast<int>(MapLevel::Fine);
}

void WorldMapTest::tinyTopologyIsDecoded()
{
    // Two unit squares side by side that share the arc 0; the second walks it backwards.
    const QByteArray json = R"({"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},
        "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
        "objects":{"two":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]]},{"type":"MultiPolygon","arcs":[[[2,-1]]]}]}}})";
    const auto shapes = readTopojson(json, QStringLiteral("two"));
    QVERIFY(shapes.has_value());
    QCOMPARE(shapes->areas.size(), std::size_t(2));
    QCOMPARE(shapes->areas[0][0], QPolygonF({{11, 20}, {11, 21}, {10, 21}, {10, 20}, {11, 20}}));
    QCOMPARE(shapes->areas[1][0], QPolygonF({{11, 20}, {12, 20}, {12, 21}, {11, 21}, {11, 20}}));
    QCOMPARE(shapes->sharedLines.size(), std::size_t(1));
    QCOMPARE(shapes->sharedLines[0], QPolygonF({{11, 20}, {11, 21}}));
}

void WorldMapTest::fileWithoutTheObjectIsRefused()
{
    QVERIFY(!readTopojson("{}", QStringLiteral("land")).has_value());
    QVERIFY(!readTopojson("no JSON", QStringLiteral("land")).has_value());
}

void WorldMapTest::noSegmentIsLongerThanHalfATurn()
{
    QFETCH(int, level);
    const WorldMap& map = worldMap(static_cast<MapLevel>(level));
    QVERIFY(map.coasts.size() > 100);
    const auto check = [](const std::vector<QPolygonF>& lines) {
        for (const QPolygonF& line : lines)
            for (int i = 1; i < line.size(); ++i)
                if (std::abs(line[i].x() - line[i - 1].x()) > 180.0) return false;
        return true;
    };
    QVERIFY(check(map.coasts));
    QVERIFY(check(map.borders));
}

void WorldMapTest::landIsWhereItIs_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<bool>("isLand");
    QTest::newRow("Paris") << 48.86 << 2.35 << true;
    QTest::newRow("Nairobi") << -1.29 << 36.82 << true;
    QTest::newRow("Chukotka, beyond 180") << 67.0 << -175.5 << true;
    QTest::newRow("Siberia, before 180") << 67.5 << 178.0 << true;
    QTest::newRow("South Pole") << -89.9 << 0.0 << true;
    QTest::newRow("Antarctica at 180") << -87.0 << 179.9 << true;
    QTest::newRow("mid Pacific") << 0.0 << -150.0 << false;
    QTest::newRow("mid Atlantic") << 35.0 << -40.0 << false;
    QTest::newRow("North Pole") << 89.9 << 0.0 << false;
    QTest::newRow("Caspian Sea, a hole") << 41.5 << 51.0 << false;
}

void WorldMapTest::landIsWhereItIs()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(bool, isLand);
    for (const MapLevel level : {MapLevel::Coarse, MapLevel::Fine}) QCOMPARE(worldMap(level).isLand({latitude, longitude}), isLand);
}

void WorldMapTest::bordersAreNoCoasts()
{
    // Iceland and Madagascar have no land border; Switzerland has nothing else.
    const auto crosses = [](const QRectF& area) {
        const auto& borders = worldMap(MapLevel::Fine).borders;
        return std::any_of(borders.begin(), borders.end(), [&](const QPolygonF& line) { return line.boundingRect().intersects(area); });
    };
    QVERIFY(!crosses(QRectF(-25, 63, 12, 4)));
    QVERIFY(!crosses(QRectF(43, -26, 8, 14)));
    QVERIFY(crosses(QRectF(6, 45.8, 4.5, 2)));
}

void WorldMapTest::clippedRingKeepsWhatIsInside()
{
    const QPolygonF clipped = clippedRing(QPolygonF({{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}), QRectF(0, 0, 10, 10));
    QCOMPARE(clipped.boundingRect(), QRectF(0, 0, 10, 10));
    QVERIFY(clippedRing(QPolygonF({{20, 20}, {30, 20}, {30, 30}}), QRectF(0, 0, 10, 10)).isEmpty());
}

void WorldMapTest::clippedLineLeavesOutWhatIsBeyondTheEdge()
{
    const auto parts = clippedLine(QPolygonF({{-20, 5}, {-15, 5}, {5, 5}, {25, 5}, {30, 5}}), QRectF(0, 0, 10, 10));
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts[0], QPolygonF({{-15, 5}, {5, 5}, {25, 5}}));
}

BELLWEAVE_TEST(WorldMapTest)
#include "world_map_test.moc"
