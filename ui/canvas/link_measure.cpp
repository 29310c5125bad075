// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/link_measure.h"

#include "engine/economics/cost.h"
#include "ui/style/theme.h"

#include <QCoreApplication>

namespace bellweave::ui {
namespace {

/// Gives the texts of this file their translation context.
class Canvas {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

/// k€ a year; none for a link that is gone since.
std::optional<double> leaseOf(const Network& network, const engine::LinkResult& result)
{
    const Link* link = network.links.find(result.id);
    if (!link) return std::nullopt;
    return engine::fiberLease(network.general().costs, *link, result.length).si() / 1e3;
}

std::optional<double> valueOf(LinkMeasure measure, const Network& network, const engine::LinkResult& link)
{
    switch (measure) {
    case LinkMeasure::Fidelity: return link.available ? std::optional(link.state.fidelity()) : std::nullopt;
    case LinkMeasure::Rate: return link.available ? std::optional(link.rate.si()) : std::nullopt;
    case LinkMeasure::Loss: return link.loss ? std::optional(link.loss->si()) : std::nullopt;
    case LinkMeasure::Cost: return leaseOf(network, link);
    case LinkMeasure::Margin: return std::nullopt;
    }
    Q_UNREACHABLE();
}

double marginOf(const Demand& demand, const engine::DemandResult& result)
{
    const double most = std::numeric_limits<double>::max();
    if (demand.purpose == Purpose::SecretKey) return result.keyRate / demand.minKeyRate;
    const double rate = demand.minRate.si() > 0 ? result.rate.si() / demand.minRate.si() : most;
    const double fidelity = result.fidelity < 1.0 ? (1.0 - demand.minFidelity) / (1.0 - result.fidelity) : most;
    return std::min(rate, fidelity);
}

std::map<LinkId, double> margins(const Network& network, const engine::Evaluation& evaluation)
{
    std::map<LinkId, double> worst;
    for (const engine::DemandResult& result : evaluation.demands) {
        const Demand* demand = network.demands.find(result.id);
        if (!demand || !result.isServed()) continue;
        const double margin = marginOf(*demand, result);
        for (const LinkId link : result.linksAlong()) {
            const auto [place, isFirst] = worst.try_emplace(link, margin);
            if (!isFirst) place->second = std::min(place->second, margin);
        }
    }
    return worst;
}

} // namespace

int ColorScale::colorOf(double value) const
{
    const auto above = std::upper_bound(limits.begin(), limits.end(), value) - limits.begin();
    return static_cast<int>(largerIsBetter ? above : static_cast<std::ptrdiff_t>(limits.size()) - above);
}

ColorScale colorScale(LinkMeasure measure, const MapSettings& map)
{
    switch (measure) {
    case LinkMeasure::Fidelity: return {map.classLimits(), true};
    case LinkMeasure::Rate: return {{0.1, 1, 10, 100, 1000}, true};
    case LinkMeasure::Loss: return {{5, 10, 20, 30, 40}, false};
    case LinkMeasure::Margin: return {{0.5, 0.9, 1, 1.25, 2}, true};
    case LinkMeasure::Cost: return {{10, 30, 100, 300, 1000}, false};
    }
    Q_UNREACHABLE();
}

std::map<LinkId, double> linkValues(LinkMeasure measure, const Network& network, const engine::Evaluation& evaluation)
{
    if (measure == LinkMeasure::Margin) return margins(network, evaluation);
    std::map<LinkId, double> values;
    for (const engine::LinkResult& link : evaluation.links)
        if (const auto value = valueOf(measure, network, link)) values.emplace_hint(values.end(), link.id, *value);
    return values;
}

QString measureName(LinkMeasure measure)
{
    switch (measure) {
    case LinkMeasure::Fidelity: return Canvas::tr("Fidelity");
    case LinkMeasure::Rate: return Canvas::tr("Rate");
    case LinkMeasure::Loss: return Canvas::tr("Loss");
    case LinkMeasure::Margin: return Canvas::tr("Margin");
    case LinkMeasure::Cost: return Canvas::tr("Cost");
    }
    Q_UNREACHABLE();
}

QString legendTitle(LinkMeasure measure)
{
    switch (measure) {
    case LinkMeasure::Fidelity: return Canvas::tr("Color: link fidelity");
    case LinkMeasure::Rate: return Canvas::tr("Color: link rate, ebit/s");
    case LinkMeasure::Loss: return Canvas::tr("Color: loss, dB");
    case LinkMeasure::Margin: return Canvas::tr("Color: margin, times the need");
    case LinkMeasure::Cost: return Canvas::tr("Color: fiber lease, k€/a");
    }
    Q_UNREACHABLE();
}

QString measureExplanation(LinkMeasure measure)
{
    switch (measure) {
    case LinkMeasure::Fidelity:
        return Canvas::tr("Fidelity of a fresh pair over the link alone. Below 0.5 no entanglement is left.");
    case LinkMeasure::Rate: return Canvas::tr("Heralded pairs per second over the link alone.");
    case LinkMeasure::Loss: return Canvas::tr("Loss of the whole fiber, without source and detectors. A measured link has none.");
    case LinkMeasure::Margin:
        return Canvas::tr("How far the demands over the link are above what they require. Of each demand the smaller of two ratios "
                          "counts: rate reached to rate required, and infidelity allowed to infidelity reached; of a demand for key its rate alone. Of all demands over "
                          "the link the worst counts. 1 just meets the requirement; links that no demand uses have no margin.");
    case LinkMeasure::Cost: return Canvas::tr("What the fiber of the link costs a year: its length at the lease of the design's prices.");
    }
    Q_UNREACHABLE();
}

} // namespace bellweave::ui
