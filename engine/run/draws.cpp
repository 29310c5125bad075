// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/draws.h"

#include <Random123/philox.h>
#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr std::uint32_t low(std::uint64_t whole) { return static_cast<std::uint32_t>(whole); }
constexpr std::uint32_t high(std::uint64_t whole) { return static_cast<std::uint32_t>(whole >> 32); }

} // namespace

double Draws::uniform(std::uint64_t trial, std::uint32_t count) const
{
    const r123::Philox4x32::ctr_type counter{{low(trial), high(trial), count, static_cast<std::uint32_t>(m_purpose)}};
    const r123::Philox4x32::key_type key{{low(m_seed), high(m_seed)}};
    const auto bits = r123::Philox4x32()(counter, key);
    const std::uint64_t whole = (std::uint64_t{bits[0]} << 32) | bits[1];
    return (static_cast<double>(whole >> 11) + 1.0) * 0x1p-53;
}

double Draws::attempts(double success, std::uint64_t trial, std::uint32_t count) const
{
    if (success >= 1.0) return 1.0;
    return std::max(1.0, std::ceil(std::log(uniform(trial, count)) / std::log1p(-success)));
}

} // namespace bellweave::engine
