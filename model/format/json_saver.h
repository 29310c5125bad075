// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/field_traits.h"
#include "model/format/json_text.h"
#include "model/format/serialize.h"

#include <functional>
#include <typeindex>

namespace bellweave {

/// Writes values as JSON objects. Fields that equal what an absent field would mean are left out, unless all are asked for.
/// Values of a preset that the reader may not have are written in full.
class JsonSaver {
public:
    using Keyed = void;
    using is_saving = std::true_type;
    using is_loading = std::false_type;

    enum class Content {
        Departures,    ///< from every preset known here
        File,          ///< from shipped presets: the file opens where the user's own presets are not
        All
    };
    using SiteKey = std::function<QString(SiteId)>;

    JsonSaver(SiteKey siteKey, Content content) : m_siteKey(std::move(siteKey)), m_content(content) {}

    /// The value as an object. Fields of `start` stand first.
    template<typename T>
    Json save(const T& value, Json start = Json::object())
    {
        saveInto(Block{&start, referenceOf(value), {}}, value);
        return start;
    }
    /// The first value that JSON cannot hold, if any.
    const std::optional<Error>& error() const { return m_error; }

    template<typename T>
    JsonSaver& operator&(const boost::serialization::nvp<T>& field)
    {
        write(field.name(), field.const_value());
        return *this;
    }
    void identity(const QString& key);
    void unknownFields(const Extras& extras) { m_extras = &extras; }
    void requiredKeys(std::initializer_list<const char*> keys) { m_block.required = keys; }
    template<typename T>
    void preset(T& value)
    {
        T plain;
        if (m_content == Content::All || m_block.isOptional || presetOf(value) != presetOf(plain))
            put("preset", Json(utf8Of(presetOf(value))));
    }
    template<typename... Kinds>
    void alternatives(const std::variant<Kinds...>& value, const std::array<const char*, sizeof...(Kinds)>& keys)
    {
        std::visit([&](const auto& kind) { writeBlock(keys[value.index()], kind, true); }, value);
    }

private:
    /// The object being written.
    struct Block {
        Json* object = nullptr;
        const Json* reference = nullptr;    ///< the object with every field as an absent one would read
        QString path;                       ///< inside the element
        bool isOptional = false;            ///< its being there says something
        bool isWhole = false;               ///< its preset cannot be relied on: every field is written
        std::vector<const char*> required = {};
    };

    template<typename T>
    void write(const char* key, const T& value)
    {
        if constexpr (kIsOptional<T>) {
            if (!value) return;
            if constexpr (kIsLeaf<typename T::value_type>) put(key, leaf(key, *value));
            else writeBlock(key, *value, true);
        } else if constexpr (kIsTable<T>) {
            writeTable(key, value);
        } else if constexpr (kIsLeaf<T>) {
            writeLeaf(key, leaf(key, value));
        } else {
            writeBlock(key, value, false);
        }
    }

    template<typename T>
    void writeBlock(const char* key, const T& value, bool isOptional)
    {
        Block block{nullptr, nullptr, joinedPath(m_block.path, QString::fromUtf8(key)), isOptional, m_block.isWhole};
        if constexpr (HasPreset<T>) block.isWhole = !isReliable(presetKind(value), presetOf(const_cast<T&>(value)));
        else block.reference = referenceField(key);
        if (!block.reference && !block.isWhole) block.reference = referenceOf(value);
        Json object = Json::object();
        block.object = &object;
        saveInto(std::move(block), value);
        if (isOptional || m_content == Content::All || !object.empty()) put(key, std::move(object));
    }

    template<typename T>
    void writeTable(const char* key, const Table<T>& table)
    {
        std::vector<typename Table<T>::Pointer> rows = table.rows();
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a->key < b->key; });
        Json list = Json::array();
        for (const auto& row : rows) {
            m_place = QString::fromUtf8(key) + u'/' + row->key;
            list.push_back(save(*row));
        }
        m_place.clear();
        if (!list.empty()) put(key, std::move(list));
    }

    template<typename T>
    void saveInto(Block block, const T& value)
    {
        const bool isElement = block.path.isEmpty();
        const Block outer = std::exchange(m_block, std::move(block));
        const Extras* outerExtras = m_extras;
        serialize(*this, const_cast<T&>(value), 0);    // one function reads and writes; this archive only looks
        addUnknownFields();
        if (isElement) m_extras = outerExtras;
        m_block = outer;
    }

    /// The object of the value that every field left out would mean. Null when all fields are written anyway.
    template<typename T>
    const Json* referenceOf(const T& value)
    {
        if (m_content == Content::All) return nullptr;
        QString name;
        T plain;
        if constexpr (HasPreset<T>) {
            name = presetOf(const_cast<T&>(value));
            plain = defaultsOf(value);
        }
        const auto [row, isNew] = m_references.try_emplace({std::type_index(typeid(T)), name});
        if (isNew) row->second = JsonSaver([](SiteId) { return QString(); }, Content::All).save(plain);
        return &row->second;
    }

    template<typename T>
    Json leaf(const char* key, const T& value)
    {
        if constexpr (kIsQuantity<T>) return number(key, storedValue(value));
        else if constexpr (kIsId<T>) return Json(utf8Of(m_siteKey(value)));
        else if constexpr (std::is_enum_v<T>) return Json(textsOf(value)[static_cast<std::size_t>(value)]);
        else if constexpr (std::is_same_v<T, QString>) return Json(utf8Of(value));
        else if constexpr (std::is_same_v<T, Weights>) return numbers(key, value);
        else if constexpr (std::is_same_v<T, Places>) return pairs(key, value);
        else if constexpr (std::is_same_v<T, PlotPins>) return pairs(key, value);
        else return Json(value);
    }

    /// True when whoever reads what is written has the preset.
    bool isReliable(const QString& kind, const QString& name) const;
    Json number(const char* key, double value);
    Json numbers(const char* key, const Weights& values);
    Json pairs(const char* key, const Places& places);
    Json pairs(const char* key, const PlotPins& pins);
    const Json* referenceField(const char* key) const;
    void put(const char* key, Json value);
    void writeLeaf(const char* key, Json value);
    void addUnknownFields();

    SiteKey m_siteKey;
    Content m_content;
    Block m_block;
    QString m_place;
    const Extras* m_extras = nullptr;
    std::map<std::pair<std::type_index, QString>, Json> m_references;
    std::optional<Error> m_error;
};

} // namespace bellweave
