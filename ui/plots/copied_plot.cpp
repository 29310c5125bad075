// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/copied_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace bellweave::ui {

CopiedPlot::CopiedPlot(QWidget* parent) : QCustomPlot(parent) { setFocusPolicy(Qt::StrongFocus); }

void CopiedPlot::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy &image"), this, [this] { QApplication::clipboard()->setPixmap(toPixmap(width(), height(), 2.0)); });
    menu.addAction(tr("Copy &data"), this, [this] { QApplication::clipboard()->setText(data()); })->setEnabled(!data().isEmpty());
    menu.exec(event->globalPos());
}

/// Copying is its own while it has the focus, not that of the map.
bool CopiedPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) event->accept();
    return QCustomPlot::event(event);
}

void CopiedPlot::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) QApplication::clipboard()->setText(data());
    else QCustomPlot::keyPressEvent(event);
}

void CopiedPlot::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
}

} // namespace bellweave::ui
