// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"
#include "ui/orbits/value_grid.h"

namespace bellweave::ui {

class Session;

/// What a grid of values says.
struct Facts {
    QStringList heads = {};
    std::vector<ValueRow> rows = {};
    QStringList sentences = {};
};

/// Duration, elevation, use, what the demand gets in it, in a day and a year.
Facts passFacts(const Session& session, const OrbitController& orbits, const engine::SkyPass& pass, const engine::PassCurve& curve);
/// A column for each station: range, elevation, each term of the loss from the satellite now; why no light comes where it does not.
Facts lossTable(const Network& network, const engine::SkyAlmanac& almanac, double time, SiteId satellite, const std::vector<SiteId>& stations);
/// What the demand has at the moment, a sentence of rich text.
QString momentFacts(const Session& session, const OrbitController& orbits);

} // namespace bellweave::ui
