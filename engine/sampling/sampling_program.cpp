// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sampling_program.h"

#include <algorithm>

namespace bellweave::engine {

std::size_t SamplingProgram::add(Step step)
{
    steps.push_back(std::move(step));
    return steps.size() - 1;
}

std::size_t SamplingProgram::links() const
{
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [](const Step& step) { return std::holds_alternative<Link>(step); }));
}

bool SamplingProgram::distills() const
{
    return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
        const Join* join = std::get_if<Join>(&step);
        return join && join->round;
    });
}

} // namespace bellweave::engine
