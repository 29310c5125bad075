// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_evaluation.h"

#include "engine/analytic/course_means.h"
#include "engine/analytic/demand_result.h"
#include "engine/analytic/key_result.h"
#include "engine/geo/geodesic.h"
#include "engine/orbits/sky_calendar.h"
#include "engine/physics/cloud_cover.h"
#include "model/network/clear_sky.h"

#include <array>
#include <map>
#include <set>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

constexpr std::size_t kParts = 240;       // of the time in which anything is open
constexpr std::size_t kPerEvaluator = 12; // parts one after the other, of which the later ones are quicker

/// Demands whose ends hang together with a satellite link.
std::vector<DemandId> demandsUnder(const SkyScene& scene)
{
    const Network& network = scene.network();
    std::map<SiteId, SiteId> parent;
    const auto root = [&](SiteId site) {
        while (parent.contains(site) && parent[site] != site) site = parent[site];
        return site;
    };
    for (const Link& link : network.links)
        if (isInUse(network, link)) parent[root(link.from)] = root(link.to);
    std::set<SiteId> roots;
    for (const LinkId link : scene.links()) roots.insert(root(network.links.find(link)->from));
    std::vector<DemandId> all;
    for (const Demand& demand : network.demands)
        if (roots.contains(root(demand.from)) && root(demand.from) == root(demand.to)) all.push_back(demand.id);
    return all;
}

/// Weather over the stations at which satellite links of a way end.
class Weather {
public:
    explicit Weather(const Network& network) : m_network(network)
    {
        for (const Site& site : network.sites) m_chances.emplace(site.id, clearSkyOf(site));
    }

    double clearOver(const std::vector<LinkId>& links, const JulianDate& moment) const
    {
        std::vector<CloudSite> places;
        const Site* before = nullptr;
        for (const LinkId id : links) {
            const Link& link = *m_network.links.find(id);
            if (!std::holds_alternative<SatelliteLink>(link.kind)) continue;
            for (const SiteId end : {link.from, link.to}) {
                const Site& site = *m_network.sites.find(end);
                if (site.orbit || !site.position || &site == before) continue;
                places.push_back({inMonthOf(m_chances.at(end), moment), before ? geodesicDistance(*before->position, *site.position) : Length()});
                before = &site;
            }
        }
        return allClear(places);
    }

private:
    const Network& m_network;
    std::map<SiteId, std::array<double, 12>> m_chances;    // by months
};

class SpanEvaluation {
public:
    SpanEvaluation(const SkyScene& scene, const Network& now) : m_scene(scene), m_now(now), m_cells(SkyCalendar(scene).cells(kParts)), m_moments(m_cells.size()), m_weather(scene.network()) {}

    void fill(Evaluation& evaluation)
    {
        const std::vector<DemandId> demands = demandsUnder(m_scene);
        if (demands.empty()) return;
        work();
        std::vector<DemandResult> results;
        for (const DemandId id : demands) results.push_back(meanOf(demandOf(id)));
        shareRelays(results);
        for (DemandResult& result : results) {
            judge(m_now, demandOf(result.id), result);
            evaluation.demands.put(std::move(result));
        }
    }

private:
    using Ends = std::pair<SiteId, SiteId>;

    void work()
    {
        std::vector<std::size_t> open, closed;
        for (std::size_t i = 0; i < m_cells.size(); ++i) (m_cells[i].isAnyOpen ? open : closed).push_back(i);
        tbb::parallel_for(std::size_t{0}, (open.size() + kPerEvaluator - 1) / kPerEvaluator, [&](std::size_t group) {
            Evaluator evaluator;
            for (std::size_t i = group * kPerEvaluator; i < std::min(open.size(), (group + 1) * kPerEvaluator); ++i)
                m_moments[open[i]] = std::make_shared<const MomentDemands>(evaluator.demandsOf(m_scene.at(momentOf(open[i]))));
        });
        if (closed.empty()) return;
        Evaluator evaluator;
        const auto shut = std::make_shared<const MomentDemands>(evaluator.demandsOf(m_scene.at(momentOf(closed.front()))));
        for (const std::size_t i : closed) m_moments[i] = shut;
    }

    const Demand& demandOf(DemandId id) const { return *m_scene.network().demands.find(id); }

    /// Hops of a relay, those of satellites alongside among them.
    static std::set<Ends> hopsOf(const Demand& demand, const KeyRelay& relay)
    {
        std::set<Ends> all;
        for (const KeyHop& hop : relay.hops) all.insert(endsOf(hop.from, hop.to));
        for (const SiteId satellite : relay.alongside) all.insert({endsOf(demand.from, satellite), endsOf(demand.to, satellite)});
        return all;
    }

