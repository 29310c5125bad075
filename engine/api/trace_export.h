// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/traced_run.h"

#include <QByteArray>

namespace bellweave::engine {

/// A traced run as a table, one row a record: times in whole picoseconds, sites and demands by their keys.
QByteArray traceCsv(const Network& network, const TracedRun& run);

/// A traced run in the Trace Event Format, which Perfetto and chrome://tracing show: a track for every site and link, in microseconds.
/// Source: "Trace Event Format", the Chromium authors, 2016: complete, instant and metadata events.
QByteArray traceChrome(const Network& network, const TracedRun& run);

} // namespace bellweave::engine
