// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/support/test_program.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class SelectToolTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clickSelectsASite();
    void clickSelectsALinkWithinSixPixels();
    void clickOnTheEmptyMapClearsTheSelection();
    void shiftClickAddsAndRemoves();
    void dragMovesTheSiteAsOneStep();
    void twoDragsAreTwoSteps();
    void escapeDuringADragLeavesNoStep();
    void dragMovesTheWholeSelection();
    void linkFollowsAMovedSite();
    void bandToTheRightEncloses();
    void bandToTheLeftTouches();
    void arrowsWalkAndCtrlArrowsNudge();
    void keysStepAlongTheLinksOfASiteAndWalkOnFromIt();
    void deleteTakesLinksAlong();
    void copyAndPasteWithKeys();
    void duplicatingLinksTheCopyToTheNeighborsAndUnlocksIt();
    void duplicatedSitesBringTheLinkAmongThem();
    void cutAndPasteBringsTheLinkBack();
    void pasteOfForeignTextIsRefusedWithASentence();
    void renameInPlace();
    void tabEntersOnTheCentralSite();
};

void SelectToolTest::clickSelectsASite()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.cologne) + QPoint(8, 6));
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.cologne));
}

void SelectToolTest::clickSelectsALinkWithinSixPixels()
{
    Canvas canvas;
    for (const double factor : {1.0, 6.0}) {
        canvas.view.showElement(canvas.east);
        canvas.view.zoomBy(factor);
        canvas.click(canvas.at(canvas.east) + QPoint(0, 5));
        QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.east));
        canvas.click(canvas.at(canvas.east) + QPoint(0, 14));
        QVERIFY(canvas.session.selection().isEmpty());
    }
}

void SelectToolTest::clickOnTheEmptyMapClearsTheSelection()
{
    Canvas canvas;
    canvas.session.select(canvas.delft);
    canvas.click({30, 400});
    QVERIFY(canvas.session.selection().isEmpty());
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void SelectToolTest::shiftClickAddsAndRemoves()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.delft));
    canvas.click(canvas.at(canvas.vienna), Qt::ShiftModifier);
    canvas.click(canvas.at(canvas.west), Qt::ControlModifier);
    QCOMPARE(canvas.session.selection().size(), std::size_t(3));
    canvas.click(canvas.at(canvas.delft), Qt::ControlModifier);
    QCOMPARE(canvas.session.selection().sites, std::set<SiteId>{canvas.vienna});
}

void SelectToolTest::dragMovesTheSiteAsOneStep()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.cologne);
    canvas.drag(from, from + QPoint(80, 40));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    QCOMPARE(canvas.session.undoStack().undoText(), QStringLiteral("Move Cologne"));
    QVERIFY((canvas.at(canvas.cologne) - from - QPoint(80, 40)).manhattanLength() <= 2);
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == before);
}

void SelectToolTest::twoDragsAreTwoSteps()
{
    Canvas canvas;
    for (int i = 0; i < 2; ++i) canvas.drag(canvas.at(canvas.cologne), canvas.at(canvas.cologne) + QPoint(40, 30));
    QCOMPARE(canvas.session.undoStack().count(), 2);
}

void SelectToolTest::escapeDuringADragLeavesNoStep()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.cologne);
    canvas.press(from);
    for (int i = 1; i < 20; ++i) canvas.moveTo(from + QPoint(4, 3) * i);
    QVERIFY(!(canvas.network() == before));
    canvas.key(Qt::Key_Escape);
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
    canvas.release(from + QPoint(80, 60));
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void SelectToolTest::dragMovesTheWholeSelection()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.delft));
    canvas.click(canvas.at(canvas.vienna), Qt::ShiftModifier);
    const QPoint viennaBefore = canvas.at(canvas.vienna);
    canvas.drag(canvas.at(canvas.delft), canvas.at(canvas.delft) + QPoint(30, 60));
    QVERIFY((canvas.at(canvas.vienna) - viennaBefore - QPoint(30, 60)).manhattanLength() <= 2);
    QCOMPARE(canvas.session.undoStack().undoText(), QStringLiteral("Move %n elements").replace("%n", "2"));
}

void SelectToolTest::linkFollowsAMovedSite()
{
    Canvas canvas;
    const QRectF before = canvas.view.networkScene().find(canvas.west)->bounds;
    canvas.drag(canvas.at(canvas.delft), canvas.at(canvas.delft) + QPoint(0, 120));
    const LinkItem& link = *canvas.view.networkScene().find(canvas.west);
    QVERIFY(link.bounds != before);
    QCOMPARE(link.stretches.front().points.first(), canvas.view.networkScene().find(canvas.delft)->point);
    QVERIFY(canvas.view.networkScene().dump().contains(QStringLiteral("link link-1 processor-1 -> repeater-2")));
}

void SelectToolTest::bandToTheRightEncloses()
{
    Canvas canvas;
    const QPoint middle = canvas.at(canvas.cologne);
    canvas.drag(middle + QPoint(-40, -40), middle + QPoint(40, 40));
    QCOMPARE(canvas.session.selection().sites, std::set<SiteId>{canvas.cologne});
    QVERIFY(canvas.session.selection().links.empty());
}

void SelectToolTest::bandToTheLeftTouches()
{
    Canvas canvas;
    const QPoint middle = canvas.at(canvas.cologne);
    canvas.drag(middle + QPoint(40, 40), middle + QPoint(-40, -40));
    QCOMPARE(canvas.session.selection().sites, std::set<SiteId>{canvas.cologne});
    QCOMPARE(canvas.session.selection().links, (std::set<LinkId>{canvas.west, canvas.east}));
}

