// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

constexpr double kMostModes = 1e6;

// Where the formulas come from.
QString protocols() { return QStringLiteral("C. Jones, D. Kim, M. T. Rakher, P. G. Kwiat, T. D. Ladd, New J. Phys. 18, 083015 (2016)"); }
QString downConversion() { return QStringLiteral("X. Ma, C.-H. F. Fung, H.-K. Lo, PRA 76, 012307 (2007)"); }

QString continuous() { return QStringLiteral("S. P. Neumann et al., PRA 104, 022406 (2021)"); }

} // namespace

CatalogRows::Rows CatalogRows::loading()
{
    const auto modes = [](const QString& path, const QString& label, const QString& help) {
        return FieldRow{.path = path, .label = label, .type = FieldType::Integer, .dimension = Dimension::Count, .minimum = 1.0, .maximum = 1e4,
                        .rangeMessage = tr("At least one mode is needed, and at most 10 000."), .help = help,
                        .formula = QStringLiteral("P = 1 − (1 − p)^N"), .source = QStringLiteral("N. Sinclair et al., PRL 113, 053603 (2014)")};
    };
    return {
        {.path = QStringLiteral("memory/temporal_modes"), .label = tr("Temporal modes"), .type = FieldType::Integer, .dimension = Dimension::Count,
         .minimum = 1.0, .maximum = kMostModes, .rangeMessage = tr("At least one mode is needed, and at most a million."),
         .help = tr("Photons, one after the other, that one link qubit can send or absorb in one attempt and tell apart; of those that succeed one is used. Both ends of a link need them."),
         .formula = QStringLiteral("P = 1 − (1 − p)^N"), .source = QStringLiteral("C. Simon et al., PRL 98, 190503 (2007)")},
        modes(QStringLiteral("memory/frequency_modes"), tr("Frequency modes"),
              tr("Photons of different color, all at once, that one link qubit can send or absorb in one attempt and tell apart; on the way each has detectors of its own. They multiply with the other modes, and take no time of each other.")),
        modes(QStringLiteral("memory/spatial_modes"), tr("Spatial modes"),
              tr("Photons in places side by side, all at once, that one link qubit can send or absorb in one attempt, each with fibers and detectors of its own on the way, which are not priced. They multiply with the other modes.")),
        fraction(QStringLiteral("memory/loading_efficiency"), tr("Loading efficiency"),
                 tr("Probability that a photon that arrives is absorbed and heralded, its conversion included; 0: the memory cannot absorb. Links with a pair source, and from sender to receiver, need it."),
                 QStringLiteral("p = η_A η_B h_A h_B"), protocols()),
        {.path = QStringLiteral("memory/loading_error"), .label = tr("Loading error"), .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 0.5,
         .rangeMessage = tr("An error of 50 % destroys the state."), .help = tr("Average infidelity of a qubit that was loaded from a photon."),
         .formula = QStringLiteral("W → W (1 − 2e)"), .source = QStringLiteral("Depolarizing of one qubit")},
        fraction(QStringLiteral("memory/false_loading"), tr("False loading"),
                 tr("Probability that the memory heralds a photon in a mode in which none arrived: dark counts of the detector that tells."),
                 QStringLiteral("h → 1 − (1 − η h)(1 − p_d)"), QStringLiteral("Independent clicks")),
    };
}

