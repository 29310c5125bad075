// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/region_tool.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/region_popover.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace bellweave::ui {
namespace {

constexpr int kGap = 8;   // px between the box and the popover

void openPopover(NetworkView& view, const QRectF& box)
{
    auto* popover = new RegionPopover(view.session(), &view);
    popover->adjustSize();
    const QRect room = view.viewport()->rect();
    const QPoint wanted = box.topRight().toPoint() + QPoint(kGap, 0);
    const QPoint place(qBound(0, wanted.x(), std::max(room.width() - popover->width(), 0)),
                       qBound(0, wanted.y(), std::max(room.height() - popover->height(), 0)));
    popover->move(view.viewport()->mapToGlobal(place));
    popover->show();
}

} // namespace

void RegionTool::finish(const RubberBand& band)
{
    ElementSet inside = view().networkScene().inside(view().camera(), band.box(), band.touches());
    inside.notes.clear();
    if (inside.isEmpty()) {
        Q_EMIT view().session().noticed(QCoreApplication::translate("Canvas", "No site and no link lies in the box. Drag a box around some."));
        return;
    }
    view().session().select(inside);
    openPopover(view(), band.box());
    view().setTool(ToolKind::Select);
}

bool RegionTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
    const QRectF page = view().viewport()->rect();
    finish({page.topLeft(), page.bottomRight()});
    return true;
}

} // namespace bellweave::ui
