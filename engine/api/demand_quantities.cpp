// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

} // namespace

std::vector<Quantity> demandQuantities()
{
    const QString definition = sources::definition();
    const QString chain = sources::swap() + QStringLiteral("; ") + sources::waits();
    const QString parts = Text::tr("Parts end where links open or close, and where a pass is divided; where those would be too many, equal parts of the time in which any link is open");
    return {
        {QStringLiteral("demands[].length_m"), Text::tr("Length of the route"), QStringLiteral("m"), Text::tr("Of all links along the route."), Text::tr("Sum of the lengths of its hops"), definition},
        {QStringLiteral("demands[].fidelity"), Text::tr("Fidelity"), {}, Text::tr("Of the delivered pair with Φ+, end to end; the mean over all delivered pairs."),
         Text::tr("F = ¼ (1 + ⟨ZZ⟩ + ⟨XX⟩ − ⟨YY⟩); each is a product over links, swaps and the mean of e^(−wait/T₁) or e^(−wait/T₂)"), chain},
        {QStringLiteral("demands[].state[]"), Text::tr("State"), {}, Text::tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of the delivered pair."),
         Text::tr("Walsh-Hadamard transform of the correlators; the weights add up to 1"), sources::swap()},
        {QStringLiteral("demands[].rate_hz"), Text::tr("Rate"), QStringLiteral("ebit/s"), Text::tr("Pairs per second beside the other demands' required rates; rate_alone_hz without them."),
         Text::tr("R = share of the time left by the other demands × success of a round / mean time of a round"), sources::waits()},
        {QStringLiteral("demands[].rate_alone_hz"), Text::tr("Rate alone"), QStringLiteral("ebit/s"), Text::tr("Pairs per second if there were no other demand."),
         Text::tr("R = success of a round / (mean time of the last hop + swap + messages to ends that hold)"), sources::waits()},
        {QStringLiteral("demands[].round_success"), Text::tr("Success of a round"), {}, Text::tr("Probability that all swaps succeed and no memory loses its half."),
         Text::tr("Product of swap successes and of write × read efficiencies of the memories"), definition},
        {QStringLiteral("demands[].bound_rate_hz"), Text::tr("Rate bound"), QStringLiteral("ebit/s"), Text::tr("No protocol without more stations can distill more than this over the weakest hop."),
         Text::tr("Smallest of −log₂(1 − η) × channel uses per second over the hops"), sources::chainBound()},
        {QStringLiteral("demands[].latency_s"), Text::tr("Latency, mean"), QStringLiteral("s"), Text::tr("Mean time from request to a usable pair; latency_p95_s its 95 % quantile."),
         Text::tr("(mean time of the last hop + swap) / success of a round + message to the ends"), sources::waits()},
        {QStringLiteral("demands[].latency_p95_s"), Text::tr("Latency, 95 %"), QStringLiteral("s"), Text::tr("95 of 100 requests are served within this time."),
         Text::tr("P(T ≤ t) = 0.95; rounds that fail by the renewal equation"), sources::waits()},
        {QStringLiteral("demands[].availability"), Text::tr("Availability"), {}, Text::tr("Share of the time in which every site and link of the route works. Rates and fidelities are those of that time; what of it is served by other routes, a simulation says."),
         Text::tr("Product of t_up/(t_up + t_repair) and 1 − t_maintenance/period over sites and links"), Text::tr("Alternating renewal processes, independent of each other")},
        {QStringLiteral("demands[].key_rate_bps"), Text::tr("Secret key rate"), QStringLiteral("bit/s"), Text::tr("Key of the demand's key protocol under its bound, one-way error correction; of a relay that of its slowest hop."),
         Text::tr("K = R r; BBM92: r = 1 − h(e_phase) − f h(e_bit); six-state and device-independent by their own r"), sources::keys()},
        {QStringLiteral("demands[].key_rate_alone_bps"), Text::tr("Key rate alone"), QStringLiteral("bit/s"), Text::tr("Key of a relay without other demands."),
         Text::tr("Of BB84 with decoys, measurement-device-independent, twin-field or entangled light, the slowest hop"), sources::keys()},
        {QStringLiteral("demands[].key_bound_bps"), Text::tr("Key rate bound"), QStringLiteral("bit/s"), Text::tr("No protocol of this kind passes more over the weakest hop."),
         Text::tr("−log₂(1 − η) a pulse; √η in place of η where a station stands between"), QStringLiteral("S. Pirandola et al., Nat. Commun. 8, 15043 (2017); S. Pirandola, Commun. Phys. 2, 51 (2019)")},
        {QStringLiteral("demands[].trust"), Text::tr("Trust"), {}, Text::tr("Chance that nobody reads any of the nodes that hold the key."), Text::tr("Product of the nodes' trust"), definition},
        {QStringLiteral("demands[].station_qubits"), Text::tr("Qubits a station"), {}, Text::tr("Qubits that a station inside the route holds for its code, to both sides."),
         Text::tr("Encoded memories: 2 n. One way: 2 n m"), QStringLiteral("S. Muralidharan et al., Sci. Rep. 6, 20463 (2016)")},
        {QStringLiteral("demands[].code_cost_qubit_s_per_m"), Text::tr("Cost coefficient"), QStringLiteral("qubit s/m"), Text::tr("Qubits of all stations that one pair a second takes for every meter."),
         Text::tr("C′ = qubits a station × hops / (R L)"), QStringLiteral("S. Muralidharan et al., Sci. Rep. 6, 20463 (2016)")},
        {QStringLiteral("demands[].limited_by.share"), Text::tr("Share of the limit"), {}, Text::tr("Part of the error, or of the time to a pair, that the limiting element causes."),
         Text::tr("Of the error: its infidelity / (1 − F). Of the time: rate alone / success of a round / rate of the slowest hop"), definition},
        {QStringLiteral("demands[].errors[].infidelity"), Text::tr("Infidelity by cause"), {}, Text::tr("Shares of the infidelity by cause; they add up to 1 − fidelity."),
         Text::tr("What F would gain if this cause alone were perfect, all scaled to add up to 1 − F"), definition},
        {QStringLiteral("demands[].course.span_s"), Text::tr("Span"), QStringLiteral("s"), Text::tr("Time over which rates, fidelity and latencies are means, from the design's beginning."), Text::tr("As typed"), definition},
        {QStringLiteral("demands[].course.best_s"), Text::tr("Best moment"), QStringLiteral("s"), Text::tr("When most comes, from the beginning; route, hops and errors are those of that moment."), Text::tr("Largest R(t), of keys K(t), with clouds"), definition},
        {QStringLiteral("demands[].course.points[].from_s"), Text::tr("From"), QStringLiteral("s"), Text::tr("Beginning of a part of the span."), parts, definition},
        {QStringLiteral("demands[].course.points[].until_s"), Text::tr("Until"), QStringLiteral("s"), Text::tr("End of a part of the span."), parts, definition},
        {QStringLiteral("demands[].course.points[].rate_hz"), Text::tr("Rate of a part"), QStringLiteral("ebit/s"), Text::tr("Pairs a second in the middle of the part, by clear sky; of equal parts longer than 100 s at times spread evenly over them."), Text::tr("As of the whole design at that moment"), sources::waits()},
        {QStringLiteral("demands[].course.points[].fidelity"), Text::tr("Fidelity of a part"), {}, Text::tr("Of the pairs of the part; 0 without any."), Text::tr("As of the whole design at that moment"), chain},
        {QStringLiteral("demands[].course.points[].key_rate_bps"), Text::tr("Key rate of a part"), QStringLiteral("bit/s"), Text::tr("Key a second in the middle of the part, by clear sky, of equal parts longer than 100 s at times spread evenly over them; of a relay that of its slowest hop by the mean, and of satellites alongside."), Text::tr("As of the whole design at that moment"), sources::keys()},
        {QStringLiteral("demands[].satellites_alongside[].trust"), Text::tr("Trust in a satellite alongside"), {}, Text::tr("Chance that nobody reads what it holds."), Text::tr("As typed"), definition},
        {QStringLiteral("demands[].course.served_s"), Text::tr("Served"), QStringLiteral("s"), Text::tr("Time of the span in which satellites bring anything."), Text::tr("Sum of the parts with a rate above zero"), definition},
        {QStringLiteral("demands[].course.longest_gap_s"), Text::tr("Longest gap"), QStringLiteral("s"), Text::tr("Longest time without anything; the span goes on as it began."), Text::tr("From the end of a pass to the beginning of the next"), definition},
        {QStringLiteral("demands[].course.pairs"), Text::tr("Pairs over the span"), {}, Text::tr("Pairs that the span brings on average, clouds taken off."), Text::tr("∫ R(t) P(clear) dt"), definition},
        {QStringLiteral("demands[].course.key_bits"), Text::tr("Key over the span"), QStringLiteral("bit"), Text::tr("Key that the span brings on average, clouds taken off; of a relay that of its slowest hop."), Text::tr("∫ K(t) P(clear) dt"), definition},
        {QStringLiteral("demands[].course.pairs_over_longest_gap"), Text::tr("To keep over the gap"), {}, Text::tr("Pairs that memories must keep for the longest gap if they are used up evenly, and for that long."), Text::tr("Pairs over the span × gap/span"), definition},
        {QStringLiteral("demands[].course.points[].clear_sky"), Text::tr("Clear sky"), {}, Text::tr("Chance that no cloud stands over any ground station on the way."), Text::tr("p q + e^(−d/L) √(p(1−p) q(1−q)) of two, L = 300 km, one after the other along the way"), Text::tr("Bernoulli variables of given correlation")},
        {QStringLiteral("demands[].model"), Text::tr("Model"), {}, Text::tr("Whether the numbers are exact, or the approximation by name."),
         Text::tr("Waiting times summed over attempts where they fit, else over cells that grow with time; plans of their own order as whole laws"),
         sources::waits() + QStringLiteral("; ") + sources::plans()}};
}

