// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

using namespace bellweave;

class CatalogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsToldInWords();
    void everyNumberHasARangeAMessageAndTheUnitOfItsKey();
    void whatDecidesWhetherAFieldCountsIsAChoiceOfTheElement();
    void fieldsAreFoundWithAndWithoutTheirUnit();
    void unitEndingsAreCutOff_data();
    void unitEndingsAreCutOff();
};

void CatalogTest::everyRowIsToldInWords()
{
    for (const KindRow& kind : catalog()) {
        QVERIFY2(!kind.label.isEmpty() && !kind.help.isEmpty(), qPrintable(kind.element + u'/' + kind.key));
        QSet<QString> paths;
        for (const FieldRow& row : kind.fields) {
            QVERIFY2(!row.label.isEmpty() && !row.help.isEmpty(), qPrintable(row.path));
            QVERIFY2(!paths.contains(row.path), qPrintable(row.path));
            QVERIFY2(row.formula.isEmpty() || !row.source.isEmpty(), qPrintable(row.path));
            paths.insert(row.path);
            const bool isChosen = row.type == FieldType::Choice || row.type == FieldType::Preset;
            QVERIFY2(isChosen != row.choices.empty(), qPrintable(row.path));
        }
    }
}

void CatalogTest::everyNumberHasARangeAMessageAndTheUnitOfItsKey()
{
    for (const KindRow& kind : catalog()) {
        for (const FieldRow& row : kind.fields) {
            if (row.type != FieldType::Number && row.type != FieldType::Integer) continue;
            QVERIFY2(row.minimum < row.maximum, qPrintable(row.path));
            QVERIFY2(!row.rangeMessage.isEmpty(), qPrintable(row.path));
            const bool isBare = row.dimension == Dimension::Number || row.dimension == Dimension::Count || row.dimension == Dimension::Fraction;
            const Dimension ofKey = dimensionOfKey(row.path);
            QVERIFY2(isBare ? ofKey == Dimension::Number : ofKey == row.dimension, qPrintable(row.path));
        }
    }
}

void CatalogTest::whatDecidesWhetherAFieldCountsIsAChoiceOfTheElement()
{
    int conditions = 0;
    for (const KindRow& kind : catalog()) {
        for (const FieldRow& row : kind.fields) {
            if (row.countsWhen.path.isEmpty()) continue;
            ++conditions;
            const FieldPlace* place = findField(kind.element, row.countsWhen.path);
            QVERIFY2(place && place->path == row.countsWhen.path && place->row->type == FieldType::Choice, qPrintable(row.path));
            QVERIFY2(!row.countsWhen.choices.empty() && row.countsWhen.choices.size() < place->row->choices.size(), qPrintable(row.path));
            for (const QString& choice : row.countsWhen.choices)
                QVERIFY2(std::count(place->row->choices.begin(), place->row->choices.end(), choice) == 1, qPrintable(row.path + u' ' + choice));
        }
    }
    QVERIFY(conditions >= 10);
}

void CatalogTest::fieldsAreFoundWithAndWithoutTheirUnit()
{
    const FieldPlace* place = findField(QStringLiteral("site"), QStringLiteral("processor/memory/t2"));
    QVERIFY(place);
    QCOMPARE(place->path, QStringLiteral("processor/memory/t2_s"));
    QCOMPARE(place->kind->key, QStringLiteral("processor"));
    QCOMPARE(findField(QStringLiteral("site"), QStringLiteral("processor/memory/t2_s"))->row, place->row);
    QCOMPARE(findField(QStringLiteral("design"), QStringLiteral("costs/new_site"))->row->path, QStringLiteral("new_site_eur"));
    QVERIFY(!findField(QStringLiteral("site"), QStringLiteral("processor/memory/t3")));
    const KindRow* fiber = catalogKind(QStringLiteral("link"), QStringLiteral("fiber"));
    QCOMPARE(catalogField(*fiber, QStringLiteral("attenuation"))->path, QStringLiteral("attenuation_db_per_km"));
    QVERIFY(!catalogKind(QStringLiteral("link"), QStringLiteral("wormhole")));
}

void CatalogTest::unitEndingsAreCutOff_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("bare");
    const auto row = [](const char* key, const char* bare) { QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(bare); };
    row("length_m", "length");
    row("fiber/attenuation_db_per_km", "fiber/attenuation");
    row("fiber_eur_per_m_year", "fiber");
    row("new_site_eur_per_year", "new_site");
    row("new_site_eur", "new_site");
    row("electricity_eur_per_kwh", "electricity");
    row("lifetime_years", "lifetime");
    row("phase_noise_rad", "phase_noise");
    row("visibility", "visibility");
    row("maintenance_fraction_per_year", "maintenance_fraction_per_year");
}

void CatalogTest::unitEndingsAreCutOff()
{
    QFETCH(QString, key);
    QTEST(keyWithoutUnit(key), "bare");
}

BELLWEAVE_TEST(CatalogTest)
#include "catalog_test.moc"
