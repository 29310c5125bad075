// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/chain.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/delivery_curve.h"
#include "engine/analytic/error_shares.h"
#include "engine/analytic/link_factors.h"
#include "engine/analytic/wait_law.h"
#include "engine/analytic/waiting_grid.h"
#include "engine/links/station_gates.h"
#include "engine/physics/memory_decay.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

using Factors = Correlators;

const Factors kOne{};

void multiply(Factors& into, const Factors& by) { into = into * by; }

/// Correlators left after one half of this age has waited for a time.
Factors decayed(const Memory& memory, Duration age, Duration time) { return decayFactors(aged(decayRates(memory), age), time); }

/// Sums up one chain; each member fills one part of the result.
class ChainSum {
public:
    ChainSum(const Chain& chain, std::size_t cells)
        : m_chain(chain), m_hops(chain.hops.size()), m_grid(processes(chain), cells)
    {
    }

    ChainResult run()
    {
        sumLinks();
        sumSwaps();
        sumMemories();
        ChainResult result;
        Factors all = m_clean;
        multiply(all, m_detectors);
        multiply(all, m_swaps);
        multiply(all, m_memories);
        result.state = fromCorrelators(all);
        result.success = m_success;
        result.ageFirst = m_ageFirst;
        result.ageLast = m_ageLast;
        fillTimes(result);
        fillErrors(result, all);
        fillAlong(result);
        result.isExact = !isDistilled() && !hasGaussianWaits() && (m_hops == 1 || (m_grid.isExact() && !takesTurns() && (m_hops == 2 || m_success == 1.0)));
        result.model = modelName(result.isExact);
        return result;
    }

private:
    static std::vector<AttemptProcess> processes(const Chain& chain)
    {
        std::vector<AttemptProcess> result;
        for (std::size_t i = 0; i < chain.hops.size(); ++i)
            result.push_back({chain.points[i]->cycleProbability, chain.points[i]->cycle});
        return result;
    }

    void sumLinks()
    {
        for (std::size_t i = 0; i < m_hops; ++i) {
            const OperatingPoint& point = *m_chain.points[i];
            const LinkFactors link = linkFactors(point);
            m_hopState.push_back(link.whole);
            m_detectorFactor.push_back(link.detectors);
            m_heraldFactor.push_back(link.herald);
            m_cleanFactor.push_back(link.clean);
            multiply(m_clean, link.clean);
            multiply(m_detectors, link.detectors);
            multiply(m_memories, link.herald);
            m_success *= point.keptProbability;
            m_told = std::max(m_told, point.told);
        }
    }

    void sumSwaps()
    {
        for (std::size_t i = 1; i < m_hops; ++i) {
            const GateSet& gates = m_chain.stations[i]->gates;
            m_swapFactor.push_back(swapFactors(swapQuality(gates)));
            multiply(m_swaps, m_swapFactor.back());
            m_success *= gates.swapSuccess;
            m_slowestSwap = std::max(m_slowestSwap, operationTime(gates));
        }
    }

    void sumMemories()
    {
        fillWaits();
        for (std::size_t i = 1; i < m_hops; ++i) {
            const Memory& memory = m_chain.stations[i]->memory;
            const Duration swap = operationTime(m_chain.stations[i]->gates);
            Factors during = decayed(memory, m_chain.points[i - 1]->ageB + m_waiting[i - 1].earlier.wait, swap);
            multiply(during, decayed(memory, m_chain.points[i]->ageA + m_waiting[i - 1].later.wait, swap));
            multiply(m_memories, during);
            m_stationFactor.push_back(during);
        }
        const Factors waits{{1.0, waitingFactor(&DecayRates::zz), waitingFactor(&DecayRates::xx), 1.0}};
        shareOut(waits);
        multiply(m_memories, {{1.0, waits.values[1], waits.values[2], waits.values[2]}});
        if (m_chain.endsHold) {
            const Duration message = messageTime() + m_slowestSwap * (m_hops > 1 ? 1.0 : 0.0);
            m_ageFirst = m_chain.points.front()->ageA + m_firstWaiting.wait;
            m_ageLast = m_chain.points.back()->ageB + m_lastWaiting.wait;
            multiply(m_memories, m_firstEnd = decayed(m_chain.stations.front()->memory, m_ageFirst, message));
            multiply(m_memories, m_lastEnd = decayed(m_chain.stations.back()->memory, m_ageLast, message));
            m_ageFirst += message;
            m_ageLast += message;
        }
    }

