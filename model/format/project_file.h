// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/network.h"

#include <QByteArray>
#include <QStringList>

namespace bellweave {

/// The file format version this program writes.
inline constexpr int kFormatVersion = 1;

/// A design as read, and what a person should know about the reading.
struct LoadedProject {
    Network network;
    QStringList notices;      ///< unknown fields kept, migrations done, …
    bool readOnly = false;    ///< a newer file that can be shown but not safely rewritten
    int fileVersion = kFormatVersion;
    bool fromReport = false;  ///< the design out of a report: its file is a page, never to be written over
};

/// Reads the text of a project, or of a report that holds one. `name` is used in messages ("name: sites/delft/position/latitude_deg: …").
Result<LoadedProject> parseProject(const QByteArray& text, const QString& name);
/// Reads a .bellweave file, or the design in a report.
Result<LoadedProject> readProject(const QString& path);

/// The file's text: stable, sorted by key, defaults left out, unknown fields put back; ends with a newline.
QByteArray projectText(const Network& network);
/// Writes atomically: on any failure, at any moment, the old file stays whole.
Result<void> writeProject(const QString& path, const Network& network);
/// Keeps the file as it was beside it, as "path.v1.bak", before a design read from an older version is saved over it for
/// the first time. A copy made earlier stays.
Result<void> backupBeforeMigration(const QString& path, int fileVersion);

} // namespace bellweave
