// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/medium.h"

#include <QCoreApplication>
#include <QPen>
#include <array>

namespace bellweave::ui {
namespace {

/// What is said of a kind, and the lengths of its dashes and of the gaps between them in px; no dash: a solid line.
struct Medium {
    const char* label;
    const char* help;
    double dash = 0.0;
    double gap = 0.0;
    double dot = 0.0;    ///< a short dash between two gaps
};

constexpr Medium mediumOf(const FiberLink*)
{
    return {QT_TRANSLATE_NOOP("Medium", "Fiber"), QT_TRANSLATE_NOOP("Medium", "Rates and fidelities follow from physics")};
}

constexpr Medium mediumOf(const FreeSpaceLink*)
{
    return {QT_TRANSLATE_NOOP("Medium", "Free space"), QT_TRANSLATE_NOOP("Medium", "A beam between two telescopes; follows from physics"), 8.0, 5.0};
}

constexpr Medium mediumOf(const SatelliteLink*)
{
    return {QT_TRANSLATE_NOOP("Medium", "Satellite"), QT_TRANSLATE_NOOP("Medium", "A beam to or between satellites, which it follows in time"), 11.0, 5.0, 2.0};
}

constexpr Medium mediumOf(const MicrowaveLink*)
{
    return {QT_TRANSLATE_NOOP("Medium", "Microwave"), QT_TRANSLATE_NOOP("Medium", "A cold waveguide between superconducting processors; follows from physics"), 3.0, 3.0};
}

constexpr Medium mediumOf(const MeasuredLink*)
{
    return {QT_TRANSLATE_NOOP("Medium", "Measured"), QT_TRANSLATE_NOOP("Medium", "Numbers you have already; no physics is applied")};
}

template<std::size_t... Kinds>
constexpr std::array<Medium, sizeof...(Kinds)> mediaOf(std::index_sequence<Kinds...>)
{
    return {mediumOf(static_cast<const std::variant_alternative_t<Kinds, LinkKind>*>(nullptr))...};
}

constexpr auto kMedia = mediaOf(std::make_index_sequence<kMediumCount>());

QString translated(const char* text) { return QCoreApplication::translate("Medium", text); }

} // namespace

QString mediumLabel(std::size_t kind) { return translated(kMedia.at(kind).label); }

QString mediumHelp(std::size_t kind) { return translated(kMedia.at(kind).help); }

void setMediumStyle(QPen& pen, std::size_t kind)
{
    const Medium& medium = kMedia.at(kind);
    const double width = std::max(pen.widthF(), 1e-3);    // Qt counts dashes in widths of the pen
    if (medium.dot > 0.0) pen.setDashPattern({medium.dash / width, medium.gap / width, medium.dot / width, medium.gap / width});
    else if (medium.dash > 0.0) pen.setDashPattern({medium.dash / width, medium.gap / width});
}

} // namespace bellweave::ui
