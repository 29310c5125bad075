// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

namespace bellweave {
struct Preset;
}

namespace bellweave::ui {

/// "Standard fiber, 1550 nm (2026)"; labels that tell the year keep it.
QString presetName(const Preset& preset);

// What stands in each chapter of a report. Precondition: network and evaluation are there.
using ReportBlocks = std::vector<ReportBlock>;

ReportBlocks verdictBlocks(const ReportInput& input);
ReportBlocks mapBlocks(const ReportInput& input);
ReportBlocks demandBlocks(const ReportInput& input);
ReportBlocks plotBlocks(const ReportInput& input);
ReportBlocks linkBlocks(const ReportInput& input);
ReportBlocks costBlocks(const ReportInput& input);
ReportBlocks fixBlocks(const ReportInput& input);
ReportBlocks assumptionBlocks(const ReportInput& input);
ReportBlocks findingBlocks(const ReportInput& input);
ReportBlocks parameterBlocks(const ReportInput& input);
ReportBlocks provenanceBlocks(const ReportInput& input);

} // namespace bellweave::ui
