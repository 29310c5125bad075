// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/exchange/import_report.h"

#include <QByteArray>

namespace bellweave {

/// Reads GraphML as the Internet Topology Zoo writes it, and any other with node positions in "Latitude" and "Longitude".
/// `name` is used in messages: an Error names "name:line:column". Document type definitions with content are refused.
Result<Imported> readGraphml(const QByteArray& text, const QString& name, const ImportOptions& options = {});

} // namespace bellweave
