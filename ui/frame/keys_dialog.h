// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace bellweave::ui {

class Actions;

/// Every key of the window and every gesture of the mouse on the map, with what it does; typing filters.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(const Actions& actions, QWidget* parent = nullptr);

    QTreeWidget& list() const { return *m_list; }
    QLineEdit& filter() const { return *m_filter; }

private:
    void addKeys(const Actions& actions);
    void addGestures();

    QLineEdit* m_filter;
    QTreeWidget* m_list;
};

} // namespace bellweave::ui
