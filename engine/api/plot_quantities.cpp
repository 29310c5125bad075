// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

std::vector<Quantity> pairRows()
{
    const QString chain = sources::swap() + QStringLiteral("; ") + sources::waits();
    return {
        {QStringLiteral("plots/error-budget/share"), Text::tr("Share of the error"), QStringLiteral("%"), Text::tr("Of the whole infidelity of the demand."), Text::tr("infidelity of the cause / (1 − F)"), sources::definition()},
        {QStringLiteral("plots/fidelity-along-route/distance_m"), Text::tr("Distance"), QStringLiteral("m"), Text::tr("Along the route from its start."), Text::tr("Sum of the lengths of the hops before"), sources::definition()},
        {QStringLiteral("plots/fidelity-along-route/after_hop"), Text::tr("Fidelity after the hop"), {}, Text::tr("Of a pair from the start of the route to this station, before its swap."),
         Text::tr("F of the product of the correlators of the hops and swaps so far"), chain},
        {QStringLiteral("plots/fidelity-along-route/after_swap"), Text::tr("Fidelity after the swap"), {}, Text::tr("The same with the swap and the waits at this station."),
         Text::tr("F of the product of the correlators of hops, swaps and waits so far"), chain},
        {QStringLiteral("plots/time-to-one-ebit/delivered"), Text::tr("Delivered"), QStringLiteral("%"), Text::tr("Share of the requests that are served within a time."),
         Text::tr("P(T ≤ t) = product over hops of 1 − (1 − p)^(t/cycle); failed rounds by the renewal equation"), sources::waits()},
        {QStringLiteral("plots/time-to-one-ebit/time_s"), Text::tr("Time to a pair"), QStringLiteral("s"), Text::tr("From request to a usable pair."), Text::tr("t with P(T ≤ t) = share delivered: the quantile"), sources::waits()},
        {QStringLiteral("plots/fidelity-distribution/fidelity"), Text::tr("Fidelity of a pair"), {}, Text::tr("Of a single delivered pair: what follows from how long its halves have waited."),
         Text::tr("F = ¼ (1 + ⟨ZZ⟩ e^(−Σ wait/T₁) + (⟨XX⟩ − ⟨YY⟩) e^(−Σ wait/T₂))"), chain},
        {QStringLiteral("plots/fidelity-distribution/share"), Text::tr("Share of the pairs"), QStringLiteral("%"), Text::tr("Delivered pairs that have this fidelity or a better one."),
         Text::tr("Waits of geometric attempts: all cases summed for two hops that swap at once, else pairs drawn event by event at fixed addresses (Philox)"),
         QStringLiteral("%1; Salmon et al., SC '11, article 16").arg(sources::waits())}};
}

std::vector<Quantity> planRows()
{
    const QString plan = Text::tr("A plan of the planner that no other beats in both fidelity and rate");
    return {
        {QStringLiteral("plots/rate-against-fidelity/fidelity"), Text::tr("Fidelity of a plan"), {}, plan, Text::tr("Fidelity of the demand under this plan; the demand asked for fidelities from 0.5 up"), sources::waits()},
        {QStringLiteral("plots/rate-against-fidelity/rate_hz"), Text::tr("Rate of a plan"), QStringLiteral("ebit/s"), plan, Text::tr("Rate alone under this plan × share of the time that the other demands leave"), sources::waits()},
        {QStringLiteral("plots/distillation-gain/memories"), Text::tr("Memories needed"), {}, Text::tr("Pairs that are held at once while the last one is made, that one included."),
         Text::tr("nested and Werner: rounds + 1; pumped and photon loss: 2; double selection: 3"), sources::distillation()},
        {QStringLiteral("plots/distillation-gain/fidelity"), Text::tr("Fidelity after the rounds"), {}, Text::tr("Of the pairs of the hop after so many rounds, at the scheme and population of the plan."),
         Text::tr("A″ = (A A′ + B B′)/N of the Bell-diagonal weights, gate errors and waits included; photon loss: of whole states, what both ends read as 1"), sources::distillation()},
        {QStringLiteral("plots/distillation-gain/rate_hz"), Text::tr("Rate after the rounds"), QStringLiteral("1/s"), Text::tr("Pairs per second that pass the rounds."),
         Text::tr("lanes / mean time; a round takes (time of both pairs + operation and message) / success"), sources::distillation()}};
}

std::vector<Quantity> sweepRows()
{
    const QString straight = Text::tr("Of a straight chain of the route's equipment over this distance, alone");
    return {
        {QStringLiteral("plots/rate-against-distance/distance_m"), Text::tr("Distance"), QStringLiteral("m"), Text::tr("Of fiber, end to end."), Text::tr("Chosen, logarithmically spaced"), sources::definition()},
        {QStringLiteral("plots/rate-against-distance/direct_hz"), Text::tr("Rate without repeater"), QStringLiteral("ebit/s"), straight, Text::tr("Best rate at the fidelity of the demand, one hop"), sources::clicks()},
        {QStringLiteral("plots/rate-against-distance/direct_fidelity"), Text::tr("Fidelity without repeater"), {}, straight, Text::tr("F of the pair at that rate"), sources::clicks()},
        {QStringLiteral("plots/rate-against-distance/chained_hz"), Text::tr("Rate with repeaters"), QStringLiteral("ebit/s"), straight, Text::tr("Best rate at the fidelity of the demand, repeaters evenly spaced"), sources::waits()},
        {QStringLiteral("plots/rate-against-distance/chained_fidelity"), Text::tr("Fidelity with repeaters"), {}, straight, Text::tr("F of the pair at that rate"), sources::waits()},
        {QStringLiteral("plots/rate-against-distance/bound_hz"), Text::tr("Bound without any station"), QStringLiteral("ebit/s"), Text::tr("No protocol over the bare fiber does better."),
         Text::tr("−log₂(1 − η) ebit per attempt"), sources::plob()},
        {QStringLiteral("plots/sweep/value"), Text::tr("Swept value"), {}, Text::tr("What the field is set to."), Text::tr("Evenly spaced over the range, on the axis' scale"), sources::definition()}};
}

} // namespace

std::vector<Quantity> plotQuantities()
{
    std::vector<Quantity> all;
    for (const auto& group : {pairRows(), planRows(), sweepRows()}) all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace bellweave::engine
