// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/plan_search.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/link_factors.h"
#include "engine/links/station_gates.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

using Node = PairPlan::Node;

/// Pairs of a stretch: how rare and how good, and what they are made of.
struct Candidate {
    double mean = 0.0;       // s between pairs
    double fidelity = 0.0;
    Correlators state;
    int spareFirst = 0;      // qubits of the first and last station that could hold another pair meanwhile
    int spareLast = 0;
    Node::Kind kind = Node::Kind::Link;
    std::size_t split = 0;   // of a join: last hop of the left part
    std::size_t a = 0;       // of a link: the point; else which candidate of the part, or of the undistilled stretch
    std::size_t b = 0;
    std::optional<Duration> cutoff = {};
    int rounds = 0;
    bool isPumped = false;
    std::vector<std::size_t> points = {};    // per hop, where all links are joined as soon as they are there
};

/// Of a stretch: before distillation of its pairs, and with it.
struct Stretch {
    std::vector<Candidate> plain;
    std::vector<Candidate> all;
};

constexpr std::size_t kRoughCells = 24;
constexpr std::size_t kMostWhole = 60;    // of the whole route, which nothing is made of

/// Leaves the fastest, and of the others those that are better than all faster ones, some steps of rate apart.
void thinOut(std::vector<Candidate>& candidates, std::size_t most)
{
    std::ranges::sort(candidates, {}, &Candidate::mean);
    std::vector<Candidate> kept;
    for (Candidate& candidate : candidates)
        if (kept.empty() || candidate.fidelity > kept.back().fidelity + 1e-6) kept.push_back(std::move(candidate));
    if (kept.size() <= most) {
        candidates = std::move(kept);
        return;
    }
    candidates.clear();
    for (std::size_t i = 0; i < most; ++i) candidates.push_back(kept[i * (kept.size() - 1) / (most - 1)]);
}

/// Mean of e^(-rate D) and the chance that D, exponential with this mean, ends within the limit.
struct Waited {
    double within = 1.0;
    double zz = 1.0;    // of those within, times their chance
    double xx = 1.0;
};
Waited waitedFor(double mean, DecayRates fading, double limit)
{
    const DecayRates rates = matched(fading, Duration::fromSi(mean), std::isfinite(limit) ? std::optional(Duration::fromSi(limit)) : std::nullopt);
    const auto sum = [&](double rate) { return -std::expm1(-(1.0 / mean + rate) * limit) / (1.0 + rate * mean); };
    return {sum(0.0), sum(rates.zz), sum(rates.xx)};
}

class PlanSearch {
public:
    PlanSearch(std::span<const HopChoice> hops, std::span<const NodeHardware* const> stations, const PlanFreedom& freedom)
        : m_hops(hops), m_route(routeOf(hops, stations)), m_stations(m_route), m_freedom(freedom), m_most(freedom.isNarrow ? 3 : hops.size() <= 12 ? 7 : hops.size() <= 20 ? 5 : 3),
          m_stretches(hops.size() * hops.size())
    {
    }

    std::vector<PlanProposal> run()
    {
        const std::size_t count = m_hops.size();
        for (std::size_t hop = 0; hop < count; ++hop) fillLink(hop);
        for (std::size_t length = 2; length <= count; ++length)
            for (std::size_t first = 0; first + length <= count; ++first) fillStretch(first, first + length - 1);
        std::vector<PlanProposal> proposals;
        for (const Candidate& candidate : stretch(0, count - 1).all) proposals.push_back(proposal(candidate));
        std::ranges::sort(proposals, std::greater(), &PlanProposal::fidelity);
        return proposals;
    }

private:
    static Chain routeOf(std::span<const HopChoice> hops, std::span<const NodeHardware* const> stations)
    {
        Chain route;
        for (const HopChoice& hop : hops) route.hops.push_back(hop.physics);
        route.stations.assign(stations.begin(), stations.end());
        return route;
    }

    DecayRates ratesOf(std::size_t first, std::size_t last) const { return m_stations.rates({first, last, m_freedom.endsHold}); }

    Stretch& stretch(std::size_t first, std::size_t last) { return m_stretches[first * m_hops.size() + last]; }
    const Stretch& stretch(std::size_t first, std::size_t last) const { return m_stretches[first * m_hops.size() + last]; }

