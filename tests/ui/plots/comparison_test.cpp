// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "model/format/project_file.h"
#include "model/network/element_name.h"
#include "tests/support/test_program.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/plots/design_comparison.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_row.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/results_dock.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QWindow>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

/// A demand that satellites serve for a while.
void giveCourse(engine::DemandResult& demand, double rate)
{
    auto course = std::make_shared<engine::DemandCourse>();
    course->span = Duration::fromSi(7200.0);
    course->points = {{Duration(), Duration::fromSi(3600.0), Rate::fromSi(rate), 0.9, {}, 0.6}, {Duration::fromSi(3600.0), Duration::fromSi(7200.0), {}, 0.0, {}, 1.0}};
    demand.course = course;
}

engine::Evaluation evaluationWithCourse()
{
    engine::Evaluation evaluation = test::handMadeEvaluation();
    engine::DemandResult demand = *evaluation.demands.rows().front();
    giveCourse(demand, 5.0);
    evaluation.demands.put(demand);
    return evaluation;
}

/// Another design of the same places whose numbers are all a bit better, under ids of its own.
std::shared_ptr<const PlotComparison> betterDesign(const QString& name)
{
    auto evaluation = std::make_shared<engine::Evaluation>(test::handMadeEvaluation());
    engine::DemandResult demand = *evaluation->demands.rows().front();
    demand.fidelity = 0.931;
    demand.plan.back().fidelity = 0.931;
    demand.errors[0].infidelity = 0.003;
    demand.along[2].fidelityBefore = demand.along[2].fidelityAfter = 0.931;
    demand.delivery[1].time = Duration::fromSi(0.2);
    giveCourse(demand, 8.0);
    evaluation->demands.put(demand);
    engine::LinkResult link = *evaluation->links.find(LinkId(2));
    link.budget[0].loss = 10_dB;
    evaluation->links.put(link);
    evaluation->cost.parts[1].capex = Money::fromSi(2.4e6);
    return std::make_shared<const PlotComparison>(PlotComparison{name, std::make_shared<const Network>(test::handMadeNetwork()), evaluation});
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

    Network m_network = test::handMadeNetwork();
    engine::Evaluation m_evaluation = evaluationWithCourse();
    std::shared_ptr<const PlotComparison> m_better = betterDesign(QStringLiteral("with the fix"));
    QTemporaryDir m_folder;

    PlotContext compared() const { return {m_network, m_evaluation, defaultDemand(m_evaluation), m_better.get()}; }
    std::unique_ptr<PlotView> shown(std::unique_ptr<Plot> plot) const
    {
        auto view = std::make_unique<PlotView>(std::move(plot));
        view->resize(330, 210);
        view->show(std::make_shared<const Network>(m_network), std::make_shared<const engine::Evaluation>(m_evaluation), DemandId(1));
        view->QWidget::show();
        return view;
    }
    static PlotView* plotIn(const PlotRow& row, const QString& id)
    {
        const auto& plots = row.plots();
        return *std::find_if(plots.begin(), plots.end(), [&](const PlotView* view) { return view->plot().id() == id; });
    }
    /// A design in a file whose only demand joins other places, named as given.
    QString otherFile(const QString& name)
    {
        Network other = test::aChain(1).spaced(50_km).wanting(0.8, 1_Hz);
        General general = other.general();
        general.name = name;
        other.setGeneral(general);
        Site end = *other.sites.rows().back();
        end.name = QStringLiteral("Elsewhere");
        other.sites.put(end);
        const QString path = m_folder.filePath(QStringLiteral("other.bellweave"));
        const auto written = writeProject(path, other);
        return written ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        applyTheme(ThemeChoice::Light);
    }

    void demandBetweenTheSamePlacesIsTheSameWhateverItsId()
    {
        Network other = m_network;
        Demand demand = *other.demands.rows().front();
        other.demands.erase(demand.id);
        demand.id = DemandId(7);
        demand.key = QStringLiteral("other-key");
        std::swap(demand.from, demand.to);
        other.demands.put(demand);
        engine::Evaluation numbers;
        engine::DemandResult result = *m_evaluation.demands.rows().front();
        result.id = DemandId(7);
        numbers.demands.put(result);
        const PlotComparison comparison{QStringLiteral("other"), std::make_shared<const Network>(other), std::make_shared<const engine::Evaluation>(numbers)};
        PlotContext context = compared();
        context.comparison = &comparison;
        QCOMPARE(comparedContext(context)->demand->id, DemandId(7));
        QCOMPARE(comparedName(context), QStringLiteral("other"));
    }

    void designOfOtherPlacesShowsItsWorstDemandByName()
    {
        Network other = m_network;
        Site end = *other.sites.find(SiteId(3));
        end.name = QStringLiteral("Elsewhere");
        other.sites.put(end);
        const PlotComparison comparison{QStringLiteral("other"), std::make_shared<const Network>(other), m_better->evaluation};
        PlotContext context = compared();
        context.comparison = &comparison;
        QCOMPARE(comparedContext(context)->demand->id, DemandId(1));
        QVERIFY2(comparedName(context).contains(QStringLiteral("Elsewhere")), qPrintable(comparedName(context)));
    }

    void everyPlotDrawsTheOtherDesign_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : plotIds()) QTest::newRow(qPrintable(id)) << id;
    }
    void everyPlotDrawsTheOtherDesign()
    {
        QFETCH(QString, id);
        const auto plot = makePlot(id);
        PlotContext same = compared();
        const PlotComparison itself{m_better->name, m_better->network, std::make_shared<const engine::Evaluation>(m_evaluation)};
        same.comparison = &itself;
        const auto picture = [&](const PlotContext& context) { return plotImage(*plot, context, lightTheme(), QSize(420, 260), 1.0); };
        PlotContext alone = compared();
        alone.comparison = nullptr;
        QVERIFY(picture(alone) != picture(same));        // its name stands in the plot
        static const QStringList ofTheDesignAlone{QStringLiteral("rate-against-distance"), QStringLiteral("fidelity-distribution"),
                                                  QStringLiteral("distillation-gain")};
        if (!ofTheDesignAlone.contains(id)) QVERIFY(picture(compared()) != picture(same));    // both designs are the same
    }

    void tableHoldsBothDesigns()
    {
        const PlotData data = comparedData(*makeRouteFidelityPlot(), compared());
        QCOMPARE(data.columns.front(), QStringLiteral("Design"));
        QCOMPARE(data.rows.size(), std::size_t(6));
        QCOMPARE(std::get<QString>(data.rows[2][0]), QStringLiteral("this design"));
        QCOMPARE(std::get<double>(data.rows[2][4]), 0.874);
        QCOMPARE(std::get<QString>(data.rows[5][0]), QStringLiteral("with the fix"));
        QCOMPARE(std::get<double>(data.rows[5][4]), 0.931);
    }

    void readoutHoldsBothDesigns()
    {
        const auto view = shown(makeRouteFidelityPlot());
        view->compareWith(m_better);
        for (int stop = 0; stop < 3; ++stop) QTest::keyClick(view.get(), Qt::Key_Right);
        QVERIFY2(view->readout().contains(QStringLiteral("F after the swap: 0.874, not met")), qPrintable(view->readout()));
        QVERIFY2(view->readout().contains(QStringLiteral("with the fix: 0.931, met")), qPrintable(view->readout()));
    }

    void menuOpensOverThePlotAndEndsTheComparison()
    {
        const auto view = shown(makeErrorBudgetPlot());
        view->compareWith(m_better);
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        QSignalSpy ended(view.get(), &PlotView::comparisonEnded);
        QStringList entries;
        QTimer::singleShot(0, view.get(), [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            for (const QAction* action : menu->actions()) entries += action->text().remove(u'&');
            QTest::keyClick(menu, Qt::Key_E);
            if (QApplication::activePopupWidget()) menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(100, 100), view->mapToGlobal(QPoint(100, 100)));
        QApplication::sendEvent(view->childAt(100, 100), &event);
        QVERIFY2(entries.contains(QStringLiteral("Compare with")), qPrintable(entries.join(u',')));
        QCOMPARE(ended.size(), 1);
    }

    void anotherFileIsReadAndEvaluatedBehind()
    {
        Session session;
        session.open(m_network, {});
        ResultsDock dock(session);
        const QString path = otherFile(QStringLiteral("Two far away"));
        QVERIFY(!path.isEmpty());
        Q_EMIT dock.plots().front()->comparisonWanted(path);
        QVERIFY(!dock.comparison().current());
        QTRY_VERIFY(dock.comparison().current());
        QCOMPARE(dock.comparison().current()->name, QStringLiteral("Two far away"));
        QCOMPARE(dock.comparison().current()->evaluation->demands.size(), std::size_t(1));
        for (const PlotView* view : dock.plots()) QVERIFY(view->isCompared());
        Q_EMIT dock.plots().back()->comparisonEnded();
        for (const PlotView* view : dock.plots()) QVERIFY(!view->isCompared());
    }

    void fileThatCannotBeReadSaysWhy()
    {
        Session session;
        ResultsDock dock(session);
        QSignalSpy said(&session, &Session::noticed);
        Q_EMIT dock.plots().front()->comparisonWanted(m_folder.filePath(QStringLiteral("missing.bellweave")));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("missing.bellweave")));
        QVERIFY(!dock.comparison().current());
    }

    void plotsOfTheRowAreChosenAndRemembered()
    {
        QSettings().clear();
        const auto ids = [](const PlotRow& row) {
            QStringList all;
            for (const PlotView* view : row.shownPlots()) all += view->plot().id();
            return all;
        };
        Session session;
        PlotRow row(session);
        QCOMPARE(ids(row), plotIds().mid(0, 4));
        row.choose(3, QStringLiteral("link-loss"));
        row.choose(0, QStringLiteral("fidelity-along-route"));    // stood at the second place
        const QStringList chosen{QStringLiteral("fidelity-along-route"), QStringLiteral("error-budget"), QStringLiteral("rate-against-fidelity"), QStringLiteral("link-loss")};
        QCOMPARE(ids(row), chosen);
        QCOMPARE(ids(PlotRow(session)), chosen);
        QSettings().setValue(QStringLiteral("plots/shown"), QStringList{QStringLiteral("gone"), QStringLiteral("cost-by-part")});
        QCOMPARE(ids(PlotRow(session)), (QStringList{QStringLiteral("error-budget"), QStringLiteral("cost-by-part"), QStringLiteral("rate-against-fidelity"), QStringLiteral("time-to-one-ebit")}));
    }

    void titleMenuChangesThePlot()
    {
        QSettings().clear();
        Session session;
        session.open(m_network, {});
        ResultsDock dock(session);
        dock.resize(1400, 242);
        dock.show();
        auto* row = dock.findChild<PlotRow*>();
        auto* button = row->shownPlots()[1]->findChild<QToolButton*>();
        QVERIFY(button->height() >= 24 && button->width() >= 24);
        QVERIFY(!button->accessibleName().isEmpty());
        QTimer player;
        connect(&player, &QTimer::timeout, this, [&player] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            player.stop();
            menu->setActiveAction(menu->actions().last());
            QTest::keyClick(menu, Qt::Key_Return);
            if (menu->isVisible()) menu->close();
        });
        player.start(10);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(row->shownPlots()[1]->plot().id(), QStringLiteral("sweep"));
        QVERIFY(row->shownPlots()[1]->isVisible());
        QTRY_VERIFY(!row->shownPlots()[1]->data().rows.empty() || !session.evaluation());    // a sweep takes its time
    }

    void tabWalksFromPlotToPlotOverTheirTitleButtons()
    {
        QSettings().clear();
        Session session;
        PlotRow row(session);
        row.resize(1400, 220);
        row.QWidget::show();
        row.activateWindow();
        QTRY_VERIFY(row.isActiveWindow());
        row.choose(0, QStringLiteral("cost-by-part"));
        row.choose(2, QStringLiteral("fidelity-along-route"));
        row.shownPlots().front()->setFocus(Qt::TabFocusReason);
        for (PlotView* view : row.shownPlots()) {
            QCOMPARE(QApplication::focusWidget(), view);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), view->findChild<QToolButton*>());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
    }

    void plotsOutsideTheRowHaveTheirNumbersAndAreDrawnWhenChosen()
    {
        QSettings().clear();
        Session session;
        session.open(test::aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.6, 1_Hz), {});
        QTRY_VERIFY(session.evaluation());
        PlotRow row(session);
        row.resize(1400, 220);
        row.QWidget::show();
        row.PlotRow::show(DemandId(1));
        PlotView* hidden = plotIn(row, QStringLiteral("link-loss"));
        QVERIFY(!hidden->isVisible());
        QCOMPARE(hidden->data().rows.size(), std::size_t(7));
        QVERIFY(hidden->points().empty());
        hidden->copyImage();
        QVERIFY(QApplication::clipboard()->image().width() >= 2 * hidden->sizeHint().width());
        row.choose(2, hidden->plot().id());
        QVERIFY(hidden->isVisible());
        QTRY_COMPARE(hidden->points().size(), std::size_t(5));
    }

    void slowCurvesOfAPlotThatIsNotSeenReachItsTable()
    {
        QSettings().clear();
        Session session;
        session.open(test::aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.6, 1_Hz), {});
        QTRY_VERIFY(session.evaluation());
        PlotRow row(session);
        row.show(DemandId(1));
        PlotView* hidden = plotIn(row, QStringLiteral("rate-against-distance"));
        QSignalSpy changed(&row, &PlotRow::changed);
        QSignalSpy completed(hidden, &PlotView::dataCompleted);
        QVERIFY(hidden->data().rows.empty());
        QTRY_VERIFY(!completed.empty());
        QVERIFY(!changed.empty());
        QVERIFY(hidden->data().rows.size() > 10);
    }

    void selectedLinkIsTheOneWhoseLossIsShown()
    {
        PlotContext context = compared();
        const auto plot = makePlot(QStringLiteral("link-loss"));
        QVERIFY2(plot->subtitle(context).contains(elementName(m_network, LinkId(2))), qPrintable(plot->subtitle(context)));    // the slower
        context.link = LinkId(1);
        QVERIFY(plot->subtitle(context).contains(elementName(m_network, LinkId(1))));
        QCOMPARE(comparedContext(context)->link, LinkId(1));
        const PlotData data = plot->data(context);
        QCOMPARE(std::get<double>(data.rows[2][1]), 21.0);
        QVERIFY(std::abs(std::get<double>(data.rows[3][1]) - 30.0) < 1e-9);    // one pair in a thousand attempts
    }

    void timesToOneEbitAreReadOffTheDistribution()
    {
        const auto plot = makePlot(QStringLiteral("time-to-one-ebit"));
        const PlotData data = plot->data(compared());
        const auto half = std::find_if(data.rows.begin(), data.rows.end(), [](const auto& row) { return std::abs(std::get<double>(row[0]) - 50.0) < 1e-9; });
        QVERIFY(half != data.rows.end());
        QVERIFY(std::abs(std::get<double>((*half)[1]) - 0.333) < 1e-9);
    }

    void rateAgainstFidelityMarksWhatMeetsTheDemand()
    {
        const PlotData data = makePlot(QStringLiteral("rate-against-fidelity"))->data(compared());
        QVERIFY(!data.rows.empty());
        for (const auto& row : data.rows)
            QCOMPARE(std::get<QString>(row[2]), std::get<double>(row[0]) >= 0.9 && std::get<double>(row[1]) >= 2.0 ? QStringLiteral("yes") : QStringLiteral("no"));
    }

    void newDesignEndsTheComparison()
    {
        Session session;
        ResultsDock dock(session);
        dock.comparison().set(m_better);
        QVERIFY(dock.plots().front()->isCompared());
        session.open(m_network, {});
        QVERIFY(!dock.plots().front()->isCompared());
    }
};

BELLWEAVE_TEST(ComparisonTest)
#include "comparison_test.moc"
