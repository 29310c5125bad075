// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/geo/geodesic.h"

namespace bellweave::engine {

std::optional<Length> linkGeodesic(const Network& network, const Link& link)
{
    const Site* from = network.sites.find(link.from);
    const Site* to = network.sites.find(link.to);
    if (!from || !to || !from->position || !to->position) return std::nullopt;
    return geodesicDistance(*from->position, *to->position);
}

std::optional<Length> linkLength(const Network& network, const Link& link)
{
    if (const std::optional<Length> typed = typedLength(link)) return typed;
    const std::optional<Length> geodesic = linkGeodesic(network, link);
    return geodesic ? std::optional(*geodesic * network.general().settings.routeFactor) : std::nullopt;
}

} // namespace bellweave::engine
