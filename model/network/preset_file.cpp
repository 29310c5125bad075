// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/preset_file.h"

#include "model/format/json_text.h"
#include "model/network/catalog.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace bellweave {
namespace {

constexpr int kVersion = 1;
constexpr std::array kMarks{std::pair("read", Provenance::Read), std::pair("computed", Provenance::Computed),
                            std::pair("remembered", Provenance::Remembered), std::pair("projected", Provenance::Projected),
                            std::pair("assumed", Provenance::Assumed)};

class Text {
    Q_DECLARE_TR_FUNCTIONS(Presets)
};

/// Facts that presets tell and no element holds: the band in which a fiber's loss is meant, the jitter of a detector.
bool isFactOnly(const QString& path)
{
    return path == u"wavelength_low_m" || path == u"wavelength_high_m";
}

/// Reads one file; the first thing that is wrong ends it.
class PresetReader {
public:
    explicit PresetReader(const QString& name) : m_name(name) {}

    Result<std::vector<Preset>> read(const Json& root)
    {
        Result<PresetParts> parts = readEach(root);
        if (!parts) return parts.error();
        if (!parts->refused.empty()) return parts->refused.front();
        return std::move(parts->presets);
    }

    Result<PresetParts> readEach(const Json& root)
    {
        if (!root.is_object() || textAt(root, "format") != u"bellweave-presets")
            return Error{Error::Code::InvalidInput, Text::tr("This is no file of presets: it does not start with \"format\": \"bellweave-presets\"."), m_name};
        const auto list = root.find("presets");
        if (list == root.end() || !list->is_array()) fail(QStringLiteral("presets"), Text::tr("A list [ … ] of presets is needed here."));
        if (m_error) return *m_error;
        PresetParts parts;
        for (std::size_t i = 0; i < list->size(); ++i) {
            Preset preset = presetOf((*list)[i], QStringLiteral("presets/%1").arg(i));
            if (m_error) parts.refused.push_back(*std::exchange(m_error, std::nullopt));
            else parts.presets.push_back(std::move(preset));
        }
        return parts;
    }

private:
    static QString textAt(const Json& json, const char* key)
    {
        const auto field = json.find(key);
        return field != json.end() && field->is_string() ? textOf(field->get_ref<const std::string&>()) : QString();
    }

    void fail(const QString& path, const QString& sentence)
    {
        if (!m_error) m_error = Error{Error::Code::InvalidInput, sentence, placeIn(m_name, path)};
    }

    QString needed(const Json& json, const char* key, const QString& path)
    {
        const QString text = textAt(json, key);
        if (text.isEmpty()) fail(joinedPath(path, QString::fromUtf8(key)), Text::tr("A text is needed here."));
        return text;
    }

    Preset presetOf(const Json& json, const QString& path)
    {
        Preset preset;
        if (!json.is_object()) fail(path, Text::tr("An object { … } is needed here."));
        if (m_error) return preset;
        preset.id = needed(json, "id", path);
        preset.kind = needed(json, "kind", path);
        preset.label = needed(json, "label", path);
        preset.platform = textAt(json, "platform");
        preset.summary = textAt(json, "summary");
        preset.projected = textAt(json, "status") == u"projected";
        if (const auto year = json.find("year"); year != json.end() && year->is_number_integer()) preset.year = year->get<int>();
        const auto values = json.find("values");
        if (!presetBlock(preset.kind)) fail(joinedPath(path, QStringLiteral("kind")), Text::tr("Accepted: node, fiber, free_space, satellite, microwave, detector, pair_source, terminal, telescope, cost."));
        if (values == json.end() || !values->is_object()) fail(joinedPath(path, QStringLiteral("values")), Text::tr("An object { … } is needed here."));
        if (m_error) return preset;
        for (const auto& [key, value] : values->items())
            preset.values.emplace(textOf(key), valueOf(preset.kind, textOf(key), value, joinedPath(path, QStringLiteral("values/") + textOf(key))));
        checkLaws(preset, path);
        return preset;
    }

