// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "ui/frame/workspace_page.h"
#include "ui/orbits/orbit_layer.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace bellweave::ui {

class DockRail;
class LeftDock;
class NetworkView;
class OrbitBar;
class OrbitController;
class OrbitLegend;
class OrbitList;
class OrbitPlot;
class InspectorPanel;
class PassPanel;
class PassTable;
class PassTimeline;
class Session;
class SideTabs;

/// The Orbits workspace: satellites and stations at the left, the Earth with tracks, footprints and night in the middle, passes below it, the
/// chosen pass at the right. All of it shows one moment, which a playhead leads.
class OrbitsPage : public WorkspacePage {
    Q_OBJECT
public:
    explicit OrbitsPage(Session& session, QWidget* parent = nullptr);
    ~OrbitsPage() override;

    OrbitController& controller() const { return *m_orbits; }
    NetworkView& view() const override { return *m_view; }
    LeftDock* leftDock() const override { return m_left; }
    DockRail& rail() const { return *m_rail; }
    OrbitList& list() const { return *m_list; }
    OrbitBar& bar() const { return *m_bar; }
    PassTimeline& timeline() const { return *m_timeline; }
    PassTable& table() const { return *m_table; }
    OrbitPlot& spanPlot() const { return *m_span; }
    PassPanel& panel() const { return *m_panel; }
    InspectorPanel& inspector() const { return *m_inspector; }
    SideTabs& side() const { return *m_side; }
    /// Opens the inspector beside the map at a field of an element, of the design when the reference is empty.
    void showField(const ElementRef& element, const QString& path);
    const OrbitLayer& layer() const { return m_layer; }
    std::vector<QWidget*> regions() const override;

    void resetLayout() override;
    void saveLayout() const override;
    void restoreLayout() override;

Q_SIGNALS:
    /// Satellites shall be added, from a file of elements where one was dropped.
    void addWanted(const QString& path);
    void cloudsWanted(bellweave::SiteId station);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // orbits_page_layout.cpp
    void layOut();
    QWidget* makeTop();
    QWidget* makeBottom();
    std::vector<std::pair<QString, QSplitter*>> splitters() const;

    void connectParts();
    void followAlmanac();
    void followMoment();
    void followSatellites();
    void followSpan();
    QMenu* makeListMenu(SiteId site);
    bool timeKey(const QKeyEvent& event);

    Session& m_session;
    OrbitController* m_orbits;
    OrbitLayer m_layer;
    NetworkView* m_view;
    OrbitLegend* m_legend;
    OrbitList* m_list;
    OrbitBar* m_bar;
    PassTimeline* m_timeline;
    PassTable* m_table;
    OrbitPlot* m_span;
    SideTabs* m_listTabs;
    DockRail* m_rail;
    LeftDock* m_left = nullptr;
    SideTabs* m_side;
    PassPanel* m_panel;
    InspectorPanel* m_inspector;
    QStackedWidget* m_pages;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QSplitter* m_top;
};

} // namespace bellweave::ui
