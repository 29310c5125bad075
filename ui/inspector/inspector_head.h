// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

#include <QWidget>

class QLabel;

namespace bellweave::ui {

class NameEdit;
class SubjectMark;

/// The top of the inspector: mark or symbol, name to edit in place, one line of facts.
class InspectorHead : public QWidget {
    Q_OBJECT
public:
    explicit InspectorHead(Session& session, QWidget* parent = nullptr);

    void setSubject(const Subject& subject);
    /// Shows the present name and facts; a name being typed stays.
    void refresh();
    void setEditable(bool editable);
    void editName();
    QString subline() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rename();
    void dressName();
    QString placeholderName() const;

    Session& m_session;
    Subject m_subject;
    SubjectMark* m_mark;
    NameEdit* m_name;
    QLabel* m_subline;
    bool m_editable = true;
};

/// Renames an element, or the design when the reference is empty.
Patch renamePatch(const Network& network, const ElementRef& element, const QString& name);

} // namespace bellweave::ui