    PresetValue valueOf(const QString& kind, const QString& key, const Json& json, const QString& path)
    {
        const auto numberAt = [&json](const char* name) {
            const auto field = json.find(name);
            return field != json.end() && field->is_number() ? std::optional(field->get<double>()) : std::nullopt;
        };
        if (!json.is_object() || !numberAt("value")) fail(path, Text::tr("An object { \"value\": number, … } is needed here."));
        if (m_error) return {};
        const double number = json["value"].get<double>();
        checkRange(kind, key, number, path);
        return {number, numberAt("low").value_or(number), numberAt("high").value_or(number), provenanceOf(textAt(json, "mark"), path),
                textAt(json, "source"), textAt(json, "note")};
    }

    void checkRange(const QString& kind, const QString& key, double value, const QString& path)
    {
        if (isFactOnly(key)) return;
        const FieldRow* row = catalogField(*presetBlock(kind), key);
        if (!row || row->path != key) return fail(path, Text::tr("There is no such value in this kind of preset."));
        if (value < row->minimum || value > row->maximum) return fail(path, row->rangeMessage);
        if (row->type == FieldType::Integer && value != std::floor(value)) fail(path, Text::tr("A whole number is needed here."));
    }

    Provenance provenanceOf(const QString& mark, const QString& path)
    {
        const auto row = std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& known) { return mark == QLatin1String(known.first); });
        if (row != kMarks.end()) return row->second;
        fail(joinedPath(path, QStringLiteral("mark")), Text::tr("Accepted: read, computed, remembered, projected, assumed."));
        return Provenance::Assumed;
    }

    /// A file of a design that breaks this law would be refused, so no preset may lead there.
    void checkLaws(const Preset& preset, const QString& path)
    {
        const auto t1 = preset.values.find(QStringLiteral("memory/t1_s"));
        const auto t2 = preset.values.find(QStringLiteral("memory/t2_s"));
        const double relaxation = t1 == preset.values.end() ? Memory().relaxationTime.si() : t1->second.value;
        const double coherence = t2 == preset.values.end() ? Memory().coherenceTime.si() : t2->second.value;
        if (preset.kind == u"node" && coherence > 2.0 * relaxation)
            fail(joinedPath(path, QStringLiteral("values/memory/t2_s")),
                 Text::tr("T₂ cannot exceed 2 T₁ = %1.").arg(formatLimit(2.0 * relaxation, Dimension::Duration)));
    }

    QString m_name;
    std::optional<Error> m_error;
};

Json valueJson(const PresetValue& value)
{
    Json json{{"value", jsonNumber(value.value)}, {"low", jsonNumber(value.low)}, {"high", jsonNumber(value.high)}};
    for (const auto& [word, provenance] : kMarks)
        if (provenance == value.provenance) json["mark"] = word;
    json["source"] = utf8Of(value.source);
    if (!value.note.isEmpty()) json["note"] = utf8Of(value.note);
    return json;
}

Json presetJson(const Preset& preset)
{
    Json json{{"id", utf8Of(preset.id)}, {"kind", utf8Of(preset.kind)}, {"label", utf8Of(preset.label)}, {"platform", utf8Of(preset.platform)},
              {"year", preset.year}, {"status", preset.projected ? "projected" : "demonstrated"}, {"summary", utf8Of(preset.summary)}};
    json["values"] = Json::object();
    for (const auto& [path, value] : preset.values) json["values"][utf8Of(path)] = valueJson(value);
    return json;
}

} // namespace

Result<PresetParts> parsePresetParts(const QByteArray& text, const QString& name)
{
    const Result<Json> json = parseJson(text, name);
    if (!json) return json.error();
    return PresetReader(name).readEach(*json);
}

Result<std::vector<Preset>> parsePresets(const QByteArray& text, const QString& name)
{
    const Result<Json> json = parseJson(text, name);
    if (!json) return json.error();
    return PresetReader(name).read(*json);
}

QByteArray presetsText(const std::vector<Preset>& presets)
{
    Json root{{"format", "bellweave-presets"}, {"version", kVersion}, {"presets", Json::array()}};
    for (const Preset& preset : presets) root["presets"].push_back(presetJson(preset));
    return jsonText(root);
}

} // namespace bellweave
