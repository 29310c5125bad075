// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/gazetteer.h"

#include "model/base/folded_text.h"

#include <QFile>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace bellweave {
namespace {

/// Fields of one line; quotes keep commas and are doubled inside.
QStringList fieldsOf(const QString& line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar letter = line[at];
        if (letter == u'"' && isQuoted && at + 1 < line.size() && line[at + 1] == u'"') fields.back() += line[++at];
        else if (letter == u'"') isQuoted = !isQuoted;
        else if (letter == u',' && !isQuoted) fields.append(QString());
        else fields.back() += letter;
    }
    return fields;
}

/// What is asked for: a name and, when the last word is one, a country.
struct Query {
    QString name;
    QString country;
};

std::vector<Query> readingsOf(const QString& text)
{
    const QString plain = foldedText(text).trimmed();
    std::vector<Query> readings{{plain, {}}};
    const qsizetype cut = std::max(plain.lastIndexOf(u','), plain.lastIndexOf(u' '));
    const QString last = plain.mid(cut + 1).trimmed();
    if (cut > 0 && last.size() == 2) readings.push_back({plain.left(cut).remove(u',').trimmed(), last.toUpper()});
    return readings;
}

} // namespace

Gazetteer::Gazetteer(const QByteArray& csv)
{
    const QStringList lines = QString::fromUtf8(csv).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList fields = fieldsOf(line.trimmed());
        if (fields.size() < 6) continue;
        bool hasLatitude = false;
        bool hasLongitude = false;
        const GeoPosition position{fields[3].toDouble(&hasLatitude), fields[4].toDouble(&hasLongitude)};
        if (!hasLatitude || !hasLongitude || std::abs(position.latitude) > 90.0 || std::abs(position.longitude) > 180.0) continue;
        m_places.push_back({fields[1], fields[2], position, fields[5].toInt()});
    }
    std::stable_sort(m_places.begin(), m_places.end(), [](const Place& a, const Place& b) { return a.population > b.population; });
    for (const Place& place : m_places) m_folded.push_back(foldedText(place.name));
}

std::vector<const Place*> Gazetteer::search(const QString& text, std::size_t limit) const
{
    std::vector<const Place*> beginning;
    std::vector<const Place*> holding;
    for (const Query& query : readingsOf(text)) {
        if (query.name.isEmpty()) continue;
        for (std::size_t i = 0; i < m_places.size() && beginning.size() < limit; ++i) {
            if (!query.country.isEmpty() && m_places[i].country != query.country) continue;
            const qsizetype at = m_folded[i].indexOf(query.name);
            if (at == 0) beginning.push_back(&m_places[i]);
            else if (at > 0 && holding.size() < limit) holding.push_back(&m_places[i]);
        }
    }
    beginning.insert(beginning.end(), holding.begin(), holding.end());
    if (beginning.size() > limit) beginning.resize(limit);
    return beginning;
}

const Place* Gazetteer::largestInside(double south, double north, double west, double east) const
{
    for (const Place& place : m_places) {
        if (place.position.latitude < south || place.position.latitude > north) continue;
        const double longitude = west + std::fmod(std::fmod(place.position.longitude - west, 360.0) + 360.0, 360.0);
        if (longitude <= east) return &place;
    }
    return nullptr;
}

const Gazetteer& gazetteer()
{
    static const Gazetteer cities = [] {
        QFile file(QStringLiteral(":/bellweave/places/cities.csv"));
        return Gazetteer(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }();
    return cities;
}

} // namespace bellweave
