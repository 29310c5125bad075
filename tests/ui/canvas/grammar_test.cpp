// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of mouse and keys on the map beyond selecting and moving: bends, copies, reconnecting, notes, repeaters, states.
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/support/test_program.h"

#include "model/network/presets.h"
#include "ui/session/selection_edits.h"

#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

void altDrag(Canvas& canvas, QPoint from, QPoint to, bool release = true)
{
    QWidget* page = canvas.view.viewport();
    QTest::mousePress(page, Qt::LeftButton, Qt::AltModifier, from);
    for (int i = 1; i <= 8; ++i) canvas.moveTo(from + (to - from) * i / 8);
    if (release) QTest::mouseRelease(page, Qt::LeftButton, Qt::AltModifier, to);
}

/// A point on a link, at a share of its way.
QPoint onLink(const Canvas& canvas, LinkId link, double share)
{
    return canvas.view.camera().nearestToScreen(canvas.view.networkScene().find(link)->stretches.front().at(share)).toPoint();
}

void doubleClick(Canvas& canvas, QPoint place)
{
    canvas.click(place);
    QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QTest::qWait(QApplication::doubleClickInterval() + 20);    // the next click is a click again
}

} // namespace

class GrammarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDoubleClickOnALinkBendsItAndOnTheBendStraightensIt();
    void aDraggedBendIsOneStepAndEscapeTakesItBack();
    void bendsBetweenMovedSitesMoveAlong();
    void altDragCopiesASiteWithItsLinks();
    void escapeDuringAnAltDragLeavesNoCopy();
    void altDragTakesALinkToAnotherSite();
    void aSiteDraggedOntoALinkBecomesItsStop();
    void controlKeepsADraggedSiteFromSnapping();
    void shiftHoldsTheBearing();
    void undoDuringADragLetsGoOfIt();
    void losingTheFocusEndsAGesture();
    void altClickListsWhatLiesThere();
    void aDragAlongALinkInsertsRepeatersAsOneStep();
    void escapeDuringTheRepeaterDragLeavesNone();
    void aNoteIsPlacedEditedMovedAndRemoved();
    void downAndLockAreTogglesAndSteps();
    void aLockedSiteStaysWhereItIs();
    void badgesFollowTheFindings();
    void deletingWhatIsDraggedEndsInNothing();
    void deletingALockedSiteSaysOnlyThatItIsLocked();
    void whatIsTypedOnTheMapIsKeptWhenTheNextClickGoesElsewhere();
    void insertedRepeatersHoldWhatTheirNeighborsHold();
    void aParallelLinkKeepsItsSideWhenAnotherIsEdited();
};

void GrammarTest::aDoubleClickOnALinkBendsItAndOnTheBendStraightensIt()
{
    Canvas canvas;
    const QPoint place = onLink(canvas, canvas.east, 0.3);
    doubleClick(canvas, place);
    const Link& bent = *canvas.network().links.find(canvas.east);
    QCOMPARE(bent.bends.size(), std::size_t(1));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    doubleClick(canvas, place);
    QVERIFY(canvas.network().links.find(canvas.east)->bends.empty());
    QCOMPARE(canvas.session.undoStack().count(), 2);
}

void GrammarTest::aDraggedBendIsOneStepAndEscapeTakesItBack()
{
    Canvas canvas;
    const QPoint place = canvas.at(canvas.east);
    doubleClick(canvas, place);
    const Network bent = canvas.network();
    const GeoPosition start = bent.links.find(canvas.east)->bends.front();
    canvas.press(place);
    canvas.moveTo(place + QPoint(0, 30));
    canvas.moveTo(place + QPoint(0, 60));
    QVERIFY(canvas.network().links.find(canvas.east)->bends.front().latitude < start.latitude - 0.1);
    canvas.key(Qt::Key_Escape);
    QVERIFY(canvas.network() == bent);
    canvas.release(place + QPoint(0, 60));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.drag(place, place + QPoint(0, 60));
    QCOMPARE(canvas.session.undoStack().count(), 2);
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == bent);
}

