// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/quantity_edit.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>

namespace bellweave::ui {

constexpr int kDigits = 10;        // more are rounding
constexpr int kMuchLonger = 4;    // digits that a number needs more in another unit before its own is kept

namespace {

constexpr int kUnitGap = 8;

/// True when the text holds a number or an expression and no unit.
bool isUnitless(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:[0-9.,\\s+\\-−*/()×·\\x{2009}\\x{202f}\\x{a0}]|(?<=[0-9.])[eE](?=[+\\-−0-9]))*$"));
    return pattern.match(text).hasMatch();
}

/// The number in the shown unit, short but exact to what a person can have typed.
QString numberText(double value, int decimals)
{
    QString text = QString::number(value, 'g', 12);
    if (text.contains(u'e') || decimals == 0) return text;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype present = point < 0 ? 0 : text.size() - point - 1;
    return present >= decimals ? text : QString::number(value, 'f', decimals);
}

/// The text with its last digit moved by `count`; empty when the text is no plain number.
QString stepped(const QString& text, int count)
{
    bool isNumber = false;
    const QString plain = QString(text).replace(u',', u'.').replace(QChar(0x2212), u'-').remove(QChar(0x2009)).trimmed();
    const double value = plain.toDouble(&isNumber);
    if (!isNumber) return {};
    const QString mantissa = plain.section(u'e', 0, 0, QString::SectionCaseInsensitiveSeps);
    const int exponent = plain.section(u'e', 1, 1, QString::SectionCaseInsensitiveSeps).toInt();
    const auto point = mantissa.indexOf(u'.');
    const int decimals = point < 0 ? 0 : static_cast<int>(mantissa.size() - point) - 1;
    const double next = value + count * std::pow(10.0, exponent - decimals);
    if (exponent == 0) return QString::number(next, 'f', decimals);
    return QString::number(next / std::pow(10.0, exponent), 'f', decimals) + QStringLiteral("e%1").arg(exponent);
}

bool isNumber(const QString& text) { return !stepped(text, 0).isEmpty(); }

} // namespace

QString withUnit(const QString& typed, const Unit& unit)
{
    const QString text = typed.trimmed();
    return text.isEmpty() || unit.symbol.isEmpty() || !isUnitless(text) ? text : text + u' ' + unit.symbol;
}

int nextStepRun()
{
    static int run = 0;
    return ++run;
}

QuantityEdit::QuantityEdit(Dimension dimension, QWidget* parent) : QLineEdit(parent), m_dimension(dimension)
{
    setUnit(unitsOf(dimension).empty() ? Unit() : unitsOf(dimension).front());
    setFont(uiFont(12.5));
    followMeasures(*this, [this] { setFixedHeight(rowHeight(27)); });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_run = 0;
        setLook(Look::Plain);
    });
}

void QuantityEdit::setUnit(const Unit& unit)
{
    m_unit = unit;
    const int width = unit.symbol.isEmpty() ? 0 : fontMetrics().horizontalAdvance(unit.symbol) + kUnitGap;
    setTextMargins(2, 0, width, 0);
    update();
}

void QuantityEdit::keepStoredUnit(const QString& name)
{
    m_namesUnit = true;
    keepUnit({name, 1.0});
}

void QuantityEdit::keepUnit(const Unit& unit)
{
    m_keepsUnit = true;
    setUnit(unit);
}

void QuantityEdit::chooseUnit(double stored)
{
    if (m_keepsUnit) return;
    // 500 s is shown as it was typed, not as 8.33333333333 min.
    const Unit preferred = preferredUnit(stored, m_dimension);
    const Unit& plain = unitsOf(m_dimension).front();
    const QString asStored = QString::number(stored, 'g', kDigits);
    const bool readsLonger = !asStored.contains(u'e') && QString::number(stored / preferred.factor, 'g', kDigits).size() > asStored.size() + kMuchLonger;
    setUnit(readsLonger ? plain : preferred);
}

