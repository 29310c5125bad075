// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/orbits/element_sets.h"
#include "ui/orbits/satellite_form.h"

class QPlainTextEdit;
class QTreeWidget;

namespace bellweave::ui {

/// Satellites of elements that are pasted or read from a file; those that are ticked are added.
class ElementsForm : public SatelliteForm {
    Q_OBJECT
public:
    explicit ElementsForm(QWidget* parent = nullptr);

    /// As if it were pasted.
    void setText(const QString& text);
    /// What was read before stays where the file cannot be.
    void openFile(const QString& path);
    QTreeWidget& list() const { return *m_list; }
    Result<Patch> patch(const Network& network, const SatelliteEquipment& equipment) const override;
    QString remark() const override;

Q_SIGNALS:
    /// A file with elements is wanted.
    void openWanted();

private:
    void read();
    void fillList();

    QPlainTextEdit* m_text;
    QTreeWidget* m_list;
    ElementFile m_elements;
    QString m_problem;
};

} // namespace bellweave::ui
