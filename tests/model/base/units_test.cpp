// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/units.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace bellweave;

namespace {

constexpr Dimension kLastDimension = Dimension::DecibelPerLength;
const QString kThin = QStringLiteral("\u2009");

std::vector<Dimension> allDimensions()
{
    std::vector<Dimension> all;
    for (int i = 0; i <= static_cast<int>(kLastDimension); ++i) all.push_back(static_cast<Dimension>(i));
    return all;
}

bool near(double a, double b, double relative) { return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b)); }

double anyDecadeValue()
{
    const double mantissa = *rc::gen::inRange(-1000000, 1000000) / 1e5;
    return mantissa * std::pow(10.0, *rc::gen::inRange(-14, 15));
}

} // namespace

class UnitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void refusalNamesValueAndAcceptedUnits();
    void everySpellingIsReadWithItsFactor();
    void keysNameTheirDimension_data();
    void keysNameTheirDimension();
    void writesForPeople_data();
    void writesForPeople();
    void choosesTheUnitOfTheRoundedValue();
    void saysALimitInTheUnitThatReadsShorter();
    void whatIsWrittenReadsBack();
    void exactNumbersReadBackExactly();
    void noInputCrashesOrGivesANonFiniteNumber();
    void deepNestingIsRefused();
    void decibelsAndTransmissionAreInverse();
};

void UnitsTest::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Dimension>("dimension");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* text, Dimension dimension, double expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << dimension << expected;
    };
    row("25 km", Dimension::Length, 25000.0);
    row("25km", Dimension::Length, 25000.0);
    row(" 25 ", Dimension::Length, 25.0);
    row("1,5 µs", Dimension::Duration, 1.5e-6);
    row("1.5 μs", Dimension::Duration, 1.5e-6);
    row("1.5 us", Dimension::Duration, 1.5e-6);
    row("90 min", Dimension::Duration, 5400.0);
    row("0.2 dB/km", Dimension::DecibelPerLength, 0.2);
    row("0.0002 dB/m", Dimension::DecibelPerLength, 0.2);
    row("3 dB", Dimension::Decibel, 3.0);
    row("3e-3", Dimension::Number, 0.003);
    row("3E+2", Dimension::Number, 300.0);
    row("3e−3", Dimension::Number, 0.003);
    row("−4", Dimension::Number, -4.0);
    row(".5", Dimension::Number, 0.5);
    row("5.", Dimension::Number, 5.0);
    row("1.2×10⁻⁹", Dimension::Number, 1.2e-9);
    row("2*118 km", Dimension::Length, 236000.0);
    row("118 km * 2", Dimension::Length, 236000.0);
    row("100 + 18 km", Dimension::Length, 118000.0);
    row("100/3 ms", Dimension::Duration, 0.1 / 3.0);
    row("2 km + 300 m", Dimension::Length, 2300.0);
    row("(2 + 3) km / 2", Dimension::Length, 2500.0);
    row("-(2 - 5) km", Dimension::Length, 3000.0);
    row("10 km / 2 km * 3 km", Dimension::Length, 15000.0);
    row("2 × 3 m", Dimension::Length, 6.0);
    row("85 %", Dimension::Fraction, 0.85);
    row("0,85", Dimension::Fraction, 0.85);
    row("1 - 2 %", Dimension::Fraction, 0.98);
    row("1 000 km", Dimension::Length, 1e6);
    row("1 234 567,5", Dimension::Number, 1234567.5);
    row("12\u2009345 m", Dimension::Length, 12345.0);
    row("12\u00A0345 m", Dimension::Length, 12345.0);
    row("100 1/s", Dimension::Rate, 100.0);
    row("100/s", Dimension::Rate, 100.0);
    row("1/s", Dimension::Rate, 1.0);
    row("5 100/s", Dimension::Rate, 5100.0);
    row("2 ebit/s", Dimension::Rate, 2.0);
    row("2.5 MHz", Dimension::Rate, 2.5e6);
    row("3 mW", Dimension::Power, 3e-3);
    row("3 MW", Dimension::Power, 3e6);
    row("180°", Dimension::Angle, 3.14159265358979323846);
    row("200 mrad", Dimension::Angle, 0.2);
    row("52.37°", Dimension::AngleDegrees, 52.37);
    row("1.2 M€", Dimension::Money, 1.2e6);
    row("1.2 MEUR", Dimension::Money, 1.2e6);
    row("12 k€/a", Dimension::MoneyPerYear, 12000.0);
    row("12 EUR/a", Dimension::MoneyPerYear, 12.0);
    row("0.5 €/(m a)", Dimension::MoneyPerLengthYear, 0.5);
    row("20 mK", Dimension::Temperature, 0.02);
    row("4 K", Dimension::Temperature, 4.0);
    row("30 k€/m", Dimension::MoneyPerLength, 3e4);
    row("0.5 kW/m", Dimension::PowerPerLength, 500.0);
    row("0.5 €/(m·a)", Dimension::MoneyPerLengthYear, 0.5);
    row("0.5 EUR/m/a", Dimension::MoneyPerLengthYear, 0.5);
    row("0,25 €/kWh", Dimension::MoneyPerEnergy, 0.25);
    row("10 years", Dimension::Years, 10.0);
    row("10 a", Dimension::Years, 10.0);
    row("12", Dimension::Count, 12.0);
}

