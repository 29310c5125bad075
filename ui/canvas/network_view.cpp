// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/network_view.h"

#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/edge_chips.h"
#include "ui/canvas/flight.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/overlays.h"
#include "ui/canvas/overview_map.h"
#include "ui/canvas/scale_bar.h"
#include "ui/canvas/tools/lens_tool.h"
#include "ui/canvas/tools/measure_tool.h"
#include "ui/canvas/tools/note_tool.h"
#include "ui/canvas/tools/pair_tool.h"
#include "ui/canvas/tools/pan_tool.h"
#include "ui/canvas/tools/place_tool.h"
#include "ui/canvas/tools/region_tool.h"
#include "ui/canvas/tools/repeater_tool.h"
#include "ui/canvas/tools/select_tool.h"
#include "ui/canvas/zoom_control.h"
#include "ui/session/preview.h"
#include "ui/style/measures.h"

#include <QAction>
#include <QPaintEvent>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr int kCameraRest = 120;   // ms
constexpr int kEditRest = 200;
constexpr int kAnswerLate = 150;
constexpr int kHoverRest = 400;
constexpr double kStaleOpacity = 0.42;

void setUpTimer(QTimer& timer, int milliseconds)
{
    timer.setSingleShot(true);
    timer.setInterval(milliseconds);
}

/// Clusters hold the ids of their members: none may be of a site that is gone.
bool removesSites(const Patch& patch)
{
    return std::any_of(patch.sites.begin(), patch.sites.end(), [](const Change<Site>& change) { return !change.after || (!change.after->position && !change.after->orbit); });
}

} // namespace

NetworkView::NetworkView(Session& session, QWidget* parent)
    : QAbstractScrollArea(parent), m_session(session), m_scene(std::make_unique<NetworkScene>(session.network())),
      m_tools{std::make_unique<SelectTool>(*this), std::make_unique<PanTool>(*this), std::make_unique<PlaceTool>(*this),
              std::make_unique<ConnectTool>(*this), std::make_unique<DemandTool>(*this),
              std::make_unique<MeasureTool>(*this), std::make_unique<RepeaterTool>(*this), std::make_unique<NoteTool>(*this),
              std::make_unique<LensTool>(*this), std::make_unique<RegionTool>(*this)}
{
    installCanvasAccessibility();
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Sites and links of the design. Arrow keys walk from site to site."));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_zoomControl = new ZoomControl(*this, viewport());
    m_legend = new Legend(*this, viewport());
    m_overview = new OverviewMap(*this, viewport());
    m_scaleBar = new ScaleBar(*this, viewport());
    letOverlaysMove();
    m_edgeChips = new EdgeChips(viewport());
    m_lenses = new Lenses(*this);
    connect(m_lenses, &Lenses::changed, this, [this] {
        m_labelsWanted = true;
        viewport()->update();
    });
    m_flight = new Flight(this);
    connect(m_flight, &Flight::moved, this, &NetworkView::look);
    connect(m_edgeChips, &EdgeChips::wanted, this, &NetworkView::goTo);
    connect(m_edgeChips, &EdgeChips::allWanted, this, &NetworkView::fitSelection);
    m_unplacedChip = new MapChip(viewport());
    m_unplacedChip->setObjectName(QStringLiteral("unplacedSites"));
    connect(m_unplacedChip, &MapChip::clicked, this, [this] {
        Selection unplaced;
        unplaced.sites = m_scene->unplacedSites();
        m_session.select(unplaced);
    });
    setUpTimer(m_cameraRest, kCameraRest);
    setUpTimer(m_editRest, kEditRest);
    setUpTimer(m_answerLate, kAnswerLate);
    setUpTimer(m_hoverRest, kHoverRest);
    connectSession();
    updateUnplacedChip();
    updateCursor();
}

NetworkView::NetworkView(Session& session, NetworkView& main, QWidget* parent) : NetworkView(session, parent)
{
    m_main = &main;
    setSiteRole(main.siteRole());
    m_underlay = main.m_underlay;
    m_scene->setSeries(main.m_scene->series());
    if (main.m_scene->moment()) setMoment(main.m_scene->moment());
    if (main.m_numbers) setNumbers(main.m_numbers);
    showOverlays();
}

NetworkView::~NetworkView() = default;

