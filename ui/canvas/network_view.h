// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/label_layout.h"
#include "ui/canvas/link_layer.h"
#include "ui/canvas/map_layer.h"
#include "ui/canvas/network_painter.h"
#include "ui/canvas/network_scene.h"
#include "ui/canvas/overlay_choice.h"
#include "ui/canvas/preview_layer.h"
#include "ui/canvas/tools/tool.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>

namespace bellweave::ui {

class EdgeChips;
class Flight;
class Lenses;
class Session;
class MapChip;
class Legend;
class OverviewMap;
class ScaleBar;
class ZoomControl;
struct LinkSpot;
struct MapView;

enum class ToolKind { Select, Pan, PlaceSite, Link, Demand, Measure, Repeaters, Note, Lens, Region };

/// The map: shows the session's design, hands mouse and keys to the active tool. It paints by itself, from cached pictures
/// of map and links, because a scene of single graphics items needs 45 ms a frame for a large network.
class NetworkView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit NetworkView(Session& session, QWidget* parent = nullptr);
    /// A view inside a lens: without overlays and lenses of its own.
    NetworkView(Session& session, NetworkView& main, QWidget* parent);
    ~NetworkView() override;

    ToolKind toolKind() const { return m_toolKind; }
    void setTool(ToolKind kind);
    /// What the mouse and keys go to now.
    Tool& tool() const;
    /// What the PlaceSite tool places.
    void setSiteRole(SiteRole role);
    SiteRole siteRole() const;
    ProjectionKind projection() const { return m_scene->projection().kind(); }
    void setProjection(ProjectionKind kind);

    const MapLayers& layers() const { return m_scene->layers(); }
    void setLayers(const MapLayers& layers);
    /// What the color of links stands for.
    LinkMeasure linkMeasure() const { return m_scene->linkMeasure(); }
    void setLinkMeasure(LinkMeasure measure);
    bool isOverlayShown(Overlay overlay) const;
    void setOverlayShown(Overlay overlay, bool shown);
    /// Gives an overlay another corner in this design, as one undo step. Not for the callout, which stands by what it tells of.
    void moveOverlay(Overlay overlay, Corner corner);

    /// Steps of the zoom lead the map there in a short time, at once where motion is reduced. A step during another continues
    /// from the goal of that one; whatever else moves the map ends it where it is.
    void zoomBy(double factor);
    /// The same place stays under a point of the screen.
    void zoomAt(QPointF screen, double factor);
    void fitAll();
    void fitSelection();
    /// Leads the map to an element as showElement() shows it.
    void goTo(const ElementRef& element);
    /// Shows an area from corner to corner, as large as it fits.
    void showArea(GeoPosition northWest, GeoPosition southEast);
    /// From now on fitting all shows the whole Earth.
    void setFitsWorld(bool fits) { m_fitsWorld = fits; }
    /// Scale of the map in the middle of a screen of 96 dpi, one to so many.
    double oneTo() const;
    /// Meters on the ground to a pixel in the middle of the picture.
    double metersPerPixel() const;
    /// Centers an element that is not well seen, zooming in only when it is too small to see.
    void showElement(const ElementRef& element);
    NetworkScene& networkScene() const { return *m_scene; }

    /// Shows satellites and their links at a moment, not as the design begins; null ends it. Quick enough for every frame.
    void setMoment(std::shared_ptr<const engine::SkyMoment> moment);
    /// Sites in the colors of their curves; see NetworkScene::setSeries().
    void setSeries(const std::map<SiteId, int>& series);
    /// Numbers to show in the place of the session's, such as those of that moment; null: the session's.
    void setNumbers(std::shared_ptr<const engine::Evaluation> numbers);
    /// What a map without sites says, in the place of how to draw a network.
    void setEmptyWords(const QString& words) { m_emptyWords = words; }
    /// Painted over the map and below the network, in every frame.
    using Underlay = std::function<void(QPainter&, const Camera&, const Projection&)>;
    void setUnderlay(Underlay underlay) { m_underlay = std::move(underlay); }

    void copySelection();
    void cutSelection();
    void paste();
    void duplicateSelection();
    void deleteSelection();
    void selectAll();
    /// Edits the name of the one selected site or link on the map.
    void renameSelection();
    /// Opens a small field for the number of repeaters, whose effect is live.
    void askRepeaters(LinkId link);

