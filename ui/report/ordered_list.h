// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace bellweave::ui {

/// Rows that are ticked and ordered: dragged by the pointer, moved by Alt with an arrow, ticked by Space.
class OrderedList : public QListWidget {
    Q_OBJECT
public:
    explicit OrderedList(QWidget* parent = nullptr);

    /// Moves the current row by so many, as far as there are some.
    void moveCurrent(int rows);

Q_SIGNALS:
    /// Ticks or order are others now.
    void arranged();

protected:
    /// A row for the end of the list.
    QListWidgetItem* addRow(const QString& text, bool isTicked);
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;
};

} // namespace bellweave::ui
