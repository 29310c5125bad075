// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <QTest>
#include <cmath>

using namespace bellweave::ui;

namespace {

/// Linear part of an sRGB channel, WCAG 2.1, "relative luminance".
double linear(double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Contrast ratio of WCAG 2.1, from 1 to 21.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfBlackOnWhiteIsTwentyOne() { QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-6); }

    void textStandsOutFromEveryBackgroundItIsUsedOn_data() { bothThemes(); }
    void textStandsOutFromEveryBackgroundItIsUsedOn()
    {
        const Theme& t = chosen();
        for (const QColor& text : {t.text, t.textSecond, t.textThird})
            for (const QColor& ground : {t.window, t.panel, t.raised}) atLeast(text, ground, 4.5);
        for (const QColor& text : {t.text, t.textSecond, t.bad}) atLeast(text, t.selectedRow, 4.5);
        atLeast(t.onAccent, t.accent, 4.5);
        atLeast(t.accent, t.panel, 4.5);
        atLeast(t.text, t.accentBackground, 4.5);
        atLeast(t.ok, t.okBackground, 4.5);
        atLeast(t.warn, t.warnBackground, 4.5);
        atLeast(t.bad, t.badBackground, 4.5);
        atLeast(t.textSecond, t.okBackground, 4.5);
        atLeast(t.textSecond, t.warnBackground, 4.5);
        atLeast(t.textSecond, t.badBackground, 4.5);
        for (const QColor& word : {t.ok, t.warn, t.bad}) atLeast(word, t.panel, 4.5);
    }

    void edgesAndMarksStandOut_data() { bothThemes(); }
    void edgesAndMarksStandOut()
    {
        const Theme& t = chosen();
        atLeast(t.fieldEdge, t.panel, 2.95);    // the table of the tokens says 3.0 and rounds
        for (const QColor& line : t.series) atLeast(line, t.panel, 3.0);
        for (const QColor& link : t.fidelityClasses) atLeast(link, t.land, 3.0);
        atLeast(t.accent, t.window, 3.0);
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
        QCOMPARE(fidelityColor(0.49), classes[0]);
        QCOMPARE(fidelityColor(0.5), classes[1]);
        QCOMPARE(fidelityColor(0.90), classes[3]);
        QCOMPARE(fidelityColor(0.995), classes[5]);
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
    static void atLeast(const QColor& ink, const QColor& ground, double ratio)
    {
        const double reached = contrast(ink, ground);
        QVERIFY2(reached >= ratio, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(reached)));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