    void fillLink(std::size_t hop)
    {
        std::vector<Candidate>& all = stretch(hop, hop).all;
        for (std::size_t i = 0; i < m_hops[hop].points.size(); ++i) {
            const OperatingPoint& point = m_hops[hop].points[i];
            if (point.rate.si() <= 0.0) continue;
            const int spare = point.memories - qubitsNeeded(point.distillation);
            all.push_back({point.cycle.si() / point.cycleProbability + point.told.si(), point.state.fidelity(), toCorrelators(point.state), spare, spare});
            all.back().a = i;
        }
        thinOut(all, m_most);
    }

    void fillStretch(std::size_t first, std::size_t last)
    {
        Stretch& here = stretch(first, last);
        const auto [from, to] = cutsOf(first, last);
        for (std::size_t split = from; split <= to; ++split) joinAt(here.plain, first, split, last);
        if (last > first + 1 && !m_freedom.waitLimit) joinAtOnce(here.plain, first, last);
        const std::size_t most = first == 0 && last + 1 == m_hops.size() ? kMostWhole : m_most;
        thinOut(here.plain, most);
        here.all = here.plain;
        distill(here, first, last);
        thinOut(here.all, most);
    }

    /// First and last hop after which a stretch is cut.
    std::pair<std::size_t, std::size_t> cutsOf(std::size_t first, std::size_t last) const
    {
        if (!m_freedom.isNarrow) return {first, last - 1};
        const std::size_t middle = first + (last - first - 1) / 2;
        return {middle, std::min(last - 1, middle + (last - first + 1) % 2)};
    }

    /// What is the same for all pairs that a station joins.
    struct Joint {
        DecayRates left, right;
        Correlators factors;
        double success = 1.0;
        double swap = 0.0;       // s
        double message = 0.0;    // s
        DecayRates ends;
    };

    void joinAt(std::vector<Candidate>& found, std::size_t first, std::size_t split, std::size_t last) const
    {
        const std::size_t station = split + 1;
        const GateSet& gates = m_stations.gates(station);
        const Duration swap = operationTime(gates), message = std::max(signalTime(m_route, first, split), signalTime(m_route, station, last));
        Joint joint{ratesOf(first, split), ratesOf(station, last), swapFactors(swapQuality(gates)), m_stations.swapSuccess(station), swap.si(),
                    message.si(), ratesOf(first, last)};
        joint.factors = joint.factors * decayFactors(m_stations.rates(station, true) + m_stations.rates(station, true), swap);
        const std::vector<Candidate>& left = stretch(first, split).all;
        const std::vector<Candidate>& right = stretch(station, last).all;
        for (std::size_t a = 0; a < left.size(); ++a)
            for (std::size_t b = 0; b < right.size(); ++b)
                for (const std::optional<Duration>& cutoff : waitsToTry(left[a], right[b], joint)) {
                    std::optional<Candidate> made = joined(left[a], right[b], joint, cutoff);
                    if (!made) continue;
                    made->split = split;
                    made->a = a;
                    made->b = b;
                    found.push_back(std::move(*made));
                }
    }

    /// Waits are limited where pairs fade while they wait. Giving up costs what several links have made together, so those are
    /// given the time that they take.
    std::vector<std::optional<Duration>> waitsToTry(const Candidate& a, const Candidate& b, const Joint& joint) const
    {
        if (m_freedom.waitLimit) return {m_freedom.waitLimit};
        const double slow = std::max(a.mean, b.mean);
        if (slow * std::max(joint.left.xx + joint.left.gaussian * slow, joint.right.xx + joint.right.gaussian * slow) < 0.003) return {std::nullopt};
        std::vector<std::optional<Duration>> waits{std::nullopt};
        const bool isLink = (a.mean > b.mean ? a : b).kind == Node::Kind::Link;
        const std::vector<double> shares = isLink ? std::vector{0.08, 0.3, 1.0} : std::vector{0.7, 1.5};
        for (const double share : shares) waits.push_back(Duration::fromSi(share * slow));
        return waits;
    }

