// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog.h"
#include "model/network/presets.h"
#include "model/network/rules.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

using namespace bellweave;

namespace {

/// The catalog's name for the fields that presets of a kind fill.
const KindRow& blockOf(const QString& kind)
{
    if (kind == QLatin1String("node")) return *catalogKind(QStringLiteral("site"), QStringLiteral("processor"));
    if (kind == QLatin1String("detector")) return *catalogKind(QStringLiteral("site"), QStringLiteral("station"));
    if (kind == QLatin1String("pair_source") || kind == QLatin1String("terminal") || kind == QLatin1String("telescope")) return *catalogKind(QStringLiteral("site"), kind);
    if (kind == QLatin1String("fiber") || kind == QLatin1String("free_space") || kind == QLatin1String("satellite") || kind == QLatin1String("microwave")) return *catalogKind(QStringLiteral("link"), kind);
    return *catalogKind(QStringLiteral("design"), QStringLiteral("costs"));
}

/// Facts of a preset that inform people and findings but are no field of a design.
bool isFactOnly(const QString& path)
{
    return QStringList{QStringLiteral("wavelength_low_m"), QStringLiteral("wavelength_high_m")}.contains(path);
}

/// What a preset of the kind must say: all hardware, all prices; of a fiber and a detector what differs between them.
QStringList neededPaths(const QString& kind)
{
    QStringList paths;
    for (const FieldRow& row : blockOf(kind).fields)
        if (row.type == FieldType::Number || row.type == FieldType::Integer) paths.append(row.path);
    // None unless a preset says so: most memories do not feel attempts beside them, and only transducers have a microwave mode.
    // Few absorb photons. Clocks belong to the place. How bright a source is run is for the engine to choose.
    for (const char* other : {"qubits", "memory/attempt_dephasing", "source/thermal_photons", "source/clock_drift", "source/clock_setting_s", "memory/temporal_modes", "memory/frequency_modes", "memory/spatial_modes", "memory/loading_efficiency",
                              "memory/loading_error", "memory/false_loading"})
        if (kind == QLatin1String("node")) paths.removeAll(QString::fromLatin1(other));
    for (const char* chosen : {"mean_pairs", "pair_rate_hz", "coincidence_window_s"})
        if (kind == QLatin1String("pair_source")) paths.removeAll(QString::fromLatin1(chosen));
    // How far a node can be trusted is a property of its place, not of its hardware.
    for (const char* other : {"mean_photons", "trust"})
        if (kind == QLatin1String("terminal")) paths.removeAll(QString::fromLatin1(other));
    if (kind == QLatin1String("microwave")) paths.removeAll(QStringLiteral("length_m"));
    if (kind == QLatin1String("fiber"))
        return {QStringLiteral("attenuation_db_per_km"), QStringLiteral("group_index"), QStringLiteral("dispersion_ps_per_nm_km"),
                QStringLiteral("wavelength_low_m"), QStringLiteral("wavelength_high_m")};
    if (kind == QLatin1String("satellite")) return {QStringLiteral("wavelength_m"), QStringLiteral("zenith_transmission")};
    if (kind == QLatin1String("telescope")) return {QStringLiteral("diameter_m"), QStringLiteral("pointing_jitter_rad"), QStringLiteral("filter_width_m"), QStringLiteral("optics_loss_db")};
    if (kind == QLatin1String("free_space"))
        return {QStringLiteral("wavelength_m"), QStringLiteral("visibility_m"), QStringLiteral("turbulence_per_m_2_3"), QStringLiteral("sky_radiance_w_per_m2_sr_um")};
    return paths;
}

} // namespace

class PresetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasItsPresets();
    void namesAreUniqueAndTold();
    void valuesAreCompleteKnownAndInRange();
    void everyValueCarriesItsOrigin();
    void projectionsAreMarked();
    void everyPresetMakesHardwareThatBreaksNoLaw();
    void valuesArriveInTheFieldsTheyName();
    void defaultsOfTheTypesAreTheDefaultPresets();
};

void PresetsTest::everyKindHasItsPresets()
{
    QVERIFY(presetsOfKind(QStringLiteral("node")).size() >= 16);
    QVERIFY(presetsOfKind(QStringLiteral("fiber")).size() >= 4);
    QVERIFY(presetsOfKind(QStringLiteral("detector")).size() >= 3);
    QVERIFY(findPreset(QStringLiteral("cost"), CostTable().preset));
    QVERIFY(findPreset(QStringLiteral("node"), NodeHardware().preset));
    QVERIFY(findPreset(QStringLiteral("fiber"), FiberLink().preset));
    QVERIFY(findPreset(QStringLiteral("pair_source"), PairSource().preset));
    QVERIFY(findPreset(QStringLiteral("microwave"), MicrowaveLink().preset));
    QVERIFY(findPreset(QStringLiteral("detector"), HeraldStation().preset));
    QVERIFY(findPreset(QStringLiteral("satellite"), SatelliteLink().preset));
    QVERIFY(findPreset(QStringLiteral("telescope"), Telescope().preset));
    QVERIFY(!findPreset(QStringLiteral("node"), QStringLiteral("abacus")));
}

