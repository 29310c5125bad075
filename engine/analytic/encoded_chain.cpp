// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/encoded_chain.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/delivery_curve.h"
#include "engine/analytic/error_shares.h"
#include "engine/analytic/link_factors.h"
#include "engine/links/station_gates.h"
#include "engine/physics/encoded_hop.h"

#include <QCoreApplication>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("EncodedChain", text); }

Duration longestOperation(const Chain& chain)
{
    Duration longest;
    for (const NodeHardware* station : chain.stations) longest = std::max(longest, operationTime(station->gates));
    return longest;
}

/// A read-out's share in both kinds of flips.
double readFactor(const GateSet& gates) { return 1.0 - 2.0 * gates.readoutError; }

/// What hops leave of the correlators from end to end; bits and phases flip independently.
class LogicalState {
public:
    void add(const LogicalFlips& flips)
    {
        m_zz *= 1.0 - 2.0 * flips.bit;
        m_xx *= 1.0 - 2.0 * flips.phase;
    }
    Correlators correlators() const { return {{1.0, m_zz, m_xx, m_zz * m_xx}}; }

private:
    double m_zz = 1.0, m_xx = 1.0;
};

/// Nothing arrives: the mixed state everywhere, and links to blame.
ChainResult unusable(const Chain& chain, QString model)
{
    ChainResult result;
    result.state = werner(0.25);
    result.errors = {{ErrorCause::LinkGeneration, 0.75, {}}};
    result.worstIndex = {0};
    result.fidelityBefore.assign(chain.hops.size(), 0.25);
    result.fidelityAfter = result.fidelityBefore;
    result.meanWaits.assign(chain.hops.size() - 1, Duration());
    result.latency = result.latencyP95 = Duration::fromSi(std::numeric_limits<double>::infinity());
    result.model = std::move(model);
    return result;
}

/// Fills what both kinds have alike: fidelity along the route, and the whole error as one cause, with the worst hop.
void fillShares(ChainResult& result, const std::vector<LogicalFlips>& hops, const std::vector<double>& operationShare)
{
    LogicalState along;
    std::size_t worst = 0;
    double operations = 0.0;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        along.add(hops[i]);
        result.fidelityBefore.push_back(fidelityOf(along.correlators()));
        result.fidelityAfter.push_back(result.fidelityBefore.back());
        if (hops[i].bit + hops[i].phase > hops[worst].bit + hops[worst].phase) worst = i;
        operations += operationShare[i] / static_cast<double>(hops.size());
    }
    result.state = fromCorrelators(along.correlators());
    fillErrorShares(result, {{ErrorCause::SwapOperations, operations, std::min(worst + 1, hops.size())}, {ErrorCause::LinkGeneration, 1.0 - operations, worst}});
    result.meanWaits.assign(hops.size() - 1, Duration());
}

/// Time of a block, approximated by a gamma law.
struct BlockTime {
    double mean = 0.0;        // s
    double variance = 0.0;    // s²

    double servedBy(double time) const
    {
        return variance > 0.0 ? boost::math::gamma_p(mean * mean / variance, time * mean / variance) : (time >= mean ? 1.0 : 0.0);
    }
};

class EncodedMemories {
public:
    EncodedMemories(const Chain& chain, const ProtocolChoice& choice) : m_chain(chain), m_choice(choice)
    {
        for (std::size_t hop = 0; hop < chain.hops.size(); ++hop) m_blocks.push_back(blockTime(hop));
    }

    ChainResult run()
    {
        if (!hasQubits()) return unusable(m_chain, translated("Encoded memories: a station has too few link qubits for the code"));
        ChainResult result;
        m_last = meanOfLast();
        std::vector<LogicalFlips> flips;
        std::vector<double> operations;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Correlators pair = waitedPair(i), gates = gateFactors(i);
            flips.push_back(encodedPairFlips(m_choice.codeQubits, m_choice.codeCorrects, pair * gates));
            const double ofPair = 1.0 - fidelityOf(pair), ofGates = 1.0 - fidelityOf(gates);
            operations.push_back(ofGates > 0.0 ? ofGates / (ofPair + ofGates) : 0.0);
        }
        fillShares(result, flips, operations);
        for (std::size_t i = 0; i + 1 < m_blocks.size(); ++i) result.meanWaits[i] = Duration::fromSi(m_last - std::min(m_blocks[i].mean, m_blocks[i + 1].mean));
        fillTimes(result);
        result.model = translated("Encoded memories: %1 pairs a hop, %2 wrong ones corrected; blocks of gamma-distributed time")
                           .arg(m_choice.codeQubits).arg(m_choice.codeCorrects);
        return result;
    }

