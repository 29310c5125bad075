// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

// Where the formulas come from.
QString gaussianBeam() { return QStringLiteral("A. E. Siegman, Lasers (1986), ch. 17"); }
QString kim() { return QStringLiteral("P. W. Kruse et al. (1962); I. I. Kim et al., Proc. SPIE 4214 (2001)"); }
QString turbulentBeam() { return QStringLiteral("L. C. Andrews and R. L. Phillips, Laser Beam Propagation through Random Media (2005)"); }

} // namespace

KindRow CatalogRows::freeSpaceKind()
{
    const auto diameter = [](const QString& path, const QString& label, double least, const QString& help, const QString& formula) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::Length, .minimum = least, .maximum = 40.0,
                        .rangeMessage = tr("Telescopes have at most 40 m."), .help = help, .formula = formula, .source = gaussianBeam()};
    };
    const Rows way{
        preset(QStringLiteral("preset"), QStringLiteral("free_space"), tr("Air and telescopes whose values hold where nothing else is typed.")),
        linkLength(tr("Straight line between the telescopes. When absent: geodesic between the sites."), QStringLiteral("L = d_geodesic"),
                   QStringLiteral("WGS84 geodesic")),
        {.path = QStringLiteral("height_m"), .label = tr("Height"), .dimension = Dimension::Length, .minimum = 0.0, .maximum = 1e4,
         .rangeMessage = tr("A height above the ground is not negative and at most 10 km."),
         .help = tr("Of both telescopes above the ground between them; the Earth hides what lies beyond."),
         .formula = QStringLiteral("L ≤ 2 √(2 k R h), k = 7/6"), .source = QStringLiteral("Refraction of light near the ground, coefficient 0.14")},
        {.path = QStringLiteral("wavelength_m"), .label = tr("Wavelength"), .dimension = Dimension::Length, .minimum = 2e-7,
         .maximum = 2e-5, .rangeMessage = tr("Optical photons have 200 nm to 20 µm."),
         .help = tr("Wavelength of the beam; the sources at both ends must emit it.")}};
    const Rows air{
        {.path = QStringLiteral("visibility_m"), .label = tr("Visibility"), .dimension = Dimension::Length, .minimum = 10.0,
         .maximum = 5e5, .rangeMessage = tr("A visibility lies between 10 m and 500 km."),
         .help = tr("Range at which contrast falls to 2 %; sets the extinction of the way. Airports tell the range of 5 %: multiply it by 1.31."),
         .formula = QStringLiteral("β = (3.91/V)(λ/550 nm)^(−q)"), .source = kim()},
        {.path = QStringLiteral("turbulence_per_m_2_3"), .label = tr("Turbulence C_n²"), .dimension = Dimension::StructureConstant,
         .minimum = 0.0, .maximum = 1e-11, .rangeMessage = tr("C_n² lies between 0 and 1e-11 m^(−2/3)."),
         .help = tr("Structure constant of the refractive index along the way: 1e-16 calm, 1e-13 at noon over warm ground."),
         .formula = QStringLiteral("r₀ = [0.423 k² (3/8) C_n² L]^(−3/5)"), .source = turbulentBeam()},
        {.path = QStringLiteral("sky_radiance_w_per_m2_sr_um"), .label = tr("Sky radiance"), .dimension = Dimension::Radiance,
         .minimum = 0.0, .maximum = 1e7, .rangeMessage = tr("A radiance is not negative."),
         .help = tr("Background that the receiver looks at, both polarizations. At 780 nm: 150 clear day, 1.5e-3 full moon, 1.5e-5 moonless night; city lights add to it."),
         .formula = QStringLiteral("R = H λ² Δλ/(hν)"), .source = QStringLiteral("Étendue λ² of one spatial mode; Er-long et al., New J. Phys. 7, 215 (2005) for radiances")}};
    const Rows beam{
        diameter(QStringLiteral("transmitter_diameter_m"), tr("Transmitter"), 1e-4, tr("Diameter of the sending telescope."),
                 QStringLiteral("w₀ = D/2.24, θ = 1.34 λ/(π w₀)")),
        {.path = QStringLiteral("divergence_rad"), .label = tr("Divergence"), .dimension = Dimension::Angle, .minimum = 1e-9, .maximum = 1.0,
         .rangeMessage = tr("Enter an angle above zero, at most 1 rad."),
         .help = tr("Of the beam, as the data sheet gives it. When absent: diffraction of a Gaussian beam that fills the transmitter best."),
         .formula = QStringLiteral("θ = λ/(π w₀)"), .source = gaussianBeam(), .optional = true},
        {.path = QStringLiteral("divergence_meaning"), .label = tr("Divergence is"), .type = FieldType::Choice,
         .help = tr("What the angle means. The loss of one figure differs by 6 dB between the three."),
         .source = gaussianBeam(), .choices = {kDivergenceMeaningTexts.begin(), kDivergenceMeaningTexts.end()}},
        diameter(QStringLiteral("receiver_diameter_m"), tr("Receiver"), 1e-4, tr("Diameter of the receiving telescope."),
                 QStringLiteral("η = e^(−2a_o²/w²) − e^(−2a²/w²)")),
        diameter(QStringLiteral("receiver_obscuration_m"), tr("Obscuration"), 0.0, tr("Diameter of what blocks the middle of the receiver."),
                 QStringLiteral("η = e^(−2a_o²/w²) − e^(−2a²/w²)")),
        {.path = QStringLiteral("pointing_jitter_rad"), .label = tr("Pointing jitter"), .dimension = Dimension::Angle, .minimum = 0.0,
         .maximum = 0.1, .rangeMessage = tr("An angle is not negative and at most 0.1 rad."), .help = tr("Rms deviation per axis, of the beam and of the receiving telescope alike."),
         .formula = QStringLiteral("w² → w² + 4σ²L², η → η/(1 + 2σ²/θ_fiber²)"), .source = QStringLiteral("M. Toyoshima et al., J. Opt. Soc. Am. A 19, 567 (2002)")},
        {.path = QStringLiteral("wavefront_error_rad"), .label = tr("Wavefront error"), .dimension = Dimension::Angle, .minimum = 0.0,
         .maximum = 10.0, .rangeMessage = tr("An rms phase is not negative and at most 10 rad."),
         .help = tr("Rms phase that adaptive optics leaves before the fiber. When absent there are none."),
         .formula = QStringLiteral("η = 0.81 e^(−σ²), else 0.81/(1 + (D/r₀)²)"), .source = QStringLiteral("S. Shaklan and F. Roddier, Applied Optics 27, 2334 (1988) for 0.81; Maréchal for σ below 2; the other a fit to the integral over 5/3 structure"), .optional = true, .absent = tr("no adaptive optics")},
        {.path = QStringLiteral("filter_width_m"), .label = tr("Filter width"), .dimension = Dimension::Length, .minimum = 1e-15,
         .maximum = 1e-6, .rangeMessage = tr("A filter passes at most 1 µm."), .help = tr("Full width of the spectral filter before the detectors."),
         .formula = QStringLiteral("R = H λ² Δλ/(hν)"), .source = QStringLiteral("Étendue λ² of one spatial mode")},
        {.path = QStringLiteral("fixed_loss_db"), .label = tr("Optics"), .dimension = Dimension::Decibel, .minimum = 0.0, .maximum = 300.0,
         .rangeMessage = tr("A loss is not negative and at most 300 dB."), .help = tr("Loss of mirrors, lenses and filters of both telescopes."),
         .formula = QStringLiteral("η = 10^(−A/10)"), .source = QStringLiteral("Loss in series")},
        measuredLoss(tr("Loss of the whole way into the fiber behind the receiver as measured; it counts in place of the model.")),
        phaseNoise(),
        {.path = QStringLiteral("station_end"), .label = tr("Station at"), .type = FieldType::Choice,
         .help = tr("The end at which the heralding station stands, when no site on the way has one."),
         .choices = {kLinkEndTexts.begin(), kLinkEndTexts.end()}},
        preset(QStringLiteral("station/preset"), QStringLiteral("detector"), tr("Detectors of the link's own heralding station."))};
    return {QStringLiteral("free_space"), QStringLiteral("link"), tr("Free space"),
            tr("A beam through open air between two telescopes near the ground; pairs are heralded at one end."),
            joined({way, air, beam, detector(QStringLiteral("station/"))})};
}

} // namespace bellweave
