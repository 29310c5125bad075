// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/upgrades.h"

#include "model/network/presets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>

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

/// The presets of one kind: what their prices buy, and which of them do not exist yet.
template<typename T>
struct Shelf {
    std::unordered_map<QString, T> bought;
    std::unordered_set<QString> projected;
};

template<typename T>
Shelf<T> filled(QStringView kind, T (*make)(const QString&))
{
    Shelf<T> shelf;
    for (const Preset& preset : allPresets()) {
        // A design must cost the same on every machine, and only shipped presets are everywhere.
        if (preset.kind != kind || preset.isYours) continue;
        shelf.bought.emplace(preset.id, make(preset.id));
        if (preset.projected) shelf.projected.insert(preset.id);
    }
    return shelf;
}

// Filled once: every site asks in every evaluation.
const Shelf<NodeHardware>& nodes()
{
    static const Shelf<NodeHardware> shelf = filled<NodeHardware>(u"node", nodeHardware);
    return shelf;
}

const Shelf<HeraldStation>& detectors()
{
    static const Shelf<HeraldStation> shelf = filled<HeraldStation>(u"detector", heraldStation);
    return shelf;
}

const Shelf<KeyTerminal>& terminals()
{
    static const Shelf<KeyTerminal> shelf = filled<KeyTerminal>(u"terminal", keyTerminal);
    return shelf;
}

/// Upgrades over what the price of a preset buys, with the step to a projected one.
template<typename T>
double upgradesFrom(const Shelf<T>& shelf, const T& bought, T own, double (*between)(const T&, const T&))
{
    own.preset = bought.preset;
    const double step = shelf.projected.contains(bought.preset) ? 1.0 : 0.0;
    return bought == own ? step : step + between(bought, own);
}

/// The same over the hardware's own preset. Where that is somebody's own, over the shipped one from which least is to be
/// upgraded: keeping values under a name of one's own makes them neither free nor dearer.
template<typename T>
double upgradesOver(const Shelf<T>& shelf, const T& own, double (*between)(const T&, const T&))
{
    const auto row = shelf.bought.find(own.preset);
    if (row != shelf.bought.end()) return upgradesFrom(shelf, row->second, own, between);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [id, bought] : shelf.bought) least = std::min(least, upgradesFrom(shelf, bought, own, between));
    return std::isfinite(least) ? least : 0.0;
}

/// One for the step to hardware that does not exist yet.
double projectionStep(const std::unordered_set<QString>& projected, const QString& from, const QString& to)
{
    return projected.contains(to) && !projected.contains(from) ? 1.0 : 0.0;
}

/// A memory that is made to absorb at all is one upgrade; then by the decade.
double loadingUpgrades(const Memory& from, const Memory& to)
{
    if (!canAbsorb(to)) return 0.0;
    return canAbsorb(from) ? decadesAbove(to.loadingEfficiency, from.loadingEfficiency) + decadesBelow(to.loadingError, from.loadingError) : 1.0;
}

double modeUpgrades(const Memory& from, const Memory& to)
{
    return decadesAbove(to.temporalModes, from.temporalModes) + decadesAbove(to.frequencyModes, from.frequencyModes)
        + decadesAbove(to.spatialModes, from.spatialModes);
}

double siteUpgrades(const Site* old, const Site& now)
{
    double sum = 0.0;
    if (const NodeHardware* hardware = hardwareOf(now)) {
        const NodeHardware* from = old ? hardwareOf(*old) : nullptr;
        sum += from ? hardwareUpgrades(*from, *hardware) : hardwareUpgrades(*hardware);
    }
    if (now.station) sum += old && old->station ? detectorUpgrades(*old->station, *now.station) : detectorUpgrades(*now.station);
    if (now.terminal) sum += old && old->terminal ? terminalUpgrades(*old->terminal, *now.terminal) : terminalUpgrades(*now.terminal);
    return sum;
}

double linkUpgrades(const Link* old, const Link& now)
{
    const HeraldStation* station = ownStation(now.kind);
    const HeraldStation* from = old ? ownStation(old->kind) : nullptr;
    if (!station) return 0.0;
    return from ? detectorUpgrades(*from, *station) : detectorUpgrades(*station);
}

} // namespace

double hardwareUpgrades(const NodeHardware& from, const NodeHardware& to)
{
    // A projected preset betters everything in its one step.
    if (const double step = projectionStep(nodes().projected, from.preset, to.preset); step > 0.0) return step;
    const double errors = std::max({decadesBelow(to.gates.twoQubitError, from.gates.twoQubitError),
                                    decadesBelow(to.gates.oneQubitError, from.gates.oneQubitError),
                                    decadesBelow(to.gates.readoutError, from.gates.readoutError)});
    return errors + loadingUpgrades(from.memory, to.memory) + decadesAbove(to.memory.coherenceTime.si(), from.memory.coherenceTime.si())
        + decadesAbove(to.memory.slots, from.memory.slots) + modeUpgrades(from.memory, to.memory)
        + decadesAbove(to.source.emissionEfficiency, from.source.emissionEfficiency)
        + decadesBelow(1.0 - to.source.visibility, 1.0 - from.source.visibility);
}

double detectorUpgrades(const HeraldStation& from, const HeraldStation& to)
{
    if (const double step = projectionStep(detectors().projected, from.preset, to.preset); step > 0.0) return step;
    return decadesBelow(1.0 - to.detector.efficiency, 1.0 - from.detector.efficiency)
        + decadesBelow(to.detector.darkCounts.si(), from.detector.darkCounts.si());
}

double terminalUpgrades(const KeyTerminal& from, const KeyTerminal& to)
{
    if (const double step = projectionStep(terminals().projected, from.preset, to.preset); step > 0.0) return step;
    return decadesBelow(1.0 - to.detector.efficiency, 1.0 - from.detector.efficiency)
        + decadesBelow(to.detector.darkCounts.si(), from.detector.darkCounts.si()) + decadesAbove(to.pulseRate.si(), from.pulseRate.si())
        + decadesBelow(to.misalignment, from.misalignment);
}

double hardwareUpgrades(const NodeHardware& hardware) { return upgradesOver<NodeHardware>(nodes(), hardware, hardwareUpgrades); }

double detectorUpgrades(const HeraldStation& station) { return upgradesOver<HeraldStation>(detectors(), station, detectorUpgrades); }

double terminalUpgrades(const KeyTerminal& own) { return upgradesOver<KeyTerminal>(terminals(), own, terminalUpgrades); }

Money priceOfChange(const Patch& patch, const CostTable& costs, const CostResult& before, const CostResult& after)
{
    double upgrades = 0.0;
    for (const auto& change : patch.sites)
        if (change.after) upgrades += change.after->costFactor * siteUpgrades(change.before.get(), *change.after);
    for (const auto& change : patch.links)
        if (change.after) upgrades += change.after->costFactor * linkUpgrades(change.before.get(), *change.after);
    const Money elements = (after.capex - after.upgrades) - (before.capex - before.upgrades);
    return elements + upgrades * costs.hardwareUpgrade;
}

} // namespace bellweave::engine
