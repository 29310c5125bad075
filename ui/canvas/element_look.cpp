// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/element_look.h"

#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QLineF>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kBadgeSize = 12.0;           // px
constexpr double kLinkMarkSize = 14.0;
constexpr double kMarkStep = 17.0;            // from one mark on a link to the next
constexpr QPointF kUpperRight(10.5, -10.5);
constexpr QPointF kLowerRight(10.5, 8.5);

std::optional<Mark> markOf(ElementLook::Badge badge)
{
    switch (badge) {
    case ElementLook::Badge::None: return std::nullopt;
    case ElementLook::Badge::Warning: return Mark::Warning;
    case ElementLook::Badge::Failed: return Mark::Failed;
    }
    Q_UNREACHABLE();
}

/// A line that stands out from what it crosses.
void strike(QPainter& painter, const QLineF& line, double width)
{
    painter.setPen(QPen(theme().land, width + 2.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
    painter.setPen(QPen(theme().bad, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
}

} // namespace

std::map<ElementRef, ElementLook::Badge> badgesOf(const engine::Evaluation& evaluation)
{
    std::map<ElementRef, ElementLook::Badge> badges;
    for (const Finding& finding : evaluation.findings) {
        if (finding.severity == Severity::Note || finding.element == ElementRef()) continue;
        ElementLook::Badge& badge = badges[finding.element];
        badge = std::max(badge, finding.severity == Severity::Problem ? ElementLook::Badge::Failed : ElementLook::Badge::Warning);
    }
    return badges;
}

void paintSiteBadges(QPainter& painter, const ElementLook& look, QPointF center)
{
    const auto mark = markOf(look.badge);
    if (mark) paintMark(painter, *mark, center + kUpperRight, kBadgeSize);
    if (look.locked) paintPadlock(painter, center + (mark ? kLowerRight : kUpperRight), kBadgeSize);
}

void paintDownStroke(QPainter& painter, QPointF center)
{
    constexpr double kReach = 10.0;
    strike(painter, {center + QPointF(-kReach, kReach), center + QPointF(kReach, -kReach)}, 1.8);
}

void paintLinkMarks(QPainter& painter, const ElementLook& look, QPointF middle)
{
    const auto mark = markOf(look.badge);
    const int count = int(look.down) + int(mark.has_value()) + int(look.locked);
    QPointF at = middle - QPointF(kMarkStep * (count - 1) / 2, 0);
    if (look.down) {
        constexpr double kReach = 4.5;
        strike(painter, {at + QPointF(-kReach, -kReach), at + QPointF(kReach, kReach)}, 1.8);
        strike(painter, {at + QPointF(-kReach, kReach), at + QPointF(kReach, -kReach)}, 1.8);
        at.rx() += kMarkStep;
    }
    if (mark) {
        paintMark(painter, *mark, at, kLinkMarkSize);
        at.rx() += kMarkStep;
    }
    if (look.locked) paintPadlock(painter, at, kLinkMarkSize);
}

void paintLinkMarks(QPainter& painter, const ElementLook& look, QPointF middle, Sprites<ElementLook>& sprites)
{
    constexpr QSizeF kRoom(3 * kMarkStep, 20);
    const auto paint = [&](QPainter& onPicture, QPointF center) { paintLinkMarks(onPicture, look, center); };
    drawSprite(painter, sprites.picture(look, kRoom, painter.device()->devicePixelRatioF(), paint), middle);
}

} // namespace bellweave::ui
