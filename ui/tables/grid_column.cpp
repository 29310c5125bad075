// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/grid_column.h"

#include <QCoreApplication>
#include <array>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Grid)
};

QString catalogElement(GridKind kind)
{
    switch (kind) {
    case GridKind::Sites: return QStringLiteral("site");
    case GridKind::Links: return QStringLiteral("link");
    case GridKind::Demands: return QStringLiteral("demand");
    }
    return {};
}

/// Lengths of links are said in kilometers and rates in pairs; everything else in the unit it is kept in.
Unit unitOf(const FieldRow& row)
{
    if (row.path == u"min_rate_hz") return {QStringLiteral("ebit/s"), 1.0};
    if (row.path == u"length_m") return {QStringLiteral("km"), 1000.0};
    const std::vector<Unit>& units = unitsOf(row.dimension);
    return units.empty() ? Unit() : units.front();
}

QString headingOf(const QString& name, const Unit& unit)
{
    return unit.symbol.isEmpty() ? name : Text::tr("%1, %2", "name, unit").arg(name, unit.symbol);
}

GridColumn fieldColumn(GridKind kind, const QStringList& paths)
{
    const QString element = catalogElement(kind);
    const FieldPlace* place = findField(element, paths.front());
    Q_ASSERT_X(place, "gridColumns", "the catalog has no such field");
    const Unit unit = unitOf(*place->row);
    return {ColumnPart::Field, place->row->label, headingOf(place->row->label, unit), paths, place->row, unit, element};
}

/// A field by its last keys, in each of the blocks: "memory/t2_s" of processors and repeaters.
GridColumn inBlocks(GridKind kind, std::initializer_list<const char*> blocks, const char* path)
{
    QStringList paths;
    for (const char* block : blocks) paths += QLatin1String(block) + u'/' + QLatin1String(path);
    return fieldColumn(kind, paths);
}

GridColumn plain(GridKind kind, const char* path) { return fieldColumn(kind, {QString::fromLatin1(path)}); }

GridColumn renamed(GridColumn column, const QString& name)
{
    column.name = name;
    column.heading = headingOf(name, column.unit);
    return column;
}

GridColumn other(ColumnPart part, const QString& name, const QString& unit = {})
{
    return {part, name, headingOf(name, {unit, 1.0}), {}, nullptr, {unit, 1.0}, {}, {}};
}

/// What the engine found for links or demands, with its row in engine::quantities().
GridColumn reachedFidelity(const char* quantity)
{
    GridColumn column = other(ColumnPart::ReachedFidelity, Text::tr("F reached"));
    column.quantity = QString::fromLatin1(quantity);
    return column;
}

GridColumn reachedRate(const char* quantity)
{
    GridColumn column = other(ColumnPart::ReachedRate, Text::tr("Rate reached"), QStringLiteral("ebit/s"));
    column.quantity = QString::fromLatin1(quantity);
    return column;
}

GridColumn reachedKey(const char* quantity)
{
    GridColumn column = other(ColumnPart::ReachedKeyRate, Text::tr("Key reached"), QStringLiteral("bit/s"));
    column.quantity = QString::fromLatin1(quantity);
    return column;
}

std::vector<GridColumn> siteColumns()
{
    constexpr auto kind = GridKind::Sites;
    const auto hardware = [](const char* path) { return inBlocks(kind, {"processor", "repeater"}, path); };
    return {plain(kind, "name"), plain(kind, "position/latitude_deg"), plain(kind, "position/longitude_deg"),
            other(ColumnPart::Role, Text::tr("Kind")), inBlocks(kind, {"processor", "repeater", "terminal", "station", "pair_source"}, "preset"),
            plain(kind, "processor/qubits"), hardware("memory/slots"), hardware("memory/t1_s"), hardware("memory/t2_s"),
            hardware("source/emission_efficiency"), hardware("source/conversion_efficiency"), hardware("source/visibility"),
            hardware("gates/two_qubit_error"), hardware("gates/readout_error"), hardware("gates/swap_success"),
            plain(kind, "station/detector/efficiency"), plain(kind, "station/detector/dark_count_rate_hz"),
            plain(kind, "pair_source/mean_pairs"), plain(kind, "pair_source/repetition_rate_hz"),
            plain(kind, "terminal/pulse_rate_hz"), plain(kind, "terminal/trust"),
            plain(kind, "down"), plain(kind, "locked"), plain(kind, "notes"), plain(kind, "id")};
}

std::vector<GridColumn> linkColumns()
{
    constexpr auto kind = GridKind::Links;
    return {plain(kind, "name"), plain(kind, "from"), plain(kind, "to"), other(ColumnPart::Medium, Text::tr("Kind")),
            inBlocks(kind, {"fiber", "free_space", "microwave", "measured"}, "length_m"), inBlocks(kind, {"fiber", "microwave"}, "attenuation_db_per_km"),
            inBlocks(kind, {"fiber", "free_space", "satellite", "microwave"}, "fixed_loss_db"), reachedFidelity("links[].fidelity"), reachedRate("links[].rate_hz"), inBlocks(kind, {"fiber", "free_space", "satellite", "microwave"}, "preset"),
            renamed(inBlocks(kind, {"fiber", "free_space", "satellite"}, "station/preset"), Text::tr("Detectors")), plain(kind, "fiber/station_position"),
            plain(kind, "measured/attempt_time_s"), plain(kind, "measured/success_probability"),
            renamed(plain(kind, "measured/fidelity"), Text::tr("Measured fidelity")), plain(kind, "down"), plain(kind, "locked"),
            plain(kind, "notes"), plain(kind, "id")};
}

std::vector<GridColumn> demandColumns()
{
    constexpr auto kind = GridKind::Demands;
    return {plain(kind, "name"), plain(kind, "from"), plain(kind, "to"), plain(kind, "purpose"), plain(kind, "min_fidelity"), plain(kind, "min_rate_hz"), plain(kind, "min_key_rate_bps"),
            reachedFidelity("demands[].fidelity"), reachedRate("demands[].rate_hz"),
            reachedKey("demands[].key_rate_bps"), plain(kind, "protocol/generation"),
            plain(kind, "protocol/bright_population"), plain(kind, "protocol/key_exchange"), plain(kind, "notes"), plain(kind, "id")};
}

} // namespace

QString presetKindAt(const GridColumn& column, const QString& path)
{
    const FieldPlace* place = findField(column.element, path);
    return place && !place->row->choices.empty() ? place->row->choices.front() : QString();
}

const std::vector<GridColumn>& gridColumns(GridKind kind)
{
    static const std::array<std::vector<GridColumn>, 3> columns{siteColumns(), linkColumns(), demandColumns()};
    return columns[static_cast<std::size_t>(kind)];
}

int columnOfPath(GridKind kind, const QString& path)
{
    const std::vector<GridColumn>& columns = gridColumns(kind);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const GridColumn& column) { return column.paths.contains(path); });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

QString gridTitle(GridKind kind)
{
    switch (kind) {
    case GridKind::Sites: return Text::tr("Sites");
    case GridKind::Links: return Text::tr("Links");
    case GridKind::Demands: return Text::tr("Demands");
    }
    return {};
}

std::optional<GridKind> gridOf(const ElementRef& element)
{
    if (std::holds_alternative<SiteId>(element)) return GridKind::Sites;
    if (std::holds_alternative<LinkId>(element)) return GridKind::Links;
    return std::holds_alternative<DemandId>(element) ? std::optional(GridKind::Demands) : std::nullopt;
}

} // namespace bellweave::ui
