// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

namespace bellweave {
namespace {

constexpr double kAroundTheEarth = 4.1e7;    // m; longer glass than that is a typing error

QString jointed() { return QStringLiteral("A = α L + n_c A_c + n_s A_s + A_fixed, η = 10^(−A/10)"); }

} // namespace

FieldRow CatalogRows::linkLength(const QString& help, const QString& formula, const QString& source)
{
    return {.path = QStringLiteral("length_m"), .label = tr("Length"), .dimension = Dimension::Length, .minimum = 0.0,
            .maximum = kAroundTheEarth, .rangeMessage = tr("A length is not negative and at most 41 000 km."), .help = help,
            .formula = formula, .source = source, .optional = true};
}

FieldRow CatalogRows::measuredLoss(const QString& help)
{
    return {.path = QStringLiteral("measured_loss_db"), .label = tr("Measured loss"), .dimension = Dimension::Decibel, .minimum = 0.0,
            .maximum = 300.0, .rangeMessage = tr("A loss is not negative and at most 300 dB."), .help = help,
            .formula = QStringLiteral("η = 10^(−A/10)"), .source = QStringLiteral("Measurement"), .optional = true, .absent = tr("none")};
}

FieldRow CatalogRows::phaseNoise()
{
    return {.path = QStringLiteral("phase_noise_rad"), .label = tr("Phase noise"), .dimension = Dimension::Angle, .minimum = 0.0,
            .maximum = 10.0, .rangeMessage = tr("Phase noise is not negative and at most 10 rad."),
            .help = tr("Rms optical phase after stabilization; matters for single-click heralding only. Photon-loss distillation takes it as slow: the same for both pairs, so that it cancels."),
            .formula = QStringLiteral("C → C e^(−σ²/2)"),
            .source = QStringLiteral("Gaussian phase; S. L. N. Hermans et al., New J. Phys. 25, 013011 (2023)")};
}

std::vector<KindRow> CatalogRows::linkKinds()
{
    const QString link = QStringLiteral("link");
    const QString inSeries = QStringLiteral("Loss in series");
    const QString routed = QStringLiteral("L = ρ · d_geodesic");
    const QString geodesic = QStringLiteral("WGS84 geodesic");
    const auto joint = [&](const QString& path, const QString& label, const QString& help) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::Decibel, .minimum = 0.0, .maximum = 10.0,
                        .rangeMessage = tr("The loss of a joint is not negative and at most 10 dB."), .help = help,
                        .formula = jointed(), .source = inSeries};
    };
    const Rows fiber{
        preset(QStringLiteral("preset"), QStringLiteral("fiber"), tr("Fiber whose values hold where nothing else is typed.")),
        linkLength(tr("Length of glass. When absent: geodesic between the sites times the route factor."), routed, geodesic),
        {.path = QStringLiteral("attenuation_db_per_km"), .label = tr("Attenuation"), .dimension = Dimension::DecibelPerLength,
         .minimum = 0.0, .maximum = 1000.0, .rangeMessage = tr("Attenuation is not negative and at most 1 000 dB/km."),
         .help = tr("Loss per length at the wavelength of the photons."),
         .formula = jointed(), .source = inSeries},
        {.path = QStringLiteral("group_index"), .label = tr("Group index"), .minimum = 1.0, .maximum = 5.0,
         .rangeMessage = tr("Light in glass is no faster than in vacuum; the index lies between 1 and 5."),
         .help = tr("Vacuum speed of light over the speed of the signal."), .formula = QStringLiteral("c_fiber = c/n_g"),
         .source = QStringLiteral("Definition of the group index")},
        {.path = QStringLiteral("dispersion_ps_per_nm_km"), .label = tr("Dispersion"), .dimension = Dimension::Dispersion,
         .minimum = -2000.0, .maximum = 2000.0, .rangeMessage = tr("Dispersion lies between −2 000 and 2 000 ps/(nm km)."),
         .help = tr("How much later light arrives that is 1 nm longer in wave, per kilometer. It spreads photons of memories and of pair sources in time: fewer fall into the window of a station or a receiver, and those of unlike arms interfere less, which is taken over all times that they may click at, not only those in the window: never too well."),
         .formula = QStringLiteral("Δt = D L Δλ"), .source = QStringLiteral("G. P. Agrawal, Fiber-Optic Communication Systems, ch. 2")},
        {.path = QStringLiteral("connectors"), .label = tr("Connectors"), .type = FieldType::Integer, .dimension = Dimension::Count,
         .minimum = 0.0, .maximum = 1e4, .rangeMessage = tr("A number of connectors is not negative and at most 10 000."),
         .help = tr("Plugged joints on the way, those of both ends included."), .formula = jointed(), .source = inSeries},
        joint(QStringLiteral("connector_loss_db"), tr("Loss per connector"), tr("Loss of one plugged joint.")),
        {.path = QStringLiteral("splice_spacing_m"), .label = tr("Splice spacing"), .dimension = Dimension::Length, .minimum = 10.0,
         .maximum = kAroundTheEarth, .rangeMessage = tr("Pieces of cable have at least 10 m."),
         .help = tr("Glass between two fused joints. When absent their loss is in the attenuation, as cable data sheets give it."),
         .formula = QStringLiteral("n_s = ⌈L/L_piece⌉ − 1"), .source = QStringLiteral("Joints between equal pieces"), .optional = true, .absent = tr("none")},
        joint(QStringLiteral("splice_loss_db"), tr("Loss per splice"), tr("Loss of one fused joint; counts when a spacing is given.")),
        {.path = QStringLiteral("fixed_loss_db"), .label = tr("Extra loss"), .dimension = Dimension::Decibel, .minimum = 0.0,
         .maximum = 300.0, .rangeMessage = tr("Extra loss is not negative and at most 300 dB."),
         .help = tr("Switches, filters and other loss that does not grow with length."),
         .formula = jointed(), .source = inSeries},
        measuredLoss(tr("Loss of the whole glass as measured; it counts in place of attenuation, joints and extra loss.")),
        {.path = QStringLiteral("coexistence_noise_hz"), .label = tr("Coexistence noise"), .dimension = Dimension::Rate, .minimum = 0.0,
         .maximum = 1e12, .rangeMessage = tr("A rate is not negative."),
         .help = tr("Photons per second that other traffic in the glass brings to the end of this link toward the heralding station in the mode of the signal, by Raman scattering or crosstalk."),
         .formula = QStringLiteral("p_d → 1 − e^(−(R_dark + R_noise η_d/2) t_w)"), .source = QStringLiteral("Poisson counts in the window, half at either detector")},
        {.path = QStringLiteral("polarization_error"), .label = tr("Polarization error"), .dimension = Dimension::Fraction, .minimum = 0.0,
         .maximum = 0.5, .rangeMessage = tr("At most half of the photons are found in the wrong polarization."),
         .help = tr("Share of photons found in the wrong polarization, averaged over time; it lowers interference and mixes double-click pairs."),
         .formula = QStringLiteral("V → V (1 − e), W → W (1 − 2e)"), .source = QStringLiteral("Overlap of polarizations turned by an angle of sin² = e")},
        fraction(QStringLiteral("alignment_duty"), tr("Alignment duty"),
                 tr("Share of the time that is left for attempts when polarization and phase are being aligned."),
                 QStringLiteral("T → T/duty"), QStringLiteral("Mean over duty cycles that are short against the waiting time")),
        phaseNoise(),
        preset(QStringLiteral("station/preset"), QStringLiteral("detector"), tr("Detectors of the link's own midpoint station."))};
    const Rows place{fraction(QStringLiteral("station_position"), tr("Station position"),
                              tr("Where along the glass the midpoint station stands: 0 at the first end, 1 at the second."),
                              QStringLiteral("T = t_preparation + 2 max(L_A, L_B)/c_fiber"), QStringLiteral("The herald of the longer arm comes last"))};
    const Rows measured{
        linkLength(tr("Length of the link, for delay and cost only."), routed, geodesic),
        {.path = QStringLiteral("attempt_time_s"), .label = tr("Attempt time"), .dimension = Dimension::Duration, .minimum = 1e-12,
         .maximum = 1e6, .rangeMessage = tr("Enter a time above zero."), .help = tr("Time from one attempt to the next."),
         .formula = QStringLiteral("rate = p/T"), .source = QStringLiteral("Mean of a geometric distribution")},
        fraction(QStringLiteral("success_probability"), tr("Success probability"), tr("Probability that one attempt makes a pair."),
                 QStringLiteral("rate = p/T"), QStringLiteral("Mean of a geometric distribution")),
        fraction(QStringLiteral("fidelity"), tr("Fidelity"), tr("Fidelity of a new pair; a Werner state unless a state is given."),
                 QStringLiteral("[F, (1−F)/3, (1−F)/3, (1−F)/3]"), QStringLiteral("R. F. Werner, PRA 40, 4277 (1989)")),
        {.path = QStringLiteral("state"), .label = tr("State"), .type = FieldType::Text, .dimension = Dimension::Fraction,
         .minimum = 0.0, .maximum = 1.0, .rangeMessage = tr("Each weight lies between 0 and 1."),
         .help = tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of a new pair; they sum to 1."),
         .formula = QStringLiteral("F = p(Phi+)"), .source = QStringLiteral("Definition"), .optional = true}};
    const FieldRow bends{.path = QStringLiteral("bends_deg"), .label = tr("Bend points"), .type = FieldType::Text,
                         .dimension = Dimension::AngleDegrees, .minimum = -180.0, .maximum = 180.0,
                         .rangeMessage = tr("Latitude goes from −90° to 90°, longitude from −180° to 180°."),
                         .help = tr("Where the route bends: latitude and longitude of each point, from the first end to the second. A length that is not typed follows the bends."),
                         .formula = QStringLiteral("L = ρ · Σ d_geodesic"), .source = QStringLiteral("WGS84 geodesic")};
    const FieldRow schedule{.path = QStringLiteral("schedule"), .label = tr("Schedule"), .type = FieldType::Text,
                            .help = tr("How the link changes in a simulation, known before: passes, nights, a line that is lent out. “0 s: 3 dB; 10 min: closed; 20 min: open; every 90 min” adds 3 dB at first, then closes. Its share of open time counts in the availability of demands; other analytic numbers are those of the link as drawn.")};
    return {
        {{}, link, tr("Link"), tr("A physical connection of two sites."),
         joined({identity(), {end(QStringLiteral("from"), tr("From")), end(QStringLiteral("to"), tr("To")), bends}, states(tr("link")), {schedule, notes()}})},
        {QStringLiteral("fiber"), link, tr("Fiber"), tr("Optical fiber; pairs are heralded at a midpoint station."),
         joined({fiber, detector(QStringLiteral("station/")), place})},
        freeSpaceKind(),
        satelliteKind(),
        microwaveKind(),
        {QStringLiteral("measured"), link, tr("Measured link"), tr("A link whose numbers were measured, or come from another tool."), measured},
    };
}

} // namespace bellweave