    // Waits of halves, where coherence is Gaussian and their age matters.
    bool isGaussian(std::size_t station) const { return m_chain.stations[station]->memory.coherenceDecay == CoherenceDecay::Gaussian; }
    Arrivals arrivals(std::size_t hop) const { return {m_grid.positions(), m_grid.weights(hop)}; }
    /// At an inner station, of the half of one hop for that of the other.
    WaitLaw waitAt(std::size_t station, std::size_t hop) const
    {
        return isGaussian(station) ? waitOf(arrivals(hop), arrivals(hop == station ? station - 1 : station)) : WaitLaw();
    }
    /// Of the half that a hop leaves at an end of the chain, for the last of all others.
    WaitLaw waitAtEnd(std::size_t station, std::size_t hop) const
    {
        if (m_hops == 1 || !isGaussian(station)) return {};
        std::vector<Arrivals> others;
        for (std::size_t i = 0; i < m_hops; ++i)
            if (i != hop) others.push_back(arrivals(i));
        return waitOf(arrivals(hop), lastOf(others));
    }

    /// A half while it waits: how it fades, and for how long on average where its age matters.
    struct Waiting {
        DecayRates rates;
        Duration wait;
    };
    /// At both sides of an inner station.
    struct StationWaiting {
        Waiting earlier;    ///< the pair of the hop before waits, the hop behind attempts
        Waiting later;      ///< the other way round
    };

    void fillWaits()
    {
        m_firstWaiting = waitingAtEnd(0, 0, m_chain.points.front()->ageA);
        m_lastWaiting = waitingAtEnd(m_hops, m_hops - 1, m_chain.points.back()->ageB);
        const ChainStations stations(m_chain);
        for (std::size_t i = 1; i < m_hops; ++i) {
            StationWaiting waiting{waitingAt(i, i - 1, m_chain.points[i - 1]->ageB), waitingAt(i, i, m_chain.points[i]->ageA)};
            waiting.earlier.rates.xx += stations.dephasing(i, i);
            waiting.later.rates.xx += stations.dephasing(i, i - 1);
            m_waiting.push_back(waiting);
        }
    }

    /// Of a half at an inner station. With two hops the half at the end waits just as long, so both are matched together.
    Waiting waitingAt(std::size_t station, std::size_t hop, Duration age) const
    {
        const DecayRates half = aged(decayRates(m_chain.stations[station]->memory), age);
        if (half.gaussian == 0.0) return {half, {}};
        const WaitLaw wait = waitAt(station, hop);
        DecayRates rates = matched(half, wait);
        if (m_hops == 2 && m_chain.endsHold) {
            const bool isFirst = hop == 0;
            const Duration ageOfEnd = isFirst ? m_chain.points[hop]->ageA : m_chain.points[hop]->ageB;
            const DecayRates both = matched(half + aged(decayRates(m_chain.stations[isFirst ? 0 : m_hops]->memory), ageOfEnd), wait);
            rates.xx = std::max(0.0, both.xx - (isFirst ? m_firstWaiting : m_lastWaiting).rates.xx);
        }
        return {rates, wait.mean(1.0)};
    }

    /// Of the half that a hop leaves at an end that holds.
    Waiting waitingAtEnd(std::size_t station, std::size_t hop, Duration age) const
    {
        const WaitLaw wait = waitAtEnd(station, hop);
        return {matched(aged(decayRates(m_chain.stations[station]->memory), age), wait), wait.mean(1.0)};
    }

    double waitingFactor(double DecayRates::* rate) const
    {
        std::vector<StationDecay> decays;
        for (const StationWaiting& waiting : m_waiting) decays.push_back({waiting.earlier.rates.*rate, waiting.later.rates.*rate});
        const bool hold = m_chain.endsHold && m_hops > 1;
        return m_grid.meanDecay(decays, hold ? m_firstWaiting.rates.*rate : 0.0, hold ? m_lastWaiting.rates.*rate : 0.0);
    }