void SelectToolTest::arrowsWalkAndCtrlArrowsNudge()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.cologne));
    canvas.key(Qt::Key_Right);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.vienna));
    canvas.key(Qt::Key_Right);   // nothing lies there
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.vienna));
    const GeoPosition before = canvas.position(canvas.vienna);
    canvas.key(Qt::Key_Up, Qt::ControlModifier);
    // One degree of latitude is 111.2 km at 48 degrees north.
    QVERIFY(std::abs((canvas.position(canvas.vienna).latitude - before.latitude) * 111.2 - 1.0) < 0.01);
    QCOMPARE(canvas.position(canvas.vienna).longitude, before.longitude);
    canvas.key(Qt::Key_BracketRight);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.east));
    canvas.key(Qt::Key_Escape);
    canvas.click(canvas.at(canvas.cologne));
    canvas.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(canvas.session.selection().sites.size(), std::size_t(1));   // Delft lies outside the cone of 60 degrees
}

void SelectToolTest::keysStepAlongTheLinksOfASiteAndWalkOnFromIt()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.cologne));
    canvas.key(Qt::Key_BracketRight);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.west));
    canvas.key(Qt::Key_BracketRight);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.east));
    canvas.key(Qt::Key_BracketLeft);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.west));
    canvas.key(Qt::Key_Right);
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.vienna));
}

void SelectToolTest::deleteTakesLinksAlong()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.cologne));
    canvas.key(Qt::Key_Delete);
    QCOMPARE(canvas.network().sites.size(), std::size_t(3));
    QVERIFY(canvas.network().links.empty());
    QVERIFY(canvas.view.networkScene().links().empty());
    QVERIFY(canvas.session.selection().isEmpty());
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.view.networkScene().links().size(), std::size_t(2));
}

void SelectToolTest::copyAndPasteWithKeys()
{
    Canvas canvas;
    canvas.key(Qt::Key_A, Qt::ControlModifier);
    canvas.key(Qt::Key_C, Qt::ControlModifier);
    canvas.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(canvas.network().sites.size(), std::size_t(8));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));
    QCOMPARE(canvas.session.selection().sites.size(), std::size_t(4));
    QVERIFY(!canvas.session.selection().contains(canvas.delft));
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
}

void SelectToolTest::duplicatingLinksTheCopyToTheNeighborsAndUnlocksIt()
{
    Canvas canvas;
    canvas.session.push(setLocked(canvas.network(), {.sites = {canvas.cologne}, .links = {canvas.west}}, true), QStringLiteral("Lock"));
    const Network before = canvas.network();
    canvas.click(canvas.at(canvas.cologne));
    canvas.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));
    const SiteId copy = *canvas.session.selection().sites.begin();
    QVERIFY(!canvas.network().sites.find(copy)->locked);
    QVERIFY(canvas.position(copy) != canvas.position(canvas.cologne));
    std::set<SiteId> neighbors;
    for (const Link& link : canvas.network().links)
        if (link.from == copy || link.to == copy) {
            neighbors.insert(link.from == copy ? link.to : link.from);
            QVERIFY(!link.locked);
        }
    QCOMPARE(neighbors, (std::set<SiteId>{canvas.delft, canvas.vienna}));
    QCOMPARE(canvas.session.undoStack().count(), 2);
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == before);
}

void SelectToolTest::duplicatedSitesBringTheLinkAmongThem()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.delft));
    canvas.click(canvas.at(canvas.cologne), Qt::ShiftModifier);
    canvas.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(canvas.network().sites.size(), std::size_t(6));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));    // the one among them, and Cologne's to Vienna
    const Selection copies = canvas.session.selection();
    QCOMPARE(copies.links.size(), std::size_t(2));
    const auto among = std::count_if(copies.links.begin(), copies.links.end(), [&](LinkId id) {
        const Link& link = *canvas.network().links.find(id);
        return copies.sites.contains(link.from) && copies.sites.contains(link.to);
    });
    QCOMPARE(among, 1);
    QCOMPARE(canvas.session.undoStack().count(), 1);
}

void SelectToolTest::cutAndPasteBringsTheLinkBack()
{
    Canvas canvas;
    canvas.click(canvas.at(canvas.delft));
    canvas.click(canvas.at(canvas.cologne), Qt::ShiftModifier);
    canvas.view.cutSelection();
    QCOMPARE(canvas.network().sites.size(), std::size_t(2));
    canvas.view.paste();
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
    QCOMPARE(canvas.network().links.size(), std::size_t(1));
}

void SelectToolTest::pasteOfForeignTextIsRefusedWithASentence()
{
    Canvas canvas;
    QGuiApplication::clipboard()->setText(QStringLiteral("a shopping list"));
    QSignalSpy noticed(&canvas.session, &Session::noticed);
    canvas.view.paste();
    QCOMPARE(noticed.count(), 1);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void SelectToolTest::renameInPlace()
{
    Canvas canvas;
    QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, Qt::NoModifier, canvas.at(canvas.geneva));
    canvas.type(QStringLiteral("CERN"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().sites.find(canvas.geneva)->name, QStringLiteral("CERN"));
    QCOMPARE(QApplication::focusWidget(), &canvas.view);
    canvas.key(Qt::Key_F2);
    canvas.type(QStringLiteral("nothing"));
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.network().sites.find(canvas.geneva)->name, QStringLiteral("CERN"));
}

void SelectToolTest::tabEntersOnTheCentralSite()
{
    Canvas canvas;
    QFocusEvent event(QEvent::FocusIn, Qt::TabFocusReason);
    QApplication::sendEvent(&canvas.view, &event);
    QCOMPARE(canvas.session.selection().sites.size(), std::size_t(1));
}

BELLWEAVE_TEST(SelectToolTest)
#include "select_tool_test.moc"
