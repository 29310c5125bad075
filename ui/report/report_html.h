// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

namespace bellweave::ui {

/// The report as one page that needs nothing else: pictures and style inside, no scripts, the design embedded, well-formed
/// for XML readers too. The same report gives the same bytes.
QByteArray reportHtml(const Report& report);

} // namespace bellweave::ui
