// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/units.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <array>
#include <cmath>
#include <rapidcheck.h>

using namespace bellweave;

namespace {

/// A made-up expression: how it is written, what it is worth in meters, how often a unit is in it, and how large the numbers
/// were that made it, against which rounding is measured.
struct Written {
    QString text;
    long double value = 0.0L;
    int power = 0;
    long double scale = 0.0L;
    bool isSum = false;        ///< needs parentheses inside a product
    bool isProduct = false;    ///< needs them behind a division
};

QString spaced(const char* sign)
{
    const QString text = QString::fromUtf8(sign);
    return *rc::gen::inRange(0, 3) == 0 ? text : u' ' + text + u' ';
}

QString inParentheses(const Written& inner)
{
    return u'(' + inner.text + u')';
}

Written number()
{
    const int digits = *rc::gen::inRange(1, 100000);
    const int decimals = *rc::gen::inRange(0, 5);
    const int exponent = *rc::gen::inRange(-6, 7);
    QString text = QString::number(digits / std::pow(10.0, decimals), 'f', decimals);
    long double value = text.toDouble();
    if (*rc::gen::inRange(0, 2)) text.replace(u'.', u',');
    if (exponent != 0) {
        text += QStringLiteral("e%1").arg(exponent);
        value *= std::pow(10.0L, exponent);
    }
    return {text, value, 0, value};
}

Written length()
{
    struct Spelling { const char* symbol; long double meters; };
    static constexpr std::array<Spelling, 3> spellings{{{"km", 1e3L}, {"m", 1.0L}, {"nm", 1e-9L}}};
    Written result = number();
    const Spelling& unit = spellings[static_cast<std::size_t>(*rc::gen::inRange(0, 3))];
    result.text += (*rc::gen::inRange(0, 2) ? QStringLiteral(" ") : QString()) + QString::fromUtf8(unit.symbol);
    result.value *= unit.meters;
    result.scale = result.value;
    result.power = 1;
    return result;
}

Written expression(int depth, int power);

Written sum(int depth, int power)
{
    const Written left = expression(depth - 1, power), right = expression(depth - 1, power);
    const bool minus = *rc::gen::inRange(0, 2);
    const QString text = left.text + spaced(minus ? "-" : "+") + (right.isSum ? inParentheses(right) : right.text);
    return {text, minus ? left.value - right.value : left.value + right.value, power, left.scale + right.scale, true, false};
}

/// The unit stands in one of the two factors.
Written product(int depth, int power)
{
    const bool first = *rc::gen::inRange(0, 2);
    const Written left = expression(depth - 1, first ? power : 0), right = expression(depth - 1, first ? 0 : power);
    const QString text = (left.isSum ? inParentheses(left) : left.text) + spaced(*rc::gen::inRange(0, 2) ? "*" : "×")
                         + (right.isSum || right.isProduct ? inParentheses(right) : right.text);
    return {text, left.value * right.value, power, left.scale * right.scale, false, true};
}

/// By a plain number, or a length by a length.
Written quotient(int depth, int power)
{
    const bool bothLengths = power == 0 && *rc::gen::inRange(0, 2);
    const Written left = expression(depth - 1, bothLengths ? 1 : power), right = bothLengths ? length() : number();
    const QString text = (left.isSum ? inParentheses(left) : left.text) + spaced("/") + right.text;
    return {text, left.value / right.value, power, left.scale / right.value, false, true};
}

Written negative(int depth, int power)
{
    const Written inner = expression(depth - 1, power);
    return {u'-' + inParentheses(inner), -inner.value, power, inner.scale, true, true};
}

Written expression(int depth, int power)
{
    switch (depth > 0 ? *rc::gen::inRange(0, 6) : 0) {
    case 1: return sum(depth, power);
    case 2: return product(depth, power);
    case 3: return quotient(depth, power);
    case 4: return negative(depth, power);
    default: return power ? length() : number();
    }
}

} // namespace

class ExpressionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyExpressionIsWorthWhatItsPartsAre()
    {
        QVERIFY(rc::check("parse(written) is the value of the tree it was written from", [] {
            const Written made = expression(4, *rc::gen::inRange(0, 2));
            RC_PRE(made.text.size() < 390);
            RC_PRE(std::isfinite(static_cast<double>(made.scale)));
            const auto read = parseQuantity(made.text, Dimension::Length);
            if (!read) RC_FAIL(read.error().text().toStdString() + " of " + made.text.toStdString());
            if (std::abs(*read - made.value) > 1e-12L * made.scale)
                RC_FAIL(made.text.toStdString() + " was read as " + std::to_string(*read));
        }));
    }
};

BELLWEAVE_TEST(ExpressionTest)
#include "expression_test.moc"
