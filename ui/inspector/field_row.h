// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/field_origin.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace bellweave::ui {

class FieldLabel;
class LongTextEdit;
class NameEdit;
class QuantityEdit;

/// "single-click" as people read it: "Single-click".
QString choiceLabel(const QString& choice);

/// One field of the form: name, marker, editor of its type, message beneath. Shows what it is told, says what is typed.
class FieldRowView : public QWidget {
    Q_OBJECT
public:
    explicit FieldRowView(const BoundField& field, QWidget* parent = nullptr);

    const BoundField& field() const { return m_field; }
    /// Shows the value in force; `derived` is the engine's number for an absent one. Never touches text being edited.
    void showValue(const SubjectValue& value, std::optional<double> derived);
    void setOrigin(const PresetOrigin& origin);
    void showMessage(const QString& message);
    /// The value counts, but a person should look at it again; empty takes the words away.
    void showWarning(const QString& warning);
    QString message() const;
    void setEditable(bool editable);
    /// Adds a button that keeps the values as a preset; for preset rows of one element.
    void offerSaving();
    /// Of a text: shows what the engine uses where nothing is typed, and a button that types it.
    void offerPinning();
    void showDerivedText(const QString& text);
    /// Lists the presets again; for preset rows.
    void refreshPresets();
    /// The widget that takes the typing.
    QWidget* editor() const { return m_editor; }
    bool isMarked() const;

Q_SIGNALS:
    /// A new value as text; run as in QuantityEdit. Empty resets.
    void edited(const QString& text, int run);
    void resetWanted();
    void reverted();
    void savePresetWanted();

private:
    QWidget* makeEditor();
    QWidget* makeQuantityEdit();
    QString unreadableText() const;
    QWidget* makeChoice();
    QWidget* makePresetChoice();
    QWidget* makeToggle();
    QWidget* makeTextEdit();
    QWidget* makeLongTextEdit();
    void showChoice(const SubjectValue& value);
    void showText(const SubjectValue& value);
    void showOrigin();
    void describe();

    BoundField m_field;
    PresetOrigin m_origin;
    FieldOrigin m_valueOrigin = FieldOrigin::Default;
    QToolButton* m_pin = nullptr;
    QString m_derivedText;
    QString m_derivedNote;
    FieldLabel* m_label;
    QLabel* m_message;
    QuantityEdit* m_quantity = nullptr;
    QComboBox* m_choice = nullptr;
    SubjectValue m_shownChoice;
    QCheckBox* m_toggle = nullptr;
    NameEdit* m_text = nullptr;
    LongTextEdit* m_longText = nullptr;
    QWidget* m_editor;               // after the pointers above: making the editor sets one of them
};

} // namespace bellweave::ui