void NetworkView::connectSession()
{
    connect(&m_session, &Session::networkChanged, this, &NetworkView::followNetwork);
    connect(&m_session, &Session::networkReset, this, &NetworkView::followReset);
    connect(&m_session, &Session::evaluationChanged, this, &NetworkView::followEvaluation);
    connect(&m_session, &Session::selectionChanged, this, &NetworkView::followSelection);
    connect(&m_session.preview(), &Preview::changed, this, &NetworkView::followPreview);
    connect(&m_session, &Session::revealRequested, this, [this](const ElementRef& element) {
        if (m_main) return;    // a lens stays where it was put
        if (!m_fitsWorld) return showElement(element);
        if (const auto places = m_scene->positionsOf(setOf(element)); !places.empty()) centerOn(places.front());    // the whole Earth stays in view
    });
    connect(&m_cameraRest, &QTimer::timeout, this, &NetworkView::settle);
    connect(&m_editRest, &QTimer::timeout, this, &NetworkView::settle);
    connect(&m_hoverRest, &QTimer::timeout, this, &NetworkView::showReadout);
    connect(&m_answerLate, &QTimer::timeout, this, &NetworkView::showLateness);
    connect(&MeasureChanges::instance(), &MeasureChanges::changed, this, &NetworkView::remeasure);
    m_scene->show(numbers());
}

void NetworkView::followNetwork(const Patch& patch)
{
    m_linkLayer.lift(*m_scene, m_scene->linksTouched(patch));
    m_scene->apply(patch);
    if (removesSites(patch)) recluster();
    if (patch.generalAfter && patch.generalBefore->map != patch.generalAfter->map) followMapSettings();
    m_editRest.start();
    if (!m_answerLate.isActive() && !m_dimmed) m_answerLate.start();
    updateUnplacedChip();
    viewport()->update();
}

void NetworkView::followReset()
{
    tool().cancel();
    m_hovered = {};
    m_hoveredCluster = {};
    m_lenses->closeAll();
    m_scene->rebuild();
    recluster();
    m_linkLayer.settle(*m_scene);
    m_linkLayer.invalidate();
    m_labelsWanted = true;
    m_labelSprites.clear();
    updateUnplacedChip();
    placeOverlays();
    showAll();
}

void NetworkView::followEvaluation()
{
    m_linkLayer.damage(*m_scene, m_scene->show(numbers()));
    m_dimmed = false;
    if (m_session.isStale()) m_answerLate.start();
    else m_answerLate.stop();
    if (!m_session.selection().demands.empty()) m_labelsWanted = true;
    viewport()->update();
}

const engine::Evaluation* NetworkView::numbers() const { return m_numbers ? m_numbers.get() : m_session.evaluation().get(); }

void NetworkView::setNumbers(std::shared_ptr<const engine::Evaluation> numbers)
{
    for (Lens* lens : m_lenses->all()) lens->view().setNumbers(numbers);
    m_numbers = std::move(numbers);
    m_linkLayer.damage(*m_scene, m_scene->show(this->numbers()));
    viewport()->update();
}

void NetworkView::setMoment(std::shared_ptr<const engine::SkyMoment> moment)
{
    for (Lens* lens : m_lenses->all()) lens->view().setMoment(moment);
    std::set<LinkId> moved;
    for (const Link& link : m_session.network().links)
        if (std::holds_alternative<SatelliteLink>(link.kind)) moved.insert(moved.end(), link.id);
    m_linkLayer.lift(*m_scene, moved);
    const bool begins = (m_scene->moment() == nullptr) != (moment == nullptr);
    m_scene->setMoment(std::move(moment));
    if (begins) recluster();
    m_editRest.start();
    viewport()->update();
}

void NetworkView::setSeries(const std::map<SiteId, int>& series)
{
    for (Lens* lens : m_lenses->all()) lens->view().setSeries(series);
    m_scene->setSeries(series);
    viewport()->update();
}

/// The colors that links have by their classes, and the corners of the overlays.
void NetworkView::followMapSettings()
{
    placeOverlays();
    m_labelsWanted = true;
    m_linkLayer.damage(*m_scene, m_scene->show(numbers()));
    m_legend->update();
}