void GrammarTest::bendsBetweenMovedSitesMoveAlong()
{
    Canvas canvas;
    doubleClick(canvas, canvas.at(canvas.east));
    const GeoPosition bend = canvas.network().links.find(canvas.east)->bends.front();
    const GeoPosition vienna = canvas.position(canvas.vienna);
    canvas.session.select(ElementSet{{canvas.cologne, canvas.vienna}});
    const QPoint from = canvas.at(canvas.cologne);
    canvas.drag(from, from + QPoint(60, 0));
    const GeoPosition moved = canvas.network().links.find(canvas.east)->bends.front();
    QVERIFY(std::abs((moved.longitude - bend.longitude) - (canvas.position(canvas.vienna).longitude - vienna.longitude)) < 1e-5);
    QVERIFY(moved.longitude > bend.longitude + 0.5);
}

void GrammarTest::altDragCopiesASiteWithItsLinks()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.cologne);
    altDrag(canvas, from, from + QPoint(20, 120));
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));
    QCOMPARE(canvas.position(canvas.cologne), *before.sites.find(canvas.cologne)->position);
    const SiteId copy = *canvas.session.selection().sites.begin();
    QVERIFY(canvas.position(copy).latitude < canvas.position(canvas.cologne).latitude);
    QCOMPARE(canvas.network().sites.find(copy)->name, QStringLiteral("Cologne 2"));
    std::set<SiteId> neighbors;
    for (const Link& link : canvas.network().links) {
        if (link.from == copy) neighbors.insert(link.to);
        if (link.to == copy) neighbors.insert(link.from);
    }
    QCOMPARE(neighbors, (std::set<SiteId>{canvas.delft, canvas.vienna}));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    QCOMPARE(canvas.session.undoStack().undoText(), QStringLiteral("Copy Cologne"));
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == before);
}

void GrammarTest::escapeDuringAnAltDragLeavesNoCopy()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.cologne);
    altDrag(canvas, from, from + QPoint(20, 120), false);
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    canvas.key(Qt::Key_Escape);
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void GrammarTest::altDragTakesALinkToAnotherSite()
{
    Canvas canvas;
    const QPoint nearVienna = onLink(canvas, canvas.east, 0.75);
    QCOMPARE(canvas.view.elementAt(nearVienna), ElementRef(canvas.east));
    altDrag(canvas, nearVienna, canvas.at(canvas.geneva));
    QCOMPARE(canvas.network().links.find(canvas.east)->from, canvas.cologne);
    QCOMPARE(canvas.network().links.find(canvas.east)->to, canvas.geneva);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    altDrag(canvas, canvas.at(canvas.west), {20, 600});    // nowhere: nothing happens
    QCOMPARE(canvas.session.undoStack().count(), 1);
}

void GrammarTest::aSiteDraggedOntoALinkBecomesItsStop()
{
    Canvas canvas;
    const Network before = canvas.network();
    canvas.drag(canvas.at(canvas.geneva), canvas.at(canvas.east) + QPoint(0, 3));
    QCOMPARE(canvas.network().links.size(), std::size_t(3));
    const Link& first = *canvas.network().links.find(canvas.east);
    QCOMPARE(first.to, canvas.geneva);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == before);
}

void GrammarTest::controlKeepsADraggedSiteFromSnapping()
{
    Canvas canvas;
    const QPoint from = canvas.at(canvas.geneva);
    const QPoint to = canvas.at(canvas.east) + QPoint(0, 3);
    canvas.press(from);
    for (const QPoint& place : {from + QPoint(20, -20), to}) canvas.moveTo(place, Qt::ControlModifier);
    QTest::mouseRelease(canvas.view.viewport(), Qt::LeftButton, Qt::ControlModifier, to);
    QCOMPARE(canvas.network().links.size(), std::size_t(2));
    QVERIFY(QLineF(canvas.at(canvas.geneva), to).length() < 2.5);
}

