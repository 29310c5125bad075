// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/verb_line.h"
#include "model/format/schema.h"

namespace bellweave::cli {

ExitCode runSchema(Invocation& invocation)
{
    VerbLine line(invocation, QStringLiteral("schema"), VerbLine::Reads::Nothing);
    if (const auto code = line.read()) return *code;
    return line.deliver(QString::fromUtf8(projectSchema()));
}

} // namespace bellweave::cli
