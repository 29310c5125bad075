// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/migrations/migration.h"

#include <algorithm>

namespace bellweave {

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> steps;
    return steps;
}

int oldestVersion(const std::vector<Migration>& steps, int current)
{
    return steps.empty() ? current : steps.front().from;
}

void migrate(Json& root, int version, int current, const std::vector<Migration>& steps)
{
    for (; version < current; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(), [version](const Migration& s) { return s.from == version; });
        Q_ASSERT_X(step != steps.end(), "migrate", "the steps must lead from every old version to the present one");
        step->apply(root);
        root["version"] = version + 1;
    }
}

} // namespace bellweave
