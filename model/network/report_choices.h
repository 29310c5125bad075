// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <QStringList>

namespace bellweave {

/// The plots of the report as they follow each other there.
std::vector<Table<ReportPlot>::Pointer> plotsInOrder(const Network& network);

/// The chapters that the design asks for, in their order, also those that this version does not know; empty when it leaves that
/// to the program.
QStringList reportChapters(const Network& network);

/// What the design asks of its report and this version does not know: a sentence each, with its place first.
QStringList unknownInReport(const Network& network);

} // namespace bellweave
