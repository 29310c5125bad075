// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {

std::vector<Quantity> demandQuantities()
{
    const auto tr = [](const char* text) { return QuantityText::tr(text); };
    const QString definition = sources::definition();
    const QString chain = sources::swap() + QStringLiteral("; ") + sources::waits();
    return {
        {QStringLiteral("demands[].length_m"), tr("Length of the route"), QStringLiteral("m"), tr("Of all links along the route."), tr("Sum of the lengths of its hops"), definition},
        {QStringLiteral("demands[].fidelity"), tr("Fidelity"), {}, tr("Of the delivered pair with Φ+, end to end; the mean over all delivered pairs."),
         tr("F = ¼ (1 + ⟨ZZ⟩ + ⟨XX⟩ − ⟨YY⟩); each is a product over links, swaps and the mean of e^(−wait/T₁) or e^(−wait/T₂)"), chain},
        {QStringLiteral("demands[].state[]"), tr("State"), {}, tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of the delivered pair."),
         tr("Walsh-Hadamard transform of the correlators; the weights add up to 1"), sources::swap()},
        {QStringLiteral("demands[].rate_hz"), tr("Rate"), QStringLiteral("ebit/s"), tr("Pairs per second beside the other demands' required rates; rate_alone_hz without them."),
         tr("R = share of the time left by the other demands × success of a round / mean time of a round"), sources::waits()},
        {QStringLiteral("demands[].rate_alone_hz"), tr("Rate alone"), QStringLiteral("ebit/s"), tr("Pairs per second if there were no other demand."),
         tr("R = success of a round / (mean time of the last hop + swap + messages to ends that hold)"), sources::waits()},
        {QStringLiteral("demands[].round_success"), tr("Success of a round"), {}, tr("Probability that all swaps succeed and no memory loses its half."),
         tr("Product of swap successes and of write × read efficiencies of the memories"), definition},
        {QStringLiteral("demands[].bound_rate_hz"), tr("Rate bound"), QStringLiteral("ebit/s"), tr("No protocol without more stations can distill more than this over the weakest hop."),
         tr("Smallest of −log₂(1 − η) × channel uses per second over the hops"), sources::chainBound()},
        {QStringLiteral("demands[].latency_s"), tr("Latency, mean"), QStringLiteral("s"), tr("Mean time from request to a usable pair; latency_p95_s its 95 % quantile."),
         tr("(mean time of the last hop + swap) / success of a round + message to the ends"), sources::waits()},
        {QStringLiteral("demands[].latency_p95_s"), tr("Latency, 95 %"), QStringLiteral("s"), tr("95 of 100 requests are served within this time."),
         tr("P(T ≤ t) = 0.95; rounds that fail by the renewal equation"), sources::waits()},
        {QStringLiteral("demands[].key_rate_bps"), tr("Secret key rate"), QStringLiteral("bit/s"), tr("Asymptotic key of the demand's key protocol, one-way error correction."),
         tr("K = R r; BBM92: r = 1 − h(e_phase) − f h(e_bit); six-state and device-independent by their own r"), sources::keys()},
        {QStringLiteral("demands[].limited_by.share"), tr("Share of the limit"), {}, tr("Part of the error, or of the time to a pair, that the limiting element causes."),
         tr("Of the error: its infidelity / (1 − F). Of the time: rate alone / success of a round / rate of the slowest hop"), definition},
        {QStringLiteral("demands[].errors[].infidelity"), tr("Infidelity by cause"), {}, tr("Shares of the infidelity by cause; they add up to 1 − fidelity."),
         tr("What F would gain if this cause alone were perfect, all scaled to add up to 1 − F"), definition},
        {QStringLiteral("demands[].model"), tr("Model"), {}, tr("Whether the numbers are exact, or the approximation by name."),
         tr("Waiting times summed over attempts where they fit, else over cells that grow with time; plans of their own order as whole laws"),
         sources::waits() + QStringLiteral("; ") + sources::plans()}};
}

std::vector<Quantity> hopQuantities()
{
    const auto tr = [](const char* text) { return QuantityText::tr(text); };
    return {
        {QStringLiteral("demands[].hops[].length_m"), tr("Length of a hop"), QStringLiteral("m"), tr("Of the links between two stations that hold memories."),
         tr("Sum of the lengths of its links"), sources::definition()},
        {QStringLiteral("demands[].hops[].attempt_rate_hz"), tr("Attempt rate of a hop"), QStringLiteral("1/s"), tr("Over all memories that attempt in parallel."),
         tr("memories / cycle; cycle = preparation + 2 × longer way to the herald"), sources::attempts()},
        {QStringLiteral("demands[].hops[].success_probability"), tr("Success of a hop"), {}, tr("Probability that an attempt heralds a pair."),
         tr("single-click: about (α_A η_A + α_B η_B); double-click: about η_A η_B / 2"), sources::clicks()},
        {QStringLiteral("demands[].hops[].rate_hz"), tr("Pair rate of a hop"), QStringLiteral("1/s"), tr("Heralded pairs per second; distilled where the hop distills."),
         tr("R = success × attempt rate; distilled: lanes / mean time of all rounds"), sources::clicks()},
        {QStringLiteral("demands[].hops[].fidelity"), tr("Fidelity of a hop"), {}, tr("Of its pairs before they wait or are swapped; distilled where the hop distills."),
         tr("F = ⟨Φ+|ρ|Φ+⟩ of the Bell-diagonal state"), sources::clicks() + QStringLiteral("; ") + sources::distillation()},
        {QStringLiteral("demands[].hops[].bound_rate_hz"), tr("Rate bound of a hop"), QStringLiteral("ebit/s"), tr("No protocol without more stations makes more pairs over this hop."),
         tr("−log₂(1 − η) × channel uses per second, η of the worse half"), sources::plob()},
        {QStringLiteral("demands[].hops[].mean_wait_s"), tr("Mean wait"), QStringLiteral("s"), tr("Mean time that a pair of this hop waits in memory for its neighbors."),
         tr("E|t_i − t_(i+1)| of the times at which neighboring hops succeed"), sources::waits()},
        {QStringLiteral("demands[].hops[].distillation_rounds"), tr("Rounds of distillation"), {}, tr("Rounds that a pair of this hop passes before it is swapped."),
         tr("Chosen with the scheme: best end-to-end rate at the wanted fidelity"), sources::distillation()},
        {QStringLiteral("demands[].hops[].heralded_rate_hz"), tr("Rate before distillation"), QStringLiteral("1/s"), tr("Heralded pairs per second of the hop, before any are used up by distillation."),
         tr("R = success × attempt rate"), sources::clicks()},
        {QStringLiteral("demands[].hops[].heralded_fidelity"), tr("Fidelity before distillation"), {}, tr("Of the heralded pairs of the hop."),
         tr("F = ⟨Φ+|ρ|Φ+⟩ of the heralded Bell-diagonal state"), sources::clicks()}};
}

} // namespace bellweave::engine
