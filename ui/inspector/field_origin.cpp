// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/field_origin.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FieldOrigin)
};

bool isNumeric(const FieldRow& row)
{
    return row.type == FieldType::Number || row.type == FieldType::Integer;
}

bool isFidelity(const FieldRow& row) { return row.path.contains(QStringLiteral("fidelity")); }

QString paragraph(const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p style='margin:2px 0'>%1</p>").arg(text.toHtmlEscaped());
}

QString valueText(const PresetValue& value, const FieldRow& row)
{
    const QString number = formatQuantity(value.value, row.dimension);
    if (value.low == value.high) return Text::tr("Preset value: %1").arg(number);
    return Text::tr("Preset value: %1 (range %2 to %3)")
        .arg(number, formatQuantity(value.low, row.dimension), formatQuantity(value.high, row.dimension));
}

} // namespace

PresetScopes presetScopes(const SubjectValues& values, const std::vector<BoundField>& fields)
{
    PresetScopes scopes;
    for (const BoundField& field : fields) {
        if (field.row->type != FieldType::Preset || field.row->choices.empty()) continue;
        const auto chosen = values.find(field.path);
        if (chosen == values.end()) continue;
        const QString part = field.path.left(field.path.lastIndexOf(u'/') + 1);
        scopes[part] = chosen->second.mixed ? nullptr : findPreset(field.row->choices.front(), chosen->second.value.text);
    }
    return scopes;
}

PresetOrigin presetOrigin(const PresetScopes& scopes, const QString& path)
{
    PresetOrigin origin;
    qsizetype longest = -1;
    for (const auto& [part, preset] : scopes) {
        if (!path.startsWith(part) || part.size() <= longest || !preset) continue;
        longest = part.size();
        const auto value = preset->values.find(path.mid(part.size()));
        origin = {preset, value == preset->values.end() ? nullptr : &value->second};
    }
    return origin;
}

/// Said plainly: a number that nobody looked up must not look like one that was.
QString provenanceText(const PresetValue& value)
{
    switch (value.provenance) {
    case Provenance::Read: return Text::tr("Read in the source.");
    case Provenance::Computed: return Text::tr("Computed from the source.");
    case Provenance::Remembered: return Text::tr("Remembered, unverified.");
    case Provenance::Projected: return Text::tr("Projected: nobody has reached this yet.");
    case Provenance::Assumed: return Text::tr("Assumed.");
    }
    return {};
}

QString rangeText(const FieldRow& row)
{
    if (!isNumeric(row) || row.minimum >= row.maximum) return {};
    // People say "F 0.9", not "90 %".
    if (isFidelity(row)) return Text::tr("%1 to %2").arg(formatNumber(row.minimum), formatNumber(row.maximum));
    return Text::tr("%1 to %2").arg(formatLimit(row.minimum, row.dimension), formatLimit(row.maximum, row.dimension));
}

QString meaningText(const FieldRow& row)
{
    QString text = QStringLiteral("<b>%1</b>").arg(row.label.toHtmlEscaped()) + paragraph(row.help);
    if (isNumeric(row)) {
        QStringList units;
        if (!isFidelity(row))
            for (const Unit& unit : unitsOf(row.dimension))
                if (!unit.symbol.isEmpty()) units += unit.symbol;
        if (!units.isEmpty()) text += paragraph(Text::tr("Unit: %1").arg(units.join(QStringLiteral(", "))));
        const QString range = rangeText(row);
        if (!range.isEmpty()) text += paragraph(Text::tr("Range: %1").arg(range));
    }
    if (!row.formula.isEmpty()) text += paragraph(Text::tr("Used in: %1").arg(row.formula));
    if (!row.source.isEmpty()) text += paragraph(Text::tr("Source: %1").arg(row.source));
    return text;
}

QString originText(const PresetOrigin& origin, const FieldRow& row)
{
    if (!origin.preset) return {};
    QString text = paragraph(origin.preset->year > 0 ? Text::tr("Preset: %1 (%2)").arg(origin.preset->label).arg(origin.preset->year)
                                                     : Text::tr("Preset: %1").arg(origin.preset->label));
    if (row.type == FieldType::Preset) return text + paragraph(origin.preset->summary);
    if (!origin.value) return text + paragraph(Text::tr("The preset says nothing about this field; the program's default counts."));
    text += paragraph(valueText(*origin.value, row));
    text += paragraph(provenanceText(*origin.value));
    if (!origin.value->source.isEmpty()) text += paragraph(Text::tr("From: %1").arg(origin.value->source));
    return text + paragraph(origin.value->note);
}

} // namespace bellweave::ui
