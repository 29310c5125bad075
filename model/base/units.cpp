// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/units.h"

#include "model/base/unit_spellings.h"

#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace bellweave {
namespace {

using Spellings = std::vector<UnitSpelling>;

constexpr double kTypedOnly = std::numeric_limits<double>::infinity();
constexpr double kDegree = 0.017453292519943295;   // rad

UnitSpelling shown(QStringView symbol, double factor) { return {symbol.toString(), factor, factor, false}; }
UnitSpelling typed(QStringView symbol, double factor) { return {symbol.toString(), factor, kTypedOnly, false}; }
UnitSpelling alias(QStringView symbol, double factor) { return {symbol.toString(), factor, kTypedOnly, true}; }

Spellings lengths()
{
    return {shown(u"m", 1.0), shown(u"pm", 1e-12), shown(u"nm", 1e-9), shown(u"µm", 1e-6), alias(u"um", 1e-6),
            shown(u"mm", 1e-3), typed(u"cm", 1e-2), shown(u"km", 1e3),
            typed(u"ft", 0.3048), typed(u"mi", 1609.344), typed(u"nmi", 1852.0)};
}

// Minutes and hours start late: a coherence time of 60 s is known as 60 s.
Spellings durations()
{
    return {shown(u"s", 1.0), shown(u"ps", 1e-12), shown(u"ns", 1e-9), shown(u"µs", 1e-6), alias(u"us", 1e-6),
            shown(u"ms", 1e-3), {QStringLiteral("min"), 60.0, 120.0, false}, {QStringLiteral("h"), 3600.0, 7200.0, false}, typed(u"d", 86400.0)};
}

Spellings rates()
{
    return {shown(u"Hz", 1.0), shown(u"kHz", 1e3), shown(u"MHz", 1e6), shown(u"GHz", 1e9),
            typed(u"1/s", 1.0), alias(u"/s", 1.0), typed(u"ebit/s", 1.0)};
}

Spellings bitRates()
{
    return {shown(u"bit/s", 1.0), shown(u"kbit/s", 1e3), shown(u"Mbit/s", 1e6), shown(u"Gbit/s", 1e9), alias(u"bps", 1.0), alias(u"kbps", 1e3),
            alias(u"Mbps", 1e6), alias(u"1/s", 1.0)};
}

Spellings powers() { return {shown(u"W", 1.0), shown(u"mW", 1e-3), shown(u"kW", 1e3), shown(u"MW", 1e6)}; }

Spellings angles()
{
    return {shown(u"rad", 1.0), shown(u"µrad", 1e-6), alias(u"urad", 1e-6), shown(u"mrad", 1e-3),
            typed(u"°", kDegree), alias(u"deg", kDegree)};
}

Spellings degrees()
{
    return {shown(u"°", 1.0), alias(u"deg", 1.0), typed(u"rad", 1.0 / kDegree), typed(u"mrad", 1e-3 / kDegree)};
}

/// Euro, thousands and millions over each of the endings; the first ending is the one people see.
Spellings money(const std::vector<QString>& endings)
{
    const std::pair<QString, double> prefixes[] = {{QString(), 1.0}, {QStringLiteral("k"), 1e3}, {QStringLiteral("M"), 1e6}};
    Spellings rows;
    for (const QString& currency : {QStringLiteral("€"), QStringLiteral("EUR")}) {
        for (const QString& ending : endings) {
            const bool first = rows.size() < 3;
            for (const auto& [prefix, factor] : prefixes)
                rows.push_back({prefix + currency + ending, factor, first ? factor : kTypedOnly, !first});
        }
    }
    return rows;
}

Spellings leases()
{
    return money({QStringLiteral("/(m a)"), QStringLiteral("/m/a"), QStringLiteral("/(m yr)"), QStringLiteral("/m/yr"),
                  QStringLiteral("/m/year")});
}

Spellings years() { return {shown(u"a", 1.0), alias(u"yr", 1.0), alias(u"year", 1.0), alias(u"years", 1.0)}; }

Spellings makeSpellings(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Number:
    case Dimension::Count: return {shown(u"", 1.0)};
    case Dimension::Fraction: return {typed(u"", 1.0), shown(u"%", 0.01)};
    case Dimension::Length: return lengths();
    case Dimension::Duration: return durations();
    case Dimension::Rate: return rates();
    case Dimension::BitRate: return bitRates();
    case Dimension::Power: return powers();
    case Dimension::Angle: return angles();
    case Dimension::AngleDegrees: return degrees();
    case Dimension::Money: return money({QString()});
    case Dimension::MoneyPerYear: return money({QStringLiteral("/a"), QStringLiteral("/yr"), QStringLiteral("/year")});
    case Dimension::MoneyPerLengthYear: return leases();
    case Dimension::MoneyPerEnergy: return {shown(u"€/kWh", 1.0), alias(u"EUR/kWh", 1.0)};
    case Dimension::Years: return years();
    case Dimension::Decibel: return {shown(u"dB", 1.0)};
    case Dimension::DecibelPerLength: return {shown(u"dB/km", 1.0), typed(u"dB/m", 1e3)};
    case Dimension::Radiance: return {shown(u"W/(m² sr µm)", 1.0), alias(u"W/m2/sr/um", 1.0), alias(u"W/m²/sr/µm", 1.0)};
    case Dimension::StructureConstant: return {shown(u"m^(−2/3)", 1.0), alias(u"m^(-2/3)", 1.0), alias(u"m^-2/3", 1.0)};
    case Dimension::Temperature: return {shown(u"K", 1.0), shown(u"mK", 1e-3), typed(u"µK", 1e-6), alias(u"uK", 1e-6)};
    case Dimension::MoneyPerLength: return money({QStringLiteral("/m")});
    case Dimension::Dispersion: return {shown(u"ps/(nm km)", 1.0), alias(u"ps/nm/km", 1.0), alias(u"ps/(nm*km)", 1.0)};
    case Dimension::PowerPerLength: return {shown(u"W/m", 1.0), shown(u"kW/m", 1e3)};
    }
    Q_UNREACHABLE();
}

