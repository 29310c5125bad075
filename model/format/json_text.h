// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <nlohmann/json.hpp>

namespace bellweave {

/// JSON that keeps the order of its fields.
using Json = nlohmann::ordered_json;

/// What a file may hold at most, so that no file can exhaust memory or time.
inline constexpr qsizetype kMaxFileBytes = 64 * 1024 * 1024;
inline constexpr qsizetype kMaxTextBytes = 64 * 1024;    ///< one string
inline constexpr std::size_t kMaxDepth = 32;
inline constexpr std::size_t kMaxElements = 200'000;     ///< one array
inline constexpr std::size_t kMaxFields = 1'000;         ///< one object
inline constexpr std::size_t kMaxValues = 4'000'000;     ///< all together

/// Reads JSON within the limits above. Refuses syntax errors, invalid UTF-8, repeated fields and numbers beyond double,
/// each with its place: "name:line:column", or "name: path" where there is no line.
Result<Json> parseJson(const QByteArray& text, const QString& name);

/// What was read before a text went wrong.
struct JsonPrefix {
    Json json;
    std::optional<Error> error;
};
/// As parseJson, but keeps what was read in whole before the first error: a list element that the error cuts is left out.
JsonPrefix parseJsonPrefix(const QByteArray& text, const QString& name);

/// Two-space indented text that ends with a newline; numbers as the shortest text that reads back the same.
QByteArray jsonText(const Json& json);

/// A number as it is written: whole numbers without a fraction.
Json jsonNumber(double value);

/// "a/b" of "a" and "b"; either may be empty.
QString joinedPath(const QString& first, const QString& second);
/// "name: path"; either may be empty.
QString placeIn(const QString& name, const QString& path);
/// A key as one step of a path: "/" and "~" are written "~1" and "~0".
QString pathStep(const QString& key);
QString keyOfStep(const QString& step);

/// Text out of a file as a QString, and back.
QString textOf(const std::string& utf8);
std::string utf8Of(const QString& text);

} // namespace bellweave
