// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/fiber.h"

namespace bellweave::engine {

FiberLoss fiberLoss(Length length, DecibelPerLength attenuation, Decibel fixed) { return {attenuation * length, fixed}; }

Duration fiberDelay(Length length, double groupIndex)
{
    return Duration::fromSi(length.si() * groupIndex / kSpeedOfLight);
}

} // namespace bellweave::engine
