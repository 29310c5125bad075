// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/tables/grid_cell.h"

#include <QAbstractTableModel>
#include <QHash>
#include <map>

namespace bellweave::ui {

/// The elements of one kind as a grid. Rows hold ids only and read the session when they are shown; a change refreshes the
/// rows it touches. Rows keep their place while values change: they are put in order when a header is clicked.
class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole,   ///< the stored number, if any
        RefusedRole,                 ///< true for a cell whose typed text was not accepted
        DerivedRole                  ///< true for a cell whose number is not typed
    };

    GridModel(Session& session, GridKind kind, QObject* parent = nullptr);

    GridKind kind() const { return m_kind; }
    const GridColumn& column(int index) const { return gridColumns(m_kind)[static_cast<std::size_t>(index)]; }
    ElementRef element(int row) const;
    /// The row of an element; -1 when it is of another kind or filtered out.
    int rowOf(const ElementRef& element) const;
    /// The elements from a row to the end, as shown.
    std::vector<ElementRef> elementsFrom(int row) const;

    /// The kind of presets that a cell of a preset column takes: "node", "detector", "fiber".
    QString presetKind(const QModelIndex& index) const;

    /// Lists only elements whose name or id contains the text; an empty text lists all.
    void setFilter(const QString& text);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    /// Takes back a typed text that was not accepted.
    void discardRefusal(const QModelIndex& index);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Pushes the edit as one undo step. A text that is not accepted stays in its cell, with a sentence in the status bar.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Column -1: the order of the document.
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Refusal {
        QString text;
        QString sentence;
    };
    using CellKey = std::pair<std::uint32_t, int>;

    std::vector<std::uint32_t> listed() const;
    bool isListed(const ElementRef& element) const;
    void order(std::vector<std::uint32_t>& numbers, int column, Qt::SortOrder order) const;
    void rebuild();
    void follow(const Patch& patch);
    template<typename T>
    void followRows(const std::vector<Change<T>>& changes);
    void removeNumbers(const std::vector<std::uint32_t>& numbers);
    void addNumbers(std::vector<std::uint32_t> numbers);
    void refreshNumbers(const std::vector<std::uint32_t>& numbers);
    void refreshColumns(bool (*isMeant)(const GridColumn& column));

    const Cell& cell(const QModelIndex& index) const;
    const Refusal* refusal(const QModelIndex& index) const;
    QVariant toolTip(const QModelIndex& index) const;
    QVariant foreground(const Cell& cell, const QModelIndex& index) const;
    ElementRef refOf(std::uint32_t number) const;
    bool isLocked(const ElementRef& element) const;

    Session& m_session;
    GridKind m_kind;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::uint32_t> m_numbers;                    ///< ids in the order shown
    mutable QHash<std::uint32_t, int> m_rows;                ///< their rows; empty when to be made anew
    mutable QHash<std::uint32_t, std::vector<Cell>> m_read;  ///< rows shown lately
    std::map<CellKey, Refusal> m_refusals;
};

} // namespace bellweave::ui
