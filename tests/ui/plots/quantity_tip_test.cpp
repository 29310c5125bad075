// SPDX-License-Identifier: GPL-3.0-or-later
// Every number that the window shows of a result says in its tool tip how it is computed and from where.
#include "engine/api/evaluator.h"
#include "engine/api/quantities.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/frame/verdict_segment.h"
#include "ui/frame/verdict_text.h"
#include "ui/inspector/fact_list.h"
#include "ui/inspector/fact_table.h"
#include "ui/inspector/reached.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"
#include "ui/tables/grid_column.h"

#include <QDir>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

struct Case {
    QString name;
    std::shared_ptr<const Network> network;
    std::shared_ptr<const engine::Evaluation> evaluation;
};

std::vector<Case> cases()
{
    std::vector<Case> all{{QStringLiteral("by hand"), std::make_shared<const Network>(test::handMadeNetwork()),
                           std::make_shared<const engine::Evaluation>(test::handMadeEvaluation())}};
    const QDir examples(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples"));
    for (const QString& file : examples.entryList({QStringLiteral("*.bellweave")})) {
        const auto loaded = readProject(examples.filePath(file));
        if (!loaded) qFatal("%s", qPrintable(loaded.error().text()));
        engine::Evaluator evaluator, trials;
        engine::Evaluation evaluation = evaluator.evaluate(loaded->network);
        all.push_back({file, std::make_shared<const Network>(loaded->network), std::make_shared<const engine::Evaluation>(std::move(evaluation))});
    }
    return all;
}

bool hasDigit(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool isKnown(const QString& quantity) { return engine::findQuantity(quantity) != nullptr; }

} // namespace

class QuantityTipTest : public QObject {
    Q_OBJECT

    std::vector<Case> m_cases;

    static void verifyFacts(const std::vector<Fact>& facts, const QString& where)
    {
        for (const Fact& fact : facts)
            if (hasDigit(fact.value) && !fact.name.startsWith(QStringLiteral("Route")) && !fact.name.startsWith(QStringLiteral("Pairs")))
                QVERIFY2(isKnown(fact.quantity), qPrintable(QStringLiteral("%1: %2 %3").arg(where, fact.name, fact.value)));
    }
    static void verifySheet(const FactSheet& sheet, const QString& where)
    {
        for (const FactRow& row : sheet.rows)
            for (std::size_t at = 1; at < row.cells.size(); ++at)    // the first is a name
                if (hasDigit(row.cells[at]))
                    QVERIFY2(at < sheet.quantities.size() && isKnown(sheet.quantities[at]), qPrintable(where + u' ' + sheet.columns[at]));
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeChoice::Light);
        m_cases = cases();
    }

    void tipsHoldMeaningFormulaAndSource()
    {
        const QString tip = quantityTip(QStringLiteral("links[].link_efficiency"), QStringLiteral("only here <so>"));
        for (const char* part : {"only here &lt;so&gt;", "Formula: η = pair rate", "Source: Humphreys et al."}) QVERIFY2(tip.contains(QString::fromUtf8(part)), part);
        QCOMPARE(quantityTip({}, QStringLiteral("words")), QStringLiteral("words"));
        QCOMPARE(quantityTips({QString(), QStringLiteral("demands[].rate_hz"), QStringLiteral("demands[].rate_hz")}).count(QStringLiteral("Formula:")), 1);
    }

    void everyNumberOfTheInspectorHasARow()
    {
        for (const Case& shown : m_cases) {
            for (const engine::DemandResult& demand : shown.evaluation->demands) {
                verifyFacts(demandFacts(*shown.network, *shown.evaluation, demand), shown.name);
                verifySheet(hopSheet(*shown.network, demand), shown.name);
                verifySheet(distillationSheet(*shown.network, demand), shown.name);
            }
            for (const engine::LinkResult& link : shown.evaluation->links) {
                verifyFacts(linkFacts(link), shown.name);
                verifySheet(lossSheet(link), shown.name);
            }
            verifyFacts(designFacts(*shown.evaluation), shown.name);
            verifySheet(costSheet(shown.evaluation->cost), shown.name);
        }
        engine::Verdict verdict;
        engine::Fix fix;
        fix.sentence = QStringLiteral("T₂ 1 → 3 s");
        fix.price = Money::fromSi(1e6);
        fix.fidelityAfter = 0.95;
        fix.rateAfter = 3_Hz;
        fix.solves = true;
        verdict.fixes.push_back(std::move(fix));
        verifySheet(fixSheet(verdict), QStringLiteral("fixes"));
    }

    void inspectorLinesAndCellsShowIt()
    {
        const Case& shown = m_cases.front();
        const engine::DemandResult& demand = *shown.evaluation->demands.begin();
        FactList list;
        list.setFacts(demandFacts(*shown.network, *shown.evaluation, demand));
        int told = 0;
        for (const QLabel* label : list.findChildren<QLabel*>()) told += label->toolTip().contains(QStringLiteral("Formula: "));
        QVERIFY(told >= 3 * 6);
        FactTable table(QStringLiteral("Hops"));
        table.setSheet(hopSheet(*shown.network, demand));
        QVERIFY(table.item(0, 2)->toolTip().contains(QStringLiteral("Source: ")));
        QVERIFY(table.horizontalHeaderItem(2)->toolTip().contains(QStringLiteral("Formula: ")));
    }

    void everyNumberOfTheVerdictBarHasARow()
    {
        for (const Case& shown : m_cases)
            for (const engine::DemandResult& demand : shown.evaluation->demands) {
                const VerdictText text = verdictText(*shown.network, shown.evaluation.get(), demand.id);
                for (const auto& segment : {text.first, text.second, text.limit, text.fix})
                    if (segment && hasDigit(segment->plain()) && demand.routed)
                        QVERIFY2(isKnown(segment->quantity), qPrintable(shown.name + u' ' + segment->caption + u' ' + segment->plain()));
            }
        VerdictSegmentView view;
        view.setSegment(*verdictText(*m_cases.front().network, m_cases.front().evaluation.get(), {}).first);
        QVERIFY2(view.toolTip().contains(QStringLiteral("Formula: ")), qPrintable(view.toolTip()));
    }

    void everyComputedColumnOfTheGridsHasARow()
    {
        for (const GridKind kind : {GridKind::Sites, GridKind::Links, GridKind::Demands})
            for (const GridColumn& column : gridColumns(kind))
                if (column.isReadOnly()) QVERIFY2(isKnown(column.quantity), qPrintable(column.name));
    }

    void everyColumnOfNumbersBehindAPlotHasARow()
    {
        for (const auto& plot : makePlots())
            for (const Case& shown : m_cases) {
                const PlotContext context{*shown.network, *shown.evaluation, defaultDemand(*shown.evaluation)};
                const PlotData data = plot->data(context);
                for (const auto& row : data.rows)
                    for (std::size_t at = 0; at < row.size(); ++at)
                        if (std::holds_alternative<double>(row[at]))
                            QVERIFY2(at < data.quantities.size() && isKnown(data.quantities[at]), qPrintable(plot->id() + u' ' + data.columns[at]));
            }
    }

    void tablesBehindPlotsAndComparisonsShowIt()
    {
        const Case& shown = m_cases.front();
        const PlotComparison comparison{QStringLiteral("other"), shown.network, shown.evaluation};
        const PlotContext context{*shown.network, *shown.evaluation, defaultDemand(*shown.evaluation), &comparison};
        PlotDataModel model;
        model.setPlotData(comparedData(*makeErrorBudgetPlot(), context));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString(), QString());
        QVERIFY(model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QStringLiteral("Formula: ")));
        QVERIFY(model.index(0, 2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Source: ")));
    }

    void titleAndAxesOfAPlotShowIt()
    {
        PlotView view(makeRouteFidelityPlot());
        view.resize(330, 200);
        view.PlotView::show(m_cases.front().network, m_cases.front().evaluation, DemandId(1));
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::qWait(20);
        QVERIFY(view.meaning().contains(QStringLiteral("Fidelity after the swap")));
        const auto explainedAt = [&](QPoint at) {
            QToolTip::hideText();
            return view.explain(QHelpEvent(QEvent::ToolTip, at, view.mapToGlobal(at)));
        };
        QVERIFY(explainedAt({40, 10}));
        QVERIFY(explainedAt({180, 192}));
        QVERIFY(!explainedAt({180, 100}));    // values are read there
    }
};

BELLWEAVE_TEST(QuantityTipTest)
#include "quantity_tip_test.moc"
