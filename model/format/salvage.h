// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/network.h"

#include <QByteArray>
#include <vector>

namespace bellweave {

/// What can be read of a design file that is wrong somewhere.
struct SalvagedDesign {
    Network network;
    std::vector<Error> refused;    ///< each part that was left out: where it stands and why
};

/// Reads a design element by element and leaves out what is wrong, also where the text breaks off or cannot be parsed further.
/// Fails when not even one site can be read. `name` is used in messages.
Result<SalvagedDesign> salvageDesign(const QByteArray& text, const QString& name);

} // namespace bellweave
