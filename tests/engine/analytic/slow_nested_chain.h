// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/nested_chain.h"
#include "engine/physics/distillation.h"

#include <cmath>

namespace bellweave::test {

using namespace bellweave::engine;

inline NestedUnit swapUnit(double success, std::optional<double> cutoff = {}) { return {NestedUnit::Kind::Swap, success, cutoff, {}}; }
inline NestedUnit bbpsswUnit(std::optional<double> cutoff = {}) { return {NestedUnit::Kind::Bbpssw, 1.0, cutoff, {}}; }
inline NestedUnit dejmpsUnit(std::optional<double> cutoff = {}) { return {NestedUnit::Kind::Dejmps, 1.0, cutoff, {}}; }

inline NestedProtocol wernerChain(double p, double w, double coherence, std::vector<NestedUnit> units)
{
    return {p, wernerCorrelators(w), wernerDecay(coherence), std::move(units)};
}

/// The slow twin: probability and state for each step, pair of times by pair of times.
struct SlowLaw {
    std::vector<double> probability;
    std::vector<Correlators> weighted;    ///< correlators times probability

    explicit SlowLaw(std::size_t steps) : probability(steps), weighted(steps, {{0.0, 0.0, 0.0, 0.0}}) {}
    void add(std::size_t step, double chance, const Correlators& state)
    {
        probability[step] += chance;
        for (std::size_t i = 0; i < 4; ++i) weighted[step].values[i] += chance * state.values[i];
    }
    Correlators stateAt(std::size_t step) const
    {
        Correlators result = weighted[step];
        for (double& value : result.values) value /= probability[step];
        return result;
    }
};

inline Correlators waited(Correlators state, const WaitingDecay& decay, double steps)
{
    state.values[1] *= std::exp(-decay.zz * steps);
    state.values[2] *= std::exp(-decay.xx * steps);
    state.values[3] *= std::exp(-decay.xx * steps);
    return state;
}

/// What two pairs give: chance and state.
inline std::pair<double, Correlators> made(const NestedUnit& unit, const Correlators& a, const Correlators& b)
{
    if (unit.kind == NestedUnit::Kind::Swap) return {unit.success, a * b * unit.factors};
    const bool isWerner = unit.kind == NestedUnit::Kind::Bbpssw;
    const Distilled result = (isWerner ? bbpssw : dejmps)(fromCorrelators(a), fromCorrelators(b), {});
    return {result.success, toCorrelators(isWerner ? werner(result.state.fidelity()) : result.state) * unit.factors};
}

inline SlowLaw slowUnit(const SlowLaw& input, const NestedUnit& unit, const WaitingDecay& decay)
{
    const std::size_t steps = input.probability.size();
    SlowLaw success(steps);
    std::vector<double> failure(steps, 0.0);
    double seen = 0.0;
    for (std::size_t first = 0; first < steps; ++first) {
        seen += input.probability[first];
        double inTime = 0.0;
        for (std::size_t later = first; later < steps; ++later) {
            if (unit.cutoff && static_cast<double>(later - first) > *unit.cutoff) break;
            if (input.probability[first] == 0.0 || input.probability[later] == 0.0) continue;
            inTime += later > first ? input.probability[later] : 0.0;
            const double both = (later == first ? 1.0 : 2.0) * input.probability[first] * input.probability[later];
            const auto [chance, state] = made(unit, waited(input.stateAt(first), decay, static_cast<double>(later - first)), input.stateAt(later));
            success.add(later, both * chance, state);
            failure[later] += both * (1.0 - chance);
        }
        const std::size_t end = unit.cutoff ? first + static_cast<std::size_t>(*unit.cutoff) : steps;
        if (end < steps) failure[end] += 2.0 * input.probability[first] * (1.0 - seen - inTime);
    }
    for (std::size_t step = 1; step < steps; ++step)
        for (std::size_t failed = 1; failed < step; ++failed) {
            success.probability[step] += failure[failed] * success.probability[step - failed];
            for (std::size_t i = 0; i < 4; ++i)
                success.weighted[step].values[i] += failure[failed] * success.weighted[step - failed].values[i];
        }
    return success;
}

inline SlowLaw slowChain(const NestedProtocol& protocol, std::size_t steps)
{
    SlowLaw law(steps);
    for (std::size_t t = 1; t < steps; ++t)
        law.add(t, protocol.linkSuccess * std::pow(1.0 - protocol.linkSuccess, static_cast<double>(t) - 1.0), protocol.linkState);
    for (const NestedUnit& unit : protocol.units) law = slowUnit(law, unit, protocol.decay);
    return law;
}

} // namespace bellweave::test
