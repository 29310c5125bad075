// SPDX-License-Identifier: GPL-3.0-or-later
// Plots of what the plan of a demand does: its tree, the fidelities it delivers, what distillation would bring.
#include "engine/analytic/delivery_curve.h"
#include "engine/api/evaluator.h"
#include "tests/support/test_program.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "tests/ui/plots/ink_recorder.h"
#include "ui/plots/plan_layout.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/style/theme.h"

#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::ui;
using engine::PlanStep;

namespace {

/// Joins hops first to last: at a random place, with rounds after some joins. Returns the step where the pairs come out.
std::size_t addPlan(std::vector<PlanStep>& plan, std::size_t first, std::size_t last, int choices)
{
    if (first == last) {
        plan.push_back({.kind = PlanStep::Kind::Link, .firstHop = first, .lastHop = last, .rate = 100_Hz, .fidelity = 0.97});
    } else {
        const std::size_t middle = first + static_cast<std::size_t>(choices) % (last - first);
        const std::size_t left = addPlan(plan, first, middle, choices * 7 + 3), right = addPlan(plan, middle + 1, last, choices * 5 + 1);
        plan.push_back({.kind = PlanStep::Kind::Swap, .inputs = {left, right}, .firstHop = first, .lastHop = last, .rate = 10_Hz, .fidelity = 0.9});
        if (choices % 3 == 0) plan.back().cutoff = 3_ms;
    }
    if (choices % 4 == 1)
        plan.push_back({.kind = PlanStep::Kind::Distillation, .inputs = {plan.size() - 1}, .firstHop = first, .lastHop = last, .rounds = 2,
                        .distillation = choices % 8 == 1 ? engine::DistillationKind::Pumped : engine::DistillationKind::Nested, .rate = 4_Hz, .fidelity = 0.95});
    return plan.size() - 1;
}

std::vector<PlanStep> aPlan(std::size_t hops, int choices)
{
    std::vector<PlanStep> plan;
    addPlan(plan, 0, hops - 1, choices);
    return plan;
}

/// A chain with names as long as people give, and a demand that follows this plan.
struct Ladder {
    Network network;
    engine::Evaluation evaluation;

    Ladder(int hops, int choices) : network(test::aChain(hops))
    {
        const Table<Site> sites = network.sites;
        for (const auto& row : sites.rows()) {
            Site site = *row;
            site.name = QStringLiteral("Llanfairpwllgwyngyll exchange building, cabinet %1").arg(site.key);
            network.sites.put(site);
        }
        engine::DemandResult demand = *test::handMadeEvaluation().demands.begin();
        const engine::Hop hop = demand.hops.front();
        demand.hops.clear();
        for (int at = 0; at < hops; ++at) {
            demand.hops.push_back(hop);
            demand.hops.back().from = SiteId(static_cast<std::uint32_t>(at + 1));
            demand.hops.back().to = SiteId(static_cast<std::uint32_t>(at + 2));
        }
        demand.plan = aPlan(static_cast<std::size_t>(hops), choices);
        evaluation.demands.put(demand);
    }
    PlotContext context(const PlotComparison* comparison = nullptr) const { return {network, evaluation, &*evaluation.demands.begin(), comparison}; }
};

std::vector<test::InkedText> textsOf(const Plot& plot, const PlotContext& context, QSize size, const Theme& theme)
{
    QCustomPlot canvas;
    const Drawing drawing = drawPlot(canvas, plot, context, theme);
    test::InkRecorder recorder(size);
    QCPPainter painter(&recorder);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    canvas.toPainter(&painter, size.width(), size.height());
    painter.end();
    return recorder.texts();
}

PlotContext contextOf(const Network& network, const engine::Evaluation& evaluation) { return {network, evaluation, &*evaluation.demands.begin()}; }

Network strongChain(int hops, double fidelity)
{
    return test::aChain(hops).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(fidelity, 1_Hz);
}

} // namespace

class PlanPlotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void cellsOfAPlanFillARectangleWithoutOverlap()
    {
        QVERIFY(rc::check([] {
            const auto hops = static_cast<std::size_t>(*rc::gen::inRange(1, 31));
            const auto cells = planCells(aPlan(hops, *rc::gen::inRange(0, 1000)));
            std::vector<std::vector<int>> taken(hops, std::vector<int>(static_cast<std::size_t>(planRows(cells))));
            for (const PlanCell& cell : cells)
                for (std::size_t hop = cell.firstHop; hop <= cell.lastHop; ++hop)
                    for (int row = cell.bottom; row <= cell.top; ++row) ++taken[hop][static_cast<std::size_t>(row)];
            for (const auto& column : taken)
                for (const int count : column) RC_ASSERT(count == 1);
        }));
    }

    void treesOfManyHopsAndLongNamesOverprintNothing()
    {
        const auto plot = makeProtocolTreePlot();
        QStringList wrong;
        std::size_t seen = 0;
        for (const int hops : {1, 2, 3, 7, 16, 30})
            for (const int choices : {0, 1, 5, 29, 81}) {
                const Ladder ladder(hops, choices);
                const Ladder other(3, choices);
                const PlotComparison comparison{QStringLiteral("a design with a long name, to be compared with"), std::make_shared<const Network>(other.network),
                                                std::make_shared<const engine::Evaluation>(other.evaluation)};
                for (const PlotComparison* compared : {static_cast<const PlotComparison*>(nullptr), &comparison})
                    for (const QSize size : {QSize(200, 130), QSize(330, 200), QSize(640, 400), QSize(1200, 700)})
                        for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
                            const auto texts = textsOf(*plot, ladder.context(compared), size, *theme);
                            for (std::size_t at = 0; at < texts.size(); ++at, ++seen) {
                                const QString where = QStringLiteral("%1 hops, %2, %3 px: \"%4\"").arg(hops).arg(choices).arg(size.width()).arg(texts[at].text);
                                if (!QRectF(QPointF(), size).contains(texts[at].ink)) wrong += where + QStringLiteral(" leaves the plot");
                                for (std::size_t next = at + 1; next < texts.size(); ++next)
                                    if (texts[at].ink.intersects(texts[next].ink)) wrong += where + QStringLiteral(" overprints ") + texts[next].text;
                            }
                        }
            }
        QVERIFY(seen > 1000);
        for (const QString& sentence : wrong.mid(0, 10)) qWarning("%s", qPrintable(sentence));
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size())));
    }

    void everyStepIsReadByPointerAndKeyboardAndStandsInTheTable()
    {
        const Ladder ladder(4, 1);
        const auto plot = makeProtocolTreePlot();
        QCustomPlot canvas;
        canvas.resize(420, 260);
        const Drawing drawing = drawPlot(canvas, *plot, ladder.context(), lightTheme());
        canvas.toPixmap(420, 260);
        const auto& plan = ladder.evaluation.demands.begin()->plan;
        QCOMPARE(drawing.spots->size(), plan.size());
        const auto pumped = std::find_if(plan.begin(), plan.end(), [](const PlanStep& step) { return step.distillation == engine::DistillationKind::Pumped; });
        QVERIFY(pumped != plan.end());
        const QString spoken = (*drawing.spots)[std::size_t(pumped - plan.begin())].text;
        QVERIFY2(spoken.contains(QStringLiteral("Distillation, pumped 2: F 0.950, 4.0/s")), qPrintable(spoken));
        const PlotData data = plot->data(ladder.context());
        QCOMPARE(data.rows.size(), plan.size());
        QCOMPARE(std::get<double>(data.rows[std::size_t(pumped - plan.begin())][5]), 2.0);
    }

    void aLongestWaitIsSaid()
    {
        const Ladder ladder(2, 0);
        QStringList said;
        for (const auto& text : textsOf(*makeProtocolTreePlot(), ladder.context(), QSize(640, 400), lightTheme())) said += text.text;
        const QString all = said.join(QString());    // signs of other fonts are painted apart
        QVERIFY2(all.contains(QStringLiteral("waits ≤ 3.0 ms: F 0.900, 10/s")), qPrintable(all));
    }

    void theTreeOfAnEvaluationEndsWithWhatIsDelivered()
    {
        const Network network = strongChain(3, 0.8);
        const engine::Evaluation evaluation = engine::evaluate(network);
        const PlotData data = makeProtocolTreePlot()->data(contextOf(network, evaluation));
        QVERIFY(data.rows.size() >= 4);
        QCOMPARE(std::get<double>(data.rows.back()[3]), evaluation.demands.begin()->fidelity);
        QCOMPARE(std::get<double>(data.rows.back()[4]), evaluation.demands.begin()->rateAlone.si());
    }

    void fidelitiesOfPairsFallWithTheShareAndHoldTheMean()
    {
        const Network network = strongChain(3, 0.8);
        const engine::Evaluation evaluation = engine::evaluate(network);
        const auto plot = makeFidelityDistributionPlot();
        const PlotContext context = contextOf(network, evaluation);
        const PlotData data = plot->data(context);
        QVERIFY(data.rows.size() > 15);
        for (std::size_t at = 1; at < data.rows.size(); ++at) {
            QVERIFY(std::get<double>(data.rows[at][1]) <= std::get<double>(data.rows[at - 1][1]));
            QVERIFY(std::get<double>(data.rows[at][2]) > 0.0);    // pairs were drawn
        }
        const double mean = evaluation.demands.begin()->fidelity;
        QVERIFY(std::get<double>(data.rows.front()[1]) > mean && std::get<double>(data.rows.back()[1]) < mean);
        QVERIFY2(plot->subtitle(context).contains(QStringLiteral("reach 0.800")), qPrintable(plot->subtitle(context)));
    }

    void distillationFollowsTheSelectedLinkAndMarksTheChosenRounds()
    {
        const Network network = strongChain(2, 0.97);
        const engine::Evaluation evaluation = engine::evaluate(network);
        const auto plot = makeDistillationGainPlot();
        PlotContext context = contextOf(network, evaluation);
        context.link = evaluation.demands.begin()->hops[1].links.front();
        QVERIFY2(plot->subtitle(context).startsWith(QStringLiteral("Repeater")), qPrintable(plot->subtitle(context)));
        const PlotData data = plot->data(context);
        QCOMPARE(data.rows.size(), std::size_t(12));    // as heralded, nested to 3, pumped to 3, Werner to 3, double selection to 2, photon loss
        QCOMPARE(std::count_if(data.rows.begin(), data.rows.end(), [](const auto& row) { return std::get<QString>(row[5]) == u"yes"; }), 1);
        QCOMPARE(std::get<QString>(data.rows.front()[1]), QStringLiteral("as heralded"));
    }

    void quantilesOfTheTimeToAPairAreNamed()
    {
        const Network network = strongChain(2, 0.8);
        const engine::Evaluation evaluation = engine::evaluate(network);
        QString said;
        for (const auto& text : textsOf(*makeDeliveryPlot(), contextOf(network, evaluation), QSize(640, 400), lightTheme())) said += text.text + u'|';
        for (const char* name : {"median ", "95 % ", "99 % "}) QVERIFY2(said.contains(QString::fromUtf8(name)), qPrintable(said));
    }

    void plansOfTheParetoSetAreNamedAndTheChosenOneIsAmongThem()
    {
        const Network network = strongChain(2, 0.8);
        const engine::Evaluation evaluation = engine::evaluate(network);
        const PlotContext context = contextOf(network, evaluation);
        const PlotData data = makeRateFidelityPlot()->data(context);
        QVERIFY(data.rows.size() > 5);
        for (std::size_t at = 1; at + 1 < data.rows.size(); ++at) {    // none beats another
            QVERIFY(std::get<double>(data.rows[at][0]) > std::get<double>(data.rows[at - 1][0]));
            QVERIFY(std::get<double>(data.rows[at][1]) < std::get<double>(data.rows[at - 1][1]));
            QVERIFY(std::get<QString>(data.rows[at][3]).startsWith(QStringLiteral("2 hop")));
        }
        QVERIFY(std::get<QString>(data.rows.back()[3]).startsWith(QStringLiteral("chosen: ")));
        QString said;
        for (const auto& text : textsOf(*makeRateFidelityPlot(), context, QSize(640, 400), lightTheme())) said += text.text;
        QVERIFY2(said.contains(QStringLiteral("chosen")) && said.contains(QStringLiteral("F ≥ 0.800")), qPrintable(said));
    }
};

BELLWEAVE_TEST(PlanPlotsTest)
#include "plan_plots_test.moc"
