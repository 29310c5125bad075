// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/element_json.h"

#include "model/format/json_loader.h"
#include "model/format/json_saver.h"

namespace bellweave {
namespace {

template<typename T>
Json saved(const Network& network, const T& value, JsonFields fields)
{
    const auto keyOf = [&network](SiteId id) {
        const Site* site = network.sites.find(id);
        return site ? site->key : QString();
    };
    JsonSaver saver(keyOf, fields == JsonFields::All ? JsonSaver::Content::All : JsonSaver::Content::Departures);
    return saver.save(value);
}

template<typename T>
Result<T> loaded(const Network& network, const Json& json, T value, const QString& element, const QString& place)
{
    JsonLoader loader([&network](const QString& key) {
        const Site* site = siteByKey(network, key);
        return site ? site->id : SiteId();
    });
    loader.load(json, value, element, place);
    if (loader.error()) return *loader.error();
    return value;
}

template<typename T>
T unnamed(const T& identity)
{
    T value;
    value.id = identity.id;
    return value;
}

} // namespace

Json toJson(const Network& network, const Site& site, JsonFields fields) { return saved(network, site, fields); }
Json toJson(const Network& network, const Link& link, JsonFields fields) { return saved(network, link, fields); }
Json toJson(const Network& network, const Demand& demand, JsonFields fields) { return saved(network, demand, fields); }
Json toJson(const Network& network, const MapNote& note, JsonFields fields) { return saved(network, note, fields); }
Json toJson(const Network& network, const ReportPlot& plot, JsonFields fields) { return saved(network, plot, fields); }
Json toJson(const Network& network, const General& general, JsonFields fields) { return saved(network, general, fields); }

Result<Site> fromJson(const Network& network, const Json& json, const Site& identity)
{
    return loaded(network, json, unnamed(identity), QStringLiteral("site"), QStringLiteral("sites/") + identity.key);
}

Result<Link> fromJson(const Network& network, const Json& json, const Link& identity)
{
    return loaded(network, json, unnamed(identity), QStringLiteral("link"), QStringLiteral("links/") + identity.key);
}

Result<Demand> fromJson(const Network& network, const Json& json, const Demand& identity)
{
    return loaded(network, json, unnamed(identity), QStringLiteral("demand"), QStringLiteral("demands/") + identity.key);
}

Result<MapNote> fromJson(const Network& network, const Json& json, const MapNote& identity)
{
    return loaded(network, json, unnamed(identity), QStringLiteral("map_note"), QStringLiteral("map_notes/") + identity.key);
}

Result<ReportPlot> fromJson(const Network& network, const Json& json, const ReportPlot& identity)
{
    return loaded(network, json, unnamed(identity), QStringLiteral("report_plot"), QStringLiteral("report_plots/") + identity.key);
}

Result<General> fromJson(const Network& network, const Json& json, const General&)
{
    return loaded(network, json, General(), QStringLiteral("design"), QString());
}

} // namespace bellweave
