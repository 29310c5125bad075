// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
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

QString timesTenTo(int exponent)
{
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString power = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) power += superscripts[digit.digitValue()];
    return QStringLiteral(" × 10") + power;
}

QString withPowerOfTen(double value, int digits)
{
    const QStringList parts = QString::number(value, 'e', digits - 1).split(u'e');
    return localized(parts[0]) + timesTenTo(parts[1].toInt());
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

QString estimateText(double mean, double standardError)
{
    constexpr int kDigitsOfError = 2;
    constexpr double kRounding = 1e-12;    // what rounding alone makes
    if (!(standardError > kRounding * std::abs(mean)) || !std::isfinite(standardError) || !std::isfinite(mean)) return figureText(mean, 4);
    const double size = std::max(std::abs(mean), standardError);
    const bool hasPower = size < 1e-4 || size >= 1e7;
    const int exponent = hasPower ? static_cast<int>(std::floor(std::log10(size))) : 0;
    const double unit = std::pow(10.0, exponent);
    const int decimals = decimalsFor(standardError / unit, kDigitsOfError);
    const auto text = [&](double value) { return localized(grouped(QString::number(value / unit, 'f', decimals))); };
    const QString both = (mean < 0.0 ? QString(kMinus) : QString()) + text(std::abs(mean)) + QStringLiteral(" ± ") + text(standardError);
    return hasPower ? QStringLiteral("(%1)").arg(both) + timesTenTo(exponent) : both;
}

QString countText(std::uint64_t count) { return grouped(QString::number(count)); }

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

TimeUnit timeUnit(double seconds)
{
    struct Scale { double factor; const char* symbol; };
    static constexpr std::array<Scale, 4> scales{{{1.0, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}}};
    if (!(seconds > 0.0) || std::isinf(seconds)) return {1.0, QStringLiteral("s")};
    const auto fits = [&](const Scale& scale) { return seconds >= scale.factor * 0.1 || scale.factor < 1e-8; };
    const Scale& scale = *std::find_if(scales.begin(), scales.end(), fits);
    return {scale.factor, QString::fromUtf8(scale.symbol)};
}

QString durationText(double seconds)
{
    const TimeUnit unit = timeUnit(seconds);
    return QStringLiteral("%1 %2").arg(figureText(seconds / unit.seconds, 2), unit.symbol);
}

QString spanText(double seconds)
{
    constexpr double kMinute = 60.0, kHour = 3600.0, kDay = 86400.0;
    if (seconds < 2.0 * kMinute) return QCoreApplication::translate("Figures", "%1 s").arg(figureText(std::max(1.0, std::round(seconds)), seconds < 9.5 ? 1 : seconds < 99.5 ? 2 : 3));
    if (seconds < 2.0 * kHour) return QCoreApplication::translate("Figures", "%1 min").arg(figureText(std::round(seconds / kMinute), seconds / kMinute < 9.5 ? 1 : seconds / kMinute < 99.5 ? 2 : 3));
    if (seconds < 2.0 * kDay) return QCoreApplication::translate("Figures", "%1 h").arg(figureText(seconds / kHour, 2));
    return QCoreApplication::translate("Figures", "%1 days").arg(figureText(seconds / kDay, 2));
}

} // namespace bellweave::ui::figures
