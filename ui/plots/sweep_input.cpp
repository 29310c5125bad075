// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_input.h"

#include "model/network/element_name.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr int kPointCount = 40;
constexpr double kFactor = 4.0;     // of the present value, to either side

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

QString tableOf(const ElementRef& element)
{
    if (std::holds_alternative<SiteId>(element)) return QStringLiteral("site");
    if (std::holds_alternative<LinkId>(element)) return QStringLiteral("link");
    return std::holds_alternative<DemandId>(element) ? QStringLiteral("demand") : QStringLiteral("design");
}

QString keyOf(const Network& network, const ElementRef& element)
{
    if (const auto* id = std::get_if<SiteId>(&element)) return network.sites.find(*id)->key;
    if (const auto* id = std::get_if<LinkId>(&element)) return network.links.find(*id)->key;
    if (const auto* id = std::get_if<DemandId>(&element)) return network.demands.find(*id)->key;
    return {};
}

/// None when there is no element with the key.
std::optional<ElementRef> elementOf(const Network& network, const SweepInput& input)
{
    if (input.table == u"design") return ElementRef();
    const Site* site = input.table == u"site" ? siteByKey(network, input.key) : nullptr;
    const Link* link = input.table == u"link" ? linkByKey(network, input.key) : nullptr;
    const Demand* demand = input.table == u"demand" ? demandByKey(network, input.key) : nullptr;
    if (site) return ElementRef(site->id);
    if (demand) return ElementRef(demand->id);
    return link ? std::optional(ElementRef(link->id)) : std::nullopt;
}

/// What the engine takes for a length that is not typed.
std::optional<double> derivedValue(const engine::Evaluation& evaluation, const ElementRef& element, const FieldPlace& place)
{
    const auto length = place.row->path == u"length_m" ? evaluation.derivedLength(element) : std::nullopt;
    return length ? std::optional(length->si()) : std::nullopt;
}

QString coherencePath(const Site* site)
{
    if (site && site->processor) return QStringLiteral("processor/memory/t2_s");
    return site && site->repeater ? QStringLiteral("repeater/memory/t2_s") : QString();
}

/// Like a probability: its whole range is of one size.
bool isBounded(const FieldRow& row) { return row.dimension == Dimension::Fraction || (row.minimum >= 0.0 && row.maximum <= 1.0); }

/// Where a sweep from zero ends, stored unit.
double firstStep(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Duration: return 1e-3;
    case Dimension::Rate: return 100.0;
    case Dimension::Length: return 1000.0;
    case Dimension::Count: return 8.0;
    case Dimension::AngleDegrees: return 10.0;
    default: return 1.0;
    }
}

SweepRange wholeRange(const FieldRow& row)
{
    if (isBounded(row)) return {row.minimum, row.maximum, false};
    constexpr double kDecades = 1e-6;
    return {std::max(row.minimum, row.maximum * kDecades), row.maximum, true};
}

Error endError(const SweptField& field, const QString& sentence) { return {Error::Code::InvalidInput, sentence, field.place->path}; }

Result<double> typedEnd(const SweptField& field, const QString& end, const QString& text)
{
    const Result<double> value = parseQuantity(text, field.row().dimension);
    if (!value) return endError(field, Text::tr("%1: %2", "which end of a range, what is wrong with it").arg(end, value.error().sentence));
    if (*value >= field.row().minimum && *value <= field.row().maximum) return value;
    const auto limit = [&](double number) { return formatLimit(number, field.row().dimension); };
    return endError(field, Text::tr("%1: %2 goes from %3 to %4.", "which end of a range, field, limits")
                               .arg(end, field.row().label, limit(field.row().minimum), limit(field.row().maximum)));
}

void includePresent(std::vector<double>& values, const SweptField& field)
{
    const double now = *field.now;
    const auto near = std::find_if(values.begin(), values.end(), [&](double value) { return std::abs(value - now) <= 1e-9 * std::abs(now); });
    if (near != values.end()) *near = now;
    else values.insert(std::upper_bound(values.begin(), values.end(), now), now);
}

} // namespace

QString SweptField::title() const
{
    if (!elementName.isEmpty()) return Text::tr("%1 of %2", "field, element").arg(row().label, elementName);
    return isPrice(place->path) ? Text::tr("%1: %2", "part of the design, its field").arg(place->kind->label, row().label) : row().label;
}

QString whyNotSwept(const ElementRef& element, const FieldRow& row, const QString& path)
{
    if (row.type != FieldType::Number && row.type != FieldType::Integer) return Text::tr("It is not a number.");
    if (path.startsWith(u"position/")) return Text::tr("Move the site on the map instead.");
    if (path == u"protocol/key_correction") return Text::tr("Only the secret key depends on it.");
    if (path == u"settings/seed") return Text::tr("Another seed is no other design.");
    if (path == u"settings/marginal_band") return Text::tr("Only the word of the verdict depends on it.");
    if (path.startsWith(u"traffic/") || path == u"settings/reaction_s" || path.startsWith(u"settings/controller_")) return Text::tr("Only simulations depend on it.");
    if (path == u"mean_uptime_s" || path == u"mean_repair_s" || path == u"maintenance_period_s" || path == u"maintenance_s") return Text::tr("Only availability and simulations depend on it.");
    if (path.startsWith(u"map/")) return Text::tr("Only the look of the map depends on it.");
    return std::holds_alternative<NoteId>(element) || std::holds_alternative<PlotId>(element) ? Text::tr("No result depends on it.") : QString();
}