bool QuantityEdit::isBeingEdited() const
{
    return isModified() && text() != m_shown && (hasFocus() || m_refused);
}

void QuantityEdit::replaceText(const QString& text)
{
    m_shown = text;
    if (this->text() != text) setText(text);
    setModified(false);
    setRefused(false);
}

void QuantityEdit::showValue(double stored, int decimals)
{
    if (isBeingEdited()) return;
    setLook(Look::Plain);
    // A number that was typed stays as it was written: "1.0" does not turn into "1" while stepping. An expression becomes its value.
    const auto typed = hasFocus() || m_run ? parseQuantity(textWithUnit(), m_dimension) : Result<double>(Error());
    if (typed && std::abs(*typed - stored) <= 1e-12 * std::abs(stored) && isNumber(text())) return replaceText(text());
    chooseUnit(stored);
    replaceText(numberText(stored / m_unit.factor, decimals));
}

void QuantityEdit::showDerived(std::optional<double> derived, const QString& absent)
{
    if (isBeingEdited()) return;
    setLook(Look::Derived);
    if (derived) chooseUnit(*derived);
    setPlaceholderText(derived ? formatNumber(*derived / m_unit.factor, 4) : absent.isEmpty() ? tr("chosen by the engine") : absent);
    replaceText({});
}

void QuantityEdit::showMixed()
{
    if (isBeingEdited()) return;
    setLook(Look::Mixed);
    setPlaceholderText(tr("mixed"));
    replaceText({});
}

void QuantityEdit::setLook(Look look)
{
    if (look == m_look) return;
    m_look = look;
    QFont italic = font();
    italic.setItalic(look != Look::Plain);
    setFont(italic);
}

void QuantityEdit::setRefused(bool refused)
{
    if (refused) setModified(true);
    if (refused == m_refused) return;
    m_refused = refused;
    update();
}

QString QuantityEdit::textWithUnit() const
{
    if (!m_namesUnit) return withUnit(text(), m_unit);
    QString typed = text().trimmed();
    if (!m_unit.symbol.isEmpty() && typed.endsWith(m_unit.symbol)) typed.chop(m_unit.symbol.size());
    return typed.trimmed();
}

void QuantityEdit::commit()
{
    m_run = 0;
    if (text() == m_shown) return;
    setModified(false);
    Q_EMIT committed(textWithUnit(), 0);
}

void QuantityEdit::revert()
{
    const int run = m_run;
    const QString before = run ? m_beforeRun : m_shown;
    m_run = 0;
    setText(before);
    setModified(false);
    setRefused(false);
    if (run) Q_EMIT committed(textWithUnit(), run);
    Q_EMIT reverted();
}

void QuantityEdit::step(int count, int run)
{
    const QString start = text().isEmpty() && m_look == Look::Derived ? placeholderText() : text();
    const QString next = stepped(start, count);
    if (next.isEmpty()) return;
    if (m_run != run) m_beforeRun = m_shown;
    m_run = run;
    setText(next);
    Q_EMIT committed(textWithUnit(), run);
}

void QuantityEdit::keyPressEvent(QKeyEvent* event)
{
    const int count = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Up: return step(count, m_run ? m_run : nextStepRun());
    case Qt::Key_Down: return step(-count, m_run ? m_run : nextStepRun());
    case Qt::Key_Escape:
        // Nothing to take back: the key is for whoever is around the field.
        if (text() == m_shown && !m_run && !m_refused) return event->ignore();
        return revert();
    case Qt::Key_Return:
    case Qt::Key_Enter: return commit();
    default: QLineEdit::keyPressEvent(event);
    }
}

void QuantityEdit::focusOutEvent(QFocusEvent* event)
{
    commit();
    QLineEdit::focusOutEvent(event);
}

void QuantityEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) setUnit(m_unit);
}

void QuantityEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(uiFont(11));
    painter.setPen(theme().textThird);
    painter.drawText(rect().adjusted(0, 0, -kUnitGap, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit.symbol);
    if (!m_refused) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().bad, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
}

} // namespace bellweave::ui
