// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/preset_fields.h"
#include "model/format/serialize.h"
#include "model/network/catalog.h"
#include "model/network/rules.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <functional>

namespace bellweave {

/// Fills values from JSON objects. An absent field keeps what the value holds (a preset's value where there is one), an
/// unknown one is kept as text. The first wrong field ends the reading; error() says where it is and what is accepted.
class JsonLoader {
public:
    using Keyed = void;
    using is_saving = std::false_type;
    using is_loading = std::true_type;
    using SiteOfKey = std::function<SiteId(const QString&)>;

    /// Sites outside of what is read are found by `siteOfKey`; sites that are read are known by themselves.
    explicit JsonLoader(SiteOfKey siteOfKey = {}) : m_siteOfKey(std::move(siteOfKey)) {}

    /// Reads a whole design or one element ("site", "link"…) named `place` in messages.
    template<typename T>
    void load(const Json& json, T& value, const QString& element, const QString& place)
    {
        const Block outer = std::exchange(m_block, Block{});
        const QString outerElement = std::exchange(m_element, element);
        const QString outerPlace = std::exchange(m_place, place);
        loadBlock(json, value, QString());
        m_element = outerElement;
        m_place = outerPlace;
        m_block = outer;
    }
    const std::optional<Error>& error() const { return m_error; }
    /// Where unknown fields were found.
    const QStringList& unknownPlaces() const { return m_unknownPlaces; }

    template<typename T>
    JsonLoader& operator&(const boost::serialization::nvp<T>& field)
    {
        if (!m_error) read(field.name(), field.value());
        return *this;
    }
    void identity(QString& key);
    void unknownFields(Extras& extras) { m_block.extras = &extras; }
    void requiredKeys(std::initializer_list<const char*> keys);
    template<typename T>
    void preset(T& value)
    {
        QString& name = presetOf(value);
        if (const Json* json = take("preset")) readText("preset", *json, name);
        if (m_error || (!findPreset(presetKind(value), name) && !isWhole(value, name))) return;
        value = defaultsOf(value);
    }
    template<typename... Kinds>
    void alternatives(std::variant<Kinds...>& value, const std::array<const char*, sizeof...(Kinds)>& keys)
    {
        if (m_error) return;
        const std::size_t chosen = chosenOf({keys.begin(), keys.end()});
        const auto readKind = [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
            if (Index != chosen || m_error) return;
            auto& kind = value.template emplace<Index>();
            applyDefaults(kind);
            if (const Json* json = take(keys[Index])) loadField(keys[Index], *json, kind);
        };
        [&]<std::size_t... Indices>(std::index_sequence<Indices...>) {
            (readKind(std::integral_constant<std::size_t, Indices>()), ...);
        }(std::index_sequence_for<Kinds...>());
    }

private:
    /// The object being read.
    struct Block {
        const Json* object = nullptr;
        QString path;                ///< inside the element
        std::vector<bool> taken;     ///< by position in the object
        Extras* extras = nullptr;    ///< where its unknown fields go
    };

    template<typename T>
    void read(const char* key, T& value)
    {
        if constexpr (kIsTable<T>) {
            readTable(key, value);
        } else if constexpr (kIsOptional<T>) {
            const Json* json = kTakesUnits<typename T::value_type> ? takeQuantity(key) : take(key);
            if (!json) return;
            value.reset();
            if (!json->is_null()) loadField(key, *json, value.emplace());
        } else {
            if (const Json* json = kTakesUnits<T> ? takeQuantity(key) : take(key)) loadField(key, *json, value);
            else applyDefaults(value);
        }
    }

    template<typename T>
    void loadField(const char* key, const Json& json, T& value)
    {
        if constexpr (kIsQuantity<T>) {
            if (const auto number = readNumber(key, json)) setStoredValue(value, *number);
        } else if constexpr (kIsId<T>) {
            readSite(key, json, value);
        } else if constexpr (std::is_enum_v<T>) {
            readChoice(key, json, value);
        } else if constexpr (std::is_same_v<T, QString>) {
            readText(key, json, value);
        } else if constexpr (std::is_same_v<T, Weights>) {
            readWeights(key, json, value);
        } else if constexpr (std::is_same_v<T, Places>) {
            readPlaces(key, json, value);
        } else if constexpr (std::is_same_v<T, PlotPins>) {
            readPins(key, json, value);
        } else if constexpr (std::is_same_v<T, bool>) {
            readToggle(key, json, value);
        } else if constexpr (std::is_integral_v<T>) {
            if (const auto number = readWhole(key, json)) value = static_cast<T>(*number);
        } else {
            Block outer = std::exchange(m_block, Block{});
            loadBlock(json, value, joinedPath(outer.path, QString::fromUtf8(key)), outer.extras);
            m_block = std::move(outer);
        }
    }

