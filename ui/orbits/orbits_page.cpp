// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbits_page.h"

#include "ui/canvas/canvas_menu.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/dock_rail.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/side_tabs.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/orbits/orbit_bar.h"
#include "ui/orbits/orbit_controller.h"
#include "ui/orbits/orbit_curves.h"
#include "ui/orbits/orbit_legend.h"
#include "ui/orbits/orbit_list.h"
#include "ui/orbits/pass_panel.h"
#include "ui/orbits/pass_table.h"
#include "ui/orbits/pass_timeline.h"
#include "ui/orbits/projection_choice.h"
#include "ui/orbits/tool_hint.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostTracks = 24;      // that can be told apart, and are drawn within a frame
constexpr std::size_t kFewSatellites = 6;    // so many are looked at without being selected

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent)
{
    auto* made = new QSplitter(orientation, parent);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(4);
    return made;
}

/// The lowest view of the stations, degrees: from there on a satellite may be used.
double lowestView(const Network& network)
{
    double least = 90.0;
    for (const Site& site : network.sites)
        if (site.position && site.groundStation) least = std::min(least, site.groundStation->leastElevation);
    return least < 90.0 ? least : GroundStation().leastElevation;
}

} // namespace

OrbitsPage::OrbitsPage(Session& session, QWidget* parent)
    : WorkspacePage(parent), m_session(session), m_orbits(new OrbitController(session, this)), m_view(new NetworkView(session)), m_legend(new OrbitLegend(m_layer, *m_view->viewport())),
      m_list(new OrbitList(session, *m_orbits)), m_bar(new OrbitBar(session, *m_orbits)), m_timeline(new PassTimeline(session, *m_orbits)), m_table(new PassTable(session, *m_orbits)),
      m_span(new OrbitPlot(tr("Rate over the span"))), m_listTabs(new SideTabs(tr("Satellites and ground stations"))),
      m_rail(new DockRail(tr("Satellites and ground stations"))), m_side(new SideTabs(tr("Pass and inspector"))), m_panel(new PassPanel(session, *m_orbits)),
      m_inspector(new InspectorPanel(session)), m_pages(new QStackedWidget), m_columns(splitter(Qt::Horizontal, this)),
      m_rows(splitter(Qt::Vertical, this)), m_top(splitter(Qt::Horizontal, this))
{
    setAccessibleName(tr("Orbits"));
    setAcceptDrops(true);
    m_view->setAccessibleName(tr("Map of orbits"));
    for (const Overlay overlay : {Overlay::Legend, Overlay::Overview, Overlay::Callout, Overlay::ScaleBar}) m_view->setOverlayShown(overlay, false);
    m_view->setProjection(ProjectionKind::Equirectangular);
    m_view->setFitsWorld(true);
    m_view->setUnderlay([this](QPainter& painter, const Camera& camera, const Projection& projection) { m_layer.paint(painter, camera, projection); });
    m_view->setEmptyWords(tr("Place ground stations in the Design workspace, add satellites here with +, and join them by links (L)."));
    new ProjectionChoice(*m_view);
    new ToolHint(*m_view);
    layOut();
    connectParts();
    followAlmanac();
}

OrbitsPage::~OrbitsPage() { m_view->setUnderlay({}); }

void OrbitsPage::connectParts()
{
    connect(m_orbits, &OrbitController::almanacChanged, this, &OrbitsPage::followAlmanac);
    connect(m_orbits, &OrbitController::momentChanged, this, &OrbitsPage::followMoment);
    connect(m_orbits, &OrbitController::numbersChanged, this, [this] { m_view->setNumbers(m_orbits->numbers()); });
    connect(m_orbits, &OrbitController::chosenChanged, this, [this] { followSatellites(), followSpan(); });
    connect(&m_session, &Session::evaluationChanged, this, &OrbitsPage::followSpan);
    connect(m_list, &OrbitList::sightsChanged, this, [this] {
        m_layer.setSights(m_list->sights());
        m_legend->place();
        m_view->viewport()->update();
    });
    connect(m_list, &OrbitList::menuWanted, this, [this](SiteId site, QPoint place) { makeListMenu(site)->popup(place); });
    connect(m_bar, &OrbitBar::tabChosen, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_bar, &OrbitBar::timeFrameWanted, this, [this] { showField({}, QStringLiteral("time/epoch")); });
    connect(m_view, &NetworkView::projectionChanged, m_view, &NetworkView::fitAll);
    connect(m_view, &NetworkView::fieldRequested, this, &OrbitsPage::showField);
    connect(m_view, &NetworkView::inspectorRequested, this, [this] {
        m_side->showPage(m_inspector);
        m_inspector->focusFirstField();
    });
    connect(m_span, &OrbitPlot::timeWanted, &m_orbits->clock(), &OrbitClock::lead);
    for (QWidget* part : std::initializer_list<QWidget*>{m_view, m_table, m_list}) part->installEventFilter(this);
}

