// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/grid_cell.h"

#include "model/edit/field.h"
#include "model/network/element_name.h"
#include "model/network/presets.h"
#include "ui/inspector/field_row.h"
#include "ui/style/medium.h"
#include "ui/style/symbols.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr int kShownDigits = 6;
constexpr int kExactDigits = 15;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Grid)
};

/// Every digit a person can have typed: 118.4 km does not come out as 118.40000000000001.
QString exactIn(const Unit& unit, double stored)
{
    return unit.factor == 1.0 ? exactNumber(stored) : QString::number(stored / unit.factor, 'g', kExactDigits);
}

QString shownIn(const GridColumn& column, double stored)
{
    const bool isWhole = column.row->type == FieldType::Integer;
    const bool isRoundFidelity = column.row->path.contains(QStringLiteral("fidelity")) && std::abs(stored * 1000.0 - std::round(stored * 1000.0)) < 1e-9;
    if (isRoundFidelity) return figures::fidelityText(stored);
    return formatNumber(stored / column.unit.factor, isWhole ? kExactDigits : kShownDigits);
}

const engine::LinkResult* linkResult(const engine::Evaluation* evaluation, const ElementRef& element)
{
    const auto* link = std::get_if<LinkId>(&element);
    return link && evaluation ? evaluation->find(*link) : nullptr;
}

const engine::DemandResult* demandResult(const engine::Evaluation* evaluation, const ElementRef& element)
{
    const auto* demand = std::get_if<DemandId>(&element);
    return demand && evaluation ? evaluation->find(*demand) : nullptr;
}

Cell missing(const QString& reason)
{
    return {Cell::State::Reached, Text::tr("–", "no value"), {}, std::nullopt, false, false, reason};
}

Cell reached(const GridColumn& column, double fidelity, double rate)
{
    const bool isFidelity = column.part == ColumnPart::ReachedFidelity;
    const double number = isFidelity ? fidelity : rate;
    return {Cell::State::Reached, isFidelity ? figures::fidelityText(fidelity) : figures::rateText(rate), exactNumber(number), number};
}

/// Key that reaches the other end; whether it is enough where key is what is asked for.
Cell keyCell(const engine::DemandResult& demand)
{
    const double number = demand.keyRate.si();
    Cell cell{Cell::State::Reached, figures::rateText(number), exactNumber(number), number};
    cell.isUnmet = demand.relay && !demand.meetsRate;
    return cell;
}

Cell reachedCell(const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column)
{
    if (const auto* link = linkResult(evaluation, element))
        return link->available ? reached(column, link->state.fidelity(), link->rate.si()) : missing(link->reason);
    const auto* demand = demandResult(evaluation, element);
    if (!demand) return missing({});
    if (column.part == ColumnPart::ReachedKeyRate && demand->isServed()) return keyCell(*demand);
    if (!demand->routed) return missing(demand->reason);
    Cell cell = reached(column, demand->fidelity, demand->rate.si());
    cell.isUnmet = column.part == ColumnPart::ReachedFidelity ? !demand->meetsFidelity : !demand->meetsRate;
    return cell;
}

Cell kindCell(const Network& network, const ElementRef& element)
{
    if (const auto* id = std::get_if<SiteId>(&element)) {
        const Site* site = network.sites.find(*id);
        const QString text = site ? roleName(roleOf(*site)) : QString();
        return {Cell::State::Value, text, text};
    }
    const Link* link = network.links.find(std::get<LinkId>(element));
    const QString text = link ? mediumLabel(link->kind) : QString();
    return {Cell::State::Value, text, text};
}

/// A number that is not typed: what the engine used, if it knows.
Cell derivedCell(const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column)
{
    Cell cell{Cell::State::Derived, {}, {}};
    const auto* link = column.row->path == u"length_m" ? linkResult(evaluation, element) : nullptr;
    if (!link || link->length.si() <= 0.0) return cell;
    cell.text = figures::kilometersText(link->length.si());
    cell.number = link->length.si();
    return cell;
}

SiteId endOf(const Network& network, const ElementRef& element, bool isFirst)
{
    const auto pick = [isFirst](const auto* value) { return !value ? SiteId() : isFirst ? value->from : value->to; };
    if (const auto* link = std::get_if<LinkId>(&element)) return pick(network.links.find(*link));
    const auto* demand = std::get_if<DemandId>(&element);
    return demand ? pick(network.demands.find(*demand)) : SiteId();
}

Cell endCell(const Network& network, const ElementRef& element, const GridColumn& column)
{
    const Site* site = network.sites.find(endOf(network, element, column.paths.front() == u"from"));
    return {Cell::State::Value, site ? site->displayName() : QString(), site ? site->key : QString()};
}

Cell textCell(const Network& network, const ElementRef& element, const GridColumn& column, const QString& path, const QString& text)
{
    if (column.row->type == FieldType::Choice) return {Cell::State::Value, choiceLabel(text), text};
    if (column.isPreset()) {
        const Preset* preset = findPreset(presetKindAt(column, path), text);
        return {Cell::State::Value, preset ? preset->label : text, text};
    }
    if (text.isEmpty() && column.row->path == u"name") return {Cell::State::Derived, elementName(network, element), {}};
    return {Cell::State::Value, text.section(u'\n', 0, 0), text};
}

/// What the value of the field at one of the column's places looks like.
Cell valueCell(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column,
               const QString& path, const FieldContent& value)
{
    if (column.isToggle()) {
        const QString word = value.toggle ? QStringLiteral("true") : QStringLiteral("false");
        return {Cell::State::Value, {}, word, value.toggle ? 1.0 : 0.0, value.toggle};
    }
    if (!column.isNumber()) return textCell(network, element, column, path, value.text);
    if (!value.number) return derivedCell(evaluation, element, column);
    return {Cell::State::Value, shownIn(column, *value.number), exactIn(column.unit, *value.number), value.number};
}

/// Cells that need no field of the catalog.
std::optional<Cell> plainCell(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column)
{
    if (column.isReadOnly()) return reachedCell(evaluation, element, column);
    if (column.part != ColumnPart::Field) return kindCell(network, element);
    return column.isEnd() ? std::optional(endCell(network, element, column)) : std::nullopt;
}

} // namespace

std::vector<Cell> rowCells(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element,
                           const std::vector<const GridColumn*>& columns)
{
    QStringList paths;
    for (const GridColumn* column : columns) paths += column->paths;
    const std::vector<std::optional<FieldContent>> values = fieldContents(network, element, paths);
    std::vector<Cell> cells;
    std::size_t at = 0;
    for (const GridColumn* column : columns) {
        Cell cell = plainCell(network, evaluation, element, *column).value_or(Cell());
        for (const QString& path : column->paths) {
            if (values[at] && !column->isEnd()) cell = valueCell(network, evaluation, element, *column, path, *values[at]);
            ++at;
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<Cell> rowCells(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, GridKind kind)
{
    std::vector<const GridColumn*> columns;
    for (const GridColumn& column : gridColumns(kind)) columns.push_back(&column);
    return rowCells(network, evaluation, element, columns);
}

Cell cellOf(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column)
{
    if (const std::optional<Cell> cell = plainCell(network, evaluation, element, column)) return *cell;
    return rowCells(network, evaluation, element, {&column}).front();
}

} // namespace bellweave::ui
