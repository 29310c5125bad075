// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

#include <QWidget>

namespace bellweave::ui {

class Block;
class LongTextEdit;

/// Free text about one element or the design; leaving the field commits.
class NotesBlock : public QWidget {
    Q_OBJECT
public:
    explicit NotesBlock(Session& session, QWidget* parent = nullptr);
    void setSubject(const Subject& subject);
    void refresh();
    void setEditable(bool editable);

private:
    void commit(const QString& text);

    Session& m_session;
    Subject m_subject;
    LongTextEdit* m_text;
};

/// The notes of an element, or of the design when the reference is empty.
QString notesOf(const Network& network, const ElementRef& element);
Patch notesPatch(const Network& network, const ElementRef& element, const QString& notes);

} // namespace bellweave::ui
