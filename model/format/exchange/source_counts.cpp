// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/source_counts.h"

#include <numeric>

namespace bellweave {
namespace {

/// Number of elements whose value occurs more than once.
template<typename Value>
int countShared(const std::map<Value, int>& occurrences)
{
    int shared = 0;
    for (const auto& [value, count] : occurrences)
        if (count > 1) shared += count;
    return shared;
}

/// Groups of nodes that are joined by edges.
class Components {
public:
    explicit Components(std::size_t count) : m_parents(count), m_count(static_cast<int>(count))
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }
    void join(std::size_t a, std::size_t b)
    {
        const std::size_t first = rootOf(a);
        const std::size_t second = rootOf(b);
        if (first == second) return;
        m_parents[first] = second;
        --m_count;
    }
    int count() const { return m_count; }

private:
    std::size_t rootOf(std::size_t node)
    {
        while (m_parents[node] != node) node = m_parents[node] = m_parents[m_parents[node]];
        return node;
    }
    std::vector<std::size_t> m_parents;
    int m_count;
};

void countNodes(const std::vector<GraphNode>& nodes, SourceCounts& counts)
{
    std::map<QString, int> labels;
    std::map<std::pair<double, double>, int> positions;
    for (const GraphNode& node : nodes) {
        const QString label = attributeText(node.attributes, QStringLiteral("label"));
        if (label.isEmpty()) ++counts.emptyLabels;
        else ++labels[label];
        if (const std::optional<GeoPosition> position = statedPosition(node)) ++positions[{position->latitude, position->longitude}];
        else ++counts.nodesWithoutPosition;
        counts.hyperedgeNodes += isHyperedge(node) ? 1 : 0;
        counts.externalNodes += isExternal(node) ? 1 : 0;
    }
    counts.nodesSharingLabel = countShared(labels);
    counts.nodesSharingPosition = countShared(positions);
}

void countEdges(const GraphSource& graph, SourceCounts& counts)
{
    std::map<QString, std::size_t> numbers;
    for (const GraphNode& node : graph.nodes) numbers.try_emplace(node.id, numbers.size());
    Components components(numbers.size());
    std::map<std::pair<std::size_t, std::size_t>, int> pairs;
    for (const GraphEdge& edge : graph.edges) {
        const auto source = numbers.find(edge.source);
        const auto target = numbers.find(edge.target);
        if (source == numbers.end() || target == numbers.end()) continue;
        components.join(source->second, target->second);
        if (source == target) ++counts.selfLoops;
        else if (++pairs[std::minmax(source->second, target->second)] > 1) ++counts.parallelEdges;
    }
    counts.distinctPairs = static_cast<int>(pairs.size());
    counts.components = components.count();
}

/// A coordinate under any of its usual names, if it is a number within the limit.
std::optional<double> coordinate(const GraphNode& node, std::initializer_list<QString> names, double limit)
{
    for (const QString& name : names) {
        bool isNumber = false;
        const double value = attributeText(node.attributes, name).toDouble(&isNumber);
        if (isNumber && std::abs(value) <= limit) return value;
    }
    return std::nullopt;
}

} // namespace

std::optional<GeoPosition> statedPosition(const GraphNode& node)
{
    const auto latitude = coordinate(node, {QStringLiteral("Latitude"), QStringLiteral("latitude"), QStringLiteral("lat")}, 90.0);
    const auto longitude = coordinate(node, {QStringLiteral("Longitude"), QStringLiteral("longitude"), QStringLiteral("lon")}, 180.0);
    if (!latitude || !longitude) return std::nullopt;
    return GeoPosition{*latitude, *longitude};
}

bool isHyperedge(const GraphNode& node)
{
    return attributeText(node.attributes, QStringLiteral("hyperedge")) == u"1";
}

bool isExternal(const GraphNode& node)
{
    return attributeText(node.attributes, QStringLiteral("Internal")) == u"0";
}

SourceCounts countSource(const GraphSource& graph)
{
    SourceCounts counts;
    counts.layer = attributeText(graph.attributes, QStringLiteral("Layer"));
    countNodes(graph.nodes, counts);
    countEdges(graph, counts);
    return counts;
}

} // namespace bellweave
