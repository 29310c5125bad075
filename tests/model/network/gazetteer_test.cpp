// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/gazetteer.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

class GazetteerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theShippedListHoldsItsCitiesInPlaces()
    {
        QCOMPARE(gazetteer().places().size(), std::size_t(4519));
        for (const Place& place : gazetteer().places()) {
            QVERIFY(!place.name.isEmpty());
            QCOMPARE(place.country.size(), 2);
            QVERIFY(place.position != GeoPosition());
        }
        const Place& vienna = *gazetteer().search(QStringLiteral("Vienna"), 1).front();
        QVERIFY(std::abs(vienna.position.latitude - 48.21) < 0.05 && std::abs(vienna.position.longitude - 16.37) < 0.05);
    }

    void namesAreFoundWithoutCaseAndAccents()
    {
        QCOMPARE(gazetteer().search(QStringLiteral("zurich"), 1).front()->country, QStringLiteral("CH"));
        QCOMPARE(gazetteer().search(QStringLiteral("SÃO PAULO"), 1).front()->country, QStringLiteral("BR"));
        QCOMPARE(gazetteer().search(QStringLiteral("sao paulo"), 1).front()->country, QStringLiteral("BR"));
    }

    void largerCitiesComeFirstAndBeginningsBeforeTheRest()
    {
        const auto found = gazetteer().search(QStringLiteral("york"), 50);
        QVERIFY(found.size() > 1);
        QCOMPARE(found.front()->name, QStringLiteral("York"));    // New York is larger, but does not begin with it
        QVERIFY(std::any_of(found.begin(), found.end(), [](const Place* p) { return p->name.contains(QStringLiteral("New York")); }));
        const auto birmingham = gazetteer().search(QStringLiteral("Birmingham"), 5);
        QVERIFY(birmingham.size() >= 2 && birmingham[0]->population > birmingham[1]->population);
    }

    void aCountryCanBeAskedFor()
    {
        QCOMPARE(gazetteer().search(QStringLiteral("Birmingham, US"), 1).front()->country, QStringLiteral("US"));
        QCOMPARE(gazetteer().search(QStringLiteral("birmingham us"), 1).front()->country, QStringLiteral("US"));
    }

    void nothingIsFoundForNothing()
    {
        QVERIFY(gazetteer().search(QString(), 5).empty());
        QVERIFY(gazetteer().search(QStringLiteral("   "), 5).empty());
        QVERIFY(gazetteer().search(QStringLiteral("qqqqqq"), 5).empty());
        QVERIFY(gazetteer().search(QStringLiteral("a"), 0).empty());
    }

    void theLargestCityOfABoxIsFoundAcrossTheAntimeridian()
    {
        QCOMPARE(gazetteer().largestInside(48.0, 48.5, 16.0, 17.0)->name, QStringLiteral("Vienna"));
        QVERIFY(!gazetteer().largestInside(0.0, 0.1, -30.0, -29.0));
        const Gazetteer fiji(QByteArrayLiteral("id,name,country,latitude,longitude,population\n1,Suva,FJ,-18.14,178.44,77366\n"
                                               "2,\"Apia, old\",WS,-13.83,-171.77,40407\n3,Broken,XX,north,1,5\n"));
        QCOMPARE(fiji.places().size(), std::size_t(2));
        QCOMPARE(fiji.largestInside(-20, -10, 175, 190)->name, QStringLiteral("Suva"));
        QCOMPARE(fiji.largestInside(-20, -10, 185, 190)->name, QStringLiteral("Apia, old"));
        QCOMPARE(fiji.largestInside(-20, -10, -175, -170)->name, QStringLiteral("Apia, old"));
    }
};

BELLWEAVE_TEST(GazetteerTest)
#include "gazetteer_test.moc"
