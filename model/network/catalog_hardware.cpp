// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

constexpr double kLongest = 1e12;    // s; far beyond any memory
constexpr double kMostCounts = 1e9;  // link qubits or modes of one station

// Where the formulas come from.
QString twirl() { return QStringLiteral("Pauli twirl of relaxation and dephasing; M. A. Nielsen and I. L. Chuang, Quantum Computation and Quantum Information (2000), ch. 8"); }
QString swapNoise() { return QStringLiteral("H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, PRL 81, 5932 (1998)"); }
QString singleClick() { return QStringLiteral("C. Cabrillo et al., PRA 59, 1025 (1999)"); }
QString doubleClick() { return QStringLiteral("S. D. Barrett and P. Kok, PRA 71, 060310(R) (2005)"); }

} // namespace

CatalogRows::Rows CatalogRows::memory()
{
    return {
        {.path = QStringLiteral("memory/t1_s"), .label = tr("Memory T₁"), .dimension = Dimension::Duration,
         .minimum = 1e-9, .maximum = kLongest, .rangeMessage = tr("Enter a time above zero."),
         .help = tr("Time in which a stored qubit relaxes by 1/e."),
         .formula = QStringLiteral("pₓ = p_y = (1 − e^(−t/T₁))/4"), .source = twirl()},
        {.path = QStringLiteral("memory/t2_s"), .label = tr("Memory T₂"), .dimension = Dimension::Duration,
         .minimum = 1e-9, .maximum = kLongest, .rangeMessage = tr("Enter a time above zero."),
         .help = tr("Time in which the coherence of a stored qubit falls by 1/e; at most 2 T₁."),
         .formula = QStringLiteral("p_z = (1 − e^(−t/T₂))/2 − (1 − e^(−t/T₁))/4"), .source = twirl()},
        {.path = QStringLiteral("memory/coherence_decay"), .label = tr("Coherence falls"), .type = FieldType::Choice,
         .help = tr("Exponential: by noise that forgets at once, or echoed away. Gaussian: by noise that stays as it is while a qubit waits; T₂ is then that of "
                    "dephasing alone, T₂* of a free qubit. Exact for one link; in chains waits count as independent of each other and of messages, which takes "
                    "up to a sixth more of the coherence than it loses. Depolarizing: what T₂ means in programs that know only isotropic noise, for each qubit, or for a pair, each "
                    "of whose halves then takes half of it while it waits; T₁ does not count then."),
         .formula = QStringLiteral("⟨XX⟩ → ⟨XX⟩ e^(−t/T₂) or ⟨XX⟩ e^(−(t/T₂)² − t/(2T₁)); W → W e^(−t/T₂)"),
         .source = QStringLiteral("R. de Sousa and S. Das Sarma, PRB 68, 115322 (2003); J. R. Maze et al., PRB 78, 094303 (2008)"),
         .choices = {kCoherenceDecayTexts.begin(), kCoherenceDecayTexts.end()}},
        {.path = QStringLiteral("memory/slots"), .label = tr("Link qubits"), .type = FieldType::Integer,
         .dimension = Dimension::Count, .minimum = 1.0, .maximum = kMostCounts,
         .rangeMessage = tr("At least one link qubit is needed."),
         .help = tr("Communication qubits, or memory modes, that can attempt at the same time."),
         .formula = QStringLiteral("P = 1 − (1 − p)^N"), .source = QStringLiteral("N independent attempts")},
        fraction(QStringLiteral("memory/efficiency"), tr("Memory efficiency"),
                 tr("Writing times reading; 1 for emitters that are entangled directly."),
                 QStringLiteral("η → η · η_memory"), QStringLiteral("Loss in series")),
        {.path = QStringLiteral("memory/attempt_dephasing"), .label = tr("Dephasing per attempt"), .dimension = Dimension::Fraction,
         .minimum = 0.0, .maximum = 0.5, .rangeMessage = tr("An attempt flips the phase with at most 50 %."),
         .help = tr("Probability that one attempt on the other link of a station flips the phase of a stored qubit; 1/(2 N) for a memory that lasts N attempts."),
         .formula = QStringLiteral("⟨XX⟩ → ⟨XX⟩ (1 − 2 q)^n"), .source = QStringLiteral("N. Kalb et al., PRA 97, 062330 (2018)")},
    };
}

