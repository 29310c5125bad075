// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/link_measure.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/canvas/legend.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

/// The popover of the legend after a click on it.
QWidget* openedBy(Legend* legend)
{
    QTest::mouseClick(legend, Qt::LeftButton);
    auto* popover = legend->findChild<QWidget*>(QStringLiteral("legendPopover"));
    return popover && QTest::qWaitForWindowExposed(popover) ? popover : nullptr;
}

std::vector<QDoubleSpinBox*> fields(const QWidget* popover)
{
    const auto found = popover->findChildren<QDoubleSpinBox*>();
    return {found.begin(), found.end()};
}

void typeInto(QDoubleSpinBox* field, double value)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, field->locale().toString(value, 'g', 5));
    QTest::keyClick(field, Qt::Key_Tab);
}

} // namespace

class LinkMeasureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLimitBelongsToTheClassAbove()
    {
        const ColorScale rate = colorScale(LinkMeasure::Rate);
        QCOMPARE(rate.colorOf(0.0), 0);
        QCOMPARE(rate.colorOf(rate.limits[0]), 1);
        QCOMPARE(rate.colorOf(1e9), 5);
    }

    void moreLossAndMoreCostAreWorse()
    {
        for (const LinkMeasure measure : {LinkMeasure::Loss, LinkMeasure::Cost}) {
            const ColorScale scale = colorScale(measure);
            QCOMPARE(scale.colorOf(0.0), 5);
            QCOMPARE(scale.colorOf(1e9), 0);
        }
    }

    void everyScaleRises()
    {
        for (const LinkMeasure measure : kLinkMeasures) {
            const auto limits = colorScale(measure).limits;
            QVERIFY(std::adjacent_find(limits.begin(), limits.end(), std::greater_equal<>()) == limits.end());
            QVERIFY(measureExplanation(measure).endsWith(u'.'));
            QVERIFY(!legendTitle(measure).isEmpty());
        }
    }

    void marginIsTheSmallerRatioOfTheWorstDemand()
    {
        // F 0.874 where 0.9 is required: 0.100 / 0.126; rate 3.1 where 2 are required: 1.55.
        Network network = test::handMadeNetwork();
        engine::Evaluation evaluation = test::handMadeEvaluation();
        auto margins = linkValues(LinkMeasure::Margin, network, evaluation);
        QCOMPARE(margins.size(), std::size_t(2));
        QVERIFY(std::abs(margins.at(LinkId(1)) - 0.1 / 0.126) < 1e-9);

        Demand slow = *network.demands.find(DemandId(1));
        slow.id = DemandId(2);
        slow.key = QStringLiteral("slow");
        slow.minRate = 62_Hz;
        slow.minFidelity = 0.5;
        network.demands.put(slow);
        engine::DemandResult result = *evaluation.demands.find(DemandId(1));
        result.id = DemandId(2);
        result.hops.pop_back();
        evaluation.demands.put(result);
        margins = linkValues(LinkMeasure::Margin, network, evaluation);
        QVERIFY(std::abs(margins.at(LinkId(1)) - 3.1 / 62) < 1e-9);
        QVERIFY(std::abs(margins.at(LinkId(2)) - 0.1 / 0.126) < 1e-9);
    }

    void linksWithoutADemandHaveNoMargin()
    {
        Network network = test::handMadeNetwork();
        network.demands.erase(DemandId(1));
        QVERIFY(linkValues(LinkMeasure::Margin, network, engine::evaluate(network)).empty());
    }

    void lossAndLeaseAreThoseOfTheFiber()
    {
        // 100 km at 0.2 dB/km; half a euro a meter and year.
        const Network network = test::handMadeNetwork();
        const engine::Evaluation evaluation = engine::evaluate(network);
        QVERIFY(std::abs(linkValues(LinkMeasure::Loss, network, evaluation).at(LinkId(1)) - evaluation.find(LinkId(1))->loss->si()) < 1e-12);
        QVERIFY(linkValues(LinkMeasure::Loss, network, evaluation).at(LinkId(1)) > 15.0);
        QVERIFY(std::abs(linkValues(LinkMeasure::Cost, network, evaluation).at(LinkId(1)) - 50.0) < 1e-9);
        double sum = 0;
        for (const auto& [id, value] : linkValues(LinkMeasure::Cost, network, evaluation)) sum += value;
        const auto& parts = evaluation.cost.parts;
        QVERIFY(std::any_of(parts.begin(), parts.end(), [&](const engine::CostPart& part) {
            return std::abs(part.opex.si() - sum * 1e3) < 1e-6;   // the fiber lease of the whole design
        }));
    }

    void aClickOnTheLegendChoosesTheMeasure()
    {
        Canvas canvas;
        QTRY_VERIFY(canvas.view.networkScene().find(canvas.west)->style.colorClass != LinkStyle::kGray);
        auto* legend = canvas.view.findChild<Legend*>();
        QVERIFY(legend && legend->isVisible());
        QVERIFY(legend->accessibleName().contains(measureName(LinkMeasure::Fidelity)));
        QWidget* popover = openedBy(legend);
        auto* measure = popover->findChild<QComboBox*>();
        QCOMPARE(measure->count(), static_cast<int>(kLinkMeasures.size()));
        QVERIFY(measure->hasFocus());
        QTest::keyClick(measure, Qt::Key_Down);
        QTest::keyClick(measure, Qt::Key_Down);
        QVERIFY(!fields(popover).front()->isVisible());    // limits of fidelity are of no use now
        QTest::keyClick(popover, Qt::Key_Return);
        QVERIFY(canvas.view.linkMeasure() != LinkMeasure::Fidelity);
        QVERIFY(legend->accessibleName().contains(measureName(canvas.view.linkMeasure())));
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void limitsOfTheClassesAreEditedAsOneStep()
    {
        Canvas canvas;
        QTRY_VERIFY(canvas.session.evaluation() && !canvas.session.isStale());
        const Network before = canvas.network();
        const auto colorClass = [&] { return canvas.view.networkScene().find(canvas.west)->style.colorClass; };
        const double fidelity = canvas.session.evaluation()->find(canvas.west)->state.fidelity();
        auto* legend = canvas.view.findChild<Legend*>();
        QWidget* popover = openedBy(legend);
        const auto limits = fields(popover);
        QCOMPARE(limits.size(), std::size_t(5));
        // From the last to the first, so that the limits ascend all the time.
        const FidelityLimits wanted{0.01, 0.02, 0.03, 0.04, fidelity > 0.05 ? 0.05 : 0.9};
        for (std::size_t i = 0; i < limits.size(); ++i) typeInto(limits[i], wanted[i]);
        QCOMPARE(canvas.network().general().map.fidelityLimits, wanted);
        QCOMPARE(canvas.session.undoStack().count(), 1);
        QCOMPARE(colorClass(), 5);
        QStringList words;
        for (const auto& text : test::paintedTexts(*legend)) words << text.text;
        for (const double limit : wanted) QVERIFY(words.contains(QString::number(limit)));
        // One that does not ascend is not taken, and a sentence says why.
        auto* sentence = popover->findChild<QLabel*>(QStringLiteral("limitsSentence"));
        typeInto(limits[1], 0.005);
        QVERIFY(sentence->text().contains(QStringLiteral("larger")));
        QTest::keyClick(limits[1], Qt::Key_Return);
        QVERIFY(popover->isVisible());
        QCOMPARE(canvas.network().general().map.fidelityLimits, wanted);
        QTest::mouseClick(popover->findChild<QPushButton*>(QStringLiteral("resetLimits")), Qt::LeftButton);
        QVERIFY(!sentence->text().contains(QStringLiteral("larger")));
        QVERIFY(canvas.network() == before);
        QCOMPARE(canvas.session.undoStack().count(), 0);    // a gesture that ends where it began leaves no step
        typeInto(limits[4], 0.98);
        QTest::keyClick(limits[4], Qt::Key_Return);
        QVERIFY(!popover->isVisible());
        QCOMPARE(canvas.session.undoStack().count(), 1);
        canvas.session.undoStack().undo();
        QVERIFY(canvas.network() == before);
    }

    void escapeTakesLimitsBack()
    {
        Canvas canvas;
        const Network before = canvas.network();
        QWidget* popover = openedBy(canvas.view.findChild<Legend*>());
        const auto limits = fields(popover);
        typeInto(limits[4], 0.98);
        QCOMPARE(canvas.network().general().map.fidelityLimits[4], 0.98);
        limits[0]->selectAll();
        QTest::keyClicks(limits[0], limits[0]->locale().toString(0.2));    // half typed
        QCOMPARE(canvas.network().general().map.fidelityLimits[0], 0.5);
        QTest::keyClick(limits[0], Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
        QVERIFY(canvas.network() == before);
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void limitsThatDoNotAscendColorAsUsual()
    {
        MapSettings map;
        map.fidelityLimits = {0.9, 0.7, 0.85, 0.95, 0.99};
        QCOMPARE(colorScale(LinkMeasure::Fidelity, map).limits, kFidelityLimits);
    }

    void colorsFollowTheMeasureAndGrayMeansNoValue()
    {
        Canvas canvas;
        QTRY_VERIFY(canvas.session.evaluation() && !canvas.session.isStale());
        const auto style = [&] { return canvas.view.networkScene().find(canvas.west)->style; };
        const double width = style().width;
        canvas.view.setLinkMeasure(LinkMeasure::Cost);
        QCOMPARE(style().colorClass, colorScale(LinkMeasure::Cost).colorOf(canvas.session.evaluation()->find(canvas.west)->length.si() * 0.5 / 1e3));
        canvas.view.setLinkMeasure(LinkMeasure::Margin);
        QCOMPARE(style().colorClass, LinkStyle::kGray);
        QCOMPARE(linkColor(style()), theme().fieldEdge);
        QCOMPARE(style().width, width);
    }

    void theLegendPrintsEveryLimitWithoutOverlap()
    {
        Canvas canvas;
        for (const LinkMeasure measure : kLinkMeasures) {
            canvas.view.setLinkMeasure(measure);
            const auto texts = test::paintedTexts(*canvas.view.findChild<Legend*>());
            QStringList words;
            for (const auto& text : texts) words << text.text;
            for (const double limit : colorScale(measure).limits) QVERIFY(words.contains(QString::number(limit)));
            QVERIFY(words.contains(legendTitle(measure)));
            QVERIFY(test::clippedOrOverlapping(texts).isEmpty());
        }
    }
};

BELLWEAVE_TEST(LinkMeasureTest)
#include "link_measure_test.moc"
