// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/lens_tool.h"

#include "ui/canvas/network_view.h"

#include <QApplication>
#include <QKeyEvent>

namespace bellweave::ui {

void LensTool::finish(const RubberBand& band)
{
    const QRectF box = band.box();
    const Camera& camera = view().camera();
    if (box.width() + box.height() < QApplication::startDragDistance()) view().openLensAt(band.end);
    else view().openLens(QRectF(camera.toMap(box.topLeft()), camera.toMap(box.bottomRight())));
    view().setTool(ToolKind::Select);
}

bool LensTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
    const auto selected = view().screenPosition(view().session().currentElement());
    view().openLensAt(selected.value_or(QRectF(view().viewport()->rect()).center()));
    view().setTool(ToolKind::Select);
    return true;
}

} // namespace bellweave::ui
