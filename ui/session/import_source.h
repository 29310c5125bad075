// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/exchange/import_report.h"
#include "model/network/preset_file.h"

namespace bellweave::ui {

/// What a file holds that can be imported, before anything is done with it.
struct ImportSource {
    QString fileName;
    QString format;                   ///< as recognized, in words
    std::optional<Imported> design;   ///< sites and links, or
    std::vector<Preset> presets;      ///< hardware and prices
    QStringList facts;                ///< counts and units, one a line
    std::vector<Skipped> refused;     ///< what will not be imported
};

/// File names of everything that can be imported, as in QFileDialog.
QString importFilter();
/// Reads topologies (GraphML), designs, reports with a design, and files of presets; the content decides which it is.
Result<ImportSource> readImport(const QString& path);
/// The sentences about an imported topology: what hardware its sites got, and warnings of the reader.
QStringList importNotices(const ImportReport& report);

/// Up to this many bytes are imported.
inline constexpr qint64 kMaxImportBytes = 64 * 1024 * 1024;
Result<QByteArray> readWhole(const QString& path);

} // namespace bellweave::ui
