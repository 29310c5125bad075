// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace bellweave::ui;

class MeasuresTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void cleanup()
    {
        setTextPercent(100);
        setDensity(Density::Normal);
        m_settings.clear();
    }

    void fontsOfWidgetsFollowTheTextSizeWithoutRoundingAway()
    {
        QWidget window;
        QLabel given(&window), inherited(&window), onlyBold(&window);
        given.setFont(uiFont(12.5, QFont::DemiBold));
        QFont bold;
        bold.setBold(true);
        onlyBold.setFont(bold);
        for (int percent = 80; percent <= 200; percent += 7) setTextPercent(percent);
        setTextPercent(200);
        QCOMPARE(given.font().pointSizeF(), 2 * 12.5 * 0.75);
        QCOMPARE(given.font().weight(), QFont::DemiBold);
        QCOMPARE(inherited.font().pointSizeF(), 2 * 13 * 0.75);
        QCOMPARE(onlyBold.font().pointSizeF(), 2 * 13 * 0.75);
        setTextPercent(100);
        QCOMPARE(given.font(), uiFont(12.5, QFont::DemiBold));
        QVERIFY(onlyBold.font().bold());
    }

    void sizesStayWithinTheirLimits()
    {
        setTextPercent(20);
        QCOMPARE(textPercent(), 80);
        setTextPercent(1000);
        QCOMPARE(textPercent(), 200);
    }

    void rowsFollowTextAndDensityAndStayATarget()
    {
        QCOMPARE(rowHeight(24), 24);
        QCOMPARE(padding(10), 10);
        setDensity(Density::Roomy);
        QCOMPARE(rowHeight(24), 29);
        QCOMPARE(padding(10), 12);
        QCOMPARE(textRoom(100), 100);
        setTextPercent(150);
        QCOMPARE(rowHeight(24), 38);
        QCOMPARE(textRoom(100), 150);
        QCOMPARE(padding(10), 12);
        setDensity(Density::Compact);
        setTextPercent(100);
        QCOMPARE(rowHeight(52), 47);
        QCOMPARE(rowHeight(24), 22);
        setTextPercent(80);
        QCOMPARE(rowHeight(24), 20);
        QCOMPARE(buttonSide(24), 22);
        setDensity(Density::Normal);
        QCOMPARE(rowHeight(24), 24);
        QCOMPARE(rowHeight(22), 22);
        QCOMPARE(buttonSide(24), 24);
    }

    void fieldsAndButtonsFollowAtOnce()
    {
        QLineEdit field;
        QPushButton button(QStringLiteral("Apply"));
        QCOMPARE(field.sizeHint().height(), 27);
        QCOMPARE(button.sizeHint().height(), 26);
        setDensity(Density::Roomy);
        QCOMPARE(field.sizeHint().height(), 32);
        QCOMPARE(button.sizeHint().height(), 31);
        setDensity(Density::Compact);
        QCOMPARE(field.sizeHint().height(), 24);
        setDensity(Density::Normal);
        setTextPercent(200);
        QCOMPARE(field.sizeHint().height(), 46);
        QVERIFY(button.sizeHint().width() > 2 * button.fontMetrics().averageCharWidth());
    }

    void paperKnowsNeitherTextSizeNorDensity()
    {
        setTextPercent(200);
        setDensity(Density::Roomy);
        const PaperTheme paper;
        QCOMPARE(textScale(), 1.0);
        QCOMPARE(rowHeight(24), 24);
        QCOMPARE(uiFont(12).pointSizeF(), 9.0);
    }

    void bothAreRemembered()
    {
        setTextPercent(130);
        setDensity(Density::Roomy);
        rememberMeasures();
        setTextPercent(100);
        setDensity(Density::Normal);
        restoreMeasures();
        QCOMPARE(textPercent(), 130);
        QCOMPARE(density(), Density::Roomy);
    }

    void whoeverFollowsIsToldOncePerChangeAndNotAfterItsEnd()
    {
        int calls = 0;
        {
            QObject owner;
            followMeasures(owner, [&] { ++calls; });
            QCOMPARE(calls, 1);
            setTextPercent(120);
            setTextPercent(120);
            QCOMPARE(calls, 2);
        }
        setTextPercent(100);
        QCOMPARE(calls, 2);
    }

private:
    bellweave::test::TestSettings m_settings;
};

BELLWEAVE_TEST(MeasuresTest)
#include "measures_test.moc"
