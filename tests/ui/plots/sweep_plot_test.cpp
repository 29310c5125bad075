// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "model/edit/edits.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/command/command_sources.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_row.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/results_dock.h"
#include "ui/plots/stacked_axes.h"
#include "ui/plots/sweep_dialog.h"
#include "ui/plots/sweep_panes.h"
#include "ui/plots/sweep_plot.h"
#include "ui/session/session.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;

class SweepPlotTest : public QObject {
    Q_OBJECT

    test::TestSettings m_settings;
    const QString m_path = QStringLiteral("repeater/memory/t2_s");
    const Network m_network = test::aChain(2).spaced(30_km).withMemory(1_s).wanting(0.6, Rate::fromSi(1e-3));
    const engine::Evaluation m_evaluation = engine::evaluate(m_network);

    PlotContext context() const { return {m_network, m_evaluation, defaultDemand(m_evaluation)}; }
    SweepInput input() const { return sweepInputOf(m_network, SiteId(2), m_path); }
    SweptField field(const SweepInput& input) const { return *sweptField(m_network, m_evaluation, input); }
    SweepRange usual(const ElementRef& element, const QString& path) const { return usualRange(field(sweepInputOf(m_network, element, path))); }
    static double number(const PlotData& data, std::size_t row, std::size_t column) { return std::get<double>(data.rows[row][column]); }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QSettings().clear(); }

    void withoutAChoiceTheMemoryOfTheLimitingStationIsSwept()
    {
        engine::DemandResult demand = *context().demand;
        demand.limit = engine::Limit{};
        demand.limit->element = SiteId(2);
        QCOMPARE(field(defaultSweepInput(m_network, demand)).title(), QStringLiteral("Memory T₂ of Repeater 2"));
        demand.limit->element = LinkId(1);
        const SweptField first = field(defaultSweepInput(m_network, demand));
        QVERIFY(first.element == ElementRef(SiteId(1)));
        QCOMPARE(first.place->path, QStringLiteral("processor/memory/t2_s"));
    }

    void everyRowIsAWholeEvaluationAndThePresentValueIsAmongThem()
    {
        SweepPlot plot;
        plot.setInput(input());
        const PlotData data = plot.data(context());
        QCOMPARE(data.columns.front(), QStringLiteral("Memory T₂ of Repeater 2, s"));
        QVERIFY(data.rows.size() == 40 || data.rows.size() == 41);
        QCOMPARE(number(data, 0, 0), 0.25);
        QCOMPARE(number(data, data.rows.size() - 1, 0), 4.0);
        bool hasPresent = false;
        for (std::size_t row = 0; row < data.rows.size(); ++row) {
            const auto patch = setField(m_network, SiteId(2), m_path, exactNumber(number(data, row, 0)));
            Network changed = m_network;
            applyPatch(changed, *patch);
            const engine::Evaluation fresh = engine::evaluate(changed);
            QCOMPARE(number(data, row, 1), fresh.find(DemandId(1))->fidelity);
            QCOMPARE(number(data, row, 2), fresh.find(DemandId(1))->rate.si());
            QCOMPARE(number(data, row, 3), fresh.find(DemandId(1))->latency.si());
            if (row > 0) QVERIFY(number(data, row, 0) > number(data, row - 1, 0));
            hasPresent |= number(data, row, 0) == 1.0;
        }
        QVERIFY(hasPresent);
    }

    void theUsualRangeFollowsTheField()
    {
        const SweepRange coherence = usual(SiteId(2), m_path);
        QVERIFY(coherence.logarithmic);
        const SweepRange efficiency = usual(LinkId(1), QStringLiteral("fiber/station_position"));
        QVERIFY(!efficiency.logarithmic);
        QCOMPARE(efficiency.from, 0.125);
        QCOMPARE(efficiency.to, 1.0);    // four times 0.5 ends at what the catalog accepts
        const SweepRange fromZero = usual(LinkId(1), QStringLiteral("fiber/fixed_loss_db"));
        QVERIFY(!fromZero.logarithmic && fromZero.from == 0.0 && fromZero.to > 0.0);
        const SweptField slots = field(sweepInputOf(m_network, SiteId(2), QStringLiteral("repeater/memory/slots")));
        for (const double value : sweepValues(slots, {1.0, 300.0, true})) QCOMPARE(value, std::round(value));
        QCOMPARE(sweepValues(slots, {1.0, 6.0, true}), (std::vector<double>{1, 2, 3, 4, 5, 6}));
    }

    void aTypedRangeTakesUnitsAndSaysWhatIsWrong()
    {
        const SweptField coherence = field(input());
        const auto range = typedRange(coherence, QStringLiteral("10 ms"), QStringLiteral("20 s"));
        QVERIFY(range);
        QCOMPARE(range->from, 0.01);
        QCOMPARE(range->to, 20.0);
        const auto sentence = [&](const char* from, const char* to) {
            const auto wrong = typedRange(coherence, QString::fromUtf8(from), QString::fromUtf8(to));
            return wrong ? QString() : wrong.error().sentence;
        };
        QVERIFY2(sentence("abc", "1 s").startsWith(QStringLiteral("From: ")), qPrintable(sentence("abc", "1 s")));
        QVERIFY(sentence("1 s", "5 km").startsWith(QStringLiteral("To: ")));
        QVERIFY(sentence("-1 s", "5 s").contains(QStringLiteral("Memory T₂ goes from")));
        QCOMPARE(sentence("5 s", "1 s"), QStringLiteral("\"From\" has to be less than \"To\"."));
    }

    /// T1 is 10 s here, and T2 is at most twice T1.
    void refusedValuesSayWhyInReadoutAndTable()
    {
        SweepPlot plot;
        SweepInput wide = input();
        wide.from = 1.0;
        wide.to = 100.0;
        plot.setInput(wide);
        const PlotData data = plot.data(context());
        const QString reason = setField(m_network, SiteId(2), m_path, QStringLiteral("100")).error().sentence;
        QCOMPARE(std::get<QString>(data.rows.back()[4]), reason);
        QVERIFY(std::get<QString>(data.rows.front()[4]).isEmpty());
        QCustomPlot canvas;
        canvas.resize(420, 260);
        const Drawing drawing = plot.draw(canvas, context(), lightTheme());
        QVERIFY(readingText(drawing.read(drawing.stops.back())).contains(reason));
        QVERIFY(!readingText(drawing.read(drawing.stops.front())).contains(reason));
    }

    void threeAxesShareX()
    {
        SweepPlot plot;
        QCustomPlot canvas;
        canvas.resize(420, 260);
        plot.draw(canvas, context(), lightTheme());
        QCOMPARE(canvas.axisRectCount(), 3);
        lowestAxis(canvas, Qt::Horizontal)->setRange(0.5, 2.0);
        QCOMPARE(canvas.xAxis->range().lower, 0.5);
        QCOMPARE(canvas.xAxis->range().upper, 2.0);
        canvas.replot();
        const int height = canvas.axisRect(0)->height();
        QVERIFY(height > 30);
        for (int at = 1; at < 3; ++at) {
            QVERIFY(std::abs(canvas.axisRect(at)->height() - height) <= 1);
            QCOMPARE(canvas.axisRect(at)->left(), canvas.axisRect(0)->left());
        }
        unstackAxes(canvas);
        QCOMPARE(canvas.axisRectCount(), 1);
    }

    void readingTellsAllOutputsAndWhetherTheyAreMet()
    {
        SweepPlot plot;
        plot.setInput(input());
        QCustomPlot canvas;
        const Drawing drawing = plot.draw(canvas, context(), lightTheme());
        const Reading reading = drawing.read(1.0);
        QCOMPARE(reading.at, QStringLiteral("Memory T₂ 1 s"));
        QCOMPARE(reading.values.size(), std::size_t(3));
        QCOMPARE(reading.values[0].met, std::optional(context().demand->meetsFidelity));
        QCOMPARE(reading.values[1].met, std::optional(context().demand->meetsRate));
        QVERIFY(!reading.values[2].met);    // nothing is required of the latency
    }

    void anotherDesignIsSweptOverTheSameValues()
    {
        SweepPlot plot;
        plot.setInput(input());
        const Network better = test::aChain(2).spaced(20_km).withMemory(2_s).wanting(0.6, Rate::fromSi(1e-3));
        const PlotComparison comparison{QStringLiteral("nearer"), std::make_shared<const Network>(better),
                                        std::make_shared<const engine::Evaluation>(engine::evaluate(better))};
        PlotContext both = context();
        both.comparison = &comparison;
        const PlotData data = comparedData(plot, both);
        const std::size_t half = data.rows.size() / 2;
        for (std::size_t row = 0; row < half; ++row) QCOMPARE(number(data, half + row, 1), number(data, row, 1));
        for (std::size_t row = 0; row < half; ++row) QVERIFY(number(data, half + row, 2) > number(data, row, 2));
        QCustomPlot canvas;
        const Drawing drawing = plot.draw(canvas, both, lightTheme());
        QVERIFY(readingText(drawing.read(1.0)).contains(QStringLiteral("nearer, F")));
    }

    void aNewerQuestionStopsTheOneThatIsWorkedOn()
    {
        int ready = 0;
        SweepCurve curve;
        curve.computeBehind([&] { ++ready; });
        const auto question = [&](double last) { return SweepQuestion{m_network, DemandId(1), SiteId(2), m_path, {0.5, last}}; };
        QVERIFY(curve.points(question(1.0)).empty());
        QTRY_VERIFY(curve.isCurrent());
        QCOMPARE(ready, 1);
        for (const double last : {2.0, 3.0, 4.0}) {
            QCOMPARE(curve.points(question(last)).back().value, 1.0);    // the old curve, which is drawn pale
            QVERIFY(!curve.isCurrent());
        }
        QTRY_VERIFY(curve.isCurrent());
        QCOMPARE(ready, 2);    // only the newest was finished
        QCOMPARE(curve.points(question(4.0)).back().value, 4.0);
        SweepQuestion other = question(4.0);
        other.path = QStringLiteral("repeater/memory/t1_s");
        QVERIFY(curve.points(other).empty());    // on another axis the old curve would be wrong
        QTRY_VERIFY(curve.isCurrent());
    }

    void aFieldIsPutIntoTheRowAndRemembered()
    {
        Session session;
        session.open(m_network, {});
        ResultsDock dock(session);
        dock.resize(1400, 260);
        dock.show();
        dock.sweep(SiteId(2), m_path);
        auto* row = dock.findChild<PlotRow*>();
        const PlotView& view = *row->shownPlots().back();
        QCOMPARE(view.plot().id(), QStringLiteral("sweep"));
        QTRY_VERIFY_WITH_TIMEOUT(view.data().rows.size() >= 40, 20000);
        QTRY_VERIFY(!view.points().empty());
        QVERIFY2(view.points()[0].spoken.startsWith(QStringLiteral("Memory T₂ 250 ms, F, ")), qPrintable(view.points()[0].spoken));
        Session next;
        next.open(m_network, {});
        ResultsDock again(next);
        const auto& plot = dynamic_cast<const SweepPlot&>(again.findChild<PlotRow*>()->shownPlots().back()->plot());
        QCOMPARE(plot.input(), input());
        next.open(Network(), {});    // knows no such element
        QVERIFY(!plot.input().isChosen());
    }

    void aDeletedElementIsToldAndComesBackByUndo()
    {
        Session session;
        session.open(m_network, {});
        ResultsDock dock(session);
        dock.sweep(SiteId(2), m_path);
        const auto& plot = dynamic_cast<const SweepPlot&>(dock.findChild<PlotRow*>()->shownPlots().back()->plot());
        const auto sentence = [&] { return plot.emptySentence({session.network(), m_evaluation, defaultDemand(m_evaluation)}); };
        QVERIFY(sentence().isEmpty());
        ElementSet repeater;
        repeater.sites.insert(SiteId(2));
        session.push(removeElements(session.network(), repeater), QStringLiteral("Delete"));
        QCOMPARE(sentence(), QStringLiteral("Repeater 2 is not in the design any more. Choose another input in the menu of this plot."));
        session.undoStack().undo();
        QVERIFY(sentence().isEmpty());
    }

    void theDialogFindsAFieldAndChecksTheRange()
    {
        SweepDialog dialog(m_network, m_evaluation, input());
        dialog.show();
        const QList<QLineEdit*> fields = dialog.findChildren<QLineEdit*>();
        QLineEdit& words = *fields[0];
        QLineEdit& from = *fields[1];
        QLineEdit& to = *fields[2];
        QPushButton* accept = nullptr;
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Sweep")) accept = button;
        QVERIFY(accept && accept->isEnabled());
        QCOMPARE(from.text(), QStringLiteral("250 ms"));
        QVERIFY(!dialog.input().from);    // the usual range stays usual
        QTest::keyClick(&words, Qt::Key_Tab);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.input(), input());    // walking through the list has chosen nothing
        QTest::keyClicks(&words, QStringLiteral("t1 repeater"));
        QCOMPARE(dialog.input().path, QStringLiteral("repeater/memory/t1_s"));
        QCOMPARE(to.text(), QStringLiteral("40 s"));
        from.selectAll();
        QTest::keyClicks(&from, QStringLiteral("50 s"));
        QVERIFY(!accept->isEnabled());
        from.selectAll();
        QTest::keyClicks(&from, QStringLiteral("5 s"));
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.input().from, std::optional(5.0));
        QCOMPARE(dialog.input().to, std::optional(40.0));
        QTest::keyClick(&from, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void whatADemandNeedsIsSweptAndHasNoLineOfItsOwn()
    {
        const SweepInput needed = sweepInputOf(m_network, DemandId(1), QStringLiteral("min_fidelity"));
        const SweptField field = this->field(needed);
        QCOMPARE(field.title(), QStringLiteral("Fidelity, at least of Processor 1 – Processor 3"));
        QVERIFY(sweepInputFrom(toStrings(needed)) == needed);
        const auto panes = sweepPanes(m_network.demands.find(DemandId(1)), field);
        QVERIFY(!panes[0].needed && panes[1].needed);
        SweepPlot plot;
        plot.setInput(needed);
        const PlotData data = plot.data(context());
        QVERIFY(number(data, 0, 0) >= 0.5);
        for (std::size_t row = 0; row < data.rows.size(); row += 13) {
            Network changed = m_network;
            applyPatch(changed, *setField(m_network, DemandId(1), QStringLiteral("min_fidelity"), exactNumber(number(data, row, 0))));
            QCOMPARE(number(data, row, 2), engine::evaluate(changed).find(DemandId(1))->rate.si());
        }
    }

    void aPriceIsSweptAgainstTheCostOfTheDesign()
    {
        SweepInput price = sweepInputOf(m_network, ElementRef(), QStringLiteral("costs/repeater_eur"));
        price.from = 0.0;
        price.to = 2e6;
        SweepPlot plot;
        plot.setInput(price);
        const PlotData data = plot.data(context());
        QCOMPARE(data.columns[1], QStringLiteral("Capital, €"));
        // One repeater: the capital grows by the price itself.
        QCOMPARE(number(data, data.rows.size() - 1, 1) - number(data, 0, 1), 2e6);
        QVERIFY(number(data, data.rows.size() - 1, 3) > number(data, 0, 3));
        QCustomPlot canvas;
        canvas.resize(420, 260);
        const Drawing drawing = plot.draw(canvas, context(), lightTheme());
        QVERIFY2(readingText(drawing.read(1.0)).contains(QStringLiteral("capital")), qPrintable(readingText(drawing.read(1.0))));
    }

    void numbersThatShapeNoResultAreLeftOutWithAReason()
    {
        Network network = m_network;
        applyPatch(network, moveSites(network, {{SiteId(2), {52.0, 4.0}}}));
        const auto titles = [&](const char* words) {
            QStringList found;
            for (const Command& command : sweepableFields(network, {}, QString::fromLatin1(words).split(u' ')).commands) found += command.title;
            return found;
        };
        QVERIFY(titles("latitude repeater").filter(QStringLiteral("Latitude")).isEmpty());
        QCOMPARE(titles("t2 repeater").filter(QStringLiteral("T₂")).size(), 1);
        QCOMPARE(titles("repeater").filter(QStringLiteral("Seed")).size(), 0);
        QVERIFY(titles("costs repeater").contains(QStringLiteral("Costs: Repeater")));
        QVERIFY(sweepableFields(network, {}, {QStringLiteral("repeater")}).whyNot.isEmpty());    // names the site and no field
        SweepInput latitude = sweepInputOf(network, SiteId(2), QStringLiteral("position/latitude_deg"));
        const auto refused = sweptField(network, m_evaluation, latitude);
        QVERIFY(!refused && refused.error().sentence.contains(QStringLiteral("Move the site on the map")));
        SweepDialog dialog(network, m_evaluation, input());
        dialog.show();
        QTest::keyClicks(dialog.findChildren<QLineEdit*>()[0], QStringLiteral("latitude repeater"));
        const auto* note = dialog.findChild<EmptyNote*>();
        QVERIFY(note && note->isVisible());
        QVERIFY2(note->text().startsWith(QStringLiteral("Latitude of Repeater 2 is not swept.")), qPrintable(note->text()));
    }

    /// A number that passes for an input changes what the plot shows: the list of those that do not is complete.
    void everyInputOfTheSettingsChangesSomething()
    {
        const auto outcome = [&](const Network& network) { const auto fresh = engine::evaluate(network); return *engine::sweepOutcome(fresh, *fresh.find(DemandId(1))); };
        for (const PlacedValue& placed : fieldValues(m_network, ElementRef())) {
            const FieldPlace& place = *placed.place;
            if (!isSweepable(ElementRef(), *place.row, place.path) || place.path == u"time/span_s") continue;    // which counts where satellites serve the demand
            Network changed = m_network;
            for (Link link : m_network.links) {    // a length follows the route factor only when nobody typed it
                std::get<FiberLink>(link.kind).length.reset();
                changed.links.put(link);
            }
            Link beam = *m_network.links.begin();    // so that the price of telescopes counts
            beam.id = changed.links.nextId();
            beam.key = QStringLiteral("beam");
            beam.kind = FreeSpaceLink();
            changed.links.put(beam);
            Link line = beam;    // and that of cold lines
            line.id = changed.links.nextId();
            line.key = QStringLiteral("line");
            line.kind = MicrowaveLink();
            changed.links.put(line);
            for (Site site : m_network.sites) {
                site.position = GeoPosition{50.0, 4.0 + 0.3 * site.id.number()};
                changed.sites.put(site);
            }
            for (const SiteRole role : {SiteRole::TrustedNode, SiteRole::PairSource, SiteRole::GroundStation, SiteRole::Satellite})    // the same of their prices
                applyPatch(changed, addSite(changed, role, GeoPosition{55.0, 4.0}));
            const auto before = outcome(changed);
            const double other = std::clamp(*placed.value.number == 0.0 ? 1.0 : *placed.value.number * 1.3, place.row->minimum, place.row->maximum);
            applyPatch(changed, *setField(changed, ElementRef(), place.path, exactNumber(other)));
            QVERIFY2(!(outcome(changed) == before), qPrintable(place.path));
        }
    }

    void theChoiceSurvivesTheSettings()
    {
        SweepInput chosen = input();
        chosen.from = 0.1;
        chosen.to = 3.0;
        QCOMPARE(sweepInputFrom(toStrings(chosen)), chosen);
        QCOMPARE(sweepInputFrom(toStrings(SweepInput())), SweepInput());
        QVERIFY(!sweepInputFrom({QStringLiteral("site")}).isChosen());
    }
};

BELLWEAVE_TEST(SweepPlotTest)
#include "sweep_plot_test.moc"
