// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/preferences_dialog.h"

#include "ui/session/actions.h"
#include "ui/session/autosave.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace bellweave::ui {

PreferencesDialog::PreferencesDialog(const Actions& actions, Autosave& autosave, QWidget* parent) : QDialog(parent)
{
    using enum ActionId;
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    addChoice(*form, tr("&Theme"), actions, {ThemeSystem, ThemeLight, ThemeDark});
    addChoice(*form, tr("&Map"), actions, {Mercator, Equirectangular, EqualEarth, Globe});
    addChoice(*form, tr("&Color of links"), actions, {ColorByFidelity, ColorByRate, ColorByLoss, ColorByMargin, ColorByCost});
    addCopies(*form, autosave);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(460, sizeHint().height());
}

void PreferencesDialog::addChoice(QFormLayout& form, const QString& label, const Actions& actions, std::initializer_list<ActionId> ids)
{
    auto* choice = new QComboBox(this);
    choice->setAccessibleName(withoutMarks(label));
    for (const ActionId id : ids) {
        choice->addItem(withoutMarks(actions[id]->text()), static_cast<int>(id));
        choice->setItemData(choice->count() - 1, actions[id]->statusTip(), Qt::ToolTipRole);
        if (actions[id]->isChecked()) choice->setCurrentIndex(choice->count() - 1);
        choice->setEnabled(actions[id]->isEnabled());
    }
    connect(choice, &QComboBox::activated, this, [choice, &actions] { actions[static_cast<ActionId>(choice->currentData().toInt())]->trigger(); });
    form.addRow(label, choice);
}

void PreferencesDialog::addCopies(QFormLayout& form, Autosave& autosave)
{
    auto* kept = new QCheckBox(tr("&Keep copies of unsaved work"), this);
    kept->setToolTip(tr("A crash, a kill or a log-out then loses at most the seconds below; the welcome page offers what was left behind."));
    kept->setChecked(autosave.isOn());
    auto* seconds = new QSpinBox(this);
    seconds->setRange(1, 600);
    seconds->setSuffix(tr(" s", "seconds"));
    seconds->setValue(autosave.delay() / 1000);
    seconds->setEnabled(kept->isChecked());
    seconds->setAccessibleName(tr("Seconds after which a change is copied"));
    connect(kept, &QCheckBox::toggled, &autosave, &Autosave::turnOn);
    connect(kept, &QCheckBox::toggled, seconds, &QSpinBox::setEnabled);
    connect(seconds, &QSpinBox::valueChanged, &autosave, [&autosave](int value) { autosave.rememberDelay(value * 1000); });
    form.addRow(kept);
    form.addRow(tr("A change is copied &after"), seconds);
}

} // namespace bellweave::ui
