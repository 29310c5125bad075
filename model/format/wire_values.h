// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/serialize.h"

#include <boost/serialization/array.hpp>
#include <boost/serialization/map.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>

// What Boost's own archives need to know about types that they meet inside our values. Boost's binary form is for the
// way between processes of one program only: a binary archive from anywhere else is never opened.

namespace bellweave {

template<typename Archive, typename Tag>
void serialize(Archive& ar, Quantity<Tag>& value, unsigned)
{
    double si = value.si();
    ar & make_nvp("si", si);
    value = Quantity<Tag>::fromSi(si);
}

template<typename Archive, typename Tag>
void serialize(Archive& ar, Id<Tag>& value, unsigned)
{
    std::uint32_t number = value.number();
    ar & make_nvp("number", number);
    value = Id<Tag>(number);
}

template<typename Archive>
void serialize(Archive& ar, PlotPin& value, unsigned)
{
    ar & make_nvp("at", value.at) & make_nvp("height", value.height);
}

template<typename Archive, typename T>
void serialize(Archive& ar, Table<T>& table, unsigned)
{
    std::size_t count = table.size();
    ar & make_nvp("count", count);
    if constexpr (Archive::is_loading::value) {
        table = Table<T>();
        for (std::size_t i = 0; i < count; ++i) {
            T row;
            ar & make_nvp("row", row);
            table.put(std::move(row));
        }
    } else {
        for (const T& row : table) ar & make_nvp("row", row);
    }
}

} // namespace bellweave

namespace boost::serialization {

template<typename Archive>
void serialize(Archive& ar, QString& value, unsigned)
{
    std::string text = value.toStdString();
    ar & make_nvp("text", text);
    value = QString::fromStdString(text);
}

template<typename Archive>
void serialize(Archive& ar, QByteArray& value, unsigned)
{
    std::string bytes = value.toStdString();
    ar & make_nvp("bytes", bytes);
    value = QByteArray::fromStdString(bytes);
}

template<typename Archive, typename T>
void serialize(Archive& ar, std::optional<T>& value, unsigned)
{
    bool present = value.has_value();
    ar & make_nvp("present", present);
    if (!present) {
        value.reset();
        return;
    }
    if (!value) value.emplace();
    ar & make_nvp("value", *value);
}

template<typename Archive, typename... Kinds>
void serialize(Archive& ar, std::variant<Kinds...>& value, unsigned)
{
    std::size_t index = value.index();
    ar & make_nvp("index", index);
    const auto pass = [&]<std::size_t Index>(std::integral_constant<std::size_t, Index>) {
        if (index != Index) return;
        if (value.index() != Index) value.template emplace<Index>();
        ar & make_nvp("value", std::get<Index>(value));
    };
    [&]<std::size_t... Indices>(std::index_sequence<Indices...>) {
        (pass(std::integral_constant<std::size_t, Indices>()), ...);
    }(std::index_sequence_for<Kinds...>());
}

} // namespace boost::serialization
