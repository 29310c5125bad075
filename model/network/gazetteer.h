// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

#include <QByteArray>
#include <vector>

namespace bellweave {

/// A city that can be searched, snapped to and placed at.
struct Place {
    QString name;
    QString country;        ///< ISO 3166 code of two letters
    GeoPosition position;
    int population = 0;

    /// "Linz, AT".
    QString label() const { return name + QStringLiteral(", ") + country; }
};

/// Known places, the most populous first. Offline; data GeoNames, CC BY 4.0.
class Gazetteer {
public:
    /// Lines of "geonameid,name,country,latitude,longitude,population,…" under a head line; others are left out.
    explicit Gazetteer(const QByteArray& csv);

    const std::vector<Place>& places() const { return m_places; }
    /// Places whose name holds the text, whatever its case and accents ("zurich"): first those that begin with it, then larger
    /// ones; "linz, at" and "linz at" ask for a country too. At most `limit`.
    std::vector<const Place*> search(const QString& text, std::size_t limit) const;
    /// The most populous place inside a box of latitudes and longitudes (west <= east, east may exceed 180), or null.
    const Place* largestInside(double south, double north, double west, double east) const;

private:
    std::vector<Place> m_places;
    std::vector<QString> m_folded;    // names without case and accents, one per place
};

/// The cities that come with the program; read when first asked for.
const Gazetteer& gazetteer();

} // namespace bellweave
