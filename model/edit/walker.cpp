// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/walker.h"

#include "model/format/exchange/key_maker.h"

#include <QCoreApplication>
#include <QSet>
#include <cmath>

namespace bellweave {
namespace {

constexpr double kTurn = 360.0;
constexpr qsizetype kLongestPrefix = 60;             // letters
constexpr double kLowest = 160e3, kHighest = 4e7;    // m

class Walker {
    Q_DECLARE_TR_FUNCTIONS(Walker)
};

Error wrong(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

std::optional<Error> wrongCounts(const WalkerPattern& pattern)
{
    if (pattern.satellites < 1 || pattern.satellites > kMostWalkerSatellites)
        return wrong(Walker::tr("A constellation has 1 to %1 satellites, not %2.").arg(kMostWalkerSatellites).arg(pattern.satellites));
    if (pattern.planes < 1 || pattern.satellites % pattern.planes != 0)
        return wrong(Walker::tr("%n satellite(s) cannot be shared evenly by %1 planes.", nullptr, pattern.satellites).arg(pattern.planes));
    if (pattern.planes == 1 && pattern.phasing != 0) return wrong(Walker::tr("The phasing of one plane is 0, not %1.").arg(pattern.phasing));
    if (pattern.phasing < 0 || pattern.phasing >= pattern.planes)
        return wrong(Walker::tr("The phasing of %1 planes lies between 0 and %2; it is %3.").arg(pattern.planes).arg(pattern.planes - 1).arg(pattern.phasing));
    return std::nullopt;
}

std::optional<Error> wrongOrbit(const WalkerPattern& pattern)
{
    const auto isWithin = [](double value, double least, double most) { return value >= least && value <= most; };    // false of what is no number
    if (!isWithin(pattern.altitude.si(), kLowest, kHighest))
        return wrong(Walker::tr("The altitude of a constellation lies between 160 km and 40 000 km; it is %1.").arg(formatQuantity(pattern.altitude.si(), Dimension::Length)));
    if (!isWithin(pattern.inclination, 0.0, 180.0))
        return wrong(Walker::tr("An inclination lies between 0° and 180°; it is %1°.").arg(formatNumber(pattern.inclination)));
    for (const double angle : {pattern.node, pattern.anomaly})
        if (!isWithin(angle, -kTurn, kTurn)) return wrong(Walker::tr("An angle of the orbit lies between −360° and 360°; it is %1°.").arg(formatNumber(angle)));
    if (pattern.prefix.size() > kLongestPrefix) return wrong(Walker::tr("Names begin with at most %1 letters, not %2.").arg(kLongestPrefix).arg(pattern.prefix.size()));
    return std::nullopt;
}

/// In [0, 360).
double wholeAngle(double degrees)
{
    const double rest = std::fmod(degrees, kTurn);
    return rest < 0.0 ? rest + kTurn : rest;
}

Orbit orbitOf(const WalkerPattern& pattern, int plane, int place)
{
    // Whole numbers first, so that 24/3/1 has angles without a tail of digits.
    const int perPlane = pattern.satellites / pattern.planes;
    Orbit orbit;
    orbit.altitude = pattern.altitude;
    orbit.inclination = pattern.inclination;
    orbit.node = wholeAngle(pattern.node + (pattern.isStar ? 0.5 : 1.0) * kTurn * plane / pattern.planes);
    orbit.anomaly = wholeAngle(pattern.anomaly + kTurn * (place * pattern.satellites + plane * pattern.phasing * perPlane) / (pattern.satellites * perPlane));
    return orbit;
}

/// Numbers behind a prefix under which neither key nor name is taken.
class FreeNames {
public:
    FreeNames(const Table<Site>& sites, const QString& prefix) : m_prefix(prefix), m_keyPrefix(slugOf(prefix).isEmpty() ? QStringLiteral("satellite") : slugOf(prefix))
    {
        for (const Site& site : sites) {
            m_keys.insert(site.key);
            m_names.insert(site.name);
        }
    }
    NewSatellite next(const Orbit& orbit)
    {
        NewSatellite satellite{{}, {}, orbit};
        do {
            const QString ending = u'-' + QString::number(++m_number);
            satellite.key = m_keyPrefix + ending;
            satellite.name = m_prefix + ending;
        } while (m_keys.contains(satellite.key) || m_names.contains(satellite.name));
        return satellite;
    }

private:
    QString m_prefix;
    QString m_keyPrefix;
    QSet<QString> m_keys;
    QSet<QString> m_names;
    int m_number = 0;
};

} // namespace

Result<WalkerPattern> parseWalker(const QString& text)
{
    const QStringList parts = text.split(u'/');
    WalkerPattern pattern;
    bool isGood = parts.size() == 3;
    int* const numbers[] = {&pattern.satellites, &pattern.planes, &pattern.phasing};
    for (qsizetype i = 0; isGood && i < parts.size(); ++i) *numbers[i] = parts[i].trimmed().toInt(&isGood);
    if (!isGood) return wrong(Walker::tr("“%1” is no Walker pattern; accepted: satellites/planes/phasing, as 24/3/1.").arg(text));
    const auto problem = wrongCounts(pattern);
    return problem ? Result<WalkerPattern>(*problem) : pattern;
}

Result<Patch> walkerConstellation(const Network& network, const WalkerPattern& pattern, const SatelliteEquipment& equipment)
{
    if (const auto problem = wrongCounts(pattern)) return *problem;
    if (const auto problem = wrongOrbit(pattern)) return *problem;
    FreeNames names(network.sites, pattern.prefix);
    std::vector<NewSatellite> satellites;
    for (int plane = 0; plane < pattern.planes; ++plane)
        for (int place = 0; place < pattern.satellites / pattern.planes; ++place) satellites.push_back(names.next(orbitOf(pattern, plane, place)));
    return addSatellites(network, satellites, equipment);
}

} // namespace bellweave
