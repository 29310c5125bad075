// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/hardware.h"

#include "model/edit/field.h"
#include "model/edit/preset_edits.h"
#include "model/network/element_name.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMimeData>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

bool takesAny(const Session& session, const QString& kind)
{
    const Selection& selection = session.selection();
    const auto takes = [&](const auto& id) { return !presetPlace(session.network(), id, kind).isEmpty(); };
    return std::any_of(selection.sites.begin(), selection.sites.end(), takes) || std::any_of(selection.links.begin(), selection.links.end(), takes);
}

/// The preset that the one selected element has now.
QString presentPreset(const Session& session, const QString& kind)
{
    const QString place = presetPlace(session.network(), session.currentElement(), kind);
    return place.isEmpty() ? QString() : fieldValue(session.network(), session.currentElement(), place).value_or(FieldValue()).text;
}

void addKind(QMenu& menu, Session& session, const QString& kind, const QString& title)
{
    if (!takesAny(session, kind)) return;
    QMenu* presets = menu.addMenu(title);
    const QString present = presentPreset(session, kind);
    for (const Preset* preset : presetsOfKind(kind)) {
        QAction* action = presets->addAction(preset->label);
        action->setStatusTip(preset->summary);
        action->setCheckable(true);
        action->setChecked(preset->id == present);
        QObject::connect(action, &QAction::triggered, &session, [&session, kind, id = preset->id] {
            if (const Preset* chosen = findPreset(kind, id)) applyHardware(session, session.selection(), *chosen);
        });
    }
}

} // namespace

QMimeData* dragOf(const Preset& preset)
{
    auto* data = new QMimeData;
    data->setData(kPresetMimeType, QString(preset.kind + u'/' + preset.id).toUtf8());
    data->setText(preset.label);
    return data;
}

const Preset* draggedPreset(const QMimeData* data)
{
    if (!data || !data->hasFormat(kPresetMimeType)) return nullptr;
    const QString name = QString::fromUtf8(data->data(kPresetMimeType));
    return findPreset(name.section(u'/', 0, 0), name.section(u'/', 1));
}

bool applyHardware(Session& session, const ElementSet& elements, const Preset& preset)
{
    const Result<Patch> patch = applyPreset(session.network(), elements, preset);
    if (!patch) {
        Q_EMIT session.noticed(patch.error().sentence);
        return false;
    }
    if (patch->isNoop()) {
        Q_EMIT session.noticed(Text::tr("Nothing to change: the hardware is “%1” already.").arg(preset.label));
        return false;
    }
    const int before = session.undoStack().index();
    session.push(*patch, Text::tr("Apply %1").arg(preset.label));
    if (session.undoStack().index() == before) return false;    // refused, and said so
    const int count = static_cast<int>(patch->sites.size() + patch->links.size());
    Q_EMIT session.noticed(count > 0 ? Text::tr("“%1” applied to %n element(s); values typed by hand stay.", nullptr, count).arg(preset.label)
                                     : Text::tr("“%1” applied to the design; values typed by hand stay.").arg(preset.label));
    return true;
}

void addHardwareMenu(QMenu& menu, Session& session)
{
    QMenu* presets = menu.addMenu(Text::tr("Apply &hardware"));
    addKind(*presets, session, QStringLiteral("node"), Text::tr("&Memories and sources"));
    addKind(*presets, session, QStringLiteral("fiber"), Text::tr("&Fiber"));
    addKind(*presets, session, QStringLiteral("free_space"), Text::tr("&Air and telescopes"));
    addKind(*presets, session, QStringLiteral("satellite"), Text::tr("Sk&y"));
    addKind(*presets, session, QStringLiteral("telescope"), Text::tr("T&elescope"));
    addKind(*presets, session, QStringLiteral("detector"), Text::tr("&Detectors"));
    addKind(*presets, session, QStringLiteral("microwave"), Text::tr("Microwave &lines"));
    addKind(*presets, session, QStringLiteral("pair_source"), Text::tr("&Pair sources"));
    addKind(*presets, session, QStringLiteral("terminal"), Text::tr("&Key terminals"));
    presets->menuAction()->setVisible(!presets->isEmpty());
}

} // namespace bellweave::ui