void GrammarTest::shiftHoldsTheBearing()
{
    Canvas canvas;
    const QPoint from = canvas.at(canvas.geneva);
    canvas.session.select(canvas.geneva);
    canvas.press(from);
    const QPoint to = from + QPoint(100, 9);    // 5°: level is nearest
    canvas.moveTo(to, Qt::ShiftModifier);
    QVERIFY(std::abs(canvas.at(canvas.geneva).y() - from.y()) <= 1);
    QTest::mouseRelease(canvas.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
    QVERIFY(canvas.at(canvas.geneva).x() > from.x() + 80);
}

void GrammarTest::undoDuringADragLetsGoOfIt()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.geneva);
    canvas.press(from);
    canvas.moveTo(from + QPoint(30, 30));
    canvas.key(Qt::Key_Z, Qt::ControlModifier);
    canvas.moveTo(from + QPoint(60, 60));
    canvas.release(from + QPoint(60, 60));
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void GrammarTest::losingTheFocusEndsAGesture()
{
    Canvas canvas;
    const Network before = canvas.network();
    const QPoint from = canvas.at(canvas.geneva);
    canvas.press(from);
    canvas.moveTo(from + QPoint(30, 30));
    QVERIFY(!(canvas.network() == before));
    QLineEdit other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void GrammarTest::altClickListsWhatLiesThere()
{
    Canvas canvas;
    QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, Qt::AltModifier, canvas.at(canvas.cologne));
    auto* menu = canvas.view.findChild<QMenu*>();
    QVERIFY(menu);
    QStringList names;
    for (const QAction* action : menu->actions()) names << action->text();
    QVERIFY(names.contains(QStringLiteral("Cologne")));
    QVERIFY(names.size() >= 2);
    menu->actions().last()->trigger();
    QCOMPARE(canvas.session.selection().size(), std::size_t(1));
    menu->close();
}

void GrammarTest::aDragAlongALinkInsertsRepeatersAsOneStep()
{
    Canvas canvas;
    const Network before = canvas.network();
    canvas.view.setTool(ToolKind::Repeaters);
    const QPoint from = canvas.at(canvas.east);
    canvas.drag(from, from + QPoint(80, 10));    // three times 24 px
    QCOMPARE(canvas.network().sites.size(), std::size_t(7));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QVERIFY(canvas.network() == before);
}