private:
    BlockTime blockTime(std::size_t hop) const
    {
        BlockTime time;
        const int qubits = qubitsOf(hop);
        for (int held = 0; held < m_choice.codeQubits; ++held) {
            // As many qubits hold pairs; those left attempt.
            const double free = std::max(1, qubits - held) / static_cast<double>(std::max(1, qubits));
            const double mean = 1.0 / (m_chain.points[hop]->rate.si() * free);
            time.mean += mean;
            time.variance += mean * mean;
        }
        return time;
    }

    /// That both ends give a hop; a measured one does not say, so it gets what a computed one would.
    int qubitsOf(std::size_t hop) const
    {
        if (m_chain.hops[hop]->fixedPoints.empty()) return m_chain.points[hop]->memories;
        const auto given = [&](std::size_t station) {
            const bool isEnd = station == 0 || station == m_chain.hops.size();
            return m_chain.stations[station]->memory.slots / (isEnd ? 1 : 2);
        };
        return std::min(given(hop), given(hop + 1));
    }

    bool hasQubits() const
    {
        for (std::size_t hop = 0; hop < m_chain.hops.size(); ++hop)
            if (qubitsOf(hop) < m_choice.codeQubits || m_chain.points[hop]->rate <= Rate()) return false;
        return true;
    }

    double servedBy(double time) const
    {
        double all = 1.0;
        for (const BlockTime& block : m_blocks) all *= block.servedBy(time);
        return all;
    }

    double longest() const
    {
        double time = 0.0;
        for (const BlockTime& block : m_blocks) time = std::max(time, block.mean + 12.0 * std::sqrt(block.variance));
        return time;
    }

    /// Area above the distribution function, by Simpson's rule.
    double meanOfLast() const
    {
        constexpr int kSteps = 400;
        const double step = longest() / kSteps;
        double sum = 0.0;
        for (int i = 0; i <= kSteps; ++i) {
            const double weight = i == 0 || i == kSteps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
            sum += weight * (1.0 - servedBy(i * step));
        }
        return sum * step / 3.0;
    }

    Duration afterLast() const { return longestOperation(m_chain) + (m_chain.endsHold ? signalTime(m_chain) : Duration()); }

    /// A pair of a hop when it is joined: it has waited for half of its block, and for the slowest hop.
    Correlators waitedPair(std::size_t hop) const
    {
        const double n = m_choice.codeQubits;
        const double wait = m_blocks[hop].mean * (n - 1.0) / (2.0 * n) + m_last - m_blocks[hop].mean + longestOperation(m_chain).si();
        const Correlators pair = toCorrelators(m_chain.points[hop]->state);
        const PairAges ages{m_chain.points[hop]->ageA, m_chain.points[hop]->ageB};
        return pair * decayFactors(ChainStations(m_chain).rates({hop, hop, true}, ages), Duration::fromSi(wait));
    }

    /// A gate at either end joins the pair to a code block; one more and a read-out measure it at the later station.
    Correlators gateFactors(std::size_t hop) const
    {
        const GateSet& first = m_chain.stations[hop]->gates;
        const GateSet& last = m_chain.stations[hop + 1]->gates;
        const double gate = gateQualityFromError(first.twoQubitError) * std::pow(gateQualityFromError(last.twoQubitError), 2);
        const double flip = gate * readFactor(last);
        return {{1.0, flip, flip, flip * readFactor(last)}};
    }

    void fillTimes(ChainResult& result) const
    {
        const Duration round = Duration::fromSi(m_last) + afterLast();
        const Duration told = m_chain.endsHold ? Duration() : signalTime(m_chain);
        result.rate = perSecond(1, round);
        result.latency = round + told;
        DeliveryCurve curve;
        constexpr int kPoints = 200;
        for (int i = 1; i <= kPoints && curve.isOpen(); ++i) {
            const double time = longest() * i / kPoints;
            curve.lineTo(time + (afterLast() + told).si(), servedBy(time));
        }
        result.delivery = curve.take();
        result.latencyP95 = timeOfDelivery(result.delivery, 0.95);
    }

    const Chain& m_chain;
    const ProtocolChoice& m_choice;
    std::vector<BlockTime> m_blocks;
    double m_last = 0.0;    // s
};

