// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/key_hop.h"

#include "engine/links/continuous_hop.h"
#include "engine/links/herald_place.h"
#include "engine/links/key_receiver.h"
#include "engine/links/meeting_hop.h"
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/finite_decoy.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"
#include "engine/physics/pair_source.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Light from a sender all the way to a receiver.
struct Passage {
    Length length;
    Decibel loss;
    Duration delay;
    Rate noise;                    // photons per second where it ends
    double polarizationError = 0.0;
    double alignmentDuty = 1.0;
    bool isBlocked = false;        // or passes light in the other direction alone
};

Passage passageOver(const LightRun& run)
{
    Passage all;
    const std::vector<bool> forward = forwardLinks(run);
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        const Stretch stretch = stretchOf(*run.links[i], run.lengths[i], 1.0);
        all.length += stretch.length;
        all.loss += stretch.loss();
        all.delay += stretch.delay;
        all.noise = toTransmission(stretch.loss()) * all.noise + stretch.noise;
        all.polarizationError = eitherWrong(all.polarizationError, stretch.polarizationError);
        all.alignmentDuty = std::min(all.alignmentDuty, stretch.alignmentDuty);
        all.isBlocked = all.isBlocked || !stretch.blocked.isEmpty() || (stretch.isFromTo && *stretch.isFromTo != forward[i]);
    }
    return all;
}

LightRun reversed(LightRun run, SiteId end)
{
    run.start = end;
    std::reverse(run.links.begin(), run.links.end());
    std::reverse(run.lengths.begin(), run.lengths.end());
    return run;
}

/// BB84 from one end to the other.
class DecoyHop {
public:
    DecoyHop(const KeyTerminal& sender, const KeyTerminal& receiver, const Passage& passage, const ProtocolChoice& choice)
        : m_receiver(receiver.detector), m_passage(passage), m_choice(choice), m_pulses(slower(sender, receiver)),
          m_gate(gateOf(receiver.detector, m_pulses)), m_typedMean(sender.meanPhotons)
    {
        m_channel.transmissivity = toTransmission(passage.loss) * m_receiver.efficiency * gatedShare(m_gate, m_receiver.jitter);
        m_channel.misalignment = eitherWrong(std::max(sender.misalignment, receiver.misalignment), passage.polarizationError);
    }

    KeyHop hop()
    {
        KeyHop hop;
        hop.exchange = KeyExchange::DecoyBb84;
        hop.pulseRate = m_pulses;
        hop.length = m_passage.length;
        hop.loss = m_passage.loss;
        hop.delay = m_passage.delay;
        hop.boundRate = m_pulses * plobBound(toTransmission(m_passage.loss));
        if (m_choice.keyBound == KeyBound::Asymptotic) fillEndless(hop);
        else fillBlock(hop);
        return hop;
    }

private:
    Rate pulsesPerSecond() const { return m_passage.alignmentDuty * m_pulses; }

    DecoyChannel withFalseClicks(double mean, Rate light) const
    {
        DecoyChannel channel = m_channel;
        channel.meanPhotons = mean;
        channel.backgroundYield = darkProbability(2.0 * falseClicks(m_receiver, light) + m_receiver.efficiency * m_passage.noise, m_gate);
        return channel;
    }
    /// What an endless block sends: signals, and for the rest pulses as good as empty, which make no key and burden nobody.
    struct Signals {
        double mean = 0.5;
        double share = 1.0;
    };
    /// The channel with what the signals make of its false clicks.
    DecoyChannel at(const Signals& sent) const
    {
        return withFalseClicks(sent.mean, (-sent.share * std::expm1(-m_channel.transmissivity * sent.mean)) * m_pulses);
    }
    static double gainOf(const DecoyChannel& channel, double mean)
    {
        return 1.0 - (1.0 - channel.backgroundYield) * std::exp(-channel.transmissivity * mean);
    }
    static double errorOf(const DecoyChannel& channel, double mean)
    {
        const double wrong = 0.5 * channel.backgroundYield - channel.misalignment * std::expm1(-channel.transmissivity * mean);
        return wrong / gainOf(channel, mean);
    }
    double awakeAt(double gain) const { return awakeShare(m_receiver, m_pulses * gain); }

