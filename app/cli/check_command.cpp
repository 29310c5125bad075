// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/json_values.h"
#include "app/cli/verb_line.h"
#include "engine/api/evaluator.h"

namespace bellweave::cli {
namespace {

class CheckCommand {
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)

public:
    static QString json(const DesignInput& design, const std::vector<Finding>& findings);
    static QString text(const DesignInput& design, const std::vector<Finding>& findings);

private:
    static int count(const std::vector<Finding>& findings, Severity severity);
};

int CheckCommand::count(const std::vector<Finding>& findings, Severity severity)
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
}

QString CheckCommand::json(const DesignInput& design, const std::vector<Finding>& findings)
{
    Json document{{"findings", findingsJson(design.network, findings)}};
    document["problems"] = count(findings, Severity::Problem);
    document["warnings"] = count(findings, Severity::Warning);
    document["notes"] = count(findings, Severity::Note);
    document["provenance"] = provenanceJson(design);
    return documentText(document);
}

QString CheckCommand::text(const DesignInput& design, const std::vector<Finding>& findings)
{
    if (findings.empty()) return tr("Nothing found.\n");
    return tr("Problems: %1, warnings: %2, notes: %3.\n")
               .arg(count(findings, Severity::Problem)).arg(count(findings, Severity::Warning)).arg(count(findings, Severity::Note))
        + findingsText(design.network, findings);
}

} // namespace

ExitCode runCheck(Invocation& invocation)
{
    VerbLine line(invocation, QStringLiteral("check"), VerbLine::Reads::Design);
    if (const auto code = line.read()) return *code;
    const auto input = readDesign(line.word(0), line);
    if (const ExitCode* code = std::get_if<ExitCode>(&input)) return *code;
    const auto& design = std::get<DesignInput>(input);
    const std::vector<Finding> findings = engine::evaluate(design.network).findings;
    return line.deliver(line.json() ? CheckCommand::json(design, findings) : CheckCommand::text(design, findings));
}

} // namespace bellweave::cli