    template<typename T>
    void loadBlock(const Json& json, T& value, const QString& path, Extras* extras = nullptr)
    {
        m_block = Block{&json, path, {}, extras};
        if (!json.is_object())
            return fail(path, QCoreApplication::translate("ProjectFile", "Here stands %1, but an object { … } is needed.")
                                .arg(excerpt(json)));
        m_block.taken.resize(json.size());
        serialize(*this, value, 0);
        if (!m_error) keepUnknownFields();
        checkRules(value, path);
    }

    template<typename T>
    void readTable(const char* key, Table<T>& table)
    {
        const Json* list = take(key);
        if (!list || !isList(key, *list)) return;
        const QString name = QString::fromUtf8(key);
        m_keys.clear();
        std::uint32_t number = 0;
        for (const Json& json : *list) {
            T row;
            row.id = typename Table<T>::Id(++number);
            load(json, row, elementOfTable(name), name + u'/' + QString::number(number - 1));
            if (m_error) return;
            if constexpr (std::is_same_v<T, Site>) m_sites.insert(row.key, row.id);
            table.put(std::move(row));
        }
    }

    template<typename T>
    void readChoice(const char* key, const Json& json, T& value)
    {
        QString text;
        readText(key, json, text);
        const auto& texts = textsOf(value);
        const auto match = std::find_if(texts.begin(), texts.end(), [&](const char* choice) { return text == QLatin1String(choice); });
        if (match != texts.end()) value = static_cast<T>(match - texts.begin());
        else if (!m_error) failChoice(key, text, {texts.begin(), texts.end()});
    }

    template<typename T>
    void applyDefaults(T& value)
    {
        if constexpr (HasPreset<T>) value = defaultsOf(value);
    }

    template<typename T>
    void checkRules(const T& value, const QString& path)
    {
        if constexpr (std::is_same_v<T, Site> || std::is_same_v<T, Link> || std::is_same_v<T, Demand> || std::is_same_v<T, RunSettings> || std::is_same_v<T, TimeFrame>)
            if (const auto broken = m_error ? std::nullopt : brokenRule(value)) fail(joinedPath(path, broken->where), broken->sentence);
    }

    std::optional<std::size_t> positionOf(const std::string& key) const;
    const Json* takeAt(std::size_t position);
    const Json* take(const char* key);
    /// The field under its key, or as a text under the key without the unit.
    const Json* takeQuantity(const char* key);
    /// Which of the keys stands in the object; the first when none does, an error when several do.
    std::size_t chosenOf(const std::vector<const char*>& keys);
    bool isList(const char* key, const Json& json);
    /// True when every field that the preset would fill stands in the block: then it need not be known. Fails otherwise.
    template<typename T>
    bool isWhole(const T& value, const QString& name)
    {
        if (lacksNone(*m_block.object, presetFields(value))) return true;
        failPreset(presetKind(value), name);
        return false;
    }
    static bool lacksNone(const Json& object, const QStringList& paths);
    void failPreset(const QString& kind, const QString& name);
    std::optional<double> readNumber(const char* key, const Json& json);
    std::optional<std::uint64_t> readWhole(const char* key, const Json& json);
    std::optional<double> parsedNumber(const QString& path, const QString& text);
    bool isInRange(const QString& path, double value);
    void readText(const char* key, const Json& json, QString& value);
    void readToggle(const char* key, const Json& json, bool& value);
    void readSite(const char* key, const Json& json, SiteId& value);
    void readWeights(const char* key, const Json& json, Weights& value);
    void readPlaces(const char* key, const Json& json, Places& value);
    void readPins(const char* key, const Json& json, PlotPins& value);
    void keepUnknownFields();
    QString pathOf(const char* key) const { return joinedPath(m_block.path, QString::fromUtf8(key)); }
    QString labelOf(const QString& path) const;
    void failChoice(const char* key, const QString& text, const std::vector<const char*>& choices);
    /// Notes the first error, at a path inside the element.
    void fail(const QString& path, const QString& sentence);
    void failType(const char* key, const Json& json, const QString& accepted);
    static QString excerpt(const Json& json);

    SiteOfKey m_siteOfKey;
    QHash<QString, SiteId> m_sites;
    QSet<QString> m_keys;
    QString m_element;
    QString m_place;
    Block m_block;
    QStringList m_unknownPlaces;
    std::optional<Error> m_error;
};

} // namespace bellweave
