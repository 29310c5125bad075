// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/pan_tool.h"

#include "ui/canvas/network_scene.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/pole_stop.h"
#include "ui/session/session.h"

namespace bellweave::ui {
namespace {

constexpr double kToldBeyond = 24.0;   // px past the stop, from where on it is no slip of the hand

} // namespace

void PanTool::press(const Pointer& pointer)
{
    m_last = pointer.screen;
    m_beyond = 0.0;
    m_told = false;
}

void PanTool::move(const Pointer& pointer)
{
    if (!m_last) return;
    const QPointF wanted = pointer.screen - *m_last + QPointF(0, m_beyond);
    const QPointF possible = followed({view().networkScene().projection(), view().camera()}, wanted);
    m_last = pointer.screen;
    m_beyond = wanted.y() - possible.y();
    view().panBy(possible);
    if (m_told || std::abs(m_beyond) < kToldBeyond) return;
    m_told = true;
    Q_EMIT view().session().noticed(poleStopText());
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
