// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace bellweave::engine {

/// What a draw decides. Part of its address, so its number never changes.
enum class DrawPurpose : std::uint32_t { AttemptsOfHop = 1, EventsOfPlan = 2, SampledPairs = 3, HeraldsOfLink = 4, SwapsOfStation = 5, FaultsOfStation = 6, FaultsOfLink = 7, RequestsOfDemand = 8, FaultsOfController = 9, RoundsOfStation = 10 };

/// Random numbers with an address in place of an order: the same seed, purpose, trial and count give the same number, in whatever
/// thread and sequence they are asked for. Philox4x32-10. Source: Salmon, Moraes, Dror & Shaw, SC '11, article 16.
class Draws {
public:
    Draws(std::uint64_t seed, DrawPurpose purpose) : m_seed(seed), m_purpose(purpose) {}

    /// Evenly spread over (0, 1], in steps of 2^-53.
    double uniform(std::uint64_t trial, std::uint32_t count) const;
    /// The attempt that succeeds first, 1 or later, each with this chance in (0, 1].
    double attempts(double success, std::uint64_t trial, std::uint32_t count) const;

private:
    std::uint64_t m_seed;
    DrawPurpose m_purpose;
};

} // namespace bellweave::engine
