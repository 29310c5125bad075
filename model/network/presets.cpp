// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/presets.h"

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/serialize.h"

#include <QCoreApplication>
#include <QFile>

namespace bellweave {
namespace {

const std::array kMarks{std::pair("read", Provenance::Read), std::pair("computed", Provenance::Computed),
                        std::pair("remembered", Provenance::Remembered), std::pair("projected", Provenance::Projected),
                        std::pair("assumed", Provenance::Assumed)};

Provenance provenanceOf(const std::string& mark)
{
    const auto row = std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& known) { return mark == known.first; });
    Q_ASSERT_X(row != kMarks.end(), "presets", "a preset value carries an unknown mark");
    return row == kMarks.end() ? Provenance::Assumed : row->second;
}

QString textField(const Json& json, const char* key) { return textOf(json.value(key, std::string())); }

PresetValue valueOf(const Json& json)
{
    const double value = json.at("value").get<double>();
    return {value, json.value("low", value), json.value("high", value), provenanceOf(json.value("mark", std::string())),
            textField(json, "source"), textField(json, "note")};
}

Preset presetOf(const Json& json)
{
    Preset preset{textField(json, "id"), textField(json, "kind"), textField(json, "label"), textField(json, "platform"),
                  json.value("year", 0), json.value("status", std::string()) == "projected", textField(json, "summary"), {}};
    for (const auto& [path, value] : json.at("values").items()) preset.values.emplace(textOf(path), valueOf(value));
    return preset;
}

void appendPresets(std::vector<Preset>& presets, const QString& path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "presets", "the presets are missing from the resources");
    const Result<Json> json = opened ? parseJson(file.readAll(), path) : Result<Json>(Error{});
    Q_ASSERT_X(json, "presets", "a preset file is no valid JSON");
    if (!json) return;
    for (const Json& preset : json->at("presets")) presets.push_back(presetOf(preset));
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
        } else if constexpr (std::is_same_v<T, int>) {
            if (const auto row = m_preset.values.find(path); row != m_preset.values.end()) field.value() = qRound(row->second.value);
        } else if constexpr (!kIsLeaf<T> && !kIsOptional<T>) {
            const QString outer = std::exchange(m_path, path);
            serialize(*this, field.value(), 0);
            m_path = outer;
        }
        return *this;
    }
    template<typename T>
    void preset(T&) {}

private:
    const Preset& m_preset;
    QString m_path;
};

/// Presets with their values filled in, made once each. An unknown name gives the type's own defaults under that name.
template<typename T>
std::map<QString, T> filled(const QString& kind, T (*start)(const Preset&))
{
    std::map<QString, T> values;
    for (const Preset* preset : presetsOfKind(kind)) {
        PresetApplier applier(*preset);
        serialize(applier, values.emplace(preset->id, start(*preset)).first->second, 0);
    }
    return values;
}

template<typename T>
T namedOr(const std::map<QString, T>& values, const QString& name, T fallback)
{
    const auto row = values.find(name);
    return row == values.end() ? fallback : row->second;
}

} // namespace

const std::vector<Preset>& allPresets()
{
    static const std::vector<Preset> presets = [] {
        std::vector<Preset> all;
        for (const char* file : {"nodes", "fibers", "detectors", "costs"})
            appendPresets(all, QStringLiteral(":/bellweave/presets/%1.json").arg(QLatin1String(file)));
        return all;
    }();
    return presets;
}

const Preset* findPreset(const QString& kind, const QString& id)
{
    for (const Preset& preset : allPresets())
        if (preset.kind == kind && preset.id == id) return &preset;
    return nullptr;
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

NodeHardware nodeHardware(const QString& preset)
{
    static const auto values = filled<NodeHardware>(QStringLiteral("node"), [](const Preset& p) { return NodeHardware{p.id, {}, {}, {}}; });
    return namedOr(values, preset, NodeHardware{preset, {}, {}, {}});
}

HeraldStation heraldStation(const QString& preset)
{
    static const auto values = filled<HeraldStation>(QStringLiteral("detector"), [](const Preset& p) { return HeraldStation{p.id, {}}; });
    return namedOr(values, preset, HeraldStation{preset, {}});
}

FiberLink fiberLink(const QString& preset)
{
    static const auto values = filled<FiberLink>(QStringLiteral("fiber"), [](const Preset& p) {
        FiberLink link;
        link.preset = p.id;
        link.station = heraldStation(link.station.preset);
        return link;
    });
    FiberLink plain;
    plain.preset = preset;
    return namedOr(values, preset, plain);
}

CostTable costTable(const QString& preset)
{
    static const auto values = filled<CostTable>(QStringLiteral("cost"), [](const Preset& p) {
        CostTable table;
        table.preset = p.id;
        return table;
    });
    CostTable plain;
    plain.preset = preset;
    return namedOr(values, preset, plain);
}

} // namespace bellweave
