// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bellweave {

/// The JSON Schema (draft 2020-12) of the project file, made from the same serialize() functions that read and write it;
/// descriptions, ranges and choices come from the catalog, defaults from the types.
QByteArray projectSchema();

} // namespace bellweave
