// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/graph_source.h"

#include "model/format/exchange/key_maker.h"
#include "model/format/exchange/place_by_neighbors.h"
#include "model/format/exchange/source_counts.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bellweave {
namespace {

/// "Country: Belgium" a line, without the attributes that have a place of their own in the design.
QString attributeNotes(const GraphAttributes& attributes, std::initializer_list<QStringView> leftOut)
{
    QStringList lines;
    for (const auto& [name, value] : attributes)
        if (std::find(leftOut.begin(), leftOut.end(), name) == leftOut.end() && !value.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(name, value));
    return lines.join(u'\n');
}

/// Whether the loss of a fiber kind holds at a wavelength.
bool carries(const Preset& fiber, Length wavelength)
{
    const auto low = fiber.values.find(QStringLiteral("wavelength_low_m"));
    const auto high = fiber.values.find(QStringLiteral("wavelength_high_m"));
    const bool isKnown = low != fiber.values.end() && high != fiber.values.end();
    return isKnown && low->second.value <= wavelength.si() && wavelength.si() <= high->second.value;
}

/// The first fiber kind that carries what the stations send; the default kind when none does.
FiberLink fiberFor(const NodeHardware& stations)
{
    for (const Preset* preset : presetsOfKind(QStringLiteral("fiber")))
        if (carries(*preset, stations.source.wavelength)) return fiberLink(preset->id);
    return fiberLink(FiberLink().preset);
}

class GraphImport {
    Q_DECLARE_TR_FUNCTIONS(GraphImport)

public:
    GraphImport(GraphSource graph, const ImportOptions& options)
        : m_graph(std::move(graph)), m_options(options), m_hardware(nodeHardware(options.stationPreset)),
          m_fiber(fiberFor(m_hardware)) {}

    Imported run(const QString& fileName);

private:
    static QString nodeText(const GraphNode& node);
    static QString edgeText(const GraphEdge& edge, std::size_t number);
    void addSites();
    void addLinks();
    void addLink(const GraphEdge& edge, const Site& from, const Site& to);
    void place();
    void describe(const QString& fileName);
    void warn();
    Site siteOf(const GraphNode& node);
    void checkPosition(const GraphNode& node);
    bool isFromTheZoo() const;
    QString graphText(const char* name) const { return attributeText(m_graph.attributes, QLatin1String(name)); }
    void skip(const QString& element, const QString& why) { m_result.report.skipped.push_back({element, why}); }

