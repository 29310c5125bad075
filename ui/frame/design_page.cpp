// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/design_page.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/zoom_control.h"
#include "ui/command/command_field.h"
#include "ui/command/command_sources.h"
#include "ui/frame/dock_rail.h"
#include "ui/frame/findings_panel.h"
#include "ui/frame/history_panel.h"
#include "ui/frame/inspector_tabs.h"
#include "ui/frame/layers_panel.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/map_actions.h"
#include "ui/frame/network_dock.h"
#include "ui/frame/region_cycle.h"
#include "ui/frame/side_tabs.h"
#include "ui/frame/tool_actions.h"
#include "ui/frame/tool_strip.h"
#include "ui/frame/top_bar.h"
#include "ui/frame/verdict_bar.h"
#include "ui/frame/workspace_page.h"
#include "ui/frame/workspaces.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/library/hardware_drop.h"
#include "ui/library/library_panel.h"
#include "ui/plots/results_dock.h"
#include "ui/session/fixes.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"
#include "ui/style/measures.h"
#include "ui/style/tab_chain.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDockWidget>
#include <QKeyEvent>
#include <QListView>
#include <QMainWindow>
#include <QResizeEvent>
#include <QSettings>
#include <functional>

namespace bellweave::ui {

namespace {

constexpr int kNetworkWidth = 240;
constexpr int kInspectorWidth = 332;
constexpr int kFindingsWidth = 360;
constexpr int kLayoutVersion = 1;
constexpr double kZoomStep = 1.2;
const QString kLayoutKey = QStringLiteral("workspaces/design");

/// Docks hold words, but controls too, which do not become smaller.
double dockScale() { return std::max(1.0, textScale()); }

int dockWidth(int px) { return static_cast<int>(px * dockScale()); }

/// Plots hold some lines of words, the rest of them is for curves.
int resultsHeight() { return rowHeight(242, 6); }

/// A triggered toggle action shows or hides a dock, and follows it. The focus of a hidden one goes to the map.
void bindToggle(QAction* action, QDockWidget* dock, QWidget* map, Workspaces& workspaces)
{
    const auto follow = [action, dock] { action->setChecked(!dock->isHidden()); };
    follow();
    // What is seen decides, not the mark of the action: docks also come and go by other ways.
    QObject::connect(action, &QAction::triggered, dock, [dock, map, follow, &workspaces] {
        const bool wasSeen = workspaces.isDesignShown() && !dock->isHidden();
        workspaces.showDesign();
        if (dock->isAncestorOf(QApplication::focusWidget())) map->setFocus(Qt::OtherFocusReason);
        dock->setVisible(!wasSeen);
        follow();
    });
    QObject::connect(dock, &QDockWidget::visibilityChanged, action, follow);
}

} // namespace

DesignPage::DesignPage(Session& session, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_top(new TopBar(session, actions, this)), m_verdict(new VerdictBar(session, this)),
      m_workspace(new QMainWindow(nullptr, Qt::Widget)), m_view(new NetworkView(session)),
      m_workspaces(new Workspaces(*m_workspace, *m_view, session, actions, this)), m_tools(new ToolStrip(actions)),
      m_side(new SideTabs(tr("Network and library"))), m_rail(new DockRail(tr("Network and library"))),
      m_network(new NetworkDock(session)), m_layers(new LayersPanel(*m_view)), m_library(new LibraryPanel(session)),
      m_inspector(new InspectorTabs(session)), m_results(new ResultsDock(session)),
      m_findings(new FindingsPanel(session)), m_history(new HistoryPanel(session))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_verdict);
    column->addWidget(m_workspaces, 1);
    m_workspace->setWindowFlags(Qt::Widget);
    m_workspace->setContextMenuPolicy(Qt::NoContextMenu);
    m_workspace->setCentralWidget(m_view);
    m_workspace->setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_workspace->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_view->setAccessibleName(tr("Map"));
    new HardwareDrop(*m_view);
    arrangeDocks(actions);
    connectParts(session);
    connectDockActions(actions);
    connectTools(actions);
    connectMap(actions);
    connectCommands(session, actions);
    std::vector<QWidget*> order;
    for (QWidget* region : regions()) {
        const std::vector<QWidget*> inside = focusableInside(*region);
        order.insert(order.end(), inside.begin(), inside.end());
    }
    chainTabs(order);
}

QDockWidget* DesignPage::addDock(QWidget* content, const char* name, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(m_workspace);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWindowTitle(content->accessibleName());
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    dock->setTitleBarWidget(new QWidget(dock));
    content->setBackgroundRole(QPalette::AlternateBase);
    content->setAutoFillBackground(true);
    dock->setWidget(content);
    m_workspace->addDockWidget(area, dock);
    return dock;
}