void UnitsTest::readsWhatPeopleType()
{
    QFETCH(QString, text);
    QFETCH(Dimension, dimension);
    QFETCH(double, expected);
    const auto value = parseQuantity(text, dimension);
    QVERIFY2(value.has_value(), value ? "" : qPrintable(value.error().sentence));
    QVERIFY2(near(*value, expected, 1e-15), qPrintable(exactNumber(*value)));
}

void UnitsTest::refusesWithASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Dimension>("dimension");
    const auto row = [](const char* text, Dimension dimension = Dimension::Length) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << dimension;
    };
    for (const char* text : {"", "   ", "km", "25 kn", "25 mm2", "25 Km", "1.000,5", "1,000,000", "1.000.000", "12 34", "1 00 km",
                             "nan", "inf", "-inf", "infinity", "1e400", "1e-400", "1e308 km", "1e300*1e300", "1/0", "0/0",
                             "1 km / 0 m", "2 km * 3 km", "2 km + 3", "2 / 3 km + 1 m", "(2 km", "2 km)", "()", "2 +", "* 2", "2 ** 3",
                             "2 3", "0x10", "5 m m", "%1", "1'000", "2 km;", "\u0661"})
        row(text);
    row("1/5 ms", Dimension::Rate);
    row("2 Hz", Dimension::Number);
    row("2.5", Dimension::Count);
    row("50 %", Dimension::Number);
    row("3 dB/km", Dimension::Decibel);
}

void UnitsTest::refusesWithASentence()
{
    QFETCH(QString, text);
    QFETCH(Dimension, dimension);
    const auto value = parseQuantity(text, dimension);
    QVERIFY(!value.has_value());
    QVERIFY(value.error().code == Error::Code::InvalidInput);
    QVERIFY2(value.error().sentence.endsWith(u'.'), qPrintable(value.error().sentence));
}

void UnitsTest::refusalNamesValueAndAcceptedUnits()
{
    QCOMPARE(parseQuantity(QStringLiteral("25 kn"), Dimension::Length).error().sentence,
             QStringLiteral("“25 kn” cannot be read. “kn” is not understood. Enter a number with one of these units: "
                            "m, pm, nm, µm, mm, cm, km, ft, mi, nmi. Without a unit it is in m."));
    QVERIFY(parseQuantity(QStringLiteral("%2"), Dimension::Length).error().sentence.startsWith(QStringLiteral("“%2” cannot be read.")));
}

void UnitsTest::everySpellingIsReadWithItsFactor()
{
    for (const Dimension dimension : allDimensions()) {
        QCOMPARE(unitsOf(dimension).front().factor, 1.0);
        for (const Unit& unit : unitsOf(dimension)) {
            const auto value = parseQuantity(QStringLiteral("8 ") + unit.symbol, dimension);
            QVERIFY2(value && near(*value, 8.0 * unit.factor, 1e-15), qPrintable(unit.symbol));
        }
    }
}

