// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/schema.h"

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/project_file.h"
#include "model/format/serialize.h"
#include "model/network/catalog.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

/// An archive that writes down what it is shown: the fields, their types and their defaults.
class SchemaArchive {
public:
    using Keyed = void;
    using is_saving = std::true_type;
    using is_loading = std::false_type;

    template<typename T>
    Json describe(T& value, const QString& element)
    {
        const QString outerElement = std::exchange(m_element, element);
        Json schema = object(value, QString());
        m_element = outerElement;
        return schema;
    }

    template<typename T>
    SchemaArchive& operator&(const boost::serialization::nvp<T>& field)
    {
        if constexpr (kIsTable<T>) addTable(field.name(), field.value());
        else if constexpr (kIsOptional<T>) addField(field.name(), typename T::value_type(), false);
        else addField(field.name(), field.value(), true);
        return *this;
    }
    void identity(const QString&)
    {
        add("id", {{"type", "string"}, {"minLength", 1}, {"maxLength", 200}, {"description", description("id")}});
        requiredKeys({"id"});
    }
    void unknownFields(const Extras&) {}
    void requiredKeys(std::initializer_list<const char*> keys)
    {
        for (const char* key : keys) m_required.push_back(key);
    }
    template<typename T>
    void preset(T& value)
    {
        m_preset = findPreset(presetKind(value), presetOf(value));
        m_presetPath = m_path;
        Json names = Json::array();
        for (const Preset* known : presetsOfKind(presetKind(value)))
            if (!known->isYours) names.push_back(utf8Of(known->id));
        // Presets of somebody's own may be named where all of their values stand beside the name.
        const Json accepted = Json::array({Json{{"enum", names}}, Json{{"pattern", utf8Of(u'^' + kUserPresetPrefix)}}});
        add("preset", {{"type", "string"}, {"anyOf", accepted}, {"default", utf8Of(presetOf(value))}, {"description", description("preset")}});
    }
    template<typename... Kinds>
    void alternatives(std::variant<Kinds...>&, const std::array<const char*, sizeof...(Kinds)>& keys)
    {
        std::size_t index = 0;
        (addField(keys[index++], Kinds(), false), ...);
        Json pairs = Json::array();
        for (std::size_t i = 0; i < keys.size(); ++i)
            for (std::size_t j = i + 1; j < keys.size(); ++j) pairs.push_back({{"required", {keys[i], keys[j]}}});
        m_exclusive = Json{{"anyOf", std::move(pairs)}};
    }

private:
    template<typename T>
    void addField(const char* key, T value, bool hasDefault)
    {
        if constexpr (kIsLeaf<T>) {
            Json schema = leaf(key, value);
            if constexpr (!kIsId<T>)
                if (hasDefault && !isFromPreset(key)) schema["default"] = plain(value);
            schema["description"] = description(key);
            add(key, std::move(schema));
        } else {
            add(key, object(value, pathOf(key)));
        }
    }

    template<typename T>
    void addTable(const char* key, Table<T>&)
    {
        T row;
        Json items = describe(row, elementOfTable(QString::fromUtf8(key)));
        add(key, {{"type", "array"}, {"maxItems", kMaxElements}, {"items", std::move(items)}});
    }

    template<typename T>
    Json object(T& value, const QString& path)
    {
        const Json outerProperties = std::exchange(m_properties, Json::object());
        const Json outerRequired = std::exchange(m_required, Json::array());
        const Json outerExclusive = std::exchange(m_exclusive, Json());
        const QString outerPath = std::exchange(m_path, path);
        const Preset* outerPreset = m_preset;
        const QString outerPresetPath = m_presetPath;
        serialize(*this, value, 0);
        Json schema{{"type", "object"}};
        if (const KindRow* kind = catalogKind(m_element, path)) schema["description"] = utf8Of(kind->help);
        if (!m_required.empty()) schema["required"] = m_required;
        if (!m_exclusive.is_null()) schema["not"] = m_exclusive;
        schema["properties"] = std::exchange(m_properties, outerProperties);
        m_required = outerRequired;
        m_exclusive = outerExclusive;
        m_path = outerPath;
        m_preset = outerPreset;
        m_presetPath = outerPresetPath;
        return schema;
    }