struct KeyEnding {
    const char* ending;
    Dimension dimension;
};

// Longer endings stand before those they end in.
constexpr KeyEnding kKeyEndings[] = {
    {"_ps_per_nm_km", Dimension::Dispersion},
    {"_w_per_m2_sr_um", Dimension::Radiance},           {"_per_m_2_3", Dimension::StructureConstant},
    {"_eur_per_m_year", Dimension::MoneyPerLengthYear}, {"_eur_per_year", Dimension::MoneyPerYear},
    {"_eur_per_kwh", Dimension::MoneyPerEnergy},        {"_db_per_km", Dimension::DecibelPerLength},
    {"_eur_per_m", Dimension::MoneyPerLength},          {"_w_per_m", Dimension::PowerPerLength},
    {"_years", Dimension::Years},                       {"_eur", Dimension::Money},
    {"_deg", Dimension::AngleDegrees},                  {"_rad", Dimension::Angle},
    {"_hz", Dimension::Rate},                           {"_db", Dimension::Decibel},
    {"_bps", Dimension::BitRate},
    {"_m", Dimension::Length},                          {"_s", Dimension::Duration},
    {"_w", Dimension::Power},                           {"_k", Dimension::Temperature}};

} // namespace

const std::vector<UnitSpelling>& spellingsOf(Dimension dimension)
{
    static const std::map<Dimension, Spellings> tables = [] {
        std::map<Dimension, Spellings> all;
        for (int i = 0; i <= static_cast<int>(kLastDimension); ++i)
            all.emplace(static_cast<Dimension>(i), makeSpellings(static_cast<Dimension>(i)));
        return all;
    }();
    return tables.at(dimension);
}

const std::vector<Unit>& unitsOf(Dimension dimension)
{
    static const std::map<Dimension, std::vector<Unit>> tables = [] {
        std::map<Dimension, std::vector<Unit>> all;
        for (int i = 0; i <= static_cast<int>(kLastDimension); ++i)
            for (const UnitSpelling& row : spellingsOf(static_cast<Dimension>(i)))
                all[static_cast<Dimension>(i)].push_back({row.symbol, row.factor});
        return all;
    }();
    return tables.at(dimension);
}

Dimension dimensionOfKey(const QString& key)
{
    for (const KeyEnding& row : kKeyEndings)
        if (key.endsWith(QLatin1String(row.ending))) return row.dimension;
    return Dimension::Number;
}

double toTransmission(Decibel loss) { return std::pow(10.0, -loss.si() / 10.0); }

Decibel fromTransmission(double transmission)
{
    Q_ASSERT_X(transmission >= 0.0, "fromTransmission", "a power transmission is not negative");
    return Decibel::fromSi(transmission == 1.0 ? 0.0 : -10.0 * std::log10(transmission));
}

} // namespace bellweave
