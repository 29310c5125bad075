// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/satellite_motion.h"
#include "tests/support/test_program.h"

#include "engine/orbits/observer.h"
#include "tests/support/made_up_satellites.h"
#include "model/orbits/element_sets.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kMu = 398600.4418;

double norm(const std::array<double, 3>& v) { return std::hypot(v[0], v[1], v[2]); }
double distance(const std::array<double, 3>& a, const std::array<double, 3>& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

Orbit circle(double altitude, double inclination)
{
    Orbit orbit;
    orbit.altitude = Length::fromSi(altitude);
    orbit.inclination = inclination;
    return orbit;
}

} // namespace

class KeplerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keplersEquationIsSolved()
    {
        for (const double e : {0.0, 0.01, 0.3, 0.7, 0.95, 0.999})
            for (double m = -3.1; m <= 3.1; m += 0.1) {
                const double got = eccentricAnomaly(m, e);
                QVERIFY2(std::abs(got - e * std::sin(got) - m) < 1e-13, qPrintable(QStringLiteral("e %1, M %2").arg(e).arg(m)));
            }
    }

    /// Vis viva, the area law, and velocity as the slope of the place, on an orbit that the flattening hardly turns.
    void anEllipseKeepsEnergyAndAngularMomentum()
    {
        const double axis = 26600.0, e = 0.72;
        const KeplerMotion motion({}, axis, e, 63.4 * kDegree, 1.0, 4.7, 0.3);
        for (double t = 0.0; t < 720.0; t += 7.0) {
            const OrbitState state = motion.at(t);
            const double r = norm(state.position), v = norm(state.velocity);
            QVERIFY(std::abs(v * v / (kMu * (2.0 / r - 1.0 / axis)) - 1.0) < 1e-12);
            const std::array<double, 3>&p = state.position, &q = state.velocity;
            const double h = std::hypot(p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]);
            QVERIFY(std::abs(h / std::sqrt(kMu * axis * (1.0 - e * e)) - 1.0) < 1e-12);
            const OrbitState before = motion.at(t - 1e-3), after = motion.at(t + 1e-3);
            for (std::size_t i = 0; i < 3; ++i) QVERIFY(std::abs((after.position[i] - before.position[i]) / 0.12 - q[i]) < 5e-3);
        }
    }

    /// Printed altitudes and inclinations at which the node keeps pace with the Sun, 0.98565 degrees a day: 97.79° at 600 km, 98.60° at 800 km
    /// (Vallado, table of Sun-synchronous orbits, to a hundredth by the same secular J2).
    void aSunSynchronousNodeKeepsPaceWithTheSun()
    {
        for (const auto& [altitude, inclination] : {std::pair(600e3, 97.79), std::pair(800e3, 98.60)}) {
            const auto motion = motionOf(circle(altitude, inclination), {});
            // The node, by the direction of the orbit's normal after 10 days.
            const auto nodeAt = [&](double minutes) {
                const OrbitState state = std::get<OrbitState>(motion->at(minutes));
                const std::array<double, 3>&p = state.position, &v = state.velocity;
                return std::atan2(p[1] * v[2] - p[2] * v[1], -(p[2] * v[0] - p[0] * v[2]));
            };
            const double days = 10.0, turned = std::remainder(nodeAt(days * 1440.0) - nodeAt(0.0), 2.0 * std::numbers::pi) / kDegree;
            QVERIFY2(std::abs(turned / days - 0.98565) < 0.002, qPrintable(QString::number(turned / days)));
        }
    }

    /// Molniya: the perigee stands still at 63.43 degrees.
    void thePerigeeStandsStillAtTheCriticalInclination()
    {
        const double axis = 26600.0, critical = std::asin(std::sqrt(0.8)) / kDegree;
        const KeplerMotion motion({}, axis, 0.72, critical * kDegree, 0.0, 1.5 * std::numbers::pi, 0.0);
        const double period = motion.period();
        double lowest = 0.0, least = 1e9;
        for (double t = 1000.0 * period - 5.0; t < 1000.0 * period + 5.0; t += 0.01)
            if (const double r = norm(motion.at(t).position); r < least) {
                least = r;
                lowest = std::asin(motion.at(t).position[2] / r) / kDegree;
            }
        QVERIFY2(std::abs(lowest + critical) < 0.01, qPrintable(QString::number(lowest)));
    }

    void aGeostationarySatelliteStaysAboveItsPlace()
    {
        Orbit orbit;
        orbit.kind = OrbitKind::Geostationary;
        orbit.longitude = -75.2;
        const auto motion = motionOf(orbit, {2460000.5, 0.25});
        for (double minutes = 0.0; minutes < 1e5; minutes += 977.0) {
            const OrbitState state = std::get<OrbitState>(motion->at(minutes));
            const SubPoint below = pointBelow(state.position, greenwichSiderealTime(motion->epoch().after(60.0 * minutes)));
            QVERIFY(std::abs(below.longitude / kDegree + 75.2) < 1e-9 && std::abs(below.latitude) < 1e-12);
            QVERIFY(std::abs(below.height - 35786.0) < 0.1);
            QVERIFY(std::abs(Observer(0.2, -1.0, {}).look(state, greenwichSiderealTime(motion->epoch().after(60.0 * minutes))).rangeRate) < 1e-6);
        }
    }

    /// An orbit of a design lies beside that of a catalog whose elements are the same: mean ones of the same J2, so apart by short periods and
    /// the other harmonics only.
    void ellipsesStayNearTheTheoryOfCatalogs()
    {
        const QStringList lines = test::madeUpLines(15.2, 0.001, 51.6);
        const MeanElements elements = *readTwoLines(lines[0], lines[1]);
        const Sgp4 catalog(elements);
        const double axis = std::cbrt(kMu * std::pow(catalog.period() * 60.0 / (2.0 * std::numbers::pi), 2));
        const KeplerMotion motion(elements.epoch, axis, elements.eccentricity, elements.inclination, elements.node, elements.perigee, elements.meanAnomaly);
        for (double t = 0.0; t < 1440.0; t += 10.0) QVERIFY2(distance(motion.at(t).position, std::get<OrbitState>(catalog.at(t)).position) < 60.0, qPrintable(QString::number(distance(motion.at(t).position, std::get<OrbitState>(catalog.at(t)).position))));
    }

    void elementsAreKeptAsAnOrbitAndComeBack()
    {
        const QStringList lines = test::madeUpLines(15.2, 0.001, 51.6);
        const MeanElements elements = *readTwoLines(lines[0], lines[1]);
        const auto back = motionOf(orbitOf(elements), {});
        QVERIFY(back);
        const Sgp4 direct(elements);
        for (const double t : {0.0, 100.0, 5000.0}) QVERIFY(distance(std::get<OrbitState>(back->at(t)).position, std::get<OrbitState>(direct.at(t)).position) < 1e-6);
        QVERIFY(std::abs(back->epoch().minutesSince(elements.epoch)) < 1e-7);
        Orbit wrong = orbitOf(elements);
        wrong.epoch = QStringLiteral("soon");
        QVERIFY(motionOf(wrong, {}).error().sentence.contains(QStringLiteral("soon")));
    }
};

BELLWEAVE_TEST(KeplerTest)
#include "kepler_test.moc"
