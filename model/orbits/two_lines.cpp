// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/element_sets.h"

#include <QCoreApplication>
#include <cmath>
#include <numbers>
#include <optional>

namespace bellweave {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kMinutesOfDay = 1440.0;
constexpr int kColumns = 69;

class Words {
    Q_DECLARE_TR_FUNCTIONS(ElementSets)
};

/// The fields of a line by their columns, counted from 1 as the format's description does.
class Columns {
public:
    Columns(int number, const QString& line) : m_number(number), m_line(line) {}

    QString text(int first, int last) const { return m_line.mid(first - 1, last - first + 1); }
    double number(int first, int last, const QString& name, double low, double high)
    {
        bool isNumber = false;
        const double value = text(first, last).remove(u' ').toDouble(&isNumber);
        if (!isNumber || !(value >= low && value <= high)) fail(first, last, Words::tr("%1 from %2 to %3").arg(name).arg(low).arg(high));
        return value;
    }
    /// "28098-4" is 0.28098e-4.
    double shortNumber(int first, int last, const QString& name)
    {
        QString digits = text(first, last).remove(u' ');
        if (digits.isEmpty()) return 0.0;
        const qsizetype sign = std::max(digits.lastIndexOf(u'-'), digits.lastIndexOf(u'+'));
        if (sign > 0) digits.insert(sign, u'e');
        const bool hasSign = digits.startsWith(u'-') || digits.startsWith(u'+');
        digits.insert(hasSign ? 1 : 0, QStringLiteral("0."));
        bool isNumber = false;
        const double value = digits.toDouble(&isNumber);
        if (!isNumber) fail(first, last, name);
        return value;
    }
    /// Five digits, or a letter for the first two: A is 10, and I and O are left out.
    int catalogNumber()
    {
        QString digits = text(3, 7).trimmed();
        static const QString letters = QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZ");
        if (!digits.isEmpty())
            if (const qsizetype letter = letters.indexOf(digits.front()); letter >= 0) digits = QString::number(10 + letter) + digits.mid(1);
        bool isNumber = false;
        const int value = digits.toInt(&isNumber);
        if (!isNumber) fail(3, 7, Words::tr("a catalog number"));
        return value;
    }
    void check(CheckDigits digits)
    {
        if (m_line.size() < kColumns && digits == CheckDigits::Required) return setError(Words::tr("Line %1 of a set has 69 columns, this one %2.").arg(m_number).arg(m_line.size()));
        if (!m_line.startsWith(QString::number(m_number) + u' ')) return setError(Words::tr("Line %1 of a set begins with %1 and a blank.").arg(m_number));
        if (digits == CheckDigits::Ignored) return;
        int sum = 0;
        for (const QChar c : m_line.first(kColumns - 1)) sum += c.isDigit() ? c.digitValue() : c == u'-' ? 1 : 0;
        if (m_line[kColumns - 1].digitValue() != sum % 10) setError(Words::tr("The check digit of line %1 is %2 but should be %3.").arg(m_number).arg(m_line[kColumns - 1]).arg(sum % 10));
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    void fail(int first, int last, const QString& what) { setError(Words::tr("Line %1, columns %2 to %3: “%4” is not %5.").arg(m_number).arg(first).arg(last).arg(text(first, last), what)); }
    void setError(const QString& sentence)
    {
        if (!m_error) m_error = Error{Error::Code::InvalidInput, sentence, {}};
    }

    int m_number;
    QString m_line;
    std::optional<Error> m_error;
};

JulianDate epochOf(Columns& line)
{
    constexpr int kPivot = 57;    // the first satellite
    const int year = static_cast<int>(line.number(19, 20, Words::tr("a year"), 0.0, 99.0));
    return dateOfYear(year < kPivot ? 2000 + year : 1900 + year, line.number(21, 32, Words::tr("a day of the year"), 1.0, 367.0));
}

void readSecond(Columns& line, MeanElements& made)
{
    const auto angle = [&](int first, int last, const QString& name, double high) { return line.number(first, last, name, 0.0, high) * kDegree; };
    made.inclination = angle(9, 16, Words::tr("an inclination"), 180.0);
    made.node = angle(18, 25, Words::tr("an ascending node"), 360.0);
    made.eccentricity = 1e-7 * line.number(27, 33, Words::tr("the seven digits of an eccentricity"), 0.0, 9999999.0);
    made.perigee = angle(35, 42, Words::tr("an argument of perigee"), 360.0);
    made.meanAnomaly = angle(44, 51, Words::tr("a mean anomaly"), 360.0);
    made.meanMotion = line.number(53, 63, Words::tr("a mean motion in turns a day"), 1e-6, 18.0) * 2.0 * std::numbers::pi / kMinutesOfDay;
}

} // namespace

Result<MeanElements> readTwoLines(const QString& first, const QString& second, CheckDigits digits)
{
    Columns one(1, first), two(2, second);
    one.check(digits);
    two.check(digits);
    MeanElements made;
    if (!one.error() && !two.error()) {
        made.catalogNumber = one.catalogNumber();
        made.epoch = epochOf(one);
        made.drag = one.shortNumber(54, 61, Words::tr("a drag term"));
        readSecond(two, made);
    }
    for (const Columns* line : {&one, &two})
        if (line->error()) return *line->error();
    if (two.catalogNumber() != made.catalogNumber)
        return Error{Error::Code::InvalidInput, Words::tr("The lines belong to unlike satellites, %1 and %2.").arg(made.catalogNumber).arg(two.catalogNumber()), {}};
    return made;
}

} // namespace bellweave
