// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/cloud_cover.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <array>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

class CloudCoverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onePlaceIsAsClearAsItIs() { QCOMPARE(allClear(std::array{CloudSite{0.4, {}}}), 0.4); }

    void placesFarApartAreIndependentAndTheSamePlaceIsOne()
    {
        QVERIFY(std::abs(allClear(std::array{CloudSite{0.4, {}}, CloudSite{0.5, 30000_km}}) - 0.2) < 1e-12);
        QVERIFY(std::abs(allClear(std::array{CloudSite{0.4, {}}, CloudSite{0.4, 0_m}}) - 0.4) < 1e-12);
    }

    /// Correlation 1/e at 300 km.
    void placesBetweenShareSomeWeather()
    {
        const double expected = 0.4 * 0.5 + std::exp(-1.0) * std::sqrt(0.4 * 0.6 * 0.5 * 0.5);
        QVERIFY(std::abs(allClear(std::array{CloudSite{0.4, {}}, CloudSite{0.5, 300_km}}) - expected) < 1e-12);
        QVERIFY(allClear(std::array{CloudSite{0.9, {}}, CloudSite{0.1, 1_km}}) <= 0.1);
    }

    void aChainOfPlacesMultipliesItsSteps()
    {
        const CloudSite a{0.4, {}}, b{0.5, 300_km}, c{0.6, 100_km};
        const double ab = allClear(std::array{a, b}), bc = allClear(std::array{CloudSite{0.5, {}}, c});
        QVERIFY(std::abs(allClear(std::array{a, b, c}) - ab * bc / 0.5) < 1e-12);
        QCOMPARE(allClear(std::array{CloudSite{0.0, {}}, b}), 0.0);
        QCOMPARE(allClear({}), 1.0);
    }
};

BELLWEAVE_TEST(CloudCoverTest)
#include "cloud_cover_test.moc"
