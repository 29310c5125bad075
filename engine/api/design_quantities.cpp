// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

std::vector<Quantity> costRows()
{
    const auto tr = [](const char* text) { return QuantityText::tr(text); };
    const QString table = tr("Prices of the design's cost table, each with its own source");
    return {
        {QStringLiteral("cost.capex_eur"), tr("Capital"), QStringLiteral("€"), tr("What the design costs to build."), tr("Sum over the parts of count × price × cost factor, upgrades of hardware included"), table},
        {QStringLiteral("cost.opex_eur_per_year"), tr("Running cost"), QStringLiteral("€/a"), tr("Leases, electricity, maintenance."),
         tr("Fiber leases + rooms + electricity + maintenance share of the capital"), table},
        {QStringLiteral("cost.annuity_eur_per_year"), tr("Annuity"), QStringLiteral("€/a"), tr("The capital spread over its life with interest."),
         tr("A = C i / (1 − (1+i)^−n), interest i, life n years; C/n without interest"), tr("Annuity of an immediate payment, financial mathematics")},
        {QStringLiteral("cost.total_eur_per_year"), tr("Cost a year"), QStringLiteral("€/a"), tr("Annuity of the capital plus running cost."), tr("A + running cost"), table},
        {QStringLiteral("cost.cost_eur_per_ebit"), tr("Cost per ebit"), QStringLiteral("€"), tr("Yearly cost over the pairs of a year that the demands ask for and get at their fidelity."),
         tr("cost a year / (pairs a second × seconds of a year)"), sources::definition()},
        {QStringLiteral("cost.parts[].count"), tr("Count"), {}, tr("How many of this part the design holds."), tr("Counted in the design"), sources::definition()},
        {QStringLiteral("cost.parts[].capex_eur"), tr("Capital of a part"), QStringLiteral("€"), tr("What this part costs to build."), tr("count × price × cost factor"), table},
        {QStringLiteral("cost.parts[].opex_eur_per_year"), tr("Running cost of a part"), QStringLiteral("€/a"), tr("What this part costs a year, without its capital."),
         tr("electricity + maintenance share of its capital; of fibers: lease × length"), table},
        {QStringLiteral("cost.parts[].power_w"), tr("Power of a part"), QStringLiteral("W"), tr("Electricity that this part takes, cooling included."),
         tr("count × power of one × power usage effectiveness"), table},
        {QStringLiteral("energy.power_w"), tr("Power"), QStringLiteral("W"), tr("Electricity that the whole design takes, cooling included."), tr("Sum over the parts"), table}};
}

std::vector<Quantity> verdictRows()
{
    const auto tr = [](const char* text) { return QuantityText::tr(text); };
    const QString definition = sources::definition();
    const QString trial = tr("Each change is evaluated as a whole design");
    return {
        {QStringLiteral("verdict.demands"), tr("Demands"), {}, tr("Demands of the design."), tr("Counted in the design"), definition},
        {QStringLiteral("verdict.demands_met"), tr("Demands met"), {}, tr("Demands whose fidelity, rate and latency are all reached."),
         tr("F ≥ needed, R ≥ needed, 95 % quantile of the latency ≤ allowed"), definition},
        {QStringLiteral("verdict.demands_marginal"), tr("Marginal demands"), {}, tr("Demands that are met with less room than the design's marginal band."),
         tr("met, and nearer to a limit than the band"), definition},
        {QStringLiteral("verdict.requirements[].needed"), tr("Needed"), {}, tr("What the demand asks for, in the unit beside it."), tr("As typed"), definition},
        {QStringLiteral("verdict.requirements[].reached"), tr("Reached"), {}, tr("What the design delivers, in the unit beside it."),
         tr("Fidelity, rate or 95 % latency of the demand"), sources::waits()},
        {QStringLiteral("verdict.fixes[].cost_eur"), tr("Price of a change"), QStringLiteral("€"), tr("What the change costs; what it saves counts against it."),
         tr("capital after − capital before, from the present values on"), tr("Prices of the design's cost table, each with its own source")},
        {QStringLiteral("verdict.fixes[].fidelity"), tr("Fidelity after a change"), {}, tr("Of the demand the change was tried for."), trial, sources::waits()},
        {QStringLiteral("verdict.fixes[].rate_hz"), tr("Rate after a change"), QStringLiteral("ebit/s"), tr("Of the demand the change was tried for."), trial, sources::waits()},
        {QStringLiteral("verdict.fixes[].demands_met"), tr("Demands met after a change"), {}, tr("Demands of the design that are met with it."), trial, definition},
        {QStringLiteral("verdict.fixes_tried"), tr("Changes tried"), {}, tr("Single changes that the search for fixes has evaluated."), trial, definition}};
}

} // namespace

std::vector<Quantity> designQuantities()
{
    std::vector<Quantity> rows = costRows();
    for (Quantity& row : verdictRows()) rows.push_back(std::move(row));
    return rows;
}

} // namespace bellweave::engine
