// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/encoded_hop.h"

#include "engine/physics/error_correction.h"

#include <cmath>

namespace bellweave::engine {
namespace {

double binomial(int count, int chosen, double chance)
{
    if (chance <= 0.0) return chosen == 0 ? 1.0 : 0.0;
    if (chance >= 1.0) return chosen == count ? 1.0 : 0.0;
    const double ways = std::lgamma(count + 1.0) - std::lgamma(chosen + 1.0) - std::lgamma(count - chosen + 1.0);
    return std::exp(ways + chosen * std::log(chance) + (count - chosen) * std::log1p(-chance));
}

/// A majority of so many votes, each wrong with this chance, is wrong; ties are tossed.
double majorityFlip(int votes, double error)
{
    double sum = 0.0;
    for (int wrong = votes; 2 * wrong > votes; --wrong) sum += binomial(votes, wrong, error);
    return votes % 2 == 0 ? sum + 0.5 * binomial(votes, votes / 2, error) : sum;
}

/// A block of which some photons arrived, but not all: its value is wrong.
double incompleteFlip(int photons, double transmissivity, double error)
{
    double sum = 0.0, chance = 0.0;
    for (int arrived = 1; arrived < photons; ++arrived) {
        const double here = binomial(photons, arrived, transmissivity);
        chance += here;
        sum += here * majorityFlip(arrived, error);
    }
    return chance > 0.0 ? sum / chance : 0.0;
}

} // namespace

LogicalFlips encodedPairFlips(int qubits, int correctable, const Correlators& physical)
{
    return {codeFailure(qubits, correctable, 0.5 * (1.0 - physical.values[1])), codeFailure(qubits, correctable, 0.5 * (1.0 - physical.values[2]))};
}

ParityCodeHop parityCodeHop(int blocks, int photons, double transmissivity, double error)
{
    const double complete = std::pow(transmissivity, photons);
    const double some = 1.0 - std::pow(1.0 - transmissivity, photons);
    const double parityFlip = oddFlips(error, photons);
    const double ofComplete = 1.0 - 2.0 * majorityFlip(photons, error);
    const double ofIncomplete = 1.0 - 2.0 * incompleteFlip(photons, transmissivity, error);
    ParityCodeHop hop;
    double bit = 0.0, phase = 0.0;
    for (int whole = 1; whole <= blocks; ++whole) {
        // Given that a block arrived at all.
        const double chance = some > 0.0 ? binomial(blocks, whole, std::min(1.0, complete / some)) * std::pow(some, blocks) : 0.0;
        hop.arrival += chance;
        phase += chance * majorityFlip(whole, parityFlip);
        bit += chance * 0.5 * (1.0 - std::pow(ofComplete, whole) * std::pow(ofIncomplete, blocks - whole));
    }
    if (hop.arrival > 0.0) hop.flips = {bit / hop.arrival, phase / hop.arrival};
    return hop;
}

} // namespace bellweave::engine
