// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/presets.h"

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/serialize.h"
#include "model/network/preset_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <atomic>
#include <memory>

namespace bellweave {
namespace {

std::vector<Preset> shippedIn(const QString& path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "presets", "the presets are missing from the resources");
    const auto presets = opened ? parsePresets(file.readAll(), path) : Result<std::vector<Preset>>(Error{});
    Q_ASSERT_X(presets, "presets", "a file of presets cannot be read");
    return presets.value_or({});
}

std::vector<Preset> shippedPresets()
{
    std::vector<Preset> all;
    for (const char* file : {"nodes", "fibers", "free_space", "satellite_links", "microwave", "detectors", "pair_sources", "terminals", "telescopes", "costs"})
        for (Preset& preset : shippedIn(QStringLiteral(":/bellweave/presets/%1.json").arg(QLatin1String(file)))) all.push_back(std::move(preset));
    return all;
}

/// An archive that writes the values of a preset into the fields they name.
class PresetApplier {
public:
    using Keyed = void;
    using is_saving = std::false_type;
    using is_loading = std::true_type;

    explicit PresetApplier(const Preset& preset) : m_preset(preset) {}

    template<typename T>
    PresetApplier& operator&(const boost::serialization::nvp<T>& field)
    {
        const QString path = joinedPath(m_path, QString::fromUtf8(field.name()));
        if constexpr (kIsQuantity<T>) {
            if (const auto row = m_preset.values.find(path); row != m_preset.values.end()) setStoredValue(field.value(), row->second.value);
        } else if constexpr (kIsOptional<T>) {
            putOptional(field.value(), path);
        } else if constexpr (std::is_same_v<T, int>) {
            if (const auto row = m_preset.values.find(path); row != m_preset.values.end()) field.value() = qRound(row->second.value);
        } else if constexpr (!kIsLeaf<T>) {
            const QString outer = std::exchange(m_path, path);
            serialize(*this, field.value(), 0);
            m_path = outer;
        }
        return *this;
    }
    template<typename T>
    void preset(T&) {}

private:
    template<typename T>
    void putOptional(std::optional<T>& value, const QString& path) const
    {
        if constexpr (kIsQuantity<T>)
            if (const auto row = m_preset.values.find(path); row != m_preset.values.end()) setStoredValue(value.emplace(), row->second.value);
    }

    const Preset& m_preset;
    QString m_path;
};

/// The type's own defaults under a preset's name.
template<typename T>
T plainOf(const QString& preset)
{
    T plain;
    plain.preset = preset;
    return plain;
}

/// Presets with their values filled in, made once each.
template<typename T, typename Start = T (*)(const QString&)>
std::map<QString, T> filled(const std::vector<Preset>& presets, QStringView kind, Start start = plainOf<T>)
{
    std::map<QString, T> values;
    for (const Preset& preset : presets) {
        if (preset.kind != kind) continue;
        PresetApplier applier(preset);
        serialize(applier, values.emplace(preset.id, start(preset.id)).first->second, 0);
    }
    return values;
}

/// An unknown name gives the type's own defaults under that name.
template<typename T>
T presetIn(const std::map<QString, T>& values, const QString& name)
{
    const auto row = values.find(name);
    return row == values.end() ? plainOf<T>(name) : row->second;
}

/// The presets of one moment with everything made from them. Never changed, never freed: other threads may be reading it.
struct Shelf {
    explicit Shelf(std::vector<Preset> all)
        : presets(std::move(all)),
          nodes(filled<NodeHardware>(presets, u"node")), detectors(filled<HeraldStation>(presets, u"detector")),
          pairSources(filled<PairSource>(presets, u"pair_source")), terminals(filled<KeyTerminal>(presets, u"terminal")),
          fibers(links<FiberLink>(u"fiber")), beams(links<FreeSpaceLink>(u"free_space")), skies(links<SatelliteLink>(u"satellite")),
          microwaves(filled<MicrowaveLink>(presets, u"microwave")), telescopes(filled<Telescope>(presets, u"telescope")), costs(filled<CostTable>(presets, u"cost"))
    {
        for (const Preset& preset : presets) byId.insert(preset.id, &preset);
    }

    /// Links with the detectors that their own stations have by default.
    template<typename T>
    std::map<QString, T> links(QStringView kind) const
    {
        return filled<T>(presets, kind, [this](const QString& id) {
            T link = plainOf<T>(id);
            link.station = presetIn(detectors, link.station.preset);
            return link;
        });
    }

