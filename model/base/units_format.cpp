// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/unit_spellings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace bellweave {
namespace {

constexpr QChar kThinSpace(0x2009);
constexpr QChar kMinus(0x2212);
constexpr int kSmallestPlainExponent = -4;   // below, and from 10^9 on, powers of ten read better than zeros
constexpr int kLargestPlainExponent = 8;
constexpr int kAllDigits = 17;

/// A finite positive value as d.ddd × 10^exponent without trailing zeros.
struct Significant {
    std::string digits;
    int exponent = 0;
};

std::string scientific(double value, int digits)
{
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific,
                                   std::clamp(digits, 1, kAllDigits) - 1).ptr;
    return std::string(buffer, end);
}

Significant significant(double value, int digits)
{
    const std::string text = scientific(value, digits);
    const auto mark = text.find('e');
    Significant result;
    result.digits = text.substr(0, mark);
    std::erase(result.digits, '.');
    result.digits.erase(std::max<std::size_t>(result.digits.find_last_not_of('0') + 1, 1));
    const std::size_t start = text[mark + 1] == '+' ? mark + 2 : mark + 1;   // from_chars knows no plus
    std::from_chars(text.data() + start, text.data() + text.size(), result.exponent);
    return result;
}

QString ascii(std::string_view text) { return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())); }

QString superscript(int number)
{
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = number < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(number))) text += raised.at(digit.digitValue());
    return text;
}

QString grouped(QString whole)
{
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) whole.insert(at, kThinSpace);
    return whole;
}

QString withPower(const Significant& number)
{
    const QString rest = ascii(std::string_view(number.digits).substr(1));
    const QString mantissa = ascii(number.digits.substr(0, 1)) + (rest.isEmpty() ? rest : QLatin1Char('.') + rest);
    return mantissa + QStringLiteral("×10") + superscript(number.exponent);
}

QString plain(Significant number)
{
    if (number.exponent < 0) {
        number.digits.insert(0, static_cast<std::size_t>(-number.exponent), '0');
        number.exponent = 0;
    }
    const std::size_t whole = static_cast<std::size_t>(number.exponent) + 1;
    if (number.digits.size() < whole) number.digits.resize(whole, '0');
    const QString decimals = ascii(std::string_view(number.digits).substr(whole));
    return grouped(ascii(number.digits.substr(0, whole))) + (decimals.isEmpty() ? decimals : QLatin1Char('.') + decimals);
}

QString positiveText(double value, int digits, int largestPlainExponent)
{
    if (std::isinf(value)) return QStringLiteral("∞");
    const Significant number = significant(value, digits);
    const bool isPlain = number.exponent >= kSmallestPlainExponent && number.exponent <= largestPlainExponent;
    return isPlain ? plain(number) : withPower(number);
}

QString signedText(double value, int digits, int largestPlainExponent)
{
    if (std::isnan(value)) return QStringLiteral("—");
    if (value == 0.0) return QStringLiteral("0");
    const QString text = positiveText(std::abs(value), digits, largestPlainExponent);
    return value < 0.0 ? kMinus + text : text;
}

/// The unit is chosen for the value as it will read, so that 999.9 m becomes 1 km and not 1 000 m.
const UnitSpelling& shownUnit(double value, Dimension dimension, int digits)
{
    const auto& spellings = spellingsOf(dimension);
    double magnitude = std::abs(value);
    if (magnitude == 0.0 || !std::isfinite(magnitude)) {
        const bool storedIsShown = std::isfinite(spellings.front().shownFrom);
        return storedIsShown ? spellings.front() : spellings.back();
    }
    const std::string rounded = scientific(magnitude, digits);
    std::from_chars(rounded.data(), rounded.data() + rounded.size(), magnitude);
    const UnitSpelling* smallest = nullptr;
    const UnitSpelling* best = nullptr;
    for (const UnitSpelling& unit : spellings) {
        if (!std::isfinite(unit.shownFrom)) continue;
        if (!smallest || unit.shownFrom < smallest->shownFrom) smallest = &unit;
        if (magnitude >= unit.shownFrom && (!best || unit.shownFrom > best->shownFrom)) best = &unit;
    }
    return best ? *best : *smallest;
}

} // namespace

QString formatNumber(double value, int digits) { return signedText(value, digits, kLargestPlainExponent); }

QString formatQuantity(double storedValue, Dimension dimension, int digits)
{
    // A count is a whole number: every digit of it is shown, so that it reads back whole.
    const bool isCount = dimension == Dimension::Count;
    const int shownDigits = isCount ? kAllDigits : digits;
    const UnitSpelling& unit = shownUnit(storedValue, dimension, shownDigits);
    const QString number = signedText(storedValue / unit.factor, shownDigits, isCount ? kAllDigits - 1 : kLargestPlainExponent);
    return unit.symbol.isEmpty() ? number : number + QLatin1Char(' ') + unit.symbol;
}

QString formatLimit(double storedValue, Dimension dimension, int digits)
{
    const UnitSpelling& stored = spellingsOf(dimension).front();
    const UnitSpelling& unit = shownUnit(storedValue, dimension, digits);
    const auto length = [digits](double value) { return significant(value, digits).digits.size(); };
    const bool readsLonger = std::isfinite(storedValue) && std::isfinite(stored.shownFrom) && storedValue != 0.0
        && length(storedValue / unit.factor) > length(storedValue);
    if (!readsLonger) return formatQuantity(storedValue, dimension, digits);
    return signedText(storedValue, digits, kLargestPlainExponent) + QLatin1Char(' ') + stored.symbol;
}

Unit preferredUnit(double storedValue, Dimension dimension)
{
    const UnitSpelling& unit = shownUnit(storedValue, dimension, 3);
    return {unit.symbol, unit.factor};
}

QString exactNumber(double value)
{
    char buffer[32];
    return ascii({buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr});
}

} // namespace bellweave
