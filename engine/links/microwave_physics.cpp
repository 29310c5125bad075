// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/microwave_physics.h"

#include "engine/physics/fiber.h"
#include "engine/physics/microwave.h"
#include "model/network/presets.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

LinkPhysics unavailable(const QString& reason)
{
    LinkPhysics physics;
    physics.reason = reason;
    physics.hasMeetingPoint = false;
    return physics;
}

MicrowavePhysics lineOf(const NodeHardware& a, const NodeHardware& b, const MicrowaveLink& link, Length length)
{
    MicrowavePhysics line;
    line.scheme = link.scheme;
    line.transmissivity = toTransmission(microwaveLoss(link, length));
    line.photons = linePhotons(link);
    line.transferTime = link.transferTime;
    line.delay = fiberDelay(length, link.groupIndex);
    line.repetition = Duration::fromSi(1.0 / link.repetition.si());
    line.readoutTime = b.gates.readoutTime;
    line.readoutError = b.gates.readoutError;
    line.memoryA = a.memory;
    line.memoryB = b.memory;
    return line;
}

} // namespace

std::vector<LossTerm> microwaveLosses(const MicrowaveLink& link, Length length)
{
    std::vector<LossTerm> terms{{translated("Waveguide"), link.attenuation * length, translated("attenuation × length")}};
    if (link.fixedLoss > Decibel()) terms.push_back({translated("Circulators and connections"), link.fixedLoss, translated("loss that does not grow with length")});
    return terms;
}

Decibel microwaveLoss(const MicrowaveLink& link, Length length) { return link.attenuation * length + link.fixedLoss; }

double linePhotons(const MicrowaveLink& link) { return thermalPhotons(link.frequency, link.temperature.si()); }

bool isSuperconducting(const NodeHardware& hardware)
{
    const Preset* preset = findPreset(QStringLiteral("node"), hardware.preset);
    return !preset || preset->platform == u"Superconducting";
}

QString notSuperconductingText(const Site& site)
{
    const Preset* preset = findPreset(QStringLiteral("node"), hardwareOf(site)->preset);
    return translated("%1 holds %2: only superconducting qubits send and take microwave photons.").arg(site.displayName(), preset ? preset->label : hardwareOf(site)->preset);
}

LinkPhysics microwavePhysics(const Site& a, const Site& b, const MicrowaveLink& link, std::optional<Length> length)
{
    for (const Site* end : {&a, &b})
        if (!isSuperconducting(*hardwareOf(*end))) return unavailable(notSuperconductingText(*end));
    if (!length) return unavailable(translated("The length is unknown: an end has no position."));
    LinkPhysics physics;
    physics.available = true;
    physics.hasMeetingPoint = false;
    physics.length = *length;
    physics.loss = microwaveLoss(link, *length);
    physics.budget = microwaveLosses(link, *length);
    fillStations(physics, *hardwareOf(a), *hardwareOf(b));
    physics.microwave = lineOf(*hardwareOf(a), *hardwareOf(b), link, *length);
    physics.signalTime = physics.microwave->delay;
    return physics;
}

} // namespace bellweave::engine
