// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "tests/ui/plots/ink_recorder.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"
#include "ui/style/theme.h"

#include <QDir>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

constexpr QSize kSizes[] = {{200, 130}, {262, 140}, {272, 150}, {330, 200}, {330, 242}, {420, 260}, {640, 400}, {1200, 700}};

/// A design with its numbers, and another one to compare it with.
struct Case {
    QString name;
    std::shared_ptr<const Network> network;
    std::shared_ptr<const engine::Evaluation> evaluation;
};

Case shipped(const QString& name)
{
    const auto loaded = readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(name));
    if (!loaded) qFatal("%s", qPrintable(loaded.error().text()));
    engine::Evaluator evaluator;
    return {name, std::make_shared<const Network>(loaded->network), std::make_shared<const engine::Evaluation>(evaluator.evaluate(loaded->network))};
}

std::vector<Case> cases()
{
    std::vector<Case> all{{QStringLiteral("by hand"), std::make_shared<const Network>(test::handMadeNetwork()),
                           std::make_shared<const engine::Evaluation>(test::handMadeEvaluation())}};
    const QStringList files = QDir(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples")).entryList({QStringLiteral("*.bellweave")});
    for (const QString& file : files) all.push_back(shipped(QFileInfo(file).completeBaseName()));
    return all;
}

/// Where the values of curves and dots are painted, px.
std::vector<QPointF> pointsOf(QCustomPlot& canvas)
{
    std::vector<QPointF> points;
    for (int at = 0; at < canvas.plottableCount(); ++at) {
        if (const auto* graph = qobject_cast<QCPGraph*>(canvas.plottable(at)))
            for (const QCPGraphData& data : *graph->data()) points.push_back(graph->coordsToPixels(data.key, data.value));
        if (const auto* curve = qobject_cast<QCPCurve*>(canvas.plottable(at)))
            for (const QCPCurveData& data : *curve->data()) points.push_back(curve->coordsToPixels(data.key, data.value));
    }
    std::erase_if(points, [](QPointF point) { return !std::isfinite(point.y()); });    // gaps of a curve
    return points;
}

void verifyNone(const QStringList& wrong)
{
    for (const QString& sentence : wrong) qWarning("%s", qPrintable(sentence));
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 places").arg(wrong.size())));
}

QString boxText(const QString& text, const QRectF& box)
{
    return QStringLiteral("\"%1\" (%2, %3, %4 × %5)").arg(text).arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
}

} // namespace

class PlotWordsTest : public QObject {
    Q_OBJECT

    std::vector<Case> m_cases;
    std::vector<std::unique_ptr<Plot>> m_plots = makePlots();

    /// Every plot of every design in every size, alone and compared with the next design.
    template<typename Check>
    void forAll(Check check)
    {
        for (const auto& plot : m_plots)
            for (std::size_t at = 0; at < m_cases.size(); ++at) {
                const Case& shown = m_cases[at];
                const Case& other = m_cases[(at + 1) % m_cases.size()];
                const PlotComparison comparison{other.name, other.network, other.evaluation};
                for (const PlotComparison* compared : {static_cast<const PlotComparison*>(nullptr), &comparison}) {
                    const PlotContext context{*shown.network, *shown.evaluation, defaultDemand(*shown.evaluation), compared};
                    if (!plot->emptySentence(context).isEmpty()) continue;
                    QCustomPlot canvas;
                    drawPlot(canvas, *plot, context, lightTheme());
                    for (const QSize size : kSizes) {
                        const QString where = QStringLiteral("%1, %2, %3 × %4%5: ").arg(plot->id(), shown.name).arg(size.width()).arg(size.height())
                                                  .arg(compared ? QStringLiteral(", compared") : QString());
                        check(canvas, size, where);
                    }
                }
            }
    }
    static std::vector<test::InkedText> textsOf(QCustomPlot& canvas, QSize size)
    {
        test::InkRecorder recorder(size);
        paintInto(recorder, canvas, size);
        return recorder.texts();
    }
    static void paintInto(test::InkRecorder& recorder, QCustomPlot& canvas, QSize size)
    {
        QCPPainter painter(&recorder);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        canvas.toPainter(&painter, size.width(), size.height());
        painter.end();
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeChoice::Light);
        m_cases = cases();
    }

    void noTextOverprintsAnotherOrLeavesThePlot()
    {
        QStringList wrong;
        std::size_t seen = 0;
        forAll([&](QCustomPlot& canvas, QSize size, const QString& where) {
            const auto texts = textsOf(canvas, size);
            const QRectF page(0, 0, size.width(), size.height());
            for (std::size_t at = 0; at < texts.size(); ++at, ++seen) {
                if (!page.contains(texts[at].ink)) wrong += where + boxText(texts[at].text, texts[at].ink) + QStringLiteral(" leaves the plot");
                for (std::size_t other = at + 1; other < texts.size(); ++other)
                    if (texts[at].ink.intersects(texts[other].ink))
                        wrong += where + boxText(texts[at].text, texts[at].ink) + QStringLiteral(" overprints ") + boxText(texts[other].text, texts[other].ink);
            }
        });
        QVERIFY(seen > 1000);
        verifyNone(wrong);
    }

    void barsOfTheComparedDesignStrikeNoNumberThrough()
    {
        QStringList wrong;
        std::size_t bars = 0;
        forAll([&](QCustomPlot& canvas, QSize size, const QString& where) {
            test::InkRecorder recorder(size);
            paintInto(recorder, canvas, size);
            for (const auto& [bar, color] : recorder.fills()) {
                if (color != lightTheme().series.back()) continue;
                ++bars;
                for (const test::InkedText& text : recorder.texts())
                    if (bar.intersects(text.ink)) wrong += where + boxText(text.text, text.ink) + QStringLiteral(" is struck through");
            }
        });
        QVERIFY(bars > 100);
        verifyNone(wrong);
    }

    void wordsStayInsideTheAxesAndOffCurvesAndDots()
    {
        QStringList wrong;
        std::size_t seen = 0;
        forAll([&](QCustomPlot& canvas, QSize size, const QString& where) {
            textsOf(canvas, size);
            const std::vector<QPointF> drawn = pointsOf(canvas);
            const QRectF axes = canvas.axisRect()->rect();
            for (const PlacedWord& word : placedWords(canvas)) {
                ++seen;
                if (!axes.contains(word.box)) wrong += where + boxText(word.text, word.box) + QStringLiteral(" leaves the axes");
                if (std::any_of(drawn.begin(), drawn.end(), [&](QPointF point) { return word.box.contains(point); }))
                    wrong += where + boxText(word.text, word.box) + QStringLiteral(" lies on a curve");
            }
        });
        QVERIFY(seen > 200);
        verifyNone(wrong);
    }
};

BELLWEAVE_TEST(PlotWordsTest)
#include "plot_words_slow_test.moc"
