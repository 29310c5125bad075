// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/band_tool.h"

#include "ui/canvas/network_view.h"

#include <utility>

namespace bellweave::ui {

void BandTool::press(const Pointer& pointer) { m_band = RubberBand{pointer.screen, pointer.screen}; }

void BandTool::move(const Pointer& pointer)
{
    if (m_band) m_band->end = pointer.screen;
    view().viewport()->update();
}

void BandTool::release(const Pointer& pointer)
{
    if (!m_band) return;
    RubberBand band = *std::exchange(m_band, std::nullopt);
    band.end = pointer.screen;
    view().viewport()->update();
    finish(band);
}

bool BandTool::cancel()
{
    const bool active = m_band.has_value();
    m_band.reset();
    view().viewport()->update();
    return active;
}

void BandTool::paint(QPainter& painter) const
{
    if (m_band) paintRubberBand(painter, *m_band);
}

} // namespace bellweave::ui