    template<typename T>
    Json leaf(const char* key, const T& value) const
    {
        if constexpr (kTakesUnits<T>) return withRange({{"type", {std::is_integral_v<T> ? "integer" : "number", "string"}}}, key);
        else if constexpr (std::is_enum_v<T>) return {{"type", "string"}, {"enum", Json(textsOf(value))}};
        else if constexpr (std::is_same_v<T, bool>) return {{"type", "boolean"}};
        else if constexpr (std::is_same_v<T, Weights>)
            return {{"type", "array"}, {"minItems", 4}, {"maxItems", 4}, {"items", withRange({{"type", "number"}}, key)}};
        else if constexpr (std::is_same_v<T, Places>)
            return {{"type", "array"}, {"maxItems", kMostPlaces},
                    {"items", {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", withRange({{"type", "number"}}, key)}}}};
        else if constexpr (std::is_same_v<T, PlotPins>)
            return {{"type", "array"}, {"maxItems", kMostPins},
                    {"items", {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", withRange({{"type", "number"}}, key)}}}};
        else return {{"type", "string"}};
    }

    template<typename T>
    static Json plain(const T& value)
    {
        if constexpr (kIsQuantity<T>) return jsonNumber(storedValue(value));
        else if constexpr (std::is_enum_v<T>) return Json(textsOf(value)[static_cast<std::size_t>(value)]);
        else if constexpr (std::is_same_v<T, QString>) return Json(utf8Of(value));
        else if constexpr (std::is_same_v<T, Places> || std::is_same_v<T, PlotPins>) return Json::array();
        else return Json(value);
    }

    QString pathOf(const char* key) const { return joinedPath(m_path, QString::fromUtf8(key)); }

    /// Such a field has no one default: it depends on the preset.
    bool isFromPreset(const char* key) const
    {
        if (!m_preset || !pathOf(key).startsWith(m_presetPath + u'/')) return false;
        return m_preset->values.contains(pathOf(key).mid(m_presetPath.size() + 1));
    }

    Json withRange(Json schema, const char* key) const
    {
        if (const FieldPlace* place = findField(m_element, pathOf(key))) {
            schema["minimum"] = jsonNumber(place->row->minimum);
            schema["maximum"] = jsonNumber(place->row->maximum);
        }
        return schema;
    }

    std::string description(const char* key) const
    {
        const FieldPlace* place = findField(m_element, pathOf(key));
        return place ? utf8Of(QStringLiteral("%1. %2").arg(place->row->label, place->row->help)) : std::string();
    }

    void add(const char* key, Json schema) { m_properties[key] = std::move(schema); }

    QString m_element;
    QString m_path;
    Json m_properties = Json::object();
    Json m_required = Json::array();
    Json m_exclusive;
    const Preset* m_preset = nullptr;    ///< the preset that fills the fields below m_presetPath
    QString m_presetPath;
};

} // namespace

QByteArray projectSchema()
{
    Network network;
    Json design = SchemaArchive().describe(network, QStringLiteral("design"));
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "Bellweave design"},
                {"description", utf8Of(QCoreApplication::translate("ProjectFile",
                    "A quantum network. Absent fields keep their preset's value or the default named here. A quantity may also be a text "
                    "with its unit (\"25 km\"), and its key may then leave the unit out. Fields not named here are kept."))},
                {"type", "object"},
                {"required", {"format", "version"}}};
    schema["properties"] = {{"format", {{"const", "bellweave"}}}, {"version", {{"type", "integer"}, {"minimum", 1}, {"maximum", kFormatVersion}}}};
    for (const auto& [key, value] : design["properties"].items()) schema["properties"][key] = value;
    return jsonText(schema);
}

} // namespace bellweave