void DesignPage::arrangeDocks(const Actions& actions)
{
    m_toolsFrame = addDock(m_tools, "tools", Qt::LeftDockWidgetArea);
    m_side->addPage(m_network, &m_network->filterButton());
    m_side->addPage(m_layers);
    m_side->addPage(m_library);
    m_rail->addPage(actions[ActionId::ShowNetwork], m_network);
    m_rail->addPage(actions[ActionId::ShowLayers], m_layers);
    m_rail->addPage(actions[ActionId::ShowLibrary], m_library);
    QDockWidget* railFrame = addDock(m_rail, "rail", Qt::LeftDockWidgetArea);
    auto* holder = new QWidget;
    holder->setAccessibleName(m_side->accessibleName());
    m_networkFrame = addDock(holder, "network", Qt::LeftDockWidgetArea);
    m_workspace->splitDockWidget(m_toolsFrame, railFrame, Qt::Horizontal);
    m_workspace->splitDockWidget(railFrame, m_networkFrame, Qt::Horizontal);
    m_left = new LeftDock({*m_side, *m_rail, *holder, *m_networkFrame, *railFrame}, *m_view, *this, QStringLiteral("workspaces/left_dock"));
    m_inspectorFrame = addDock(m_inspector, "inspector", Qt::RightDockWidgetArea);
    m_resultsFrame = addDock(m_results, "results", Qt::BottomDockWidgetArea);
    m_findingsFrame = addDock(m_findings, "findings", Qt::BottomDockWidgetArea);
    m_workspace->splitDockWidget(m_resultsFrame, m_findingsFrame, Qt::Horizontal);
    m_historyFrame = addDock(m_history, "history", Qt::LeftDockWidgetArea);
    m_workspace->splitDockWidget(m_networkFrame, m_historyFrame, Qt::Vertical);
    followMeasures(*this, [this] {
        m_side->setMinimumWidth(dockWidth(180));
        m_history->setMinimumWidth(dockWidth(180));
        m_findings->setMinimumWidth(dockWidth(220));
    });
    connect(&MeasureChanges::instance(), &MeasureChanges::changed, this, [this, before = dockScale()]() mutable {
        m_left->fitInto(width());
        stretchDocks(dockScale() / std::exchange(before, dockScale()));
    });
    resetLayout();
}

void DesignPage::resetLayout()
{
    if (WorkspacePage* page = m_workspaces->shown()) return page->resetLayout();
    for (QDockWidget* dock : {m_toolsFrame, m_inspectorFrame, m_resultsFrame}) dock->show();
    m_left->reset();
    m_findingsFrame->hide();
    m_historyFrame->hide();
    m_workspace->resizeDocks({m_networkFrame, m_inspectorFrame}, {dockWidth(kNetworkWidth), dockWidth(kInspectorWidth)}, Qt::Horizontal);
    m_workspace->resizeDocks({m_resultsFrame}, {resultsHeight()}, Qt::Vertical);
}

void DesignPage::stretchDocks(double factor)
{
    if (factor == 1.0) return;
    const auto wider = [factor](const QWidget* dock) { return static_cast<int>(dock->width() * factor); };
    m_workspace->resizeDocks({m_networkFrame, m_inspectorFrame}, {wider(m_networkFrame), wider(m_inspectorFrame)}, Qt::Horizontal);
    m_workspace->resizeDocks({m_resultsFrame}, {resultsHeight()}, Qt::Vertical);
}

void DesignPage::saveLayout() const
{
    QSettings().setValue(kLayoutKey, m_workspace->saveState(kLayoutVersion));
    m_left->save();
    for (const WorkspacePage* page : m_workspaces->pages()) page->saveLayout();
}

void DesignPage::restoreLayout()
{
    m_workspace->restoreState(QSettings().value(kLayoutKey).toByteArray(), kLayoutVersion);
    m_toolsFrame->show();
    m_inspectorFrame->show();
    m_left->restore();
}

void DesignPage::showProblems()
{
    m_workspaces->showDesign();
    const bool wasShown = m_findingsFrame->isVisible() && m_findings->list().hasFocus();
    m_findingsFrame->setVisible(!wasShown);
    if (wasShown) return m_view->setFocus(Qt::ShortcutFocusReason);
    m_resultsFrame->show();
    m_workspace->resizeDocks({m_findingsFrame}, {textRoom(kFindingsWidth)}, Qt::Horizontal);
    focusInside(*m_findings);
}

