// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/edit/patch.h"
#include "model/network/element_ref.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace bellweave {

struct FieldPlace;

/// Where the value in force comes from.
enum class FieldOrigin {
    Default,     ///< the program's documented default
    Preset,      ///< the element's preset
    Overridden,  ///< typed by the user
    Derived      ///< absent: computed from other values or chosen by the engine
};

/// What one field of an element holds.
struct FieldContent {
    std::optional<double> number;   ///< stored unit; none for texts and for derived values
    QString text;                   ///< texts and choices
    bool toggle = false;
};

/// The same with where it comes from.
struct FieldValue : FieldContent {
    FieldOrigin origin = FieldOrigin::Default;
};

/// Reads the field at a path inside an element ("processor/memory/t2_s", "min_fidelity", "fiber/length_m"); for the design
/// as a whole the element is none ("settings/route_factor"). An Error when the element has no such field.
Result<FieldValue> fieldValue(const Network& network, const ElementRef& element, const QString& path);

/// A field at its place in an element, and its value there.
struct PlacedValue {
    const FieldPlace* place = nullptr;
    FieldValue value;
};
/// Every field that an element has, in the catalog's order; empty when the element is gone.
std::vector<PlacedValue> fieldValues(const Network& network, const ElementRef& element);

/// What several fields hold, in one reading, for tables; none for a field that the element does not have.
std::vector<std::optional<FieldContent>> fieldContents(const Network& network, const ElementRef& element, const QStringList& paths);

/// What a person typed for one field.
struct FieldText {
    QString path;
    QString text;
};

/// The edit that gives the field a value typed by a person ("25 km"). The Error names field, value and what is accepted.
Result<Patch> setField(const Network& network, const ElementRef& element, const QString& path, const QString& text);
/// The same for several fields of one element as one edit: rules between them are checked for what comes out, not on the way.
/// `where` of the Error ends with the path of the field that is refused.
Result<Patch> setFields(const Network& network, const ElementRef& element, const std::vector<FieldText>& texts);
/// The edit that puts the field back to its preset, default or derived value.
Result<Patch> resetField(const Network& network, const ElementRef& element, const QString& path);

/// The same by the design's own JSON path, elements by key: "links/delft-hague/fiber/attenuation=0.25 dB/km" without "=…".
Result<Patch> setPath(const Network& network, const QString& path, const QString& text);

} // namespace bellweave
