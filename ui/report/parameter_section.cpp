// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/network/catalog.h"
#include "ui/inspector/field_origin.h"
#include "ui/report/report_sections.h"

#include <QCoreApplication>
#include <QStringList>

namespace bellweave::ui {

namespace {

constexpr int kShownDigits = 6;
constexpr qsizetype kMostNames = 200;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// One element with the fields of one block of it.
struct Holder {
    QString name;
    std::map<const FieldRow*, FieldValue> values;
    ElementRef element = {};    ///< none for a part of an element
};

/// What the holders of a block share, and the presets that they name.
struct Group {
    std::vector<Holder> holders;
    PresetScopes scopes;
};

/// An element of the design with all its fields.
struct Element {
    QString name;
    std::vector<PlacedValue> values;
    ElementRef element;
};

std::map<QString, std::vector<Element>> elementsByKind(const Network& network)
{
    std::map<QString, std::vector<Element>> elements;
    const auto add = [&](const QString& kind, const ElementRef& element, const QString& name) {
        elements[kind].push_back({name, fieldValues(network, element), element});
    };
    add(QStringLiteral("design"), {}, Text::tr("The design"));
    for (const Site& site : network.sites) add(QStringLiteral("site"), site.id, site.displayName());
    for (const Link& link : network.links) add(QStringLiteral("link"), link.id, displayName(network, link));
    for (const Demand& demand : network.demands) add(QStringLiteral("demand"), demand.id, displayName(network, demand));
    for (const MapNote& note : network.mapNotes) add(QStringLiteral("map_note"), note.id, note.key);
    return elements;
}

bool hasPreset(const KindRow& kind)
{
    return std::any_of(kind.fields.begin(), kind.fields.end(), [](const FieldRow& row) { return row.type == FieldType::Preset; });
}

Holder holderOf(const Element& element, const KindRow& kind)
{
    Holder holder{element.name, {}, {}};
    for (const PlacedValue& placed : element.values)
        if (placed.place->kind == &kind) holder.values.emplace(placed.place->row, placed.value);
    return holder;
}

QString presetLabel(const FieldRow& row, const QString& id)
{
    const Preset* preset = row.choices.empty() ? nullptr : findPreset(row.choices.front(), id);
    return preset ? presetName(*preset) : Text::tr("%1 (unknown here)").arg(id);
}

QString numberText(const FieldRow& row, double number)
{
    if (row.path.contains(QStringLiteral("fidelity"))) return formatNumber(number, kShownDigits);
    if (row.path == u"min_rate_hz") return Text::tr("%1 ebit/s").arg(formatNumber(number, kShownDigits));
    return formatQuantity(number, row.dimension, kShownDigits);
}

QString valueText(const FieldRow& row, const FieldValue& value)
{
    if (value.origin == FieldOrigin::Derived) return Text::tr("derived");
    switch (row.type) {
    case FieldType::Number:
    case FieldType::Integer: return value.number ? numberText(row, *value.number) : QString();
    case FieldType::Toggle: return value.toggle ? Text::tr("yes") : Text::tr("no");
    case FieldType::Preset: return presetLabel(row, value.text);
    case FieldType::Choice:
    case FieldType::Text: break;
    }
    return value.text;
}

QString originWord(FieldOrigin origin)
{
    switch (origin) {
    case FieldOrigin::Default: return Text::tr("Default");
    case FieldOrigin::Preset: return Text::tr("Preset");
    case FieldOrigin::Overridden: return Text::tr("Typed");
    case FieldOrigin::Derived: return Text::tr("Derived");
    }
    return {};
}

QString presetRange(const PresetValue& value, const FieldRow& row)
{
    if (value.low == value.high) return {};
    return Text::tr("Range %1 to %2")
        .arg(formatQuantity(value.low, row.dimension, kShownDigits), formatQuantity(value.high, row.dimension, kShownDigits));
}

QString presetSource(const PresetValue& value, const FieldRow& row)
{
    QString text;
    const QString source = value.source.isEmpty() ? QString() : Text::tr("From: %1").arg(value.source);
    for (const QString& part : {provenanceText(value), source, presetRange(value, row), value.note})
        if (!part.isEmpty()) text += part + (part.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". "));
    return text.trimmed();
}

/// Where a value comes from and how far it can be trusted.
QString sourceText(const FieldRow& row, FieldOrigin origin, const PresetValue* preset)
{
    switch (origin) {
    case FieldOrigin::Preset: return preset ? presetSource(*preset, row) : QString();
    case FieldOrigin::Overridden:
        return preset ? Text::tr("The preset says %1.").arg(formatQuantity(preset->value, row.dimension, kShownDigits)) : QString();
    case FieldOrigin::Default: return row.source;
    case FieldOrigin::Derived: return row.help;
    }
    return {};
}

FactTone trustTone(FieldOrigin origin, const PresetValue* preset)
{
    const bool isUnverified = origin == FieldOrigin::Preset && preset && preset->provenance == Provenance::Remembered;
    return isUnverified ? FactTone::Warn : FactTone::Plain;
}

bool isShared(const Group& group, const FieldRow& row)
{
    const FieldValue& first = group.holders.front().values.at(&row);
    return std::all_of(group.holders.begin(), group.holders.end(), [&](const Holder& holder) {
        const FieldValue& own = holder.values.at(&row);
        return own.origin == first.origin && valueText(row, own) == valueText(row, first);
    });
}

std::vector<ReportCell> parameterRow(const Group& group, const KindRow& kind, const FieldRow& row)
{
    if (!isShared(group, row)) return {row.label, Text::tr("differs"), QString(), Text::tr("See the table below.")};
    const FieldValue& value = group.holders.front().values.at(&row);
    const PresetOrigin preset = presetOrigin(group.scopes, kind.key + u'/' + row.path);
    const bool namesPreset = row.type == FieldType::Preset;
    const QString source = namesPreset ? (preset.preset ? preset.preset->summary : QString()) : sourceText(row, value.origin, preset.value);
    return {row.label, valueText(row, value), originWord(value.origin), {source, trustTone(value.origin, preset.value)}};
}

QString namesText(const std::vector<Holder>& holders)
{
    QStringList names;
    for (const Holder& holder : holders) {
        if (names.size() == kMostNames) break;
        names += holder.name;
    }
    const auto more = static_cast<int>(holders.size()) - static_cast<int>(names.size());
    return more > 0 ? Text::tr("%1 and %2 more").arg(names.join(QStringLiteral(", "))).arg(more) : names.join(QStringLiteral(", "));
}

/// A value in a table of many elements, with its mark unless a person typed it.
QString markedText(const FieldRow& row, const FieldValue& value)
{
    const QString text = valueText(row, value);
    if (value.origin == FieldOrigin::Overridden || value.origin == FieldOrigin::Derived || text.isEmpty()) return text;
    return value.origin == FieldOrigin::Default ? Text::tr("%1 (default)").arg(text) : Text::tr("%1 (preset)").arg(text);
}

/// The fields in which holders differ, one row a holder.
ReportTable wideTable(const QString& caption, const std::vector<Holder>& holders, const std::vector<const FieldRow*>& rows)
{
    ReportTable table{caption, {{Text::tr("Element")}}, {}};
    table.folds = true;
    for (const FieldRow* row : rows) table.columns.push_back({row->label, row->type == FieldType::Number || row->type == FieldType::Integer});
    for (const Holder& holder : holders) {
        std::vector<ReportCell> cells{holder.name};
        for (const FieldRow* row : rows) {
            const auto value = holder.values.find(row);
            cells.emplace_back(value == holder.values.end() ? QStringLiteral("–") : markedText(*row, value->second));
        }
        table.rows.push_back(std::move(cells));
        table.elements.push_back(holder.element);
    }
    return table;
}

PresetScopes scopesOf(const Holder& holder, const KindRow& kind)
{
    PresetScopes scopes;
    for (const auto& [row, value] : holder.values) {
        if (row->type != FieldType::Preset || row->choices.empty()) continue;
        const QString path = kind.key + u'/' + row->path;
        scopes[path.left(path.lastIndexOf(u'/') + 1)] = findPreset(row->choices.front(), value.text);
    }
    return scopes;
}

/// Elements that name the same presets, in the order of the design.
std::vector<Group> groupsOf(const std::vector<Element>& elements, const KindRow& kind)
{
    std::vector<Group> groups;
    for (const Element& element : elements) {
        Holder holder = holderOf(element, kind);
        if (holder.values.empty()) continue;
        const PresetScopes scopes = scopesOf(holder, kind);
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.scopes == scopes; });
        Group& group = known == groups.end() ? groups.emplace_back(Group{{}, scopes}) : *known;
        group.holders.push_back(std::move(holder));
    }
    return groups;
}

