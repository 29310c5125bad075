// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QString>
#include <vector>

namespace bellweave {

enum class FieldType { Number, Integer, Toggle, Text, Choice, Preset };

/// Another field of the element that decides whether a field counts: it does while that one has one of these texts.
struct FieldCondition {
    QString path = {};       ///< inside the element; empty: the field always counts
    std::vector<QString> choices = {};
};

/// One field of a kind, once: the inspector form, the command line's `describe` and --set, the checks of a file, the help
/// and the schema's descriptions all read this row.
struct FieldRow {
    QString path = {};       ///< keys inside the block, "memory/t2_s"; the unit is the ending
    QString label = {};      ///< "Memory T₂"
    FieldType type = FieldType::Number;
    Dimension dimension = Dimension::Number;
    double minimum = 0.0;    ///< stored unit, inclusive
    double maximum = 0.0;
    QString rangeMessage = {};   ///< shown when outside the range
    QString help = {};       ///< what it means
    QString formula = {};    ///< where it enters, may be empty
    QString source = {};     ///< of the formula or the default
    std::vector<QString> choices = {};   ///< accepted texts of a Choice; preset kind ("node", "fiber") of a Preset
    bool optional = false;   ///< may be absent: the value is then derived or chosen by the engine
    QString absent = {};     ///< what that means where it is neither: "none", "never"
    FieldCondition countsWhen = {};   ///< forms leave it out while it does not count
};

/// A block of fields that one element holds together: "processor", "fiber", "memory"…
struct KindRow {
    QString key;             ///< JSON key inside the element; empty for the element's own fields
    QString element;         ///< "site", "link", "demand", "map_note", "report_plot", "design"
    QString label;           ///< "Processor"
    QString help;
    std::vector<FieldRow> fields;
};

/// Every kind, in the order people should see them.
const std::vector<KindRow>& catalog();
/// The kind with this element and key, or null.
const KindRow* catalogKind(const QString& element, const QString& key);
/// The path of a field inside its element: "processor/memory/t2_s".
QString fieldPath(const KindRow& kind, const FieldRow& row);
/// The field with this path in the kind, or null. A path may leave the unit ending out ("attenuation").
const FieldRow* catalogField(const KindRow& kind, const QString& path);

/// A field by its path inside an element.
struct FieldPlace {
    const KindRow* kind = nullptr;
    const FieldRow* row = nullptr;
    QString path;            ///< whole and with the unit: "processor/memory/t2_s"
};
/// The field at a path inside an element ("site", …, "design"), or null. A path may leave the unit ending out.
const FieldPlace* findField(const QString& element, const QString& path);

/// The key without the unit at its end: "length_m" -> "length"; the key itself when it names no unit.
QString keyWithoutUnit(const QString& key);
/// "sites" -> "site": how the catalog calls the elements of a table of the file; empty for other words.
QString elementOfTable(const QString& table);

} // namespace bellweave
