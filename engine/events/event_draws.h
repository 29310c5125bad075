// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/draws.h"

#include <Random123/philox.h>
#include <cmath>

namespace bellweave::engine {

/// Random numbers of one part of a simulated network, one after the other: at (seed, run, part, count). So two designs that differ
/// elsewhere see the same luck here.
class EventDraws {
public:
    EventDraws(std::uint64_t seed, std::uint32_t run, DrawPurpose purpose, std::uint32_t part) : m_seed(seed), m_run(run), m_purpose(purpose), m_part(part) {}

    /// Evenly spread over (0, 1], in steps of 2^-53.
    double uniform()
    {
        const r123::Philox4x32::ctr_type counter{{m_run, m_part, m_count++, static_cast<std::uint32_t>(m_purpose)}};
        const r123::Philox4x32::key_type key{{static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32)}};
        const auto bits = r123::Philox4x32()(counter, key);
        return (static_cast<double>(((std::uint64_t{bits[0]} << 32) | bits[1]) >> 11) + 1.0) * 0x1p-53;
    }
    /// The attempt that succeeds first, each with this chance; `inverse`: 1/ln(1 - p), 0 for certain success.
    std::int64_t attempts(double inverse)
    {
        const double drawn = std::ceil(std::log(uniform()) * inverse);
        return drawn < 1.0 ? 1 : static_cast<std::int64_t>(std::min(drawn, 0x1p62));
    }

private:
    std::uint64_t m_seed;
    std::uint32_t m_run;
    DrawPurpose m_purpose;
    std::uint32_t m_part;
    std::uint32_t m_count = 0;
};

} // namespace bellweave::engine
