// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/design_comparison.h"

#include "engine/api/evaluator.h"
#include "model/format/project_file.h"

#include <QFileInfo>

namespace bellweave::ui {

namespace {

Result<std::shared_ptr<const PlotComparison>> comparisonFromFile(const QString& path)
{
    Result<LoadedProject> loaded = readProject(path);
    if (!loaded) return loaded.error();
    const QString& given = loaded->network.general().name;
    auto comparison = std::make_shared<PlotComparison>();
    comparison->name = given.isEmpty() ? QFileInfo(path).completeBaseName() : given;
    comparison->evaluation = std::make_shared<const engine::Evaluation>(engine::evaluate(loaded->network));
    comparison->network = std::make_shared<const Network>(std::move(loaded->network));
    return std::shared_ptr<const PlotComparison>(std::move(comparison));
}

} // namespace

void DesignComparison::set(std::shared_ptr<const PlotComparison> comparison)
{
    ++m_question;
    m_runner.cancel();
    if (comparison == m_current) return;
    m_current = std::move(comparison);
    Q_EMIT changed();
}

void DesignComparison::compareWithFile(const QString& path)
{
    m_runner.submit([this, path, question = ++m_question](std::stop_token stop) {
        const Answer answer = comparisonFromFile(path);
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(this, [this, answer, question] { receive(answer, question); }, Qt::QueuedConnection);
    });
}

void DesignComparison::receive(const Answer& answer, quint64 question)
{
    if (question != m_question) return;
    if (answer) set(*answer);
    else Q_EMIT failed(answer.error().text());
}

} // namespace bellweave::ui
