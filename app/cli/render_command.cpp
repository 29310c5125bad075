// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/verb_line.h"
#include "engine/api/evaluator.h"
#include "ui/render/render.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <filesystem>

namespace bellweave::cli {
namespace {

constexpr int kLargestSide = 16384;

class RenderCommand {
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)

public:
    explicit RenderCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("render"), VerbLine::Reads::Design) {}
    ExitCode run();

private:
    std::optional<QSize> size() const;
    ExitCode draw(const Network& network, QSize size);
    Result<void> drawBeside(const Network& network, const engine::Evaluation& evaluation, QSize size);

    VerbLine m_line;
};

ExitCode RenderCommand::run()
{
    m_line.add({QStringLiteral("plot"), tr("Draws this plot instead of the map."), QStringLiteral("NAME")});
    m_line.add({QStringLiteral("size"), tr("Size in pixels (default 1600x1000)."), QStringLiteral("WxH"), QStringLiteral("1600x1000")});
    if (const auto code = m_line.read()) return *code;
    const QString suffix = QFileInfo(m_line.word(1)).suffix();
    if (!QStringList{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")}.contains(suffix))
        return m_line.fail(ExitCode::WrongUse, tr("%1: cannot draw \".%2\"; accepted: .png, .svg, .pdf.").arg(m_line.word(1), suffix));
    const std::optional<QSize> pixels = size();
    if (!pixels)
        return m_line.fail(ExitCode::WrongUse, tr("--size %1 is not WxH with sides from 16 to %2 pixels.")
                                                   .arg(m_line.value(QStringLiteral("size"))).arg(kLargestSide));
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    return draw(std::get<DesignInput>(design).network, *pixels);
}

std::optional<QSize> RenderCommand::size() const
{
    const QStringList sides = m_line.value(QStringLiteral("size")).split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    const auto [shorter, longer] = std::minmax({size.width(), size.height()});
    const bool fits = sides.size() == 2 && shorter >= 16 && longer <= kLargestSide;
    return fits ? std::optional(size) : std::nullopt;
}

ExitCode RenderCommand::draw(const Network& network, QSize size)
{
    m_line.progress(tr("Evaluating …"));
    const engine::Evaluation evaluation = engine::evaluate(network);
    m_line.progress(tr("Drawing …"));
    const Result<void> drawn = drawBeside(network, evaluation, size);
    if (drawn) return ExitCode::Done;
    const bool isWrongUse = drawn.error().code == Error::Code::InvalidInput || drawn.error().code == Error::Code::NotFound;
    return m_line.fail(isWrongUse ? ExitCode::WrongUse : ExitCode::Failed, drawn.error().text());
}

// The picture appears whole or not at all: it is drawn under another name and then renamed.
Result<void> RenderCommand::drawBeside(const Network& network, const engine::Evaluation& evaluation, QSize size)
{
    const QFileInfo target(m_line.word(1));
    QTemporaryFile beside(target.absolutePath() + QStringLiteral("/.XXXXXX.") + target.suffix());
    if (!beside.open()) return Error{Error::Code::NotWritable, beside.errorString(), target.filePath()};
    beside.close();
    if (Result<void> drawn = ui::renderMap(network, &evaluation, beside.fileName(), size, m_line.value(QStringLiteral("plot"))); !drawn)
        return drawn;
    QFile::setPermissions(beside.fileName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    std::error_code problem;
    std::filesystem::rename(beside.fileName().toStdString(), target.absoluteFilePath().toStdString(), problem);
    if (problem) return Error{Error::Code::NotWritable, QString::fromStdString(problem.message()), target.filePath()};
    beside.setAutoRemove(false);
    return {};
}

} // namespace

std::unique_ptr<QCoreApplication> createApplication(int& argumentCount, char** arguments)
{
    const QByteArray verb = argumentCount < 2 ? QByteArray() : QByteArray(arguments[1]);
    if (verb != "render" && verb != "report") return std::make_unique<QCoreApplication>(argumentCount, arguments);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argumentCount, arguments);
}

ExitCode runRender(Invocation& invocation)
{
    return RenderCommand(invocation).run();
}

} // namespace bellweave::cli
