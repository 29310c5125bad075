// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/test_program.h"
#include "tests/ui/tables/grid_fixture.h"
#include "ui/inspector/quantity_edit.h"
#include "ui/style/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::aChain;
using bellweave::test::Tables;

class GridEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void eachElementHasARowAndUnitsStandInTheHeader()
    {
        Tables tables;
        GridModel& model = tables.view().grid();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 4);
        const int t2 = columnOfPath(GridKind::Sites, QStringLiteral("processor/memory/t2_s"));
        QCOMPARE(model.headerData(t2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Memory T₂, s"));
        QCOMPARE(tables.at(1, "position/longitude_deg").data().toString(), QStringLiteral("0.5"));
        QCOMPARE(tables.view(GridKind::Links).grid().rowCount(), 3);
        QCOMPARE(tables.view(GridKind::Demands).grid().rowCount(), 1);
    }

    void enterEditsAValueAndItIsOneUndoStep()
    {
        Tables tables;
        tables.click(tables.at(1, "repeater/memory/t2_s"));
        tables.key(Qt::Key_Return);
        tables.type(QStringLiteral("250 ms"));
        tables.key(Qt::Key_Return);
        QCOMPARE(tables.network().sites.find(SiteId(2))->repeater->hardware.memory.coherenceTime.si(), 0.25);
        QCOMPARE(tables.steps(), 1);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&tables.view()));
        tables.session.undoStack().undo();
        QVERIFY(tables.network() == Network(aChain(3)));
    }

    void aDigitStartsEditingAndCountsInTheUnitOfTheHeader()
    {
        Tables tables(aChain(2), GridKind::Links);
        tables.click(tables.at(0, "fiber/length_m", GridKind::Links), Qt::NoModifier, GridKind::Links);
        tables.key(Qt::Key_7);
        tables.key(Qt::Key_7);
        tables.key(Qt::Key_Comma);
        tables.key(Qt::Key_5);
        tables.key(Qt::Key_Return);
        QCOMPARE(typedLength(*tables.network().links.find(LinkId(1)))->si(), 77500.0);
        QCOMPARE(tables.at(0, "fiber/length_m", GridKind::Links).data().toString(), QStringLiteral("77.5"));
    }

    void tabMovesOnToTheNextCell()
    {
        Tables tables;
        tables.click(tables.at(0, "position/latitude_deg"));
        tables.key(Qt::Key_F2);
        tables.type(QStringLiteral("51"));
        tables.key(Qt::Key_Tab);
        auto* editor = qobject_cast<QuantityEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        QCOMPARE(tables.view().currentIndex(), tables.at(0, "position/longitude_deg"));
        tables.type(QStringLiteral("6"));
        tables.key(Qt::Key_Return);
        QVERIFY(tables.network().sites.find(SiteId(1))->position == (GeoPosition{51.0, 6.0}));
        QCOMPARE(tables.steps(), 2);
    }

    void escapeReverts()
    {
        Tables tables;
        tables.click(tables.at(0, "name"));
        tables.key(Qt::Key_F2);
        tables.type(QStringLiteral("Elsewhere"));
        tables.key(Qt::Key_Escape);
        QCOMPARE(tables.steps(), 0);
        QCOMPARE(tables.at(0, "name").data().toString(), tables.network().sites.find(SiteId(1))->name);
    }

    void aTextThatIsNotAcceptedStaysWithASentence()
    {
        Tables tables;
        const QModelIndex cell = tables.at(0, "processor/memory/t2_s");
        const QString before = cell.data().toString();
        tables.click(cell);
        tables.key(Qt::Key_Return);
        tables.type(QStringLiteral("-5 s"));
        tables.key(Qt::Key_Return);
        QCOMPARE(tables.steps(), 0);
        QCOMPARE(cell.data().toString(), QStringLiteral("-5 s"));
        QVERIFY(cell.data(GridModel::RefusedRole).toBool());
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("Enter a time above zero.")), qPrintable(tables.lastNotice()));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Enter a time above zero.")));
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&tables.view()));
        tables.key(Qt::Key_Escape);
        QCOMPARE(cell.data().toString(), before);
    }

    void aCellOfAnotherKindIsEmptyAndTakesNothing()
    {
        Tables tables;
        const QModelIndex cell = tables.at(1, "processor/qubits");
        QVERIFY(cell.data().toString().isEmpty());
        QVERIFY(!(cell.flags() & Qt::ItemIsEditable));
        QVERIFY(tables.at(0, "processor/qubits").flags() & Qt::ItemIsEditable);
    }

    void aKindIsChosenFromABox()
    {
        Tables tables;
        tables.click(tables.view().grid().index(1, 3));
        tables.key(Qt::Key_Return);
        auto* box = qobject_cast<QComboBox*>(QApplication::focusWidget());
        QVERIFY(box);
        QCOMPARE(box->currentText(), QStringLiteral("Repeater"));
        tables.key(Qt::Key_Up);
        tables.key(Qt::Key_Return);
        QVERIFY(roleOf(*tables.network().sites.find(SiteId(2))) == SiteRole::Processor);
        QCOMPARE(tables.steps(), 1);
    }

    void spaceTogglesAndALockedRowIsKept()
    {
        Tables tables;
        tables.click(tables.at(0, "locked"));
        tables.key(Qt::Key_Space);
        QVERIFY(tables.network().sites.find(SiteId(1))->locked);
        QCOMPARE(tables.steps(), 1);
        QVERIFY(!(tables.at(0, "name").flags() & Qt::ItemIsEditable));
        tables.click(tables.at(0, "locked"));
        tables.key(Qt::Key_Space);
        QVERIFY(!tables.network().sites.find(SiteId(1))->locked);
    }

    void anEndIsNamedBySiteAndAmbiguityIsSaid()
    {
        Network network = aChain(3);
        applyPatch(network, renameElement(network, SiteId(3), QStringLiteral("Lyon")));
        applyPatch(network, renameElement(network, SiteId(4), QStringLiteral("Lyon")));
        Tables tables(std::move(network), GridKind::Demands);
        tables.click(tables.at(0, "to", GridKind::Demands), Qt::NoModifier, GridKind::Demands);
        tables.key(Qt::Key_Return);
        tables.type(QStringLiteral("lyon"));
        tables.key(Qt::Key_Return);
        QVERIFY2(tables.lastNotice().contains(QStringLiteral("Several sites are called")), qPrintable(tables.lastNotice()));
        QCOMPARE(tables.steps(), 0);
    }

    void theSelectionIsSharedWithTheMap()
    {
        Tables tables;
        tables.session.select(ElementRef(SiteId(3)));
        QCOMPARE(tables.view().selectionModel()->selectedRows().size(), 1);
        QCOMPARE(tables.view().currentIndex().row(), 2);
        tables.click(tables.at(0, "name"));
        tables.click(tables.at(1, "name"), Qt::ControlModifier);
        QCOMPARE(tables.session.selection().sites, (std::set<SiteId>{SiteId(1), SiteId(2)}));
        tables.session.select(ElementRef(LinkId(1)));
        QVERIFY(!tables.view().selectionModel()->hasSelection());
    }

    void deleteRemovesAndUndoBringsTheRowBack()
    {
        Tables tables;
        const QAbstractItemModelTester tester(&tables.view().grid(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        tables.click(tables.at(1, "name"));
        tables.key(Qt::Key_Delete);    // one cell: nobody means the site and all its links
        QCOMPARE(tables.view().grid().rowCount(), 4);
        tables.session.select(Selection());
        tables.session.select(ElementRef(SiteId(2)));
        tables.key(Qt::Key_Delete);
        QCOMPARE(tables.view().grid().rowCount(), 3);
        QVERIFY(!tables.network().sites.find(SiteId(2)));
        QCOMPARE(tables.steps(), 1);
        tables.session.undoStack().undo();
        QVERIFY(tables.view().grid().element(1) == ElementRef(SiteId(2)));
    }

    void lettersFilterAndTheArrowLeadsBack()
    {
        Network network = aChain(3);
        applyPatch(network, renameElement(network, SiteId(2), QStringLiteral("Nuremberg")));
        Tables tables(std::move(network));
        tables.click(tables.at(0, "name"));
        tables.key(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("urem"));
        QCOMPARE(tables.page().filterField().text().toLower(), QStringLiteral("nurem"));
        QCOMPARE(tables.view().grid().rowCount(), 1);
        tables.key(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&tables.view()));
        QVERIFY(tables.session.currentElement() == ElementRef(SiteId(2)));
    }

    void aHeaderClickSortsNumbersAsNumbersAndKeepsTheSelection()
    {
        Network network = aChain(11);
        Tables tables(std::move(network));
        tables.session.select(ElementRef(SiteId(2)));
        QHeaderView& header = *tables.view().horizontalHeader();
        const int longitude = columnOfPath(GridKind::Sites, QStringLiteral("position/longitude_deg"));
        const QPoint place(header.sectionViewportPosition(longitude) + 20, 8);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier, place);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier, place);
        QVERIFY(tables.view().grid().element(0) == ElementRef(SiteId(12)));
        QVERIFY(tables.view().grid().element(11) == ElementRef(SiteId(1)));
        QVERIFY(tables.session.currentElement() == ElementRef(SiteId(2)));
        QCOMPARE(tables.view().selectionModel()->selectedRows().front().row(), 10);
    }

    void aChangeRefreshesItsRowAndKeepsTheScrollPosition()
    {
        Tables tables(aChain(60));
        tables.view().scrollToBottom();
        const int before = tables.view().verticalScrollBar()->value();
        QVERIFY(before > 0);
        QSignalSpy reset(&tables.view().grid(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(&tables.view().grid(), &QAbstractItemModel::dataChanged);
        tables.session.push(renameElement(tables.network(), SiteId(5), QStringLiteral("Elsewhere")), QStringLiteral("Rename"));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.front()[0].toModelIndex().row(), 4);
        QCOMPARE(changed.front()[1].toModelIndex().row(), 4);
        QCOMPARE(tables.view().verticalScrollBar()->value(), before);
    }

    void aReadOnlyDesignIsShownAndNotEdited()
    {
        Tables tables;
        tables.session.setReadOnly(true);
        QVERIFY(!(tables.at(0, "name").flags() & Qt::ItemIsEditable));
    }

    void numbersOfPlotsStandBelowTheGrids()
    {
        Tables tables;
        QComboBox& choice = tables.page().choice();
        QCOMPARE(choice.itemText(0), QStringLiteral("Sites"));
        QCOMPARE(choice.count(), 4 + static_cast<int>(tables.dock.plots().size()));
        choice.setCurrentIndex(choice.count() - 1);
        QCOMPARE(tables.page().shownPlot(), static_cast<int>(tables.dock.plots().size()) - 1);
        QVERIFY(!tables.page().filterField().isVisible());
    }
};

BELLWEAVE_TEST(GridEditTest)
#include "grid_edit_test.moc"