void addGroup(ReportBlocks& blocks, const Group& group, const KindRow& kind)
{
    const bool isDesign = kind.element == u"design";
    const QString caption = isDesign ? kind.label : Text::tr("%1 of: %2").arg(kind.label, namesText(group.holders));
    ReportTable table{caption, {{Text::tr("Parameter")}, {Text::tr("Value")}, {Text::tr("Origin")}, {Text::tr("Source and trust")}}, {}};
    table.folds = true;
    std::vector<const FieldRow*> different;
    for (const FieldRow& row : kind.fields) {
        table.rows.push_back(parameterRow(group, kind, row));
        if (!isShared(group, row)) different.push_back(&row);
    }
    blocks.push_back(std::move(table));
    if (!different.empty()) blocks.push_back(wideTable(Text::tr("%1, where it differs").arg(kind.label), group.holders, different));
}

/// True when every element leaves the field at its default: a sentence says that shorter than a column.
bool isDefaultEverywhere(const std::vector<Holder>& holders, const FieldRow& row)
{
    return std::all_of(holders.begin(), holders.end(), [&](const Holder& holder) {
        const auto value = holder.values.find(&row);
        return value == holder.values.end() || value->second.origin == FieldOrigin::Default || value->second.origin == FieldOrigin::Derived;
    });
}

