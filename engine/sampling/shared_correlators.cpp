// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/shared_correlators.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

bool isAlike(const Correlators& values, std::size_t a, std::size_t b) { return values.values[a + 1] == values.values[b + 1]; }
bool isAlike(const SamplingProgram::Rates& rates, std::size_t a, std::size_t b) { return rates[a] == rates[b]; }
bool isAlike(const std::vector<SamplingProgram::Rates>& all, std::size_t a, std::size_t b)
{
    return std::all_of(all.begin(), all.end(), [&](const auto& rates) { return isAlike(rates, a, b); });
}

bool isAlike(const SamplingProgram::Link& link, std::size_t a, std::size_t b) { return isAlike(link.state, a, b); }
bool isAlike(const SamplingProgram::Join& join, std::size_t a, std::size_t b)
{
    return !join.round && isAlike(join.whileLeftWaits, a, b) && isAlike(join.whileRightWaits, a, b) && isAlike(join.factors, a, b);
}
bool isAlike(const SamplingProgram::Row& row, std::size_t a, std::size_t b)
{
    return isAlike(row.whileLeftWaits, a, b) && isAlike(row.whileRightWaits, a, b) && isAlike(row.first, a, b) && isAlike(row.last, a, b)
        && isAlike(row.factors, a, b);
}

bool isAlike(const SamplingProgram& program, std::size_t a, std::size_t b)
{
    return std::all_of(program.steps.begin(), program.steps.end(),
                       [&](const auto& step) { return std::visit([&](const auto& kind) { return isAlike(kind, a, b); }, step); });
}

} // namespace

SharedCorrelators::SharedCorrelators(const SamplingProgram& program)
{
    for (std::size_t c = 0; c < 3; ++c) {
        const auto like = std::find_if(m_of.begin(), m_of.end(), [&](std::size_t other) { return isAlike(program, other, c); });
        m_arrayOf[c] = static_cast<std::size_t>(like - m_of.begin());
        if (like == m_of.end()) m_of.push_back(c);
    }
}

} // namespace bellweave::engine
