// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/preferences_dialog.h"

#include "ui/frame/measure_actions.h"
#include "ui/frame/preference_pages.h"
#include "ui/frame/shortcut_editor.h"
#include "ui/session/actions.h"
#include "ui/style/measures.h"
#include "ui/style/motion.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>

namespace bellweave::ui {

PreferencesDialog::PreferencesDialog(Session& session, Actions& actions, Autosave& autosave, QWidget* parent) : QDialog(parent)
{
    using enum ActionId;
    setWindowTitle(tr("Preferences"));
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    QFormLayout& appearance = addPage(*tabs, tr("Appearance"));
    addChoice(appearance, tr("&Theme"), actions, {ThemeSystem, ThemeLight, ThemeDark});
    addAppearance(appearance, actions);
    QFormLayout& map = addPage(*tabs, tr("Map"));
    addChoice(map, tr("&Map"), actions, {Mercator, Equirectangular, EqualEarth, Globe});
    addChoice(map, tr("&Color of links"), actions, {ColorByFidelity, ColorByRate, ColorByLoss, ColorByMargin, ColorByCost});
    addUnitChoices(addPage(*tabs, tr("Units")));
    addEngineChoices(addPage(*tabs, tr("Engine")), session);
    addCopyChoices(addPage(*tabs, tr("Files")), autosave);
    tabs->addTab(new ShortcutEditor(actions, this), tr("Shortcuts"));
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    followMeasures(*this, [this] { resize(QSize(textRoom(560), rowHeight(480)).expandedTo(minimumSizeHint())); });
}

QFormLayout& PreferencesDialog::addPage(QTabWidget& tabs, const QString& title)
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setLabelAlignment(Qt::AlignLeft);
    tabs.addTab(page, title);
    return *form;
}

void PreferencesDialog::addChoice(QFormLayout& form, const QString& label, const Actions& actions, std::initializer_list<ActionId> ids)
{
    auto* choice = new QComboBox(this);
    choice->setAccessibleName(withoutMarks(label));
    for (const ActionId id : ids) {
        const QString text = withoutMarks(actions[id]->text());
        choice->addItem(text.section(QStringLiteral(": "), -1), static_cast<int>(id));    // "Theme: Dark" beside "Theme" says it twice
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
    auto* size = new QSpinBox(this);
    size->setObjectName(QStringLiteral("textSize"));
    size->setRange(kSmallestTextPercent, kLargestTextPercent);
    size->setSingleStep(10);
    size->setSuffix(tr(" %", "percent"));
    size->setKeyboardTracking(false);    // "150" passes through sizes that nobody wants
    size->setAccessibleName(tr("Size of text, from 80 to 200 %"));
    followMeasures(*size, [size] {
        const QSignalBlocker others(size);
        size->setValue(textPercent());
    });
    connect(size, &QSpinBox::valueChanged, this, &chooseText);
    form.addRow(strong);
    form.addRow(calm);
    form.addRow(tr("Text &size"), size);
    addChoice(form, tr("&Density"), actions, {ActionId::DensityCompact, ActionId::DensityNormal, ActionId::DensityRoomy});
}

} // namespace bellweave::ui
