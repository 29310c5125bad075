// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/sky_path.h"
#include "engine/orbits/ground_track.h"
#include "model/edit/walker.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/frame/window_fixture.h"
#include "ui/canvas/canvas_input.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/design_page.h"
#include "ui/frame/dock_rail.h"
#include "ui/frame/status_bar.h"
#include "ui/frame/workspaces.h"
#include "ui/orbits/orbit_bar.h"
#include "ui/orbits/orbit_controller.h"
#include "ui/orbits/orbit_list.h"
#include "ui/orbits/orbit_plot.h"
#include "ui/orbits/orbits_page.h"
#include "ui/orbits/pass_panel.h"
#include "ui/orbits/pass_table.h"
#include "ui/orbits/pass_timeline.h"
#include "ui/orbits/sky_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

constexpr int kPatience = 20'000;    // ms

Network example(const char* name) { return readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(QString::fromLatin1(name)))->network; }

} // namespace

class OrbitsPageTest : public test::WindowFixture {
    Q_OBJECT

    Session& session() const { return m_window->session(); }
    DesignPage& design() const { return *m_window->findChild<DesignPage*>(); }
    OrbitsPage& page() const { return *design().workspaces().orbitsPage(); }
    OrbitController& orbits() const { return page().controller(); }
    bool open(const Network& network) const
    {
        m_window->files().newDesign();
        session().open(network, QString());
        trigger(ActionId::OrbitsWorkspace);
        return QTest::qWaitFor([this] { return orbits().almanac() && orbits().numbers() && session().evaluation() && !session().isStale(); }, kPatience);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { QTest::keyClick(&page().view(), Qt::Key(key), modifiers); }

private Q_SLOTS:
    void init()
    {
        m_settings.clear();
        m_recovery = std::make_unique<QTemporaryDir>();
        openWindow({1500, 950});
    }
    void cleanup() { m_window.reset(); }

    void theKeyLeadsToOrbitsAndBack()
    {
        m_window->files().newDesign();
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(page().isVisible() && action(ActionId::OrbitsWorkspace).isChecked());
        QVERIFY(!orbits().almanac());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(design().workspaces().isDesignShown());
    }

    void theMomentMovesSatellitesLinksAndNumbers()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto& row = orbits().almanac()->rows()[*orbits().row()];
        QVERIFY(row.isPair());
        const auto usable = std::find_if(row.passes.begin(), row.passes.end(), [](const engine::SkyPass& pass) { return !pass.usable.empty(); });
        QVERIFY(usable != row.passes.end());
        const NetworkScene& scene = page().view().networkScene();
        QVERIFY(scene.links().empty());    // midnight: the satellite is elsewhere
        orbits().choosePass({*orbits().row(), static_cast<std::size_t>(usable - row.passes.begin())});
        QCOMPARE(orbits().clock().time(), usable->best);
        QCOMPARE(scene.links().size(), std::size_t{2});
        const Site& satellite = *session().network().sites.find(usable->satellite);
        const auto below = engine::mapPlace(satellite, session().network().general().time, usable->best);
        QVERIFY(scene.placeOf(satellite) && std::abs(scene.placeOf(satellite)->latitude - below->latitude) < 1e-9);
        const DemandId demand = session().network().demands.begin()->id;
        QVERIFY(QTest::qWaitFor([&] { return orbits().numbers()->find(demand)->keyRate > Rate() || orbits().numbers()->find(demand)->rate > Rate(); }, kPatience));
        orbits().clock().setTime(0.0);
        QVERIFY(scene.links().empty());
        QVERIFY(QTest::qWaitFor([&] { return orbits().numbers()->find(demand)->rate == Rate(); }, kPatience));
    }

