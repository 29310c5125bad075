// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/json_text.h"
#include "model/network/network.h"

#include <functional>

namespace bellweave {

/// Which fields of an element's JSON form are there.
enum class JsonFields { Departures, All };

/// One element, or the general part, as it stands in a file. Ends are written as the keys of their sites.
Json toJson(const Network& network, const Site& site, JsonFields fields = JsonFields::Departures);
Json toJson(const Network& network, const Link& link, JsonFields fields = JsonFields::Departures);
Json toJson(const Network& network, const Demand& demand, JsonFields fields = JsonFields::Departures);
Json toJson(const Network& network, const MapNote& note, JsonFields fields = JsonFields::Departures);
Json toJson(const Network& network, const ReportPlot& plot, JsonFields fields = JsonFields::Departures);
Json toJson(const Network& network, const General& general, JsonFields fields = JsonFields::Departures);

/// The element of such a form; its ends are looked up in the network. Its id is that of `identity`, to take its place.
Result<Site> fromJson(const Network& network, const Json& json, const Site& identity);
Result<Link> fromJson(const Network& network, const Json& json, const Link& identity);
Result<Demand> fromJson(const Network& network, const Json& json, const Demand& identity);
Result<MapNote> fromJson(const Network& network, const Json& json, const MapNote& identity);
Result<ReportPlot> fromJson(const Network& network, const Json& json, const ReportPlot& identity);
Result<General> fromJson(const Network& network, const Json& json, const General& identity);

} // namespace bellweave