    static std::optional<Candidate> joined(const Candidate& a, const Candidate& b, const Joint& joint, std::optional<Duration> cutoff)
    {
        const double limit = cutoff ? cutoff->si() : std::numeric_limits<double>::infinity();
        const double isFirstA = b.mean / (a.mean + b.mean), isFirstB = 1.0 - isFirstA;
        const Waited ofA = waitedFor(b.mean, joint.left, limit), ofB = waitedFor(a.mean, joint.right, limit);
        const double within = isFirstA * ofA.within + isFirstB * ofB.within;
        if (!(within > 1e-6)) return std::nullopt;
        const bool isUncertain = cutoff || joint.success < 1.0;
        const double end = joint.swap + (isUncertain ? joint.message : 0.0);
        const double round = a.mean * b.mean / (a.mean + b.mean) + isFirstA * b.mean * ofA.within + isFirstB * a.mean * ofB.within + end;
        const double zz = (isFirstA * ofA.zz + isFirstB * ofB.zz) / within, xx = (isFirstA * ofA.xx + isFirstB * ofB.xx) / within;
        Candidate made;
        made.mean = round / (within * joint.success);
        made.state = a.state * b.state * joint.factors * Correlators{{1.0, zz, xx, xx}} * decayFactors(joint.ends, Duration::fromSi(end));
        made.fidelity = fidelityOf(made.state);
        made.spareFirst = a.spareFirst;
        made.spareLast = b.spareLast;
        made.kind = Node::Kind::Join;
        made.cutoff = cutoff;
        if (made.fidelity <= 0.5) return std::nullopt;    // nothing is left to distill either
        return made;
    }

    /// All links of a stretch as soon as they are there, each at its best point of some common rates.
    void joinAtOnce(std::vector<Candidate>& found, std::size_t first, std::size_t last) const
    {
        for (std::size_t station = first + 1; station <= last; ++station)
            if (m_stations.swapSuccess(station) < 1.0) return;    // all would begin anew
        double slowest = std::numeric_limits<double>::infinity();
        for (std::size_t hop = first; hop <= last; ++hop) slowest = std::min(slowest, fastestOf(hop));
        for (const double share : {0.95, 0.5, 0.25, 0.1})
            if (std::optional<Candidate> made = joinedAtOnce(first, last, share * slowest)) found.push_back(std::move(*made));
    }

    double fastestOf(std::size_t hop) const
    {
        double fastest = 0.0;
        for (const OperatingPoint& point : m_hops[hop].points) fastest = std::max(fastest, point.rate.si());
        return fastest;
    }

    std::optional<Candidate> joinedAtOnce(std::size_t first, std::size_t last, double rate) const
    {
        Candidate made;
        made.kind = Node::Kind::Join;
        Chain chain;
        chain.endsHold = m_freedom.endsHold || first > 0 || last + 1 < m_hops.size();
        chain.wantsQuantiles = false;
        for (std::size_t hop = first; hop <= last; ++hop) {
            const auto& points = m_hops[hop].points;
            const auto fits = std::ranges::find_if(points, [&](const OperatingPoint& point) { return point.rate.si() >= rate; });
            if (fits == points.end()) return std::nullopt;
            made.points.push_back(static_cast<std::size_t>(fits - points.begin()));
            chain.hops.push_back(m_hops[hop].physics);
            chain.points.push_back(&*fits);
        }
        for (std::size_t station = first; station <= last + 1; ++station) chain.stations.push_back(m_route.stations[station]);
        const ChainResult result = evaluateChain(chain, kRoughCells);
        made.mean = 1.0 / result.rate.si();
        made.state = toCorrelators(result.state);
        made.fidelity = result.state.fidelity();
        made.spareFirst = chain.points.front()->memories - qubitsNeeded(chain.points.front()->distillation);
        made.spareLast = chain.points.back()->memories - qubitsNeeded(chain.points.back()->distillation);
        return made.fidelity > 0.5 ? std::optional(made) : std::nullopt;
    }

    void distill(Stretch& here, std::size_t first, std::size_t last) const
    {
        const GateSet& one = m_stations.gates(first);
        const GateSet& other = m_stations.gates(last + 1);
        if (one.swapSuccess < 1.0 || other.swapSuccess < 1.0) return;
        for (std::size_t i = 0; i < here.plain.size(); ++i) {
            if (m_freedom.mayNest) addRounds(here, i, first, last, false);
            if (m_freedom.mayPump) addRounds(here, i, first, last, true);
        }
    }

    void addRounds(Stretch& here, std::size_t index, std::size_t first, std::size_t last, bool isPumped) const
    {
        constexpr int kMostRounds = 3;
        const Candidate& fresh = here.plain[index];
        Candidate kept = fresh;
        for (int rounds = 1; rounds <= kMostRounds; ++rounds) {
            const int held = isPumped ? 1 : rounds;
            if (fresh.spareFirst < held || fresh.spareLast < held) return;
            const double before = kept.fidelity;
            kept = round(kept, isPumped ? fresh : kept, first, last);
            if (kept.fidelity <= before) return;
            kept.spareFirst = fresh.spareFirst - held;
            kept.spareLast = fresh.spareLast - held;
            kept.kind = Node::Kind::Distillation;
            kept.a = index;
            kept.cutoff.reset();
            kept.points.clear();
            kept.rounds = rounds;
            kept.isPumped = isPumped;
            if (rounds > 1 || !isPumped || !m_freedom.mayNest) here.all.push_back(kept);
        }
    }

