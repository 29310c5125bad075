// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/note_tool.h"

#include "ui/canvas/network_view.h"

#include <QKeyEvent>

namespace bellweave::ui {

void NoteTool::press(const Pointer& pointer) { ask(pointer.screen); }

bool NoteTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
    ask(QRectF(view().viewport()->rect()).center());
    return true;
}

void NoteTool::ask(QPointF screen)
{
    view().askNote(view().networkScene().projection().inverse(view().camera().toMap(screen)));
    view().setTool(ToolKind::Select);
}

} // namespace bellweave::ui