void UnitsTest::keysNameTheirDimension_data()
{
    QTest::addColumn<Dimension>("dimension");
    const auto row = [](const char* key, Dimension dimension) { QTest::newRow(key) << dimension; };
    row("length_m", Dimension::Length);
    row("memory/t2_s", Dimension::Duration);
    row("min_rate_hz", Dimension::Rate);
    row("power_w", Dimension::Power);
    row("phase_noise_rad", Dimension::Angle);
    row("latitude_deg", Dimension::AngleDegrees);
    row("capex_eur", Dimension::Money);
    row("opex_eur_per_year", Dimension::MoneyPerYear);
    row("lease_eur_per_m_year", Dimension::MoneyPerLengthYear);
    row("line_eur_per_m", Dimension::MoneyPerLength);
    row("line_w_per_m", Dimension::PowerPerLength);
    row("line/temperature_k", Dimension::Temperature);
    row("tariff_eur_per_kwh", Dimension::MoneyPerEnergy);
    row("life_years", Dimension::Years);
    row("fixed_loss_db", Dimension::Decibel);
    row("attenuation_db_per_km", Dimension::DecibelPerLength);
    row("min_fidelity", Dimension::Number);
    row("efficiency", Dimension::Number);
    row("double_excitation", Dimension::Number);
    row("slots", Dimension::Number);
    row("", Dimension::Number);
}

void UnitsTest::keysNameTheirDimension()
{
    QFETCH(Dimension, dimension);
    QVERIFY(dimensionOfKey(QString::fromLatin1(QTest::currentDataTag())) == dimension);
}

void UnitsTest::writesForPeople_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<Dimension>("dimension");
    QTest::addColumn<int>("digits");
    const auto row = [](const char* text, double value, Dimension dimension, int digits = 3) {
        QTest::newRow(text) << value << dimension << digits;
    };
    row("25 km", 25000.0, Dimension::Length);
    row("0.2 dB/km", 0.2, Dimension::DecibelPerLength);
    row("1.5 µs", 1.5e-6, Dimension::Duration);
    row("1 km", 999.96, Dimension::Length);
    row("1\u2009230 km", 1234567.0, Dimension::Length);
    row("1\u2009235 km", 1234567.0, Dimension::Length, 4);
    row("60 s", 60.0, Dimension::Duration);
    row("2 h", 7200.0, Dimension::Duration);
    row("0 m", 0.0, Dimension::Length);
    row("0 m", -0.0, Dimension::Length);
    row("\u22125 m", -5.0, Dimension::Length);
    row("85 %", 0.85, Dimension::Fraction);
    row("0 %", 0.0, Dimension::Fraction);
    row("1\u2009000", 1000.0, Dimension::Number);
    row("12\u2009345", 12345.0, Dimension::Count);
    row("480 k€", 480000.0, Dimension::Money);
    row("12 k€/a", 12000.0, Dimension::MoneyPerYear);
    row("0.5 €/(m a)", 0.5, Dimension::MoneyPerLengthYear);
    row("1.2×10⁻⁹", 1.2e-9, Dimension::Number);
    row("0.00012", 1.2e-4, Dimension::Number);
    row("3×10¹²", 3e12, Dimension::Number);
    row("∞ dB", std::numeric_limits<double>::infinity(), Dimension::Decibel);
    row("—", std::numeric_limits<double>::quiet_NaN(), Dimension::Number);
    row("200 mrad", 0.2, Dimension::Angle);
    row("4.6 kW", 4600.0, Dimension::Power);
    row("0.3", 0.1 + 0.2, Dimension::Number);
}

void UnitsTest::writesForPeople()
{
    QFETCH(double, value);
    QFETCH(Dimension, dimension);
    QFETCH(int, digits);
    QCOMPARE(formatQuantity(value, dimension, digits), QString::fromUtf8(QTest::currentDataTag()));
}

void UnitsTest::choosesTheUnitOfTheRoundedValue()
{
    QCOMPARE(preferredUnit(25000.0, Dimension::Length).symbol, QStringLiteral("km"));
    QCOMPARE(preferredUnit(999.96, Dimension::Length).symbol, QStringLiteral("km"));
    QCOMPARE(preferredUnit(-1e-3, Dimension::Duration).symbol, QStringLiteral("ms"));
    QCOMPARE(preferredUnit(0.5, Dimension::Number).factor, 1.0);
    QCOMPARE(preferredUnit(0.0, Dimension::Rate).symbol, QStringLiteral("Hz"));
}

