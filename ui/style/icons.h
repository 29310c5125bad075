// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <functional>

class QPainter;

namespace bellweave::ui {

/// The line icons of the interface.
enum class Icon {
    None, New, Open, Save, Import, Undo, Redo, Select, Pan, Site, Link, Demand, Region, Measure, Delete, Copy, Cut, Paste,
    ZoomIn, ZoomOut, Fit, Filter, Find, Go, Fix, More, List, Repeaters, Note, Lens, Close, Shown, Hidden, Locked, Unlocked,
    Layers, Library, Dock
};

/// An icon drawn from path data in the theme's colors, sharp at every size, recolored when the theme changes.
QIcon themedIcon(Icon icon);
/// One that is painted once, `side` px square.
QIcon paintedIcon(int side, const std::function<void(QPainter&)>& paint);

} // namespace bellweave::ui
