// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sample_design.h"

#include "model/edit/field.h"
#include "model/network/presets.h"

namespace bellweave::cli {
namespace {

Site siteWithEverything(SiteId id)
{
    Site site;
    site.id = id;
    site.key = QStringLiteral("site-%1").arg(id.number());
    const NodeHardware hardware = nodeHardware(NodeHardware().preset);
    site.processor = Processor{hardware, Processor().qubits};
    site.repeater = Repeater{hardware};
    site.station = heraldStation(HeraldStation().preset);
    site.terminal = keyTerminal(KeyTerminal().preset);
    return site;
}

Link linkOfKind(LinkId id, LinkKind kind)
{
    Link link;
    link.id = id;
    link.key = QStringLiteral("link-%1").arg(id.number());
    link.from = SiteId(1);
    link.to = SiteId(2);
    link.kind = std::move(kind);
    return link;
}

Demand plainDemand()
{
    Demand demand;
    demand.id = DemandId(1);
    demand.key = QStringLiteral("demand-1");
    demand.from = SiteId(1);
    demand.to = SiteId(2);
    return demand;
}

ReportPlot plainPlot()
{
    ReportPlot plot;
    plot.id = PlotId(1);
    plot.key = QStringLiteral("plot-1");
    return plot;
}

bool isIdentity(const FieldRow& field)
{
    return field.path == u"id" || field.path == u"from" || field.path == u"to" || field.path == u"plot";
}

} // namespace

SampleDesign::SampleDesign()
{
    m_network.sites.put(siteWithEverything(SiteId(1)));
    m_network.sites.put(siteWithEverything(SiteId(2)));
    for (LinkKind& kind : defaultLinkKinds()) m_network.links.put(linkOfKind(m_network.links.nextId(), std::move(kind)));
    m_network.demands.put(plainDemand());
    m_network.reportPlots.put(plainPlot());
}

/// The link that holds the block of this name; the first for what all links have.
LinkId SampleDesign::linkWith(const QString& block) const
{
    for (const Link& link : m_network.links)
        for (const PlacedValue& field : fieldValues(m_network, link.id))
            if (!block.isEmpty() && field.place->kind->key == block) return link.id;
    return LinkId(1);
}

ElementRef SampleDesign::elementOf(const KindRow& kind) const
{
    if (kind.element == u"site") return SiteId(1);
    if (kind.element == u"link") return linkWith(kind.key);
    if (kind.element == u"demand") return DemandId(1);
    if (kind.element == u"report_plot") return PlotId(1);
    return std::monostate();
}

std::optional<double> SampleDesign::defaultNumber(const KindRow& kind, const FieldRow& field) const
{
    const Result<FieldValue> value = fieldValue(m_network, elementOf(kind), fieldPath(kind, field));
    return value ? value->number : std::nullopt;
}

QString SampleDesign::defaultText(const KindRow& kind, const FieldRow& field) const
{
    const Result<FieldValue> value = fieldValue(m_network, elementOf(kind), fieldPath(kind, field));
    if (!value || isIdentity(field) || value->origin == FieldOrigin::Derived) return QString();
    if (value->number && field.dimension == Dimension::Fraction) return exactNumber(*value->number);
    if (value->number) return formatQuantity(*value->number, field.dimension, 6);
    if (field.type == FieldType::Toggle) return value->toggle ? QStringLiteral("true") : QStringLiteral("false");
    return value->text;
}

} // namespace bellweave::cli
