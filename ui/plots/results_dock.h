// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QWidget>
#include <vector>

class QMenu;
class QStackedWidget;
class QTabBar;

namespace bellweave::ui {

class ElidedLabel;

class DesignComparison;
class PlotRow;
class PlotView;
class Session;
class StaleWatch;
class TablesPage;

/// The plots of the selected demand, or of the worst one, side by side; and the design and the same numbers as tables.
class ResultsDock : public QWidget {
    Q_OBJECT
public:
    explicit ResultsDock(Session& session, QWidget* parent = nullptr);

    /// The demand whose numbers are shown; invalid when there is none.
    DemandId shownDemand() const { return m_demand; }
    const std::vector<PlotView*>& plots() const;
    /// What the plots draw in gray beside the design.
    DesignComparison& comparison() const;
    TablesPage& tables() const { return *m_tables; }
    /// Shows how a field moves the demand: turns to the plots and puts the sweep among them.
    void sweep(const ElementRef& element, const QString& path);
    /// Turns to the Tables tab.
    void showTables();
    QSize sizeHint() const override { return {1068, 242}; }

private:
    QWidget* makeHead();
    QWidget* makeTablePage();
    void refresh();
    void refreshTable();
    DemandId demandToShow() const;
    void fillExportMenu(QMenu& menu);

    Session& m_session;
    StaleWatch* m_stale;
    PlotRow* m_row;
    QTabBar* m_tabs = nullptr;
    ElidedLabel* m_caption = nullptr;
    QStackedWidget* m_pages = nullptr;
    TablesPage* m_tables = nullptr;
    DemandId m_demand;
};

} // namespace bellweave::ui
