// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/ui/frame/window_fixture.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/design_page.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/workspaces.h"
#include "ui/plots/figures.h"
#include "ui/simulate/comparison_table.h"
#include "ui/simulate/setup_panel.h"
#include "ui/simulate/simulate_page.h"
#include "ui/simulate/simulated_plot.h"
#include "ui/simulate/simulation_controller.h"
#include "ui/simulate/trace_bar.h"
#include "ui/simulate/trace_overlay.h"
#include "ui/simulate/trace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::ui;
using State = SimulationController::State;

namespace {

constexpr int kPatience = 20'000;    // ms

} // namespace

class SimulatePageTest : public test::WindowFixture {
    Q_OBJECT

    Session& session() const { return m_window->session(); }
    DesignPage& design() const { return *m_window->findChild<DesignPage*>(); }
    SimulatePage& page() const { return *design().workspaces().simulatePage(); }
    void openNetwork(const Network& network) const
    {
        m_window->files().newDesign();
        session().open(network, QString());
    }
    bool simulate() const
    {
        trigger(ActionId::SimulateWorkspace);
        return QTest::qWaitFor([this] { return page().controller().state() == State::Done; }, kPatience);
    }

private Q_SLOTS:
    void init()
    {
        m_settings.clear();
        m_recovery = std::make_unique<QTemporaryDir>();
        openWindow({1400, 900});
    }
    void cleanup() { m_window.reset(); }

    void keysLeadToTheWorkspacesAndBack()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        QVERIFY(design().workspaces().isDesignShown());
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        QVERIFY(!design().workspaces().isDesignShown());
        QVERIFY(page().isVisible());
        QVERIFY(action(ActionId::SimulateWorkspace).isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(design().workspaces().isDesignShown());
        QVERIFY(action(ActionId::DesignWorkspace).isChecked());
        QVERIFY(!page().isVisible());
    }

