// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/network.h"

namespace bellweave {
namespace {

template<typename T>
const T* byKey(const Table<T>& table, const QString& key)
{
    for (const T& row : table)
        if (row.key == key) return &row;
    return nullptr;
}

QString endName(const Network& network, SiteId id)
{
    const Site* site = network.sites.find(id);
    return site ? site->displayName() : QStringLiteral("?");
}

QString pairName(const Network& network, SiteId from, SiteId to)
{
    return endName(network, from) + QStringLiteral(" \u2013 ") + endName(network, to);
}

} // namespace

const Site* siteByKey(const Network& network, const QString& key) { return byKey(network.sites, key); }
const Link* linkByKey(const Network& network, const QString& key) { return byKey(network.links, key); }
const Demand* demandByKey(const Network& network, const QString& key) { return byKey(network.demands, key); }
const MapNote* noteByKey(const Network& network, const QString& key) { return byKey(network.mapNotes, key); }
const ReportPlot* plotByKey(const Network& network, const QString& key) { return byKey(network.reportPlots, key); }

QString displayName(const Network& network, const Link& link)
{
    return link.name.isEmpty() ? pairName(network, link.from, link.to) : link.name;
}

QString displayName(const Network& network, const Demand& demand)
{
    return demand.name.isEmpty() ? pairName(network, demand.from, demand.to) : demand.name;
}

bool isInUse(const Network& network, const Link& link)
{
    const auto isUp = [&](SiteId id) {
        const Site* site = network.sites.find(id);
        return site && !site->down;
    };
    return !link.down && isUp(link.from) && isUp(link.to);
}

std::optional<Length> typedLength(const Link& link)
{
    const std::optional<Length>* typed = lengthField(link.kind);
    return typed ? *typed : std::nullopt;
}

} // namespace bellweave
