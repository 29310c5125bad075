// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/field_row.h"

#include "ui/inspector/field_label.h"
#include "ui/inspector/long_text_edit.h"
#include "ui/inspector/name_edit.h"
#include "ui/inspector/origin_popup.h"
#include "ui/inspector/quantity_edit.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QToolButton>

namespace bellweave::ui {

namespace {

constexpr int kLabelWidth = 118;

bool isFidelity(const FieldRow& row)
{
    return row.path.contains(QStringLiteral("fidelity"));
}

bool isNumeric(const FieldRow& row)
{
    return row.type == FieldType::Number || row.type == FieldType::Integer;
}

} // namespace

QString choiceLabel(const QString& choice)
{
    const bool isAbbreviation = std::any_of(choice.begin(), choice.end(), [](QChar c) { return c.isDigit(); });
    if (isAbbreviation) return choice.toUpper();    // "bbm92" is BBM92
    return choice.isEmpty() ? choice : choice.left(1).toUpper() + choice.mid(1).replace(u'_', u' ');
}

FieldRowView::FieldRowView(const BoundField& field, QWidget* parent)
    : QWidget(parent), m_field(field), m_label(new FieldLabel(field.row->label, isNumeric(*field.row))), m_message(new QLabel),
      m_editor(makeEditor())
{
    setObjectName(field.path);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(1);
    followMeasures(*this, [this, grid] {
        grid->setColumnMinimumWidth(0, textRoom(kLabelWidth));
        m_label->setFixedWidth(textRoom(kLabelWidth));
    });
    grid->addWidget(m_label, 0, 0);
    // Whole sentences take the whole width.
    m_longText ? grid->addWidget(m_editor, 1, 0, 1, 2) : grid->addWidget(m_editor, 0, 1);
    m_message->setFont(uiFont(11));
    m_message->setWordWrap(true);
    m_message->setVisible(false);
    grid->addWidget(m_message, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    m_editor->setAccessibleName(field.row->label);
    connect(m_label, &FieldLabel::originWanted, this, &FieldRowView::showOrigin);
    if (m_quantity) {
        connect(m_label, &FieldLabel::scrubbed, m_quantity, &QuantityEdit::step);
        connect(m_label, &FieldLabel::scrubReverted, m_quantity, &QuantityEdit::revert);
    }
    describe();
}

QWidget* FieldRowView::makeEditor()
{
    switch (m_field.row->type) {
    case FieldType::Number:
    case FieldType::Integer: return makeQuantityEdit();
    case FieldType::Choice: return makeChoice();
    case FieldType::Preset: return makePresetChoice();
    case FieldType::Toggle: return makeToggle();
    case FieldType::Text: return m_field.path == u"question" ? makeLongTextEdit() : makeTextEdit();
    }
    return nullptr;
}

QWidget* FieldRowView::makeQuantityEdit()
{
    m_quantity = new QuantityEdit(m_field.row->dimension);
    // People say "F 0.900" and "2 ebit/s", not "90 %" and "2 Hz".
    if (isFidelity(*m_field.row)) m_quantity->keepStoredUnit({});
    if (m_field.path == u"min_rate_hz") m_quantity->keepStoredUnit(tr("ebit/s"));
    connect(m_quantity, &QuantityEdit::committed, this, [this](const QString& text, int run) {
        const bool isReadable = text.isEmpty() || parseQuantity(text, m_field.row->dimension).has_value();
        isReadable ? Q_EMIT edited(text, run) : showMessage(unreadableText());
    });
    connect(m_quantity, &QuantityEdit::reverted, this, [this] {
        showMessage({});
        Q_EMIT reverted();
    });
    return m_quantity;
}

/// In the words of this field: a bare number counts in the unit shown here.
QString FieldRowView::unreadableText() const
{
    const QString typed = m_quantity->text().trimmed().left(40);
    const QString unit = m_quantity->unitSymbol();
    if (unit.isEmpty() || unitsOf(m_field.row->dimension).size() < 2) return tr("“%1” is no number.").arg(typed);
    return tr("“%1” is no number with a known unit. Without a unit it counts in %2.").arg(typed, unit);
}

QWidget* FieldRowView::makeChoice()
{
    m_choice = new QComboBox;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    for (const QString& choice : m_field.row->choices) m_choice->addItem(choiceLabel(choice), choice);
    connect(m_choice, &QComboBox::activated, this, [this](int index) { Q_EMIT edited(m_choice->itemData(index).toString(), 0); });
    return m_choice;
}

QWidget* FieldRowView::makePresetChoice()
{
    makeChoice();
    refreshPresets();
    return m_choice;
}

void FieldRowView::refreshPresets()
{
    if (m_field.row->type != FieldType::Preset) return;
    m_choice->clear();
    const QString kind = m_field.row->choices.empty() ? QString() : m_field.row->choices.front();
    for (const Preset* preset : presetsOfKind(kind)) {
        m_choice->addItem(preset->isYours ? tr("%1 (yours)").arg(preset->label) : preset->label, preset->id);
        m_choice->setItemData(m_choice->count() - 1, preset->summary, Qt::ToolTipRole);
    }
    showChoice(m_shownChoice);
}

void FieldRowView::offerSaving()
{
    m_choice->setMinimumContentsLength(8);    // the button takes its part of the row
    auto* save = new QToolButton;
    save->setIcon(themedIcon(Icon::Save));
    save->setAutoRaise(true);
    save->setFocusPolicy(Qt::StrongFocus);
    save->setObjectName(QStringLiteral("savePreset"));
    save->setToolTip(tr("Save as preset: keeps these values in your library under a name"));
    save->setAccessibleName(tr("Save as preset…"));
    static_cast<QGridLayout*>(layout())->addWidget(save, 0, 2);
    connect(save, &QToolButton::clicked, this, &FieldRowView::savePresetWanted);
}

void FieldRowView::offerPinning()
{
    m_pin = new QToolButton;
    m_pin->setIcon(themedIcon(Icon::Locked));
    m_pin->setAutoRaise(true);
    m_pin->setFocusPolicy(Qt::StrongFocus);
    m_pin->setObjectName(QStringLiteral("pinDerived"));
    m_pin->setToolTip(tr("Keep what the engine found: from here on it can be edited, and is no longer searched"));
    m_pin->setAccessibleName(tr("Keep what the engine found"));
    static_cast<QGridLayout*>(layout())->addWidget(m_pin, 0, 2);
    connect(m_pin, &QToolButton::clicked, this, [this] { Q_EMIT edited(m_derivedText, 0); });
    showDerivedText({});
}

void FieldRowView::showDerivedText(const QString& text)
{
    m_derivedText = text;
    const bool isDerived = m_text->text().isEmpty() && !text.isEmpty();
    if (isDerived) m_text->setPlaceholderText(text);
    m_pin->setEnabled(isDerived);
}

QWidget* FieldRowView::makeToggle()
{
    m_toggle = new QCheckBox;
    connect(m_toggle, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(on ? QStringLiteral("true") : QStringLiteral("false"), 0); });
    return m_toggle;
}

QWidget* FieldRowView::makeTextEdit()
{
    m_text = new NameEdit;
    m_text->setFont(uiFont(12.5));
    m_text->setTextMargins(2, 0, 2, 0);
    connect(m_text, &NameEdit::editingFinished, this, [this] {
        if (!m_text->isModified()) return;
        m_text->setModified(false);
        Q_EMIT edited(m_text->text(), 0);
    });
    return m_text;
}

QWidget* FieldRowView::makeLongTextEdit()
{
    m_longText = new LongTextEdit;
    connect(m_longText, &LongTextEdit::committed, this, [this](const QString& text) { Q_EMIT edited(text, 0); });
    return m_longText;
}

void FieldRowView::showValue(const SubjectValue& value, std::optional<double> derived)
{
    m_valueOrigin = value.value.origin;
    const bool hasWayBack = m_field.row->type != FieldType::Preset && (m_origin.preset || m_field.row->optional);
    m_label->setMarked(m_valueOrigin == FieldOrigin::Overridden && !value.mixed && hasWayBack);
    m_derivedNote.clear();
    if (m_quantity) {
        if (value.mixed) m_quantity->showMixed();
        else if (value.value.number) m_quantity->showValue(*value.value.number, isFidelity(*m_field.row) ? 3 : 0);
        else m_quantity->showDerived(derived, m_field.row->absent);
        if (!value.mixed && !value.value.number && m_field.row->absent.isEmpty()) m_derivedNote = tr("Derived: nothing is typed here, the number is the one the engine uses.");
        if (!m_quantity->isRefused()) showMessage({});
    }
    if (m_choice) showChoice(value);
    if (m_toggle) {
        m_toggle->setTristate(value.mixed);
        m_toggle->setCheckState(value.mixed ? Qt::PartiallyChecked : value.value.toggle ? Qt::Checked : Qt::Unchecked);
    }
    if (m_text) showText(value);
    if (m_longText) m_longText->showText(value.mixed ? QString() : value.value.text);
    describe();
}

void FieldRowView::showChoice(const SubjectValue& value)
{
    m_shownChoice = value;
    int index = value.mixed ? -1 : m_choice->findData(value.value.text);
    if (index < 0 && !value.mixed && !value.value.text.isEmpty()) {
        m_choice->addItem(tr("%1 (unknown here)").arg(value.value.text), value.value.text);
        index = m_choice->count() - 1;
    }
    m_choice->setPlaceholderText(value.mixed ? tr("mixed") : QString());
    m_choice->setCurrentIndex(index);
}

void FieldRowView::showText(const SubjectValue& value)
{
    if (m_text->hasFocus() && m_text->isModified()) return;
    m_text->setPlaceholderText(value.mixed ? tr("mixed") : QString());
    m_text->showText(value.mixed ? QString() : value.value.text);
}

void FieldRowView::setOrigin(const PresetOrigin& origin)
{
    m_origin = origin;
}

void FieldRowView::describe()
{
    QString text = meaningText(*m_field.row) + originText(m_origin, *m_field.row);
    if (!m_derivedNote.isEmpty()) text += QStringLiteral("<p>%1</p>").arg(m_derivedNote.toHtmlEscaped());
    if (text == toolTip()) return;
    setToolTip(text);
    m_editor->setAccessibleDescription(QStringLiteral("%1 %2").arg(m_quantity ? m_quantity->unitSymbol() : QString(),
                                                                   rangeText(*m_field.row)).trimmed());
}

void FieldRowView::showMessage(const QString& message)
{
    if (m_quantity) m_quantity->setRefused(!message.isEmpty());
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, theme().bad);
    m_message->setPalette(colors);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void FieldRowView::showWarning(const QString& warning)
{
    if (m_quantity && m_quantity->isRefused()) return;
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, theme().warn);
    m_message->setPalette(colors);
    m_message->setText(warning);
    m_message->setVisible(!warning.isEmpty());
}

QString FieldRowView::message() const
{
    return m_message->text();
}

bool FieldRowView::isMarked() const
{
    return m_label->isMarked();
}

void FieldRowView::setEditable(bool editable)
{
    m_editor->setEnabled(editable);
}

void FieldRowView::showOrigin()
{
    auto* popup = new OriginPopup(toolTip(), m_valueOrigin == FieldOrigin::Overridden && m_editor->isEnabled(), this);
    connect(popup, &OriginPopup::resetWanted, this, &FieldRowView::resetWanted);
    popup->openBelow(*m_label);
}

} // namespace bellweave::ui
