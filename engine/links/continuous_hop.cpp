// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/continuous_hop.h"

#include "engine/links/key_receiver.h"
#include "engine/physics/capacity.h"
#include "engine/physics/constants.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"
#include "engine/physics/pair_source.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

/// Nothing tells times apart that lie closer.
constexpr Duration kShortest = Duration::fromSi(1e-15);
constexpr double kTolerance = 1e-4;    // of the logarithms of pair rate and window

/// What the terminals choose, or are told.
struct Setting {
    Rate pairs;
    Duration window;
};

/// What a setting gives.
struct Yield {
    Coincidences seen;
    Rate sifted;
    double fraction = 0.0;    ///< key of a sifted bit
    Rate key() const { return sifted * fraction; }
};

class ContinuousHop {
public:
    ContinuousHop(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place, const ProtocolChoice& choice)
        : m_a(a.detector), m_b(b.detector), m_source(source), m_place(place), m_choice(choice)
    {
        m_light.transmissivityA = source.couplingEfficiency * toTransmission(place.a.loss) * m_a.efficiency;
        m_light.transmissivityB = source.couplingEfficiency * toTransmission(place.b.loss) * m_b.efficiency;
        m_light.peakWidth = std::max(kShortest, coincidenceWidth(a, b, source, place));
        const double ends = std::max(a.misalignment, b.misalignment);
        m_light.misalignment = eitherWrong(eitherWrong(source.alignmentError, ends), place.polarizationError);
    }

    KeyHop hop() const
    {
        const Setting setting = best();
        const Yield yield = at(setting);
        KeyHop hop;
        hop.exchange = KeyExchange::PairSource;
        hop.pairRate = setting.pairs;
        hop.window = setting.window;
        hop.length = m_place.a.length + m_place.b.length;
        hop.loss = m_place.a.loss + m_place.b.loss;
        hop.delay = m_place.a.delay + m_place.b.delay;
        hop.boundRate = continuousBound(m_source, m_place);
        hop.error = yield.seen.error;
        hop.rate = yield.key();
        if (m_choice.keyBound != KeyBound::Asymptotic) hop.blockTime = Duration::fromSi(m_choice.keyBlock / yield.sifted.si());
        return hop;
    }

private:
    /// Clicks of no pair at both detectors of a receiver.
    Rate backgroundOf(const Detector& detector, const HeraldSide& side, Rate light) const
    {
        return 2.0 * falseClicks(detector, light) + detector.efficiency * side.noise;
    }
    ContinuousPairSource lightAt(Rate pairs) const
    {
        ContinuousPairSource light = m_light;
        light.pairs = pairs;
        light.backgroundA = backgroundOf(m_a, m_place.a, light.transmissivityA * pairs);
        light.backgroundB = backgroundOf(m_b, m_place.b, light.transmissivityB * pairs);
        return light;
    }
    Yield at(Setting setting) const
    {
        const ContinuousPairSource light = lightAt(setting.pairs);
        Yield yield;
        yield.seen = coincidences(light, setting.window);
        const double awake = awakeShare(m_a, light.transmissivityA * light.pairs + light.backgroundA)
            * awakeShare(m_b, light.transmissivityB * light.pairs + light.backgroundB);
        yield.sifted = (m_place.alignmentDuty * awake * m_choice.keySifting) * yield.seen.all();
        const double error = yield.seen.error;
        yield.fraction = finiteFraction({m_choice.keyBlock, error, error, m_choice.keySecrecy}, m_choice.keyBound, m_choice.keyCorrection);
        return yield;
    }

    /// What a search climbs. The fraction depends on the error alone: where there is no key, fewer errors are the way to it.
    double meritOf(Setting setting) const
    {
        const Yield yield = at(setting);
        return yield.fraction > 0.0 ? yield.key().si() : -yield.seen.error;
    }
    /// Wider windows add ever fewer pairs and ever more accidentals; the narrowest one errs least, if any gives key.
    Duration bestWindow(Rate pairs) const
    {
        if (m_source.coincidenceWindow) return *m_source.coincidenceWindow;
        const auto merit = [&](double logShare) { return meritOf({pairs, std::exp(logShare) * m_light.peakWidth}); };
        return std::exp(goldenMaximum(std::log(0.01), std::log(10.0), kTolerance, merit)) * m_light.peakWidth;
    }
    /// The source that errs least: as many single photons of pairs as background. A dimmer one errs more and gives less.
    Rate dimmest() const
    {
        const ContinuousPairSource dark = lightAt(Rate());
        const double passed = dark.transmissivityA * dark.transmissivityB;
        if (passed <= 0.0) return brightest();
        const Rate even = Rate::fromSi(std::sqrt(dark.backgroundA.si() * dark.backgroundB.si() / passed));
        // After-pulses are background too, which grows with the light.
        return std::clamp(even / std::sqrt((1.0 + m_a.afterPulsing) * (1.0 + m_b.afterPulsing)), Rate::fromSi(1.0), brightest());
    }
    /// Key needs errors below 11 %, hence fewer accidentals than 0.29 true pairs, hence less than 0.27 pairs in the width of the peak.
    Rate brightest() const { return std::max(Rate::fromSi(1.0), perSecond(0.5, m_light.peakWidth)); }

    Setting best() const
    {
        if (m_source.pairRate) return {*m_source.pairRate, bestWindow(*m_source.pairRate)};
        const auto merit = [&](double logPairs) {
            const Rate pairs = Rate::fromSi(std::exp(logPairs));
            return meritOf({pairs, bestWindow(pairs)});
        };
        const double log = griddedMaximum(std::log(dimmest().si()), std::log(brightest().si()), 12, kTolerance, merit);
        const Rate pairs = Rate::fromSi(std::exp(log));
        return {pairs, bestWindow(pairs)};
    }

    const Detector& m_a;
    const Detector& m_b;
    const PairSource& m_source;
    const HeraldPlace& m_place;
    const ProtocolChoice& m_choice;
    ContinuousPairSource m_light;
};

} // namespace

Duration coincidenceWidth(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place)
{
    static const double kWidthOfRms = 2.0 * std::sqrt(2.0 * std::numbers::ln2);
    const double detectors = std::hypot(a.detector.jitter.si(), b.detector.jitter.si());
    const double clocks = kWidthOfRms * std::max(a.clockJitter, b.clockJitter).si();
    const double spread = spreadOf(place.a.dispersion + place.b.dispersion, source.bandwidth).si();
    const double shortest = fourierLimit(source.bandwidth, source.wavelength).si();
    return Duration::fromSi(std::hypot(std::hypot(detectors, clocks), std::hypot(spread, shortest)));
}

Rate continuousBound(const PairSource& source, const HeraldPlace& place)
{
    const Rate modes = Rate::fromSi(2.0 * kSpeedOfLight * (source.bandwidth / source.wavelength) / source.wavelength.si());
    return plobBound(std::min(toTransmission(place.a.loss), toTransmission(place.b.loss))) * modes;
}

KeyHop continuousKeyHop(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place, const ProtocolChoice& choice)
{
    return ContinuousHop(a, b, source, place, choice).hop();
}

} // namespace bellweave::engine
