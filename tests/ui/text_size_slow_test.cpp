// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/layout_window.h"
#include "ui/frame/status_bar.h"
#include "ui/frame/verdict_bar.h"
#include "ui/style/measures.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QCheckBox>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// Dark pixels of a light picture.
double ink(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) count += qGray(picture.pixel(x, y)) < 130 ? 1 : 0;
    return count;
}

} // namespace

/// Text size and density change in the running window. With BELLWEAVE_PICTURES set to a folder, states are saved there.
class TextSizeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void noTextIsCutInAnySizeOrDensity_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<Density>("density");
        QTest::addColumn<QString>("design");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("selected");
        const QSize large(1600, 1000);
        const QSize small(1180, 720);
        for (const int percent : {80, 150, 200}) {
            const auto add = [percent](const char* name, const QString& design, QSize size, const QString& selected) {
                QTest::addRow("text %d, %s", percent, name) << percent << Density::Normal << design << size << selected;
            };
            add("welcome", {}, large, {});
            add("welcome, small", {}, small, {});
            add("a demand", QStringLiteral("continental-chain"), large, QStringLiteral("demand"));
            add("a demand, small", QStringLiteral("continental-chain"), small, QStringLiteral("demand"));
            add("a site, small", QStringLiteral("national-germany"), small, QStringLiteral("site"));
            add("advice", QStringLiteral("continental-chain"), large, QStringLiteral("advice"));
            add("tables", QStringLiteral("continental-chain"), large, QStringLiteral("Tables"));
            add("layers", QStringLiteral("continental-chain"), large, QStringLiteral("Layers"));
            add("states and notes", QStringLiteral("states"), large, {});
        }
        for (const auto& [name, density] : {std::pair("compact", Density::Compact), std::pair("roomy", Density::Roomy)})
            for (const QString& selected : {QStringLiteral("demand"), QStringLiteral("site"), QStringLiteral("Tables"), QStringLiteral("Library")})
                QTest::addRow("%s, %s", name, qPrintable(selected))
                    << 100 << density << QStringLiteral("continental-chain") << (selected == QStringLiteral("site") ? small : large) << selected;
    }
    void noTextIsCutInAnySizeOrDensity()
    {
        QFETCH(int, percent);
        QFETCH(Density, density);
        QFETCH(QString, design);
        QFETCH(QSize, size);
        QFETCH(QString, selected);
        ShownWindow shown(size);
        MainWindow& window = shown.window;
        bring(window, design, selected);
        QTest::qWait(100);
        setTextPercent(percent);    // in the running window
        setDensity(density);
        QTest::qWait(500);
        save(window);
        QCOMPARE(window.size(), size);
        const QStringList faults = clippedOrOverlapping(withoutScrolled(withoutLineEdits(paintedTexts(window), window), window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        checkLabels(window);
        saveDark(window);
    }

    void aWindowIsTheSameAgainWhenTextHasItsUsualSizeAgain()
    {
        ShownWindow shown({1600, 1000});
        MainWindow& window = shown.window;
        open(window, QStringLiteral("continental-chain"));
        QTest::qWait(400);
        const auto heights = [&] {
            std::vector<int> result;
            for (const QWidget* widget : window.findChildren<QWidget*>())
                if (widget->isVisible() && !widget->inherits("QScrollBar")) result.push_back(widget->height());
            return result;
        };
        const std::vector<int> before = heights();
        const double bodyText = window.font().pointSizeF();
        setTextPercent(200);
        setDensity(Density::Roomy);
        QTest::qWait(200);
        QCOMPARE(window.font().pointSizeF(), 2 * bodyText);
        QVERIFY(heights() != before);
        setDensity(Density::Normal);
        setTextPercent(100);
        QTest::qWait(400);
        QCOMPARE(window.font().pointSizeF(), bodyText);
        QCOMPARE(window.findChild<VerdictBar*>()->height(), 52);
        QCOMPARE(window.findChild<StatusBar*>()->height(), 24);
    }

    void labelsOfTheMapAreWholeRightAfterTheTextHasGrown()
    {
        ShownWindow shown({1600, 1000});
        MainWindow& window = shown.window;
        open(window, QStringLiteral("continental-chain"));
        auto* map = window.findChild<NetworkView*>();
        const double before = map->labelBoxes().front().height();
        setTextPercent(200);
        QTest::qWait(500);
        QVERIFY(map->labelBoxes().front().height() > 1.8 * before);
        const QImage picture = map->viewport()->grab().toImage();
        applyTheme(ThemeChoice::Dark);    // draws everything anew
        QTest::qWait(300);
        applyTheme(ThemeChoice::Light);
        QTest::qWait(300);
        // Letters are smoothed differently each time; cut ones would lack far more ink.
        const double again = ink(map->viewport()->grab().toImage());
        QVERIFY2(std::abs(ink(picture) - again) < 0.02 * again, qPrintable(QStringLiteral("%1 and %2 dark pixels").arg(ink(picture)).arg(again)));
    }

    void targetsOfThePointerStayLargeEnough_data()
    {
        QTest::addColumn<Density>("density");
        QTest::addColumn<int>("percent");
        QTest::newRow("normal, small text") << Density::Normal << 80;
        QTest::newRow("roomy, small text") << Density::Roomy << 80;
        QTest::newRow("normal") << Density::Normal << 100;
        QTest::newRow("roomy") << Density::Roomy << 100;
    }
    void targetsOfThePointerStayLargeEnough()
    {
        QFETCH(Density, density);
        QFETCH(int, percent);
        ShownWindow shown({1600, 1000});
        MainWindow& window = shown.window;
        open(window, QStringLiteral("continental-chain"));
        select(window.session(), QStringLiteral("site"));
        setTextPercent(percent);
        setDensity(density);
        QTest::qWait(200);
        int checked = 0;
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            // Within a field, a table's head and the line at the bottom, what is around them sets the height.
            const QWidget* around = button->parentWidget();
            const bool isInside = button->inherits("QTableCornerButton") || qobject_cast<const QLineEdit*>(around) || qobject_cast<const StatusBar*>(around);
            if (!button->isVisible() || isInside || qobject_cast<const QCheckBox*>(button)) continue;
            ++checked;
            const QString kind = QString::fromLatin1(button->metaObject()->className());
            QVERIFY2(button->height() >= 24, qPrintable(QStringLiteral("%1 %2: %3 px").arg(kind, button->accessibleName()).arg(button->height())));
        }
        for (const QLineEdit* field : window.findChildren<QLineEdit*>())
            if (field->isVisible()) QVERIFY2(field->height() >= 24, qPrintable(field->accessibleName()));
        QVERIFY(checked > 20);
    }

    void cleanup()
    {
        setTextPercent(100);
        setDensity(Density::Normal);
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(TextSizeTest)
#include "text_size_slow_test.moc"
