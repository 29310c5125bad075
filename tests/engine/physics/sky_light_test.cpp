// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/sky_light.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
const Radiance kDay = Radiance::fromSi(150.0), kNight = Radiance::fromSi(1.5e-5);

double radiance(double sun, double moon = -90.0, double lit = 0.0) { return skyRadiance(kDay, kNight, {sun * kDegree, moon * kDegree, lit}).si(); }

} // namespace

class SkyLightTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dayAndNightAreWhatIsTyped()
    {
        QVERIFY(std::abs(radiance(40.0) / 150.0 - 1.0) < 1e-6);
        QCOMPARE(radiance(-30.0), 1.5e-5);
    }

    void aFullMoonIsAHundredThousandthOfTheDay()
    {
        QVERIFY(std::abs((radiance(-30.0, 90.0, 1.0) - 1.5e-5) / 1.5e-3 - 1.0) < 1e-9);
        QVERIFY(std::abs((radiance(-30.0, 30.0, 0.5) - 1.5e-5) / (0.25 * 1.5e-3) - 1.0) < 1e-9);
        QCOMPARE(radiance(-30.0, -10.0, 1.0), 1.5e-5);
    }

    void twilightFallsAllTheWayAndWithoutSteps()
    {
        double before = radiance(15.0);
        for (double sun = 15.0; sun > -20.0; sun -= 0.05) {
            const double now = radiance(sun);
            QVERIFY(now <= before * (1.0 + 1e-12));
            QVERIFY2(now > 0.8 * before, qPrintable(QString::number(sun)));
            before = now;
        }
        QVERIFY(radiance(-3.0) > 0.1 && radiance(-3.0) < 10.0);
    }
};

BELLWEAVE_TEST(SkyLightTest)
#include "sky_light_test.moc"
