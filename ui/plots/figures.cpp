// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace bellweave::ui::figures {

namespace {

constexpr QChar kThinSpace(0x2009);
constexpr QChar kMinus(0x2212);

QString grouped(QString digits)
{
    const qsizetype point = digits.indexOf(u'.');
    const qsizetype whole = point < 0 ? digits.size() : point;
    for (qsizetype at = whole - 3; at > 0; at -= 3) digits.insert(at, kThinSpace);
    return digits;
}

/// With the decimal mark of the person who reads it.
QString localized(QString number) { return number.replace(u'.', QLocale().decimalPoint()); }

QString withPowerOfTen(double value, int digits)
{
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const QStringList parts = QString::number(value, 'e', digits - 1).split(u'e');
    const int exponent = parts[1].toInt();
    QString power = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) power += superscripts[digit.digitValue()];
    return localized(parts[0]) + QStringLiteral(" × 10") + power;
}

int decimalsFor(double value, int digits)
{
    return std::max(0, digits - 1 - static_cast<int>(std::floor(std::log10(value))));
}

QString positiveText(double value, int digits)
{
    if (value < 1e-4 || value >= 1e7) return withPowerOfTen(value, digits);
    return localized(grouped(QString::number(value, 'f', decimalsFor(value, digits))));
}

} // namespace

QString figureText(double value, int digits)
{
    if (std::isnan(value)) return QStringLiteral("–");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : kMinus + QStringLiteral("∞");
    if (value == 0.0) return QStringLiteral("0");
    const QString text = positiveText(std::abs(value), digits);
    return value < 0 ? kMinus + text : text;
}

QString fidelityText(double fidelity)
{
    // Never rounded up to a perfect 1: what is shown as 1.0000 would hide what is left to lose.
    const int decimals = fidelity > 0.99 ? 4 : 3;
    return localized(QString::number(fidelity, 'f', decimals));
}

QString rateText(double perSecond)
{
    return figureText(perSecond, perSecond < 100.0 ? 2 : 3);
}

QString kilometersText(double meters)
{
    const double kilometers = meters / 1000.0;
    return kilometers >= 10.0 ? figureText(std::round(kilometers), 1 + static_cast<int>(std::log10(kilometers)))
                              : figureText(kilometers, 2);
}

QString millionsText(double euros)
{
    const double millions = euros / 1e6;
    const QString size = localized(grouped(QString::number(std::abs(millions), 'f', std::abs(millions) < 10.0 ? 2 : 1)));
    return millions < 0.0 ? kMinus + size : size;
}

QString percentText(double fraction)
{
    const double percent = 100.0 * fraction;
    return QStringLiteral("%1 %").arg(percent >= 10.0 ? QString::number(percent, 'f', 0) : figureText(percent, 2));
}

QString durationText(double seconds)
{
    struct Scale { double factor; const char* symbol; };
    static constexpr std::array<Scale, 4> scales{{{1.0, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}}};
    if (!(seconds > 0.0) || std::isinf(seconds)) return QStringLiteral("%1 s").arg(figureText(seconds, 2));
    for (const Scale& scale : scales)
        if (seconds >= scale.factor * 0.1 || scale.factor < 1e-8)
            return QStringLiteral("%1 %2").arg(figureText(seconds / scale.factor, 2), QString::fromUtf8(scale.symbol));
    return {};
}

} // namespace bellweave::ui::figures
