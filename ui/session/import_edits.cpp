// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/import_edits.h"

#include "model/edit/edits.h"
#include "model/network/user_presets.h"
#include "ui/session/import_source.h"
#include "ui/session/own_presets.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

template<typename T>
void insertNew(ElementSet& found, const Table<T>& before, const Table<T>& after)
{
    for (const T& row : after)
        if (!before.find(row.id)) found.insert(ElementRef(row.id));
}

Preset withOwnId(Preset preset)
{
    const bool isTaken = std::ranges::any_of(allPresets(), [&](const Preset& known) { return known.id == preset.id; });
    if (isTaken || !preset.id.startsWith(kUserPresetPrefix)) preset.id = freeUserPresetId(preset.label);
    preset.isYours = true;
    return preset;
}

} // namespace

bool addImported(Session& session, const ImportSource& source)
{
    const Network before = session.network();
    if (!session.push(addNetwork(before, source.design->network), Text::tr("Import %1").arg(source.fileName))) return false;
    ElementSet added;
    insertNew(added, before.sites, session.network().sites);
    insertNew(added, before.links, session.network().links);
    session.select(added);
    return true;
}

void keepImported(Session& session, const ImportSource& source)
{
    int kept = 0;
    for (const Preset& preset : source.presets) {
        if (const Result<void> done = session.ownPresets().keep(withOwnId(preset)); !done) return Q_EMIT session.noticed(done.error().text());
        ++kept;
    }
    Q_EMIT session.noticed(Text::tr("%n preset(s) were added to your library.", nullptr, kept));
}

} // namespace bellweave::ui
