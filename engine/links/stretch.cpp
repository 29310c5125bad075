// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/stretch.h"

#include "engine/links/free_space_path.h"
#include "engine/links/sky_path.h"
#include "engine/links/microwave_physics.h"
#include "engine/physics/fiber.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr Decibel kShut = Decibel::fromSi(1e6);    // more than all that is open

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

FiberPlant plantOf(const FiberLink& fiber)
{
    return {fiber.attenuation, fiber.connectors, fiber.connectorLoss, fiber.spliceSpacing.value_or(Length()), fiber.spliceLoss, fiber.fixedLoss};
}

/// Terms that are zero say nothing, but a fiber without any loss still has its own.
std::vector<LossTerm> fiberLosses(const FiberLink& fiber, Length length, double share)
{
    if (fiber.measuredLoss) return {{translated("Fiber, measured"), share * *fiber.measuredLoss, translated("measured, not modeled")}};
    const FiberLoss loss = fiberLoss(length, plantOf(fiber));
    std::vector<LossTerm> terms{{translated("Fiber"), share * loss.glass, translated("attenuation × length, to the heralding station")}};
    const auto add = [&](Decibel term, const QString& label, const QString& formula) {
        if (term > Decibel()) terms.push_back({label, share * term, formula});
    };
    add(loss.splices, translated("Splices"), translated("number × loss per splice"));
    add(loss.connectors, translated("Connectors"), translated("number × loss per connector"));
    add(loss.fixed, translated("Extra loss"), translated("switches, filters and other fixed loss"));
    return terms;
}

Stretch stretchIn(const FiberLink& fiber, Length length, double share)
{
    return {.length = share * length, .losses = fiberLosses(fiber, length, share), .delay = fiberDelay(share * length, fiber.groupIndex),
            .dispersion = dispersionOf(fiber.dispersion, share * length), .phaseNoise = std::sqrt(share) * fiber.phaseNoise, .noise = share * fiber.coexistenceNoise,
            .polarizationError = 0.5 * (1.0 - std::pow(1.0 - 2.0 * fiber.polarizationError, share)), .alignmentDuty = fiber.alignmentDuty};
}

/// A beam is not divided: nothing stands in the air.
Stretch stretchIn(const FreeSpaceLink& beam, Length length, double share)
{
    if (share <= 0.0) return {};
    FreeSpacePath path = freeSpacePath(beam, length);
    return {.length = length, .losses = std::move(path.losses), .delay = fiberDelay(length, kAirIndex), .phaseNoise = beam.phaseNoise,
            .noise = path.background, .blocked = path.blocked};
}

Stretch stretchIn(const SatelliteLink& sky, Length length, double share)
{
    if (share <= 0.0) return {};
    FreeSpacePath path = skyPath(sky);
    return {.length = length, .losses = std::move(path.losses), .delay = fiberDelay(length, 1.0), .phaseNoise = sky.phaseNoise, .noise = path.background, .blocked = path.blocked,
            .isFromTo = sky.way ? std::optional(sky.way->isFromTo) : std::nullopt};
}

template<typename T>
    requires std::same_as<T, MicrowaveLink> || std::same_as<T, MeasuredLink>
Stretch stretchIn(const T&, Length, double)
{
    Q_ASSERT_X(false, "stretchOf", "no light passes this kind of link");
    return {};
}

Decibel lossIn(const FiberLink& fiber, Length length) { return fiber.measuredLoss.value_or(fiberLoss(length, plantOf(fiber)).total()); }
Decibel lossIn(const FreeSpaceLink& beam, Length length) { return stretchIn(beam, length, 1.0).loss(); }
Decibel lossIn(const SatelliteLink& sky, Length length) { return stretchIn(sky, length, 1.0).loss(); }
Decibel lossIn(const MicrowaveLink& line, Length length) { return microwaveLoss(line, length); }
Decibel lossIn(const MeasuredLink&, Length) { return {}; }

bool isShutIn(const FiberLink&, Length) { return false; }
bool isShutIn(const FreeSpaceLink& beam, Length length) { return !freeSpacePath(beam, length).blocked.isEmpty(); }
bool isShutIn(const SatelliteLink& sky, Length) { return !sky.way || !sky.way->blocked.isEmpty(); }
bool isShutIn(const MicrowaveLink&, Length) { return false; }
bool isShutIn(const MeasuredLink&, Length) { return false; }

double stationShareIn(const FiberLink& fiber) { return fiber.stationPosition; }
double stationShareIn(const FreeSpaceLink& beam) { return beam.stationEnd == LinkEnd::To ? 1.0 : 0.0; }
double stationShareIn(const SatelliteLink& sky) { return !sky.way || sky.way->isFromTo ? 1.0 : 0.0; }
double stationShareIn(const MicrowaveLink&) { return 0.5; }
double stationShareIn(const MeasuredLink&) { return 0.5; }

} // namespace

Decibel Stretch::loss() const
{
    Decibel sum;
    for (const LossTerm& term : losses) sum += term.loss;
    return sum;
}

Stretch stretchOf(const Link& link, Length length, double share)
{
    return std::visit([&](const auto& kind) { return stretchIn(kind, length, share); }, link.kind);
}

Decibel lossOf(const LinkKind& kind, Length length)
{
    return std::visit([&](const auto& value) { return lossIn(value, length); }, kind);
}

Decibel wayLossOf(const LinkKind& kind, Length length)
{
    const bool isShut = std::visit([&](const auto& value) { return isShutIn(value, length); }, kind);
    return lossOf(kind, length) + (isShut ? kShut : Decibel());
}

bool isBarred(const LinkKind& kind)
{
    const auto* sky = std::get_if<SatelliteLink>(&kind);
    return sky && isShutIn(*sky, {});
}

double stationShare(const LinkKind& kind)
{
    return std::visit([](const auto& value) { return stationShareIn(value); }, kind);
}

} // namespace bellweave::engine
