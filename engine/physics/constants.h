// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::engine {

// Exact by the definition of the SI (2019).
constexpr double kSpeedOfLight = 299792458.0;     // m/s
constexpr double kPlanck = 6.62607015e-34;        // J s
constexpr double kBoltzmann = 1.380649e-23;       // J/K

} // namespace bellweave::engine