std::vector<Quantity> hopQuantities()
{
    return {
        {QStringLiteral("demands[].hops[].length_m"), Text::tr("Length of a hop"), QStringLiteral("m"), Text::tr("Of the links between two stations that hold memories."),
         Text::tr("Sum of the lengths of its links"), sources::definition()},
        {QStringLiteral("demands[].hops[].attempt_rate_hz"), Text::tr("Attempt rate of a hop"), QStringLiteral("1/s"), Text::tr("Over all memories that attempt in parallel."),
         Text::tr("memories / cycle; cycle = preparation + 2 × longer way to the herald"), sources::attempts()},
        {QStringLiteral("demands[].hops[].success_probability"), Text::tr("Success of a hop"), {}, Text::tr("Probability that an attempt heralds a pair."),
         Text::tr("single-click: about (α_A η_A + α_B η_B); double-click: about η_A η_B / 2"), sources::clicks()},
        {QStringLiteral("demands[].hops[].rate_hz"), Text::tr("Pair rate of a hop"), QStringLiteral("1/s"), Text::tr("Heralded pairs per second; distilled where the hop distills."),
         Text::tr("R = success × attempt rate; distilled: lanes / mean time of all rounds"), sources::clicks()},
        {QStringLiteral("demands[].hops[].fidelity"), Text::tr("Fidelity of a hop"), {}, Text::tr("Of its pairs before they wait or are swapped; distilled where the hop distills."),
         Text::tr("F = ⟨Φ+|ρ|Φ+⟩ of the Bell-diagonal state"), sources::clicks() + QStringLiteral("; ") + sources::distillation()},
        {QStringLiteral("demands[].hops[].bound_rate_hz"), Text::tr("Rate bound of a hop"), QStringLiteral("ebit/s"), Text::tr("No protocol without more stations makes more pairs over this hop."),
         Text::tr("−log₂(1 − η) × channel uses per second, η of the worse half"), sources::plob()},
        {QStringLiteral("demands[].hops[].mean_wait_s"), Text::tr("Mean wait"), QStringLiteral("s"), Text::tr("Mean time that a pair of this hop waits in memory for its neighbors."),
         Text::tr("E|t_i − t_(i+1)| of the times at which neighboring hops succeed"), sources::waits()},
        {QStringLiteral("demands[].hops[].distillation_rounds"), Text::tr("Rounds of distillation"), {}, Text::tr("Rounds that a pair of this hop passes before it is swapped."),
         Text::tr("Chosen with the scheme: best end-to-end rate at the wanted fidelity"), sources::distillation()},
        {QStringLiteral("demands[].hops[].heralded_rate_hz"), Text::tr("Rate before distillation"), QStringLiteral("1/s"), Text::tr("Heralded pairs per second of the hop, before any are used up by distillation."),
         Text::tr("R = success × attempt rate"), sources::clicks()},
        {QStringLiteral("demands[].hops[].heralded_fidelity"), Text::tr("Fidelity before distillation"), {}, Text::tr("Of the heralded pairs of the hop."),
         Text::tr("F = ⟨Φ+|ρ|Φ+⟩ of the heralded Bell-diagonal state"), sources::clicks()}};
}