    Candidate round(const Candidate& kept, const Candidate& sacrificed, std::size_t first, std::size_t last) const
    {
        const GateSet& one = m_stations.gates(first);
        const GateSet& other = m_stations.gates(last + 1);
        const DistillationQuality quality = meanQuality(one, other);
        const DecayRates rates = m_stations.rates({first, last, true}), waiting = matched(rates, Duration::fromSi(sacrificed.mean));
        const double zz = 1.0 / (1.0 + waiting.zz * sacrificed.mean), xx = 1.0 / (1.0 + waiting.xx * sacrificed.mean);
        const BellDiagonal waited = fromCorrelators(kept.state * Correlators{{1.0, zz, xx, xx}});
        const BellDiagonal fresh = fromCorrelators(sacrificed.state);
        const ErrorOrder order = bestLikeOrder(waited, fresh, quality);
        const Distilled made = engine::distill(waited, fresh, order, order, quality);
        const double end = distillationTime(m_route, {first, last, true}).si();
        Candidate result = kept;
        result.mean = (kept.mean + sacrificed.mean + end) / std::max(1e-9, made.success);
        result.state = toCorrelators(made.state) * decayFactors(rates, Duration::fromSi(end));
        result.fidelity = fidelityOf(result.state);
        return result;
    }

    PlanProposal proposal(const Candidate& candidate) const
    {
        PlanProposal result;
        result.points.resize(m_hops.size());
        result.fidelity = candidate.fidelity;
        result.rate = Rate::fromSi(1.0 / candidate.mean);
        write(candidate, 0, m_hops.size() - 1, result);
        return result;
    }

    std::size_t writeLink(std::size_t hop, std::size_t point, PlanProposal& result) const
    {
        std::vector<Node>& nodes = result.plan.nodes;
        result.points[hop] = point;
        nodes.push_back({.hop = hop});
        const Distillation own = m_hops[hop].points[point].distillation;
        if (own.rounds > 0)
            nodes.push_back({.kind = Node::Kind::Distillation, .inputs = {nodes.size() - 1}, .rounds = own.rounds, .isPumped = takesFresh(own.kind)});
        return nodes.size() - 1;
    }

    std::size_t write(const Candidate& candidate, std::size_t first, std::size_t last, PlanProposal& result) const
    {
        std::vector<Node>& nodes = result.plan.nodes;
        switch (candidate.kind) {
        case Node::Kind::Link: return writeLink(first, candidate.a, result);
        case Node::Kind::Join: {
            std::vector<std::size_t> inputs;
            for (std::size_t i = 0; i < candidate.points.size(); ++i) inputs.push_back(writeLink(first + i, candidate.points[i], result));
            if (inputs.empty()) {
                inputs.push_back(write(stretch(first, candidate.split).all[candidate.a], first, candidate.split, result));
                inputs.push_back(write(stretch(candidate.split + 1, last).all[candidate.b], candidate.split + 1, last, result));
            }
            nodes.push_back({.kind = Node::Kind::Join, .inputs = std::move(inputs), .cutoff = candidate.cutoff});
            break;
        }
        case Node::Kind::Distillation: {
            const std::size_t input = write(stretch(first, last).plain[candidate.a], first, last, result);
            nodes.push_back({.kind = Node::Kind::Distillation, .inputs = {input}, .rounds = candidate.rounds, .isPumped = candidate.isPumped});
            break;
        }
        }
        return nodes.size() - 1;
    }

    std::span<const HopChoice> m_hops;
    Chain m_route;    // without points
    ChainStations m_stations;
    const PlanFreedom& m_freedom;
    std::size_t m_most;
    std::vector<Stretch> m_stretches;
};

} // namespace

std::vector<PlanProposal> proposePlans(std::span<const HopChoice> hops, std::span<const NodeHardware* const> stations, const PlanFreedom& freedom)
{
    Q_ASSERT(hops.size() >= 2 && stations.size() == hops.size() + 1);
    return PlanSearch(hops, stations, freedom).run();
}

} // namespace bellweave::engine