/// Of an action of the window; the map's own without a window.
QString NetworkView::keyOf(const char* action, const char* own) const
{
    for (const QAction* each : actions())
        if (each->objectName() == QLatin1String(action)) return each->shortcut().toString(QKeySequence::NativeText);
    return QString::fromLatin1(own);
}

/// Texts of another size: what was laid out and drawn with them is not true any more.
void NetworkView::remeasure()
{
    m_scene->remeasureNotes();
    m_labelSprites.clear();
    m_labelsWanted = true;
    placeOverlays();
    viewport()->update();
}

/// Numbers that are not of this design are shown as such.
void NetworkView::showLateness()
{
    m_dimmed = m_session.isStale();
    viewport()->update();
}

void NetworkView::followSelection()
{
    m_labelsWanted = true;
    if (!m_session.selection().sites.contains(m_cursorSite) && !isAtCursor(m_session.currentElement())) m_cursorSite = {};
    announceSelection(*this);
    viewport()->update();
}

/// A link of the site that the keys walk from.
bool NetworkView::isAtCursor(const ElementRef& element) const
{
    const auto* id = std::get_if<LinkId>(&element);
    const Link* link = id ? m_session.network().links.find(*id) : nullptr;
    return link && (link->from == m_cursorSite || link->to == m_cursorSite);
}

void NetworkView::followPreview()
{
    m_previewLayer.follow(m_session.preview(), m_scene->projection());
    m_labelsWanted = true;
    viewport()->update();
}

/// After a movement: full quality again.
void NetworkView::settle()
{
    if (!m_editRest.isActive()) {
        m_linkLayer.settle(*m_scene);
        recluster();
    }
    m_labelsWanted = true;
    viewport()->update();
}

/// Not while sites are dragged: one that is led past others would vanish in them.
void NetworkView::recluster()
{
    if (m_scene->cluster(m_camera.scale)) m_linkLayer.invalidate();
}

void NetworkView::updateUnplacedChip()
{
    const int count = static_cast<int>(m_scene->unplacedSites().size());
    if (count == 0 && m_unplacedChip->isHidden()) return;
    m_unplacedChip->setVisible(count > 0 && !m_main);
    m_unplacedChip->setText(tr("%n site(s) without position", nullptr, count));
    m_unplacedChip->setToolTip(tr("Select the sites that are not on the map because they have no position. A right click on the map places one."));
    placeOverlays();
}

void NetworkView::setTool(ToolKind kind)
{
    tool().cancel();
    const bool changed = kind != m_toolKind;
    m_toolKind = kind;
    tool().cancel();    // a tool begins afresh, also when it is chosen again
    updateCursor();
    viewport()->update();
    if (changed) Q_EMIT toolChanged(kind);
}

Tool& NetworkView::tool() const
{
    return *m_tools[static_cast<std::size_t>(m_temporaryPan ? ToolKind::Pan : m_toolKind)];
}

void NetworkView::setSiteRole(SiteRole role)
{
    static_cast<PlaceTool&>(*m_tools[static_cast<std::size_t>(ToolKind::PlaceSite)]).setRole(role);
    for (Lens* lens : m_lenses->all()) lens->view().setSiteRole(role);
}

SiteRole NetworkView::siteRole() const
{
    return static_cast<PlaceTool&>(*m_tools[static_cast<std::size_t>(ToolKind::PlaceSite)]).role();
}

void NetworkView::setLayers(const MapLayers& layers)
{
    if (layers == this->layers()) return;
    m_scene->setLayers(layers);
    setHovered({});
    viewport()->update();
    Q_EMIT layersChanged();
}

void NetworkView::setLinkMeasure(LinkMeasure measure)
{
    if (measure == linkMeasure()) return;
    m_scene->setLinkMeasure(measure);
    m_scene->show(numbers());
    m_linkLayer.invalidate();
    viewport()->update();
    Q_EMIT linkMeasureChanged(measure);
}

void NetworkView::connectFrom(SiteId site)
{
    setTool(ToolKind::Link);
    static_cast<PairTool&>(tool()).setStart(site);
    setFocus();
}

CanvasContent NetworkView::content() const
{
    return {*m_scene, m_camera, m_session.selection(), numbers(), m_hovered, m_hoveredCluster};
}

