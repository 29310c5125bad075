// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "ui/report/report.h"

#include <QPageSize>

namespace bellweave::ui {

/// Writes the report as .html or .pdf, decided by the path's ending; the paper is that of a PDF. Whole or not at all.
/// Errors: InvalidInput for another ending, NotWritable.
Result<void> writeReport(const Report& report, const QString& path, const QPageSize& paper);

} // namespace bellweave::ui
