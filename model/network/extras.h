// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>

namespace bellweave {

/// Fields of a file that this version does not know, by their path inside the element, as JSON text.
/// They are written back unchanged, so that a newer program's work survives an older one.
using Extras = std::map<QString, QByteArray>;

} // namespace bellweave
