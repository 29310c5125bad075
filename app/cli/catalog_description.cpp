// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_description.h"

#include "app/cli/json_values.h"
#include "app/cli/sample_design.h"
#include "app/cli/text_table.h"

#include <QCoreApplication>

namespace bellweave::cli {
namespace {

class CatalogDescription {
    Q_DECLARE_TR_FUNCTIONS(CatalogDescription)

public:
    QString kindText(const KindRow& kind) const;
    Json kindJson(const KindRow& kind) const;
    static std::vector<std::pair<QString, QString>> results();
    static QString quantityText(const engine::Quantity& quantity);
    static QString presetText(const Preset& preset);
    static QStringList presetTitles();

private:
    QString fieldText(const KindRow& kind, const FieldRow& field) const;
    Json fieldJson(const KindRow& kind, const FieldRow& field) const;
    static QStringList accepted(const FieldRow& field);
    static QString rangeText(const FieldRow& field);

    SampleDesign m_sample;
};

bool isNumeric(const FieldRow& field)
{
    return field.type == FieldType::Number || field.type == FieldType::Integer;
}

QString unitOf(const FieldRow& field)
{
    const auto& units = unitsOf(field.dimension);
    return isNumeric(field) && !units.empty() ? units.front().symbol : QString();
}

const char* typeWord(FieldType type)
{
    switch (type) {
    case FieldType::Number: return "number";
    case FieldType::Integer: return "integer";
    case FieldType::Toggle: return "toggle";
    case FieldType::Text: return "text";
    case FieldType::Choice: return "choice";
    case FieldType::Preset: break;
    }
    return "preset";
}

/// "sites/ID/processor/memory/t2_s": what --set takes.
QString setPathOf(const KindRow& kind, const FieldRow& field)
{
    const QString inside = fieldPath(kind, field);
    return kind.element == u"design" ? inside : QStringLiteral("%1s/ID/%2").arg(kind.element, inside);
}

QStringList CatalogDescription::accepted(const FieldRow& field)
{
    if (field.type != FieldType::Preset) return QStringList(field.choices.begin(), field.choices.end());
    QStringList ids;
    for (const QString& kind : field.choices)
        for (const Preset* preset : presetsOfKind(kind)) ids.append(preset->id);
    return ids;
}

QString CatalogDescription::rangeText(const FieldRow& field)
{
    if (!isNumeric(field)) return accepted(field).join(u", ");
    const QString unit = unitOf(field);
    return tr("%1 to %2 %3").arg(formatNumber(field.minimum), formatNumber(field.maximum), unit).trimmed();
}

QString CatalogDescription::fieldText(const KindRow& kind, const FieldRow& field) const
{
    const QString standard = m_sample.defaultText(kind, field);
    QString text = QStringLiteral("  %1  (%2)\n      %3\n").arg(field.path, field.label, field.help);
    if (const QString range = rangeText(field); !range.isEmpty()) text += tr("      Accepted: %1\n").arg(range);
    text += standard.isEmpty() ? (field.optional ? tr("      Default: derived or chosen when absent\n") : QString())
                               : tr("      Default: %1\n").arg(standard);
    if (!field.formula.isEmpty()) text += tr("      Formula: %1\n").arg(field.formula);
    if (!field.source.isEmpty()) text += tr("      Source: %1\n").arg(field.source);
    return text;
}

QString CatalogDescription::kindText(const KindRow& kind) const
{
    QString text = tr("%1: \"%2\" of a %3\n%4\n").arg(kind.label, kind.key.isEmpty() ? kind.element : kind.key, kind.element, kind.help);
    for (const FieldRow& field : kind.fields) text += fieldText(kind, field);
    return text;
}

Json CatalogDescription::fieldJson(const KindRow& kind, const FieldRow& field) const
{
    Json object{{"path", toJson(field.path)}, {"set", toJson(setPathOf(kind, field))}, {"label", toJson(field.label)},
                {"type", typeWord(field.type)}, {"unit", toJson(unitOf(field))}};
    if (isNumeric(field)) {
        putNumber(object, "minimum", field.minimum, tr("There is no lower limit."));
        putNumber(object, "maximum", field.maximum, tr("There is no upper limit."));
    }
    const std::optional<double> number = m_sample.defaultNumber(kind, field);
    const QString standard = m_sample.defaultText(kind, field);
    if (number) object["default"] = *number;
    else if (field.type == FieldType::Toggle && !standard.isEmpty()) object["default"] = standard == u"true";
    else if (!standard.isEmpty()) object["default"] = toJson(standard);
    else putMissing(object, "default", field.optional ? tr("Derived or chosen when absent.") : tr("There is none."));
    object["optional"] = field.optional;
    object["choices"] = toJson(accepted(field));
    object["help"] = toJson(field.help);
    object["formula"] = toJson(field.formula);
    object["source"] = toJson(field.source);
    return object;
}

Json CatalogDescription::kindJson(const KindRow& kind) const
{
    Json object{{"element", toJson(kind.element)}, {"key", toJson(kind.key)}, {"label", toJson(kind.label)},
                {"help", toJson(kind.help)}, {"fields", Json::array()}};
    for (const FieldRow& field : kind.fields) object["fields"].push_back(fieldJson(kind, field));
    return object;
}

QStringList CatalogDescription::presetTitles()
{
    return {tr("Preset"), tr("Kind"), u'>' + tr("Year"), tr("What it is")};
}

QString CatalogDescription::presetText(const Preset& preset)
{
    QString text = QStringLiteral("%1 (%2)\n%3\n").arg(preset.label, preset.id, preset.summary);
    TextTable table({tr("Field"), u'>' + tr("Value"), u'>' + tr("Low"), u'>' + tr("High"), tr("Trust"), tr("Source")});
    for (const auto& [path, value] : preset.values)
        table.addRow({path, exactNumber(value.value), exactNumber(value.low), exactNumber(value.high),
                      provenanceLabel(value.provenance), value.source});
    return text + table.text();
}

/// What is no number of its own; numbers have rows in engine::quantities().
std::vector<std::pair<QString, QString>> CatalogDescription::results()
{
    return {
        {QStringLiteral("links[].state"), tr("Bell-diagonal weights [Phi+, Phi−, Psi+, Psi−] of an elementary pair.")},
        {QStringLiteral("links[].budget"), tr("Terms of the loss budget of the worse side; they add up in dB.")},
        {QStringLiteral("demands[].key_only"), tr("True of a key relayed over terminals: it then has no fidelity, pair rate or state, and key_hops in place of hops.")},
        {QStringLiteral("demands[].satellites_alongside"), tr("Satellites that carry key of their own between the same stations as the one on the route; the key rate is all of theirs. A station follows one satellite at a time, that which gives it most.")},
        {QStringLiteral("demands[].trusted_nodes"), tr("Nodes between the ends that hold the whole key, each with its trust and all keys that it sees; any one of them breaks it.")},
        {QStringLiteral("demands[].key_hops"), tr("Each hop of a relay: exchange, loss, mean photons or the pair rate and window of a continuous source, error, key rate alone and its bound.")},
        {QStringLiteral("demands[].plan"), tr("The order of swaps, waits and distillation as text, in the language of protocol/plan.")},
        {QStringLiteral("demands[].plan_steps"), tr("The same step by step, with the rate and fidelity of the pairs that each step makes.")},
        {QStringLiteral("*.distillation"), tr("The kind of the rounds of a hop or step, in the words of protocol/distillation; absent without rounds.")},
        {QStringLiteral("demands[].errors"), tr("Shares of the infidelity by cause; they add up to 1 − fidelity.")},
        {QStringLiteral("*.element"), tr("An element in the language of --set: \"links/delft-hague\"; \"design\" for the whole.")},
        {QStringLiteral("*_reason"), tr("Why the number beside it is null.")},
        {QStringLiteral("ended_early"), tr("True when a signal cut the search for fixes short.")},
        {QStringLiteral("provenance"), tr("Program, format version, SHA-256 of the input, seed and settings: the same give the same bytes.")}};
}

QString CatalogDescription::quantityText(const engine::Quantity& quantity)
{
    const QString name = quantity.unit.isEmpty() ? quantity.name : tr("%1, %2", "name, unit").arg(quantity.name, quantity.unit);
    return QStringLiteral("%1  (%2)\n      %3\n").arg(quantity.key, name, quantity.help) + tr("      Formula: %1\n").arg(quantity.formula)
        + tr("      Source: %1\n").arg(quantity.source);
}

Json quantityJson(const engine::Quantity& quantity)
{
    return {{"key", toJson(quantity.key)}, {"name", toJson(quantity.name)}, {"unit", toJson(quantity.unit)}, {"help", toJson(quantity.help)},
            {"formula", toJson(quantity.formula)}, {"source", toJson(quantity.source)}};
}

} // namespace

QString kindsText(const std::vector<const KindRow*>& kinds)
{
    const CatalogDescription description;
    QStringList texts;
    for (const KindRow* kind : kinds) texts.append(description.kindText(*kind));
    return texts.join(u'\n');
}

QString kindsJson(const std::vector<const KindRow*>& kinds)
{
    const CatalogDescription description;
    Json list = Json::array();
    for (const KindRow* kind : kinds) list.push_back(description.kindJson(*kind));
    return documentText(Json{{"kinds", list}});
}

QString presetListText(const std::vector<const Preset*>& presets)
{
    TextTable table(CatalogDescription::presetTitles());
    for (const Preset* preset : presets)
        table.addRow({preset->id, preset->kind, preset->year > 0 ? QString::number(preset->year) : QString(), preset->summary});
    return table.text();
}

QString presetText(const Preset& preset)
{
    return CatalogDescription::presetText(preset);
}

QString presetsJson(const std::vector<const Preset*>& presets)
{
    Json list = Json::array();
    for (const Preset* preset : presets) {
        Json object{{"id", toJson(preset->id)}, {"kind", toJson(preset->kind)}, {"label", toJson(preset->label)},
                    {"platform", toJson(preset->platform)}, {"year", preset->year}, {"projected", preset->projected},
                    {"summary", toJson(preset->summary)}, {"values", Json::object()}};
        for (const auto& [path, value] : preset->values)
            object["values"][path.toStdString()] = {{"value", value.value}, {"low", value.low}, {"high", value.high},
                                                    {"provenance", toJson(provenanceLabel(value.provenance))},
                                                    {"source", toJson(value.source)}, {"note", toJson(value.note)}};
        list.push_back(std::move(object));
    }
    return documentText(Json{{"presets", list}});
}

QString resultsText()
{
    TextTable table({CatalogDescription::tr("Key"), CatalogDescription::tr("Meaning")});
    for (const auto& [key, meaning] : CatalogDescription::results()) table.addRow({key, meaning});
    QString text = table.text();
    for (const engine::Quantity& quantity : engine::quantities()) text += u'\n' + CatalogDescription::quantityText(quantity);
    return text;
}

QString resultsJson()
{
    Json object = Json::object(), list = Json::array();
    for (const auto& [key, meaning] : CatalogDescription::results()) object[key.toStdString()] = toJson(meaning);
    for (const engine::Quantity& quantity : engine::quantities()) {
        object[quantity.key.toStdString()] = toJson(quantity.help);
        list.push_back(quantityJson(quantity));
    }
    return documentText(Json{{"results", object}, {"quantities", list}});
}

QString quantitiesText(const std::vector<const engine::Quantity*>& quantities)
{
    QStringList texts;
    for (const engine::Quantity* quantity : quantities) texts.append(CatalogDescription::quantityText(*quantity));
    return texts.join(u'\n');
}

QString quantitiesJson(const std::vector<const engine::Quantity*>& quantities)
{
    Json list = Json::array();
    for (const engine::Quantity* quantity : quantities) list.push_back(quantityJson(*quantity));
    return documentText(Json{{"quantities", list}});
}

} // namespace bellweave::cli