std::vector<QWidget*> DesignPage::regions() const
{
    std::vector<QWidget*> all{m_top, m_verdict, m_tools, m_rail, m_side, m_view, m_inspector, m_results, m_findings, m_history};
    for (const WorkspacePage* page : m_workspaces->pages())
        for (QWidget* region : page->regions()) all.push_back(region);
    return all;
}

void DesignPage::connectParts(Session& session)
{
    connect(m_view, &NetworkView::fieldRequested, this, [this, &session](const ElementRef& element, const QString& path) {
        showField(session, element, path);
    });
    connect(m_view, &NetworkView::inspectorRequested, this, [this] {
        m_inspector->showInspector();
        m_inspector->inspector().focusFirstField();
    });
}

void DesignPage::connectDockActions(const Actions& actions)
{
    connectLeftDock(actions);
    bindToggle(actions[ActionId::ResultsDock], m_resultsFrame, m_view, *m_workspaces);
    bindToggle(actions[ActionId::History], m_historyFrame, m_view, *m_workspaces);
    connect(actions[ActionId::Problems], &QAction::triggered, this, &DesignPage::showProblems);
    connect(actions[ActionId::ResetLayout], &QAction::triggered, this, &DesignPage::resetLayout);
    connectFixes(actions);
    connect(actions[ActionId::CopyVerdict], &QAction::triggered, m_verdict, &VerdictBar::copySentence);
    connect(actions[ActionId::Rename], &QAction::triggered, this, [this] {
        const bool onMap = !m_network->isAncestorOf(focusWidget()) && m_view->session().selection().demands.empty();
        if (onMap) return m_workspaces->map().renameSelection();
        m_workspaces->showDesign();
        m_left->open(m_network);
        m_network->renameCurrent();
    });
}

void DesignPage::connectLeftDock(const Actions& actions)
{
    QAction* toggle = actions[ActionId::LeftDock];
    const auto own = [this] { return m_workspaces->shown() ? m_workspaces->shown()->leftDock() : nullptr; };
    const auto follow = [this, toggle, own] { toggle->setChecked((own() ? own() : m_left)->isBesideMap()); };
    follow();
    connect(m_workspaces, &QStackedWidget::currentChanged, this, follow);
    connect(m_workspaces, &Workspaces::leftDockChanged, this, follow);
    connect(toggle, &QAction::triggered, m_left, [this, own] {
        if (own()) return own()->toggle();
        const bool wasSeen = m_workspaces->isDesignShown() && m_left->isBesideMap();
        m_workspaces->showDesign();
        if (wasSeen == m_left->isBesideMap()) m_left->toggle();
    });
    connect(m_left, &LeftDock::placeChanged, this, [this, follow] {
        follow();
        m_workspace->resizeDocks({m_networkFrame}, {dockWidth(kNetworkWidth)}, Qt::Horizontal);
    });
    connect(m_library, &LibraryPanel::dragBegins, m_left, &LeftDock::close);
    connect(m_workspaces, &QStackedWidget::currentChanged, m_left, &LeftDock::close);
    const std::pair<ActionId, QWidget*> pages[] = {{ActionId::ShowNetwork, m_network}, {ActionId::ShowLayers, m_layers}, {ActionId::ShowLibrary, m_library}};
    for (const auto& [id, page] : pages)
        connect(actions[id], &QAction::triggered, m_left, [this, page = page] {
            if (m_workspaces->isDesignShown()) return m_left->openOrClose(page);
            m_workspaces->showDesign();
            m_left->open(page);
        });
}

void DesignPage::connectFixes(const Actions& actions)
{
    Session& session = m_view->session();
    connect(actions[ActionId::PreviewFix], &QAction::triggered, this, [&session] { previewFix(session, 0); });
    connect(actions[ActionId::ApplyFix], &QAction::triggered, this, [&session] { applyFix(session, 0); });
    const auto showAdvice = [this] {
        m_workspaces->showDesign();
        m_inspector->showAdvice();
    };
    connect(actions[ActionId::Advice], &QAction::triggered, this, showAdvice);
    connect(m_verdict, &VerdictBar::adviceRequested, this, showAdvice);
    for (const ActionId id : {ActionId::PreviewFix, ActionId::ApplyFix})
        connect(m_verdict, &VerdictBar::fixAvailabilityChanged, actions[id], &QAction::setEnabled);
}

