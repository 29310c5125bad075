// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

#include <QColor>
#include <QPointF>
#include <QString>

class QPainter;

namespace bellweave::ui {

/// "Midpoint station".
QString roleName(SiteRole role);

enum class SymbolLine { Solid, Dotted };
/// Draws the outline of a site's role as a vector, centered, `size` px wide (18 on the map), filled with `page`.
void paintSiteSymbol(QPainter& painter, SiteRole role, QPointF center, double size, const QColor& ink, const QColor& page,
                     SymbolLine line = SymbolLine::Solid);

/// A closed padlock, `size` px high.
void paintPadlock(QPainter& painter, QPointF center, double size);

/// Marks beside a symbol or in front of a verdict, drawn as vectors.
enum class Mark { Feasible, Marginal, NotFeasible, NotComputed, Warning, Failed };
void paintMark(QPainter& painter, Mark mark, QPointF center, double size);

} // namespace bellweave::ui
