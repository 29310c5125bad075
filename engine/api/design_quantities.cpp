// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

std::vector<Quantity> costRows()
{
    const QString table = Text::tr("Prices of the design's cost table, each with its own source");
    return {
        {QStringLiteral("cost.capex_eur"), Text::tr("Capital"), QStringLiteral("€"), Text::tr("What the design costs to build."), Text::tr("Sum over the parts of count × price × cost factor, upgrades of hardware included"), table},
        {QStringLiteral("cost.opex_eur_per_year"), Text::tr("Running cost"), QStringLiteral("€/a"), Text::tr("Leases, electricity, maintenance."),
         Text::tr("Fiber leases + rooms + electricity + maintenance share of the capital"), table},
        {QStringLiteral("cost.annuity_eur_per_year"), Text::tr("Annuity"), QStringLiteral("€/a"), Text::tr("The capital spread over its life with interest."),
         Text::tr("A = C i / (1 − (1+i)^−n), interest i, life n years; C/n without interest"), Text::tr("Annuity of an immediate payment, financial mathematics")},
        {QStringLiteral("cost.total_eur_per_year"), Text::tr("Cost a year"), QStringLiteral("€/a"), Text::tr("Annuity of the capital plus running cost."), Text::tr("A + running cost"), table},
        {QStringLiteral("cost.cost_eur_per_ebit"), Text::tr("Cost per ebit"), QStringLiteral("€"), Text::tr("Yearly cost over the pairs of a year that the demands ask for and get at their fidelity."),
         Text::tr("cost a year / (pairs a second × seconds of a year)"), sources::definition()},
        {QStringLiteral("cost.parts[].count"), Text::tr("Count"), {}, Text::tr("How many of this part the design holds."), Text::tr("Counted in the design"), sources::definition()},
        {QStringLiteral("cost.parts[].capex_eur"), Text::tr("Capital of a part"), QStringLiteral("€"), Text::tr("What this part costs to build."), Text::tr("count × price × cost factor"), table},
        {QStringLiteral("cost.parts[].opex_eur_per_year"), Text::tr("Running cost of a part"), QStringLiteral("€/a"), Text::tr("What this part costs a year, without its capital."),
         Text::tr("electricity + maintenance share of its capital; of fibers: lease × length"), table},
        {QStringLiteral("cost.parts[].power_w"), Text::tr("Power of a part"), QStringLiteral("W"), Text::tr("Electricity that this part takes, cooling included."),
         Text::tr("count × power of one × power usage effectiveness"), table},
        {QStringLiteral("energy.power_w"), Text::tr("Power"), QStringLiteral("W"), Text::tr("Electricity that the whole design takes, cooling included."), Text::tr("Sum over the parts"), table}};
}

std::vector<Quantity> verdictRows()
{
    const QString definition = sources::definition();
    const QString trial = Text::tr("Each change is evaluated as a whole design");
    return {
        {QStringLiteral("verdict.demands"), Text::tr("Demands"), {}, Text::tr("Demands of the design."), Text::tr("Counted in the design"), definition},
        {QStringLiteral("verdict.demands_met"), Text::tr("Demands met"), {}, Text::tr("Demands whose fidelity, rate and latency are all reached."),
         Text::tr("F ≥ needed, R ≥ needed, 95 % quantile of the latency ≤ allowed"), definition},
        {QStringLiteral("verdict.demands_marginal"), Text::tr("Marginal demands"), {}, Text::tr("Demands that are met with less room than the design's marginal band."),
         Text::tr("met, and nearer to a limit than the band"), definition},
        {QStringLiteral("verdict.requirements[].needed"), Text::tr("Needed"), {}, Text::tr("What the demand asks for, in the unit beside it."), Text::tr("As typed"), definition},
        {QStringLiteral("verdict.requirements[].reached"), Text::tr("Reached"), {}, Text::tr("What the design delivers, in the unit beside it."),
         Text::tr("Fidelity, rate or 95 % latency of the demand"), sources::waits()},
        {QStringLiteral("verdict.fixes[].cost_eur"), Text::tr("Price of a change"), QStringLiteral("€"), Text::tr("What the change costs; what it saves counts against it."),
         Text::tr("capital after − capital before, from the present values on"), Text::tr("Prices of the design's cost table, each with its own source")},
        {QStringLiteral("verdict.fixes[].fidelity"), Text::tr("Fidelity after a change"), {}, Text::tr("Of the demand the change was tried for."), trial, sources::waits()},
        {QStringLiteral("verdict.fixes[].rate_hz"), Text::tr("Rate after a change"), QStringLiteral("ebit/s"), Text::tr("Of the demand the change was tried for."), trial, sources::waits()},
        {QStringLiteral("verdict.fixes[].demands_met"), Text::tr("Demands met after a change"), {}, Text::tr("Demands of the design that are met with it."), trial, definition},
        {QStringLiteral("verdict.fixes_tried"), Text::tr("Changes tried"), {}, Text::tr("Single changes that the search for fixes has evaluated."), trial, definition}};
}

} // namespace

std::vector<Quantity> designQuantities()
{
    std::vector<Quantity> rows = costRows();
    for (Quantity& row : verdictRows()) rows.push_back(std::move(row));
    return rows;
}

} // namespace bellweave::engine
