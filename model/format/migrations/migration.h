// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/json_text.h"

#include <vector>

namespace bellweave {

/// One step from a file version to the next, on raw JSON: the types of an old version need not live on in the code.
/// Each step has a sample of its old version in tests/data/old_projects, which is never edited.
struct Migration {
    int from = 0;                      ///< makes version from + 1 out of version from
    void (*apply)(Json& root) = nullptr;
};

/// Every step, oldest first. Version 1 is the first there was, so there is none yet.
const std::vector<Migration>& migrations();

/// The oldest version that the steps lead on from.
int oldestVersion(const std::vector<Migration>& steps, int current);
/// Takes the file from its version to `current`. Precondition: oldestVersion() <= version <= current.
void migrate(Json& root, int version, int current, const std::vector<Migration>& steps);

} // namespace bellweave
