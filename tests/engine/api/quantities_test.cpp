// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantities.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

using namespace bellweave::engine;

class QuantitiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowSaysWhatItIsHowItIsComputedAndFromWhere()
    {
        QVERIFY(quantities().size() > 50);
        for (const Quantity& row : quantities())
            for (const QString& text : {row.key, row.name, row.help, row.formula, row.source})
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(row.key + u' ' + row.name));
    }

    void keysAreUniqueAndFound()
    {
        QSet<QString> keys;
        for (const Quantity& row : quantities()) {
            QVERIFY2(!keys.contains(row.key), qPrintable(row.key));
            keys.insert(row.key);
            QCOMPARE(findQuantity(row.key), &row);
        }
        QVERIFY(!findQuantity(QStringLiteral("demands[].charm")));
    }

    /// A key with a unit at its end has that unit.
    void unitsAreThoseOfTheKeys()
    {
        const std::pair<const char*, const char*> endings[] = {{"_m", "m"}, {"_s", "s"}, {"_w", "W"}, {"_db", "dB"}, {"_eur", "€"}, {"_eur_per_year", "€/a"}, {"_bps", "bit/s"}};
        for (const Quantity& row : quantities()) {
            for (const auto& [ending, unit] : endings)
                if (row.key.endsWith(QLatin1String(ending)) && row.key.contains(QStringLiteral("_per_")) == QString::fromLatin1(ending).contains(QStringLiteral("_per_"))) QVERIFY2(row.unit == QString::fromUtf8(unit), qPrintable(row.key));
            if (row.key.endsWith(QStringLiteral("_hz"))) QVERIFY2(row.unit.endsWith(QStringLiteral("/s")), qPrintable(row.key));
        }
    }
};

BELLWEAVE_TEST(QuantitiesTest)
#include "quantities_test.moc"
