// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/own_presets.h"

#include "model/network/user_presets.h"

#include <QStandardPaths>

namespace bellweave::ui {

OwnPresets::OwnPresets(QObject* parent) : QObject(parent) {}

QString OwnPresets::folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/presets");
}

void OwnPresets::load()
{
    UserPresets read = readUserPresets(folder());
    m_problems = std::move(read.problems);
    setUserPresets(std::move(read.presets));
    Q_EMIT changed();
}

Result<void> OwnPresets::keep(const Preset& preset)
{
    const Result<void> written = writeUserPreset(folder(), preset);
    if (written) load();
    return written;
}

Result<void> OwnPresets::rename(const QString& kind, const QString& id, const QString& label)
{
    const Preset* found = findPreset(kind, id);
    const QString name = label.trimmed();
    if (!found || !found->isYours) return Error{Error::Code::NotFound, tr("Only presets of your own can be renamed."), {}};
    if (name.isEmpty()) return Error{Error::Code::InvalidInput, tr("A preset needs a name."), {}};
    for (const Preset* other : presetsOfKind(kind))
        if (other->isYours && other->id != id && other->label == name)
            return Error{Error::Code::InvalidInput, tr("You have a preset called “%1” already.").arg(name), {}};
    Preset renamed = *found;
    renamed.label = name;
    return keep(renamed);
}

Result<void> OwnPresets::remove(const QString& id)
{
    const Result<void> removed = removeUserPreset(folder(), id);
    if (removed) load();
    return removed;
}

} // namespace bellweave::ui