void DesignPage::connectTools(const Actions& actions)
{
    for (const auto& [id, kind] : kToolActions) {
        QAction* action = actions[id];
        action->setChecked(kind == m_view->toolKind());
        connect(action, &QAction::triggered, m_view, [this, kind = kind] {
            m_workspaces->showDesign();
            m_view->setTool(kind);
            m_view->setFocus(Qt::OtherFocusReason);
        });
        connect(m_view, &NetworkView::toolChanged, action, [action, kind = kind](ToolKind now) {
            action->setChecked(now == kind);
        });
    }
    static constexpr std::pair<ActionId, SiteRole> kRoles[] = {{ActionId::PlaceProcessor, SiteRole::Processor},
                                                               {ActionId::PlaceRepeater, SiteRole::Repeater},
                                                               {ActionId::PlaceMidpoint, SiteRole::Midpoint},
                                                               {ActionId::PlacePairSource, SiteRole::PairSource},
                                                               {ActionId::PlaceTrustedNode, SiteRole::TrustedNode},
                                                               {ActionId::PlaceGroundStation, SiteRole::GroundStation},
                                                               {ActionId::PlaceSatellite, SiteRole::Satellite},
                                                               {ActionId::PlaceJunction, SiteRole::Junction}};
    for (const auto& [id, role] : kRoles)
        connect(actions[id], &QAction::triggered, m_view, [this, role = role] {
            m_workspaces->showDesign();
            m_view->setSiteRole(role);
            m_view->setTool(ToolKind::PlaceSite);
            m_view->setFocus(Qt::OtherFocusReason);
        });
}

void DesignPage::connectCommands(Session& session, const Actions& actions)
{
    const ShowField show = [this, &session](const ElementRef& element, const QString& path) { showField(session, element, path); };
    const ShowField sweep = [this](const ElementRef& element, const QString& path) {
        m_workspaces->showDesign();
        m_resultsFrame->show();
        m_results->sweep(element, path);
    };
    m_top->commandField().setSource([this, &session, &actions, show, sweep](const QStringList& words) {
        return allCommands(session, actions, *m_view, show, sweep, words);
    });
}

void DesignPage::showField(Session& session, const ElementRef& element, const QString& path)
{
    m_workspaces->showDesign();
    if (element == ElementRef()) session.select(Selection());
    else session.reveal(element);
    m_inspectorFrame->show();
    m_inspector->showInspector();
    m_inspector->inspector().focusField(path);
}

void DesignPage::connectMap(const Actions& actions)
{
    const auto bind = [&](ActionId id, auto function) {
        connect(actions[id], &QAction::triggered, this, [this, function] { std::invoke(function, m_workspaces->map()); });
    };
    bind(ActionId::Copy, &NetworkView::copySelection);
    bind(ActionId::Cut, &NetworkView::cutSelection);
    bind(ActionId::Paste, &NetworkView::paste);
    bind(ActionId::Duplicate, &NetworkView::duplicateSelection);
    bind(ActionId::Delete, &NetworkView::deleteSelection);
    bind(ActionId::SelectAll, &NetworkView::selectAll);
    bind(ActionId::FitAll, &NetworkView::fitAll);
    bind(ActionId::FitSelection, &NetworkView::fitSelection);
    bind(ActionId::ZoomIn, [](NetworkView& map) { map.zoomBy(kZoomStep); });
    bind(ActionId::ZoomOut, [](NetworkView& map) { map.zoomBy(1.0 / kZoomStep); });
    connectMapActions(*m_view, actions, [this] { return m_workspaces->ownProjection(); });
    const auto mark = [this, &actions] { markProjection(m_workspaces->ownProjection() ? *m_workspaces->ownProjection() : *m_view, actions); };
    connect(m_workspaces, &QStackedWidget::currentChanged, this, mark);
    connect(m_workspaces, &Workspaces::ownProjectionChanged, this, mark);
    const QList<QToolButton*> buttons = m_view->findChild<ZoomControl*>()->findChildren<QToolButton*>();
    const ActionId zooms[] = {ActionId::ZoomIn, ActionId::ZoomOut, ActionId::FitAll};
    for (qsizetype at = 0; at < std::ssize(zooms); ++at) {
        const auto tell = [button = buttons[at], action = actions[zooms[at]]] { button->setToolTip(action->toolTip()); };
        tell();
        connect(actions[zooms[at]], &QAction::changed, buttons[at], tell);
    }
}

/// Escape that no field needs ends a preview and leads back to the map.
void DesignPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    m_view->session().preview().discard();
    if (m_findingsFrame->isVisible() && m_findings->isAncestorOf(focusWidget())) m_findingsFrame->hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void DesignPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_left->fitInto(width());
}

} // namespace bellweave::ui
