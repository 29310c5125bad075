// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/patch_command.h"

namespace bellweave::ui {

PatchCommand::PatchCommand(Document& document, Patch patch, const QString& text, int gesture)
    : QUndoCommand(text), m_document(document), m_patch(std::move(patch)), m_gesture(gesture)
{
}

void PatchCommand::undo() { m_document.apply(m_patch.inverse()); }

void PatchCommand::redo() { m_document.apply(m_patch); }

bool PatchCommand::mergeWith(const QUndoCommand* next)
{
    // The id of a command is its gesture, so whatever comes here belongs to the same one.
    const auto* other = static_cast<const PatchCommand*>(next);
    m_patch = m_patch.merged(other->m_patch);
    setText(other->text());
    setObsolete(m_patch.isNoop());
    return true;
}

} // namespace bellweave::ui
