// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/field_row.h"

#include <QPointer>
#include <map>

namespace bellweave::ui {

class Block;

/// The editable part of the inspector: the catalog's fields of a subject in foldable blocks. Built once for a subject;
/// afterwards only values change.
class FieldForm : public QWidget {
    Q_OBJECT
public:
    FieldForm(Session& session, Subject subject, QWidget* parent = nullptr);

    ~FieldForm() override;

    const Subject& subject() const { return m_subject; }
    /// Blocks that stand below what was reached: prices, a demand's identity. Placed by the inspector, owned by the form.
    QWidget& lateBlocks() const { return *m_late; }
    /// Shows the document's values and the engine's derived ones.
    void refresh();
    /// Shows only what the engine derived, after new numbers.
    void refreshDerived();
    /// Stops listening to the fields, so that closing them commits nothing.
    void discardEdits();
    void setEditable(bool editable);
    /// The row of a field by its path, or null.
    FieldRowView* row(const QString& path) const;
    /// Puts the focus on the first field.
    void focusFirstField();

private:
    void addRow(const BoundField& field);
    void followPresets(FieldRowView& row);
    QString warningFor(const QString& path) const;
    /// False while another field says that this one does not.
    bool counts(const FieldRow& row) const;
    void refreshRow(FieldRowView& row);
    Block& blockFor(const BoundField& field);
    void apply(FieldRowView& row, const Result<Patch>& patch, const QString& text, int run);
    int gestureOf(int run);
    std::optional<double> derivedNumber(const QString& path) const;
    bool isPlan(const FieldRowView& row) const;
    /// The order that the engine found for the demand.
    QString derivedPlan() const;

    Session& m_session;
    Subject m_subject;
    QPointer<QWidget> m_late;
    std::vector<BoundField> m_fields;
    SubjectValues m_values;     ///< as last read
    PresetScopes m_presets;
    std::vector<FieldRowView*> m_rows;
    std::map<QString, Block*> m_blocks;
    int m_run = 0;
    int m_gesture = 0;
};

} // namespace bellweave::ui
