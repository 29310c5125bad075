// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

// Where the formulas come from.
QString gaussianBeam() { return QStringLiteral("A. E. Siegman, Lasers (1986), ch. 17"); }
QString turbulentBeam() { return QStringLiteral("L. C. Andrews and R. L. Phillips, Laser Beam Propagation through Random Media (2005)"); }
QString orbits() { return QStringLiteral("D. A. Vallado, Fundamentals of Astrodynamics and Applications (2013)"); }
QString catalogs() { return QStringLiteral("F. R. Hoots and R. L. Roehrich, Spacetrack Report 3 (1980); D. A. Vallado et al., AIAA 2006-6753"); }
QString skyLight() { return QStringLiteral("M. Er-long et al., New J. Phys. 7, 215 (2005) for day and night; G. V. Rozenberg, Twilight (1966) between them"); }

} // namespace

KindRow CatalogRows::orbitKind()
{
    const QString kind = QStringLiteral("orbit/kind");
    const FieldCondition isKepler{kind, {QStringLiteral("kepler")}}, isGeostationary{kind, {QStringLiteral("geostationary")}}, isElements{kind, {QStringLiteral("elements")}},
        isMoving{kind, {QStringLiteral("kepler"), QStringLiteral("elements")}};
    const auto angle = [&](const QString& path, const QString& label, double least, double most, const QString& message, const QString& help) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::AngleDegrees, .minimum = least, .maximum = most, .rangeMessage = message, .help = help, .source = orbits(), .countsWhen = isMoving};
    };
    const QString fullTurn = tr("An angle of the orbit lies between −360° and 360°.");
    FieldRow longitude = angle(QStringLiteral("longitude_deg"), tr("Longitude"), -180.0, 180.0, tr("Longitude goes from −180° to 180°."), tr("Of the place on the equator above which it stands, east positive."));
    longitude.countsWhen = isGeostationary;
    const Rows fields{
        {.path = QStringLiteral("kind"), .label = tr("Moves"), .type = FieldType::Choice,
         .help = tr("Kepler: on an ellipse whose node and perigee the flattened Earth turns. Geostationary: above one place of the equator. Elements: as a catalog says, by SGP4."),
         .source = orbits(), .choices = {kOrbitKindTexts.begin(), kOrbitKindTexts.end()}},
        {.path = QStringLiteral("altitude_m"), .label = tr("Altitude"), .dimension = Dimension::Length, .minimum = 1.6e5, .maximum = 4e8,
         .rangeMessage = tr("Below 160 km an orbit decays within a day; above 400 000 km the Moon rules."),
         .help = tr("Half the long axis of the ellipse less the Earth's radius of 6378.137 km: of a circle the altitude above the equator."),
         .formula = QStringLiteral("T = 2π √(a³/μ)"), .source = orbits(), .countsWhen = isKepler},
        longitude,
        angle(QStringLiteral("inclination_deg"), tr("Inclination"), 0.0, 180.0, tr("An inclination lies between 0° and 180°."), tr("Between the planes of orbit and equator; above 90° against the turning of the Earth.")),
        angle(QStringLiteral("node_deg"), tr("Ascending node"), -360.0, 360.0, fullTurn, tr("Right ascension at which it crosses the equator northward (RAAN), at the epoch.")),
        {.path = QStringLiteral("eccentricity"), .label = tr("Eccentricity"), .minimum = 0.0, .maximum = 0.95, .rangeMessage = tr("An eccentricity lies between 0, a circle, and 0.95."),
         .help = tr("How far the ellipse is from a circle; its perigee must lie above 160 km."), .source = orbits(), .countsWhen = isMoving},
        angle(QStringLiteral("perigee_deg"), tr("Argument of perigee"), -360.0, 360.0, fullTurn, tr("From the ascending node to the lowest point, at the epoch.")),
        angle(QStringLiteral("anomaly_deg"), tr("Mean anomaly"), -360.0, 360.0, fullTurn, tr("How far it is from the lowest point, as if it moved evenly, at the epoch.")),
        {.path = QStringLiteral("epoch"), .label = tr("Epoch"), .type = FieldType::Text, .help = tr("Of the elements, UTC: 2022-08-01T12:00:00Z. Places two weeks away from it may be wrong by many kilometers."), .source = catalogs(), .countsWhen = isElements},
        {.path = QStringLiteral("mean_motion"), .label = tr("Mean motion"), .minimum = 0.01, .maximum = 18.0, .rangeMessage = tr("A mean motion lies between 0.01 and 18 turns a day."), .help = tr("Turns a day, of the theory's own kind."), .source = catalogs(), .countsWhen = isElements},
        {.path = QStringLiteral("drag"), .label = tr("Drag B*"), .minimum = -1.0, .maximum = 1.0, .rangeMessage = tr("A drag term lies between −1 and 1."), .help = tr("In inverse Earth radii, as catalogs give it."), .source = catalogs(), .countsWhen = isElements},
        {.path = QStringLiteral("catalog_number"), .label = tr("Catalog number"), .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 0.0, .maximum = 339999.0, .rangeMessage = tr("Catalog numbers have at most six digits."),
         .help = tr("Of the satellite; 0 when it has none."), .countsWhen = isElements}};
    return {QStringLiteral("orbit"), QStringLiteral("site"), tr("Orbit"), tr("The way of a satellite, in place of a position."), fields};
}