QString defaultsText(const std::vector<Holder>& holders, const std::vector<const FieldRow*>& rows)
{
    QStringList texts;
    for (const FieldRow* row : rows)
        for (const Holder& holder : holders)
            if (const auto value = holder.values.find(row); value != holder.values.end()) {
                const QString text = valueText(*row, value->second);
                texts += text.isEmpty() ? Text::tr("%1: empty").arg(row->label) : Text::tr("%1: %2").arg(row->label, text);
                break;
            }
    return texts.join(QStringLiteral("; "));
}

/// The fields that have no preset behind them: one table for all elements of a sort.
void addPlainFields(ReportBlocks& blocks, const QString& element, const std::vector<Element>& elements)
{
    std::vector<Holder> holders;
    std::vector<const FieldRow*> shown, left;
    QString label;
    for (const Element& each : elements) holders.push_back({each.name, {}, each.element});
    for (const KindRow& kind : catalog()) {
        if (kind.element != element || hasPreset(kind)) continue;
        if (label.isEmpty()) label = kind.label;
        for (std::size_t i = 0; i < elements.size(); ++i) holders[i].values.merge(holderOf(elements[i], kind).values);
        for (const FieldRow& row : kind.fields)
            if (row.path != u"name") (isDefaultEverywhere(holders, row) ? left : shown).push_back(&row);
    }
    blocks.push_back(wideTable(Text::tr("%1, one row each").arg(label), holders, shown));
    const QString defaults = defaultsText(holders, left);
    if (!defaults.isEmpty()) blocks.push_back(ReportText{Text::tr("The same everywhere, as by default or derived: %1.").arg(defaults), true});
}

} // namespace

ReportBlocks parameterBlocks(const ReportInput& input)
{
    ReportBlocks blocks{ReportText{Text::tr(
        "Typed: entered by a person. Preset: taken from the named hardware. Default: the program's own. Derived: computed from other values, or "
        "chosen by the engine. Values called remembered stand in the preset as they are known, but nobody has looked them up again: unverified.")}};
    const auto elements = elementsByKind(*input.network);
    QStringList kinds;
    for (const KindRow& kind : catalog())
        if (!kinds.contains(kind.element) && elements.contains(kind.element)) kinds += kind.element;
    for (const QString& element : kinds) {
        const bool isDesign = element == u"design";
        if (!isDesign) addPlainFields(blocks, element, elements.at(element));
        for (const KindRow& kind : catalog())
            if (kind.element == element && (isDesign || hasPreset(kind)))
                for (const Group& group : groupsOf(elements.at(element), kind)) addGroup(blocks, group, kind);
    }
    return blocks;
}

} // namespace bellweave::ui
