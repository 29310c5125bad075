// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/tools/measure_tool.h"
#include "ui/canvas/canvas_menu.h"
#include "ui/canvas/repeater_popover.h"
#include "ui/canvas/tools/place_tool.h"
#include "tests/support/test_program.h"

#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class DrawingToolsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void siteIsPlacedWhereTheMouseClicks();
    void placingAndNudgingIsOneStep();
    void siteIsPlacedByTypedCoordinates();
    void siteIsPlacedByTheNameOfACity();
    void aSiteDroppedOnALinkSplitsIt();
    void aSiteNearACityTakesItsPlaceAndName();
    void aSiteOnASiteAddsNothing();
    void controlPlacesExactlyWhereTheMouseIs();
    void coordinatesAreReadWithPointAndComma();
    void linkByTwoClicksGoesOnAsAChain();
    void linkByDragging();
    void linkByTypingAName();
    void linkToItselfIsNotMade();
    void escapeEndsTheChainAndThenTheTool();
    void measuringTellsLengthAndChangesNothing();
    void measuringGoesOnAcrossTheDateLine();
    void demandByTwoClicksGoesBackToSelecting();
    void demandByTypingAName();
    void aDemandStartsWhereATypedChainEnded();
    void enterAsksForTheFirstEndWhenNothingIsSelected();
    void toolLettersSwitchTools();
    void spaceAndMiddleButtonPan();
    void repeatersAreInsertedLiveAndEscapeTakesThemBack();
    void contextMenuPlacesLinksAndChangesKind();
};

void DrawingToolsTest::siteIsPlacedWhereTheMouseClicks()
{
    Canvas canvas;
    canvas.key(Qt::Key_S);
    canvas.key(Qt::Key_R);
    canvas.click({300, 500});
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    const Site& placed = *canvas.network().sites.rows().back();
    QCOMPARE(roleOf(placed), SiteRole::Repeater);
    QVERIFY((canvas.at(placed.id) - QPoint(300, 500)).manhattanLength() <= 1);
    QCOMPARE(canvas.session.currentElement(), ElementRef(placed.id));
    QCOMPARE(canvas.session.undoStack().count(), 1);
    QCOMPARE(canvas.view.toolKind(), ToolKind::PlaceSite);
}

void DrawingToolsTest::placingAndNudgingIsOneStep()
{
    Canvas canvas;
    canvas.key(Qt::Key_S);
    canvas.drag({300, 500}, {340, 520});
    QVERIFY((canvas.at(canvas.session.currentElement()) - QPoint(340, 520)).manhattanLength() <= 1);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
}

void DrawingToolsTest::siteIsPlacedByTheNameOfACity()
{
    Canvas canvas;
    canvas.key(Qt::Key_S);
    canvas.key(Qt::Key_R);
    canvas.key(Qt::Key_P);    // no kind any more: the first letter of a name
    canvas.type(QStringLiteral("rague"));
    canvas.key(Qt::Key_Return);
    const Site& placed = *canvas.network().sites.rows().back();
    QCOMPARE(placed.name, QStringLiteral("Prague"));
    QCOMPARE(roleOf(placed), SiteRole::Repeater);
    QVERIFY(std::abs(placed.position->latitude - 50.09) < 0.05);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
}

void DrawingToolsTest::aSiteDroppedOnALinkSplitsIt()
{
    Canvas canvas;
    const QPoint middle = canvas.at(canvas.east);
    canvas.key(Qt::Key_S);
    canvas.key(Qt::Key_R);
    canvas.click(middle + QPoint(0, 3));
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    QCOMPARE(canvas.network().links.size(), std::size_t(3));
    const SiteId placed = canvas.network().sites.rows().back()->id;
    QCOMPARE(canvas.network().links.find(canvas.east)->to, placed);
    QVERIFY((canvas.at(placed) - middle).manhattanLength() <= 5);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.network().links.size(), std::size_t(2));
}

void DrawingToolsTest::aSiteNearACityTakesItsPlaceAndName()
{
    Canvas canvas;
    const Place& prague = *gazetteer().search(QStringLiteral("Prague"), 1).front();
    const QPointF screen = canvas.view.camera().toScreen(canvas.view.networkScene().projection().forward(prague.position));
    canvas.key(Qt::Key_S);
    canvas.click(screen.toPoint() + QPoint(4, -3));
    const Site& placed = *canvas.network().sites.rows().back();
    QCOMPARE(placed.name, QStringLiteral("Prague"));
    QCOMPARE(*placed.position, rounded(prague.position));
}

