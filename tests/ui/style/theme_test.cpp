// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/map_settings.h"
#include "tests/support/contrast.h"
#include "tests/support/test_program.h"
#include "ui/style/theme.h"

#include <QTest>
#include <cmath>

using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

constexpr double kText = 4.5;    // WCAG 2.1, 1.4.3
constexpr double kMark = 3.0;    // 1.4.11: edges of controls, data marks, signs
/// The table of the tokens writes 3.0 for the edge of a field and rounds.
constexpr double kFieldEdge = 2.95;

/// Two colors of a theme that touch somewhere in the window.
struct Pair {
    const char* use;
    QColor ink, ground;
    double least;
};

void addTexts(std::vector<Pair>& pairs, const Theme& t)
{
    pairs.insert(pairs.end(), {
        {"menu, toolbar, status bar", t.text, t.window, kText},
        {"caption in the bars", t.textThird, t.window, kText},
        {"tab that is not chosen", t.textSecond, t.window, kText},
        {"name in a dock", t.text, t.panel, kText},
        {"field name", t.textSecond, t.panel, kText},
        {"caption, unit in a dock", t.textThird, t.panel, kText},
        {"value in a field", t.text, t.raised, kText},
        {"unit in a field, readout", t.textThird, t.raised, kText},
        {"tick label of a plot", t.textSecond, t.raised, kText},
        {"chosen row", t.text, t.selectedRow, kText},
        {"second column of a chosen row", t.textSecond, t.selectedRow, kText},
        {"failed value in a chosen row", t.bad, t.selectedRow, kText},
        {"marginal value in a chosen row", t.warn, t.selectedRow, kText},
        {"entry under the pointer", t.text, t.accentBackground, kText},
        {"shortcut of the entry under the pointer", t.textThird, t.accentBackground, kText},
        {"primary button", t.onAccent, t.accent, kText},
        {"link in a dock", t.accent, t.panel, kText},
        {"label on land", t.text, t.land, kText},
        {"label at sea", t.text, t.water, kText},
        {"second label on land", t.textSecond, t.land, kText},
        {"second label at sea", t.textSecond, t.water, kText},
        {"callout on the map", t.text, t.warnBackground, kText},
    });
}

void addVerdicts(std::vector<Pair>& pairs, const Theme& t)
{
    pairs.insert(pairs.end(), {
        {"feasible", t.ok, t.okBackground, kText},
        {"marginal", t.warn, t.warnBackground, kText},
        {"not feasible", t.bad, t.badBackground, kText},
        {"count below feasible", t.textSecond, t.okBackground, kText},
        {"count below marginal", t.textSecond, t.warnBackground, kText},
        {"count below not feasible", t.textSecond, t.badBackground, kText},
        {"reached and enough, in the bar", t.ok, t.window, kText},
        {"reached and marginal, in the bar", t.warn, t.window, kText},
        {"reached and not enough, in the bar", t.bad, t.window, kText},
        {"reached and enough, in a dock", t.ok, t.panel, kText},
        {"reached and marginal, in a dock", t.warn, t.panel, kText},
        {"reached and not enough, in a dock", t.bad, t.panel, kText},
        {"reached, beside its dot in a plot", t.ok, t.raised, kText},
        {"largest drop in a plot", t.warn, t.raised, kText},
        {"requirement line and its word in a plot", t.bad, t.raised, kText},
        {"word inside the shaded goal of a plot", t.ok, t.okBackground, kText},
    });
}

void addMarks(std::vector<Pair>& pairs, const Theme& t)
{
    pairs.insert(pairs.end(), {
        {"edge of a field in a dock", t.fieldEdge, t.panel, kFieldEdge},
        {"edge of a field from inside, axis of a plot", t.fieldEdge, t.raised, kMark},
        {"focus ring, line under the chosen tab", t.accent, t.window, kMark},
        {"focus ring in a dock, dot of a typed value", t.accent, t.panel, kMark},
        {"pinned readout in a plot", t.accent, t.raised, kMark},
        {"ring of a selected site on land", t.accent, t.land, kMark},
        {"ring of a selected site at sea", t.accent, t.water, kMark},
        {"outline of a site on land", t.text, t.land, kMark},
        {"edge of a field with refused text", t.bad, t.raised, kMark},
        {"curve of the design compared with, over the goal", t.series.back(), t.okBackground, kMark},
        {"curve over the goal", t.series.front(), t.okBackground, kMark},
    });
    for (const QColor& line : t.series) {
        pairs.push_back({"bar in a plot", line, t.panel, kMark});
        pairs.push_back({"curve in a plot", line, t.raised, kMark});
    }
    for (const QColor& link : t.fidelityClasses) {
        pairs.push_back({"link on land", link, t.land, kMark});
        pairs.push_back({"link at sea", link, t.water, kMark});
        pairs.push_back({"legend of the fidelity classes", link, t.panel, kMark});
    }
}

