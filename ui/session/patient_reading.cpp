// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/patient_reading.h"

#include "ui/session/prompter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QThreadPool>
#include <future>

namespace bellweave::ui {
namespace {

constexpr qint64 kReadAtOnce = 512 * 1024;    // bytes: some 50 ms

} // namespace

std::optional<Result<LoadedProject>> readPatiently(const QString& path, Prompter& prompter)
{
    const QFileInfo file(path);
    if (file.size() <= kReadAtOnce) return readProject(path);
    const auto reading = std::make_shared<std::packaged_task<Result<LoadedProject>()>>([path] { return readProject(path); });
    std::future<Result<LoadedProject>> result = reading->get_future();
    QThreadPool::globalInstance()->start([reading] { (*reading)(); });
    const auto isRead = [&result] { return result.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    const QString title = QCoreApplication::translate("FileActions", "Reading %1, %2", "file name, size")
                              .arg(file.fileName(), QLocale().formattedDataSize(file.size()));
    if (!prompter.waitFor(title, isRead)) return std::nullopt;
    return result.get();
}

} // namespace bellweave::ui
