// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"

#include <QFile>
#include <QLocale>
#include <QTranslator>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace {

/// The first signal asks the run to end with what it has; the second ends the process. Must run before any other thread
/// starts, so that all of them leave these signals to the watching one.
std::stop_source watchSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::stop_source stop;
    std::thread([signals, stop]() mutable {
        int signal = 0;
        sigwait(&signals, &signal);
        stop.request_stop();
        sigwait(&signals, &signal);
        std::_Exit(static_cast<int>(bellweave::cli::ExitCode::EndedEarly));
    }).detach();
    return stop;
}

/// Qt's own warnings are about the platform it finds (fonts, runtime folders), never about the design.
void printSevereMessages(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "%s\n", qPrintable(message));
}

bool openStream(QFile& file, FILE* stream)
{
    return file.open(stream, QIODevice::WriteOnly);
}

} // namespace

int main(int argc, char** argv)
{
    const std::stop_source stop = watchSignals();
    qInstallMessageHandler(printSevereMessages);
    qputenv("LC_ALL", "C.UTF-8");   // one locale everywhere: numbers, sorting and file names never depend on the environment
    const std::unique_ptr<QCoreApplication> application = bellweave::cli::createApplication(argc, argv);
    std::setlocale(LC_ALL, "C");
    QLocale::setDefault(QLocale::c());
    QTranslator plurals;
    if (plurals.load(QStringLiteral(":/bellweave/translations/bellweave_en.qm"))) QCoreApplication::installTranslator(&plurals);

    QFile outFile;
    QFile errFile;
    if (!openStream(outFile, stdout) || !openStream(errFile, stderr)) return static_cast<int>(bellweave::cli::ExitCode::Failed);
    QTextStream out(&outFile);
    QTextStream err(&errFile);
    bellweave::cli::Invocation invocation{QCoreApplication::arguments().mid(1), out, err, stop.get_token(), isatty(STDERR_FILENO) == 1};
    bellweave::cli::ExitCode code = bellweave::cli::runCommandLine(invocation);
    out.flush();
    const bool isWritten = out.status() == QTextStream::Ok && outFile.flush() && std::fflush(stdout) == 0;
    if (!isWritten && code == bellweave::cli::ExitCode::Done) {
        err << QCoreApplication::translate("Main", "The result could not be written to standard output.") << '\n';
        code = bellweave::cli::ExitCode::Failed;
    }
    err.flush();
    return static_cast<int>(code);
}
