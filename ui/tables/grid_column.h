// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/catalog.h"
#include "model/network/element_ref.h"

#include <QStringList>
#include <optional>

namespace bellweave::ui {

/// The kinds of elements that are edited as a grid, one row an element.
enum class GridKind { Sites, Links, Demands };

/// What a column shows: a field of the catalog, what an element is, or what the engine found.
enum class ColumnPart { Field, Role, Medium, ReachedFidelity, ReachedRate, ReachedKeyRate };

/// One column of a grid.
struct GridColumn {
    ColumnPart part = ColumnPart::Field;
    QString name;                    ///< "Memory T₂", for messages
    QString heading;                 ///< the name with its unit: "Memory T₂, s"
    QStringList paths;               ///< where elements may hold the field; an element holds at most one of them
    const FieldRow* row = nullptr;   ///< the field's row of the catalog, at the first place; null for other parts
    Unit unit;                       ///< in which numbers are shown, and typed when they name none

    QString element;                 ///< "site", "link", "demand", as the catalog calls it
    QString quantity = {};           ///< of what the engine found: key in engine::quantities()

    bool isReadOnly() const { return part == ColumnPart::ReachedFidelity || part == ColumnPart::ReachedRate || part == ColumnPart::ReachedKeyRate; }
    bool isPreset() const { return row && row->type == FieldType::Preset; }
    bool isToggle() const { return row && row->type == FieldType::Toggle; }
    bool isNumber() const { return row && (row->type == FieldType::Number || row->type == FieldType::Integer); }
    /// True when the cell names a site: the end of a link or demand.
    bool isEnd() const { return paths.size() == 1 && (paths.front() == u"from" || paths.front() == u"to"); }
};

/// The kind of presets that fit at a place of a preset column: "node", "detector", "fiber".
QString presetKindAt(const GridColumn& column, const QString& path);
/// The columns of a grid, in order; the first is the name.
const std::vector<GridColumn>& gridColumns(GridKind kind);
/// The column with this path, -1 when there is none: "position/latitude_deg".
int columnOfPath(GridKind kind, const QString& path);
/// "Sites", "Links", "Demands".
QString gridTitle(GridKind kind);
/// The grid that lists an element; none for notes and the design.
std::optional<GridKind> gridOf(const ElementRef& element);

} // namespace bellweave::ui