class OneWay {
public:
    OneWay(const Chain& chain, const ProtocolChoice& choice) : m_chain(chain), m_choice(choice) {}

    ChainResult run() const
    {
        ChainResult result;
        std::vector<LogicalFlips> flips;
        double arrival = 1.0;
        for (std::size_t i = 0; i < m_chain.hops.size(); ++i) {
            if (!m_chain.hops[i]->fixedPoints.empty()) return unusable(m_chain, translated("One way: a hop of measured numbers carries no code"));
            const ParityCodeHop hop = parityCodeHop(m_choice.codeBlocks, m_choice.codePhotons, transmissivity(*m_chain.hops[i]), error(i + 1));
            arrival *= hop.arrival;
            flips.push_back(hop.flips);
        }
        if (!(arrival > 1e-12)) return unusable(m_chain, translated("One way: too few photons arrive for the code; more than half must"));
        fillShares(result, flips, std::vector<double>(flips.size(), 1.0));
        result.success = arrival;
        fillTimes(result, arrival);
        result.model = translated("One way: parity code of %1 blocks of %2 photons, read and sent anew at every station").arg(m_choice.codeBlocks).arg(m_choice.codePhotons);
        return result;
    }

private:
    /// From one station's source to the other's detector; of both directions the worse one.
    static double transmissivity(const LinkPhysics& hop)
    {
        return std::min(hop.etaA * hop.halfTransmissivityB, hop.etaB * hop.halfTransmissivityA);
    }

    double error(std::size_t station) const
    {
        const GateSet& gates = m_chain.stations[station]->gates;
        return 0.5 * (1.0 - gateQualityFromError(gates.twoQubitError) * readFactor(gates));
    }

    Duration cycle() const
    {
        const int photons = m_choice.codeBlocks * m_choice.codePhotons;
        Duration longest;
        for (const NodeHardware* station : m_chain.stations) {
            const double turns = std::ceil(photons / static_cast<double>(std::max(1, station->memory.slots)));
            longest = std::max(longest, turns * std::max(operationTime(station->gates), station->source.preparationTime));
        }
        return longest;
    }

    void fillTimes(ChainResult& result, double arrival) const
    {
        const Duration told = signalTime(m_chain) * 2.0;    // the light itself, and word that it could be read everywhere
        result.rate = arrival * perSecond(1, cycle());
        result.latency = cycle() * (1.0 / arrival) + told;
        result.delivery = geometricDistribution(cycle(), arrival);
        for (DeliveryPoint& point : result.delivery) point.time += told;
        result.latencyP95 = timeOfDelivery(result.delivery, 0.95);
    }

    const Chain& m_chain;
    const ProtocolChoice& m_choice;
};

} // namespace

ChainResult evaluateEncoded(const Chain& chain, const ProtocolChoice& choice)
{
    Q_ASSERT(choice.repeaters != RepeaterGeneration::Memories);
    return choice.repeaters == RepeaterGeneration::OneWay ? OneWay(chain, choice).run() : EncodedMemories(chain, choice).run();
}

int qubitsPerStation(const ProtocolChoice& choice)
{
    switch (choice.repeaters) {
    case RepeaterGeneration::Memories: return 2;
    case RepeaterGeneration::EncodedMemories: return 2 * choice.codeQubits;
    case RepeaterGeneration::OneWay: return 2 * choice.codeBlocks * choice.codePhotons;
    }
    Q_UNREACHABLE();
}

} // namespace bellweave::engine