void PresetsTest::namesAreUniqueAndTold()
{
    QSet<QString> ids;
    for (const Preset& preset : allPresets()) {
        QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
        ids.insert(preset.id);
        QVERIFY2(!preset.label.isEmpty() && !preset.summary.isEmpty() && preset.year >= 2020, qPrintable(preset.id));
    }
}

void PresetsTest::valuesAreCompleteKnownAndInRange()
{
    for (const Preset& preset : allPresets()) {
        for (const QString& path : neededPaths(preset.kind))
            QVERIFY2(preset.values.contains(path), qPrintable(preset.id + u' ' + path));
        for (const auto& [path, value] : preset.values) {
            const QString name = preset.id + u' ' + path;
            QVERIFY2(value.low <= value.value && value.value <= value.high, qPrintable(name));
            if (isFactOnly(path)) continue;
            const FieldRow* row = catalogField(blockOf(preset.kind), path);
            QVERIFY2(row && row->path == path, qPrintable(name));
            QVERIFY2(value.low >= row->minimum && value.high <= row->maximum, qPrintable(name));
        }
    }
}

void PresetsTest::everyValueCarriesItsOrigin()
{
    for (const Preset& preset : allPresets())
        for (const auto& [path, value] : preset.values) QVERIFY2(!value.source.isEmpty(), qPrintable(preset.id + u' ' + path));
    for (const Provenance provenance : {Provenance::Read, Provenance::Computed, Provenance::Remembered, Provenance::Projected, Provenance::Assumed})
        QVERIFY(!provenanceLabel(provenance).isEmpty());
}

void PresetsTest::projectionsAreMarked()
{
    for (const Preset& preset : allPresets()) QVERIFY2(preset.projected == (preset.year > 2030), qPrintable(preset.id));
}

void PresetsTest::everyPresetMakesHardwareThatBreaksNoLaw()
{
    for (const Preset* preset : presetsOfKind(QStringLiteral("node"))) {
        Site site;
        site.repeater = Repeater{nodeHardware(preset->id)};
        const auto broken = brokenRule(site);
        QVERIFY2(!broken, qPrintable(preset->id));
    }
}

void PresetsTest::valuesArriveInTheFieldsTheyName()
{
    const NodeHardware hardware = nodeHardware(QStringLiteral("nv-diamond-2026"));
    const auto& values = findPreset(QStringLiteral("node"), QStringLiteral("nv-diamond-2026"))->values;
    QCOMPARE(hardware.preset, QStringLiteral("nv-diamond-2026"));
    QCOMPARE(hardware.memory.coherenceTime.si(), values.at(QStringLiteral("memory/t2_s")).value);
    QCOMPARE(hardware.memory.slots, static_cast<int>(values.at(QStringLiteral("memory/slots")).value));
    QCOMPARE(hardware.source.lifetime.si(), values.at(QStringLiteral("source/lifetime_s")).value);
    QCOMPARE(hardware.gates.swapSuccess, values.at(QStringLiteral("gates/swap_success")).value);
    const HeraldStation station = heraldStation(QStringLiteral("si-apd-2026"));
    QCOMPARE(station.detector.efficiency, findPreset(QStringLiteral("detector"), station.preset)->values.at(QStringLiteral("detector/efficiency")).value);
    QCOMPARE(fiberLink(QStringLiteral("nir-780")).attenuation.si(), 3.5);
    QVERIFY(fiberLink(QStringLiteral("nir-780")).station == heraldStation(HeraldStation().preset));
}

void PresetsTest::defaultsOfTheTypesAreTheDefaultPresets()
{
    QVERIFY(costTable(CostTable().preset) == CostTable());
    QVERIFY(fiberLink(FiberLink().preset) == FiberLink());
    QVERIFY(freeSpaceLink(FreeSpaceLink().preset) == FreeSpaceLink());
    QVERIFY(heraldStation(HeraldStation().preset) == HeraldStation());
    QVERIFY(pairSource(PairSource().preset) == PairSource());
    QVERIFY(keyTerminal(KeyTerminal().preset) == KeyTerminal());
    QVERIFY(microwaveLink(MicrowaveLink().preset) == MicrowaveLink());
}

BELLWEAVE_TEST(PresetsTest)
#include "presets_test.moc"
