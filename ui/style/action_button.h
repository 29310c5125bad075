// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QToolButton;
class QWidget;

namespace bellweave::ui {

/// A flat square button with the icon of an action, `side` px wide, reached with Tab; its names are the action's.
QToolButton* actionButton(QAction* action, int side, QWidget* parent);

} // namespace bellweave::ui
