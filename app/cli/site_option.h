// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/network.h"

namespace bellweave::cli {

/// The site of a design that an option names by its id. Where there is none that fits, the error names those that do, or the nearest one.
Result<const Site*> siteOfOption(const Network& network, const QString& option, const QString& key, bool (*fits)(const Site&));

} // namespace bellweave::cli
