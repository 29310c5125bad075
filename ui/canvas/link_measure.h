// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <array>
#include <map>

namespace bellweave::ui {

/// What the color of a link stands for.
enum class LinkMeasure { Fidelity, Rate, Loss, Margin, Cost };
inline constexpr std::array kLinkMeasures{LinkMeasure::Fidelity, LinkMeasure::Rate, LinkMeasure::Loss,
                                          LinkMeasure::Margin, LinkMeasure::Cost};

/// Six classes of a value, parted by five limits in the unit of legendTitle().
struct ColorScale {
    std::array<double, 5> limits;
    bool largerIsBetter = true;

    /// Of the theme's six colors, 0 for the worst class, 5 for the best. A limit belongs to the class above it.
    int colorOf(double value) const;
};
/// Classes of fidelity are parted as the design wants it.
ColorScale colorScale(LinkMeasure measure, const MapSettings& map = {});

/// The values of all links that have one:
/// fidelity and pairs per second of the elementary pairs of an available link;
/// loss of its whole fiber, dB; its fiber lease, thousands of euros a year;
/// margin: of the demands routed over the link the worst, each by the smaller of rate reached over rate required and
/// infidelity allowed over infidelity reached.
std::map<LinkId, double> linkValues(LinkMeasure measure, const Network& network, const engine::Evaluation& evaluation);

/// "Fidelity".
QString measureName(LinkMeasure measure);
/// "Color: link rate, ebit/s".
QString legendTitle(LinkMeasure measure);
/// What exactly is shown, in sentences.
QString measureExplanation(LinkMeasure measure);

} // namespace bellweave::ui
