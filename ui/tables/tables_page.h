// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/grid_column.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace bellweave::ui {

class ElidedLabel;
class EmptyNote;
class GridView;
class PlotDataModel;
class Session;
struct PlotData;

/// A choice of tables: the design's sites, links and demands to be edited, and the numbers behind each plot.
class TablesPage : public QWidget {
    Q_OBJECT
public:
    TablesPage(Session& session, const QStringList& plotTitles, QWidget* parent = nullptr);

    GridView& grid(GridKind kind) const { return *m_grids[static_cast<std::size_t>(kind)]; }
    QLineEdit& filterField() const { return *m_filter; }
    QComboBox& choice() const { return *m_choice; }
    void showGrid(GridKind kind);
    /// Which plot's numbers are wanted; -1 while a grid is shown.
    int shownPlot() const;
    /// `whyEmpty` stands in the place of rows when there are none.
    void showPlotData(PlotData data, const QString& whyEmpty);

Q_SIGNALS:
    void plotWanted();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget* makeHead(const QStringList& plotTitles);
    void addGrid(Session& session, GridKind kind);
    QTableView* makePlotTable();
    GridView* shownGrid() const;
    void follow();
    void refreshCount();

    QComboBox* m_choice = nullptr;
    QLineEdit* m_filter = nullptr;
    ElidedLabel* m_count = nullptr;
    QStackedWidget* m_pages = nullptr;
    std::vector<GridView*> m_grids;
    PlotDataModel* m_plotModel = nullptr;
    EmptyNote* m_plotEmpty = nullptr;
    QString m_whyEmpty;
};

} // namespace bellweave::ui
