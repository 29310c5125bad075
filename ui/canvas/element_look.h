// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/canvas/sprites.h"

#include <QPointF>
#include <compare>
#include <map>

class QPainter;

namespace bellweave::ui {

/// In which state a site or link is drawn, beside what it is.
struct ElementLook {
    enum class Badge { None, Warning, Failed };
    Badge badge = Badge::None;
    bool down = false;        ///< taken out of operation
    bool locked = false;
    bool proposed = false;    ///< part of a change that is only shown
    bool isPlain() const { return *this == ElementLook(); }
    auto operator<=>(const ElementLook&) const = default;
};

/// What the findings of an evaluation put beside each element: failed for a problem, a warning for a warning.
std::map<ElementRef, ElementLook::Badge> badgesOf(const engine::Evaluation& evaluation);

/// The badges of a site around its symbol: warning or failure at the upper right, the padlock there too, or below it.
void paintSiteBadges(QPainter& painter, const ElementLook& look, QPointF center);
/// A stroke through the symbol of a site that is taken down.
void paintDownStroke(QPainter& painter, QPointF center);
/// What stands at the middle of a link: cross, warning, failure, padlock, side by side.
void paintLinkMarks(QPainter& painter, const ElementLook& look, QPointF middle);

/// The same, copied from pictures.
void paintLinkMarks(QPainter& painter, const ElementLook& look, QPointF middle, Sprites<ElementLook>& sprites);

} // namespace bellweave::ui
