// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

namespace bellweave {
namespace {

constexpr double kAroundTheEarth = 4.1e7;    // m; longer glass than that is a typing error

} // namespace

std::vector<KindRow> CatalogRows::linkKinds()
{
    const QString link = QStringLiteral("link");
    const QString inSeries = QStringLiteral("Loss in series");
    const FieldRow length{.path = QStringLiteral("length_m"), .label = tr("Length"), .dimension = Dimension::Length,
                          .minimum = 0.0, .maximum = kAroundTheEarth, .rangeMessage = tr("A length is not negative and at most 41 000 km."),
                          .help = tr("Length of glass. When absent: geodesic between the sites times the route factor."),
                          .formula = QStringLiteral("L = ρ · d_geodesic"), .source = QStringLiteral("WGS84 geodesic"), .optional = true};
    FieldRow measuredLength = length;
    measuredLength.help = tr("Length of the link, for delay and cost only.");
    const Rows fiber{
        preset(QStringLiteral("preset"), QStringLiteral("fiber"), tr("Fiber whose values hold where nothing else is typed.")),
        length,
        {.path = QStringLiteral("attenuation_db_per_km"), .label = tr("Attenuation"), .dimension = Dimension::DecibelPerLength,
         .minimum = 0.0, .maximum = 1000.0, .rangeMessage = tr("Attenuation is not negative and at most 1 000 dB/km."),
         .help = tr("Loss per length at the wavelength of the photons."),
         .formula = QStringLiteral("A = α L + A_fixed, η = 10^(−A/10)"), .source = inSeries},
        {.path = QStringLiteral("group_index"), .label = tr("Group index"), .minimum = 1.0, .maximum = 5.0,
         .rangeMessage = tr("Light in glass is no faster than in vacuum; the index lies between 1 and 5."),
         .help = tr("Vacuum speed of light over the speed of the signal."), .formula = QStringLiteral("c_fiber = c/n_g"),
         .source = QStringLiteral("Definition of the group index")},
        {.path = QStringLiteral("fixed_loss_db"), .label = tr("Extra loss"), .dimension = Dimension::Decibel, .minimum = 0.0,
         .maximum = 300.0, .rangeMessage = tr("Extra loss is not negative and at most 300 dB."),
         .help = tr("Connectors, splices, switches: loss that does not grow with length."),
         .formula = QStringLiteral("A = α L + A_fixed, η = 10^(−A/10)"), .source = inSeries},
        {.path = QStringLiteral("phase_noise_rad"), .label = tr("Phase noise"), .dimension = Dimension::Angle, .minimum = 0.0,
         .maximum = 10.0, .rangeMessage = tr("Phase noise is not negative and at most 10 rad."),
         .help = tr("Rms optical phase after stabilization; matters for single-click heralding only."),
         .formula = QStringLiteral("C → C e^(−σ²/2)"), .source = QStringLiteral("Gaussian phase; S. L. N. Hermans et al., New J. Phys. 25, 013011 (2023)")},
        preset(QStringLiteral("station/preset"), QStringLiteral("detector"), tr("Detectors of the link's own midpoint station."))};
    const Rows place{fraction(QStringLiteral("station_position"), tr("Station position"),
                              tr("Where along the glass the midpoint station stands: 0 at the first end, 1 at the second."),
                              QStringLiteral("T = t_preparation + 2 max(L_A, L_B)/c_fiber"), QStringLiteral("The herald of the longer arm comes last"))};
    const Rows measured{
        measuredLength,
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
    return {
        {{}, link, tr("Link"), tr("A physical connection of two sites."),
         joined({identity(), {end(QStringLiteral("from"), tr("From")), end(QStringLiteral("to"), tr("To")), bends}, states(tr("link")), {notes()}})},
        {QStringLiteral("fiber"), link, tr("Fiber"), tr("Optical fiber; pairs are heralded at a midpoint station."),
         joined({fiber, detector(QStringLiteral("station/")), place})},
        {QStringLiteral("measured"), link, tr("Measured link"), tr("A link whose numbers were measured, or come from another tool."), measured},
    };
}

} // namespace bellweave
