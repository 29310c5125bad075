// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/fiber.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

constexpr double kRounding = 1e-9;    // eleven whole pieces need ten joints, however their lengths were rounded

FiberLoss fiberLoss(Length length, const FiberPlant& plant)
{
    const double splices = plant.spliceSpacing > Length() ? std::max(0.0, std::ceil(length / plant.spliceSpacing - kRounding) - 1.0) : 0.0;
    return {plant.attenuation * length, splices * plant.spliceLoss, plant.connectors * plant.connectorLoss, plant.fixed};
}

Duration fiberDelay(Length length, double groupIndex)
{
    return Duration::fromSi(length.si() * groupIndex / kSpeedOfLight);
}

} // namespace bellweave::engine
