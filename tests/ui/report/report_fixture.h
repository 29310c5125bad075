// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"
#include "model/format/project_file.h"
#include "ui/report/report.h"

namespace bellweave::test {

inline Network shippedDesign(const char* name)
{
    const auto loaded = readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(QLatin1String(name)));
    if (!loaded) qFatal("%s", qPrintable(loaded.error().text()));
    return loaded->network;
}

/// A design with everything that follows from it.
inline ui::ReportInput evaluated(Network network)
{
    ui::ReportInput input{std::make_shared<const Network>(std::move(network)), nullptr};
    engine::Evaluator evaluator;
    auto evaluation = std::make_shared<engine::Evaluation>(evaluator.evaluate(*input.network));
    engine::searchFixes(*input.network, *evaluation, evaluator, {});
    input.evaluation = evaluation;
    return input;
}

} // namespace bellweave::test