KindRow CatalogRows::telescopeKind()
{
    const FieldCondition intoFiber{QStringLiteral("telescope/coupling"), {QStringLiteral("single-mode")}}, intoDetector{QStringLiteral("telescope/coupling"), {QStringLiteral("field-of-view")}};
    const Rows fields{
        preset(QStringLiteral("preset"), QStringLiteral("telescope"), tr("Telescope whose values hold where nothing else is typed.")),
        {.path = QStringLiteral("diameter_m"), .label = tr("Diameter"), .dimension = Dimension::Length, .minimum = 1e-3, .maximum = 40.0, .rangeMessage = tr("Telescopes have at most 40 m."),
         .help = tr("Of the main mirror or lens, for sending and receiving."), .formula = QStringLiteral("η = e^(−2a_o²/w²) − e^(−2a²/w²)"), .source = gaussianBeam()},
        {.path = QStringLiteral("obscuration_m"), .label = tr("Obscuration"), .dimension = Dimension::Length, .minimum = 0.0, .maximum = 40.0, .rangeMessage = tr("Telescopes have at most 40 m."),
         .help = tr("Diameter of what blocks the middle when it receives; a beam that is sent is taken to pass beside it."), .formula = QStringLiteral("η = e^(−2a_o²/w²) − e^(−2a²/w²)"), .source = gaussianBeam()},
        {.path = QStringLiteral("pointing_jitter_rad"), .label = tr("Pointing jitter"), .dimension = Dimension::Angle, .minimum = 0.0, .maximum = 0.1, .rangeMessage = tr("An angle is not negative and at most 0.1 rad."),
         .help = tr("Rms deviation per axis: of the beam where it sends, of the fiber's mode on the sky where it receives."), .formula = QStringLiteral("w² → w² + 4σ²L², η → η/(1 + 2σ²/θ_fiber²)"), .source = QStringLiteral("M. Toyoshima et al., J. Opt. Soc. Am. A 19, 567 (2002)")},
        {.path = QStringLiteral("divergence_rad"), .label = tr("Divergence"), .dimension = Dimension::Angle, .minimum = 1e-9, .maximum = 1.0, .rangeMessage = tr("Enter an angle above zero, at most 1 rad."),
         .help = tr("Of the beam it sends, as the data sheet gives it. When absent: diffraction of a Gaussian beam that fills the telescope best."), .formula = QStringLiteral("θ = λ/(π w₀)"), .source = gaussianBeam(), .optional = true},
        {.path = QStringLiteral("divergence_meaning"), .label = tr("Divergence is"), .type = FieldType::Choice, .help = tr("What the angle means. The loss of one figure differs by 6 dB between the three."), .source = gaussianBeam(),
         .choices = {kDivergenceMeaningTexts.begin(), kDivergenceMeaningTexts.end()}},
        {.path = QStringLiteral("coupling"), .label = tr("Light goes into"), .type = FieldType::Choice,
         .help = tr("What it receives goes into the one mode of a fiber, as memories and interference need, or straight onto a detector that takes all of its field of view."), .source = turbulentBeam(),
         .choices = {kCouplingTexts.begin(), kCouplingTexts.end()}},
        {.path = QStringLiteral("wavefront_error_rad"), .label = tr("Wavefront error"), .dimension = Dimension::Angle, .minimum = 0.0, .maximum = 10.0, .rangeMessage = tr("An rms phase is not negative and at most 10 rad."),
         .help = tr("Rms phase that adaptive optics leaves before the fiber. When absent there are none."), .formula = QStringLiteral("η = 0.81 e^(−σ²), else 0.81/(1 + (D/r₀)²)"), .source = QStringLiteral("S. Shaklan and F. Roddier, Applied Optics 27, 2334 (1988) for 0.81; Maréchal for σ below 2"),
         .optional = true, .absent = tr("no adaptive optics"), .countsWhen = intoFiber},
        {.path = QStringLiteral("field_of_view_rad"), .label = tr("Field of view"), .dimension = Dimension::Angle, .minimum = 1e-7, .maximum = 0.1, .rangeMessage = tr("A field of view lies between 0.1 µrad and 0.1 rad."),
         .help = tr("Full angle of sky that a detector without fiber sees."), .formula = QStringLiteral("N = H π(FOV/2)² A Δλ t/(hν)"), .source = QStringLiteral("M. Er-long et al., New J. Phys. 7, 215 (2005)"), .countsWhen = intoDetector},
        {.path = QStringLiteral("filter_width_m"), .label = tr("Filter width"), .dimension = Dimension::Length, .minimum = 1e-15, .maximum = 1e-6, .rangeMessage = tr("A filter passes at most 1 µm."), .help = tr("Full width of the spectral filter before the detectors."),
         .formula = QStringLiteral("R = H λ² Δλ/(hν) in one mode"), .source = QStringLiteral("Étendue λ² of one spatial mode")},
        {.path = QStringLiteral("optics_loss_db"), .label = tr("Optics"), .dimension = Dimension::Decibel, .minimum = 0.0, .maximum = 300.0, .rangeMessage = tr("A loss is not negative and at most 300 dB."), .help = tr("Loss of its mirrors, lenses and filters, each time that light passes it."),
         .formula = QStringLiteral("η = 10^(−A/10)"), .source = QStringLiteral("Loss in series")}};
    return {QStringLiteral("telescope"), QStringLiteral("site"), tr("Telescope"), tr("For links to satellites, on the ground and in orbit."), fields};
}

