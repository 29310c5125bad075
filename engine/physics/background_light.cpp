// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/background_light.h"

#include "engine/physics/constants.h"

#include <numbers>

namespace bellweave::engine {

double backgroundCounts(const SkyView& view)
{
    const double solidAngle = std::numbers::pi * 0.25 * view.fieldOfView.si() * view.fieldOfView.si();
    const double area = std::numbers::pi * 0.25 * view.diameter.si() * view.diameter.si();
    const double micrometers = view.filterWidth.si() * 1e6;
    const double energy = view.radiance * solidAngle * area * micrometers * view.window.si();
    return view.efficiency * energy * view.wavelength.si() / (kPlanck * kSpeedOfLight);
}

Rate singleModeBackground(Radiance radiance, Length filterWidth, Length wavelength)
{
    const double power = radiance.si() * wavelength.si() * wavelength.si() * filterWidth.si() * 1e6;
    return Rate::fromSi(power * wavelength.si() / (kPlanck * kSpeedOfLight));
}

} // namespace bellweave::engine
