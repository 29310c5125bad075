// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/region_popover.h"
#include "ui/inspector/quantity_edit.h"
#include "tests/support/test_program.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

/// A box around Delft, Cologne and the link between them.
RegionPopover* regionAroundTheWest(Canvas& canvas)
{
    QTest::keyClick(&canvas.view, Qt::Key_G);
    canvas.drag(canvas.at(canvas.delft) - QPoint(40, 40), canvas.at(canvas.cologne) + QPoint(25, 25));
    auto* popover = canvas.view.findChild<RegionPopover*>();
    return popover && popover->isVisible() ? popover : nullptr;
}

QPushButton* button(RegionPopover* popover, const char* name) { return popover->findChild<QPushButton*>(QLatin1String(name)); }

} // namespace

class RegionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBoxSelectsWhatLiesInItAndOffersToActOnIt()
    {
        Canvas canvas;
        QVERIFY(regionAroundTheWest(canvas));
        QCOMPARE(canvas.session.selection(), (Selection{.sites = {canvas.delft, canvas.cologne}, .links = {canvas.west}}));
        QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void theCostFactorOfAllInsideIsOneUndoStep()
    {
        Canvas canvas;
        RegionPopover* popover = regionAroundTheWest(canvas);
        QVERIFY(popover);
        QTRY_COMPARE(QApplication::focusWidget(), popover->findChild<QuantityEdit*>());
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
        canvas.type(QStringLiteral("1.5"));
        canvas.key(Qt::Key_Return);
        QCOMPARE(canvas.network().sites.find(canvas.delft)->costFactor, 1.5);
        QCOMPARE(canvas.network().sites.find(canvas.cologne)->costFactor, 1.5);
        QCOMPARE(canvas.network().links.find(canvas.west)->costFactor, 1.5);
        QCOMPARE(canvas.network().sites.find(canvas.vienna)->costFactor, 1.0);
        QCOMPARE(canvas.session.undoStack().count(), 1);
    }

    void aCostFactorThatIsNoneIsRefusedWithASentence()
    {
        Canvas canvas;
        RegionPopover* popover = regionAroundTheWest(canvas);
        QVERIFY(popover);
        QSignalSpy noticed(&canvas.session, &Session::noticed);
        auto* edit = popover->findChild<QuantityEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("-2"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->isRefused());
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void allInsideIsTakenDownAndBroughtBack()
    {
        Canvas canvas;
        RegionPopover* popover = regionAroundTheWest(canvas);
        QVERIFY(popover);
        QTest::mouseClick(button(popover, "takeDownRegion"), Qt::LeftButton);
        QVERIFY(canvas.network().sites.find(canvas.delft)->down && canvas.network().links.find(canvas.west)->down);
        QVERIFY(!canvas.network().links.find(canvas.east)->down);
        QCOMPARE(canvas.session.undoStack().count(), 1);
        QTRY_VERIFY(!canvas.view.findChild<RegionPopover*>());

        popover = regionAroundTheWest(canvas);
        QVERIFY(popover);
        QTest::mouseClick(button(popover, "takeDownRegion"), Qt::LeftButton);
        QVERIFY(!canvas.network().sites.find(canvas.delft)->down);
    }

    void escapeClosesItAndNothingHasChanged()
    {
        Canvas canvas;
        RegionPopover* popover = regionAroundTheWest(canvas);
        QVERIFY(popover);
        QTest::keyClick(popover, Qt::Key_Escape);
        QTRY_VERIFY(!canvas.view.findChild<RegionPopover*>());
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void escapeDropsTheBoxThatIsBeingDrawn()
    {
        Canvas canvas;
        canvas.key(Qt::Key_G);
        QCOMPARE(canvas.view.toolKind(), ToolKind::Region);
        canvas.press(canvas.at(canvas.delft) - QPoint(40, 40));
        canvas.moveTo(canvas.at(canvas.cologne) + QPoint(25, 25));
        canvas.key(Qt::Key_Escape);
        canvas.release(canvas.at(canvas.cologne) + QPoint(25, 25));
        QVERIFY(!canvas.view.findChild<RegionPopover*>());
        QVERIFY(canvas.session.selection().isEmpty());
    }

    void anEmptyBoxSaysWhatToDo()
    {
        Canvas canvas;
        QSignalSpy noticed(&canvas.session, &Session::noticed);
        canvas.key(Qt::Key_G);
        canvas.drag(QPoint(5, 5), QPoint(25, 25));
        QCOMPARE(noticed.count(), 1);
        QVERIFY(!canvas.view.findChild<RegionPopover*>());
    }

    void enterTakesAllThatIsInView()
    {
        Canvas canvas;
        canvas.key(Qt::Key_G);
        canvas.key(Qt::Key_Return);
        QVERIFY(canvas.view.findChild<RegionPopover*>());
        QCOMPARE(canvas.session.selection().sites.size(), std::size_t(4));
        QCOMPARE(canvas.session.selection().links.size(), std::size_t(2));
    }
};

BELLWEAVE_TEST(RegionTest)
#include "region_test.moc"
