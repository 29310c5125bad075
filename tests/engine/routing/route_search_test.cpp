// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/route_search.h"
#include "tests/support/test_program.h"

#include "tests/support/build_network.h"

#include <QTest>
#include <random>
#include <set>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// Stations with random measured links: rate and fidelity of each link are known numbers.
Network randomMesh(int sites, int links, unsigned seed)
{
    std::mt19937 draw(seed);
    Network network;
    for (int i = 0; i < sites; ++i) applyPatch(network, addSite(network, SiteRole::Repeater, {0.1 * i, 0.1 * i}));
    const Table<Site> rows = network.sites;
    for (const auto& row : rows.rows()) {
        Site site = *row;
        site.repeater->hardware.gates.twoQubitError = 0.01;
        site.repeater->hardware.gates.readoutError = 0.0;
        network.sites.put(std::move(site));
    }
    for (int i = 0; i < links; ++i) {
        const SiteId a(1 + draw() % static_cast<unsigned>(sites));
        const SiteId b(1 + draw() % static_cast<unsigned>(sites));
        if (a == b) continue;
        applyPatch(network, connectSites(network, a, b));
        Link link = *network.links.rows().back();
        MeasuredLink kind;
        kind.successProbability = 0.001 * std::pow(1.6, static_cast<double>(draw() % 12));
        kind.fidelity = 0.85 + 0.001 * static_cast<double>(draw() % 150);
        kind.length = 1_m;
        link.kind = kind;
        network.links.put(std::move(link));
    }
    return network;
}

struct Path {
    double cost = 0.0;
    double rate = 1e300;
};

/// Every simple path, by brute force.
void allPaths(const StationGraph& graph, PointSource& points, std::size_t at, std::size_t target, Path path, std::set<std::size_t>& visited,
              std::size_t source, std::vector<Path>& found)
{
    if (at == target) {
        found.push_back(path);
        return;
    }
    for (std::size_t row = 0; row < graph.edges().size(); ++row) {
        const StationEdge& edge = graph.edges()[row];
        if (edge.a != at && edge.b != at) continue;
        const std::size_t next = edge.a == at ? edge.b : edge.a;
        if (!visited.insert(next).second) continue;
        Path longer = path;
        longer.cost += points.bestCost(row) + (at == source ? 0.0 : graph.swapCost(at));
        longer.rate = std::min(longer.rate, points.points(row).front().rate.si());
        allPaths(graph, points, next, target, longer, visited, source, found);
        visited.erase(next);
    }
}

} // namespace

class RouteSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatTryingEveryPathFinds()
    {
        int compared = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const Network network = randomMesh(7, 14, seed);
            StationGraph graph;
            graph.update(network);
            std::vector<Path> paths;
            std::set<std::size_t> visited{0};
            PointSource points(graph, ProtocolChoice(), network.general().settings, 0, 6);
            allPaths(graph, points, 0, 6, {}, visited, 0, paths);
            const RouteSearch search = searchRoutes(graph, points, 0, 6, 0.6, Rate());
            if (paths.empty()) {
                QVERIFY(search.candidates.empty());
                continue;
            }
            const auto best = std::min_element(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return a.cost < b.cost; });
            QVERIFY(!search.candidates.empty());
            QVERIFY(std::abs(search.candidates.front().cost - best->cost) < 1e-6);
            std::set<std::vector<std::size_t>> different;
            for (const StationRoute& route : search.candidates) different.insert(route.edges);
            const bool isFull = different.size() >= kMostRoutes;    // the search ended before it saw all
            // No path inside the reach may beat the whole set by more than the width of a rate class.
            for (const Path& path : paths) {
                if (path.cost > search.reach || isFull) continue;
                const bool isCovered = std::any_of(search.candidates.begin(), search.candidates.end(), [&](const StationRoute& r) {
                    return r.cost <= path.cost + 1e-6 && r.bottleneck.si() * kRateClass * kRateClass * kRateClass >= path.rate;
                });
                QVERIFY(isCovered);
                ++compared;
            }
        }
        QVERIFY(compared > 100);
    }

    void candidatesAreAParetoSet()
    {
        const Network network = randomMesh(12, 40, 3);
        StationGraph graph;
        graph.update(network);
        PointSource points(graph, ProtocolChoice(), network.general().settings, 0, 11);
        const RouteSearch search = searchRoutes(graph, points, 0, 11, 0.6, Rate());
        QVERIFY(!search.candidates.empty());
        for (std::size_t i = 1; i < search.candidates.size(); ++i) {
            QVERIFY(search.candidates[i].cost >= search.candidates[i - 1].cost);
            QVERIFY(search.candidates[i].bottleneck > search.candidates[i - 1].bottleneck);
        }
    }

    void aFarChangeIsRecognizedAsIrrelevantAndANearOneIsNot()
    {
        const Network network = randomMesh(12, 40, 3);
        StationGraph graph;
        graph.update(network);
        PointSource points(graph, ProtocolChoice(), network.general().settings, 0, 11);
        const RouteSearch search = searchRoutes(graph, points, 0, 11, 0.6, Rate());
        QVERIFY(!search.isUntouchedBy({0}));
        QVERIFY(!search.isUntouchedBy(search.candidates.front().stations));
        QVERIFY(search.isUntouchedBy({}));
    }

    void sitesWithoutMemoryAreNotStations()
    {
        Network network = aChain(2).spaced(10_km);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Junction));
        StationGraph graph;
        graph.update(network);
        QCOMPARE(graph.stationCount(), std::size_t(2));
        QCOMPARE(graph.edges().size(), std::size_t(1));
        QCOMPARE(graph.edges().front().links.size(), std::size_t(2));
    }
};

BELLWEAVE_TEST(RouteSearchTest)
#include "route_search_test.moc"
