// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QString;
class QToolButton;
class QWidget;

namespace bellweave::ui {

/// A flat square button with the icon of an action, `side` px wide, reached with Tab; its names are the action's.
QToolButton* actionButton(QAction* action, int side, QWidget* parent);

/// A flat button with a text or sign that no action stands for, reached with Tab; `name` is what it does.
QToolButton* flatButton(const QString& text, const QString& name, QWidget* parent);

} // namespace bellweave::ui
