// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace bellweave::cli {

/// What one call of the program in this process answered.
struct CliRun {
    ExitCode code = ExitCode::Failed;
    QString out;
    QString err;

    /// The JSON document on standard output; null when there is none.
    const QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline CliRun runCli(const QStringList& arguments, const std::stop_token& stop = {})
{
    CliRun run;
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    Invocation invocation{arguments, out, err, stop, false};
    run.code = runCommandLine(invocation);
    out.flush();
    err.flush();
    return run;
}

inline QByteArray fileContents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write %s", qPrintable(path));
}

/// A whole design as a person would type it.
inline const QByteArray kTwoCities = R"({ "format":"bellweave", "version":1, "name":"Two cities",
  "sites":[ {"id":"delft","position":{"latitude_deg":52.0116,"longitude_deg":4.3571}, "processor":{"preset":"nv-diamond-2026"}},
            {"id":"hague","position":{"latitude_deg":52.0705,"longitude_deg":4.3007}, "processor":{"preset":"nv-diamond-2026"}} ],
  "links":[ {"id":"delft-hague","from":"delft","to":"hague","fiber":{"length_m":25000,"attenuation_db_per_km":0.2}} ],
  "demands":[ {"id":"d1","from":"delft","to":"hague","min_fidelity":0.8,"min_rate_hz":0.1} ] }
)";

} // namespace bellweave::cli