    double keyAt(const Signals& sent) const
    {
        const DecoyChannel channel = at(sent);
        const double clicks = sent.share * gainOf(channel, sent.mean) + (1.0 - sent.share) * channel.backgroundYield;
        return sent.share * awakeAt(clicks) * decoyBb84WithEmpty(channel, m_choice.keyCorrection, m_choice.keySifting);
    }
    /// What a search climbs: the key, and where there is none how far a click is from it.
    double meritOf(const Signals& sent) const
    {
        const double key = keyAt(sent);
        return key > 0.0 ? key : std::min(0.0, decoyBalance(at(sent), m_choice.keyCorrection));
    }
    Signals withBestMean(double share) const
    {
        if (m_typedMean) return {*m_typedMean, share};
        const auto merit = [&](double logMean) { return meritOf({std::exp(logMean), share}); };
        return {std::exp(griddedMaximum(std::log(1e-3), std::log(2.0), 24, 1e-4, merit)), share};
    }
    /// Key is a concave function of the share: where a few signals less give less, all pulses are best signals.
    Signals bestSignals() const
    {
        const Signals all = withBestMean(1.0);
        if (m_receiver.afterPulsing <= 0.0 || keyAt({all.mean, 0.99}) < keyAt(all)) return all;
        const auto merit = [&](double logShare) { return meritOf(withBestMean(std::exp(logShare))); };
        const Signals sent = withBestMean(std::exp(griddedMaximum(std::log(1e-4), 0.0, 12, 1e-3, merit)));
        return meritOf(sent) > meritOf(all) ? sent : all;
    }
    void fillEndless(KeyHop& hop) const
    {
        const Signals sent = bestSignals();
        hop.meanPhotons = sent.mean;
        hop.error = errorOf(at(sent), sent.mean);
        hop.rate = pulsesPerSecond() * keyAt(sent);
    }
    void fillBlock(KeyHop& hop) const
    {
        const DecoyBlock block{m_choice.keyBlock, std::sqrt(m_choice.keySifting), m_choice.keySecrecy};
        const DecoyChannel dark = withFalseClicks(m_typedMean.value_or(0.5), Rate());
        DetectorLoad load = loadOf(m_receiver, m_pulses, m_gate);
        load.followed *= 2.0;    // of both detectors
        const DecoyPulses pulses = bestDecoys(dark, block, m_choice.keyCorrection, m_typedMean.has_value(), load);
        const DecoyChannel channel = underLoad(dark, pulses, load);
        double gain = 0.0;
        for (std::size_t k = 0; k < pulses.means.size(); ++k) gain += pulses.shares[k] * gainOf(channel, pulses.means[k]);
        const Rate sent = pulsesPerSecond() * load.awake(gain);
        hop.meanPhotons = pulses.means.front();
        hop.error = errorOf(channel, hop.meanPhotons);
        hop.rate = sent * finiteDecoyBb84(channel, pulses, block, m_choice.keyCorrection);
        hop.blockTime = Duration::fromSi(m_choice.keyBlock / (sent.si() * m_choice.keySifting * gain));
    }

    const Detector& m_receiver;
    const Passage& m_passage;
    const ProtocolChoice& m_choice;
    Rate m_pulses;
    Duration m_gate;
    std::optional<double> m_typedMean;
    DecoyChannel m_channel;
};

/// A pulsed source of photon pairs between both ends, which measure in two bases.
class SourceHop {
public:
    SourceHop(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place, const ProtocolChoice& choice)
        : m_a(a.detector), m_b(b.detector), m_place(place), m_choice(choice), m_pulses(source.repetition), m_typedMean(source.meanPairs)
    {
        m_pairs.transmissivityA = source.couplingEfficiency * toTransmission(place.a.loss) * seenBy(m_a, spreadOf(place.a.dispersion, source.bandwidth));
        m_pairs.transmissivityB = source.couplingEfficiency * toTransmission(place.b.loss) * seenBy(m_b, spreadOf(place.b.dispersion, source.bandwidth));
        const double ends = std::max(a.misalignment, b.misalignment);
        m_pairs.misalignment = eitherWrong(eitherWrong(source.alignmentError, ends), place.polarizationError);
    }

