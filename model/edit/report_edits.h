// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "model/network/element_ref.h"

#include <QStringList>

namespace bellweave {

// What stands in the report of a design, as edits.

/// Puts a plot at the end of the report; id, key and order are chosen.
Patch addReportPlot(const Network& network, ReportPlot plot);

/// A plot in its place.
struct PlacedPlot {
    PlotId plot;
    bool ticked = true;
};
/// Brings the plots into this order with these ticks; those left out are removed. Precondition: every one is in the design.
Patch arrangeReportPlots(const Network& network, const std::vector<PlacedPlot>& plots);

/// What the report needs when an element gets another id: its plots name elements by id.
Patch followNewKey(const Network& network, const ElementRef& element, const QString& key);

/// The chapters in their order, as reportChapters() gives them back.
Patch setReportChapters(const Network& network, const QStringList& chapters);

/// True for edits of the report alone: no number depends on them.
bool concernsReportOnly(const Patch& patch);
/// The design without its report and the notes on its map: what numbers depend on. Two of the same numbers are told by ==.
Network numbersOnly(Network network);

} // namespace bellweave
