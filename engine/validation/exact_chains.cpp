// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/distillation.h"
#include "engine/physics/error_correction.h"
#include "engine/physics/on_demand.h"
#include "engine/physics/swap.h"
#include "engine/physics/two_qubit_state.h"
#include "engine/physics/waiting_time.h"
#include "engine/validation/exact_table.h"

#include <cmath>

namespace bellweave::engine {
namespace {

constexpr BellDiagonal kP{{0.75, 0.05, 0.12, 0.08}};
constexpr BellDiagonal kQ{{0.7, 0.1, 0.15, 0.05}};

double longest(int segments, double probability) { return meanOfMaximum(std::vector<double>(static_cast<std::size_t>(segments), probability)); }

double waitingFactor(int segments, double probability, double memorySteps)
{
    const auto count = static_cast<std::size_t>(segments);
    return meanWaitingFactor(std::vector<double>(count, probability), std::vector<double>(count - 1, 1.0 / memorySteps));
}

BellDiagonal nested(int rounds)
{
    BellDiagonal state = werner(0.8);
    for (int i = 0; i < rounds; ++i) state = dejmps(state, state).state;
    return state;
}

double pumped(int rounds)
{
    BellDiagonal state = werner(0.8);
    for (int i = 0; i < rounds; ++i) state = dejmps(state, werner(0.8)).state;
    return state.fidelity();
}

constexpr auto kMatrix = "Density-matrix circuit";
constexpr auto kMarkov = "Markov chain";

constexpr ExactRow kRows[] = {
    {"swap-ideal", "swap of two unlike pairs", 0.552, 6, [] { return swapped(kP, kQ, {}).fidelity(); }, kMatrix},
    {"swap-noisy", "the same with gate and read-out noise", 0.498940, 6, [] { return swapped(kP, kQ, {0.9, 0.02, 0.05}).fidelity(); }, kMatrix},
    {"swap-werner", "swap of two Werner pairs of 0.95, p_g 0.99, 0.5 % read-out", 0.88819756, 8, [] { return swapped(werner(0.95), werner(0.95), {0.99, 0.005, 0.005}).fidelity(); }, kMatrix},
    {"bbpssw-0.8/success", "BBPSSW on Werner 0.8, success", 0.768889, 6, [] { return bbpssw(werner(0.8), werner(0.8)).success; }, kMatrix},
    {"bbpssw-0.8/fidelity", "BBPSSW on Werner 0.8", 0.838150, 6, [] { return bbpssw(werner(0.8), werner(0.8)).state.fidelity(); }, kMatrix},
    {"dejmps-unlike/success", "DEJMPS on two unlike pairs, success", 0.665, 6, [] { return dejmps(kP, kQ).success; }, kMatrix},
    {"dejmps-unlike/fidelity", "DEJMPS on two unlike pairs", 0.795489, 6, [] { return dejmps(kP, kQ).state.fidelity(); }, kMatrix},
    {"dejmps-nested", "three rounds of nested DEJMPS from Werner 0.8", 0.987974, 6, [] { return nested(3).fidelity(); }, kMatrix},
    {"pumping", "six rounds of pumping from Werner 0.8", 0.90213, 5, [] { return pumped(6); }, kMatrix},
    {"double-selection", "double selection on Werner 0.8", 0.887417, 6, [] { return doubleSelection(werner(0.8), werner(0.8), werner(0.8)).state.fidelity(); }, kMatrix},
    {"hashing", "hashing yield of Werner 0.95", 0.634355, 6, [] { return hashingYield(werner(0.95)); }, "1 − H(p)", "ebit"},
    {"maximum-2", "mean of the longer of two waits, p 0.1", 14.736842, 6, [] { return longest(2, 0.1); }, kMarkov, "steps"},
    {"maximum-16", "mean of the longest of sixteen waits, p 0.1", 32.587248, 6, [] { return longest(16, 0.1); }, kMarkov, "steps"},
    {"maximum-rare", "mean of the longer of two waits, p 0.01", 149.748744, 6, [] { return longest(2, 0.01); }, kMarkov, "steps"},
    {"waiting-2", "mean decay of two segments, p 0.1, memory 20 steps", 0.67890351, 8, [] { return waitingFactor(2, 0.1, 20); }, kMarkov},
    {"waiting-2-long", "mean decay of two segments, p 0.01, memory 1,000 steps", 0.90950661, 8, [] { return waitingFactor(2, 0.01, 1000); }, kMarkov},
    {"waiting-4", "mean decay of four segments, p 0.1, memory 20 steps", 0.33375376, 8, [] { return waitingFactor(4, 0.1, 20); }, kMarkov},
    {"waiting-8", "mean decay of eight segments, p 0.1, memory 20 steps", 0.08132457, 8, [] { return waitingFactor(8, 0.1, 20); }, kMarkov},
    {"cutoff/steps", "two segments with a cut-off of 10, p 0.1, mean time", 17.073365, 6, [] { return twoSegmentsWithCutoff(0.1, 10, 0.05).meanSteps; }, kMarkov, "steps"},
    {"cutoff/decay", "the same, mean decay, memory 20 steps", 0.816006, 6, [] { return twoSegmentsWithCutoff(0.1, 10, 0.05).meanFactor; }, kMarkov},
    {"on-demand-2", "pair on demand at link efficiency 2", 0.625, 6, [] { return onDemandFidelity(2.0); }, "Humphreys et al., Nature 558, 268 (2018)"},
    {"on-demand-8", "pair on demand at link efficiency 8", 0.807248, 6, [] { return onDemandFidelity(8.0); }, "Humphreys et al., Nature 558, 268 (2018)"},
    {"steane-hop", "failure of [[7,1,3]] at 1 % error", 2.031042e-3, 9, [] { return codeFailure(7, 1, 0.01); }, "Binomial tail"},
    {"steane-chain", "the same over ten swaps", 0.0199431, 7, [] { return oddFlips(codeFailure(7, 1, 0.01), 10); }, "Odd number of flips"},
    {"parity-5-3", "parity code of 5 × 3 photons over η 0.95", 0.9993164, 7, [] { return parityCodeArrival(5, 3, 0.95); }, "Enumeration of losses"},
    {"parity-23-5", "parity code of 23 × 5 photons over η 0.9", 0.9997700, 7, [] { return parityCodeArrival(23, 5, 0.90); }, "Enumeration of losses"},
};

} // namespace

std::span<const ExactRow> exactChains() { return kRows; }

} // namespace bellweave::engine
