// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/many_processes.h"

namespace bellweave::cli {

std::unique_ptr<ManyProcesses> joinManyProcesses() { return nullptr; }

} // namespace bellweave::cli
