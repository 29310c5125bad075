// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

QString exchanges()
{
    return QStringLiteral("Lo, Ma & Chen, PRL 94, 230504 (2005); Lo, Curty & Qi, PRL 108, 130503 (2012); Lucamarini et al., Nature 557, 400 (2018)");
}

QString continuous() { return QStringLiteral("Neumann et al., PRA 104, 022406 (2021)"); }

} // namespace

std::vector<Quantity> relayQuantities()
{
    const QString definition = sources::definition();
    return {
        {QStringLiteral("demands[].key_hops[].length_m"), Text::tr("Length of a key hop"), QStringLiteral("m"), Text::tr("Of the way of the light between two terminals."),
         Text::tr("Sum of the lengths of its links"), definition},
        {QStringLiteral("demands[].key_hops[].loss_db"), Text::tr("Loss of a key hop"), QStringLiteral("dB"), Text::tr("Of the whole way, detectors left out."),
         Text::tr("Sum of the terms of its links"), sources::fiber()},
        {QStringLiteral("demands[].key_hops[].pulse_rate_hz"), Text::tr("Pulse rate"), QStringLiteral("1/s"), Text::tr("Pulses that the sender, or the source between, sends off; left out of a continuous source."),
         Text::tr("As the terminal's hardware says"), definition},
        {QStringLiteral("demands[].key_hops[].mean_photons"), Text::tr("Mean photons"), {}, Text::tr("Of a signal pulse; pairs a pulse of a source; left out of a continuous one."),
         Text::tr("What gives most key"), exchanges()},
        {QStringLiteral("demands[].key_hops[].pair_rate_hz"), Text::tr("Pair rate of the source"), QStringLiteral("1/s"), Text::tr("Pairs that a continuous source between two terminals makes, before any loss."),
         Text::tr("As typed; else what gives most key, chosen together with the window"), continuous()},
        {QStringLiteral("demands[].key_hops[].window_s"), Text::tr("Coincidence window"), QStringLiteral("s"), Text::tr("Clicks of both terminals that lie no farther apart, in all, count as a pair."),
         Text::tr("As typed; else what gives most key: erf(√ln2 t_c/Δ) of the pairs are inside, and S_A S_B t_c a second by chance"), continuous()},
        {QStringLiteral("demands[].key_hops[].error"), Text::tr("Error of sifted bits"), {}, Text::tr("Share of the sifted bits in which the two ends differ."),
         Text::tr("wrong clicks / all clicks in the same basis"), exchanges()},
        {QStringLiteral("demands[].key_hops[].key_rate_bps"), Text::tr("Key rate of a hop"), QStringLiteral("bit/s"), Text::tr("Alone on its links, by the exchange that gives most."),
         Text::tr("pulse rate × secret bits a pulse; coincidences × secret bits each of a continuous source"), exchanges()},
        {QStringLiteral("demands[].key_hops[].key_bound_bps"), Text::tr("Key rate bound of a hop"), QStringLiteral("bit/s"), Text::tr("No protocol of this kind passes more on such light."),
         Text::tr("−log₂(1 − η) a pulse; √η in place of η where a station stands between; of a continuous source 2 c Δλ/λ² times a second, of the weaker side"), sources::chainBound()},
        {QStringLiteral("demands[].key_hops[].delay_s"), Text::tr("Delay of a hop"), QStringLiteral("s"), Text::tr("Light from end to end."), Text::tr("L n/c"), definition},
        {QStringLiteral("demands[].key_hops[].block_time_s"), Text::tr("Time of a block"), QStringLiteral("s"), Text::tr("To gather the sifted bits of one block."),
         Text::tr("bits of a block / sifted bits a second"), QStringLiteral("Tomamichel, Lim, Gisin & Renner, Nature Communications 3, 634 (2012)")},
        {QStringLiteral("demands[].trusted_nodes[].trust"), Text::tr("Trust in a node"), {}, Text::tr("Chance that nobody reads what the node holds."), Text::tr("As typed"), definition},
        {QStringLiteral("demands[].weakest_node.trust"), Text::tr("Trust in the weakest node"), {}, Text::tr("The least trusted of the nodes that hold the key."),
         Text::tr("Smallest trust of the nodes between the ends"), definition},
        {QStringLiteral("demands[].compromised_nodes_to_break"), Text::tr("Nodes to break the key"), {}, Text::tr("How many nodes have to be read before the key is known."),
         Text::tr("1 where any node stands between the ends: each holds the whole key"), definition},
        {QStringLiteral("verdict.fixes[].key_rate_bps"), Text::tr("Key rate after a change"), QStringLiteral("bit/s"), Text::tr("Of the relay the change was tried for."),
         Text::tr("Each change is evaluated as a whole design"), exchanges()},
        {QStringLiteral("links[].twirl_loss"), Text::tr("Loss by twirling"), {}, Text::tr("What the Bell-diagonal form leaves out of the pair, where the whole pair is known."),
         Text::tr("½ ‖ρ − ρ_BD‖₁, the trace distance of the pair and its Bell-diagonal form"), QStringLiteral("Nielsen & Chuang, section 9.2")}};
}

} // namespace bellweave::engine