void DrawingToolsTest::aSiteOnASiteAddsNothing()
{
    Canvas canvas;
    canvas.key(Qt::Key_S);
    canvas.click(canvas.at(canvas.vienna) + QPoint(5, 5));
    QCOMPARE(canvas.network().sites.size(), std::size_t(4));
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.vienna));
}

void DrawingToolsTest::controlPlacesExactlyWhereTheMouseIs()
{
    Canvas canvas;
    const QPoint middle = canvas.at(canvas.east);
    canvas.key(Qt::Key_S);
    canvas.click(middle, Qt::ControlModifier);
    QCOMPARE(canvas.network().sites.size(), std::size_t(5));
    QCOMPARE(canvas.network().links.size(), std::size_t(2));
}

void DrawingToolsTest::siteIsPlacedByTypedCoordinates()
{
    Canvas canvas;
    canvas.key(Qt::Key_S);
    canvas.type(QStringLiteral("4"));
    canvas.type(QStringLiteral("8.2, 16.4"));
    canvas.key(Qt::Key_Return);
    const Site& placed = *canvas.network().sites.rows().back();
    QCOMPARE(*placed.position, (GeoPosition{48.2, 16.4}));
    QSignalSpy noticed(&canvas.session, &Session::noticed);
    canvas.key(Qt::Key_Return);
    canvas.type(QStringLiteral("north of here"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(noticed.count(), 1);
}

void DrawingToolsTest::coordinatesAreReadWithPointAndComma()
{
    QCOMPARE(*parsePosition(QStringLiteral("48.2, 16.4")), (GeoPosition{48.2, 16.4}));
    QCOMPARE(*parsePosition(QStringLiteral("48,2; 16,4")), (GeoPosition{48.2, 16.4}));
    QCOMPARE(*parsePosition(QStringLiteral("-33.9 151.2")), (GeoPosition{-33.9, 151.2}));
    QVERIFY(!parsePosition(QStringLiteral("95, 10")));
    QVERIFY(!parsePosition(QStringLiteral("48.2")));
}

void DrawingToolsTest::linkByTwoClicksGoesOnAsAChain()
{
    Canvas canvas;
    canvas.key(Qt::Key_L);
    for (const SiteId site : {canvas.delft, canvas.geneva, canvas.vienna}) canvas.click(canvas.at(site));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));
    const Link& last = *canvas.network().links.rows().back();
    QCOMPARE(last.from, canvas.geneva);
    QCOMPARE(last.to, canvas.vienna);
    canvas.key(Qt::Key_Return);
    canvas.click(canvas.at(canvas.delft));
    QCOMPARE(canvas.network().links.size(), std::size_t(4));
}

void DrawingToolsTest::linkByDragging()
{
    Canvas canvas;
    canvas.key(Qt::Key_L);
    canvas.drag(canvas.at(canvas.geneva), canvas.at(canvas.cologne));
    QCOMPARE(canvas.network().links.size(), std::size_t(3));
    canvas.click(canvas.at(canvas.vienna));
    QCOMPARE(canvas.network().links.size(), std::size_t(3));
}

