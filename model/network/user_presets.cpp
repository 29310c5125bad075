// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/user_presets.h"

#include "model/base/folded_text.h"
#include "model/format/json_text.h"
#include "model/network/preset_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace bellweave {
namespace {

constexpr qsizetype kLongestId = 60;

class Text {
    Q_DECLARE_TR_FUNCTIONS(Presets)
};

QStringList filesIn(const QString& folder)
{
    QStringList paths;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) paths += file.filePath();
    return paths;
}

Result<std::vector<Preset>> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{Error::Code::Unreadable, Text::tr("The file cannot be opened: %1.").arg(file.errorString()), path};
    if (file.size() > kMaxFileBytes) return Error{Error::Code::LimitExceeded, Text::tr("The file is too large for presets."), path};
    return parsePresets(file.readAll(), path);
}

Result<void> writeFile(const QString& path, const std::vector<Preset>& presets)
{
    QSaveFile file(path);
    const QByteArray text = presetsText(presets);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return {};
    return Error{Error::Code::NotWritable, Text::tr("The preset cannot be written: %1.").arg(file.errorString()), path};
}

auto withId(std::vector<Preset>& presets, const QString& id)
{
    return std::find_if(presets.begin(), presets.end(), [&](const Preset& preset) { return preset.id == id; });
}

/// A file of presets that holds one of this id.
struct Holder {
    QString path;
    std::vector<Preset> presets;
};

std::optional<Holder> holderOf(const QString& folder, const QString& id)
{
    for (const QString& path : filesIn(folder)) {
        auto presets = readFile(path);
        if (presets && withId(*presets, id) != presets->end()) return Holder{path, *std::move(presets)};
    }
    return std::nullopt;
}

/// Why none of a file's presets can be taken in, if so.
std::optional<Error> wrongId(const std::vector<Preset>& file, const std::vector<Preset>& taken, const QString& path)
{
    for (std::size_t i = 0; i < file.size(); ++i) {
        const auto same = [&](const Preset& other) { return &other != &file[i] && other.id == file[i].id; };
        if (!file[i].id.startsWith(kUserPresetPrefix))
            return Error{Error::Code::InvalidInput, Text::tr("The id \"%1\" does not begin with \"%2\", as ids of your own presets do.").arg(file[i].id, kUserPresetPrefix), path};
        if (std::any_of(taken.begin(), taken.end(), same) || std::any_of(file.begin(), file.end(), same))
            return Error{Error::Code::InvalidInput, Text::tr("The id \"%1\" is taken twice; each preset needs its own.").arg(file[i].id), path};
    }
    return std::nullopt;
}

} // namespace

UserPresets readUserPresets(const QString& folder)
{
    UserPresets all;
    for (const QString& path : filesIn(folder)) {
        Result<std::vector<Preset>> file = readFile(path);
        const std::optional<Error> wrong = file ? wrongId(*file, all.presets, path) : std::optional(file.error());
        if (wrong) {
            all.problems.push_back(*wrong);
            continue;
        }
        for (Preset& preset : *file) {
            preset.isYours = true;
            all.presets.push_back(std::move(preset));
        }
    }
    return all;
}

Result<void> writeUserPreset(const QString& folder, const Preset& preset)
{
    if (std::optional<Holder> holder = holderOf(folder, preset.id)) {
        *withId(holder->presets, preset.id) = preset;
        return writeFile(holder->path, holder->presets);
    }
    if (!QDir().mkpath(folder)) return Error{Error::Code::NotWritable, Text::tr("The folder of your presets cannot be made."), folder};
    return writeFile(QDir(folder).filePath(preset.id + QStringLiteral(".json")), {preset});
}

Result<void> removeUserPreset(const QString& folder, const QString& id)
{
    std::optional<Holder> holder = holderOf(folder, id);
    if (!holder) return Error{Error::Code::NotFound, Text::tr("No file holds the preset any more."), folder};
    holder->presets.erase(withId(holder->presets, id));
    if (!holder->presets.empty()) return writeFile(holder->path, holder->presets);
    QFile file(holder->path);
    if (file.remove()) return {};
    return Error{Error::Code::NotWritable, Text::tr("The file cannot be removed: %1.").arg(file.errorString()), holder->path};
}

QString freeUserPresetId(const QString& label)
{
    QString slug;
    for (const QChar letter : foldedText(label)) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isPlain) slug += letter;
        else if (!slug.isEmpty() && !slug.endsWith(u'-')) slug += u'-';
    }
    slug = slug.left(kLongestId);
    while (slug.endsWith(u'-')) slug.chop(1);
    const QString stem = kUserPresetPrefix + (slug.isEmpty() ? QStringLiteral("preset") : slug);
    const auto isTaken = [](const QString& id) {
        return std::any_of(allPresets().begin(), allPresets().end(), [&](const Preset& preset) { return preset.id == id; });
    };
    QString id = stem;
    for (int number = 2; isTaken(id); ++number) id = stem + u'-' + QString::number(number);
    return id;
}

} // namespace bellweave