KindRow CatalogRows::pairSourceKind()
{
    const FieldCondition isContinuous{QStringLiteral("pair_source/emission"), {QStringLiteral("continuous")}};
    const Rows fields{
        preset(QStringLiteral("preset"), QStringLiteral("pair_source"), tr("Source whose values hold where nothing else is typed.")),
        {.path = QStringLiteral("wavelength_m"), .label = tr("Wavelength"), .dimension = Dimension::Length, .minimum = 2e-7, .maximum = 2e-5,
         .rangeMessage = tr("Optical photons have 200 nm to 20 µm."), .help = tr("Of both photons of a pair in the fiber; the memories must absorb it.")},
        {.path = QStringLiteral("emission"), .label = tr("Emission"), .type = FieldType::Choice,
         .help = tr("In pulses, or continuous: pairs at any time, which both sides find by the times that their detectors tell."),
         .source = QStringLiteral("S. P. Neumann et al., PRA 104, 022406 (2021)"), .choices = {kPairEmissionTexts.begin(), kPairEmissionTexts.end()}},
        {.path = QStringLiteral("repetition_rate_hz"), .label = tr("Repetition rate"), .dimension = Dimension::Rate, .minimum = 1e-3, .maximum = 1e12,
         .rangeMessage = tr("Enter a rate above zero, at most 1 THz."),
         .help = tr("Pulses per second, each one attempt; nothing travels back before the next. Of a continuous source the times per second that memories tell apart."),
         .formula = QStringLiteral("T = max(1/f, t_preparation)"), .source = protocols()},
        {.path = QStringLiteral("mean_pairs"), .label = tr("Mean pairs μ"), .minimum = 1e-6, .maximum = 10.0,
         .rangeMessage = tr("A mean number of pairs lies between 1e-6 and 10."),
         .help = tr("Mean number of pairs per pulse, in each color and place that memories tell apart: more make links faster and, by pulses of several pairs, worse. When absent the engine chooses what serves the demand best."),
         .formula = QStringLiteral("P(n) = (n+1) xⁿ (1−x)², x = μ/(μ+2)"), .source = downConversion(), .optional = true},
        {.path = QStringLiteral("pair_rate_hz"), .label = tr("Pair rate"), .dimension = Dimension::Rate, .minimum = 1.0, .maximum = 1e13,
         .rangeMessage = tr("Enter a rate between 1 Hz and 10 THz."),
         .help = tr("Pairs per second that a continuous source makes: more give more coincidences, and more by chance. When absent the engine chooses what gives most key. Between memories it is shared out among the modes that they tell apart."),
         .formula = QStringLiteral("R = B η_A η_B"), .source = continuous(), .optional = true,
         .countsWhen = isContinuous},
        {.path = QStringLiteral("bandwidth_m"), .label = tr("Bandwidth"), .dimension = Dimension::Length, .minimum = 1e-18, .maximum = 1e-6,
         .rangeMessage = tr("Every photon has a bandwidth: enter more than 0, at most 1 µm."),
         .help = tr("Full width at half maximum of a photon's spectrum, in wavelength; dispersion of the fiber turns it into uncertain times at the receivers of key. Of a continuous source a narrow one has long photons too."),
         .formula = QStringLiteral("Δt = |D_A L_A + D_B L_B| Δλ; 0.44 λ²/(c Δλ)"), .source = continuous()},
        {.path = QStringLiteral("coincidence_window_s"), .label = tr("Coincidence window"), .dimension = Dimension::Duration, .minimum = 1e-15, .maximum = 1.0,
         .rangeMessage = tr("Enter a time above zero, at most 1 s."),
         .help = tr("How far apart, in all, two clicks of a continuous source may be to count as a pair: longer catches more of the pairs, and more by chance. When absent the engine chooses what gives most key."),
         .formula = QStringLiteral("η_tc = erf(√ln2 t_c/Δ)"), .source = continuous(), .optional = true,
         .countsWhen = isContinuous},
        fraction(QStringLiteral("coupling_efficiency"), tr("Coupling efficiency"), tr("Probability that a photon of a pair gets into the fiber to its side."),
                 QStringLiteral("η = η_coupling · 10^(−A/10) · h"), QStringLiteral("Loss in series")),
        {.path = QStringLiteral("alignment_error"), .label = tr("Alignment error"), .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 0.5,
         .rangeMessage = tr("At most half of the outcomes are wrong."),
         .help = tr("Share of wrong outcomes in any basis that single pairs give: imperfect entanglement and optics of the source."),
         .formula = QStringLiteral("F = 1 − 3E/2"), .source = downConversion()}};
    return {QStringLiteral("pair_source"), QStringLiteral("site"), tr("Pair source"),
            tr("Down-conversion source in the middle of a way; memories on both sides absorb the photons and tell when they did, or key terminals measure them."), fields};
}

} // namespace bellweave