    KeyHop hop() const
    {
        KeyHop hop;
        hop.exchange = KeyExchange::PairSource;
        hop.pulseRate = m_pulses;
        hop.length = m_place.a.length + m_place.b.length;
        hop.loss = m_place.a.loss + m_place.b.loss;
        hop.delay = m_place.a.delay + m_place.b.delay;
        // A photon of either polarization: two modes a pulse, and no more than the weaker side can pass.
        hop.boundRate = 2.0 * plobBound(std::min(toTransmission(m_place.a.loss), toTransmission(m_place.b.loss))) * m_pulses;
        // The fraction depends on the error alone: where there is no key, fewer errors are the way to it.
        const auto merit = [this](double logMean) {
            const double key = siftedAt(std::exp(logMean)).si() * fractionAt(std::exp(logMean));
            return key > 0.0 ? key : -at(std::exp(logMean)).error;
        };
        const double mean = m_typedMean ? *m_typedMean : std::exp(griddedMaximum(std::log(1e-6), std::log(3.0), 30, 1e-4, merit));
        hop.meanPhotons = mean;
        hop.error = at(mean).error;
        hop.rate = siftedAt(mean) * fractionAt(mean);
        if (m_choice.keyBound != KeyBound::Asymptotic) hop.blockTime = Duration::fromSi(m_choice.keyBlock / siftedAt(mean).si());
        return hop;
    }

private:
    /// `spread`: of the photons of a pulse, by dispersion on their way.
    double seenBy(const Detector& detector, Duration spread) const
    {
        const Duration width = Duration::fromSi(std::hypot(detector.jitter.si(), spread.si()));
        return detector.efficiency * gatedShare(gateOf(detector, m_pulses), width);
    }
    Rate clicksOf(double transmissivity, double mean) const { return m_pulses * -std::expm1(-transmissivity * mean); }
    double darkOf(const Detector& detector, const HeraldSide& side, Rate clicks) const
    {
        return darkProbability(falseClicks(detector, clicks) + (0.5 * detector.efficiency) * side.noise, gateOf(detector, m_pulses));
    }
    PairStatistics at(double mean) const
    {
        PulsedPairSource pairs = m_pairs;
        pairs.meanPairs = mean;
        pairs.darkA = darkOf(m_a, m_place.a, clicksOf(pairs.transmissivityA, mean));
        pairs.darkB = darkOf(m_b, m_place.b, clicksOf(pairs.transmissivityB, mean));
        return pulsedPairs(pairs);
    }
    /// Coincidences a second in the same basis.
    Rate siftedAt(double mean) const
    {
        const double awake = awakeShare(m_a, clicksOf(m_pairs.transmissivityA, mean)) * awakeShare(m_b, clicksOf(m_pairs.transmissivityB, mean));
        return (m_place.alignmentDuty * awake * m_choice.keySifting * at(mean).coincidence) * m_pulses;
    }
    double fractionAt(double mean) const
    {
        const double error = at(mean).error;
        return finiteFraction({m_choice.keyBlock, error, error, m_choice.keySecrecy}, m_choice.keyBound, m_choice.keyCorrection);
    }

    const Detector& m_a;
    const Detector& m_b;
    const HeraldPlace& m_place;
    const ProtocolChoice& m_choice;
    Rate m_pulses;
    std::optional<double> m_typedMean;
    PulsedPairSource m_pairs;
};

bool isAllowed(const ProtocolChoice& choice, KeyExchange exchange)
{
    const bool isAnyRelay = choice.keyExchange == KeyExchange::Automatic || choice.keyExchange == KeyExchange::Relay;
    return isAnyRelay || choice.keyExchange == exchange;
}

void keepBetter(std::optional<KeyHop>& best, KeyHop next)
{
    if (!best || next.rate > best->rate) best = std::move(next);
}

std::optional<KeyHop> straight(const Site& a, const Site& b, const LightRun& run, const ProtocolChoice& choice)
{
    std::optional<KeyHop> best;
    if (!isAllowed(choice, KeyExchange::DecoyBb84)) return best;
    const Passage there = passageOver(run);
    const Passage back = passageOver(reversed(run, b.id));
    if (there.alignmentDuty <= 0.0) return best;
    if (!there.isBlocked) keepBetter(best, DecoyHop(*a.terminal, *b.terminal, there, choice).hop());
    if (!back.isBlocked) keepBetter(best, DecoyHop(*b.terminal, *a.terminal, back, choice).hop());
    return best;
}

std::optional<KeyHop> meeting(const Site& a, const Site& b, const LightRun& run, const ProtocolChoice& choice)
{
    std::optional<KeyHop> best;
    const HeraldPlace place = placeHerald(a, run);
    if (!place.blocked.isEmpty() || place.isAgainstLight || place.alignmentDuty <= 0.0) return best;
    for (const KeyExchange exchange : {KeyExchange::MeasurementDeviceIndependent, KeyExchange::TwinField})
        if (isAllowed(choice, exchange)) keepBetter(best, meetingKeyHop(*a.terminal, *b.terminal, place, choice, exchange));
    if (best) best->station = run.station->id;
    return best;
}

std::optional<KeyHop> fromSource(const Site& a, const Site& b, const LightRun& run, const ProtocolChoice& choice)
{
    const HeraldPlace place = placeAfter(run, run.sourceAfter, LightWay::ToTheEnds);
    if (!isAllowed(choice, KeyExchange::PairSource) || !place.blocked.isEmpty() || place.isAgainstLight || place.alignmentDuty <= 0.0) return std::nullopt;
    const PairSource& source = *run.source->pairSource;
    KeyHop hop = source.emission == PairEmission::Continuous ? continuousKeyHop(*a.terminal, *b.terminal, source, place, choice)
                                                             : SourceHop(*a.terminal, *b.terminal, source, place, choice).hop();
    hop.station = run.source->id;
    return hop;
}

} // namespace

std::optional<KeyHop> bestKeyHop(const Site& a, const Site& b, const LightRun& run, const ProtocolChoice& choice)
{
    std::optional<KeyHop> best = run.station ? meeting(a, b, run, choice)
        : run.source                    ? fromSource(a, b, run, choice)
                                        : straight(a, b, run, choice);
    if (!best) return best;
    best->from = a.id;
    best->to = b.id;
    for (const Link* link : run.links) best->links.push_back(link->id);
    return best;
}

} // namespace bellweave::engine
