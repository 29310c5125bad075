// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/fingerprint.h"
#include "tests/support/test_program.h"
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme.h"

#include <QTemporaryDir>

using namespace bellweave;
using namespace bellweave::ui;

class PlotsTest : public QObject {
    Q_OBJECT

    Network m_network = test::handMadeNetwork();
    engine::Evaluation m_evaluation = test::handMadeEvaluation();
    QTemporaryDir m_folder;

    PlotContext context() const { return {m_network, m_evaluation, defaultDemand(m_evaluation)}; }
    QByteArray exported(const QString& id, const QString& name)
    {
        const QString path = m_folder.filePath(name);
        const auto written = exportPlot(id, m_network, m_evaluation, path, QSize(420, 260));
        if (!written) qWarning("%s", qPrintable(written.error().text()));
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList lines(const QByteArray& csv) { return QString::fromUtf8(csv).split(u'\n', Qt::SkipEmptyParts); }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void errorBudgetRowsSumToTheInfidelity()
    {
        const PlotData data = makeErrorBudgetPlot()->data(context());
        double sum = 0.0, shares = 0.0;
        for (const auto& row : data.rows) {
            sum += std::get<double>(row[1]);
            shares += std::get<double>(row[2]);
        }
        QVERIFY(std::abs(sum - 0.126) < 1e-12);
        QVERIFY(std::abs(shares - 100.0) < 1e-9);
    }

    void errorBudgetSaysHowMuchIsAllowed()
    {
        const auto plot = makeErrorBudgetPlot();
        QCOMPARE(plot->subtitle(context()), QStringLiteral("0.126 of 0.100"));
        QVERIFY(plot->isSubtitleBad(context()));
    }

    void withoutADemandThePlotsSayWhatToDo()
    {
        const PlotContext nothing{m_network, m_evaluation, nullptr};
        for (const auto& plot : makePlots()) {
            if (plot->id() == u"cost-by-part") QVERIFY(plot->emptySentence(nothing).isEmpty());
            else QCOMPARE(plot->emptySentence(nothing), QStringLiteral("Select a demand to see its budget."));
        }
    }

    void aDemandWithoutRouteShowsTheReason()
    {
        engine::DemandResult cut;
        cut.id = DemandId(1);
        cut.reason = QStringLiteral("No route from A to B.");
        QCOMPARE(makeRouteFidelityPlot()->emptySentence({m_network, m_evaluation, &cut}), cut.reason);
    }

    void routeTableHoldsEveryStation()
    {
        const PlotData data = makeRouteFidelityPlot()->data(context());
        QCOMPARE(data.rows.size(), std::size_t(3));
        QCOMPARE(std::get<double>(data.rows[1][1]), 100.0);
        QCOMPARE(std::get<double>(data.rows[1][2]), 0.97);
        QCOMPARE(std::get<double>(data.rows[1][3]), 0.93);
    }

    void csvHasHeadRowsAndQuotedTexts()
    {
        const QStringList cost = lines(exported(QStringLiteral("cost-by-part"), QStringLiteral("cost.csv")));
        QCOMPARE(cost.size(), 3);
        QCOMPARE(cost[0], QStringLiteral("Part,Count,\"Capital, €\",\"Yearly, €/a\",\"Power, W\",Design fingerprint"));
        QCOMPARE(cost[1], QStringLiteral("Processor,2,4e+06,420000,20000,") + designFingerprint(m_network));
        QVERIFY(cost[2].startsWith(QStringLiteral("\"Repeater, \"\"new\"\"\",1,")));
    }

    void svgIsTheSameBytesEveryTime()
    {
        for (const QString& id : plotIds()) {
            const QByteArray first = exported(id, id + QStringLiteral("-1.svg"));
            QVERIFY2(first.size() > 1000, qPrintable(id));
            QCOMPARE(exported(id, id + QStringLiteral("-2.svg")), first);
        }
    }

    void svgHoldsTitleAsText()
    {
        QVERIFY(exported(QStringLiteral("error-budget"), QStringLiteral("budget.svg")).contains("Error budget"));
    }

    void pngHasTheWantedSizeAndPdfIsPdf()
    {
        const QImage image = QImage::fromData(exported(QStringLiteral("error-budget"), QStringLiteral("budget.png")));
        QCOMPARE(image.size(), QSize(420, 260));
        QVERIFY(exported(QStringLiteral("fidelity-along-route"), QStringLiteral("route.pdf")).startsWith("%PDF"));
    }

    void dpiScalesThePng()
    {
        const QString path = m_folder.filePath(QStringLiteral("fine.png"));
        QVERIFY(writePlot(*makeErrorBudgetPlot(), context(), path, QSize(400, 200), 192).has_value());
        QCOMPARE(QImage(path).size(), QSize(800, 400));
    }

    void unknownPlotsAndEndingsAreNamed()
    {
        const auto noPlot = exportPlot(QStringLiteral("pie"), m_network, m_evaluation, m_folder.filePath(QStringLiteral("a.svg")), {10, 10});
        QVERIFY(!noPlot && noPlot.error().sentence.contains(QStringLiteral("error-budget")));
        const auto noEnding = exportPlot(QStringLiteral("error-budget"), m_network, m_evaluation, QStringLiteral("a.bmp"), {10, 10});
        QVERIFY(!noEnding && noEnding.error().sentence.contains(QStringLiteral(".svg")));
    }

    void arrowKeysReadTheValuesOut()
    {
        PlotView view(makeRouteFidelityPlot());
        view.resize(330, 200);
        view.PlotView::show(std::make_shared<const Network>(m_network), std::make_shared<const engine::Evaluation>(m_evaluation), DemandId(1));
        view.QWidget::show();
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY2(view.readout().contains(QStringLiteral("F after the swap: 0.930, met")), qPrintable(view.readout()));
        QCOMPARE(view.accessibleDescription(), QStringLiteral("Repeater 2, 100 km, F after the hop, 0.970, requirement met"));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.readout().isEmpty());
    }

