// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/lens_tool.h"

#include "ui/canvas/network_view.h"

#include <QApplication>
#include <QKeyEvent>

namespace bellweave::ui {

void LensTool::press(const Pointer& pointer) { m_band = RubberBand{pointer.screen, pointer.screen}; }

void LensTool::move(const Pointer& pointer)
{
    if (m_band) m_band->end = pointer.screen;
    view().viewport()->update();
}

void LensTool::release(const Pointer& pointer)
{
    if (!m_band) return;
    m_band->end = pointer.screen;
    const QRectF box = m_band->box();
    m_band.reset();
    const Camera& camera = view().camera();
    if (box.width() + box.height() < QApplication::startDragDistance()) view().openLensAt(pointer.screen);
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

bool LensTool::cancel()
{
    const bool active = m_band.has_value();
    m_band.reset();
    view().viewport()->update();
    return active;
}

void LensTool::paint(QPainter& painter) const
{
    if (m_band) paintRubberBand(painter, *m_band);
}

} // namespace bellweave::ui
