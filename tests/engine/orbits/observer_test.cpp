// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/observer.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::literals;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

std::array<double, 3> vectorOf(const QJsonValue& value) { return {value["x"].toDouble(), value["y"].toDouble(), value["z"].toDouble()}; }

/// Angles in rad and of any turn, height in km.
Observer observerOf(const QJsonValue& place) { return {place["latitude"].toDouble(), place["longitude"].toDouble(), Length::fromSi(1e3 * place["height"].toDouble())}; }

double apart(const std::array<double, 3>& a, const std::array<double, 3>& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

double turnBetween(double a, double b) { return std::abs(std::remainder(a - b, 2.0 * std::numbers::pi)); }

} // namespace

class ObserverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Straight up, and at the horizon in the four directions, seen from the equator at 0°.
    void directionsAreThoseOfTheCompass()
    {
        const Observer place(0.0, 0.0, 0_m);
        const double r = 6378.137;
        const auto look = [&](double x, double y, double z) { return place.look({{r + x, y, z}, {}}, 0.0); };
        QVERIFY(std::abs(look(500.0, 0.0, 0.0).elevation - 90.0 * kDegree) < 1e-12 && std::abs(look(500.0, 0.0, 0.0).range - 500.0) < 1e-9);
        for (const auto& [y, z, azimuth] : {std::array{0.0, 100.0, 0.0}, std::array{100.0, 0.0, 90.0}, std::array{0.0, -100.0, 180.0}, std::array{-100.0, 0.0, 270.0}}) {
            QVERIFY(turnBetween(look(0.0, y, z).azimuth, azimuth * kDegree) < 1e-12 && std::abs(look(0.0, y, z).elevation) < 1e-12);
            QVERIFY(std::abs(look(100.0, y, z).elevation - 45.0 * kDegree) < 1e-12);
        }
    }

    /// A place of the inertial frame is turned back by sidereal time, whatever it is.
    void siderealTimeTurnsTheSky()
    {
        const Observer place(0.8, 0.3, 200_m);
        const std::array<double, 3> fixed{5000.0, 2000.0, 4500.0};
        const LookAngles still = place.look({fixed, {}}, 0.0);
        for (const double time : {0.7, 3.0, -5.0, 40.0}) {
            const std::array<double, 3> turned{fixed[0] * std::cos(time) - fixed[1] * std::sin(time), fixed[0] * std::sin(time) + fixed[1] * std::cos(time), fixed[2]};
            const LookAngles look = place.look({turned, {}}, time);
            QVERIFY(turnBetween(look.azimuth, still.azimuth) < 1e-11 && std::abs(look.elevation - still.elevation) < 1e-11 && std::abs(look.range - still.range) < 1e-8);
            QVERIFY(std::abs(place.sineOfElevation(turned, time) - std::sin(still.elevation)) < 1e-11);
        }
    }

    /// Figures of another program: places in the turning frame, points below, look angles. Those for what has no function here are left out.
    void placesOfAnotherProgramComeOut()
    {
        QFile file(QStringLiteral(BELLWEAVE_REFERENCE_DATA "/data/satellites/frame-transforms.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            std::puts("Frames: NOT compared, no reference data in \"" BELLWEAVE_REFERENCE_DATA "\".");
            return;
        }
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        int compared = 0;
        for (const QJsonValue& row : all["validGeodeticToEcf"].toArray()) {
            QVERIFY2(apart(observerOf(row["lla"]).place(), vectorOf(row["ecf"])) < 1e-6, qPrintable(QString::number(apart(observerOf(row["lla"]).place(), vectorOf(row["ecf"])))));
            ++compared;
        }
        for (const QJsonValue& row : all["validEciToGeodetic"].toArray()) {
            const SubPoint below = pointBelow(vectorOf(row["eci"]), row["gmst"].toDouble());
            QVERIFY2(turnBetween(below.longitude, row["lla"]["longitude"].toDouble()) < 1e-6 && std::abs(below.latitude - row["lla"]["latitude"].toDouble()) < 1e-6 && std::abs(below.height - row["lla"]["height"].toDouble()) < 1e-3,
                     qPrintable(QStringLiteral("%1 %2 %3").arg(below.longitude).arg(below.latitude).arg(below.height)));
            ++compared;
        }
        for (const char* both : {"validEciToEcf", "validEcfToEci"})
            for (const QJsonValue& row : all[QLatin1String(both)].toArray()) {
                const SubPoint turning = pointBelow(vectorOf(row["eci"]), row["gmst"].toDouble()), fixed = pointBelow(vectorOf(row["ecf"]), 0.0);
                QVERIFY(turnBetween(turning.longitude, fixed.longitude) < 1e-9 && std::abs(turning.latitude - fixed.latitude) < 1e-9 && std::abs(turning.height - fixed.height) < 1e-6);
                ++compared;
            }
        for (const QJsonValue& row : all["validEcfToLookangles"].toArray()) {
            const LookAngles look = observerOf(row["lla"]).look({vectorOf(row["satelliteEcf"]), {}}, 0.0);
            QVERIFY(turnBetween(look.azimuth, row["rae"]["azimuth"].toDouble()) < 1e-6 && std::abs(look.elevation - row["rae"]["elevation"].toDouble()) < 1e-6);
            QVERIFY(std::abs(look.range - row["rae"]["rangeSat"].toDouble()) < 1e-6);
            ++compared;
        }
        std::printf("Frames: %d compared with another program\n", compared);
        QCOMPARE(compared, 13);
    }
};

BELLWEAVE_TEST(ObserverTest)
#include "observer_test.moc"
