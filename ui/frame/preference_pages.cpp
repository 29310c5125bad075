// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/preference_pages.h"

#include "ui/canvas/map_units.h"
#include "ui/session/autosave.h"
#include "ui/session/engine_choices.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PreferencePages)
};

QWidget& pageOf(const QFormLayout& form) { return *form.parentWidget(); }

QCheckBox& addCheck(QFormLayout& form, const QString& name, const QString& text, const QString& tip, bool on)
{
    auto* check = new QCheckBox(text, &pageOf(form));
    check->setObjectName(name);
    check->setToolTip(tip);
    check->setChecked(on);
    form.addRow(check);
    return *check;
}

QComboBox& addChoice(QFormLayout& form, const QString& name, const QString& label, const QStringList& entries, int chosen)
{
    auto* choice = new QComboBox(&pageOf(form));
    choice->setObjectName(name);
    choice->addItems(entries);
    choice->setCurrentIndex(chosen);
    form.addRow(label, choice);
    return *choice;
}

QSpinBox& addNumber(QFormLayout& form, const QString& name, const QString& label, const QString& spoken, int least, int most)
{
    auto* number = new QSpinBox(&pageOf(form));
    number->setObjectName(name);
    number->setAccessibleName(spoken);
    number->setRange(least, most);
    form.addRow(label, number);
    return *number;
}

void addNote(QFormLayout& form, const QString& sentence)
{
    auto* note = new QLabel(sentence, &pageOf(form));
    note->setWordWrap(true);
    form.addRow(note);
}

} // namespace

void addUnitChoices(QFormLayout& form)
{
    QComboBox& distance = addChoice(form, QStringLiteral("distanceUnit"), Text::tr("&Distances on the map"),
                                    {Text::tr("Kilometers"), Text::tr("Miles"), Text::tr("Nautical miles")}, static_cast<int>(distanceUnit()));
    QComboBox& angle = addChoice(form, QStringLiteral("angleFormat"), Text::tr("&Position of the pointer"),
                                 {Text::tr("Decimal degrees"), Text::tr("Degrees, minutes, seconds")}, static_cast<int>(angleFormat()));
    QObject::connect(&distance, &QComboBox::activated, &distance, [](int index) { chooseDistanceUnit(static_cast<DistanceUnit>(index)); });
    QObject::connect(&angle, &QComboBox::activated, &angle, [](int index) { chooseAngleFormat(static_cast<AngleFormat>(index)); });
    addNote(form, Text::tr("Fields accept any unit, 12 mi or 300 ft too. Fields, tables, plots and reports show SI units and kilometers, so that designs compare."));
}

void addEngineChoices(QFormLayout& form, Session& session)
{
    QCheckBox& search = addCheck(form, QStringLiteral("searchByItself"), Text::tr("&Search for changes that help after each edit"),
                                 Text::tr("Otherwise the Advice tab searches when it is asked to."), searchesFixesByItself());
    QSpinBox& interval = addNumber(form, QStringLiteral("updateInterval"), Text::tr("Numbers while dragging, &every"),
                                   Text::tr("Milliseconds between two evaluations while something is dragged"), kShortestUpdate, kLongestUpdate);
    interval.setSuffix(Text::tr(" ms", "milliseconds"));
    interval.setSingleStep(10);
    interval.setValue(updateInterval());
    QObject::connect(&search, &QCheckBox::toggled, &session, [&session](bool on) {
        chooseSearchByItself(on);
        if (on && session.isFixSearchStopped()) session.searchFixes();
    });
    QObject::connect(&interval, &QSpinBox::valueChanged, &interval, &chooseUpdateInterval);
    addNote(form, Text::tr("Numbers of small designs come within some milliseconds. A longer pause spares a slow or shared machine."));
}

void addCopyChoices(QFormLayout& form, Autosave& autosave)
{
    QCheckBox& kept = addCheck(form, QStringLiteral("copies"), Text::tr("&Keep copies of unsaved work"),
                               Text::tr("A crash, a kill or a log-out then loses at most the seconds below; the welcome page offers what was left behind."),
                               autosave.isOn());
    QSpinBox& seconds = addNumber(form, QStringLiteral("copyDelay"), Text::tr("A change is copied &after"),
                                  Text::tr("Seconds after which a change is copied"), 1, 600);
    seconds.setSuffix(Text::tr(" s", "seconds"));
    seconds.setValue(autosave.delay() / 1000);
    seconds.setEnabled(kept.isChecked());
    QObject::connect(&kept, &QCheckBox::toggled, &autosave, &Autosave::turnOn);
    QObject::connect(&kept, &QCheckBox::toggled, &seconds, &QSpinBox::setEnabled);
    QObject::connect(&seconds, &QSpinBox::valueChanged, &autosave, [&autosave](int value) { autosave.rememberDelay(value * 1000); });
}

} // namespace bellweave::ui
