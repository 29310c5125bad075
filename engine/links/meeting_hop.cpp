// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/meeting_hop.h"

#include "engine/links/key_receiver.h"
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/finite_mdi.h"
#include "engine/physics/finite_twin_field.h"
#include "engine/physics/relay_means.h"
#include "engine/physics/untrusted_relay.h"

namespace bellweave::engine {
namespace {

class MeetingHop {
public:
    MeetingHop(const KeyTerminal& a, const KeyTerminal& b, const HeraldPlace& place, const ProtocolChoice& choice, KeyExchange exchange)
        : m_place(place), m_choice(choice), m_isTwinField(exchange == KeyExchange::TwinField),
          m_protocol(m_isTwinField ? kTwinField : kMeasurementDeviceIndependent), m_pulses(slower(a, b))
    {
        const Detector& detector = place.station->detector;
        const Duration gate = gateOf(detector, m_pulses);
        const double seen = detector.efficiency * gatedShare(gate, detector.jitter);
        const Rate noise = (0.5 * detector.efficiency) * (place.a.noise + place.b.noise);
        m_load = loadOf(detector, m_pulses, gate);
        m_arms.transmissivityA = seen * toTransmission(place.a.loss);
        m_arms.transmissivityB = seen * toTransmission(place.b.loss);
        m_arms.meanA = a.meanPhotons.value_or(0.0);
        m_arms.meanB = b.meanPhotons.value_or(0.0);
        m_arms.dark = darkProbability(detector.darkCounts + noise, gate);
        m_arms.misalignment = eitherWrong(std::max(a.misalignment, b.misalignment), place.polarizationError);
        m_arms.phaseNoise = place.phaseNoise.si();
    }

    KeyHop hop() const
    {
        KeyHop hop;
        hop.exchange = m_isTwinField ? KeyExchange::TwinField : KeyExchange::MeasurementDeviceIndependent;
        hop.pulseRate = m_pulses;
        hop.length = m_place.a.length + m_place.b.length;
        hop.loss = m_place.a.loss + m_place.b.loss;
        hop.delay = m_place.a.delay + m_place.b.delay;
        hop.boundRate = m_pulses * bound();
        if (m_choice.keyBound == KeyBound::Asymptotic) fillEndless(hop);
        else if (m_isTwinField) fillBlock(hop, bestFields, finiteTwinField, respondToFields);
        else fillBlock(hop, bestIntensities, finiteMdi, respondInKeyBasis);
        return hop;
    }

private:
    Rate siftedPulses() const { return (m_place.alignmentDuty * m_choice.keySifting) * m_pulses; }

    void fillEndless(KeyHop& hop) const
    {
        // What an endless block tests with may be as dim as one likes: only pulses that are to make key burden the detectors. That is
        // the least that finite blocks burden them with too, which send nothing else in the key basis.
        const double bright = std::sqrt(m_choice.keySifting);
        const DetectorLoad load{bright * m_load.blind, bright * m_load.followed};
        const RelayArms arms = bestMeans(m_arms, m_protocol, m_choice.keyCorrection, load);
        const RelayedPulses pulses = underLoad(arms, m_protocol, m_choice.keyCorrection, load);
        hop.meanPhotons = arms.meanA;
        hop.error = pulses.error;
        hop.rate = pulses.key * siftedPulses();
    }
    template<typename Best, typename Key, typename Respond>
    void fillBlock(KeyHop& hop, Best best, Key finiteKey, Respond respond) const
    {
        const DecoyBlock block{m_choice.keyBlock, std::sqrt(m_choice.keySifting), m_choice.keySecrecy};
        const auto sent = best(m_arms, block, m_choice.keyBound, m_choice.keyCorrection, m_load);
        RelayArms arms = underLoad(m_arms, sent, block.keyBasis, m_load);
        const double key = finiteKey(arms, sent, block, m_choice.keyBound, m_choice.keyCorrection);
        const Rate sifted = seenUnderLoad(m_arms, sent, block.keyBasis, m_load) * siftedPulses();
        arms.meanA = sent.meanA;
        arms.meanB = sent.meanB;
        const RelayResponse response = respond(arms);
        hop.meanPhotons = sent.meanA;
        hop.error = response.error;
        hop.rate = key * sifted;
        hop.blockTime = Duration::fromSi(m_choice.keyBlock / (sifted.si() * response.gain));
    }
    double bound() const
    {
        const double a = toTransmission(m_place.a.loss);
        const double b = toTransmission(m_place.b.loss);
        return m_isTwinField ? plobBound(std::min(a, b)) : plobBound(a * b);
    }

    const HeraldPlace& m_place;
    const ProtocolChoice& m_choice;
    bool m_isTwinField;
    const RelayProtocol& m_protocol;
    Rate m_pulses;
    DetectorLoad m_load;
    RelayArms m_arms;
};

} // namespace

KeyHop meetingKeyHop(const KeyTerminal& a, const KeyTerminal& b, const HeraldPlace& place, const ProtocolChoice& choice, KeyExchange exchange)
{
    return MeetingHop(a, b, place, choice, exchange).hop();
}

} // namespace bellweave::engine
