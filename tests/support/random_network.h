// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/presets.h"

#include <QStringList>
#include <cmath>
#include <random>
#include <rapidcheck.h>

namespace bellweave::test {

/// Makes networks that use every kind, optional field and alternative in every combination; the same seed, the same network.
class RandomNetwork {
public:
    explicit RandomNetwork(std::uint64_t seed) : m_engine(seed) {}

    Network make()
    {
        Network network;
        network.setGeneral(general());
        for (int i = 1, count = whole(0, 2); i <= count; ++i) network.mapNotes.put(note(i));
        for (int i = 1, count = whole(0, 3); i <= count; ++i) network.reportPlots.put(reportPlot(i));
        const int siteCount = whole(0, 8);
        for (int i = 1; i <= siteCount; ++i) network.sites.put(site(i));
        if (siteCount == 0) return network;
        for (int i = 1, count = whole(0, 8); i <= count; ++i) network.links.put(link(i, siteCount));
        for (int i = 1, count = whole(0, 4); i <= count; ++i) network.demands.put(demand(i, siteCount));
        return network;
    }

private:
    bool coin() { return whole(0, 1) == 1; }
    int whole(int low, int high) { return low + static_cast<int>(m_engine() % static_cast<std::uint64_t>(high - low + 1)); }
    double number(double low, double high) { return low + (high - low) * static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    double fraction() { return coin() ? number(0.0, 1.0) : whole(0, 1); }
    Duration time() { return Duration::fromSi(std::pow(10.0, number(-8.0, 0.0))); }

    QString text()
    {
        static const QStringList texts{{}, QStringLiteral("Zürich"), QStringLiteral("say \"no\"\nthen go\t"), QStringLiteral("量子 🛰"),
                                       QStringLiteral("a/b~c\\d"), QStringLiteral("null")};
        return texts[whole(0, static_cast<int>(texts.size()) - 1)];
    }
    QString key(const char* prefix, int number)
    {
        static const QStringList marks{QStringLiteral("-"), QStringLiteral("/"), QStringLiteral(" é "), QStringLiteral("~1")};
        return QString::number(whole(10, 99)) + marks[whole(0, 3)] + QLatin1String(prefix) + QString::number(number);
    }
    QString preset(const char* kind)
    {
        const auto known = presetsOfKind(QLatin1String(kind));
        return known[static_cast<std::size_t>(whole(0, static_cast<int>(known.size()) - 1))]->id;
    }
    Extras extras(std::initializer_list<const char*> blocks)
    {
        Extras result;
        if (coin()) return result;
        result[QStringLiteral("color")] = "\"red\"";
        result[QStringLiteral("a~1b~0c")] = "{\"deep\":[1,2.5,null,{}]}";
        for (const char* block : blocks) result[QLatin1String(block) + QStringLiteral("/vendor")] = "[true]";
        return result;
    }

    NodeHardware hardware()
    {
        NodeHardware value = nodeHardware(preset("node"));
        if (coin()) {
            value.memory.relaxationTime = time();
            value.memory.coherenceTime = number(0.1, 2.0) * value.memory.relaxationTime;
            value.memory.efficiency = fraction();
            value.memory.attemptDephasing = number(0.0, 0.5);
            value.memory.temporalModes = whole(1, 100);
            value.memory.frequencyModes = whole(1, 20);
            value.memory.spatialModes = whole(1, 4);
            value.memory.coherenceDecay = coin() ? CoherenceDecay::Exponential : CoherenceDecay::Gaussian;
            value.memory.loadingEfficiency = fraction();
            value.memory.loadingError = number(0.0, 0.5);
            value.memory.falseLoading = coin() ? 0.0 : number(0.0, 1e-3);
        }
        if (coin()) {
            value.source.wavelength = Length::fromSi(number(500e-9, 1650e-9));
            value.source.conversionNoise = Rate::fromSi(number(0.0, 1e4));
            value.source.thermalPhotons = number(0.0, 10.0);
            value.source.visibility = fraction();
            value.source.lifetime = time();
        }
        if (coin()) {
            value.gates.twoQubitError = number(0.0, 0.5);
            value.gates.readoutTime = time();
            value.gates.swapSuccess = fraction();
        }
        return value;
    }
    HeraldStation station()
    {
        HeraldStation value = heraldStation(preset("detector"));
        if (coin()) value.detector = {fraction(), Rate::fromSi(number(0.0, 1e4)), time(), Duration::fromSi(number(0.0, 1e-6)), Duration::fromSi(number(0.0, 1e-4)), fraction()};
        return value;
    }
    PairSource source()
    {
        PairSource value = pairSource(preset("pair_source"));
        if (coin()) value.repetition = Rate::fromSi(number(1e3, 1e9));
        if (coin()) value.meanPairs = number(0.001, 2.0);
        if (coin()) value.emission = PairEmission::Continuous;
        if (coin()) value.pairRate = Rate::fromSi(number(1e3, 1e10));
        if (coin()) value.bandwidth = Length::fromSi(number(0.0, 1e-7));
        if (coin()) value.coincidenceWindow = Duration::fromSi(number(1e-11, 1e-8));
        if (coin()) value.couplingEfficiency = fraction();
        if (coin()) value.alignmentError = number(0.0, 0.5);
        return value;
    }
    KeyTerminal terminal()
    {
        KeyTerminal value = keyTerminal(preset("terminal"));
        if (coin()) value.pulseRate = Rate::fromSi(number(1e3, 1e10));
        if (coin()) value.meanPhotons = number(0.001, 2.0);
        if (coin()) value.misalignment = number(0.0, 0.5);
        if (coin()) value.detector = station().detector;
        if (coin()) value.clockJitter = Duration::fromSi(number(0.0, 1e-7));
        if (coin()) value.trust = fraction();
        return value;
    }
    GeoPosition place() { return {number(-90.0, 90.0), number(-180.0, 180.0)}; }
    MapNote note(int number_)
    {
        return {NoteId(static_cast<std::uint32_t>(number_)), key("n", number_), place(), text(), extras({"position"})};
    }
    std::optional<bool> choice() { return coin() ? std::optional(coin()) : std::nullopt; }
    ReportPlot reportPlot(int number_)
    {
        ReportPlot value;
        value.id = PlotId(static_cast<std::uint32_t>(number_));
        value.key = key("p", number_);
        value.kind = coin() ? QString::fromLatin1(kReportPlotKinds[static_cast<std::size_t>(whole(0, static_cast<int>(kReportPlotKinds.size()) - 1))]) : text();
        value.demand = text();
        value.link = text();
        value.logarithmicX = choice();
        value.logarithmicY = choice();
        if (coin()) value.zoom = PlotZoom{number(-10.0, 0.0), number(0.0, 1e9), fraction(), number(1.0, 2.0)};
        for (int i = 0, count = whole(0, kMostPins); i < count; ++i) value.pins.push_back({number(-1e6, 1e6), fraction()});
        if (coin()) value.sweep = PlotSweep{text(), text(), coin() ? std::optional(number(0.0, 1.0)) : std::nullopt, std::nullopt};
        value.order = whole(0, 9);
        value.ticked = coin();
        value.extras = value.zoom && value.sweep ? extras({"zoom", "sweep"}) : extras({});
        return value;
    }
    Site site(int number_)
    {
        Site value;
        value.id = SiteId(static_cast<std::uint32_t>(number_));
        value.key = key("s", number_);
        value.name = text();
        value.notes = text();
        if (coin()) value.position = place();
        value.down = whole(0, 5) == 0;
        value.locked = whole(0, 5) == 0;
        if (coin()) value.processor = Processor{hardware(), 1200 + whole(0, 3)};
        if (coin()) value.repeater = Repeater{hardware()};
        if (coin()) value.station = station();
        if (coin()) value.pairSource = source();
        if (coin()) value.terminal = terminal();
        if (coin()) value.telescope = eyepiece();
        if (whole(0, 3) == 0) giveOrbit(value);
        else if (coin()) value.groundStation = sky();
        value.extras = value.processor ? extras({"processor", "processor/memory"}) : extras({});
        return value;
    }
    Telescope eyepiece()
    {
        Telescope value = telescope(preset("telescope"));
        if (coin()) value.diameter = Length::fromSi(number(0.5, 4.0));
        if (coin()) value.divergence = Angle::fromSi(number(1e-6, 1e-4));
        if (coin()) value.divergenceMeaning = static_cast<DivergenceMeaning>(whole(0, 2));
        if (coin()) value.coupling = Coupling::FieldOfView;
        if (coin()) value.wavefrontError = Angle::fromSi(number(0.0, 2.0));
        return value;
    }
    GroundStation sky()
    {
        GroundStation value;
        if (coin()) value.height = Length::fromSi(number(0.0, 4000.0));
        if (coin()) value.leastElevation = number(0.0, 60.0);
        if (coin()) value.worksByDay = true;
        if (coin()) value.horizon = QStringLiteral("0: 10; 90: 25");
        if (coin()) value.clearSky = QStringLiteral("0.5");
        return value;
    }
    void giveOrbit(Site& site)
    {
        site.position.reset();
        Orbit orbit;
        orbit.kind = static_cast<OrbitKind>(whole(0, 2));
        orbit.epoch = QStringLiteral("2022-08-01T12:00:00Z");
        if (coin()) orbit.altitude = Length::fromSi(number(4e5, 4e7));
        if (coin()) orbit.inclination = number(0.0, 180.0);
        if (coin()) orbit.anomaly = number(-360.0, 360.0);
        site.orbit = orbit;
    }
    SatelliteLink skyLink()
    {
        SatelliteLink value = satelliteLink(preset("satellite"));
        if (coin()) value.zenithTransmission = fraction();
        if (coin()) value.direction = static_cast<SkyDirection>(whole(0, 2));
        if (coin()) value.fixedLoss = Decibel::fromSi(number(0.0, 20.0));
        if (coin()) value.station = station();
        return value;
    }
    FreeSpaceLink beam()
    {
        FreeSpaceLink value = freeSpaceLink(preset("free_space"));
        if (coin()) value.length = Length::fromSi(number(0.0, 1e5));
        if (coin()) value.visibility = Length::fromSi(number(100.0, 1e5));
        if (coin()) value.turbulence = StructureConstant::fromSi(number(0.0, 1e-13));
        if (coin()) value.skyRadiance = Radiance::fromSi(number(0.0, 200.0));
        if (coin()) value.divergence = Angle::fromSi(number(1e-6, 1e-3));
        if (coin()) value.divergenceMeaning = static_cast<DivergenceMeaning>(whole(0, 2));
        if (coin()) value.wavefrontError = Angle::fromSi(number(0.0, 2.0));
        if (coin()) value.measuredLoss = Decibel::fromSi(number(0.0, 60.0));
        if (coin()) value.stationEnd = LinkEnd::From;
        if (coin()) value.station = station();
        return value;
    }
    MicrowaveLink line()
    {
        MicrowaveLink value = microwaveLink(preset("microwave"));
        if (coin()) value.length = Length::fromSi(number(0.0, 100.0));
        if (coin()) value.frequency = Rate::fromSi(number(1e9, 2e10));
        if (coin()) value.temperature = Temperature::fromSi(number(0.0, 4.0));
        if (coin()) value.transferTime = time();
        if (coin()) value.scheme = static_cast<MicrowaveScheme>(whole(0, 2));
        return value;
    }
    LinkKind kind()
    {
        if (coin()) {
            FiberLink fiber = fiberLink(preset("fiber"));
            if (coin()) fiber.dispersion = Dispersion::fromSi(number(-300.0, 30.0));
            if (coin()) fiber.length = Length::fromSi(number(0.0, 1e6));
            if (coin()) fiber.attenuation = DecibelPerLength::fromSi(number(0.0, 4.0));
            if (coin()) fiber.fixedLoss = Decibel::fromSi(number(0.0, 10.0));
            if (coin()) fiber.measuredLoss = Decibel::fromSi(number(0.0, 60.0));
            if (coin()) fiber.connectors = whole(0, 20);
            if (coin()) fiber.spliceSpacing = Length::fromSi(number(100.0, 1e4));
            if (coin()) fiber.coexistenceNoise = Rate::fromSi(number(0.0, 1e4));
            if (coin()) fiber.polarizationError = number(0.0, 0.5);
            if (coin()) fiber.alignmentDuty = fraction();
            if (coin()) fiber.station = station();
            if (coin()) fiber.stationPosition = fraction();
            return fiber;
        }
        if (coin()) return beam();
        if (coin()) return line();
        if (coin()) return skyLink();
        MeasuredLink measured;
        if (coin()) measured.length = Length::fromSi(number(0.0, 1e6));
        if (coin()) measured.attemptTime = time();
        if (coin()) measured.fidelity = fraction();
        if (coin()) measured.state = std::array{0.5, 0.25, 0.125, 0.125};
        return measured;
    }
    Extras extrasOf(const LinkKind& kind)
    {
        if (std::holds_alternative<FiberLink>(kind)) return extras({"fiber", "fiber/station/detector"});
        if (std::holds_alternative<MicrowaveLink>(kind)) return extras({"microwave"});
        if (std::holds_alternative<SatelliteLink>(kind)) return extras({"satellite"});
        return std::holds_alternative<FreeSpaceLink>(kind) ? extras({"free_space"}) : extras({"measured"});
    }
    SiteId anySite(int siteCount) { return SiteId(static_cast<std::uint32_t>(whole(1, siteCount))); }
    Link link(int number_, int siteCount)
    {
        Link value;
        value.id = LinkId(static_cast<std::uint32_t>(number_));
        value.key = key("l", number_);
        value.name = text();
        value.from = anySite(siteCount);
        value.to = anySite(siteCount);
        value.kind = kind();
        for (int i = 0, count = coin() ? whole(0, 3) : 0; i < count; ++i) value.bends.push_back(place());
        value.down = whole(0, 5) == 0;
        value.locked = whole(0, 5) == 0;
        value.extras = extrasOf(value.kind);
        return value;
    }
    Demand demand(int number_, int siteCount)
    {
        Demand value;
        value.id = DemandId(static_cast<std::uint32_t>(number_));
        value.key = key("d", number_);
        value.from = anySite(siteCount);
        value.to = anySite(siteCount);
        if (coin()) value.minFidelity = number(0.5, 1.0);
        if (coin()) value.minRate = Rate::fromSi(number(1e-6, 1e3));
        if (coin()) value.purpose = Purpose::SecretKey;
        if (coin()) value.minKeyRate = Rate::fromSi(number(1e-3, 1e6));
        if (coin()) value.protocol.keyExchange = static_cast<KeyExchange>(whole(0, 6));
        if (coin()) value.protocol.keyBound = static_cast<KeyBound>(whole(0, 3));
        if (coin()) value.protocol.keyBlock = number(1e3, 1e9);
        if (coin()) value.maxLatency = time();
        value.protocol.generation = static_cast<Generation>(whole(0, 4));
        value.protocol.distillation = static_cast<DistillationChoice>(whole(0, 6));
        value.protocol.repeaters = static_cast<RepeaterGeneration>(whole(0, 2));
        value.protocol.codeQubits = whole(1, 50);
        value.protocol.codeCorrects = whole(0, (value.protocol.codeQubits - 1) / 2);
        value.protocol.codeBlocks = whole(1, 50);
        value.protocol.codePhotons = whole(1, 10);
        value.protocol.order = static_cast<SwapOrder>(whole(0, 3));
        if (coin()) value.protocol.waitLimit = time();
        if (coin()) value.protocol.plan = QStringLiteral("((1 nested 2 + 2) within 5 ms + 3) pumped 1");
        if (coin()) value.protocol.brightPopulation = number(1e-6, 0.5);
        value.notes = text();
        value.extras = extras({"protocol"});
        return value;
    }
    General general()
    {
        General value;
        value.name = text();
        value.question = text();
        value.costs = costTable(value.costs.preset);
        if (coin()) value.costs.electricity = MoneyPerEnergy::fromSi(number(0.0, 1.0));
        if (coin()) value.costs.lifetime = Years::fromSi(number(1.0, 50.0));
        value.settings.seed = coin() ? 1 : m_engine();
        value.settings.endsHold = coin();
        value.settings.routeFactor = coin() ? 1.4 : number(1.0, 3.0);
        if (coin()) value.map.fidelityLimits = {0.1 * fraction(), 0.2, 0.3, 0.4, 0.5 + 0.5 * fraction()};
        value.map.legend = static_cast<Corner>(whole(0, 3));
        value.map.zoomButtons = static_cast<Corner>(whole(0, 3));
        if (coin()) value.report.chapters = QStringLiteral("map, verdict");
        if (coin()) value.time = {QStringLiteral("2035-02-14T04:54:00Z"), Duration::fromSi(number(60.0, 1e7))};
        value.extras = extras({"settings", "time", "costs", "map", "report"});
        return value;
    }

    std::mt19937_64 m_engine;
};

/// The same networks in every run; RC_PARAMS="seed=…" in the environment varies them.
inline void fixRandomSeed()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "seed=1");
}

/// For rapidcheck: a network out of a random seed.
inline rc::Gen<Network> anyNetwork()
{
    return rc::gen::map(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()), [](std::uint64_t seed) { return RandomNetwork(seed).make(); });
}

} // namespace bellweave::test
