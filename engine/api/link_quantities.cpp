// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {

std::vector<Quantity> linkQuantities()
{
    const auto tr = [](const char* text) { return QuantityText::tr(text); };
    const QString definition = sources::definition();
    return {
        {QStringLiteral("links[].length_m"), tr("Length"), QStringLiteral("m"), tr("Of the way that light takes; derived from the places of the ends where it is not typed."),
         tr("L = geodesic on WGS84 over all bends × route factor, or as typed"), QStringLiteral("Karney, J. Geodesy 87, 43 (2013)")},
        {QStringLiteral("links[].loss_db"), tr("Loss"), QStringLiteral("dB"), tr("Of the whole way, without source and detectors."),
         tr("Sum of the terms of the way: attenuation × length, splices, connectors, fixed loss; of free space: beam, pointing, air, turbulence"),
         sources::fiber()},
        {QStringLiteral("links[].transmissivity"), tr("Transmissivity"), {}, tr("Share of the photons that pass the way."), tr("η = 10^(−loss/10 dB)"), definition},
        {QStringLiteral("links[].attempt_rate_hz"), tr("Attempt rate"), QStringLiteral("1/s"), tr("Over all memories that attempt in parallel."),
         tr("memories / cycle; cycle = preparation + 2 × longer way to the herald, stretched by alignment and shared detectors"), sources::attempts()},
        {QStringLiteral("links[].success_probability"), tr("Success"), {}, tr("Probability that an attempt heralds a pair."),
         tr("single-click: about (α_A η_A + α_B η_B); double-click: about η_A η_B / 2; dark counts, busy detectors and double excitations included"), sources::clicks()},
        {QStringLiteral("links[].rate_hz"), tr("Pair rate"), QStringLiteral("1/s"), tr("Elementary pairs per second, alone; distilled where the link distills."),
         tr("R = success × attempt rate; distilled: lanes / mean time of all rounds"), sources::clicks()},
        {QStringLiteral("links[].fidelity"), tr("Fidelity"), {}, tr("Of the elementary pair with Φ+ when it is heralded, waiting for the herald included."),
         tr("F = ⟨Φ+|ρ|Φ+⟩ of the heralded Bell-diagonal state; lowered by dark counts, distinguishable photons, phase noise and memory decay"), sources::clicks()},
        {QStringLiteral("links[].state[]"), tr("State"), {}, tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of an elementary pair."),
         tr("ρ twirled to its Bell-diagonal part; the weights add up to 1"), QStringLiteral("Bennett et al., PRA 54, 3824 (1996)")},
        {QStringLiteral("links[].bound_rate_hz"), tr("Rate bound"), QStringLiteral("ebit/s"),
         tr("Repeaterless capacity of the worse half times its channel uses per second: no protocol does better over this link."),
         tr("−log₂(1 − η) × channel uses per second, η of the worse half"), sources::plob()},
        {QStringLiteral("links[].link_efficiency"), tr("Pairs per memory life"), {}, tr("Pairs made in the time in which one fades. Above 0.83 a pair can be had at every tick of a clock."),
         tr("η = pair rate × memory life of both halves (T₂)"), QStringLiteral("Humphreys et al., Nature 558, 268 (2018)")},
        {QStringLiteral("links[].load"), tr("Load"), {}, tr("Share of the link's time that the required rates use; above 1 is overloaded."),
         tr("Sum over the demands of required rate / rate alone"), definition},
        {QStringLiteral("links[].budget[].loss_db"), tr("Term of the loss budget"), QStringLiteral("dB"), tr("One part of the loss from the source to a click, on the worse side; the terms add up."),
         tr("−10 log₁₀ of the share that passes; each term names its own formula"), sources::fiber()},
        {QStringLiteral("links[].scheme"), tr("Scheme"), {}, tr("How the link heralds, with the bright-state population α that the planner chose."),
         tr("Best end-to-end rate at the wanted fidelity among schemes and populations"), sources::clicks()},
        {QStringLiteral("sites[].load"), tr("Load of a station"), {}, tr("Share of a station's time that the required rates use; above 1 is overloaded."),
         tr("Sum over the demands of required rate / rate alone"), definition}};
}

} // namespace bellweave::engine