void GrammarTest::escapeDuringTheRepeaterDragLeavesNone()
{
    Canvas canvas;
    const Network before = canvas.network();
    canvas.view.setTool(ToolKind::Repeaters);
    const QPoint from = canvas.at(canvas.east);
    canvas.press(from);
    canvas.moveTo(from + QPoint(100, 0));
    QVERIFY(canvas.network().sites.size() > 4);
    canvas.key(Qt::Key_Escape);
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void GrammarTest::aNoteIsPlacedEditedMovedAndRemoved()
{
    Canvas canvas;
    canvas.key(Qt::Key_T);
    canvas.click({200, 500});
    canvas.type(QStringLiteral("Ring closes in 2031"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().mapNotes.size(), std::size_t(1));
    const NoteId id = canvas.network().mapNotes.rows().front()->id;
    QCOMPARE(canvas.session.currentElement(), ElementRef(id));
    QVERIFY(canvas.view.networkScene().dump().contains(QStringLiteral("note Ring closes in 2031")));

    const QPoint inside = canvas.at(id) + QPoint(20, 10);
    QVERIFY(QLineF(canvas.at(id), QPoint(200, 500)).length() < 2);
    canvas.drag(inside, inside + QPoint(50, -40));
    QVERIFY(QLineF(canvas.at(id), QPoint(250, 460)).length() < 2);
    doubleClick(canvas, canvas.at(id) + QPoint(20, 10));
    canvas.type(QStringLiteral("Later"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().mapNotes.find(id)->text, QStringLiteral("Later"));
    QCOMPARE(canvas.session.undoStack().count(), 3);
    canvas.key(Qt::Key_Delete);
    QVERIFY(canvas.network().mapNotes.empty());
}

void GrammarTest::downAndLockAreTogglesAndSteps()
{
    Canvas canvas;
    canvas.session.select(ElementSet{{canvas.cologne}, {canvas.west}});
    toggleDown(canvas.session);
    QVERIFY(canvas.network().sites.find(canvas.cologne)->down && canvas.network().links.find(canvas.west)->down);
    QVERIFY(canvas.view.networkScene().dump().contains(QStringLiteral(" down")));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    toggleDown(canvas.session);
    QVERIFY(!canvas.network().sites.find(canvas.cologne)->down);
    toggleLocked(canvas.session);
    QVERIFY(canvas.network().sites.find(canvas.cologne)->locked);
    toggleDown(canvas.session);
    QVERIFY(!canvas.network().sites.find(canvas.cologne)->down);
    toggleLocked(canvas.session);
    QCOMPARE(canvas.session.undoStack().count(), 4);
}

void GrammarTest::aLockedSiteStaysWhereItIs()
{
    Canvas canvas;
    canvas.session.select(canvas.geneva);
    toggleLocked(canvas.session);
    QSignalSpy notices(&canvas.session, &Session::noticed);
    const GeoPosition start = canvas.position(canvas.geneva);
    const QPoint from = canvas.at(canvas.geneva);
    canvas.drag(from, from + QPoint(50, 50));
    QCOMPARE(canvas.position(canvas.geneva), start);
    QVERIFY(!notices.isEmpty() && notices.first().first().toString().contains(QStringLiteral("Geneva is locked")));
    canvas.key(Qt::Key_Delete);
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
    canvas.session.select(ElementSet{{canvas.geneva, canvas.vienna}});
    const QPoint vienna = canvas.at(canvas.vienna);
    canvas.drag(vienna, vienna + QPoint(-50, 30));
    QCOMPARE(canvas.position(canvas.geneva), start);
    QVERIFY(canvas.at(canvas.vienna) != vienna);
}

void GrammarTest::badgesFollowTheFindings()
{
    Canvas canvas;    // Delft - Cologne is too long for the memories a new site gets
    const auto badge = [&] { return canvas.view.networkScene().find(canvas.west)->look.badge; };
    QTRY_VERIFY(badge() == ElementLook::Badge::Warning);
    canvas.session.push(moveSites(canvas.network(), {{canvas.delft, {50.95, 6.9}}}), QStringLiteral("near"));
    QTRY_VERIFY(badge() == ElementLook::Badge::None);
    canvas.session.undoStack().undo();
    QTRY_VERIFY(badge() == ElementLook::Badge::Warning);
}

void GrammarTest::deletingWhatIsDraggedEndsInNothing()
{
    Canvas canvas;
    const QPoint place = canvas.at(canvas.east);
    doubleClick(canvas, place);
    canvas.press(place);
    canvas.moveTo(place + QPoint(0, 20));
    canvas.key(Qt::Key_Delete);
    canvas.moveTo(place + QPoint(0, 40));
    canvas.release(place + QPoint(0, 40));
    QVERIFY(!canvas.network().links.find(canvas.east));
}

void GrammarTest::deletingALockedSiteSaysOnlyThatItIsLocked()
{
    Canvas canvas;
    canvas.session.select(canvas.geneva);
    toggleLocked(canvas.session);
    QSignalSpy notices(&canvas.session, &Session::noticed);
    canvas.key(Qt::Key_Delete);
    QCOMPARE(notices.count(), 1);
    QVERIFY(notices.first().first().toString().contains(QStringLiteral("is locked")));
}

void GrammarTest::whatIsTypedOnTheMapIsKeptWhenTheNextClickGoesElsewhere()
{
    Canvas canvas;
    doubleClick(canvas, canvas.at(canvas.geneva));
    canvas.type(QStringLiteral("CERN"));
    canvas.click({40, 600});
    QCOMPARE(canvas.network().sites.find(canvas.geneva)->name, QStringLiteral("CERN"));
}

void GrammarTest::insertedRepeatersHoldWhatTheirNeighborsHold()
{
    Canvas canvas;
    Site cologne = *canvas.network().sites.find(canvas.cologne);
    cologne.repeater->hardware = nodeHardware(QStringLiteral("neutral-atom-rb-2035"));
    canvas.session.push(replaceSite(canvas.network(), cologne), QStringLiteral("better"));
    canvas.session.push(insertRepeaters(canvas.network(), canvas.east, 2), QStringLiteral("insert"));
    for (const Site& site : canvas.network().sites)
        if (site.id > canvas.geneva) QCOMPARE(site.repeater->hardware, cologne.repeater->hardware);
}

void GrammarTest::aParallelLinkKeepsItsSideWhenAnotherIsEdited()
{
    Canvas canvas;
    Network network = canvas.network();
    const LinkId second = bellweave::test::addLink(network, canvas.delft, canvas.cologne);
    canvas.open(std::move(network));
    const auto lane = [&](LinkId id) { return canvas.view.networkScene().find(id)->lane; };
    const std::pair before(lane(canvas.west), lane(second));
    QVERIFY(before.first != before.second);
    canvas.session.push(renameElement(canvas.network(), canvas.west, QStringLiteral("north route")), QStringLiteral("rename"));
    QCOMPARE(std::pair(lane(canvas.west), lane(second)), before);
    canvas.session.push(removeElements(canvas.network(), setOf(canvas.west)), QStringLiteral("remove"));
    QCOMPARE(lane(second), 0);    // alone it runs straight
}

BELLWEAVE_TEST(GrammarTest)
#include "grammar_test.moc"
