// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <QString>

namespace bellweave {

/// Tells designs apart by what they hold: the first 16 hexadecimal digits of the SHA-256 of the text they are saved as. The
/// same for every copy of a design, under any file name.
QString designFingerprint(const Network& network);

} // namespace bellweave