    /// Gives each station its part of the common waiting factor, in proportion to the wait it has on average.
    void shareOut(const Factors& waits)
    {
        double total = 0.0;
        std::vector<double> parts;
        for (std::size_t i = 1; i < m_hops; ++i) {
            const StationWaiting& waiting = m_waiting[i - 1];
            parts.push_back(m_grid.meanGap(i - 1).si() * 0.5 * (waiting.earlier.rates.xx + waiting.later.rates.xx));
            total += parts.back();
        }
        for (std::size_t i = 0; i < parts.size() && total > 0.0; ++i) {
            const double share = parts[i] / total;
            const double xy = std::pow(waits.values[2], share);
            multiply(m_stationFactor[i], {{1.0, std::pow(waits.values[1], share), xy, xy}});
        }
    }

    /// Light through the whole chain: no end is further from a swap than the other end.
    Duration messageTime() const
    {
        return m_hops > 1 ? signalTime(m_chain) : Duration();
    }

    /// From the last pair to the next round: its herald where that comes later, the slowest swap; links begin again when ends that
    /// hold have been told.
    Duration afterLast() const { return m_told + m_slowestSwap + (m_chain.endsHold ? messageTime() : Duration()); }

    void fillTimes(ChainResult& result) const
    {
        if (m_hops == 1) return fillTimesOfOneLink(result);
        const Duration round = m_grid.meanOfLast() + afterLast();
        const Duration told = m_chain.endsHold ? Duration() : messageTime();
        result.rate = Rate::fromSi(m_success / round.si());
        result.latency = round * (1.0 / m_success) + told;
        for (std::size_t i = 1; i < m_hops; ++i) result.meanWaits.push_back(m_grid.meanGap(i - 1));
        if (!m_chain.wantsQuantiles) return;
        const Duration p95 = m_success < 1.0 ? m_grid.quantileOfRetried(0.95, m_success, afterLast())
                                             : m_grid.quantileOfLast(0.95) + afterLast();
        result.latencyP95 = p95 + told;
        result.delivery = m_success < 1.0 ? m_grid.distributionOfRetried(m_success, afterLast()) : m_grid.distributionOfLast();
        const Duration later = m_success < 1.0 ? told : afterLast() + told;
        for (DeliveryPoint& point : result.delivery) point.time += later;
    }

    /// Geometric law of the cycles; a cycle of several memories may make several pairs.
    void fillTimesOfOneLink(ChainResult& result) const
    {
        const OperatingPoint& point = *m_chain.points.front();
        const double served = point.cycleProbability * m_success;
        result.rate = m_success * point.rate;
        result.latency = point.cycle * (1.0 / served) + m_told;
        result.latencyP95 = point.cycle * (served < 1.0 ? std::ceil(std::log(0.05) / std::log1p(-served)) : 1.0) + m_told;
        if (m_chain.wantsQuantiles) result.delivery = geometricDistribution(point.cycle, served);
        for (DeliveryPoint& later : result.delivery) later.time += m_told;
    }

    static std::size_t weakest(const std::vector<Factors>& factors)
    {
        const auto row = std::min_element(factors.begin(), factors.end(),
                                          [](const Factors& a, const Factors& b) { return fidelityOf(a) < fidelityOf(b); });
        return static_cast<std::size_t>(row - factors.begin());
    }

    /// Each cause alone made perfect: what fidelity would gain, scaled so that the gains add up to what is missing.
    void fillErrors(ChainResult& result, const Factors& all) const
    {
        struct Cause { ErrorCause cause; const Factors* total; std::size_t worst; };
        std::vector<Factors> memories(m_hops + 1, kOne);
        for (std::size_t i = 0; i < m_stationFactor.size(); ++i) memories[i + 1] = m_stationFactor[i];
        for (std::size_t i = 0; i < m_hops; ++i) multiply(memories[i], m_heraldFactor[i]);
        multiply(memories.front(), m_firstEnd);
        multiply(memories.back(), m_lastEnd);
        const std::array<Cause, 4> causes{{
            {ErrorCause::MemoryWait, &m_memories, weakest(memories)},
            {ErrorCause::LinkGeneration, &m_clean, weakest(m_cleanFactor)},
            {ErrorCause::SwapOperations, &m_swaps, m_swapFactor.empty() ? 0 : weakest(m_swapFactor) + 1},
            {ErrorCause::DetectorNoise, &m_detectors, weakest(m_detectorFactor)},
        }};
        std::vector<CauseGain> gains;
        for (const Cause& cause : causes)
            gains.push_back({cause.cause, std::max(0.0, fidelityOf(ratio(all, *cause.total)) - fidelityOf(all)), cause.worst});
        fillErrorShares(result, std::move(gains));
    }