KindRow CatalogRows::groundStationKind()
{
    const auto radiance = [](const QString& path, const QString& label, const QString& help) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::Radiance, .minimum = 0.0, .maximum = 1e7, .rangeMessage = tr("A radiance is not negative."), .help = help, .formula = QStringLiteral("N = H π(FOV/2)² A Δλ t/(hν)"), .source = skyLight()};
    };
    const Rows fields{
        {.path = QStringLiteral("height_m"), .label = tr("Height"), .dimension = Dimension::Length, .minimum = -500.0, .maximum = 9000.0, .rangeMessage = tr("Telescopes on the ground stand between −500 m and 9 km."), .help = tr("Above the ellipsoid WGS 84, about that above the sea."), .source = QStringLiteral("WGS84")},
        {.path = QStringLiteral("least_elevation_deg"), .label = tr("Least elevation"), .dimension = Dimension::AngleDegrees, .minimum = 0.0, .maximum = 89.0, .rangeMessage = tr("A least elevation lies between 0° and 89°."),
         .help = tr("Below it no light is exchanged: trees and houses bar the view, and the way through the air is long."), .formula = QStringLiteral("t = 2λ/ω, λ = acos(R cos e/(R + h)) − e"), .source = QStringLiteral("Law of cosines")},
        {.path = QStringLiteral("horizon"), .label = tr("Horizon by azimuth"), .type = FieldType::Text,
         .help = tr("What stands higher than the least elevation: degrees of azimuth, from north over east, and of elevation, “0: 10; 90: 25; 180: 5”, linear in between and around through north. Two elevations of one azimuth are an upright edge. Empty: the least elevation alone counts."),
         .formula = QStringLiteral("e ≥ max(e_least, e_horizon(azimuth))"), .source = QStringLiteral("Survey of the place, or a terrain model")},
        {.path = QStringLiteral("wind"), .label = tr("High wind"), .minimum = 0.0, .maximum = 100.0, .rangeMessage = tr("Winds have at most 100 m/s here."), .help = tr("Rms wind between 5 and 20 km in m/s: 21 is usual, 10 calm, 30 under a jet stream."),
         .formula = QStringLiteral("C_n²(h) = 0.00594 (v/27)² (10⁻⁵h)¹⁰ e^(−h/1000) + 2.7·10⁻¹⁶ e^(−h/1500) + A e^(−h/100)"), .source = turbulentBeam()},
        {.path = QStringLiteral("turbulence_per_m_2_3"), .label = tr("Turbulence at the ground"), .dimension = Dimension::StructureConstant, .minimum = 0.0, .maximum = 1e-11, .rangeMessage = tr("C_n² lies between 0 and 1e-11 m^(−2/3)."),
         .help = tr("Strength A of the lowest air in the Hufnagel-Valley profile: 1.7e-14 by usual nights, 1e-13 and more at noon, less on mountains."), .formula = QStringLiteral("r₀ = [0.423 k² sec z ∫C_n² dh]^(−3/5)"), .source = turbulentBeam()},
        radiance(QStringLiteral("night_radiance_w_per_m2_sr_um"), tr("Sky by night"), tr("Without Sun and Moon, both polarizations: 1.5e-5 at a dark site; city lights add to it. The Moon adds up to 1.5e-3 by its phase and height.")),
        radiance(QStringLiteral("day_radiance_w_per_m2_sr_um"), tr("Sky by day"), tr("Of clear sky with the Sun well up: 150 at 780 nm, a fifth of it at 1550 nm. It falls with the Sun below 10° and through twilight.")),
        {.path = QStringLiteral("works_by_day"), .label = tr("Works by day"), .type = FieldType::Toggle, .help = tr("Links are open while the Sun is up, with the light of the sky as background; otherwise by night alone.")},
        {.path = QStringLiteral("dark_below_deg"), .label = tr("Night begins at"), .dimension = Dimension::AngleDegrees, .minimum = -30.0, .maximum = 10.0, .rangeMessage = tr("Nights begin with the Sun between −30° and 10°."),
         .help = tr("Elevation of the Sun below which it is night for a station that does not work by day: −6° ends civil, −12° nautical, −18° astronomical twilight."), .source = QStringLiteral("Definitions of twilight")},
        {.path = QStringLiteral("clear_sky"), .label = tr("Clear sky"), .type = FieldType::Text,
         .help = tr("Chance that no cloud stands before a satellite: one number, “0.6”, or twelve for the months from January, “0.3 0.35 …”. Empty: weather is not counted."), .formula = QStringLiteral("P(both) by correlation e^(−d/L)"), .source = QStringLiteral("Cloud climatology of the place")}};
    return {QStringLiteral("ground_station"), QStringLiteral("site"), tr("Ground station"), tr("The sky above a telescope on the ground."), fields};
}

