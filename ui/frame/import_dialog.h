// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/import_source.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace bellweave::ui {

/// Shows what a file holds before it is imported: its format, counts, units, a sketch, and what is refused and why.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// `canAdd`: there is an open design that takes more elements.
    ImportDialog(ImportSource source, bool canAdd, QWidget* parent = nullptr);

    const ImportSource& source() const { return m_source; }
    QPushButton& newButton() const { return *m_new; }
    QPushButton& addButton() const { return *m_add; }
    /// Null when nothing is refused.
    QTreeWidget* refused() const { return m_refused; }

Q_SIGNALS:
    void openWanted();
    void addWanted();
    void keepWanted();

private:
    QWidget* makeHead();
    void makeButtons();

    ImportSource m_source;
    QTreeWidget* m_refused = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace bellweave::ui