CatalogRows::Rows CatalogRows::source()
{
    return {
        {.path = QStringLiteral("source/wavelength_m"), .label = tr("Wavelength in the fiber"), .dimension = Dimension::Length,
         .minimum = 2e-7, .maximum = 2e-5, .rangeMessage = tr("Optical photons have 200 nm to 20 µm."),
         .help = tr("Wavelength of the photon after conversion; the fiber must carry it.")},
        fraction(QStringLiteral("source/emission_efficiency"), tr("Emission efficiency"),
                 tr("Probability that one attempt puts a photon into the fiber, before conversion."),
                 QStringLiteral("η = η_emission · η_conversion · 10^(−A/10) · η_detector"), QStringLiteral("Loss in series")),
        fraction(QStringLiteral("source/conversion_efficiency"), tr("Conversion efficiency"),
                 tr("Frequency conversion or transduction, end to end; 1 when there is none."),
                 QStringLiteral("η = η_emission · η_conversion · 10^(−A/10) · η_detector"), QStringLiteral("Loss in series")),
        {.path = QStringLiteral("source/conversion_noise_hz"), .label = tr("Conversion noise"), .dimension = Dimension::Rate,
         .minimum = 0.0, .maximum = 1e12, .rangeMessage = tr("A rate is not negative."),
         .help = tr("Noise photons per second that leave the converter in the mode of the signal."),
         .formula = QStringLiteral("p_d → 1 − e^(−(R_dark + R_noise η) t_w)"), .source = QStringLiteral("Poisson counts in the window")},
        {.path = QStringLiteral("source/thermal_photons"), .label = tr("Thermal photons"), .minimum = 0.0, .maximum = 1e3,
         .rangeMessage = tr("A number of photons is not negative."),
         .help = tr("Mean number in the microwave mode of a transducer while it emits; they excite the qubit wrongly. 0 for optical sources."),
         .formula = QStringLiteral("e = n/(1 + 2 n)"), .source = QStringLiteral("Thermal state of a mode with a qubit's transition")},
        fraction(QStringLiteral("source/visibility"), tr("Visibility"),
                 tr("Two-photon interference visibility with a like source."),
                 QStringLiteral("F = (1 + V)/2 (double-click)"), doubleClick()),
        fraction(QStringLiteral("source/double_excitation"), tr("Double excitation"),
                 tr("Probability that an attempt emits a second photon."),
                 QStringLiteral("C → C (1 − 2 p₂)"), singleClick()),
        {.path = QStringLiteral("source/preparation_time_s"), .label = tr("Preparation time"), .dimension = Dimension::Duration,
         .minimum = 0.0, .maximum = 1e6, .rangeMessage = tr("A time is not negative."),
         .help = tr("Reset, preparation and emission of one attempt, without the travel of light."),
         .formula = QStringLiteral("T = t_preparation + L/c_fiber"), .source = QStringLiteral("One attempt waits for its herald")},
        {.path = QStringLiteral("source/lifetime_s"), .label = tr("Photon duration"), .dimension = Dimension::Duration,
         .minimum = 1e-15, .maximum = 1.0, .rangeMessage = tr("Enter a time above zero, at most 1 s."),
         .help = tr("1/e duration of the emitted photon; the share inside the detection window counts."),
         .formula = QStringLiteral("η_window = 1 − e^(−t_w/τ)"), .source = QStringLiteral("Exponential photon shape")},
        {.path = QStringLiteral("source/clock_drift"), .label = tr("Clock drift"), .minimum = 0.0, .maximum = 1e-3,
         .rangeMessage = tr("A clock goes wrong by 0 to 0.001 seconds a second here."),
         .help = tr("Seconds a second by which the clock of emissions goes wrong since it was last set. Photons of two stations whose clocks have drifted apart meet less and less: their interference is averaged over the time between two settings, and simulations follow it. Cesium on a chip 1e-11, quartz in an oven 1e-10, quartz 1e-8."),
         .formula = QStringLiteral("V → V e^(−δ/τ), δ = t √(d_A² + d_B²)"), .source = QStringLiteral("Overlap of exponential photons that arrive apart")},
        {.path = QStringLiteral("source/clock_setting_s"), .label = tr("Clock set every"), .dimension = Dimension::Duration, .minimum = 1e-6, .maximum = 1e6,
         .rangeMessage = tr("Enter a time above zero."), .help = tr("From one setting of the clock to the next; counts where it drifts. Of two stations the longer one counts."), .formula = QStringLiteral("V → V e^(−δ/τ)"),
         .source = QStringLiteral("Overlap of exponential photons that arrive apart")},
    };
}