    /// Relays that meet share what their hops bring, as links are shared in time: each gets what the required rates of the others leave, at
    /// least its proportional part.
    void shareRelays(std::vector<DemandResult>& results) const
    {
        struct Wish {
            DemandResult* result;
            std::set<Ends> hops;
            double share;
        };
        std::vector<Wish> wishes;
        for (DemandResult& result : results)
            if (result.relay && result.relay->rateAlone > Rate()) wishes.push_back({&result, hopsOf(demandOf(result.id), *result.relay), demandOf(result.id).minKeyRate / result.relay->rateAlone});
        for (const Wish& wish : wishes) {
            double others = 0.0;
            for (const Wish& other : wishes) {
                const bool meets = std::any_of(other.hops.begin(), other.hops.end(), [&](const Ends& hop) { return wish.hops.contains(hop); });
                if (other.result != wish.result && meets) others += other.share;
            }
            wish.result->keyRate = std::max(1.0 - others, wish.share / (wish.share + others)) * wish.result->relay->rateAlone;
        }
    }

    JulianDate momentOf(std::size_t cell) const { return m_scene.epoch().after(m_cells[cell].time.middle()); }

    DemandCourse emptyCourse() const
    {
        DemandCourse course;
        course.begin = momentText(m_scene.epoch());
        course.span = Duration::fromSi(m_scene.span());
        return course;
    }
    CoursePoint pointAt(std::size_t cell, const std::vector<LinkId>& links) const
    {
        CoursePoint point{Duration::fromSi(m_cells[cell].time.from), Duration::fromSi(m_cells[cell].time.until), {}, 0.0, {}, 1.0};
        point.clear = m_weather.clearOver(links, momentOf(cell));
        return point;
    }

    DemandResult meanOf(const Demand& demand) const
    {
        DemandResult pairs = meanOfPairs(demand);
        if (demand.purpose != Purpose::SecretKey || !allowsRelay(demand.protocol)) return pairs;
        const auto hops = meanHops(demand.protocol);
        const KeyGraph terminals(m_now, hops);
        DemandResult result = keyResult(m_now, demand, pairs.routed ? &pairs : nullptr, &terminals);
        if (!result.relay) return result;
        addAlongside(demand, hops, result);
        result.course = courseOfRelay(demand, *result.relay);
        const CourseMeans means = courseMeans(*result.course, demand.purpose);
        result.latency += means.latency;
        result.latencyP95 += means.latencyP95;
        return result;
    }

