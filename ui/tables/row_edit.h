// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "ui/tables/grid_column.h"

namespace bellweave::ui {

/// What is typed or pasted into one cell of a row.
struct CellText {
    int column = 0;
    QString text;
};

/// Why a cell does not take its text.
struct CellRefusal {
    int column = 0;
    QString sentence;    ///< names what is accepted
};

/// Gives the cells of an element these texts, inside the network: names for ids, presets and choices, units and expressions
/// for numbers, as in the inspector. Rules between fields are checked for the whole row. Returns the first cell that is
/// refused; the network is then half written. Precondition: the element exists.
std::optional<CellRefusal> writeRow(Network& network, const ElementRef& element, GridKind kind, const std::vector<CellText>& texts);

/// Adds a site from a row of texts; its kind is that of the Kind column, else a processor; empty cells keep what a new site
/// has. Refused without name, latitude and longitude.
std::optional<CellRefusal> writeNewSite(Network& network, const std::vector<CellText>& texts);

/// The id of the site that a person means by its name or id; an Error when there is none, or there are several.
Result<QString> siteKeyOf(const Network& network, const QString& text);

} // namespace bellweave::ui
