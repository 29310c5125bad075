// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/archive_words.h"

// What is kept of every type, once: files, the wire, the schema and the presets all run over these functions.
// A key ends with its unit; the catalog holds a row for each.

namespace bellweave {

using boost::serialization::make_nvp;

template<typename Archive>
void serialize(Archive& ar, Memory& value, unsigned)
{
    ar & make_nvp("t1_s", value.relaxationTime) & make_nvp("t2_s", value.coherenceTime)
        & make_nvp("coherence_decay", value.coherenceDecay)
        & make_nvp("slots", value.slots) & make_nvp("efficiency", value.efficiency)
        & make_nvp("attempt_dephasing", value.attemptDephasing) & make_nvp("temporal_modes", value.temporalModes)
        & make_nvp("frequency_modes", value.frequencyModes) & make_nvp("spatial_modes", value.spatialModes)
        & make_nvp("loading_efficiency", value.loadingEfficiency) & make_nvp("loading_error", value.loadingError)
        & make_nvp("false_loading", value.falseLoading);
}

template<typename Archive>
void serialize(Archive& ar, PhotonSource& value, unsigned)
{
    ar & make_nvp("wavelength_m", value.wavelength) & make_nvp("emission_efficiency", value.emissionEfficiency)
        & make_nvp("conversion_efficiency", value.conversionEfficiency)
        & make_nvp("conversion_noise_hz", value.conversionNoise) & make_nvp("thermal_photons", value.thermalPhotons)
        & make_nvp("visibility", value.visibility)
        & make_nvp("double_excitation", value.doubleExcitation)
        & make_nvp("preparation_time_s", value.preparationTime) & make_nvp("lifetime_s", value.lifetime)
        & make_nvp("clock_drift", value.clockDrift) & make_nvp("clock_setting_s", value.clockSetting);
}

template<typename Archive>
void serialize(Archive& ar, GateSet& value, unsigned)
{
    ar & make_nvp("one_qubit_error", value.oneQubitError) & make_nvp("two_qubit_error", value.twoQubitError)
        & make_nvp("readout_error", value.readoutError) & make_nvp("two_qubit_time_s", value.twoQubitTime)
        & make_nvp("readout_time_s", value.readoutTime) & make_nvp("swap_success", value.swapSuccess);
}

template<typename Archive>
void serialize(Archive& ar, Detector& value, unsigned)
{
    ar & make_nvp("efficiency", value.efficiency) & make_nvp("dark_count_rate_hz", value.darkCounts)
        & make_nvp("window_s", value.window) & make_nvp("jitter_s", value.jitter) & make_nvp("dead_time_s", value.deadTime)
        & make_nvp("after_pulsing", value.afterPulsing);
}

/// The hardware without its preset, which its owner names.
template<typename Archive>
void serialize(Archive& ar, NodeHardware& value, unsigned)
{
    ar & make_nvp("memory", value.memory) & make_nvp("source", value.source) & make_nvp("gates", value.gates);
}

template<typename Archive>
void serialize(Archive& ar, Processor& value, unsigned version)
{
    preset(ar, value);
    ar & make_nvp("qubits", value.qubits);
    serialize(ar, value.hardware, version);
}

template<typename Archive>
void serialize(Archive& ar, Repeater& value, unsigned version)
{
    preset(ar, value);
    serialize(ar, value.hardware, version);
}

template<typename Archive>
void serialize(Archive& ar, HeraldStation& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("detector", value.detector);
}

template<typename Archive>
void serialize(Archive& ar, PairSource& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("wavelength_m", value.wavelength) & make_nvp("emission", value.emission)
        & make_nvp("repetition_rate_hz", value.repetition) & make_nvp("mean_pairs", value.meanPairs)
        & make_nvp("pair_rate_hz", value.pairRate) & make_nvp("bandwidth_m", value.bandwidth)
        & make_nvp("coincidence_window_s", value.coincidenceWindow) & make_nvp("coupling_efficiency", value.couplingEfficiency)
        & make_nvp("alignment_error", value.alignmentError);
}

template<typename Archive>
void serialize(Archive& ar, KeyTerminal& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("pulse_rate_hz", value.pulseRate) & make_nvp("mean_photons", value.meanPhotons)
        & make_nvp("misalignment", value.misalignment) & make_nvp("wavelength_m", value.wavelength)
        & make_nvp("detector", value.detector) & make_nvp("clock_jitter_s", value.clockJitter) & make_nvp("trust", value.trust);
}

template<typename Archive>
void serialize(Archive& ar, GeoPosition& value, unsigned)
{
    requiredKeys(ar, {"latitude_deg", "longitude_deg"});
    ar & make_nvp("latitude_deg", value.latitude) & make_nvp("longitude_deg", value.longitude);
}

template<typename Archive>
void serialize(Archive& ar, Orbit& value, unsigned)
{
    ar & make_nvp("kind", value.kind) & make_nvp("altitude_m", value.altitude) & make_nvp("longitude_deg", value.longitude)
        & make_nvp("inclination_deg", value.inclination) & make_nvp("node_deg", value.node) & make_nvp("eccentricity", value.eccentricity)
        & make_nvp("perigee_deg", value.perigee) & make_nvp("anomaly_deg", value.anomaly) & make_nvp("epoch", value.epoch)
        & make_nvp("mean_motion", value.meanMotion) & make_nvp("drag", value.drag) & make_nvp("catalog_number", value.catalogNumber);
}

template<typename Archive>
void serialize(Archive& ar, Telescope& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("diameter_m", value.diameter) & make_nvp("obscuration_m", value.obscuration)
        & make_nvp("pointing_jitter_rad", value.pointingJitter) & make_nvp("divergence_rad", value.divergence)
        & make_nvp("divergence_meaning", value.divergenceMeaning) & make_nvp("coupling", value.coupling)
        & make_nvp("wavefront_error_rad", value.wavefrontError) & make_nvp("field_of_view_rad", value.fieldOfView)
        & make_nvp("filter_width_m", value.filterWidth) & make_nvp("optics_loss_db", value.opticsLoss);
}

template<typename Archive>
void serialize(Archive& ar, GroundStation& value, unsigned)
{
    ar & make_nvp("height_m", value.height) & make_nvp("least_elevation_deg", value.leastElevation)
        & make_nvp("horizon", value.horizon) & make_nvp("wind", value.wind)
        & make_nvp("turbulence_per_m_2_3", value.turbulence) & make_nvp("night_radiance_w_per_m2_sr_um", value.nightRadiance)
        & make_nvp("day_radiance_w_per_m2_sr_um", value.dayRadiance) & make_nvp("works_by_day", value.worksByDay)
        & make_nvp("dark_below_deg", value.darkBelow) & make_nvp("clear_sky", value.clearSky);
}

template<typename Archive>
void reliability(Archive& ar, Reliability& value)
{
    ar & make_nvp("mean_uptime_s", value.meanUptime) & make_nvp("mean_repair_s", value.meanRepair)
        & make_nvp("maintenance_period_s", value.maintenancePeriod) & make_nvp("maintenance_s", value.maintenance)
        & make_nvp("outages", value.outages);
}

template<typename Archive>
void serialize(Archive& ar, Site& value, unsigned)
{
    identity(ar, value);
    unknownFields(ar, value.extras);
    ar & make_nvp("name", value.name) & make_nvp("position", value.position) & make_nvp("orbit", value.orbit) & make_nvp("processor", value.processor)
        & make_nvp("repeater", value.repeater) & make_nvp("station", value.station) & make_nvp("terminal", value.terminal)
        & make_nvp("pair_source", value.pairSource) & make_nvp("telescope", value.telescope) & make_nvp("ground_station", value.groundStation)
        & make_nvp("cost_factor", value.costFactor);
    reliability(ar, value.reliability);
    ar & make_nvp("down", value.down) & make_nvp("locked", value.locked) & make_nvp("notes", value.notes);
}

template<typename Archive>
void serialize(Archive& ar, FiberLink& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("length_m", value.length) & make_nvp("attenuation_db_per_km", value.attenuation)
        & make_nvp("group_index", value.groupIndex)
        & make_nvp("dispersion_ps_per_nm_km", value.dispersion) & make_nvp("connectors", value.connectors)
        & make_nvp("connector_loss_db", value.connectorLoss) & make_nvp("splice_spacing_m", value.spliceSpacing)
        & make_nvp("splice_loss_db", value.spliceLoss) & make_nvp("fixed_loss_db", value.fixedLoss)
        & make_nvp("measured_loss_db", value.measuredLoss) & make_nvp("coexistence_noise_hz", value.coexistenceNoise)
        & make_nvp("polarization_error", value.polarizationError) & make_nvp("alignment_duty", value.alignmentDuty)
        & make_nvp("phase_noise_rad", value.phaseNoise) & make_nvp("station", value.station)
        & make_nvp("station_position", value.stationPosition);
}

template<typename Archive>
void serialize(Archive& ar, FreeSpaceLink& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("length_m", value.length) & make_nvp("wavelength_m", value.wavelength) & make_nvp("visibility_m", value.visibility)
        & make_nvp("turbulence_per_m_2_3", value.turbulence) & make_nvp("sky_radiance_w_per_m2_sr_um", value.skyRadiance)
        & make_nvp("transmitter_diameter_m", value.transmitterDiameter) & make_nvp("divergence_rad", value.divergence)
        & make_nvp("divergence_meaning", value.divergenceMeaning) & make_nvp("receiver_diameter_m", value.receiverDiameter)
        & make_nvp("receiver_obscuration_m", value.receiverObscuration) & make_nvp("pointing_jitter_rad", value.pointingJitter)
        & make_nvp("wavefront_error_rad", value.wavefrontError) & make_nvp("filter_width_m", value.filterWidth)
        & make_nvp("fixed_loss_db", value.fixedLoss) & make_nvp("measured_loss_db", value.measuredLoss)
        & make_nvp("height_m", value.height) & make_nvp("phase_noise_rad", value.phaseNoise)
        & make_nvp("station", value.station) & make_nvp("station_end", value.stationEnd);
}

template<typename Archive>
void serialize(Archive& ar, SatelliteLink& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("wavelength_m", value.wavelength) & make_nvp("zenith_transmission", value.zenithTransmission)
        & make_nvp("direction", value.direction) & make_nvp("fixed_loss_db", value.fixedLoss)
        & make_nvp("phase_noise_rad", value.phaseNoise) & make_nvp("station", value.station);
}

template<typename Archive>
void serialize(Archive& ar, MicrowaveLink& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("length_m", value.length) & make_nvp("frequency_hz", value.frequency)
        & make_nvp("attenuation_db_per_km", value.attenuation) & make_nvp("fixed_loss_db", value.fixedLoss)
        & make_nvp("temperature_k", value.temperature) & make_nvp("group_index", value.groupIndex)
        & make_nvp("transfer_time_s", value.transferTime) & make_nvp("repetition_rate_hz", value.repetition)
        & make_nvp("scheme", value.scheme);
}

template<typename Archive>
void serialize(Archive& ar, MeasuredLink& value, unsigned)
{
    ar & make_nvp("length_m", value.length) & make_nvp("attempt_time_s", value.attemptTime)
        & make_nvp("success_probability", value.successProbability) & make_nvp("fidelity", value.fidelity)
        & make_nvp("state", value.state);
}

template<typename Archive>
void serialize(Archive& ar, Link& value, unsigned)
{
    identity(ar, value);
    unknownFields(ar, value.extras);
    requiredKeys(ar, {"from", "to"});
    ar & make_nvp("name", value.name) & make_nvp("from", value.from) & make_nvp("to", value.to);
    alternatives(ar, value.kind, {"fiber", "free_space", "satellite", "microwave", "measured"});
    ar & make_nvp("bends_deg", value.bends) & make_nvp("cost_factor", value.costFactor);
    reliability(ar, value.reliability);
    ar & make_nvp("schedule", value.schedule);
    ar & make_nvp("down", value.down) & make_nvp("locked", value.locked)
        & make_nvp("notes", value.notes);
}

template<typename Archive>
void serialize(Archive& ar, MapNote& value, unsigned)
{
    identity(ar, value);
    unknownFields(ar, value.extras);
    ar & make_nvp("position", value.position) & make_nvp("text", value.text);
}

template<typename Archive>
void serialize(Archive& ar, ProtocolChoice& value, unsigned)
{
    ar & make_nvp("generation", value.generation) & make_nvp("bright_population", value.brightPopulation)
        & make_nvp("distillation", value.distillation) & make_nvp("order", value.order)
        & make_nvp("wait_limit_s", value.waitLimit) & make_nvp("plan", value.plan)
        & make_nvp("repeaters", value.repeaters) & make_nvp("code_qubits", value.codeQubits) & make_nvp("code_corrects", value.codeCorrects)
        & make_nvp("code_blocks", value.codeBlocks) & make_nvp("code_photons", value.codePhotons)
        & make_nvp("key", value.key) & make_nvp("key_correction", value.keyCorrection)
        & make_nvp("key_exchange", value.keyExchange) & make_nvp("key_sifting", value.keySifting)
        & make_nvp("key_bound", value.keyBound) & make_nvp("key_block", value.keyBlock) & make_nvp("key_secrecy", value.keySecrecy);
}

template<typename Archive>
void serialize(Archive& ar, Traffic& value, unsigned)
{
    ar & make_nvp("request_rate_hz", value.requests) & make_nvp("pairs", value.pairs) & make_nvp("burst", value.burst) & make_nvp("line", value.line)
        & make_nvp("deadline_s", value.deadline) & make_nvp("window_period_s", value.windowPeriod) & make_nvp("window_length_s", value.windowLength)
        & make_nvp("priority", value.priority);
}

template<typename Archive>
void serialize(Archive& ar, Demand& value, unsigned)
{
    identity(ar, value);
    unknownFields(ar, value.extras);
    requiredKeys(ar, {"from", "to"});
    ar & make_nvp("name", value.name) & make_nvp("from", value.from) & make_nvp("to", value.to)
        & make_nvp("purpose", value.purpose)
        & make_nvp("min_fidelity", value.minFidelity) & make_nvp("min_rate_hz", value.minRate)
        & make_nvp("min_key_rate_bps", value.minKeyRate)
        & make_nvp("max_latency_s", value.maxLatency)
        & make_nvp("protocol", value.protocol) & make_nvp("traffic", value.traffic) & make_nvp("notes", value.notes);
}

template<typename Archive>
void serialize(Archive& ar, CostTable& value, unsigned)
{
    preset(ar, value);
    ar & make_nvp("processor_eur", value.processor) & make_nvp("repeater_eur", value.repeater)
        & make_nvp("station_eur", value.station) & make_nvp("pair_source_eur", value.pairSource)
        & make_nvp("terminal_eur", value.terminal) & make_nvp("telescope_eur", value.telescope)
        & make_nvp("ground_station_eur", value.groundStation) & make_nvp("satellite_eur", value.satellite)
        & make_nvp("hardware_upgrade_eur", value.hardwareUpgrade)
        & make_nvp("microwave_line_eur_per_m", value.microwaveLine) & make_nvp("fiber_eur_per_m_year", value.fiberLease) & make_nvp("new_site_eur", value.newSite)
        & make_nvp("new_site_eur_per_year", value.newSiteYearly) & make_nvp("processor_power_w", value.processorPower)
        & make_nvp("repeater_power_w", value.repeaterPower) & make_nvp("station_power_w", value.stationPower)
        & make_nvp("pair_source_power_w", value.pairSourcePower) & make_nvp("terminal_power_w", value.terminalPower)
        & make_nvp("telescope_power_w", value.telescopePower) & make_nvp("ground_station_power_w", value.groundStationPower)
        & make_nvp("microwave_line_w_per_m", value.microwaveCooling) & make_nvp("electricity_eur_per_kwh", value.electricity)
        & make_nvp("power_usage_effectiveness", value.powerUsageEffectiveness)
        & make_nvp("maintenance_fraction_per_year", value.maintenanceFraction)
        & make_nvp("interest_rate", value.interestRate) & make_nvp("lifetime_years", value.lifetime);
}

template<typename Archive>
void serialize(Archive& ar, RunSettings& value, unsigned)
{
    ar & make_nvp("seed", value.seed) & make_nvp("route_factor", value.routeFactor)
        & make_nvp("ends_hold", value.endsHold) & make_nvp("decay_from_emission", value.decayFromEmission)
        & make_nvp("handshake_trips", value.handshakeTrips) & make_nvp("links_restart", value.linksRestart) & make_nvp("policy", value.policy) & make_nvp("states", value.states)
        & make_nvp("reroutes", value.reroutes) & make_nvp("reaction_s", value.reaction)
        & make_nvp("controller_uptime_s", value.controller.meanUptime) & make_nvp("controller_repair_s", value.controller.meanRepair)
        & make_nvp("controller_outages", value.controller.outages) & make_nvp("marginal_band", value.marginalBand);
}

template<typename Archive>
void serialize(Archive& ar, TimeFrame& value, unsigned)
{
    ar & make_nvp("epoch", value.epoch) & make_nvp("span_s", value.span);
}

template<typename Archive>
void serialize(Archive& ar, MapSettings& value, unsigned)
{
    FidelityLimits& limits = value.fidelityLimits;
    ar & make_nvp("fidelity_limit_1", limits[0]) & make_nvp("fidelity_limit_2", limits[1]) & make_nvp("fidelity_limit_3", limits[2])
        & make_nvp("fidelity_limit_4", limits[3]) & make_nvp("fidelity_limit_5", limits[4])
        & make_nvp("legend_corner", value.legend) & make_nvp("scale_bar_corner", value.scaleBar)
        & make_nvp("zoom_buttons_corner", value.zoomButtons) & make_nvp("overview_corner", value.overview);
}

template<typename Archive>
void serialize(Archive& ar, PlotZoom& value, unsigned)
{
    ar & make_nvp("left", value.left) & make_nvp("right", value.right) & make_nvp("bottom", value.bottom) & make_nvp("top", value.top);
}

template<typename Archive>
void serialize(Archive& ar, PlotSweep& value, unsigned)
{
    ar & make_nvp("element", value.element) & make_nvp("field", value.field) & make_nvp("from", value.from) & make_nvp("to", value.to);
}

template<typename Archive>
void serialize(Archive& ar, ReportPlot& value, unsigned)
{
    identity(ar, value);
    unknownFields(ar, value.extras);
    requiredKeys(ar, {"plot"});
    ar & make_nvp("plot", value.kind) & make_nvp("demand", value.demand) & make_nvp("link", value.link)
        & make_nvp("logarithmic_x", value.logarithmicX) & make_nvp("logarithmic_y", value.logarithmicY)
        & make_nvp("zoom", value.zoom) & make_nvp("pins", value.pins) & make_nvp("sweep", value.sweep)
        & make_nvp("order", value.order) & make_nvp("ticked", value.ticked);
}

template<typename Archive>
void serialize(Archive& ar, ReportSettings& value, unsigned)
{
    ar & make_nvp("chapters", value.chapters);
}

template<typename Archive>
void serialize(Archive& ar, General& value, unsigned)
{
    unknownFields(ar, value.extras);
    ar & make_nvp("name", value.name) & make_nvp("question", value.question) & make_nvp("notes", value.notes)
        & make_nvp("costs", value.costs) & make_nvp("settings", value.settings) & make_nvp("time", value.time)
        & make_nvp("map", value.map) & make_nvp("report", value.report);
}

/// The whole design. Sites come before what refers to them.
template<typename Archive>
void serialize(Archive& ar, Network& value, unsigned version)
{
    // A reading archive gets a general part of its own to fill; a writing one looks at the shared one.
    auto general = std::const_pointer_cast<General>(value.generalPointer);
    if constexpr (Archive::is_loading::value) {
        general = std::make_shared<General>(value.general());
        value.generalPointer = general;
    }
    serialize(ar, *general, version);
    ar & make_nvp("sites", value.sites) & make_nvp("links", value.links) & make_nvp("demands", value.demands)
        & make_nvp("map_notes", value.mapNotes) & make_nvp("report_plots", value.reportPlots);
}

} // namespace bellweave
