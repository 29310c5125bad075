// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_design.h"
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_settings.h"
#include "tests/support/text_recorder.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/main_window.h"
#include "ui/frame/status_bar.h"
#include "ui/frame/verdict_bar.h"
#include "ui/session/preview.h"
#include "ui/session/fixes.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

void settle(Session& session)
{
    QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.evaluation(), 20000);
    QTest::qWait(400);
}

/// Dark pixels of a light picture.
double ink(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) count += qGray(picture.pixel(x, y)) < 130 ? 1 : 0;
    return count;
}

/// A design whose every name is long.
Network withLongNames(Network network)
{
    const Table<Site> sites = network.sites;
    for (const auto& row : sites.rows()) {
        Site site = *row;
        site.name = QStringLiteral("Vandœuvre-lès-Nancy and the whole of its metropolitan area, station %1").arg(site.id.number());
        network.sites.put(std::move(site));
    }
    return network;
}

/// No fiber is in operation.
Network withEverythingDown()
{
    Network network = gridDesign(12, 17, 3, 2);
    ElementSet links;
    for (const Link& link : network.links) links.insert(link.id);
    applyPatch(network, setDown(network, links, true));
    return network;
}

/// Elements taken down, locked, bent, and a note.
Network withStates()
{
    Network network = gridDesign(12, 17, 3, 2);
    const auto apply = [&](const Patch& patch) { applyPatch(network, patch); };
    apply(setDown(network, {{network.sites.rows()[2]->id}, {network.links.rows()[1]->id}}, true));
    apply(setLocked(network, {{network.sites.rows()[3]->id}, {network.links.rows()[4]->id}}, true));
    const GeoPosition place = *network.sites.rows().front()->position;
    apply(bendLink(network, network.links.rows()[3]->id, {{place.latitude + 2, place.longitude + 1}}));
    apply(addNote(network, {place.latitude - 1, place.longitude}, QStringLiteral("The ring closes in 2031; until then this end hangs on one fiber.")));
    return network;
}

} // namespace

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
        QTest::newRow("states and notes") << "states" << large << QString();
    }
    void noTextIsCutOrPaintedOver()
    {
        QFETCH(QString, design);
        QFETCH(QSize, size);
        QFETCH(QString, selected);
        ScriptedPrompter prompter;
        prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        const QTemporaryDir recovery;
        MainWindow window(recovery.path(), &prompter);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        open(window, design);
        select(window.session(), selected);
        turnTo(window, selected);
        QTest::qWait(selected == QStringLiteral("edited") ? 250 : 400);    // an edit's numbers are late after 150 ms
        save(window);
        const QStringList faults = clippedOrOverlapping(withoutLineEdits(paintedTexts(window), window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        checkLabels(window);
        if (qEnvironmentVariableIsEmpty("BELLWEAVE_PICTURES")) return;
        applyTheme(ThemeChoice::Dark);
        QTest::qWait(200);
        save(window, "-dark");
        applyTheme(ThemeChoice::Light);
    }

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
        ScriptedPrompter prompter;
        prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        const QTemporaryDir recovery;
        MainWindow window(recovery.path(), &prompter);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        open(window, design);
        select(window.session(), selected);
        turnTo(window, selected);
        QTest::qWait(100);
        setTextPercent(percent);    // in the running window
        setDensity(density);
        QTest::qWait(500);
        save(window);
        QCOMPARE(window.size(), size);
        const QStringList faults = clippedOrOverlapping(withoutScrolled(withoutLineEdits(paintedTexts(window), window), window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        checkLabels(window);
        if (qEnvironmentVariableIsEmpty("BELLWEAVE_PICTURES")) return;
        applyTheme(ThemeChoice::Dark);
        QTest::qWait(200);
        save(window, "-dark");
        applyTheme(ThemeChoice::Light);
    }

    void aWindowIsTheSameAgainWhenTextHasItsUsualSizeAgain()
    {
        const QTemporaryDir recovery;
        ScriptedPrompter prompter;
        MainWindow window(recovery.path(), &prompter);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
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
        const QTemporaryDir recovery;
        ScriptedPrompter prompter;
        MainWindow window(recovery.path(), &prompter);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        open(window, QStringLiteral("continental-chain"));
        auto* map = window.findChild<NetworkView*>();
        const double before = map->labelBoxes().front().height();
        setTextPercent(200);
        QTest::qWait(500);
        QVERIFY(map->labelBoxes().front().height() > 1.8 * before);
        const QImage shown = map->viewport()->grab().toImage();
        applyTheme(ThemeChoice::Dark);    // draws everything anew
        QTest::qWait(300);
        applyTheme(ThemeChoice::Light);
        QTest::qWait(300);
        // Letters are smoothed differently each time; cut ones would lack far more ink.
        const double again = ink(map->viewport()->grab().toImage());
        QVERIFY2(std::abs(ink(shown) - again) < 0.02 * again, qPrintable(QStringLiteral("%1 and %2 dark pixels").arg(ink(shown)).arg(again)));
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
        const QTemporaryDir recovery;
        ScriptedPrompter prompter;
        MainWindow window(recovery.path(), &prompter);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
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

    static void save(QWidget& window, const char* ending = "")
    {
        const QString folder = qEnvironmentVariable("BELLWEAVE_PICTURES");
        if (folder.isEmpty()) return;
        const QString state = QString::fromUtf8(QTest::currentDataTag()).remove(u',').replace(u' ', u'-');
        const QString scale = QString::number(window.devicePixelRatioF() * 100);
        const QString name = QStringLiteral("%1/%2-%3%4.png").arg(folder, state, scale, QLatin1String(ending));
        QVERIFY2(window.grab().save(name), qPrintable(name));
    }

    static void open(MainWindow& window, const QString& design)
    {
        if (design.isEmpty()) return;
        if (design == QStringLiteral("new")) {
            QVERIFY(window.files().newDesign());
            return;
        }
        const std::map<QString, Network (*)()> made{{QStringLiteral("long"), [] { return withLongNames(gridDesign(12, 17, 3, 2)); }},
                                                    {QStringLiteral("many"), [] { return gridDesign(500, 900, 6); }},
                                                    {QStringLiteral("33"), [] { return gridDesign(33, 45, 4); }},
                                                    {QStringLiteral("computing"), [] { return gridDesign(600, 1200, 100); }},
                                                    {QStringLiteral("apart"), &withEverythingDown},
                                                    {QStringLiteral("states"), &withStates}};
        if (const auto row = made.find(design); row != made.end()) {
            window.session().open(row->second(), {});
            window.showDesign();
        } else {
            QVERIFY(window.files().openExample(QStringLiteral(":/bellweave/examples/%1.bellweave").arg(design)));
        }
        settle(window.session());
    }

    /// What is typed scrolls in its field: it may be cut there, but not painted over.
    static std::vector<PaintedText> withoutLineEdits(std::vector<PaintedText> texts, const QWidget& window)
    {
        for (const QLineEdit* edit : window.findChildren<QLineEdit*>()) {
            const QRectF field(edit->mapTo(&window, QPoint()), edit->size());
            for (PaintedText& text : texts)
                if (field.contains(text.visible.center())) text.box = text.visible;
        }
        return texts;
    }

    /// What lies at the edge of something that scrolls sideways is seen whole after scrolling.
    static std::vector<PaintedText> withoutScrolled(std::vector<PaintedText> texts, const QWidget& window)
    {
        for (const QAbstractScrollArea* area : window.findChildren<QAbstractScrollArea*>()) {
            if (!area->isVisible() || area->horizontalScrollBar()->maximum() == 0) continue;
            const QRectF whole(area->mapTo(&window, QPoint()), area->size());
            for (PaintedText& text : texts)
                if (whole.contains(text.visible.center()) && (text.box.right() > whole.right() || text.box.left() < whole.left()))
                    text.box.setLeft(text.visible.left()), text.box.setRight(text.visible.right());
        }
        return texts;
    }

    /// Turns to a tab by its name.
    static void turnTo(MainWindow& window, const QString& tab)
    {
        for (QTabBar* tabs : window.findChildren<QTabBar*>())
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->tabText(i).compare(tab, Qt::CaseInsensitive) == 0) tabs->setCurrentIndex(i);
    }

    static void select(Session& session, const QString& what)
    {
        if (what == QStringLiteral("site")) session.select(session.network().sites.rows().front()->id);
        if (what == QStringLiteral("link")) session.select(session.network().links.rows().front()->id);
        if (what == QStringLiteral("edited"))
            session.push(moveSites(session.network(), {{SiteId(1), {40.0, 3.0}}}), QStringLiteral("move"));
        if (what == QStringLiteral("advice")) {
            QTRY_VERIFY_WITH_TIMEOUT(session.evaluation()->verdict.fixesSearched, 20000);
            previewFix(session, 0);
            QTRY_VERIFY_WITH_TIMEOUT(session.preview().evaluation(), 20000);
        }
        if (what == QStringLiteral("demand")) session.select(session.network().demands.rows().front()->id);
    }

    /// Labels of the map are painted from kept pictures, so they are asked for their boxes.
    static void checkLabels(MainWindow& window)
    {
        const std::vector<QRectF> boxes = window.findChild<NetworkView*>()->labelBoxes();
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                const QRectF common = boxes[i] & boxes[j];
                QVERIFY2(common.width() <= 1.0 || common.height() <= 1.0, "two labels of the map overlap");
            }
    }
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