void UnitsTest::saysALimitInTheUnitThatReadsShorter()
{
    QCOMPARE(formatLimit(200.0, Dimension::Duration), QStringLiteral("200 s"));
    QCOMPARE(formatLimit(7200.0, Dimension::Duration), QStringLiteral("2 h"));
    QCOMPARE(formatLimit(1e6, Dimension::Duration).section(u' ', -1), QStringLiteral("s"));
    QCOMPARE(formatLimit(1e-9, Dimension::Duration), QStringLiteral("1 ns"));
    QCOMPARE(formatLimit(25e3, Dimension::Length), QStringLiteral("25 km"));
    QCOMPARE(formatLimit(0.0, Dimension::Length), formatQuantity(0.0, Dimension::Length));
}

void UnitsTest::whatIsWrittenReadsBack()
{
    for (const Dimension dimension : allDimensions()) {
        QVERIFY(rc::check("parse(format(x)) is x to the digits shown", [dimension] {
            const int digits = *rc::gen::inRange(1, 13);
            const double value = dimension == Dimension::Count ? *rc::gen::arbitrary<int>() : anyDecadeValue();
            const auto text = formatQuantity(value, dimension, digits);
            const auto back = parseQuantity(text, dimension);
            RC_ASSERT(back.has_value());
            RC_ASSERT(near(*back, value, 0.5000001 * std::pow(10.0, 1 - digits)));
            RC_ASSERT(!text.contains(u'e') || dimension == Dimension::Rate);
        }));
    }
}

void UnitsTest::exactNumbersReadBackExactly()
{
    QCOMPARE(exactNumber(50000.0), QStringLiteral("50000"));
    QCOMPARE(exactNumber(0.1), QStringLiteral("0.1"));
    QVERIFY(rc::check("exactNumber keeps every bit", [](double value) {
        if (!std::isfinite(value)) return;
        bool ok = false;
        RC_ASSERT(exactNumber(value).toDouble(&ok) == value);
        RC_ASSERT(ok);
        if (value == 0.0 || std::abs(value) > 1e-300) RC_ASSERT(*parseQuantity(exactNumber(value), Dimension::Number) == value);
    }));
}

void UnitsTest::noInputCrashesOrGivesANonFiniteNumber()
{
    const QString alphabet = QStringLiteral("0123456789.,eE+-−*/() \u2009kmsµHz°€aW%B⁻⁹d×Ω") + QChar(0) + QChar(0xD800);
    QVERIFY(rc::check("any text gives a finite number or a sentence", [&alphabet] {
        QString text;
        for (const auto at : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(alphabet.size()))))
            text += alphabet.at(at);
        for (const Dimension dimension : allDimensions()) {
            const auto value = parseQuantity(text, dimension);
            RC_ASSERT((value ? std::isfinite(*value) : !value.error().sentence.isEmpty()));
        }
    }));
}

void UnitsTest::deepNestingIsRefused()
{
    const auto nested = [](int depth) { return QString(depth, u'(') + QStringLiteral("2") + QString(depth, u')'); };
    QCOMPARE(parseQuantity(nested(20), Dimension::Number).value_or(0.0), 2.0);
    QVERIFY(!parseQuantity(nested(150), Dimension::Number));
    QVERIFY(!parseQuantity(QString(300, u'-') + u'2', Dimension::Number));
    QVERIFY(!parseQuantity(QString(1000000, u'('), Dimension::Number));
}

void UnitsTest::decibelsAndTransmissionAreInverse()
{
    QCOMPARE(toTransmission(20.0_dB), 0.01);
    QCOMPARE(toTransmission(0.0_dB), 1.0);
    QCOMPARE(fromTransmission(0.01).si(), 20.0);
    QVERIFY(!std::signbit(fromTransmission(1.0).si()));
    QVERIFY(std::isinf(fromTransmission(0.0).si()));
}

BELLWEAVE_TEST(UnitsTest)
#include "units_test.moc"