void NetworkView::layoutLabels()
{
    const CanvasContent shown = content();
    std::vector<QRectF> overlays = overlayBoxes();
    m_callout = isOverlayShown(Overlay::Callout) ? calloutBox(shown, overlays) : QRectF();
    if (m_unplacedChip->isVisible()) overlays.push_back(m_unplacedChip->geometry());
    std::vector<QRectF> obstacles = symbolBoxes(shown);
    obstacles.insert(obstacles.end(), overlays.begin(), overlays.end());
    if (!m_callout.isEmpty()) obstacles.push_back(m_callout);
    m_edgeChips->update(*m_scene, m_camera, m_main ? Selection() : m_session.selection(), std::move(overlays));
    for (const QRectF& box : m_edgeChips->boxes()) obstacles.push_back(box);
    for (const QRectF& box : m_previewLayer.boxes(m_camera)) obstacles.push_back(box);
    std::vector<QRectF> lines = linkBoxes(shown);
    appendBoxesAlong(lines, calloutLine(shown, m_callout));
    std::vector<LabelRequest> requests = labelRequests(shown);
    const std::set<SiteId> ringed = m_previewLayer.sites();
    for (LabelRequest& request : requests)
        if (const auto* site = std::get_if<SiteId>(&request.element); site && ringed.contains(*site))
            request.clearance = std::max(request.clearance, PreviewLayer::kRadius + 3.0);
    m_labels = ui::layoutLabels(std::move(requests), obstacles, lines, QRectF(QPointF(), m_camera.size));
    m_labelsWanted = false;
}

std::vector<QRectF> NetworkView::labelBoxes() const
{
    std::vector<QRectF> boxes;
    for (const PlacedLabel& label : m_labels)
        if (const auto anchor = screenPosition(label.element)) boxes.push_back(label.box.translated(*anchor));
    return boxes;
}

void NetworkView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (m_labelsWanted && !isMoving() && !m_editRest.isActive()) layoutLabels();
    m_mapLayer.draw(painter, m_camera, m_scene->projection(), layers(), isMoving());
    if (m_underlay) m_underlay(painter, m_camera, m_scene->projection());
    paintNetwork(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    tool().paint(painter);
}

void NetworkView::paintNetwork(QPainter& painter)
{
    const CanvasContent shown = content();
    if (layers()[Layer::Links].visible) paintBands(painter, shown);
    const double ofAnswer = m_dimmed ? kStaleOpacity : 1.0;
    painter.setOpacity(ofAnswer * layers().opacity(Layer::Links));
    if (layers()[Layer::Links].visible) m_linkLayer.draw(painter, *m_scene, m_camera, isMoving());
    m_previewLayer.paint(painter, m_camera);
    if (layers()[Layer::Links].visible) paintLinkMarks(painter, shown, &m_markSprites);
    painter.setOpacity(layers().opacity(Layer::Notes));
    if (layers()[Layer::Notes].visible) paintNotes(painter, shown);
    painter.setOpacity(ofAnswer * layers().opacity(Layer::Sites));
    if (layers()[Layer::Sites].visible) {
        paintSites(painter, shown, &m_siteSprites);
        paintClusters(painter, shown, &m_clusterSprites);
    }
    painter.setOpacity(layers().opacity(Layer::Links));
    if (m_dimmed && layers()[Layer::Links].visible) paintWaitingDots(painter, shown, labelBoxes());
    painter.setOpacity(layers().opacity(Layer::Labels));
    if (layers()[Layer::Labels].visible) paintLabels(painter, shown, m_labels, &m_labelSprites);
    painter.setOpacity(1.0);
    m_lenses->paint(painter);
    if (!isMoving() && !m_editRest.isActive()) paintCallout(painter, shown, m_callout);
    if (m_session.network().sites.empty() && !m_emptyWords.isEmpty()) paintEmptyWords(painter, m_camera.size, m_emptyWords);
    else if (m_session.network().sites.empty())
        paintEmptyHint(painter, m_camera.size, {keyOf("SiteTool", "S"), keyOf("LinkTool", "L"), keyOf("DemandTool", "D")});
}

void NetworkView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    endFlight();
    if (m_fitWanted) showAll();
    else setCamera(m_camera);
    placeOverlays();
}

void NetworkView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
    m_mapLayer.invalidate();
    m_linkLayer.invalidate();
    m_labelSprites.clear();
}

} // namespace bellweave::ui
