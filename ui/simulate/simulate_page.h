// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "ui/frame/workspace_page.h"


class QLabel;
class QSplitter;

namespace bellweave::ui {

class ComparisonTable;
class NetworkView;
class Session;
class SetupPanel;
class SimulatedPlot;
class SimulationController;
class TraceBar;
class TraceOverlay;
class TracePlayer;
class TraceView;

/// The Simulate workspace: the set-up at the left, the map with a run in time, its space-time diagram and the plots in the middle,
/// simulated and analytic numbers side by side at the right.
class SimulatePage : public WorkspacePage {
    Q_OBJECT
public:
    explicit SimulatePage(Session& session, QWidget* parent = nullptr);
    ~SimulatePage() override;

    SimulationController& controller() const { return *m_controller; }
    SetupPanel& setupPanel() const { return *m_setup; }
    ComparisonTable& table() const { return *m_table; }
    TraceView& traceView() const { return *m_trace; }
    TracePlayer& player() const { return *m_player; }
    TraceOverlay& overlay() const { return *m_overlay; }
    NetworkView& view() const override { return *m_view; }
    SimulatedPlot& series() const { return *m_series; }
    SimulatedPlot& waiting() const { return *m_waiting; }
    std::vector<QWidget*> regions() const override;

    void resetLayout() override;
    void saveLayout() const override;
    void restoreLayout() override;

Q_SIGNALS:
    /// The trace is wanted as a file with this ending.
    void exportWanted(const QString& suffix);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    QWidget* makeRight();
    void follow();
    void followDemand();
    void showDemand();
    DemandId demand() const;
    void showStory();

    Session& m_session;
    SimulationController* m_controller;
    TracePlayer* m_player;
    SetupPanel* m_setup;
    NetworkView* m_view;
    TraceOverlay* m_overlay;
    TraceBar* m_bar;
    TraceView* m_trace;
    SimulatedPlot* m_series;
    SimulatedPlot* m_waiting;
    ComparisonTable* m_table;
    QLabel* m_reason;
    QLabel* m_story;
    QLabel* m_facts;
    QSplitter* m_columns;
    QSplitter* m_rows;
};

} // namespace bellweave::ui
