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
#include <QSettings>
#include <QSpinBox>

namespace bellweave::ui {
namespace {

const QString kReducedMotionKey = QStringLiteral("appearance/reduced_motion");
const QString kScaleKey = QStringLiteral("appearance/scale_percent");    // read where the program starts
constexpr int kSmallestScale = 80;
constexpr int kLargestScale = 200;

} // namespace

PreferencesDialog::PreferencesDialog(const Actions& actions, Autosave& autosave, QWidget* parent) : QDialog(parent)
{
    using enum ActionId;
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    addChoice(*form, tr("&Theme"), actions, {ThemeSystem, ThemeLight, ThemeDark});
    addChoice(*form, tr("&Map"), actions, {Mercator, Equirectangular, EqualEarth, Globe});
    addChoice(*form, tr("&Color of links"), actions, {ColorByFidelity, ColorByRate, ColorByLoss, ColorByMargin, ColorByCost});
    addAppearance(*form, actions);
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

void PreferencesDialog::addAppearance(QFormLayout& form, const Actions& actions)
{
    QAction* contrast = actions[ActionId::HighContrast];
    auto* strong = new QCheckBox(tr("&High contrast"), this);
    strong->setObjectName(QStringLiteral("highContrast"));
    strong->setToolTip(contrast->statusTip());
    strong->setChecked(contrast->isChecked());
    connect(strong, &QCheckBox::clicked, contrast, &QAction::trigger);
    auto* calm = new QCheckBox(tr("&Reduced motion"), this);
    calm->setObjectName(QStringLiteral("reducedMotion"));
    calm->setToolTip(tr("Zoom and playback go in steps, without animation."));
    calm->setChecked(QSettings().value(kReducedMotionKey).toBool());
    connect(calm, &QCheckBox::toggled, this, [](bool on) { QSettings().setValue(kReducedMotionKey, on); });
    auto* scale = new QSpinBox(this);
    scale->setObjectName(QStringLiteral("scale"));
    scale->setRange(kSmallestScale, kLargestScale);
    scale->setSingleStep(10);
    scale->setSuffix(tr(" %", "percent"));
    scale->setValue(QSettings().value(kScaleKey, 100).toInt());
    scale->setAccessibleName(tr("Size of text and controls, from the next start on"));
    connect(scale, &QSpinBox::valueChanged, this, [](int percent) { QSettings().setValue(kScaleKey, percent); });
    form.addRow(strong);
    form.addRow(calm);
    form.addRow(tr("&Size, from the next start on"), scale);
}

void PreferencesDialog::addCopies(QFormLayout& form, Autosave& autosave)
{
    auto* kept = new QCheckBox(tr("&Keep copies of unsaved work"), this);
    kept->setObjectName(QStringLiteral("copies"));
    kept->setToolTip(tr("A crash, a kill or a log-out then loses at most the seconds below; the welcome page offers what was left behind."));
    kept->setChecked(autosave.isOn());
    auto* seconds = new QSpinBox(this);
    seconds->setObjectName(QStringLiteral("copyDelay"));
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
