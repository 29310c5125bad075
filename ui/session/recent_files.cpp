// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace bellweave::ui {

namespace {

constexpr std::size_t kKept = 10;
const QString kKey = QStringLiteral("recent");

RecentFile readRow(const QSettings& settings)
{
    RecentFile file;
    file.path = settings.value(u"path"_qs).toString();
    file.name = settings.value(u"name"_qs).toString();
    const int level = settings.value(u"level"_qs).toInt();
    const bool known = level >= 0 && level <= static_cast<int>(engine::VerdictLevel::NotComputed);
    file.level = known ? static_cast<engine::VerdictLevel>(level) : engine::VerdictLevel::NotComputed;
    file.met = settings.value(u"met"_qs).toInt();
    file.demands = settings.value(u"demands"_qs).toInt();
    file.when = settings.value(u"when"_qs).toDateTime();
    return file;
}

void writeRow(QSettings& settings, const RecentFile& file)
{
    settings.setValue(u"path"_qs, file.path);
    settings.setValue(u"name"_qs, file.name);
    settings.setValue(u"level"_qs, static_cast<int>(file.level));
    settings.setValue(u"met"_qs, file.met);
    settings.setValue(u"demands"_qs, file.demands);
    settings.setValue(u"when"_qs, file.when);
}

void writeAll(const std::vector<RecentFile>& files)
{
    QSettings settings;
    settings.remove(kKey);
    settings.beginWriteArray(kKey, static_cast<int>(files.size()));
    for (int row = 0; row < static_cast<int>(files.size()); ++row) {
        settings.setArrayIndex(row);
        writeRow(settings, files[static_cast<std::size_t>(row)]);
    }
    settings.endArray();
}

} // namespace

std::vector<RecentFile> recentFiles()
{
    QSettings settings;
    std::vector<RecentFile> files;
    const int rows = settings.beginReadArray(kKey);
    for (int row = 0; row < rows; ++row) {
        settings.setArrayIndex(row);
        RecentFile file = readRow(settings);
        if (QFileInfo::exists(file.path)) files.push_back(std::move(file));
    }
    settings.endArray();
    return files;
}

void rememberFile(const RecentFile& file)
{
    std::vector<RecentFile> files = recentFiles();
    std::erase_if(files, [&](const RecentFile& other) { return other.path == file.path; });
    files.insert(files.begin(), file);
    if (files.size() > kKept) files.resize(kKept);
    writeAll(files);
}

void forgetRecentFiles() { writeAll({}); }

} // namespace bellweave::ui
