// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"
#include "ui/style/measures.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace bellweave::ui {

class FieldForm;
class InspectorHead;
class NotesBlock;
class ResultBlocks;
class StaleWatch;

/// Everything about what is selected: its fields to edit, what was reached, its parts and notes. Rebuilds its form only
/// when other fields are needed; while a site is dragged it only changes numbers.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(Session& session, QWidget* parent = nullptr);
    ~InspectorPanel() override;

    /// The fields of what is selected; null only while another design is opened.
    FieldForm* form() const { return m_form; }
    ResultBlocks& results() const { return *m_results; }
    InspectorHead& head() const { return *m_head; }
    /// Puts the focus on the first field (Enter on the map).
    void focusFirstField();
    /// Puts the focus on the field at a path, unfolding and scrolling to it; none when the selection has no such field.
    void focusField(const QString& path);
    QSize sizeHint() const override { return {textRoom(332), 640}; }

private:
    void follow();
    void rebuild(const Subject& subject, const QString& structure);
    void dropForm();
    void refreshEditable();

    Session& m_session;
    StaleWatch* m_stale;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    InspectorHead* m_head;
    FieldForm* m_form = nullptr;
    ResultBlocks* m_results;
    NotesBlock* m_notes;
    Subject m_subject;
    QString m_structure;
};

} // namespace bellweave::ui
