// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QLineEdit>
#include <optional>

namespace bellweave::ui {

/// A field for one physical quantity: number at left, unit at right. Takes units and expressions ("0.2 dB/km",
/// "2*118 km", comma or point); a bare number counts in the unit shown. Up and Down step the last digit, with Shift ten
/// times as far; Enter or leaving commits; Esc brings back what was there.
class QuantityEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit QuantityEdit(Dimension dimension, QWidget* parent = nullptr);

    /// Always shows the stored unit, under this name ("ebit/s"; empty for pure numbers), instead of choosing a prefix.
    void keepStoredUnit(const QString& name);
    /// Always shows this unit of the dimension, instead of choosing one for the value.
    void keepUnit(const Unit& unit);
    /// Shows a value in the stored unit. Text being edited stays. `decimals` is the least number shown.
    void showValue(double stored, int decimals = 0);
    /// Shows that there is no typed value: `derived` is what the engine used instead, if it is known.
    void showDerived(std::optional<double> derived, const QString& absent = {});
    /// Shows that several elements differ.
    void showMixed();
    /// Marks the text as not accepted: it stays, its edge in the color of errors.
    void setRefused(bool refused);
    bool isRefused() const { return m_refused; }
    /// The unit beside the number; empty for pure numbers.
    const QString& unitSymbol() const { return m_unit.symbol; }
    /// What Enter would hand over: the text, with the shown unit when it names none.
    QString textWithUnit() const;
    /// Moves the last digit by `count`; `run` marks steps that are one undo step together, never 0.
    void step(int count, int run);
    /// Brings back what was there before the typing, or before the run of steps.
    void revert();

Q_SIGNALS:
    /// A whole new value as text with its unit; empty asks for the derived one. Steps of one run share a number above 0.
    void committed(const QString& text, int run);
    /// Esc: what was typed is gone, what is in force counts.
    void reverted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Look { Plain, Derived, Mixed };
    void setLook(Look look);
    void setUnit(const Unit& unit);
    void chooseUnit(double stored);
    void replaceText(const QString& text);
    void commit();
    bool isBeingEdited() const;

    Dimension m_dimension;
    Unit m_unit;
    Look m_look = Look::Plain;
    QString m_shown;
    QString m_beforeRun;
    bool m_refused = false;
    bool m_keepsUnit = false;
    bool m_namesUnit = false;    ///< the unit's name is ours and not one that is read
    int m_run = 0;
};

/// A text as typed beside a unit: with that unit when it is a bare number, else as it is.
QString withUnit(const QString& typed, const Unit& unit);

/// The next number for a run of steps that undoes as one.
int nextStepRun();

} // namespace bellweave::ui