    void fillAlong(ChainResult& result) const
    {
        Factors along = kOne;
        if (m_hops > 1) multiply(along, m_firstEnd);
        for (std::size_t i = 0; i < m_hops; ++i) {
            multiply(along, m_hopState[i]);
            if (i + 1 == m_hops) multiply(along, m_lastEnd);
            result.fidelityBefore.push_back(fidelityOf(along));
            if (i + 1 < m_hops) {
                multiply(along, m_swapFactor[i]);
                multiply(along, m_stationFactor[i]);
            }
            result.fidelityAfter.push_back(fidelityOf(along));
        }
    }

    /// An inner station with one qubit attempts on either link only half of the time, also when the other has its pair.
    bool takesTurns() const
    {
        for (std::size_t i = 1; i < m_hops; ++i)
            if (m_chain.stations[i]->memory.slots < 2 && !(isMeasured(i - 1) && isMeasured(i))) return true;
        return false;
    }

    /// Waits of random length in memories whose coherence falls as a Gaussian.
    bool hasGaussianWaits() const
    {
        for (std::size_t i = m_chain.endsHold ? 0 : 1; m_hops > 1 && i < m_hops + (m_chain.endsHold ? 1 : 0); ++i)
            if (isGaussian(i)) return true;
        return false;
    }

    bool isDistilled() const
    {
        return std::any_of(m_chain.points.begin(), m_chain.points.end(), [](const OperatingPoint* point) { return point->distillation.rounds > 0; });
    }

    bool isMeasured(std::size_t hop) const { return !m_chain.hops[hop]->fixedPoints.empty(); }

    QString modelName(bool isExact) const
    {
        const auto text = [](const char* source) { return QCoreApplication::translate("Chain", source); };
        if (isDistilled() && m_hops == 1) return text("One heralded link, distilled: exact mean of the time and the pair");
        if (isDistilled()) return text("Swap as soon as possible; distilled pairs come at random times of the right mean");
        if (m_hops == 1) return text("One heralded link: exact waiting times");
        if (isExact) return text("Swap as soon as possible, exact waiting times");
        if (takesTurns()) return text("Swap as soon as possible; stations with one communication qubit serve their links in turn (lower bound on the rate)");
        if (m_success < 1.0 && m_hops > 2) return text("Swap as soon as possible; a failed round restarts the chain (lower bound on the rate)");
        if (hasGaussianWaits()) return text("Swap as soon as possible; Gaussian coherence fades at the rate that leaves as much on average");
        return text("Swap as soon as possible, waiting times on a grid of %1 cells").arg(m_grid.cells());
    }

    const Chain& m_chain;
    std::size_t m_hops;
    WaitingGrid m_grid;
    Factors m_clean = kOne, m_detectors = kOne, m_swaps = kOne, m_memories = kOne;
    Factors m_firstEnd = kOne, m_lastEnd = kOne;
    std::vector<Factors> m_hopState, m_cleanFactor, m_detectorFactor, m_heraldFactor, m_swapFactor, m_stationFactor;
    double m_success = 1.0;
    Duration m_slowestSwap, m_told;
    Duration m_ageFirst, m_ageLast;
    Waiting m_firstWaiting, m_lastWaiting;
    std::vector<StationWaiting> m_waiting;    // by inner station
};

} // namespace

ChainResult evaluateChain(const Chain& chain, std::size_t cells) { return ChainSum(chain, cells).run(); }

} // namespace bellweave::engine