std::vector<Pair> pairsOf(const Theme& t)
{
    std::vector<Pair> pairs;
    addTexts(pairs, t);
    addVerdicts(pairs, t);
    addMarks(pairs, t);
    return pairs;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfBlackOnWhiteIsTwentyOne() { QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-6); }

    void everyPairInUseStandsOut_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Theme& t : {lightTheme(), darkTheme(), highContrastOf(lightTheme()), highContrastOf(darkTheme())})
            for (const Pair& pair : pairsOf(t))
                QTest::addRow("%s%s: %s", t.dark ? "dark" : "light", t.highContrast ? ", high contrast" : "", pair.use) << pair.ink << pair.ground << pair.least;
    }
    void everyPairInUseStandsOut()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double reached = contrast(ink, ground);
        QVERIFY2(reached >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(reached)));
    }

    void fidelityScaleLeavesThePageStepByStep_data() { bothThemes(); }
    void fidelityScaleLeavesThePageStepByStep()
    {
        const Theme& t = chosen();
        for (std::size_t step = 1; step < t.fidelityClasses.size(); ++step)
            QVERIFY(contrast(t.fidelityClasses[step], t.land) > contrast(t.fidelityClasses[step - 1], t.land));
    }

    void fidelityFallsIntoItsClass()
    {
        const auto& classes = theme().fidelityClasses;
        QCOMPARE(fidelityColor(0.49, bellweave::kFidelityLimits), classes[0]);
        QCOMPARE(fidelityColor(0.5, bellweave::kFidelityLimits), classes[1]);
        QCOMPARE(fidelityColor(0.90, bellweave::kFidelityLimits), classes[3]);
        QCOMPARE(fidelityColor(0.995, bellweave::kFidelityLimits), classes[5]);
        QCOMPARE(fidelityColor(0.90, {0.6, 0.8, 0.9, 0.97, 0.999}), classes[3]);
        QCOMPARE(fidelityColor(0.995, {0.6, 0.8, 0.9, 0.97, 0.999}), classes[4]);
    }

    void rateFallsIntoItsClass()
    {
        QCOMPARE(rateWidth(0.2), 1.0);
        QCOMPARE(rateWidth(1.0), 1.6);
        QCOMPARE(rateWidth(19.0), 2.4);
        QCOMPARE(rateWidth(59.0), 3.4);
        QCOMPARE(rateWidth(1e6), 4.6);
    }

    void choosingAThemeChangesThePaletteOfTheProgram()
    {
        applyTheme(ThemeChoice::Dark);
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window), darkTheme().window);
        QVERIFY(theme().dark);
        applyTheme(ThemeChoice::Light);
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window), lightTheme().window);
        QCOMPARE(themeChoice(), ThemeChoice::Light);
    }

    void highContrastTakesCaptionsToTextAndSeparatorsToEdges_data() { bothThemes(); }
    void highContrastTakesCaptionsToTextAndSeparatorsToEdges()
    {
        const Theme strong = highContrastOf(chosen());
        QCOMPARE(strong.textSecond, chosen().text);
        QCOMPARE(strong.textThird, chosen().text);
        QCOMPARE(strong.line, chosen().fieldEdge);
        applyTheme(chosen().dark ? ThemeChoice::Dark : ThemeChoice::Light);
        setHighContrast(true);
        QVERIFY(theme().highContrast && theme().dark == chosen().dark);
        QCOMPARE(QGuiApplication::palette().color(QPalette::PlaceholderText), chosen().text);
        setHighContrast(false);
        QCOMPARE(QGuiApplication::palette().color(QPalette::PlaceholderText), chosen().textThird);
    }

private:
    static void bothThemes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static const Theme& chosen()
    {
        QFETCH(bool, dark);
        return dark ? darkTheme() : lightTheme();
    }
};

BELLWEAVE_TEST(ThemeTest)
#include "theme_test.moc"