    /// Served from end to end at every moment, by pairs or by light.
    DemandResult meanOfPairs(const Demand& demand) const
    {
        DemandCourse course = emptyCourse();
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const DemandResult& moment = *m_moments[i]->demands.find(demand.id);
            CoursePoint point = pointAt(i, moment.linksAlong());
            if (moment.routed) {
                point.rate = moment.rate;
                point.fidelity = moment.fidelity;
                point.keyRate = moment.keyRate;
            }
            course.points.push_back(point);
        }
        summarize(course, demand.purpose);
        return withMeans(demand, *m_moments[cellAt(course.best)]->demands.find(demand.id), std::move(course));
    }

    static DemandResult withMeans(const Demand& demand, DemandResult result, DemandCourse course)
    {
        const CourseMeans means = courseMeans(course, demand.purpose);
        const double alone = result.rate.si() > 0.0 ? result.rateAlone / result.rate : 1.0;
        result.rate = means.rate;
        result.rateAlone = alone * means.rate;
        result.fidelity = means.fidelity;
        result.keyRate = means.keyRate;
        result.latency = means.latency;
        result.latencyP95 = means.latencyP95;
        result.delivery.clear();    // that of one moment
        result.course = std::make_shared<const DemandCourse>(std::move(course));
        return result;
    }

    std::size_t cellAt(Duration time) const
    {
        const auto next = std::upper_bound(m_cells.begin(), m_cells.end(), time.si(), [](double at, const SkyCalendar::Cell& cell) { return at < cell.time.from; });
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - m_cells.begin() - 1));
    }

    const KeyHop* hopAt(std::size_t cell, const ProtocolChoice& choice, const Ends& ends) const
    {
        const KeyHop* best = nullptr;
        const auto hops = m_moments[cell]->hopsOf(choice);
        if (!hops) return nullptr;
        for (const KeyHop& hop : *hops)
            if (Ends(hop.from, hop.to) == ends && (!best || hop.rate > best->rate)) best = &hop;
        return best;
    }

    /// Each pair of terminals by its mean, seen at its best moment.
    std::vector<KeyHop> meanHops(const ProtocolChoice& choice) const
    {
        std::map<Ends, std::pair<KeyHop, double>> all;    // best moment, bits
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            std::set<Ends> seen;
            const auto hops = m_moments[i]->hopsOf(choice);
            for (const KeyHop& any : hops ? *hops : std::vector<KeyHop>()) {
                const Ends ends(any.from, any.to);
                if (!seen.insert(ends).second) continue;
                const KeyHop& hop = *hopAt(i, choice, ends);
                auto& [best, bits] = all.try_emplace(ends, hop, 0.0).first->second;
                if (hop.rate > best.rate) best = hop;
                bits += hop.rate.si() * m_cells[i].time.length() * m_weather.clearOver(hop.links, momentOf(i));
            }
        }
        std::vector<KeyHop> means;
        for (auto& [ends, row] : all) {
            row.first.rate = perSecond(row.second, Duration::fromSi(m_scene.span()));
            means.push_back(row.first);
        }
        return means;
    }

    /// One satellite between two stations is helped by all others that see both: each carries what its lesser side brings.
    void addAlongside(const Demand& demand, const std::vector<KeyHop>& hops, DemandResult& result) const
    {
        KeyRelay& relay = *result.relay;
        if (relay.trusted.size() != 1 || !m_now.sites.find(relay.trusted.front())->orbit) return;
        std::map<Ends, Rate> means;
        for (const KeyHop& hop : hops) means[endsOf(hop.from, hop.to)] = hop.rate;
        const auto rateOf = [&](SiteId a, SiteId b) {
            const auto mean = means.find(endsOf(a, b));
            return mean == means.end() ? Rate() : mean->second;
        };
        for (const Site& site : m_now.sites) {
            if (!site.orbit || !site.terminal || site.down || site.id == relay.trusted.front()) continue;
            const Rate carried = std::min(rateOf(demand.from, site.id), rateOf(demand.to, site.id));
            if (carried <= Rate()) continue;
            relay.alongside.push_back(site.id);
            relay.rateAlone += carried;
            relay.trust *= site.terminal->trust;
        }
        result.keyRate = relay.rateAlone;
        result.reason = relayText(m_now, relay);
    }

    static Ends endsOf(SiteId a, SiteId b) { return {std::min(a, b), std::max(a, b)}; }

    /// The hop of each satellite, or of the whole route, whose mean is least: the others keep what they have until it comes.
    std::vector<Ends> slowestHops(const Demand& demand, const KeyRelay& relay) const
    {
        const auto slowest = std::min_element(relay.hops.begin(), relay.hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; });
        std::vector<Ends> all{endsOf(slowest->from, slowest->to)};
        for (const SiteId satellite : relay.alongside) {
            const Ends up = endsOf(demand.from, satellite), down = endsOf(demand.to, satellite);
            all.push_back(bitsOver(demand, up) < bitsOver(demand, down) ? up : down);
        }
        return all;
    }
    double bitsOver(const Demand& demand, const Ends& ends) const
    {
        double bits = 0.0;
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            if (const KeyHop* hop = hopAt(i, demand.protocol, ends)) bits += hop->rate.si() * m_cells[i].time.length() * m_weather.clearOver(hop->links, momentOf(i));
        return bits;
    }

    std::shared_ptr<const DemandCourse> courseOfRelay(const Demand& demand, const KeyRelay& relay) const
    {
        const std::vector<Ends> slowest = slowestHops(demand, relay);
        DemandCourse course = emptyCourse();
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            CoursePoint point = pointAt(i, {});
            Rate clear;
            for (const Ends& ends : slowest) {
                const KeyHop* hop = hopAt(i, demand.protocol, ends);
                if (!hop) continue;
                point.keyRate += hop->rate;
                clear += m_weather.clearOver(hop->links, momentOf(i)) * hop->rate;
            }
            if (point.keyRate > Rate()) point.clear = clear / point.keyRate;
            course.points.push_back(point);
        }
        summarize(course, demand.purpose);
        return std::make_shared<const DemandCourse>(std::move(course));
    }

    const SkyScene& m_scene;
    const Network& m_now;
    std::vector<SkyCalendar::Cell> m_cells;
    std::vector<std::shared_ptr<const MomentDemands>> m_moments;    // by cell
    Weather m_weather;
};

} // namespace

void evaluateSpan(const SkyScene& scene, const Network& now, Evaluation& momentary) { SpanEvaluation(scene, now).fill(momentary); }

} // namespace bellweave::engine