    void theLossTableTellsTheLinkBudgetOfTheMoment()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        orbits().stepPass(1);
        orbits().stepPass(1);
        const engine::SkyScene& scene = orbits().almanac()->scene();
        SatelliteLink link = std::get<SatelliteLink>(session().network().links.find(scene.links().front())->kind);
        link.way = scene.wayOf(scene.links().front(), orbits().moment()->moment);
        double total = 0.0;
        for (const engine::LossTerm& term : engine::skyPath(link).losses) total += term.loss.si();
        const QString losses = page().panel().losses();
        QVERIFY2(losses.contains(QString::number(total, 'f', 1)), qPrintable(losses));
        QVERIFY(!page().panel().skyPlot().accessibleDescription().isEmpty());
    }

    void keysLeadTheMoment()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        OrbitClock& clock = orbits().clock();
        press(Qt::Key_Period);
        QCOMPARE(clock.time(), clock.stepLength());
        press(Qt::Key_Comma);
        QCOMPARE(clock.time(), 0.0);
        press(Qt::Key_Period, Qt::ShiftModifier);
        const auto& passes = orbits().almanac()->rows()[*orbits().row()].passes;
        QCOMPARE(clock.time(), passes[0].best);
        press(Qt::Key_Greater, Qt::ShiftModifier);    // what Shift and the full stop are on many keyboards
        QCOMPARE(clock.time(), passes[1].best);
        press(Qt::Key_Comma, Qt::ShiftModifier);
        QCOMPARE(clock.time(), passes[0].best);
        press(Qt::Key_Space);
        QVERIFY(clock.isPlaying());
        const double before = clock.time();
        QVERIFY(QTest::qWaitFor([&] { return clock.time() > before; }, kPatience));
        press(Qt::Key_Space);
        QVERIFY(!clock.isPlaying());
    }

    void draggingThePlayheadScrubs()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        PassTimeline& timeline = page().timeline();
        const auto at = [&](double time) { return QPoint(static_cast<int>(std::lround(timeline.xOf(time))), 8); };
        QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, at(20'000.0));
        QVERIFY(std::abs(orbits().clock().time() - 20'000.0) < 200.0);
        QTest::mouseMove(timeline.viewport(), at(50'000.0));
        QMouseEvent move(QEvent::MouseMove, at(50'000.0), timeline.viewport()->mapToGlobal(at(50'000.0)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(timeline.viewport(), &move);
        QVERIFY(std::abs(orbits().clock().time() - 50'000.0) < 200.0);
        QTest::mouseRelease(timeline.viewport(), Qt::LeftButton, {}, at(50'000.0));
    }

    void theTableListsThePassesAndAClickGoesThere()
    {
        QVERIFY(open(example("constellation-three-continents")));
        page().bar().tabs().setCurrentIndex(1);
        PassTable& table = page().table();
        QVERIFY(table.isVisible());
        const auto& passes = orbits().almanac()->rows()[*orbits().row()].passes;
        QCOMPARE(table.model()->rowCount(), static_cast<int>(passes.size()));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(3, 1)).center());
        QCOMPARE(orbits().clock().time(), passes[3].best);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), static_cast<qsizetype>(passes.size()) + 1);
        table.sortByColumn(PassModel::Elevation, Qt::DescendingOrder);
        const double highest = std::max_element(passes.begin(), passes.end(), [](const auto& a, const auto& b) { return a.elevation < b.elevation; })->elevation;
        QCOMPARE(table.model()->index(0, PassModel::Elevation).data(PassModel::kSortRole).toDouble(), highest);
    }

    void ofAConstellationOnlyTheChosenSatellitesHaveTracks()
    {
        QVERIFY(open(example("constellation-three-continents")));
        QCOMPARE(page().layer().satellites().size(), std::size_t{1});    // that of the next pass
        const SiteId last = orbits().almanac()->scene().satellites().back();
        session().select(last);
        QCOMPARE(page().layer().satellites(), std::vector{last});
        for (const SiteId id : orbits().almanac()->scene().satellites())
            QCOMPARE(page().view().networkScene().seriesOf(id), id == last ? satelliteSeries(orbits().almanac()->scene(), id) : kInk);
        QVERIFY(open(example("geostationary-source")));
        QCOMPARE(page().layer().satellites().size(), orbits().almanac()->scene().satellites().size());
    }

    void inANarrowWindowTheListIsARailThatOpensItOverTheMap()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        QVERIFY(page().list().isVisible() && !page().rail().isVisible());
        m_window->resize(1180, 720);
        QTRY_VERIFY(page().rail().isVisible() && !page().list().isVisible());
        const int mapWidth = page().view().width();
        page().rail().button(&page().list())->click();
        QVERIFY(page().list().isVisible());
        QCOMPARE(page().view().width(), mapWidth);
        QTest::keyClick(&page().list(), Qt::Key_Escape);
        QVERIFY(!page().list().isVisible() && page().view().hasFocus());
        trigger(ActionId::LeftDock);    // pinned
        QVERIFY(page().isVisible() && page().list().isVisible() && !page().rail().isVisible());
        QTRY_VERIFY(page().view().width() < mapWidth);
        QVERIFY(action(ActionId::LeftDock).isChecked());
    }

    void theListOffersWhatTheMapOffers()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto menuOf = [this](int section) {
            page().list().setCurrentItem(page().list().topLevelItem(section)->child(0));
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, {5, 5}, page().list().viewport()->mapToGlobal(QPoint(5, 5)));
            QCoreApplication::sendEvent(page().list().viewport(), &asked);
            return qobject_cast<QMenu*>(QApplication::activePopupWidget());
        };
        const auto find = [](const QMenu& menu, const char* text) {
            for (QAction* action : menu.actions())
                if (action->text().remove(u'&') == QString::fromUtf8(text)) return action;
            return static_cast<QAction*>(nullptr);
        };
        QMenu* ofStation = menuOf(1);
        QVERIFY(ofStation && find(*ofStation, "Clouds from a file…") && find(*ofStation, "Rename") && !find(*ofStation, "Show on the map"));
        ofStation->close();
        QMenu* ofSatellite = menuOf(0);
        QVERIFY(ofSatellite && find(*ofSatellite, "Show on the map") && find(*ofSatellite, "Delete"));
        const std::size_t before = session().network().sites.size();
        find(*ofSatellite, "Delete")->trigger();
        ofSatellite->close();
        QCOMPARE(session().network().sites.size(), before - 1);
    }

    /// Also where the map does not show it: the globe turns, and a satellite may be behind.
    void aSatelliteIsRenamedWhereverItIs()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const SiteId id = orbits().almanac()->scene().satellites().front();
        for (const ProjectionKind kind : {ProjectionKind::Equirectangular, ProjectionKind::Globe}) {
            page().view().setProjection(kind);
            session().select(id);
            for (double time = 0.0; kind == ProjectionKind::Globe && time < 10'000.0 && page().view().screenPosition(id); time += 300.0) orbits().clock().setTime(time);
            QCOMPARE(page().view().screenPosition(id).has_value(), kind != ProjectionKind::Globe);
            trigger(ActionId::Rename);
            auto* input = page().view().viewport()->findChild<CanvasInput*>();
            QVERIFY(input && input->isVisible());
            const QString name = kind == ProjectionKind::Globe ? QStringLiteral("Mozi") : QStringLiteral("Micius");
            input->setText(name);
            QTest::keyClick(input, Qt::Key_Return);
            QCOMPARE(session().network().sites.find(id)->name, name);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void theCourseOverTheSpanIsThatOfTheDemand()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const engine::DemandResult& result = *session().evaluation()->find(session().network().demands.begin()->id);
        QVERIFY(result.course);
        QCOMPARE(page().spanPlot().curve().steps.size(), result.course->points.size());
        double bits = 0.0;
        for (const OrbitPlot::Step& step : page().spanPlot().curve().steps) bits += step.mean * step.time.length();
        QVERIFY(std::abs(bits - result.course->keyBits) < 1e-6 * result.course->keyBits);
        QVERIFY(page().spanPlot().data().count(u'\n') > 3);
    }

    /// The curve of a pass adds up to what the course has in it, each with its own steps.
    void aPassBringsWhatTheCourseSays()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto& row = orbits().almanac()->rows()[*orbits().row()];
        const auto usable = std::find_if(row.passes.begin(), row.passes.end(), [](const engine::SkyPass& pass) { return !pass.usable.empty(); });
        orbits().choosePass({*orbits().row(), static_cast<std::size_t>(usable - row.passes.begin())});
        QVERIFY(QTest::qWaitFor([this] { return !orbits().curve().points.empty(); }, kPatience));
        const engine::DemandResult& result = *session().evaluation()->find(session().network().demands.begin()->id);
        double bits = 0.0;
        for (const engine::CoursePoint& point : result.course->points) {
            const double common = std::min(point.until.si(), usable->time.until) - std::max(point.from.si(), usable->time.from);
            if (common > 0.0) bits += common * point.keyRate.si();
        }
        QVERIFY2(std::abs(orbits().curve().keyBits() / bits - 1.0) < 0.02, qPrintable(QStringLiteral("%1 for %2").arg(orbits().curve().keyBits()).arg(bits)));
        QVERIFY(page().panel().facts().contains(QStringLiteral("Key this pass")));
    }

    void anEditIsFollowed()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto before = orbits().almanac();
        Network changed = session().network();
        const SiteId id = before->scene().satellites().front();
        Site site = *changed.sites.find(id);
        site.orbit->altitude = 1200_km;
        session().push(replaceSite(session().network(), site), QStringLiteral("Raise"));
        QVERIFY(QTest::qWaitFor([&] { return orbits().almanac() != before; }, kPatience));
        QVERIFY(orbits().almanac()->rows().front().passes.size() > before->rows().front().passes.size());
    }

    /// Several satellites stand over a station at once: the one that was chosen is shown, not the one that rose first.
    void aPassAmongOthersIsShownWhenItIsChosen()
    {
        QVERIFY(open(example("constellation-three-continents")));
        const auto& passes = orbits().almanac()->rows()[*orbits().row()].passes;
        int overlapping = 0;
        for (std::size_t i = 1; i < passes.size(); ++i) {
            const bool isAmong = std::any_of(passes.begin(), passes.begin() + static_cast<std::ptrdiff_t>(i), [&](const engine::SkyPass& other) { return other.time.until >= passes[i].best; });
            if (!isAmong) continue;
            ++overlapping;
            orbits().choosePass({*orbits().row(), i});
            QCOMPARE(*orbits().pass(), (ChosenPass{*orbits().row(), i}));
            QVERIFY(page().panel().facts().contains(QString::number(passes[i].elevation, 'g', 3).left(3)));
        }
        QVERIFY(overlapping > 0);
        orbits().clock().setTime(passes.front().best);
        QCOMPARE(orbits().pass()->pass, std::size_t{0});
    }

    void satellitesThatAreAddedHereHaveAPlaceAtOnce()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        orbits().clock().setTime(30'000.0);
        const auto before = orbits().almanac();
        session().push(*walkerConstellation(session().network(), WalkerPattern(), {.like = before->scene().satellites().front()}), QStringLiteral("Add"));
        QVERIFY(page().view().networkScene().unplacedSites().empty());
        QVERIFY(QTest::qWaitFor([&] { return orbits().almanac() != before && orbits().moment()->places.size() == 25; }, kPatience));
        QVERIFY(page().layer().satellites().size() <= 1);
    }

    void aLensShowsTheMomentToo()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        orbits().stepPass(1);
        orbits().stepPass(1);
        page().view().openLensAt({500, 250});
        const NetworkView& lens = page().view().lenses().all().front()->view();
        const Site& satellite = *session().network().sites.find(orbits().almanac()->scene().satellites().front());
        QCOMPARE(*lens.networkScene().placeOf(satellite), *page().view().networkScene().placeOf(satellite));
        orbits().clock().setTime(1000.0);
        QCOMPARE(*lens.networkScene().placeOf(satellite), *page().view().networkScene().placeOf(satellite));
        QVERIFY(lens.networkScene().links().empty());
    }

    void anotherDesignForgetsWhatWasShown()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        orbits().clock().setPlaying(true);
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        m_window->files().newDesign();
        QVERIFY(!orbits().almanac() && !orbits().numbers() && !orbits().clock().isPlaying());
        QTest::qWait(500);
        QVERIFY(!orbits().almanac() && !orbits().numbers());
    }

    /// A click on a name chooses the row; what follows does not lead the moment.
    void aDragFromANameDoesNotLeadTheMoment()
    {
        QVERIFY(open(example("constellation-three-continents")));
        orbits().clock().setTime(40'000.0);
        PassTimeline& timeline = page().timeline();
        const QPoint name(20, static_cast<int>(timeline.boxOf(1).center().y()));
        QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, name);
        QMouseEvent move(QEvent::MouseMove, name + QPoint(3, 0), timeline.viewport()->mapToGlobal(name + QPoint(3, 0)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(timeline.viewport(), &move);
        QTest::mouseRelease(timeline.viewport(), Qt::LeftButton, {}, name);
        QCOMPARE(*orbits().row(), std::size_t{1});
        QCOMPARE(orbits().clock().time(), 40'000.0);
    }

    void theStatusBarTellsOfTheMapThatIsShown()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto shows = [this](const QString& words) {
            const auto labels = m_window->findChild<StatusBar*>()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == words; });
        };
        QVERIFY(shows(projectionName(ProjectionKind::Equirectangular)));
        trigger(ActionId::DesignWorkspace);
        QVERIFY(shows(projectionName(design().view().projection())));
    }

    void theMenuOfProjectionsIsForTheMapThatIsShown()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const ProjectionKind before = design().view().projection();
        QVERIFY(action(ActionId::Equirectangular).isChecked());
        trigger(ActionId::Globe);
        QCOMPARE(page().view().projection(), ProjectionKind::Globe);
        QCOMPARE(design().view().projection(), before);
        trigger(ActionId::DesignWorkspace);
        QVERIFY(!action(ActionId::Globe).isChecked());
        trigger(ActionId::OrbitsWorkspace);
        QVERIFY(action(ActionId::Globe).isChecked());
    }

    void aSatelliteOrStationThatIsSelectedLeadsThePanel()
    {
        QVERIFY(open(example("constellation-three-continents")));
        const SiteId last = orbits().almanac()->scene().satellites().back();
        session().select(last);
        QCOMPARE(orbits().passAt(*orbits().pass())->satellite, last);
        session().select(Selection());    // then every satellite counts again
        const auto& passes = orbits().almanac()->rows()[*orbits().row()].passes;
        const auto next = std::find_if(passes.begin(), passes.end(), [this](const engine::SkyPass& pass) { return pass.time.until >= orbits().clock().time(); });
        QCOMPARE(orbits().pass()->pass, static_cast<std::size_t>(next - passes.begin()));
        const SiteId station = orbits().almanac()->rows().back().first;
        session().select(station);
        QCOMPARE(orbits().almanac()->rows()[*orbits().row()].first, station);
        QVERIFY(!orbits().almanac()->rows()[*orbits().row()].isPair());
    }

    void aToolThatActsSaysSo()
    {
        QVERIFY(open(example("satellite-dual-downlink")));
        const auto isSaid = [this](const char* words) {
            const auto labels = page().view().viewport()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(QLatin1String(words)); });
        };
        press(Qt::Key_L);
        QVERIFY(isSaid("Joins two sites"));
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(!isSaid("Joins two sites"));
    }

    void aDesignWithoutSatellitesSaysWhatToDo()
    {
        m_window->files().newDesign();
        trigger(ActionId::OrbitsWorkspace);
        QTest::qWait(200);
        QVERIFY(!orbits().almanac());
        QVERIFY(!page().bar().playButton().isEnabled());
        press(Qt::Key_Space);
        QVERIFY(!orbits().clock().isPlaying());
    }
};

BELLWEAVE_TEST(OrbitsPageTest)
#include "orbits_page_test.moc"
