// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"

#include <QUndoCommand>

namespace bellweave::ui {

/// One undo step: a patch on a document. Commands of one gesture merge; one that changes nothing leaves the stack.
class PatchCommand : public QUndoCommand {
public:
    PatchCommand(Document& document, Patch patch, const QString& text, int gesture);

    void undo() override;
    void redo() override;
    int id() const override { return m_gesture == 0 ? -1 : m_gesture; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    Document& m_document;
    Patch m_patch;
    int m_gesture;
};

} // namespace bellweave::ui