std::vector<Quantity> planQuantities()
{
    const QString chosen = Text::tr("Chosen by the planner or named by the demand");
    return {
        {QStringLiteral("demands[].plan_steps[].inputs[]"), Text::tr("Steps before"), {}, Text::tr("Steps of the plan whose pairs this step takes, the first is 0."), chosen, sources::plans()},
        {QStringLiteral("demands[].plan_steps[].first_hop"), Text::tr("First hop"), {}, Text::tr("Where the pairs of a step begin; the first hop of the route is 0."), chosen, sources::plans()},
        {QStringLiteral("demands[].plan_steps[].last_hop"), Text::tr("Last hop"), {}, Text::tr("Where the pairs of a step end."), chosen, sources::plans()},
        {QStringLiteral("demands[].plan_steps[].rate_hz"), Text::tr("Rate of a step"), QStringLiteral("1/s"), Text::tr("Pairs per second that pass this step of the plan."),
         Text::tr("1 / mean time until the step has a pair"), sources::plans()},
        {QStringLiteral("demands[].plan_steps[].fidelity"), Text::tr("Fidelity of a step"), {}, Text::tr("Mean, when pairs of this step are there."),
         Text::tr("F of the Bell-diagonal state after the step"), sources::plans()},
        {QStringLiteral("demands[].plan_steps[].rounds"), Text::tr("Rounds"), {}, Text::tr("Rounds of distillation in this step; pumped and double selection: each with fresh pairs."), chosen, sources::distillation()},
        {QStringLiteral("demands[].plan_steps[].cutoff_s"), Text::tr("Longest wait"), QStringLiteral("s"),
         Text::tr("After this time an earlier pair is given up and both are made anew."), chosen,
         QStringLiteral("Li, Coopmans & Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021)")}};
}

} // namespace bellweave::engine