bool isSweepable(const ElementRef& element, const FieldRow& row, const QString& path) { return whyNotSwept(element, row, path).isEmpty(); }

bool isPrice(const QString& path) { return path.startsWith(u"costs/"); }

SweepInput sweepInputOf(const Network& network, const ElementRef& element, const QString& path)
{
    return {tableOf(element), keyOf(network, element), path, elementName(network, element)};
}

SweepInput defaultSweepInput(const Network& network, const engine::DemandResult& demand)
{
    std::vector<SiteId> sites = demand.route;
    const SiteId* limiting = demand.limit ? std::get_if<SiteId>(&demand.limit->element) : nullptr;
    if (limiting) sites.insert(sites.begin(), *limiting);
    for (const Site& site : network.sites)
        if (site.processor) sites.push_back(site.id);
    for (const SiteId id : sites) {
        const QString path = coherencePath(network.sites.find(id));
        if (!path.isEmpty()) return sweepInputOf(network, id, path);
    }
    return {};
}

Result<SweptField> sweptField(const Network& network, const engine::Evaluation& evaluation, const SweepInput& input)
{
    const auto missing = [](const QString& sentence) { return Error{Error::Code::NotFound, sentence, {}}; };
    if (!input.isChosen()) return missing(Text::tr("Choose an input in the menu of this plot."));
    const auto element = elementOf(network, input);
    if (!element) return missing(Text::tr("%1 is not in the design any more. Choose another input in the menu of this plot.").arg(input.name));
    const FieldPlace* place = findField(input.table, input.path);
    const auto value = fieldValue(network, *element, input.path);
    if (place && value)
        if (const QString reason = whyNotSwept(*element, *place->row, place->path); !reason.isEmpty())
            return missing(Text::tr("%1 is not swept. %2 Choose another input in the menu of this plot.", "field, why").arg(place->row->label, reason));
    if (!place || !value)
        return missing(Text::tr("%1 has no %2 any more. Choose another input in the menu of this plot.", "element, field")
                           .arg(input.name, place ? place->row->label : input.path));
    return SweptField{*element, place, elementName(network, *element),
                      value->number ? value->number : derivedValue(evaluation, *element, *place)};
}

SweepRange usualRange(const SweptField& field)
{
    const FieldRow& row = field.row();
    if (!field.now) return wholeRange(row);
    const auto inside = [&](double value) { return std::clamp(value, row.minimum, row.maximum); };
    if (*field.now == 0.0) return {inside(0.0), inside(firstStep(row.dimension)), false};
    const auto [low, high] = std::minmax({inside(*field.now / kFactor), inside(*field.now * kFactor)});
    return {low, high, !isBounded(row) && low > 0.0};
}

Result<SweepRange> typedRange(const SweptField& field, const QString& from, const QString& to)
{
    const Result<double> low = typedEnd(field, Text::tr("From"), from);
    if (!low) return low.error();
    const Result<double> high = typedEnd(field, Text::tr("To"), to);
    if (!high) return high.error();
    const bool isWhole = field.row().type == FieldType::Integer;
    const SweepRange range{isWhole ? std::ceil(*low) : *low, isWhole ? std::floor(*high) : *high, !isBounded(field.row()) && *low > 0.0};
    if (range.from < range.to) return range;
    return endError(field, isWhole ? Text::tr("At least two whole numbers have to lie between \"From\" and \"To\".")
                                   : Text::tr("\"From\" has to be less than \"To\"."));
}

SweepRange rangeOf(const SweptField& field, const SweepInput& input, std::optional<bool> logarithmic)
{
    SweepRange range = usualRange(field);
    if (input.from && input.to) range = {*input.from, *input.to, !isBounded(field.row()) && *input.from > 0.0};
    range.logarithmic = logarithmic.value_or(range.logarithmic) && range.from > 0.0;
    return range;
}

std::vector<double> sweepValues(const SweptField& field, const SweepRange& range)
{
    const bool isWhole = field.row().type == FieldType::Integer;
    const double whole = std::round(range.to - range.from) + 1.0;
    const int count = isWhole && whole <= kPointCount ? std::max(1, static_cast<int>(whole)) : kPointCount;
    const bool isLogarithmic = range.logarithmic && !(isWhole && count < kPointCount);
    std::vector<double> values;
    for (int at = 0; at < count; ++at) {
        const double share = count > 1 ? double(at) / (count - 1) : 0.0;
        const double value = isLogarithmic ? range.from * std::pow(range.to / range.from, share) : range.from + share * (range.to - range.from);
        values.push_back(isWhole ? std::round(value) : value);
    }
    values.back() = range.to;    // not one rounding beyond it, which would be refused
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (field.now && *field.now >= range.from && *field.now <= range.to) includePresent(values, field);
    return values;
}

QStringList toStrings(const SweepInput& input)
{
    const auto end = [](const std::optional<double>& value) { return value ? exactNumber(*value) : QString(); };
    return {input.table, input.key, input.path, input.name, end(input.from), end(input.to)};
}

SweepInput sweepInputFrom(const QStringList& strings)
{
    if (strings.size() != 6) return {};
    SweepInput input{strings[0], strings[1], strings[2], strings[3]};
    bool hasFrom = false, hasTo = false;
    const double from = strings[4].toDouble(&hasFrom), to = strings[5].toDouble(&hasTo);
    if (hasFrom && hasTo && from < to) {
        input.from = from;
        input.to = to;
    }
    return input;
}

} // namespace bellweave::ui