    GraphSource m_graph;
    const ImportOptions& m_options;
    NodeHardware m_hardware;
    FiberLink m_fiber;
    KeyMaker m_siteKeys;
    KeyMaker m_linkKeys;
    std::map<QString, SiteId> m_siteIds;
    Imported m_result;
};

Imported GraphImport::run(const QString& fileName)
{
    ImportReport& report = m_result.report;
    report.format = m_graph.format;
    report.nodes = static_cast<int>(m_graph.nodes.size());
    report.edges = static_cast<int>(m_graph.edges.size());
    report.source = countSource(m_graph);
    report.skipped = std::move(m_graph.skipped);
    report.warnings = m_graph.warnings;
    addSites();
    addLinks();
    place();
    describe(fileName);
    warn();
    return std::move(m_result);
}

QString GraphImport::nodeText(const GraphNode& node)
{
    const QString label = attributeText(node.attributes, QStringLiteral("label"));
    return label.isEmpty() ? tr("node %1").arg(node.id) : tr("node %1 (%2)").arg(node.id, label);
}

QString GraphImport::edgeText(const GraphEdge& edge, std::size_t number)
{
    return tr("edge %1 (%2 to %3)").arg(edge.id.isEmpty() ? QString::number(number) : edge.id, edge.source, edge.target);
}

void GraphImport::addSites()
{
    for (const GraphNode& node : m_graph.nodes) {
        if (m_siteIds.contains(node.id)) {
            skip(nodeText(node), tr("Another node has the same id."));
            continue;
        }
        checkPosition(node);
        Site site = siteOf(node);
        m_siteIds[node.id] = site.id;
        m_result.network.sites.put(std::move(site));
    }
    m_result.report.sites = static_cast<int>(m_result.network.sites.size());
}

Site GraphImport::siteOf(const GraphNode& node)
{
    QString label = attributeText(node.attributes, QStringLiteral("label"));
    const bool isJunction = isHyperedge(node);
    if (isJunction && (label.isEmpty() || label == u"None")) label = tr("Junction %1").arg(node.id);
    const QString slug = slugOf(label);
    const QString numbered = (slug.isEmpty() ? QStringLiteral("node") : slug) + u'-' + slugOf(node.id);

    Site site;
    site.id = m_result.network.sites.nextId();
    site.key = m_siteKeys.take(slug, numbered);
    site.name = label;
    site.position = statedPosition(node);
    site.notes = attributeNotes(node.attributes, {u"label", u"Latitude", u"Longitude", u"latitude", u"longitude", u"lat", u"lon"});
    if (!isJunction) site.repeater = Repeater{m_hardware};
    return site;
}

void GraphImport::checkPosition(const GraphNode& node)
{
    const QString latitude = attributeText(node.attributes, QStringLiteral("Latitude"));
    const QString longitude = attributeText(node.attributes, QStringLiteral("Longitude"));
    if (statedPosition(node) || (latitude.isEmpty() && longitude.isEmpty())) return;
    skip(tr("position of %1").arg(nodeText(node)),
         tr("\"%1\", \"%2\" is no latitude from -90 to 90 with a longitude from -180 to 180.").arg(latitude, longitude));
}

void GraphImport::addLinks()
{
    std::size_t number = 0;
    for (const GraphEdge& edge : m_graph.edges) {
        const auto from = m_siteIds.find(edge.source);
        const auto to = m_siteIds.find(edge.target);
        if (from == m_siteIds.end() || to == m_siteIds.end())
            skip(edgeText(edge, number), tr("It names a node that the file does not hold."));
        else if (from == to)
            skip(edgeText(edge, number), tr("A link from a site to itself carries no entanglement anywhere."));
        else
            addLink(edge, *m_result.network.sites.find(from->second), *m_result.network.sites.find(to->second));
        ++number;
    }
    m_result.report.links = static_cast<int>(m_result.network.links.size());
}

void GraphImport::addLink(const GraphEdge& edge, const Site& from, const Site& to)
{
    Link link;
    link.id = m_result.network.links.nextId();
    const QString key = from.key + u'-' + to.key;
    link.key = m_linkKeys.take(key, key);
    link.from = from.id;
    link.to = to.id;
    link.kind = m_fiber;
    link.notes = attributeNotes(edge.attributes, {u"key"});
    m_result.network.links.put(std::move(link));
}

void GraphImport::place()
{
    ImportReport& report = m_result.report;
    Network& network = m_result.network;
    if (m_options.placeByNeighbors) report.sitesPlacedByNeighbors = static_cast<int>(bellweave::placeByNeighbors(network).size());
    for (const Site& site : network.sites)
        if (!site.position) ++report.sitesWithoutPosition;
    for (const Link& link : network.links)
        if (network.sites.find(link.from)->position && network.sites.find(link.to)->position) ++report.lengthsFromGeometry;
}

bool GraphImport::isFromTheZoo() const
{
    return graphText("Creator").contains(u"Topology Zoo") || graphText("Source").contains(u"topology-zoo");
}

void GraphImport::describe(const QString& fileName)
{
    General general = m_result.network.general();
    general.name = graphText("Network").simplified();
    if (general.name.isEmpty()) general.name = graphText("label").simplified();
    if (general.name.isEmpty()) general.name = QFileInfo(fileName).completeBaseName();
    QStringList notes{tr("Imported from %1 (%2).").arg(QFileInfo(fileName).fileName(), m_graph.format)};
    if (isFromTheZoo())
        notes.append(QStringLiteral("Data: S. Knight, H. X. Nguyen, N. Falkner, R. Bowden, M. Roughan, \"The Internet Topology Zoo\", "
                                    "IEEE JSAC 29(9), 2011; CC BY 4.0."));
    notes.append(attributeNotes(m_graph.attributes, {}));
    general.notes = notes.join(u'\n').trimmed();
    m_result.network.setGeneral(std::move(general));
}

void GraphImport::warn()
{
    const ImportReport& report = m_result.report;
    QStringList& warnings = m_result.report.warnings;
    const QString& layer = report.source.layer;
    if (!layer.isEmpty() && !layer.contains(u"fib", Qt::CaseInsensitive))
        warnings.append(tr("%1-layer map: distances are lower bounds, because its lines are not fiber routes.").arg(layer));
    if (report.sitesPlacedByNeighbors > 0)
        warnings.append(tr("%n site(s) without coordinates were placed by their neighbors.", nullptr, report.sitesPlacedByNeighbors));
    if (report.sitesWithoutPosition > 0)
        warnings.append(tr("%n site(s) have no position; their links have no length.", nullptr, report.sitesWithoutPosition));
    if (report.source.hyperedgeNodes > 0)
        warnings.append(tr("%n junction(s) of drawn lines became passive splices without equipment.", nullptr, report.source.hyperedgeNodes));
}

} // namespace

QString attributeText(const GraphAttributes& attributes, const QString& name)
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? QString() : found->second.trimmed();
}

Result<Imported> importGraph(GraphSource graph, const QString& name, const ImportOptions& options)
{
    if (!findPreset(QStringLiteral("node"), options.stationPreset)) {
        QStringList known;
        for (const Preset* preset : presetsOfKind(QStringLiteral("node"))) known.append(preset->id);
        return Error{Error::Code::InvalidInput,
                     GraphImport::tr("There is no station preset \"%1\". Accepted: %2.").arg(options.stationPreset, known.join(u", ")), {}};
    }
    return GraphImport(std::move(graph), options).run(name);
}

} // namespace bellweave
