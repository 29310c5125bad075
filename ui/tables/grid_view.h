// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/block_paste.h"
#include "ui/tables/grid_model.h"

#include <QTableView>

namespace bellweave::ui {

/// The grid of one kind of elements: edits in place, copies and pastes blocks, shares the selection with the map.
class GridView : public QTableView {
    Q_OBJECT
public:
    GridView(Session& session, GridKind kind, QWidget* parent = nullptr);

    GridModel& grid() const { return *m_model; }
    /// Puts the selected block on the clipboard as tab-separated text.
    void copyBlock();
    /// Writes the clipboard's block from the current cell on, as one undo step; all of it or nothing.
    void pasteBlock();

Q_SIGNALS:
    /// A letter was typed into the table: the filter is meant.
    void filterTyped(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

protected Q_SLOTS:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void takeSelectionFromSession();
    void giveSelectionToSession();
    std::vector<int> selectedRows() const;
    QRect selectedBlock() const;
    bool isOneBlock() const;
    CellBlock filled(const CellBlock& block) const;
    void show(const BlockPaste& paste, QPoint start, const CellBlock& block);
    bool startsEditing(const QKeyEvent& key) const;
    bool editKey(const QKeyEvent& key);
    void removeSelected();

    Session& m_session;
    GridModel* m_model;
    bool m_synchronizing = false;
};

} // namespace bellweave::ui
