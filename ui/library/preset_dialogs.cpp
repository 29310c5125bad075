// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/preset_dialogs.h"

#include "model/edit/preset_edits.h"
#include "model/network/element_name.h"
#include "ui/library/hardware.h"
#include "ui/session/own_presets.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

/// A question for a name; `accept` gets what is typed.
template<typename Accept>
void askName(QWidget& over, const QString& title, const QString& name, const QString& action, Accept accept)
{
    auto* dialog = new QInputDialog(over.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(Text::tr("Name of the preset"));
    dialog->setTextValue(name);
    dialog->setOkButtonText(action);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog, accept);
    dialog->open();
}

QString suggestedName(const Session& session, const ElementRef& element)
{
    const QString name = elementName(session.network(), element);
    return name.isEmpty() ? session.network().general().name : name;
}

QString typedIn(const Session& session)
{
    const QString design = session.network().general().name;
    return design.isEmpty() ? Text::tr("Typed in a design.") : Text::tr("Typed in the design “%1”.").arg(design);
}

void savePreset(Session& session, const ElementRef& element, const QString& presetKind, const QString& name)
{
    const Result<Preset> preset = presetFrom(session.network(), element, presetKind, name, typedIn(session));
    if (!preset) return Q_EMIT session.noticed(preset.error().sentence);
    if (const Result<void> kept = session.ownPresets().keep(*preset); !kept) return Q_EMIT session.noticed(kept.error().text());
    if (const Preset* known = findPreset(presetKind, preset->id)) applyHardware(session, setOf(element), *known);
    Q_EMIT session.noticed(Text::tr("“%1” is kept in your library.").arg(preset->label));
}

} // namespace

void askToSavePreset(Session& session, QWidget& over, const ElementRef& element, const QString& presetKind)
{
    askName(over, Text::tr("Save as preset"), suggestedName(session, element), Text::tr("Save"),
            [&session, element, presetKind](const QString& name) { savePreset(session, element, presetKind, name); });
}

void askToRenamePreset(Session& session, QWidget& over, const Preset& preset)
{
    askName(over, Text::tr("Rename preset"), preset.label, Text::tr("Rename"), [&session, kind = preset.kind, id = preset.id](const QString& name) {
        if (const Result<void> renamed = session.ownPresets().rename(kind, id, name); !renamed) Q_EMIT session.noticed(renamed.error().text());
    });
}

void askToDeletePreset(Session& session, QWidget& over, const Preset& preset)
{
    auto* dialog = new QMessageBox(QMessageBox::Question, Text::tr("Delete preset"), Text::tr("Delete “%1” from your library for good?").arg(preset.label),
                                   QMessageBox::Cancel, over.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInformativeText(Text::tr("Designs that use it keep their numbers."));
    const QPushButton* remove = dialog->addButton(Text::tr("Delete"), QMessageBox::DestructiveRole);
    dialog->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(remove, &QPushButton::clicked, dialog, [&session, id = preset.id] {
        if (const Result<void> removed = session.ownPresets().remove(id); !removed) Q_EMIT session.noticed(removed.error().text());
    });
    dialog->open();
}

} // namespace bellweave::ui
