// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/layout_window.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

/// Every state of the window is painted, and every text in it must be whole and free of others. With BELLWEAVE_PICTURES set to
/// a folder, each state is saved there as a picture too: the target "pictures" does that at 100 and 200 %.
class LayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void theRecorderSeesACutAndAnOverlap()
    {
        const PaintedText whole{QStringLiteral("abc"), QRectF(0, 0, 30, 12), QRectF(0, 0, 30, 12), false};
        const PaintedText cut{QStringLiteral("abc"), QRectF(0, 40, 30, 12), QRectF(0, 40, 20, 12), false};
        const PaintedText over{QStringLiteral("xyz"), QRectF(10, 2, 30, 12), QRectF(10, 2, 30, 12), false};
        QVERIFY(clippedOrOverlapping({whole}).isEmpty());
        QCOMPARE(clippedOrOverlapping({whole, cut}).size(), 1);
        QCOMPARE(clippedOrOverlapping({whole, over}).size(), 1);
    }

    void noTextIsCutOrPaintedOver_data()
    {
        QTest::addColumn<QString>("design");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("selected");
        const QSize large(1600, 1000);
        const QSize small(1180, 720);
        QTest::newRow("welcome") << QString() << large << QString();
        QTest::newRow("welcome, small") << QString() << small << QString();
        QTest::newRow("empty design") << "new" << large << QString();
        QTest::newRow("national") << "national-germany" << large << QString();
        QTest::newRow("national, small") << "national-germany" << small << QString();
        QTest::newRow("continental, a demand") << "continental-chain" << large << "demand";
        QTest::newRow("continental, a site") << "continental-chain" << large << "site";
        QTest::newRow("continental, a link, small") << "continental-chain" << small << "link";
        QTest::newRow("measured link") << "measured-link" << large << "link";
        QTest::newRow("long names") << "long" << large << "site";
        QTest::newRow("long names, a demand, small") << "long" << small << "demand";
        QTest::newRow("33 sites") << "33" << large << "demand";
        QTest::newRow("500 sites") << "many" << large << "demand";
        QTest::newRow("no route") << "apart" << large << "demand";
        QTest::newRow("computing") << "computing" << large << "edited";
        QTest::newRow("preview and advice") << "continental-chain" << large << "advice";
        QTest::newRow("preview and advice, small") << "continental-chain" << small << "advice";
        QTest::newRow("layers") << "continental-chain" << large << "Layers";
        QTest::newRow("library, small") << "continental-chain" << small << "Library";
        QTest::newRow("tables") << "continental-chain" << large << "Tables";
        QTest::newRow("orbits") << "satellite-dual-downlink" << large << "Orbits";
        QTest::newRow("orbits of a constellation, small") << "constellation-three-continents" << small << "Orbits";
        QTest::newRow("states and notes") << "states" << large << QString();
    }
    void noTextIsCutOrPaintedOver()
    {
        QFETCH(QString, design);
        QFETCH(QSize, size);
        QFETCH(QString, selected);
        ShownWindow shown(size);
        MainWindow& window = shown.window;
        bring(window, design, selected);
        QTest::qWait(selected == QStringLiteral("edited") ? 250 : 400);    // an edit's numbers are late after 150 ms
        save(window);
        const QStringList faults = clippedOrOverlapping(withoutLineEdits(paintedTexts(window), window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        checkLabels(window);
        saveDark(window);
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(LayoutTest)
#include "layout_slow_test.moc"