void OrbitsPage::followAlmanac()
{
    m_layer.setDesign(m_orbits->almanac(), lowestView(m_session.network()));
    followSatellites();
    if (!m_orbits->almanac()) {
        m_layer.setMoment(nullptr);
        m_view->setMoment(nullptr);
        m_view->setNumbers(nullptr);
    }
    m_legend->place();
    followSpan();
}

void OrbitsPage::followMoment()
{
    m_layer.setMoment(m_orbits->moment());
    m_view->setMoment(m_orbits->moment());
    m_span->setTime(m_orbits->clock().time());
}

/// Those that are selected; where none is, those few that there are, else the one of the chosen pass: a constellation stays readable.
void OrbitsPage::followSatellites()
{
    std::vector<SiteId> satellites;
    if (m_orbits->almanac()) {
        const engine::SkyScene& scene = m_orbits->almanac()->scene();
        const auto pass = m_orbits->pass();
        const SiteId passing = pass ? m_orbits->passAt(*pass)->satellite : SiteId();
        if (m_session.selection().sites.contains(passing)) satellites.push_back(passing);
        for (const SiteId site : m_session.selection().sites)
            if (site != passing && scene.motionOf(site) && satellites.size() < kMostTracks) satellites.push_back(site);
        if (satellites.empty() && scene.satellites().size() <= kFewSatellites) satellites = scene.satellites();
        if (satellites.empty() && passing.isValid()) satellites.push_back(passing);
    }
    std::map<SiteId, int> series;
    for (const SiteId id : satellites) series[id] = satelliteSeries(m_orbits->almanac()->scene(), id);
    m_view->setSeries(series);
    m_layer.setSatellites(std::move(satellites));
    m_view->viewport()->update();
}

void OrbitsPage::followSpan()
{
    m_span->show(curveOfSpan(m_session, *m_orbits));
    m_span->setTime(m_orbits->clock().time());
}

/// What the map offers for it, after what only the list does.
QMenu* OrbitsPage::makeListMenu(SiteId site)
{
    if (!m_session.selection().sites.contains(site)) m_session.select(site);
    QMenu* menu = makeCanvasMenu(*m_view, site, {});
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isSatellite = m_session.network().sites.find(site)->orbit.has_value();
    auto* own = new QAction(isSatellite ? tr("&Show on the map") : tr("Clouds from a &file…"), menu);
    connect(own, &QAction::triggered, this, [this, site, isSatellite] { isSatellite ? m_session.reveal(site) : cloudsWanted(site); });
    menu->insertAction(menu->actions().front(), own);
    return menu;
}

void OrbitsPage::showField(const ElementRef& element, const QString& path)
{
    if (element == ElementRef()) m_session.select(Selection());
    else m_session.select(element);
    m_side->showPage(m_inspector);
    m_inspector->focusField(path);
}

std::vector<QWidget*> OrbitsPage::regions() const { return {m_rail, m_list, m_view, m_bar, m_timeline, m_table, m_span, m_side}; }

void OrbitsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_left->fitInto(width());
    m_orbits->setWatched(true);
}

void OrbitsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_left->close();
    m_orbits->setWatched(false);
}

bool OrbitsPage::timeKey(const QKeyEvent& event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return false;
    const bool isWide = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Space:
        if (!event.isAutoRepeat() && m_orbits->almanac()) m_orbits->clock().setPlaying(!m_orbits->clock().isPlaying());
        return true;
    case Qt::Key_Comma: isWide ? m_orbits->stepPass(-1) : m_orbits->clock().step(-1); return true;
    case Qt::Key_Period: isWide ? m_orbits->stepPass(1) : m_orbits->clock().step(1); return true;
    case Qt::Key_Less:    // what keyboards write with Shift and the comma or the full stop
    case Qt::Key_Semicolon: return isWide && (m_orbits->stepPass(-1), true);
    case Qt::Key_Greater:
    case Qt::Key_Colon: return isWide && (m_orbits->stepPass(1), true);
    default: return false;
    }
}

void OrbitsPage::keyPressEvent(QKeyEvent* event)
{
    if (!timeKey(*event)) QWidget::keyPressEvent(event);
}

void OrbitsPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) event->acceptProposedAction();
}

void OrbitsPage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT addWanted(event->mimeData()->urls().front().toLocalFile());
}

/// Time is led by the same keys wherever the focus is; a box that is ticked keeps its space bar.
bool OrbitsPage::eventFilter(QObject* object, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey) return QWidget::eventFilter(object, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool isTick = object == m_list && key.key() == Qt::Key_Space && m_list->currentItem() && m_list->currentItem()->data(0, Qt::CheckStateRole).isValid();
    if (isTick || event->type() == QEvent::ShortcutOverride) return QWidget::eventFilter(object, event);
    return timeKey(key) || QWidget::eventFilter(object, event);
}

} // namespace bellweave::ui
