// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_overlay.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace bellweave;
using namespace bellweave::ui;

class PlotViewTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Network> m_network = std::make_shared<const Network>(test::handMadeNetwork());
    std::shared_ptr<const engine::Evaluation> m_evaluation = std::make_shared<const engine::Evaluation>(test::handMadeEvaluation());
    QTemporaryDir m_settings;
    std::unique_ptr<PlotView> m_view;

    /// The chain's stations stand at 0, 100 and 200 km.
    void open(std::unique_ptr<Plot> plot)
    {
        m_view = std::make_unique<PlotView>(std::move(plot));
        m_view->resize(420, 240);
        m_view->show(m_network, m_evaluation, DemandId(1));
        m_view->QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTest::qWait(20);    // the queued drawing
    }
    QWidget* canvas() const { return m_view->childAt(200, 120); }
    void drag(QPoint from, QPoint to) const
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, at, canvas()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(canvas(), &move);
        }
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
        QTest::qWait(20);
    }
    void wheel(QPoint at, Qt::KeyboardModifiers modifiers) const
    {
        QWheelEvent event(at, canvas()->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas(), &event);
        QTest::qWait(20);
    }
    /// Where the stations are drawn, px; what zooming along x moves.
    double xOf(int point) const { return m_view->pointPosition(point).x(); }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        applyTheme(ThemeChoice::Light);
    }
    void init() { QSettings().clear(); }
    void cleanup() { m_view.reset(); }

    void hoveringReadsAllSeriesAndLeavingEndsIt()
    {
        open(makeRouteFidelityPlot());
        QTest::mouseMove(canvas(), QPointF(xOf(2) + 4, 120).toPoint());
        QTRY_VERIFY2(m_view->readout().startsWith(QStringLiteral("Repeater 2, 100 km")), qPrintable(m_view->readout()));
        QCOMPARE(m_view->readout().count(u'\n'), 2);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(canvas(), &leave);
        QVERIFY(m_view->readout().isEmpty());
    }

    void clickPinsUpToFourAndEscapeClears()
    {
        open(makeRouteFidelityPlot());
        for (int click = 0; click < 5; ++click) QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(int(xOf(click % 3 * 2)) + 2, 75 - 3 * click));
        QCOMPARE(m_view->pins().size(), 4);
        QVERIFY2(m_view->pins().front().startsWith(QStringLiteral("Repeater 2")), qPrintable(m_view->pins().join(u'|')));    // the first, of the start, has gone
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->pins().isEmpty());
    }

    void cardsKeepClearOfEachOther()
    {
        open(makeRouteFidelityPlot());
        const auto* overlay = m_view->findChild<PlotOverlay*>();
        const auto verifyClear = [&](std::size_t count) {
            const std::vector<QRectF> boxes = overlay->boxes();
            QCOMPARE(boxes.size(), count);
            for (std::size_t at = 0; at < boxes.size(); ++at) {
                QVERIFY(QRectF(overlay->rect()).contains(boxes[at]));
                for (std::size_t other = at + 1; other < boxes.size(); ++other) QVERIFY(!boxes[at].intersects(boxes[other]));
            }
        };
        for (int click = 1; click <= 3; ++click) {    // all of one station, one above the other
            QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(int(xOf(2)), 60 + 4 * click));
            QCOMPARE(m_view->pins().size(), click);
            verifyClear(static_cast<std::size_t>(click));
        }
        const QPointF first = overlay->boxes()[0].topLeft();
        m_view->readAt(QPointF(xOf(2), 66));
        verifyClear(4);
        QCOMPARE(overlay->boxes()[0].topLeft(), first);    // who came first stays
    }

    void aDraggedCardStaysWhereItWasPutAndOthersGiveWay()
    {
        open(makeRouteFidelityPlot());
        const auto* overlay = m_view->findChild<PlotOverlay*>();
        for (const int point : {0, 4}) QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(int(xOf(point)), 75));
        const QPointF start = overlay->boxes()[1].center(), target = overlay->boxes()[0].center();
        drag(start.toPoint(), target.toPoint());
        QVERIFY(QLineF(overlay->boxes()[1].center(), target).length() < 30.0);
        QVERIFY(!overlay->boxes()[0].intersects(overlay->boxes()[1]));
    }

    void escapeClearsThePinsOfThePlotThatWasClicked()
    {
        open(makeRouteFidelityPlot());
        m_view->activateWindow();
        QTRY_VERIFY(m_view->isActiveWindow());
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(int(xOf(2)), 75));
        QCOMPARE(m_view->pins().size(), 1);
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(m_view->pins().isEmpty());
    }

    void draggingAPinMovesItsBoxAndZoomsNothing()
    {
        open(makeRouteFidelityPlot());
        const QPoint at(int(xOf(0)), 70);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
        const QImage before = m_view->grab().toImage();
        drag(at + QPoint(30, 25), at + QPoint(110, 60));
        QCOMPARE(m_view->pins().size(), 1);
        QVERIFY(!m_view->isZoomed());
        QVERIFY(m_view->grab().toImage() != before);
    }

    void pinFollowsTheNumbers()
    {
        open(makeRouteFidelityPlot());
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(int(xOf(2)), 70));
        QVERIFY(m_view->pins().front().contains(QStringLiteral("0.930")));
        engine::Evaluation better = *m_evaluation;
        engine::DemandResult demand = *better.demands.rows().front();
        demand.along[1].fidelityAfter = 0.951;
        better.demands.put(demand);
        m_view->show(m_network, std::make_shared<const engine::Evaluation>(better), DemandId(1));
        QTRY_VERIFY2(m_view->pins().front().contains(QStringLiteral("0.951")), qPrintable(m_view->pins().front()));
    }

    void dragZoomsTheBoxAndDoubleClickResetsWithoutPinning()
    {
        open(makeRouteFidelityPlot());
        const double first = xOf(0), last = xOf(4);
        drag(QPoint(int(first) + 40, 60), QPoint(int(last) - 40, 140));
        QVERIFY(m_view->isZoomed());
        QVERIFY(xOf(0) < first - 10 && xOf(4) > last + 10);
        QVERIFY(m_view->pins().isEmpty());
        const QPoint middle(int(0.5 * (first + last)), 100);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle);
        QTest::mouseDClick(canvas(), Qt::LeftButton, {}, middle);
        QVERIFY(!m_view->isZoomed());
        QVERIFY(m_view->pins().isEmpty());
        QTRY_COMPARE(xOf(0), first);
    }

    void wheelZoomsXAndWithShiftY()
    {
        open(makeRouteFidelityPlot());
        const auto* plot = m_view->findChild<QCustomPlot*>();
        const QCPRange x = plot->xAxis->range(), y = plot->yAxis->range();
        wheel(QPoint(int(xOf(4)) - 20, 100), Qt::ShiftModifier);
        QVERIFY(m_view->isZoomed());
        QVERIFY(plot->yAxis->range().size() < y.size());
        QVERIFY(plot->xAxis->range() == x);
        const QCPRange zoomed = plot->yAxis->range();
        wheel(QPoint(int(xOf(4)) - 20, 100), Qt::NoModifier);
        QVERIFY(plot->xAxis->range().size() < x.size());
        QVERIFY(plot->yAxis->range() == zoomed);
    }

    void rightButtonDrawsNoBox()
    {
        open(makeRouteFidelityPlot());
        QTest::mousePress(canvas(), Qt::RightButton, {}, QPoint(100, 60));
        QTest::mouseRelease(canvas(), Qt::RightButton, {}, QPoint(220, 150));
        QVERIFY(!m_view->isZoomed());
        QVERIFY(m_view->pins().isEmpty());
    }

    void arrowsWalkOverPlacesAndSeries()
    {
        open(makeRouteFidelityPlot());
        const auto spoken = [&](Qt::Key key) {
            QTest::keyClick(m_view.get(), key);
            return m_view->accessibleDescription();
        };
        QVERIFY(spoken(Qt::Key_Right).contains(QStringLiteral(", 0 km, F after the hop, 1.0000, requirement met")));
        QCOMPARE(spoken(Qt::Key_End), QStringLiteral("Processor 3, 200 km, F after the hop, 0.874, requirement not met"));
        QCOMPARE(spoken(Qt::Key_Down), QStringLiteral("Processor 3, 200 km, F after the swap, 0.874, requirement not met"));
        QCOMPARE(spoken(Qt::Key_Left), QStringLiteral("Repeater 2, 100 km, F after the swap, 0.930, requirement met"));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_view->pins().size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_view->currentPoint(), -1);
    }

    void assistiveTechnologySeesEveryValue()
    {
        open(makeRouteFidelityPlot());
        m_view->activateWindow();
        m_view->setFocus();
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->childCount(), 6);
        QCOMPARE(chart->child(3)->text(QAccessible::Name), QStringLiteral("Repeater 2, 100 km, F after the swap, 0.930, requirement met"));
        QCOMPARE(chart->indexOfChild(chart->child(3)), 3);
        QVERIFY(chart->child(3)->rect().contains(m_view->mapToGlobal(m_view->pointPosition(3).toPoint())));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTRY_VERIFY(m_view->hasFocus());
        QCOMPARE(chart->focusChild(), chart->child(0));
    }

    void keyboardFocusHasARingAndMouseFocusHasNone()
    {
        open(makeErrorBudgetPlot());
        m_view->activateWindow();
        QTRY_VERIFY(m_view->isActiveWindow());
        m_view->clearFocus();
        const auto edge = [&] { return m_view->grab().toImage().pixelColor(m_view->width() / 2, 2); };
        QVERIFY(edge() != theme().accent);
        m_view->setFocus(Qt::TabFocusReason);
        QCOMPARE(edge(), theme().accent);
        m_view->clearFocus();
        m_view->setFocus(Qt::MouseFocusReason);
        QVERIFY(edge() != theme().accent);
    }

    void rowsOfAPaintedPlotAreReadToo()
    {
        open(makeErrorBudgetPlot());
        QCOMPARE(QAccessible::queryAccessibleInterface(m_view.get())->childCount(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY2(m_view->accessibleDescription().startsWith(QStringLiteral("Link generation: ")), qPrintable(m_view->accessibleDescription()));
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->pins().size(), 1);
    }

    void scaleIsChosenInTheMenuAndRemembered()
    {
        open(makeRateDistancePlot());
        QVERIFY(m_view->isLogarithmic(Qt::Vertical));
        QMenu menu;
        fillPlotMenu(menu, *m_view, {});
        const auto actions = menu.actions();
        const auto vertical = std::find_if(actions.begin(), actions.end(), [](QAction* a) { return a->text().contains(QStringLiteral("rate, ebit/s")); });
        QVERIFY(vertical != actions.end() && (*vertical)->isChecked());
        (*vertical)->trigger();
        QVERIFY(!m_view->isLogarithmic(Qt::Vertical));
        open(makeRateDistancePlot());
        QVERIFY(!m_view->isLogarithmic(Qt::Vertical));
    }

    void logarithmicAxisHoldsEveryValueAboveZero()
    {
        open(makeRouteFidelityPlot());
        m_view->setLogarithmic(Qt::Horizontal, true);
        QVERIFY(m_view->isLogarithmic(Qt::Horizontal));
        QTest::qWait(20);
        QVERIFY(xOf(2) > 0.0 && xOf(2) < xOf(4) && xOf(4) < m_view->width());
    }

    void menuHasNoScaleForPaintedPlots()
    {
        open(makeErrorBudgetPlot());
        QMenu menu;
        fillPlotMenu(menu, *m_view, QPointF(60, 90));
        for (const QAction* action : menu.actions()) QVERIFY(!action->isCheckable());
        QVERIFY(menu.actions().front()->isEnabled());
        menu.actions().front()->trigger();
        QCOMPARE(m_view->pins().size(), 1);
    }

    void copiesAsImageAndAsText()
    {
        open(makeRouteFidelityPlot());
        m_view->copyImage();
        QCOMPARE(QApplication::clipboard()->image().size(), m_view->size() * 2);
        m_view->copyData();
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 4);
    }

    void filesNameTheDesign()
    {
        const QString path = m_settings.filePath(QStringLiteral("plot.png"));
        const PlotContext context{*m_network, *m_evaluation, defaultDemand(*m_evaluation)};
        QVERIFY(writePlot(*makeErrorBudgetPlot(), context, path, QSize(300, 200)).has_value());
        QVERIFY(QImage(path).text(QStringLiteral("Description")).contains(QRegularExpression(QStringLiteral("[0-9a-f]{16}"))));
    }
};

BELLWEAVE_TEST(PlotViewTest)
#include "plot_view_test.moc"
