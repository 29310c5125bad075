// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"

#include <QAbstractTableModel>
#include <QTableView>

class QSortFilterProxyModel;

namespace bellweave::ui {

/// The passes of the chosen row, one a line.
class PassModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Satellite, Sunlit, Usable, Rise, Best, Set, Duration, Elevation, Brings, ColumnCount };
    /// The value that a column is sorted by.
    static constexpr int kSortRole = Qt::UserRole;

    PassModel(Session& session, OrbitController& orbits, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Other passes are shown.
    void refresh();
    /// The same passes, other numbers.
    void refreshNumbers();

private:
    const engine::SkyRow* shown() const;
    QVariant valueOf(const engine::SkyPass& pass, int column) const;
    QString textOf(const engine::SkyPass& pass, int column) const;
    std::optional<double> gotIn(const engine::SkyPass& pass) const;

    Session& m_session;
    OrbitController& m_orbits;
    std::vector<std::optional<double>> m_got;    // what the demand gets meanwhile, by pass
};

/// The table of passes: a click leads to the pass; columns sort; Ctrl+C copies it all.
class PassTable : public QTableView {
    Q_OBJECT
public:
    PassTable(Session& session, OrbitController& orbits, QWidget* parent = nullptr);

    /// As a table with tabs, in the order that is shown.
    QString text() const;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void followChosen();

    OrbitController& m_orbits;
    std::optional<std::size_t> m_shownRow;
    DemandId m_shownDemand;
    PassModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace bellweave::ui
