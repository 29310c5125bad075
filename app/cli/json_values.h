// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/moments.h"
#include "model/edit/findings.h"

#include <QString>
#include <nlohmann/json.hpp>
#include <vector>

// The words in which every verb's JSON is written. Heavy: only for .cpp files.
namespace bellweave::cli {

struct DesignInput;
using Json = nlohmann::ordered_json;

Json toJson(const QString& text);
Json toJson(const QStringList& texts);

/// Puts a number under a key; a non-finite one becomes null with the reason under "<key>_reason".
void putNumber(Json& object, const char* key, double value, const QString& reasonWhenNotFinite);
/// Puts null under a key and the reason under "<key>_reason".
void putMissing(Json& object, const char* key, const QString& reason);

/// A figure of a simulation as every verb writes it.
Json estimateJson(const engine::Estimate& estimate);

/// An element in the language of --set: "links/delft-hague"; "design" for the design as a whole.
QString elementPath(const Network& network, const ElementRef& element);
QString severityWord(Severity severity);
Json findingsJson(const Network& network, const std::vector<Finding>& findings);

/// Program, format, input, seed and settings: what makes a result repeatable.
Json provenanceJson(const DesignInput& design);

/// The document as printed: indented, with one final newline.
QString documentText(const Json& document);

} // namespace bellweave::cli