KindRow CatalogRows::satelliteKind()
{
    const Rows fields{
        preset(QStringLiteral("preset"), QStringLiteral("satellite"), tr("Light and air whose values hold where nothing else is typed.")),
        {.path = QStringLiteral("wavelength_m"), .label = tr("Wavelength"), .dimension = Dimension::Length, .minimum = 2e-7, .maximum = 2e-5, .rangeMessage = tr("Optical photons have 200 nm to 20 µm."),
         .help = tr("Wavelength of the beam; the source must emit it.")},
        fraction(QStringLiteral("zenith_transmission"), tr("Zenith transmission"), tr("Share of the light that clear air lets pass from the zenith at this wavelength, above the station."), QStringLiteral("η = η_zenith^X, X air masses"),
                 QStringLiteral("F. Kasten and A. T. Young, Applied Optics 28, 4735 (1989)")),
        {.path = QStringLiteral("direction"), .label = tr("Light goes"), .type = FieldType::Choice,
         .help = tr("From the first end to the second or back. Automatic: away from a pair source, toward a midpoint station, from a processor that sends to one that loads, and down to the ground otherwise."),
         .choices = {kSkyDirectionTexts.begin(), kSkyDirectionTexts.end()}},
        {.path = QStringLiteral("fixed_loss_db"), .label = tr("Further loss"), .dimension = Dimension::Decibel, .minimum = 0.0, .maximum = 300.0, .rangeMessage = tr("A loss is not negative and at most 300 dB."),
         .help = tr("What is not in the model, calibrated with a measured pass."), .formula = QStringLiteral("η = 10^(−A/10)"), .source = QStringLiteral("Loss in series")},
        phaseNoise(),
        preset(QStringLiteral("station/preset"), QStringLiteral("detector"), tr("Detectors of the link's own heralding station, which stands where the light arrives."))};
    return {QStringLiteral("satellite"), QStringLiteral("link"), tr("Satellite link"), tr("A beam between a satellite and the ground, or between two satellites; it follows them in time."),
            joined({fields, detector(QStringLiteral("station/"))})};
}

KindRow CatalogRows::timeKind()
{
    const Rows fields{
        {.path = QStringLiteral("epoch"), .label = tr("Begins"), .type = FieldType::Text, .help = tr("Moment in UTC at which the design is looked at, and at which orbits have their angles: 2035-02-14T04:54:00Z.")},
        {.path = QStringLiteral("span_s"), .label = tr("Spans"), .dimension = Dimension::Duration, .minimum = 60.0, .maximum = 10.0 * 366.0 * 86400.0, .rangeMessage = tr("A span lies between a minute and ten years."),
         .help = tr("Numbers that change as satellites move are means over this time from the beginning.")}};
    return {QStringLiteral("time"), QStringLiteral("design"), tr("Time"), tr("When a design with satellites is looked at."), fields};
}

} // namespace bellweave