void DrawingToolsTest::linkByTypingAName()
{
    Canvas canvas;
    canvas.session.select(canvas.geneva);
    canvas.key(Qt::Key_L);
    canvas.type(QStringLiteral("d"));
    canvas.type(QStringLiteral("elf"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().links.size(), std::size_t(3));
    QCOMPARE(canvas.network().links.rows().back()->to, canvas.delft);
}

void DrawingToolsTest::linkToItselfIsNotMade()
{
    Canvas canvas;
    canvas.key(Qt::Key_L);
    canvas.click(canvas.at(canvas.geneva));
    canvas.click(canvas.at(canvas.geneva));
    QCOMPARE(canvas.network().links.size(), std::size_t(2));
}

void DrawingToolsTest::escapeEndsTheChainAndThenTheTool()
{
    Canvas canvas;
    canvas.key(Qt::Key_L);
    canvas.click(canvas.at(canvas.geneva));
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Link);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

/// A degree of the equator is 2 pi a / 360 with a = 6 378 137 m of WGS84.
void DrawingToolsTest::measuringTellsLengthAndChangesNothing()
{
    const MeasuredWay degree = measuredWay({{0.0, 10.0}, {0.0, 11.0}, {0.0, 12.0}}, 1.5);
    QVERIFY(std::abs(degree.ground.si() - 2 * 111319.4908) < 0.01);
    QVERIFY(std::abs(degree.fiber.si() - 3 * 111319.4908) < 0.01);
    QVERIFY(std::abs(degree.loss.si() - 0.2 * 333.9585) < 1e-3);
    QVERIFY(std::abs(degree.delay.si() - 333958.4724 * 1.468 / 299792458.0) < 1e-9);

    Canvas canvas;
    canvas.key(Qt::Key_M);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Measure);
    const auto& tool = static_cast<const MeasureTool&>(canvas.view.tool());
    canvas.click(canvas.at(canvas.delft) + QPoint(3, 2));
    QVERIFY(tool.words().isEmpty() || tool.points().size() == 1);
    canvas.click(canvas.at(canvas.vienna) + QPoint(-2, 3));
    const double expected = measuredWay({canvas.position(canvas.delft), canvas.position(canvas.vienna)}, 1.0).ground.si();
    QVERIFY2(std::abs(measuredWay(tool.points(), 1.0).ground.si() - expected) < 1.0, "the sites attract the points");
    canvas.moveTo(canvas.at(canvas.geneva));
    QCOMPARE(tool.words().size(), 3);
    canvas.key(Qt::Key_Backspace);
    QCOMPARE(tool.points().size(), std::size_t(1));
    canvas.key(Qt::Key_Escape);
    QVERIFY(tool.points().empty());
    QCOMPARE(canvas.view.toolKind(), ToolKind::Measure);
    canvas.key(Qt::Key_Escape);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void DrawingToolsTest::measuringGoesOnAcrossTheDateLine()
{
    QVERIFY(std::abs(measuredWay({{0.0, 179.5}, {0.0, -179.5}}, 1.0).ground.si() - 111319.4908) < 0.01);
}

void DrawingToolsTest::demandByTwoClicksGoesBackToSelecting()
{
    Canvas canvas;
    QSignalSpy changed(&canvas.view, &NetworkView::toolChanged);
    canvas.key(Qt::Key_D);
    canvas.click(canvas.at(canvas.delft));
    canvas.click(canvas.at(canvas.vienna));
    QCOMPARE(canvas.network().demands.size(), std::size_t(1));
    QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
    QCOMPARE(changed.count(), 2);
    QVERIFY(std::holds_alternative<DemandId>(canvas.session.currentElement()));
    QCOMPARE(canvas.session.undoStack().undoText(), QStringLiteral("Add demand Delft – Vienna"));
}

void DrawingToolsTest::demandByTypingAName()
{
    Canvas canvas;
    canvas.session.select(canvas.delft);
    canvas.key(Qt::Key_D);
    canvas.type(QStringLiteral("V"));
    canvas.type(QStringLiteral("ienna"));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().demands.size(), std::size_t(1));
}

void DrawingToolsTest::aDemandStartsWhereATypedChainEnded()
{
    Canvas canvas;
    canvas.session.select(canvas.delft);
    canvas.key(Qt::Key_L);
    for (const char letter : {'g', 'e', 'n', 'e'}) canvas.type(QString(QLatin1Char(letter)));
    canvas.key(Qt::Key_Return);
    canvas.key(Qt::Key_D);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Demand);
    for (const char letter : {'v', 'i', 'e', 'n'}) canvas.type(QString(QLatin1Char(letter)));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().demands.size(), std::size_t(1));
    QCOMPARE(canvas.network().demands.rows().back()->from, canvas.geneva);
    QCOMPARE(canvas.network().demands.rows().back()->to, canvas.vienna);
    QCOMPARE(canvas.session.undoStack().count(), 2);
    // Once more: nothing of the demand before stands in the way.
    canvas.key(Qt::Key_D);
    for (const char letter : {'d', 'e', 'l', 'f'}) canvas.type(QString(QLatin1Char(letter)));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().demands.size(), std::size_t(2));
    QCOMPARE(canvas.network().demands.rows().back()->to, canvas.delft);
}

