// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include "model/format/archive_words.h"

namespace bellweave {
namespace {

// Where the formulas come from.
QString decoys() { return QStringLiteral("H.-K. Lo, X. Ma, K. Chen, PRL 94, 230504 (2005)"); }
QString finite() { return QStringLiteral("M. Tomamichel et al., Nature Communications 3, 634 (2012); C. C. W. Lim et al., PRA 89, 022307 (2014); M. Curty et al., Nature Communications 5, 3732 (2014); "
                                                  "G. Currás-Lorenzo et al., npj Quantum Information 7, 22 (2021); F. Dupuis, O. Fawzi, IEEE Trans. Inf. Theory 65, 7596 (2019)"); }

} // namespace

KindRow CatalogRows::terminalKind()
{
    const Rows sender{
        preset(QStringLiteral("preset"), QStringLiteral("terminal"), tr("Terminal whose values hold where nothing else is typed.")),
        {.path = QStringLiteral("pulse_rate_hz"), .label = tr("Pulse rate"), .dimension = Dimension::Rate, .minimum = 1.0, .maximum = 1e12,
         .rangeMessage = tr("Enter a rate above zero, at most 1 THz."),
         .help = tr("Weak pulses sent per second; of two terminals the slower sets the pace."),
         .formula = QStringLiteral("R = f · r"), .source = QStringLiteral("Key of each pulse by itself")},
        {.path = QStringLiteral("mean_photons"), .label = tr("Mean photons μ"), .minimum = 1e-4, .maximum = 10.0,
         .rangeMessage = tr("A mean number of photons lies between 0.0001 and 10."),
         .help = tr("Mean number of photons of a signal pulse. When absent the engine chooses what gives most key on each hop."),
         .formula = QStringLiteral("P(n) = e^(−μ) μⁿ/n!"), .source = decoys(), .optional = true},
        {.path = QStringLiteral("misalignment"), .label = tr("Misalignment"), .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 0.5,
         .rangeMessage = tr("At most half of the photons are misled."),
         .help = tr("Share of photons that make the wrong detector click: imperfect pulses and optics of this terminal and its partner together."),
         .formula = QStringLiteral("E = [Y₀/2 + e_d (1 − e^(−ημ))]/Q"), .source = decoys()},
        {.path = QStringLiteral("wavelength_m"), .label = tr("Wavelength in the fiber"), .dimension = Dimension::Length, .minimum = 2e-7,
         .maximum = 2e-5, .rangeMessage = tr("Optical photons have 200 nm to 20 µm."), .help = tr("Wavelength of the pulses; the fiber must carry it.")}};
    const Rows trust{
        {.path = QStringLiteral("clock_jitter_s"), .label = tr("Clock jitter"), .dimension = Dimension::Duration, .minimum = 0.0, .maximum = 1e-3,
         .rangeMessage = tr("A time is not negative, and a jitter at most 1 ms."),
         .help = tr("Rms error of the terminal's clock against its partner's; it spreads the coincidences of a continuous pair source. Of the two of a hop the larger counts."),
         .formula = QStringLiteral("Δ² = Δ_A² + Δ_B² + (2.355 σ_clock)² + (D L Δλ)² + (0.44 λ²/(c Δλ))²"),
         .source = QStringLiteral("S. P. Neumann et al., PRA 104, 022406 (2021)")},
        fraction(QStringLiteral("trust"), tr("Trust"),
                 tr("Probability that nobody reads what is inside. It counts where the terminal stands between two others and relays their key: whoever reads it there has the whole key. 0.99 until an audit says better."),
                 QStringLiteral("P = Π t_i"), QStringLiteral("Assumption of the designer; nodes taken to fail independently"))};
    return {QStringLiteral("terminal"), QStringLiteral("site"), tr("Key terminal"),
            tr("Sends and measures weak pulses of light for secret key, without memory. Between two others it is a trusted node: keys pass it in the open, entanglement does not pass it at all."),
            joined({sender, detector({}), trust})};
}

CatalogRows::Rows CatalogRows::keyProtocol()
{
    const FieldCondition forKey{QStringLiteral("purpose"), {QStringLiteral("secret-key")}};
    const FieldCondition finiteBlock{QStringLiteral("protocol/key_bound"), {kKeyBoundTexts.begin() + 1, kKeyBoundTexts.end()}};
    return {
        {.path = QStringLiteral("key_exchange"), .label = tr("Key exchange"), .type = FieldType::Choice,
         .help = tr("How a demand for key is served: by entangled pairs from end to end, or from terminal to terminal by BB84 with decoys, "
                    "measurement-device-independent, twin-field, or photons of a pair source that both measure as in BBM92. Automatic takes what "
                    "keeps the wanted rate with fewer nodes to trust, else what gives more; relay compares all on each hop. The two before "
                    "the last need a midpoint station on every hop, the last a pair source."),
         .source = QStringLiteral("H.-K. Lo, X. Ma, K. Chen, PRL 94, 230504 (2005); H.-K. Lo, M. Curty, B. Qi, PRL 108, 130503 (2012); "
                                  "M. Curty, K. Azuma, H.-K. Lo, npj Quantum Information 5, 64 (2019); X. Ma, C.-H. F. Fung, H.-K. Lo, PRA 76, 012307 (2007)"),
         .choices = {kKeyExchangeTexts.begin(), kKeyExchangeTexts.end()}, .countsWhen = forKey},
        {.path = QStringLiteral("key_sifting"), .label = tr("Sifting"), .dimension = Dimension::Fraction, .minimum = 0.01, .maximum = 1.0,
         .rangeMessage = tr("The share lies between 0.01 and 1."),
         .help = tr("Share of a relay's pulses for which both bases agree and of which key is made: one half when bases are drawn evenly, toward 1 when one of them is preferred."),
         .formula = QStringLiteral("R = f q r"), .source = QStringLiteral("H.-K. Lo, H. F. Chau, M. Ardehali, J. Cryptology 18, 133 (2005)"), .countsWhen = forKey},
        {.path = QStringLiteral("key_bound"), .label = tr("Key bound"), .type = FieldType::Choice,
         .help = tr("Asymptotic for blocks without end, or how the errors of a finite block are bounded: by a union over all counts, the exact tail (of blocks to 10⁸ bits; the union beyond), or Serfling's inequality. "
                    "BB84 with decoys is bounded as by Lim et al., whichever of the three is chosen. Six-state is tested in two of its bases. For measurement-device-independent "
                    "key the three are Chernoff's bound of counts, their binomial tail, and Hoeffding's inequality; twin-field counts depend on each "
                    "other, so that the tail of them is Chernoff's bound too. Device-independent key accumulates entropy, whichever is chosen."),
         .source = finite(), .choices = {kKeyBoundTexts.begin(), kKeyBoundTexts.end()}},
        {.path = QStringLiteral("key_block"), .label = tr("Block length"), .dimension = Dimension::Count, .minimum = 1e3, .maximum = 1e13,
         .rangeMessage = tr("A block has between 1 000 and 10¹³ bits."),
         .help = tr("Sifted bits that are made into key together, where the bound is not asymptotic. Of pairs a tenth is given up to test the rest, for device-independent key as many as is best; of pulses those of the other basis test."),
         .source = finite(), .countsWhen = finiteBlock},
        {.path = QStringLiteral("key_secrecy"), .label = tr("Secrecy failure"), .minimum = 1e-30, .maximum = 1e-2,
         .rangeMessage = tr("The chance lies between 1e-30 and 0.01."),
         .help = tr("Chance that the key of a finite block is not secret; that it is not the same at both ends is 1e-15."),
         .source = finite(), .countsWhen = finiteBlock}};
}

} // namespace bellweave
