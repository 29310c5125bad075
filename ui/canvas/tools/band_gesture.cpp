// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/band_gesture.h"

#include "ui/canvas/network_view.h"
#include "ui/session/session.h"

namespace bellweave::ui {

bool addsToSelection(const Pointer& pointer) { return pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }

void BandGesture::finish(const Pointer& pointer)
{
    m_band.end = pointer.screen;
    ElementSet caught = m_view.networkScene().inside(m_view.camera(), m_band.box(), m_band.touches());
    if (addsToSelection(pointer)) caught.insert(m_view.session().selection());
    m_view.session().select(caught);
}

} // namespace bellweave::ui