    void simulatedAndAnalyticNumbersStandSideBySide()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        QVERIFY(simulate());
        const ComparisonTable& table = page().table();
        QCOMPARE(table.topLevelItemCount(), 1);
        const QTreeWidgetItem* top = table.topLevelItem(0);
        QCOMPARE(top->childCount(), 4);
        QVERIFY(top->child(3)->isHidden());    // there are no requests
        const auto& row = page().controller().result()->demands.front();
        QCOMPARE(top->child(0)->text(ComparisonTable::Simulated), figures::estimateText(row.rate.mean, row.rate.standardError));
        QCOMPARE(top->child(0)->text(ComparisonTable::Analytic), figures::figureText(row.analyticRate, 5));
        QCOMPARE(top->child(1)->text(ComparisonTable::Analytic), figures::figureText(row.analyticFidelity, 5));
        QVERIFY(!page().series().accessibleDescription().isEmpty());
        QVERIFY(page().traceView().shown().second > 1);
    }

    void aNumberOffByMoreThanFourErrorsIsMarkedAndTheReasonIsGiven()
    {
        engine::SimulatedDemand row;
        row.id = DemandId(1);
        row.rate = {100.0, 1.0, 64};
        row.fidelity.estimate = {0.9, 0.001, 64};
        row.analyticRate = 104.1;
        row.analyticFidelity = 0.9039;
        row.whyUnlike = QStringLiteral("The others ask too.");
        openNetwork(test::aChain(2));
        ComparisonTable table(session());
        auto result = std::make_shared<engine::SimulationResult>();
        result->demands = {row};
        table.show(result);
        QVERIFY(differs(row));
        const QTreeWidgetItem* top = table.topLevelItem(0);
        QCOMPARE(top->child(0)->text(ComparisonTable::Simulated), QStringLiteral("100.0 ± 1.0"));
        QVERIFY(top->child(0)->font(ComparisonTable::Off).weight() >= QFont::DemiBold);
        QVERIFY(top->child(1)->font(ComparisonTable::Off).weight() < QFont::DemiBold);    // 3.9 errors
        QCOMPARE(top->toolTip(ComparisonTable::Name), row.whyUnlike);
        row.analyticRate = 103.9;
        QVERIFY(!differs(row));
    }

    void aDemandWithoutRouteSaysWhyInsteadOfNumbers()
    {
        Network network = test::aChain(2).measured(0.2, 0.95);
        applyPatch(network, removeElements(network, {.links = {LinkId(2)}}));
        openNetwork(network);
        QVERIFY(simulate());
        const auto& row = page().controller().result()->demands.front();
        QVERIFY(!row.reason.isEmpty());
        QVERIFY(page().table().topLevelItem(0)->child(0)->isHidden());
        QCOMPARE(page().table().topLevelItem(0)->toolTip(ComparisonTable::Name), row.reason);
    }

    void anEmptyDesignSaysWhatIsMissing()
    {
        m_window->files().newDesign();
        trigger(ActionId::SimulateWorkspace);
        QVERIFY(!page().setupPanel().runButton().isEnabled());
        const auto labels = page().setupPanel().findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(QStringLiteral("Add a demand")); }));
    }

    void nonsenseInTheSetupIsRefusedWithASentenceAndTheFieldGoesBack()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        trigger(ActionId::SimulateWorkspace);
        QSignalSpy said(&session(), &Session::noticed);
        QLineEdit& duration = page().setupPanel().durationField();
        for (const char* nonsense : {"soon", "-3 s", "0 s", "5 km", "1e9 s"}) {
            said.clear();
            duration.setText(QString::fromLatin1(nonsense));
            Q_EMIT duration.editingFinished();
            QCOMPARE(said.size(), 1);
            QVERIFY2(said[0][0].toString().startsWith(QString::fromLatin1(nonsense)), qPrintable(said[0][0].toString()));
            QVERIFY(duration.text().isEmpty());
            QVERIFY(!page().controller().setup().duration);
        }
        duration.setText(QStringLiteral("20 ms"));
        Q_EMIT duration.editingFinished();
        QCOMPARE(page().controller().setup().duration->si(), 0.02);
    }

    void theSeedBelongsToTheDesignAndCanBeUndone()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        trigger(ActionId::SimulateWorkspace);
        const auto before = session().network().general().settings.seed;
        QLineEdit* seed = &page().setupPanel().seedField();
        seed->setText(QStringLiteral("77"));
        Q_EMIT seed->editingFinished();
        QCOMPARE(session().network().general().settings.seed, std::uint64_t(77));
        session().undoStack().undo();
        QCOMPARE(session().network().general().settings.seed, before);
        QCOMPARE(seed->text(), QString::number(before));
    }

    void theMapShowsPairsAsTimeGoesOn()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        QVERIFY(simulate());
        const auto& halves = page().player().story()->halves();
        const auto longest = std::max_element(halves.begin(), halves.end(), [](const auto& a, const auto& b) { return a.until - a.from < b.until - b.from; });
        page().player().setTime(longest->from + (longest->until - longest->from) / 2);
        QTRY_VERIFY(page().overlay().shownPairs() > 0);
    }

    void whatDoesNotWorkIsCrossedOutOnTheMap()
    {
        Network network = test::aChain(2).measured(0.2, 0.95);
        Site repeater = *network.sites.find(SiteId(2));
        repeater.reliability.meanUptime = 100_ms;
        repeater.reliability.meanRepair = 50_ms;
        network.sites.put(repeater);
        openNetwork(network);
        QVERIFY(simulate());
        const auto& records = page().player().run()->records;
        const auto outage = std::find_if(records.begin(), records.end(), [](const auto& row) { return row.kind == engine::TraceRecord::Kind::Outage; });
        QVERIFY(outage != records.end());
        page().player().setTime((outage->from + outage->until) / 2);
        QTRY_COMPARE(page().overlay().shownOutages(), 1);
        page().player().setTime(outage->until);
        QTRY_COMPARE(page().overlay().shownOutages(), 0);
    }

    void theTraceIsWrittenAsTableAndForViewers()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        QVERIFY(simulate());
        const QTemporaryDir folder;
        m_prompter.saveAnswer = folder.filePath(QStringLiteral("run.csv"));
        Q_EMIT page().exportWanted(QStringLiteral("csv"));
        QFile table(m_prompter.saveAnswer);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().count('\n') > 100);
        m_prompter.saveAnswer = folder.filePath(QStringLiteral("run"));
        Q_EMIT page().exportWanted(QStringLiteral("json"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("run.json"))));
        m_prompter.saveAnswer = folder.filePath(QStringLiteral("no/such/folder.csv"));
        Q_EMIT page().exportWanted(QStringLiteral("csv"));
        QCOMPARE(m_prompter.complaints.size(), 1);
    }

    void actionsOfTheMapActOnTheMapThatIsSeen()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        trigger(ActionId::SimulateWorkspace);
        NetworkView& map = page().view();
        QCOMPARE(&design().workspaces().map(), &map);
        const double hidden = design().view().camera().scale, before = map.camera().scale;
        trigger(ActionId::ZoomIn);
        QTRY_VERIFY(map.camera().scale != before);
        QCOMPARE(design().view().camera().scale, hidden);
        trigger(ActionId::Mercator);
        QCOMPARE(map.projection(), ProjectionKind::Mercator);
        trigger(ActionId::Equirectangular);
        QCOMPARE(map.projection(), ProjectionKind::Equirectangular);
        trigger(ActionId::SiteTool);
        QVERIFY(design().workspaces().isDesignShown());
    }

    void panelsOfTheDesignBringTheDesignBack()
    {
        openNetwork(test::aChain(2).measured(0.2, 0.95));
        for (const ActionId id : {ActionId::ResultsDock, ActionId::Problems, ActionId::ShowLibrary, ActionId::Advice}) {
            trigger(ActionId::SimulateWorkspace);
            QVERIFY(!design().workspaces().isDesignShown());
            trigger(id);
            QVERIFY(design().workspaces().isDesignShown());
        }
        trigger(ActionId::SimulateWorkspace);
        trigger(ActionId::LeftDock);
        QVERIFY(design().leftDock().isBesideMap());
    }

    /// Table and plots go to the clipboard as tables with tabs.
    void numbersAreCopied()
    {
        openNetwork(test::aChain(2).measured(0.3, 0.95));
        QVERIFY(simulate());
        auto* table = page().findChild<ComparisonTable*>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 4 && lines.first().contains(QStringLiteral("Simulated")));
        for (const QString& line : lines) QCOMPARE(line.count(u'\t'), 4);
        for (auto* plot : page().findChildren<SimulatedPlot*>()) {
            QTest::keyClick(plot, Qt::Key_C, Qt::ControlModifier);
            const QStringList rows = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
            QVERIFY2(rows.size() > 2 && rows.first().startsWith(QStringLiteral("from_s\tuntil_s")), qPrintable(rows.value(0)));
            for (const QString& row : rows) QCOMPARE(row.count(u'\t'), rows.first().count(u'\t'));
        }
    }

    void playingHasAPace()
    {
        openNetwork(test::aChain(2).measured(0.3, 0.95));
        QVERIFY(simulate());
        auto* bar = page().findChild<TraceBar*>();
        QAction* fast = bar->paceButton().menu()->actions().last();
        fast->trigger();
        QCOMPARE(page().player().pace(), 10.0);
        QCOMPARE(bar->paceButton().text(), fast->text());
    }
};

BELLWEAVE_TEST(SimulatePageTest)
#include "simulate_page_test.moc"