    Session& session() const { return m_session; }
    const Camera& camera() const { return m_camera; }
    /// Moves the camera; a map that turns is turned by what the camera looks beside its middle.
    void setCamera(const Camera& camera);
    void panBy(QPointF pixels);
    void centerOn(GeoPosition place);
    /// True while the camera moves, and a moment longer.
    bool isMoving() const;
    ElementRef elementAt(QPointF screen) const;
    /// Adds a site as one undo step and selects it; named by its role when no name is given. Invalid when the design refuses.
    SiteId placeSite(SiteRole role, GeoPosition position, const QString& name = {}, int gesture = 0);
    /// Adds a site as a stop of a link, in one undo step, and selects it.
    SiteId splitLink(const LinkSpot& spot, SiteRole role, GeoPosition position, int gesture = 0);
    /// The same with a repeater where the link passes nearest to a place.
    void splitLinkAt(LinkId link, GeoPosition place);
    /// Asks for a text and puts it on the map.
    void askNote(GeoPosition place);
    /// Starts the Link tool at a site.
    void connectFrom(SiteId site);
    /// A field on the map; `accept` gets what was typed when Enter is pressed.
    void askText(QPointF screen, const QString& initial, const QStringList& completions,
                 const std::function<void(const QString&)>& accept);
    /// Where arrow keys walk from: the site last reached by them, else a selected one.
    SiteId cursorSite() const;
    void setCursorSite(SiteId site) { m_cursorSite = site; }
    /// The middle of the picture as "48.2, 16.4".
    QString centerText() const;
    /// Shows the members of a cluster apart; lists them when they stand in one place.
    void openCluster(const Cluster& cluster);
    /// Where an element is on the screen; none when it is not placed.
    std::optional<QPointF> screenPosition(const ElementRef& element) const;
    /// Opens a second view on an area, map units.
    void openLens(const QRectF& area);
    /// Opens one on the cluster that stands there, else on what is around the place.
    void openLensAt(QPointF screen);
    Lenses& lenses() const { return *m_lenses; }
    /// What lies over the map now, on the screen.
    std::vector<QRectF> overlayBoxes() const;
    /// The same without lenses, which a person has put where they are.
    std::vector<QRectF> standingBoxes() const;
    /// The box of each label that is shown, on the screen.
    std::vector<QRectF> labelBoxes() const;

Q_SIGNALS:
    void toolChanged(bellweave::ui::ToolKind kind);
    void cursorMoved(bellweave::GeoPosition position);
    /// The pointer is beyond the edge of the map.
    void cursorLeftMap();
    void scaleChanged(double oneTo);
    void projectionChanged(bellweave::ui::ProjectionKind kind);
    void layersChanged();
    void overlaysChanged();
    void linkMeasureChanged(bellweave::ui::LinkMeasure measure);
    /// Enter: the inspector's first field is wanted.
    void inspectorRequested();
    /// A field of an element is wanted in the inspector.
    void fieldRequested(const bellweave::ElementRef& element, const QString& path);
    /// The rows of an element are wanted in the report.
    void reportRequested(const bellweave::ElementRef& element);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void connectSession();
    void followNetwork(const Patch& patch);
    void followMapSettings();
    void remeasure();
    QString keyOf(const char* action, const char* own) const;
    void followReset();
    void followEvaluation();
    void followSelection();
    void followPreview();
    Q_INVOKABLE void showLateness();
    void settle();
    void recluster();
    void fit(const ElementSet& elements);
    void showAll();
    void zoomNow(QPointF screen, double factor);
    void lead(const std::function<void()>& jump);
    void endFlight();
    MapView mapView() const;
    void separate(SiteId site);
    void updateUnplacedChip();
    void placeOverlays();
    void showOverlays();
    std::map<Overlay, QRectF> placesOfOverlays() const;
    void letOverlaysMove();
    void look(const MapView& wanted);
    void turnTo(const std::vector<GeoPosition>& places);
    bool areSeen(const std::vector<GeoPosition>& places) const;
    void lookAround(const std::vector<GeoPosition>& places, const std::optional<QRectF>& area);
    bool isWellSeen(const ElementRef& element) const;

    const engine::Evaluation* numbers() const;
    CanvasContent content() const;
    void layoutLabels();
    void paintNetwork(QPainter& painter);

    Pointer pointer(const QPointF& screen, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const;
    void updateCursor();
    void setHovered(const ElementRef& element, SiteId cluster = {});
    QString hoverCard() const;
    void showReadout();
    void setTemporaryPan(bool on);
    bool ownKey(const QKeyEvent& event);
    bool toolKey(const QKeyEvent& event);
    bool actionKey(const QKeyEvent& event);
    void startLens();
    void hoverAt(QPointF screen);
    bool isAtCursor(const ElementRef& element) const;
    bool viewKey(const QKeyEvent& event);
    bool editKey(const QKeyEvent& event);
    bool panKey(const QKeyEvent& event);
    void escape();
    CopyShift copyShift() const;
    SiteId pushNewSite(const Patch& patch, const QString& text, int gesture);

    Session& m_session;
    std::unique_ptr<NetworkScene> m_scene;
    Camera m_camera;
    MapLayer m_mapLayer;
    LinkLayer m_linkLayer;
    PreviewLayer m_previewLayer;
    SiteSprites m_siteSprites;
    Sprites<ElementLook> m_markSprites;
    ClusterSprites m_clusterSprites;
    LabelSprites m_labelSprites;
    std::vector<PlacedLabel> m_labels;
    QRectF m_callout;
    bool m_labelsWanted = true;
    bool m_fitWanted = true;
    bool m_fitsWorld = false;
    bool m_dimmed = false;     // no fresh numbers for a while
    Flight* m_flight = nullptr;
    QTimer m_cameraRest;       // runs while the camera moves
    QTimer m_editRest;         // runs while elements change
    QTimer m_answerLate;
    QTimer m_hoverRest;
    ElementRef m_hovered;
    SiteId m_hoveredCluster;   // its lead
    SiteId m_cursorSite;
    ToolKind m_toolKind = ToolKind::Select;
    std::array<std::unique_ptr<Tool>, 10> m_tools;
    bool m_temporaryPan = false;
    ZoomControl* m_zoomControl = nullptr;
    Legend* m_legend = nullptr;
    OverviewMap* m_overview = nullptr;
    ScaleBar* m_scaleBar = nullptr;
    EdgeChips* m_edgeChips = nullptr;
    Lenses* m_lenses = nullptr;
    NetworkView* m_main = nullptr;    // of a view inside a lens
    OverlayChoice m_overlays;
    Underlay m_underlay;
    QString m_emptyWords;
    std::shared_ptr<const engine::Evaluation> m_numbers;    // shown in the place of the session's
    MapChip* m_unplacedChip = nullptr;
};

} // namespace bellweave::ui
