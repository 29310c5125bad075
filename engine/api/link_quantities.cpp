// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quantity_rows.h"

namespace bellweave::engine {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

} // namespace

std::vector<Quantity> linkQuantities()
{
    const QString definition = sources::definition();
    return {
        {QStringLiteral("links[].length_m"), Text::tr("Length"), QStringLiteral("m"), Text::tr("Of the way that light takes; derived from the places of the ends where it is not typed."),
         Text::tr("L = geodesic on WGS84 over all bends × route factor, or as typed"), QStringLiteral("Karney, J. Geodesy 87, 43 (2013)")},
        {QStringLiteral("links[].loss_db"), Text::tr("Loss"), QStringLiteral("dB"), Text::tr("Of the whole way, without source and detectors."),
         Text::tr("Sum of the terms of the way: attenuation × length, splices, connectors, fixed loss; of free space: beam, pointing, air, turbulence"),
         sources::fiber()},
        {QStringLiteral("links[].transmissivity"), Text::tr("Transmissivity"), {}, Text::tr("Share of the photons that pass the way."), Text::tr("η = 10^(−loss/10 dB)"), definition},
        {QStringLiteral("links[].attempt_rate_hz"), Text::tr("Attempt rate"), QStringLiteral("1/s"), Text::tr("Over all memories that attempt in parallel."),
         Text::tr("memories / cycle; cycle = preparation + 2 × longer way to the herald, stretched by alignment and shared detectors"), sources::attempts()},
        {QStringLiteral("links[].success_probability"), Text::tr("Success"), {}, Text::tr("Probability that an attempt heralds a pair."),
         Text::tr("single-click: about (α_A η_A + α_B η_B); double-click: about η_A η_B / 2; dark counts, busy detectors and double excitations included"), sources::clicks()},
        {QStringLiteral("links[].rate_hz"), Text::tr("Pair rate"), QStringLiteral("1/s"), Text::tr("Elementary pairs per second, alone; distilled where the link distills."),
         Text::tr("R = success × attempt rate; distilled: lanes / mean time of all rounds"), sources::clicks()},
        {QStringLiteral("links[].fidelity"), Text::tr("Fidelity"), {}, Text::tr("Of the elementary pair with Φ+ when it is heralded, waiting for the herald included."),
         Text::tr("F = ⟨Φ+|ρ|Φ+⟩ of the heralded Bell-diagonal state; lowered by dark counts, distinguishable photons, phase noise and memory decay"), sources::clicks()},
        {QStringLiteral("links[].state[]"), Text::tr("State"), {}, Text::tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of an elementary pair."),
         Text::tr("ρ twirled to its Bell-diagonal part; the weights add up to 1"), QStringLiteral("Bennett et al., PRA 54, 3824 (1996)")},
        {QStringLiteral("links[].bound_rate_hz"), Text::tr("Rate bound"), QStringLiteral("ebit/s"),
         Text::tr("Repeaterless capacity of the worse half times its channel uses per second: no protocol does better over this link."),
         Text::tr("−log₂(1 − η) × channel uses per second, η of the worse half"), sources::plob()},
        {QStringLiteral("links[].link_efficiency"), Text::tr("Pairs per memory life"), {}, Text::tr("Pairs made in the time in which one fades. Above 0.83 a pair can be had at every tick of a clock."),
         Text::tr("η = pair rate × memory life of both halves (T₂)"), QStringLiteral("Humphreys et al., Nature 558, 268 (2018)")},
        {QStringLiteral("links[].load"), Text::tr("Load"), {}, Text::tr("Share of the link's time that the required rates use; above 1 is overloaded."),
         Text::tr("Sum over the demands of required rate / rate alone"), definition},
        {QStringLiteral("links[].budget[].loss_db"), Text::tr("Term of the loss budget"), QStringLiteral("dB"), Text::tr("One part of the loss from the source to a click, on the worse side; the terms add up."),
         Text::tr("−10 log₁₀ of the share that passes; each term names its own formula"), sources::fiber()},
        {QStringLiteral("links[].sky.range_m"), Text::tr("Range"), QStringLiteral("m"), Text::tr("Straight line between the telescopes at the moment that is looked at."), Text::tr("From the places of both"), QStringLiteral("D. A. Vallado, Fundamentals of Astrodynamics and Applications (2013)")},
        {QStringLiteral("links[].sky.range_rate_m_per_s"), Text::tr("Range rate"), QStringLiteral("m/s"), Text::tr("How fast they part; below zero while they come nearer."), Text::tr("Velocity along the line between them"), sources::definition()},
        {QStringLiteral("links[].sky.sky_radiance_w_per_m2_sr_um"), Text::tr("Sky radiance"), QStringLiteral("W/(m² sr µm)"), Text::tr("Of the clear sky that the receiver looks at; zero between satellites."), Text::tr("Day's share by the Sun's elevation, Moon by phase and height, and the night's own"), QStringLiteral("M. Er-long et al., New J. Phys. 7, 215 (2005); G. V. Rozenberg, Twilight (1966)")},
        {QStringLiteral("links[].sky.elevation_deg"), Text::tr("Elevation"), QStringLiteral("°"), Text::tr("Of the satellite above the horizon of its ground station, without refraction."), Text::tr("From its place by SGP4, or Kepler with J2, and the ellipsoid WGS 84"), QStringLiteral("D. A. Vallado, Fundamentals of Astrodynamics and Applications (2013)")},
        {QStringLiteral("links[].sky.doppler_shift"), Text::tr("Doppler shift"), {}, Text::tr("Of the light's frequency, as a share of it; above zero while they come nearer."), QStringLiteral("Δν/ν = −v_range/c"), sources::definition()},
        {QStringLiteral("links[].sky.point_ahead_rad"), Text::tr("Point-ahead"), QStringLiteral("rad"), Text::tr("Angle between where a telescope sees the other one and where its light must go."), QStringLiteral("2 v_across/c"), sources::definition()},
        {QStringLiteral("links[].scheme"), Text::tr("Scheme"), {}, Text::tr("How the link heralds, with the bright-state population α that the planner chose."),
         Text::tr("Best end-to-end rate at the wanted fidelity among schemes and populations"), sources::clicks()},
        {QStringLiteral("sites[].load"), Text::tr("Load of a station"), {}, Text::tr("Share of a station's time that the required rates use; above 1 is overloaded."),
         Text::tr("Sum over the demands of required rate / rate alone"), definition}};
}

} // namespace bellweave::engine