CatalogRows::Rows CatalogRows::gates()
{
    const auto error = [](const QString& path, const QString& label, const QString& help, const QString& formula) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 0.5,
                        .rangeMessage = tr("An error of 50 % destroys the state."), .help = help, .formula = formula,
                        .source = swapNoise()};
    };
    const auto time = [](const QString& path, const QString& label, const QString& help) {
        return FieldRow{.path = path, .label = label, .dimension = Dimension::Duration, .minimum = 0.0, .maximum = 1e6,
                        .rangeMessage = tr("A time is not negative."), .help = help,
                        .formula = QStringLiteral("t_swap = t_gate + t_readout"),
                        .source = QStringLiteral("Steps of a swap in series")};
    };
    return {
        error(QStringLiteral("gates/one_qubit_error"), tr("One-qubit gate error"), tr("Average infidelity of a one-qubit gate."),
              QStringLiteral("F = p + (1 − p)/2")),
        error(QStringLiteral("gates/two_qubit_error"), tr("Two-qubit gate error"),
              tr("Average infidelity of the gate that the swap uses."), QStringLiteral("r → p_g r + (1 − p_g)/4, p_g = 1 − 4ε/3")),
        error(QStringLiteral("gates/readout_error"), tr("Readout error"), tr("Probability that a measurement tells the wrong outcome."),
              QStringLiteral("r → r ∗ [(1−e)², e(1−e), e(1−e), e²]")),
        time(QStringLiteral("gates/two_qubit_time_s"), tr("Two-qubit gate time"), tr("Duration of the gate that the swap uses.")),
        time(QStringLiteral("gates/readout_time_s"), tr("Readout time"), tr("Duration of a measurement.")),
        fraction(QStringLiteral("gates/swap_success"), tr("Swap success"),
                 tr("Probability that a swap works: 1 with gates, 0.5 with linear optics."),
                 QStringLiteral("E[T] = E[T_max]/s"), QStringLiteral("A failed swap starts again")),
    };
}

