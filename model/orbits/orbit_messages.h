// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/orbits/element_sets.h"

namespace bellweave {

// Orbit mean-elements messages of the CCSDS, 502.0-B-2: the keywords that SGP4 needs, in three kinds of text.

Result<ElementFile> readOmmCsv(const QByteArray& text);
Result<ElementFile> readOmmJson(const QByteArray& text);
Result<ElementFile> readOmmXml(const QByteArray& text);

} // namespace bellweave
