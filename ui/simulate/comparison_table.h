// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

#include <QTreeWidget>

namespace bellweave::ui {

class Session;

/// Simulated and analytic numbers of every demand side by side, with how many standard errors lie between; those that differ are
/// marked, and the reason stands in the tool tip and below. A click selects the demand.
class ComparisonTable : public QTreeWidget {
    Q_OBJECT
public:
    enum Column { Name, Simulated, Analytic, Off, ColumnCount };
    /// Differences above are marked.
    static constexpr double kMarked = 4.0;    // standard errors

    explicit ComparisonTable(Session& session, QWidget* parent = nullptr);

    void show(std::shared_ptr<const engine::SimulationResult> result);
    /// To the clipboard, as a table with tabs.
    void copy() const;

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void fill(QTreeWidgetItem& top, const engine::SimulatedDemand& demand);
    void followSelection();

    Session& m_session;
    std::shared_ptr<const engine::SimulationResult> m_result;
};

/// Whether any of its numbers is off by more than kMarked.
bool differs(const engine::SimulatedDemand& demand);

} // namespace bellweave::ui
