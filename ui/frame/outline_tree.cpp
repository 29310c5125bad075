// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/outline_tree.h"

#include "ui/frame/outline_delegate.h"

#include <QTreeView>

namespace bellweave::ui {

void makeOutline(QTreeView& tree)
{
    tree.setItemDelegate(new OutlineDelegate(&tree));
    tree.setHeaderHidden(true);
    tree.setFrameShape(QFrame::NoFrame);
    tree.setUniformRowHeights(true);
    tree.setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree.setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree.setExpandsOnDoubleClick(false);
    tree.setBackgroundRole(QPalette::AlternateBase);
    tree.viewport()->setBackgroundRole(QPalette::AlternateBase);
}

} // namespace bellweave::ui
