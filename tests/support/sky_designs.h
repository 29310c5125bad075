// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/network/presets.h"

namespace bellweave::test {

/// Near the poles, 600 km up.
inline Orbit lowOrbit()
{
    Orbit orbit;
    orbit.altitude = 600_km;
    orbit.inclination = 97.8;
    return orbit;
}

/// A ground station at a place; it works by day and night unless said otherwise, and sees light straight on its detector.
inline Site groundStation(Network& network, const QString& key, GeoPosition place)
{
    Site site;
    site.id = network.sites.nextId();
    site.key = key;
    site.position = place;
    site.telescope = telescope(QStringLiteral("ground-1m"));
    site.telescope->coupling = Coupling::FieldOfView;
    site.groundStation = GroundStation();
    site.groundStation->worksByDay = true;
    return site;
}

inline Site satellite(Network& network, const QString& key, const Orbit& orbit)
{
    Site site;
    site.id = network.sites.nextId();
    site.key = key;
    site.orbit = orbit;
    site.telescope = telescope(QStringLiteral("satellite-30cm"));
    return site;
}

inline LinkId joinBySky(Network& network, SiteId from, SiteId to)
{
    Link link;
    link.id = network.links.nextId();
    link.key = freeKey(network.links, QStringLiteral("sky"));
    link.from = from;
    link.to = to;
    link.kind = satelliteLink(SatelliteLink().preset);
    network.links.put(link);
    return link.id;
}

inline void setTime(Network& network, const QString& epoch, double span)
{
    General general = network.general();
    general.time = {epoch, Duration::fromSi(span)};
    network.setGeneral(general);
}

/// A pair source on an orbit that sends to two key terminals on the ground.
struct DualDownlink {
    Network network;
    SiteId first, second, source;
    LinkId down1, down2;
    DemandId demand;

    DualDownlink(GeoPosition a, GeoPosition b, const Orbit& orbit)
    {
        setTime(network, QStringLiteral("2030-03-20T00:00:00Z"), 86400.0);
        Site one = groundStation(network, QStringLiteral("one"), a);
        one.terminal = keyTerminal(KeyTerminal().preset);
        first = one.id;
        network.sites.put(one);
        Site two = groundStation(network, QStringLiteral("two"), b);
        two.terminal = keyTerminal(KeyTerminal().preset);
        second = two.id;
        network.sites.put(two);
        Site sky = satellite(network, QStringLiteral("sat"), orbit);
        sky.pairSource = pairSource(PairSource().preset);
        sky.pairSource->wavelength = 810_nm;
        sky.pairSource->emission = PairEmission::Continuous;
        sky.pairSource->bandwidth = Length::fromSi(3e-10);
        source = sky.id;
        network.sites.put(sky);
        down1 = joinBySky(network, source, first);
        down2 = joinBySky(network, source, second);
        Demand key;
        key.id = network.demands.nextId();
        key.key = QStringLiteral("key");
        key.from = first;
        key.to = second;
        key.purpose = Purpose::SecretKey;
        demand = key.id;
        network.demands.put(key);
    }
    void change(SiteId id, const std::function<void(Site&)>& edit)
    {
        Site site = *network.sites.find(id);
        edit(site);
        network.sites.put(site);
    }
};

} // namespace bellweave::test