CatalogRows::Rows CatalogRows::detector(const QString& prefix)
{
    return {
        fraction(prefix + QStringLiteral("detector/efficiency"), tr("Detector efficiency"),
                 tr("Probability that a photon at the detector makes a click."),
                 QStringLiteral("p_click = 1 − (1 − η)(1 − p_d)"), QStringLiteral("Independent clicks")),
        {.path = prefix + QStringLiteral("detector/dark_count_rate_hz"), .label = tr("Dark counts"), .dimension = Dimension::Rate,
         .minimum = 0.0, .maximum = 1e12, .rangeMessage = tr("A rate is not negative."),
         .help = tr("Clicks per second of one detector without a photon."),
         .formula = QStringLiteral("p_d = 1 − e^(−R_dark t_w)"), .source = QStringLiteral("Poisson counts in the window")},
        {.path = prefix + QStringLiteral("detector/window_s"), .label = tr("Detection window"), .dimension = Dimension::Duration,
         .minimum = 1e-12, .maximum = 1.0, .rangeMessage = tr("Enter a time above zero, at most 1 s."),
         .help = tr("How long a click counts as the herald of one attempt. At a station that heralds pairs it is opened for three lifetimes of the photon at least, 95 % of it."),
         .formula = QStringLiteral("p_d = 1 − e^(−R_dark t_w)"), .source = QStringLiteral("Poisson counts in the window")},
        {.path = prefix + QStringLiteral("detector/jitter_s"), .label = tr("Timing jitter"), .dimension = Dimension::Duration,
         .minimum = 0.0, .maximum = 1e-3, .rangeMessage = tr("A time is not negative, and a jitter at most 1 ms."),
         .help = tr("Full width at half maximum of the time that a click tells; it moves photons out of the detection window."),
         .formula = QStringLiteral("η_window = P(0 < t + δ < t_w)"), .source = QStringLiteral("Exponential photon shape with normal jitter")},
        {.path = prefix + QStringLiteral("detector/dead_time_s"), .label = tr("Dead time"), .dimension = Dimension::Duration,
         .minimum = 0.0, .maximum = 1.0, .rangeMessage = tr("A time is not negative, and a dead time at most 1 s."),
         .help = tr("How long a detector is blind after a click; photons that come meanwhile are lost."),
         .formula = QStringLiteral("R → R/(1 + R t_dead)"), .source = QStringLiteral("G. F. Knoll, Radiation Detection and Measurement, ch. 4, non-paralyzable")},
        fraction(prefix + QStringLiteral("detector/after_pulsing"), tr("After-pulsing"),
                 tr("Probability that a click is followed by a false one some time later."),
                 QStringLiteral("R_dark → R_dark + p_ap R"), QStringLiteral("False clicks spread evenly over time")),
    };
}

CatalogRows::Rows CatalogRows::position()
{
    return {
        {.path = QStringLiteral("latitude_deg"), .label = tr("Latitude"), .dimension = Dimension::AngleDegrees, .minimum = -90.0,
         .maximum = 90.0, .rangeMessage = tr("Latitude goes from −90° at the South Pole to 90° at the North Pole."),
         .help = tr("WGS84 latitude, north positive."), .source = QStringLiteral("WGS84")},
        {.path = QStringLiteral("longitude_deg"), .label = tr("Longitude"), .dimension = Dimension::AngleDegrees, .minimum = -180.0,
         .maximum = 180.0, .rangeMessage = tr("Longitude goes from −180° to 180°."),
         .help = tr("WGS84 longitude, east positive."), .source = QStringLiteral("WGS84")}};
}

std::vector<KindRow> CatalogRows::siteKinds()
{
    const QString site = QStringLiteral("site");
    const Rows processor{
        preset(QStringLiteral("preset"), QStringLiteral("node"), tr("Hardware whose values hold where nothing else is typed.")),
        {.path = QStringLiteral("qubits"), .label = tr("Qubits"), .type = FieldType::Integer, .dimension = Dimension::Count,
         .minimum = 1.0, .maximum = kMostCounts, .rangeMessage = tr("At least one qubit is needed."),
         .help = tr("All qubits of the processor, link qubits included.")}};
    return {
        {{}, site, tr("Site"), tr("A place and the equipment it holds. Without equipment it joins fibers."), joined({identity(), states(tr("site")), {notes()}})},
        {QStringLiteral("position"), site, tr("Position"), tr("Where on Earth the site stands."), position()},
        {QStringLiteral("processor"), site, tr("Processor"), tr("A quantum computer with link qubits."),
         joined({processor, memory(), loading(), source(), gates()})},
        {QStringLiteral("repeater"), site, tr("Repeater"), tr("A station that stores pairs and swaps them."),
         joined({{processor.front()}, memory(), loading(), source(), gates()})},
        {QStringLiteral("station"), site, tr("Midpoint station"), tr("Beam splitter and two detectors that herald entanglement."),
         joined({{preset(QStringLiteral("preset"), QStringLiteral("detector"), tr("Detectors whose values hold where nothing else is typed."))},
                 detector({})})},
        pairSourceKind(),
        terminalKind(),
        orbitKind(),
        telescopeKind(),
        groundStationKind(),
    };
}

} // namespace bellweave
