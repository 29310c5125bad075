// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

// Where the formulas come from.
QString damping() { return QStringLiteral("Amplitude damping; M. A. Nielsen and I. L. Chuang, Quantum Computation and Quantum Information (2000), ch. 8"); }
QString planck() { return QStringLiteral("Planck's law; A. S. Holevo, Problems Inf. Transm. 44, 171 (2008) for the bound"); }
QString timeBins() { return QStringLiteral("P. Kurpiers et al., Phys. Rev. Applied 12, 044067 (2019)"); }
QString lossInLine() { return QStringLiteral("η = 10^(−(α L + A_fixed)/10)"); }

} // namespace

KindRow CatalogRows::microwaveKind()
{
    const QString inSeries = QStringLiteral("Loss in series");
    const Rows way{
        preset(QStringLiteral("preset"), QStringLiteral("microwave"), tr("Cold line whose values hold where nothing else is typed.")),
        linkLength(tr("Length of the waveguide. When absent: geodesic between the sites times the route factor."), QStringLiteral("L = ρ · d_geodesic"),
                   QStringLiteral("WGS84 geodesic")),
        {.path = QStringLiteral("frequency_hz"), .label = tr("Frequency"), .dimension = Dimension::Rate, .minimum = 1e8, .maximum = 1e12,
         .rangeMessage = tr("Microwaves have 100 MHz to 1 THz."), .help = tr("Of the photons that are sent; it decides how many thermal ones the line holds."),
         .formula = QStringLiteral("n = 1/(e^(hf/kT) − 1)"), .source = planck()},
        {.path = QStringLiteral("attenuation_db_per_km"), .label = tr("Attenuation"), .dimension = Dimension::DecibelPerLength, .minimum = 0.0,
         .maximum = 1e5, .rangeMessage = tr("Attenuation is not negative and at most 100 dB/m."), .help = tr("Loss per length of the waveguide."),
         .formula = lossInLine(), .source = inSeries},
        {.path = QStringLiteral("fixed_loss_db"), .label = tr("Extra loss"), .dimension = Dimension::Decibel, .minimum = 0.0, .maximum = 300.0,
         .rangeMessage = tr("Extra loss is not negative and at most 300 dB."),
         .help = tr("Circulators, connectors and launches between the two chips, and what is not absorbed."), .formula = lossInLine(), .source = inSeries},
        {.path = QStringLiteral("temperature_k"), .label = tr("Temperature"), .dimension = Dimension::Temperature, .minimum = 0.0, .maximum = 400.0,
         .rangeMessage = tr("A temperature is not negative and at most 400 K."),
         .help = tr("Of the line and all that loses photons in it: what is lost comes back as thermal noise. Where it adds as many photons as the line lets through, no entanglement is left."),
         .formula = QStringLiteral("N = (1 − η) n, no entanglement for N ≥ η"), .source = planck()},
        {.path = QStringLiteral("group_index"), .label = tr("Group index"), .minimum = 1.0, .maximum = 100.0,
         .rangeMessage = tr("No signal is faster than light in vacuum; the index lies between 1 and 100."),
         .help = tr("Vacuum speed of light over the speed of the signal: 1/√(1 − (f_c/f)²) in a hollow waveguide."),
         .formula = QStringLiteral("t = n_g L/c"), .source = QStringLiteral("Definition of the group index")}};
    const Rows transfer{
        {.path = QStringLiteral("transfer_time_s"), .label = tr("Transfer time"), .dimension = Dimension::Duration, .minimum = 0.0, .maximum = 1.0,
         .rangeMessage = tr("A time is not negative and at most 1 s."),
         .help = tr("Time in which one photon is emitted and absorbed; both qubits relax and dephase meanwhile. A time-bin attempt takes two of it."),
         .formula = QStringLiteral("γ = 1 − e^(−t/T₁)"), .source = damping()},
        {.path = QStringLiteral("repetition_rate_hz"), .label = tr("Repetition rate"), .dimension = Dimension::Rate, .minimum = 1e-3, .maximum = 1e9,
         .rangeMessage = tr("Enter a rate above zero, at most 1 GHz."), .help = tr("Attempts per second that the processors make, reset included."),
         .formula = QStringLiteral("T = max(1/f, t_transfer + n_g L/c)"), .source = QStringLiteral("Steps of an attempt in series")},
        {.path = QStringLiteral("scheme"), .label = tr("Scheme"), .type = FieldType::Choice,
         .help = tr("Direct: half a photon is sent and half kept, a pair comes for certain and the loss stays in it. Time-bin: an early or late photon, whose loss the receiver sees and tells. Automatic keeps what serves a demand best."),
         .formula = QStringLiteral("F = (1 + √η)²/4 (direct); p = η (time-bin)"), .source = timeBins(),
         .choices = {kMicrowaveSchemeTexts.begin(), kMicrowaveSchemeTexts.end()}}};
    return {QStringLiteral("microwave"), QStringLiteral("link"), tr("Microwave"),
            tr("A cold waveguide between two superconducting processors; it makes pairs by itself and carries no light."), joined({way, transfer})};
}

} // namespace bellweave