void DrawingToolsTest::enterAsksForTheFirstEndWhenNothingIsSelected()
{
    Canvas canvas;
    canvas.key(Qt::Key_D);
    canvas.key(Qt::Key_Return);
    canvas.type(QStringLiteral("delft"));
    canvas.key(Qt::Key_Return);
    for (const char letter : {'v', 'i', 'e'}) canvas.type(QString(QLatin1Char(letter)));
    canvas.key(Qt::Key_Return);
    QCOMPARE(canvas.network().demands.size(), std::size_t(1));
    QCOMPARE(canvas.network().demands.rows().back()->from, canvas.delft);
    QCOMPARE(canvas.session.undoStack().count(), 1);
}

void DrawingToolsTest::toolLettersSwitchTools()
{
    Canvas canvas;
    const std::vector<std::pair<int, ToolKind>> keys{{Qt::Key_H, ToolKind::Pan}, {Qt::Key_S, ToolKind::PlaceSite},
        {Qt::Key_L, ToolKind::Link}, {Qt::Key_D, ToolKind::Demand}, {Qt::Key_V, ToolKind::Select}};
    for (const auto& [key, kind] : keys) {
        canvas.key(key);
        QCOMPARE(canvas.view.toolKind(), kind);
    }
}

void DrawingToolsTest::spaceAndMiddleButtonPan()
{
    Canvas canvas;
    const QPoint before = canvas.at(canvas.cologne);
    QTest::keyPress(&canvas.view, Qt::Key_Space);
    canvas.drag({100, 400}, {160, 430});
    QTest::keyRelease(&canvas.view, Qt::Key_Space);
    QVERIFY((canvas.at(canvas.cologne) - before - QPoint(60, 30)).manhattanLength() <= 1);
    QTest::mousePress(canvas.view.viewport(), Qt::MiddleButton, Qt::NoModifier, {200, 400});
    canvas.moveTo({170, 400});
    QTest::mouseRelease(canvas.view.viewport(), Qt::MiddleButton, Qt::NoModifier, {170, 400});
    QVERIFY((canvas.at(canvas.cologne) - before - QPoint(30, 30)).manhattanLength() <= 1);
    QCOMPARE(canvas.session.undoStack().count(), 0);
    QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
}

void DrawingToolsTest::repeatersAreInsertedLiveAndEscapeTakesThemBack()
{
    Canvas canvas;
    const Network before = canvas.network();
    {
        RepeaterPopover popover(canvas.session, canvas.east, nullptr);
        popover.setAttribute(Qt::WA_DeleteOnClose, false);
        popover.show();
        popover.findChild<QSpinBox*>()->setValue(3);
        QCOMPARE(canvas.network().sites.size(), before.sites.size() + 3);
        QCOMPARE(canvas.network().links.size(), before.links.size() + 3);
        QCOMPARE(canvas.session.undoStack().count(), 1);
        QTest::keyClick(&popover, Qt::Key_Escape);
    }
    QVERIFY(canvas.network() == before);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void DrawingToolsTest::contextMenuPlacesLinksAndChangesKind()
{
    Canvas canvas;
    const auto trigger = [](QMenu& menu, const QString& text) {
        for (QAction* action : menu.findChildren<QAction*>())
            if (action->text() == text) return action->trigger();
        QFAIL(qPrintable(text));
    };
    trigger(*makeCanvasMenu(canvas.view, {}, GeoPosition{47.0, 8.0}), QStringLiteral("Midpoint station"));
    QCOMPARE(roleOf(*canvas.network().sites.rows().back()), SiteRole::Midpoint);
    canvas.session.select(canvas.cologne);
    trigger(*makeCanvasMenu(canvas.view, canvas.cologne, {}), QStringLiteral("Junction"));
    QCOMPARE(roleOf(*canvas.network().sites.find(canvas.cologne)), SiteRole::Junction);
    trigger(*makeCanvasMenu(canvas.view, canvas.geneva, {}), QStringLiteral("Connect &to…"));
    QCOMPARE(canvas.view.toolKind(), ToolKind::Link);
    canvas.click(canvas.at(canvas.vienna));
    QCOMPARE(canvas.network().links.rows().back()->from, canvas.geneva);
}

BELLWEAVE_TEST(DrawingToolsTest)
#include "drawing_tools_test.moc"
