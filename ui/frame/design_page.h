// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "ui/session/actions.h"

#include <QWidget>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace bellweave::ui {

class DockRail;
class FindingsPanel;
class HistoryPanel;
class InspectorTabs;
class LayersPanel;
class LeftDock;
class LibraryPanel;
class NetworkDock;
class NetworkView;
class ResultsDock;
class Session;
class SideTabs;
class ToolStrip;
class TopBar;
class VerdictBar;
class Workspaces;

/// Toolbar, verdict bar and workspaces; the Design workspace is the map among its docks.
class DesignPage : public QWidget {
    Q_OBJECT
public:
    DesignPage(Session& session, const Actions& actions, QWidget* parent = nullptr);

    NetworkView& view() const { return *m_view; }
    VerdictBar& verdictBar() const { return *m_verdict; }
    NetworkDock& networkDock() const { return *m_network; }
    LibraryPanel& library() const { return *m_library; }
    SideTabs& side() const { return *m_side; }
    DockRail& rail() const { return *m_rail; }
    LeftDock& leftDock() const { return *m_left; }
    FindingsPanel& findings() const { return *m_findings; }
    HistoryPanel& history() const { return *m_history; }
    TopBar& topBar() const { return *m_top; }
    Workspaces& workspaces() const { return *m_workspaces; }
    /// In the order of F6.
    std::vector<QWidget*> regions() const;

    void showProblems();
    void resetLayout();
    /// Docks hold words: they grow with them.
    void stretchDocks(double factor);
    /// Dock sizes and visibility in the user's settings.
    void saveLayout() const;
    void restoreLayout();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QDockWidget* addDock(QWidget* content, const char* name, Qt::DockWidgetArea area);
    void arrangeDocks(const Actions& actions);
    void connectParts(Session& session);
    void connectDockActions(const Actions& actions);
    void connectLeftDock(const Actions& actions);
    void connectFixes(const Actions& actions);
    void connectTools(const Actions& actions);
    void connectMap(const Actions& actions);
    void connectCommands(Session& session, const Actions& actions);
    /// Opens the inspector at a field of an element, of the design when the reference is empty.
    void showField(Session& session, const ElementRef& element, const QString& path);

    TopBar* m_top;
    VerdictBar* m_verdict;
    QMainWindow* m_workspace;
    NetworkView* m_view;
    Workspaces* m_workspaces;
    ToolStrip* m_tools;
    SideTabs* m_side;
    DockRail* m_rail;
    LeftDock* m_left = nullptr;
    NetworkDock* m_network;
    LayersPanel* m_layers;
    LibraryPanel* m_library;
    InspectorTabs* m_inspector;
    ResultsDock* m_results;
    FindingsPanel* m_findings;
    HistoryPanel* m_history;
    QDockWidget* m_toolsFrame = nullptr;
    QDockWidget* m_networkFrame = nullptr;
    QDockWidget* m_inspectorFrame = nullptr;
    QDockWidget* m_resultsFrame = nullptr;
    QDockWidget* m_findingsFrame = nullptr;
    QDockWidget* m_historyFrame = nullptr;
};

} // namespace bellweave::ui
