// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/sampling_program.h"

#include <QMetaType>

namespace bellweave::test {

/// 2^levels links of one chance, joined in halves of halves; Werner pairs that fade as exp(-wait/coherence) while they wait, times
/// in attempts.
struct NestedChain {
    int levels = 1;
    double success = 0.1;
    double swap = 1.0;
    double werner = 1.0;
    double coherence = 400.0;
    std::vector<double> cutoffs;    ///< by level, from the bottom; none where empty
};

inline engine::SamplingProgram::Link wernerLink(double success, double werner)
{
    return {success, 1.0, 0.0, {{1.0, werner, werner, werner}}};
}

inline std::size_t addNested(engine::SamplingProgram& program, const NestedChain& chain, int level)
{
    if (level == 0) return program.add(wernerLink(chain.success, chain.werner));
    engine::SamplingProgram::Join join;
    join.left = addNested(program, chain, level - 1);
    join.right = addNested(program, chain, level - 1);
    const double rate = 1.0 / chain.coherence;
    join.whileLeftWaits = join.whileRightWaits = {rate, rate, rate};
    join.success = chain.swap;
    if (!chain.cutoffs.empty()) join.cutoff = chain.cutoffs[static_cast<std::size_t>(level - 1)];
    return program.add(join);
}

inline engine::SamplingProgram programOf(const NestedChain& chain)
{
    engine::SamplingProgram program;
    addNested(program, chain, chain.levels);
    return program;
}

/// Perfect pairs swapped as soon as possible; every half, those at the ends too, loses its phase as exp(-wait/coherence).
inline engine::SamplingProgram dephasingRow(std::size_t links, double success, double coherence)
{
    engine::SamplingProgram program;
    engine::SamplingProgram::Row row;
    const engine::SamplingProgram::Rates rates{0.0, 1.0 / coherence, 1.0 / coherence};
    for (std::size_t i = 0; i < links; ++i) row.links.push_back(program.add(wernerLink(success, 1.0)));
    row.told.assign(links, 0.0);
    row.whileLeftWaits.assign(links - 1, rates);
    row.whileRightWaits.assign(links - 1, rates);
    row.first = row.last = rates;
    program.add(row);
    return program;
}

/// Of two Werner pairs: kept with (1 + w w')/2, which leaves (w + w' + 4 w w')/6 of that (Bennett et al., PRL 76, 722 (1996)).
inline engine::PairMap wernerRound()
{
    engine::PairMap map;
    map.m[0][0][0] = 0.5;
    for (std::size_t i = 1; i < 4; ++i) {
        map.m[0][i][i] = 0.5 / 3.0;
        for (std::size_t k = 1; k < 4; ++k) {
            map.m[k][i][0] = map.m[k][0][i] = 1.0 / 18.0;
            map.m[k][i][i] = 4.0 / 18.0;
        }
    }
    return map;
}

} // namespace bellweave::test

Q_DECLARE_METATYPE(bellweave::test::NestedChain)
