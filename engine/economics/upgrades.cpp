// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/upgrades.h"

#include "model/network/presets.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Decades by which a value that should be large is above what is paid for.
double decadesAbove(double value, double bought)
{
    return value > bought && bought > 0.0 ? std::log10(value / bought) : 0.0;
}

/// Decades by which a value that should be small is below; nothing gets below a millionth.
double decadesBelow(double value, double bought)
{
    constexpr double kLeast = 1e-6;
    return decadesAbove(1.0 / std::max(value, kLeast), 1.0 / std::max(bought, kLeast));
}

bool isProjected(const char* kind, const QString& id)
{
    const Preset* preset = findPreset(QString::fromLatin1(kind), id);
    return preset && preset->projected;
}

/// One for the step to hardware that does not exist yet.
double projectionStep(const char* kind, const QString& from, const QString& to)
{
    return isProjected(kind, to) && !isProjected(kind, from) ? 1.0 : 0.0;
}

/// Upgrades of everything that both networks hold, and of new elements over what their price buys.
class Improvement {
public:
    Improvement(const Network& before, const Network& after)
    {
        for (const Site& site : after.sites) addSite(site, before.sites.find(site.id));
        for (const Link& link : after.links)
            if (const auto* fiber = std::get_if<FiberLink>(&link.kind)) addFiber(*fiber, before.links.find(link.id));
    }
    double sum() const { return m_sum; }

private:
    void addSite(const Site& now, const Site* old)
    {
        if (old && *old == now) return;
        if (const NodeHardware* hardware = hardwareOf(now)) {
            const NodeHardware* from = old ? hardwareOf(*old) : nullptr;
            m_sum += from ? hardwareUpgrades(*from, *hardware) : hardwareUpgrades(*hardware);
        }
        if (now.station) m_sum += old && old->station ? detectorUpgrades(*old->station, *now.station) : detectorUpgrades(*now.station);
    }

    void addFiber(const FiberLink& now, const Link* old)
    {
        const auto* from = old ? std::get_if<FiberLink>(&old->kind) : nullptr;
        if (from) m_sum += detectorUpgrades(from->station, now.station);
        else m_sum += detectorUpgrades(now.station);
    }

    double m_sum = 0.0;
};

} // namespace

double hardwareUpgrades(const NodeHardware& from, const NodeHardware& to)
{
    const double errors = std::max({decadesBelow(to.gates.twoQubitError, from.gates.twoQubitError),
                                    decadesBelow(to.gates.oneQubitError, from.gates.oneQubitError),
                                    decadesBelow(to.gates.readoutError, from.gates.readoutError)});
    // A projected preset betters everything in its one step.
    if (const double step = projectionStep("node", from.preset, to.preset); step > 0.0) return step;
    return errors + decadesAbove(to.memory.coherenceTime.si(), from.memory.coherenceTime.si())
        + decadesAbove(to.memory.slots, from.memory.slots)
        + decadesAbove(to.source.emissionEfficiency, from.source.emissionEfficiency)
        + decadesBelow(1.0 - to.source.visibility, 1.0 - from.source.visibility);
}

double detectorUpgrades(const HeraldStation& from, const HeraldStation& to)
{
    if (const double step = projectionStep("detector", from.preset, to.preset); step > 0.0) return step;
    return decadesBelow(1.0 - to.detector.efficiency, 1.0 - from.detector.efficiency)
        + decadesBelow(to.detector.darkCounts.si(), from.detector.darkCounts.si());
}

NodeHardware boughtHardware(const NodeHardware& hardware)
{
    return findPreset(QStringLiteral("node"), hardware.preset) ? nodeHardware(hardware.preset) : hardware;
}

HeraldStation boughtStation(const HeraldStation& station)
{
    return findPreset(QStringLiteral("detector"), station.preset) ? heraldStation(station.preset) : station;
}

double hardwareUpgrades(const NodeHardware& hardware)
{
    return hardwareUpgrades(boughtHardware(hardware), hardware) + (isProjected("node", hardware.preset) ? 1.0 : 0.0);
}

double detectorUpgrades(const HeraldStation& station)
{
    return detectorUpgrades(boughtStation(station), station) + (isProjected("detector", station.preset) ? 1.0 : 0.0);
}

Money priceOfChange(const Network& before, const CostResult& costBefore, const Network& after, const CostResult& costAfter)
{
    const Money elements = (costAfter.capex - costAfter.upgrades) - (costBefore.capex - costBefore.upgrades);
    return elements + Improvement(before, after).sum() * after.general().costs.hardwareUpgrade;
}

} // namespace bellweave::engine