    void wheelZoomsAndDoubleClickResets()
    {
        PlotView view(makeRouteFidelityPlot());
        view.resize(330, 200);
        view.PlotView::show(std::make_shared<const Network>(m_network), std::make_shared<const engine::Evaluation>(m_evaluation), DemandId(1));
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QWidget* canvas = view.childAt(180, 100);
        QVERIFY(canvas);
        QWheelEvent wheel(QPointF(180, 100), canvas->mapToGlobal(QPointF(180, 100)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas, &wheel);
        QVERIFY(view.isZoomed());
        QTest::mouseDClick(canvas, Qt::LeftButton, Qt::NoModifier, QPoint(180, 100));
        QVERIFY(!view.isZoomed());
    }

    void allPlotsRedrawTwentyTimesASecond()
    {
        std::vector<std::unique_ptr<PlotView>> views;
        for (auto& plot : makePlots()) {
            views.push_back(std::make_unique<PlotView>(std::move(plot)));
            views.back()->resize(330, 200);
            views.back()->QWidget::show();
        }
        const auto network = std::make_shared<const Network>(m_network);
        const auto evaluation = std::make_shared<const engine::Evaluation>(m_evaluation);
        QElapsedTimer clock;
        clock.start();
        for (int frame = 0; frame < 20; ++frame) {
            for (auto& view : views) view->PlotView::show(network, evaluation, DemandId(1));
            QCoreApplication::processEvents();
        }
        const double perFrame = double(clock.nsecsElapsed()) / 20e6;
        qInfo("all plots: %.1f ms a redraw", perFrame);
        QVERIFY(perFrame < 50.0);
    }

    void figuresFollowTheHouseStyle()
    {
        using namespace figures;
        QCOMPARE(fidelityText(0.874), QStringLiteral("0.874"));
        QCOMPARE(fidelityText(0.99512), QStringLiteral("0.9951"));
        QCOMPARE(rateText(8.431), QStringLiteral("8.4"));
        QCOMPARE(rateText(61.2), QStringLiteral("61"));
        QCOMPARE(rateText(1178.0), QStringLiteral("1\u2009178"));
        QCOMPARE(rateText(0.0031), QStringLiteral("0.0031"));
        QCOMPARE(rateText(3.13e-6), QStringLiteral("3.1 × 10⁻⁶"));
        QCOMPARE(kilometersText(118.4e3), QStringLiteral("118"));
        QCOMPARE(kilometersText(7.44e3), QStringLiteral("7.4"));
        QCOMPARE(millionsText(0.48e6), QStringLiteral("0.48"));
        QCOMPARE(percentText(0.366), QStringLiteral("37 %"));
        QCOMPARE(durationText(0.61), QStringLiteral("0.61 s"));
        QCOMPARE(durationText(0.0093), QStringLiteral("9.3 ms"));
        QCOMPARE(countText(1234567), QStringLiteral("1\u2009234\u2009567"));
        QCOMPARE(countText(999), QStringLiteral("999"));
        QCOMPARE(estimateText(11.43781, 0.0441), QStringLiteral("11.438 ± 0.044"));
        QCOMPARE(estimateText(1234.5, 21.0), QStringLiteral("1\u2009235 ± 21"));
        QCOMPARE(estimateText(0.0, 0.5), QStringLiteral("0.00 ± 0.50"));
        QCOMPARE(estimateText(3.126e-7, 0.21e-7), QStringLiteral("(3.13 ± 0.21) × 10⁻⁷"));
        QCOMPARE(estimateText(0.75, 0.0), QStringLiteral("0.7500"));
    }
};

BELLWEAVE_TEST(PlotsTest)
#include "plots_test.moc"
