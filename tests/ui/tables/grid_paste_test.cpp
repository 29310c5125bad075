// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/test_program.h"
#include "tests/ui/tables/grid_fixture.h"
#include "ui/style/theme.h"
#include "ui/tables/cell_block.h"

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::aChain;
using bellweave::test::Tables;

class GridPasteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void blocksReadAsSpreadsheetsWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CellBlock>("block");
        QTest::newRow("one cell") << "a" << CellBlock{{QStringLiteral("a")}};
        QTest::newRow("line end at the end") << "a\tb\r\nc\td\r\n" << CellBlock{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("c"), QStringLiteral("d")}};
        QTest::newRow("empty cells") << "\t\n\tb" << CellBlock{{QString(), QString()}, {QString(), QStringLiteral("b")}};
        QTest::newRow("quoted") << "\"a\tb\"\t\"say \"\"c\"\"\nd\"" << CellBlock{{QStringLiteral("a\tb"), QStringLiteral("say \"c\"\nd")}};
        QTest::newRow("a mark of its own") << "\"a\" b\tc" << CellBlock{{QStringLiteral("\"a\" b"), QStringLiteral("c")}};
        QTest::newRow("nothing") << "" << CellBlock{};
    }
    void blocksReadAsSpreadsheetsWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(CellBlock, block);
        QCOMPARE(parseBlock(text), block);
        QCOMPARE(parseBlock(blockText(block)), block);
    }

    void aCopiedBlockHasTabsAndAPoint()
    {
        Tables tables;
        tables.click(tables.at(1, "position/latitude_deg"));
        tables.click(tables.at(2, "position/longitude_deg"), Qt::ShiftModifier);
        tables.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("50\t0.5\n50\t1"));
    }

    void aBlockIsPastedAsOneStep()
    {
        Tables tables;
        tables.click(tables.at(0, "position/latitude_deg"));
        tables.paste(QStringLiteral("51,5\t4.25\r\n52\t-3\r\n"));
        QVERIFY(tables.network().sites.find(SiteId(1))->position == (GeoPosition{51.5, 4.25}));
        QVERIFY(tables.network().sites.find(SiteId(2))->position == (GeoPosition{52.0, -3.0}));
        QCOMPARE(tables.steps(), 1);
        tables.session.undoStack().undo();
        QVERIFY(tables.network() == Network(aChain(3)));
    }

    void pastingWhatWasCopiedChangesNothing()
    {
        Tables tables;
        tables.key(Qt::Key_A, Qt::ControlModifier);
        tables.key(Qt::Key_C, Qt::ControlModifier);
        tables.click(tables.at(0, "name"));
        tables.key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(tables.noticed.isEmpty(), qPrintable(tables.lastNotice()));
        QCOMPARE(tables.steps(), 0);
    }

    void oneBadCellRefusesAllAndIsNamed()
    {
        Tables tables;
        tables.click(tables.at(0, "position/latitude_deg"));
        tables.paste(QStringLiteral("51\t4\n52\tfar\n53\t6"));
        QCOMPARE(tables.steps(), 0);
        QVERIFY(tables.network() == Network(aChain(3)));
        const QString sentence = tables.lastNotice();
        for (const char* part : {"Nothing was pasted", "Line 2", "Longitude", "far"})
            QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
        QCOMPARE(tables.view().currentIndex(), tables.at(1, "position/longitude_deg"));
    }

    void aValueOutOfRangeSaysWhatIsAccepted()
    {
        Tables tables;
        tables.click(tables.at(0, "position/latitude_deg"));
        tables.paste(QStringLiteral("95"));
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("-90")) || tables.lastNotice().contains(QStringLiteral("−90")), qPrintable(tables.lastNotice()));
        QCOMPARE(tables.steps(), 0);
    }

    void valuesThatOnlyTogetherKeepARuleAreTakenTogether()
    {
        Tables tables;
        tables.click(tables.at(0, "processor/memory/t1_s"));
        tables.paste(QStringLiteral("5000\t9000"));
        const Memory& memory = tables.network().sites.find(SiteId(1))->processor->hardware.memory;
        QCOMPARE(memory.relaxationTime.si(), 5000.0);
        QCOMPARE(memory.coherenceTime.si(), 9000.0);
        tables.click(tables.at(0, "processor/memory/t1_s"));
        tables.paste(QStringLiteral("1\t9000"));
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("T₂ cannot exceed 2 T₁")), qPrintable(tables.lastNotice()));
        QCOMPARE(tables.view().currentIndex(), tables.at(0, "processor/memory/t2_s"));
        QCOMPARE(tables.steps(), 1);
    }

    void rowsBeyondTheEndBecomeSites()
    {
        Tables tables;
        tables.click(tables.at(3, "name"));
        tables.paste(QStringLiteral("Vienna\t48,21\t16,37\tProcessor\nLinz\t48.3\t14.29\tRepeater"));
        QCOMPARE(tables.view().grid().rowCount(), 5);
        const Site* linz = tables.network().sites.find(SiteId(5));
        QVERIFY(linz);
        QCOMPARE(linz->name, QStringLiteral("Linz"));
        QVERIFY(roleOf(*linz) == SiteRole::Repeater);
        QVERIFY(linz->position == (GeoPosition{48.3, 14.29}));
        QCOMPARE(tables.steps(), 1);
    }

    void aNewRowWithoutAPlaceIsRefused()
    {
        Tables tables;
        tables.click(tables.at(3, "name"));
        tables.paste(QStringLiteral("Vienna\t48.2\t16.4\nLinz\t48.3"));
        QCOMPARE(tables.steps(), 0);
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("a name, a latitude and a longitude")), qPrintable(tables.lastNotice()));
    }

    void aLineOfHeadingsSaysWhereColumnsGo()
    {
        Tables tables;
        tables.click(tables.at(3, "name"));
        tables.paste(QStringLiteral("Longitude\tName\tLatitude\tMemory T₂\n9\tWest\t50\t2\n16.37\tVienna\t48.21\t1500 ms"));
        const Site* vienna = tables.network().sites.find(SiteId(5));
        QVERIFY2(vienna, qPrintable(tables.lastNotice()));
        QCOMPARE(vienna->name, QStringLiteral("Vienna"));
        QCOMPARE(vienna->position->longitude, 16.37);
        QCOMPARE(vienna->processor->hardware.memory.coherenceTime.si(), 1.5);
        QCOMPARE(tables.network().sites.find(SiteId(4))->name, QStringLiteral("West"));
        QCOMPARE(tables.steps(), 1);
    }

    void linksTakeNoNewRows()
    {
        Tables tables(aChain(2), GridKind::Links);
        tables.click(tables.at(1, "name", GridKind::Links), Qt::NoModifier, GridKind::Links);
        tables.paste(QStringLiteral("a\nb"));
        QCOMPARE(tables.steps(), 0);
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("only the table of sites takes new rows")), qPrintable(tables.lastNotice()));
    }

    void oneCellFillsTheSelectedOnes()
    {
        Tables tables(aChain(5));
        tables.click(tables.at(1, "repeater/memory/t2_s"));
        tables.click(tables.at(4, "repeater/memory/t2_s"), Qt::ShiftModifier);
        tables.paste(QStringLiteral("0.5"));
        for (const std::uint32_t id : {2, 3, 4, 5})
            QCOMPARE(tables.network().sites.find(SiteId(id))->repeater->hardware.memory.coherenceTime.si(), 0.5);
        QCOMPARE(tables.steps(), 1);
    }

    void aThousandRowsArePastedAtOnce()
    {
        Tables tables;
        QStringList lines;
        for (int i = 0; i < 1000; ++i)
            lines += QStringLiteral("Site %1\t%2\t%3\tRepeater").arg(i).arg(40.0 + 0.01 * i).arg(0.02 * i);
        tables.click(tables.at(3, "name"));
        tables.paste(lines.join(u'\n'));
        QVERIFY2(tables.noticed.isEmpty(), qPrintable(tables.lastNotice()));
        QCOMPARE(tables.network().sites.size(), std::size_t(1003));
        QCOMPARE(tables.view().grid().rowCount(), 1003);
        QCOMPARE(tables.network().sites.find(SiteId(1003))->name, QStringLiteral("Site 999"));
        QCOMPARE(tables.steps(), 1);
        tables.session.undoStack().undo();
        QVERIFY(tables.network() == Network(aChain(3)));
        QCOMPARE(tables.view().grid().rowCount(), 4);
    }

    void aLockedRowIsKept()
    {
        Network network = aChain(3);
        applyPatch(network, setLocked(network, setOf(SiteId(2)), true));
        Tables tables(network);
        tables.click(tables.at(0, "position/latitude_deg"));
        tables.paste(QStringLiteral("51\n52"));
        QVERIFY(tables.network() == network);
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("is locked")), qPrintable(tables.lastNotice()));
    }
};

BELLWEAVE_TEST(GridPasteTest)
#include "grid_paste_test.moc"
