// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/absorbing_physics.h"

#include "engine/links/herald_place.h"
#include "engine/physics/attempt_timing.h"
#include "engine/physics/detection.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

/// A photon of this many lifetimes is as good as whole: 95 %.
constexpr double kLifetimesInMode = 3.0;

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

double either(double one, double other) { return one + other - one * other; }

/// A click of the memory's own, or a noise photon that arrives in its mode and is loaded.
double falseLoading(const Memory& memory, Rate noise, Duration mode)
{
    return either(memory.falseLoading, darkProbability(memory.loadingEfficiency * noise, mode));
}

double storedWerner(const Memory& memory) { return 1.0 - 2.0 * memory.loadingError; }

LossTerm loadingTerm(const Memory& memory)
{
    return {translated("Heralded loading"), fromTransmission(memory.loadingEfficiency), translated("−10 log₁₀ η_loading")};
}

/// What lies between a pair and a loaded memory on one side.
std::vector<LossTerm> sourceBudget(const PairSource& source, const HeraldSide& side, const Memory& memory)
{
    std::vector<LossTerm> budget{{translated("Coupling of the pair source"), fromTransmission(source.couplingEfficiency), translated("−10 log₁₀ η_coupling")}};
    budget.insert(budget.end(), side.losses.begin(), side.losses.end());
    budget.push_back(loadingTerm(memory));
    return budget;
}

std::vector<LossTerm> sendingBudget(const PhotonSource& source, const HeraldSide& side, const Memory& memory)
{
    std::vector<LossTerm> budget{
        {translated("Emission and collection"), fromTransmission(source.emissionEfficiency), translated("−10 log₁₀ η_emission")},
        {translated("Frequency conversion"), fromTransmission(source.conversionEfficiency), translated("−10 log₁₀ η_conversion")}};
    budget.insert(budget.end(), side.losses.begin(), side.losses.end());
    budget.push_back(loadingTerm(memory));
    return budget;
}

double transmission(const std::vector<LossTerm>& budget)
{
    Decibel loss;
    for (const LossTerm& term : budget) loss += term.loss;
    return toTransmission(loss);
}

void fillTimes(PairSourcePhysics& physics, const HeraldPlace& place)
{
    const Duration whole = place.a.delay + place.b.delay;
    // A photon reaches A, that of its partner B, and the news of B comes back over the whole way.
    physics.busyA = 2.0 * place.b.delay;
    physics.busyB = 2.0 * place.a.delay;
    physics.told = whole + std::max(place.a.delay, place.b.delay);
    physics.waitA = physics.told - place.a.delay;
    physics.waitB = physics.told - place.b.delay;
}

/// The light of one end through the whole run.
SendingPhysics sendingAlong(const NodeHardware& sender, const NodeHardware& receiver, const HeraldSide& way, bool isFromA)
{
    SendingPhysics physics;
    physics.isFromA = isFromA;
    physics.budget = sendingBudget(sender.source, way, receiver.memory);
    physics.eta = transmission(physics.budget);
    physics.transmissivity = toTransmission(way.loss);
    physics.mode = kLifetimesInMode * sender.source.lifetime;
    physics.falseLoading = falseLoading(receiver.memory, physics.transmissivity * sender.source.conversionNoise + way.noise, physics.mode);
    physics.storedWerner = storedWerner(receiver.memory);
    physics.doubleExcitation = sender.source.doubleExcitation;
    physics.period = std::max(sender.source.preparationTime, receiver.source.preparationTime) + 2.0 * way.delay;
    const Duration thereAndBack = 2.0 * way.delay;
    physics.waitA = isFromA ? thereAndBack : way.delay;
    physics.waitB = isFromA ? way.delay : thereAndBack;
    return physics;
}

/// Memories cut what a continuous source sends into modes: so many a second, each in every color and place.
std::optional<double> meanPairs(const PairSource& source, const NodeHardware& a, const NodeHardware& b)
{
    if (source.emission == PairEmission::Pulsed || !source.pairRate) return source.meanPairs;
    return *source.pairRate / (commonModesAtOnce(a, b) * source.repetition);
}

} // namespace

std::optional<PairSourcePhysics> pairSourcePhysics(const NodeHardware& a, const NodeHardware& b, const LightRun& run)
{
    if (!run.source) return std::nullopt;
    const PairSource& source = *run.source->pairSource;
    const HeraldPlace place = placeAfter(run, run.sourceAfter, LightWay::ToTheEnds);
    if (place.isAgainstLight) return std::nullopt;
    PairSourcePhysics physics;
    const auto budgetA = sourceBudget(source, place.a, a.memory);
    const auto budgetB = sourceBudget(source, place.b, b.memory);
    physics.etaA = transmission(budgetA);
    physics.etaB = transmission(budgetB);
    physics.budget = physics.etaA <= physics.etaB ? budgetA : budgetB;
    physics.transmissivityA = toTransmission(place.a.loss);
    physics.transmissivityB = toTransmission(place.b.loss);
    physics.pulse = Duration::fromSi(1.0 / source.repetition.si());
    physics.reset = std::max(a.source.preparationTime, b.source.preparationTime);
    physics.falseA = falseLoading(a.memory, place.a.noise, physics.pulse);
    physics.falseB = falseLoading(b.memory, place.b.noise, physics.pulse);
    physics.alignmentError = 0.5 * (1.0 - (1.0 - 2.0 * source.alignmentError) * (1.0 - 2.0 * place.polarizationError));
    physics.storedWerner = storedWerner(a.memory) * storedWerner(b.memory);
    physics.meanPairs = meanPairs(source, a, b);
    fillTimes(physics, place);
    return physics;
}

std::vector<SendingPhysics> sendingPhysics(const NodeHardware& a, const NodeHardware& b, const LightRun& run)
{
    std::vector<SendingPhysics> all;
    const HeraldPlace there = placeAfter(run, run.links.size(), LightWay::ToTheMiddle), back = placeAfter(run, 0, LightWay::ToTheMiddle);
    if (canAbsorb(b.memory) && !there.isAgainstLight) all.push_back(sendingAlong(a, b, there.a, true));
    if (canAbsorb(a.memory) && !back.isAgainstLight) all.push_back(sendingAlong(b, a, back.b, false));
    return all;
}

} // namespace bellweave::engine
