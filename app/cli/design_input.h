// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "model/base/result.h"
#include "model/network/network.h"

#include <QByteArray>
#include <QStringList>
#include <variant>

namespace bellweave::cli {

class VerbLine;

/// The bytes of a file, or an Error that names it.
Result<QByteArray> readBytes(const QString& path);

/// A design as a run uses it, with the changes of the command line, and what its provenance says about it.
struct DesignInput {
    Network network;
    QByteArray sha256;      ///< of the file, hexadecimal
    QStringList settings;   ///< "path=value" of every --set
    QByteArray text = {};   ///< of the file
};

/// Reads the design and applies --set and --seed. With an exit code, the problem is told already.
std::variant<DesignInput, ExitCode> readDesign(const QString& path, VerbLine& line);

/// All that a run's design depends on but its seed, as bytes, and the design that comes of them. Errors name `name`.
QByteArray originOf(const DesignInput& design);
Result<DesignInput> designOf(const QByteArray& origin, std::uint64_t seed, const QString& name);

} // namespace bellweave::cli
