// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/pan_tool.h"

#include "ui/canvas/network_view.h"

namespace bellweave::ui {

void PanTool::press(const Pointer& pointer) { m_last = pointer.screen; }

void PanTool::move(const Pointer& pointer)
{
    if (!m_last) return;
    view().panBy(pointer.screen - *m_last);
    m_last = pointer.screen;
}

void PanTool::release(const Pointer&) { m_last.reset(); }

bool PanTool::cancel()
{
    const bool panning = m_last.has_value();
    m_last.reset();
    return panning;
}

QCursor PanTool::cursor() const { return m_last ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }

} // namespace bellweave::ui