    std::vector<Preset> presets;
    std::map<QString, NodeHardware> nodes;
    std::map<QString, HeraldStation> detectors;
    std::map<QString, PairSource> pairSources;
    std::map<QString, KeyTerminal> terminals;
    std::map<QString, FiberLink> fibers;
    std::map<QString, FreeSpaceLink> beams;
    std::map<QString, SatelliteLink> skies;
    std::map<QString, MicrowaveLink> microwaves;
    std::map<QString, Telescope> telescopes;
    std::map<QString, CostTable> costs;
    QHash<QString, const Preset*> byId;
};

/// Many read, one thread at a time writes.
class Shelves {
public:
    Shelves() { put(shippedPresets()); }
    const Shelf& present() const { return *m_present.load(std::memory_order_acquire); }
    void put(std::vector<Preset> presets)
    {
        m_all.push_back(std::make_unique<const Shelf>(std::move(presets)));
        m_present.store(m_all.back().get(), std::memory_order_release);
    }

private:
    std::vector<std::unique_ptr<const Shelf>> m_all;
    std::atomic<const Shelf*> m_present = nullptr;
};

Shelves& shelves()
{
    static Shelves all;
    return all;
}

const Shelf& shelf() { return shelves().present(); }

} // namespace

const std::vector<Preset>& allPresets() { return shelf().presets; }

void setUserPresets(std::vector<Preset> presets)
{
    std::vector<Preset> all = allPresets();
    std::erase_if(all, [](const Preset& preset) { return preset.isYours; });
    for (Preset& preset : presets) {
        const bool isTaken = std::any_of(all.begin(), all.end(), [&](const Preset& other) { return other.id == preset.id; });
        if (isTaken) continue;
        preset.isYours = true;
        all.push_back(std::move(preset));
    }
    shelves().put(std::move(all));
}

const KindRow* presetBlock(const QString& kind)
{
    if (kind == u"node") return catalogKind(QStringLiteral("site"), QStringLiteral("processor"));
    if (kind == u"detector") return catalogKind(QStringLiteral("site"), QStringLiteral("station"));
    if (kind == u"pair_source") return catalogKind(QStringLiteral("site"), kind);
    if (kind == u"terminal") return catalogKind(QStringLiteral("site"), QStringLiteral("terminal"));
    if (kind == u"telescope") return catalogKind(QStringLiteral("site"), kind);
    if (kind == u"fiber" || kind == u"free_space" || kind == u"satellite" || kind == u"microwave") return catalogKind(QStringLiteral("link"), kind);
    return kind == u"cost" ? catalogKind(QStringLiteral("design"), QStringLiteral("costs")) : nullptr;
}

const Preset* findPreset(const QString& kind, const QString& id)
{
    const Preset* preset = shelf().byId.value(id);
    return preset && preset->kind == kind ? preset : nullptr;
}

std::vector<const Preset*> presetsOfKind(const QString& kind)
{
    std::vector<const Preset*> result;
    for (const Preset& preset : allPresets())
        if (preset.kind == kind) result.push_back(&preset);
    return result;
}

QString provenanceLabel(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Read: return QCoreApplication::translate("Presets", "read in the source");
    case Provenance::Computed: return QCoreApplication::translate("Presets", "computed");
    case Provenance::Remembered: return QCoreApplication::translate("Presets", "remembered, not re-read");
    case Provenance::Projected: return QCoreApplication::translate("Presets", "projected");
    case Provenance::Assumed: return QCoreApplication::translate("Presets", "assumed");
    }
    Q_UNREACHABLE();
}

NodeHardware nodeHardware(const QString& preset) { return presetIn(shelf().nodes, preset); }
HeraldStation heraldStation(const QString& preset) { return presetIn(shelf().detectors, preset); }
PairSource pairSource(const QString& preset) { return presetIn(shelf().pairSources, preset); }
KeyTerminal keyTerminal(const QString& preset) { return presetIn(shelf().terminals, preset); }
FiberLink fiberLink(const QString& preset) { return presetIn(shelf().fibers, preset); }
FreeSpaceLink freeSpaceLink(const QString& preset) { return presetIn(shelf().beams, preset); }
SatelliteLink satelliteLink(const QString& preset) { return presetIn(shelf().skies, preset); }
Telescope telescope(const QString& preset) { return presetIn(shelf().telescopes, preset); }
MicrowaveLink microwaveLink(const QString& preset) { return presetIn(shelf().microwaves, preset); }

std::array<LinkKind, std::variant_size_v<LinkKind>> defaultLinkKinds()
{
    return {fiberLink(FiberLink().preset), freeSpaceLink(FreeSpaceLink().preset), satelliteLink(SatelliteLink().preset), microwaveLink(MicrowaveLink().preset), MeasuredLink()};
}

CostTable costTable(const QString& preset) { return presetIn(shelf().costs, preset); }

} // namespace bellweave
