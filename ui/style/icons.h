// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace bellweave::ui {

/// The line icons of the interface.
enum class Icon {
    None, New, Open, Save, Import, Undo, Redo, Select, Pan, Site, Link, Demand, Region, Measure, Delete, Copy, Cut, Paste,
    ZoomIn, ZoomOut, Fit, Filter, Find, Go, Fix, More, List, Repeaters, Note, Lens, Close, Shown, Hidden, Locked, Unlocked,
    Layers, Library, Dock
};

/// An icon drawn from path data in the theme's colors, sharp at every size, recolored when the theme changes.
QIcon themedIcon(Icon icon);

} // namespace bellweave::ui
