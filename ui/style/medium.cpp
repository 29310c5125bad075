// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/medium.h"

#include <QCoreApplication>
#include <QPen>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Medium)
};

/// What is said of a kind, and the lengths of its dashes and gaps in px; none: a solid line.
struct Words {
    QString label;
    QString help;
    QList<double> dashes;
};

Words wordsOf(const FiberLink*) { return {Text::tr("Fiber"), Text::tr("Rates and fidelities follow from physics"), {}}; }
Words wordsOf(const FreeSpaceLink*) { return {Text::tr("Free space"), Text::tr("A beam between two telescopes; follows from physics"), {8.0, 5.0}}; }
Words wordsOf(const MeasuredLink*) { return {Text::tr("Measured"), Text::tr("Numbers you have already; no physics is applied"), {}}; }

template<std::size_t... Kinds>
Words wordsOfKind(std::size_t kind, std::index_sequence<Kinds...>)
{
    Words words;
    ((kind == Kinds ? void(words = wordsOf(static_cast<const std::variant_alternative_t<Kinds, LinkKind>*>(nullptr))) : void()), ...);
    return words;
}

Words wordsOfKind(std::size_t kind) { return wordsOfKind(kind, std::make_index_sequence<kMediumCount>()); }

} // namespace

QString mediumLabel(std::size_t kind) { return wordsOfKind(kind).label; }

QString mediumHelp(std::size_t kind) { return wordsOfKind(kind).help; }

void setMediumStyle(QPen& pen, std::size_t kind)
{
    QList<double> dashes = wordsOfKind(kind).dashes;
    if (dashes.isEmpty()) return;
    for (double& dash : dashes) dash /= std::max(pen.widthF(), 1e-3);    // Qt counts them in widths of the pen
    pen.setDashPattern(dashes);
}

} // namespace bellweave::ui
