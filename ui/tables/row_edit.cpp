// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_edit.h"

#include "engine/api/evaluator.h"
#include "model/edit/edits.h"
#include "model/edit/field.h"
#include "model/network/element_name.h"
#include "model/network/presets.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/quantity_edit.h"
#include "ui/style/medium.h"
#include "ui/style/symbols.h"
#include "ui/tables/typed_text.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Grid)
};

constexpr std::array kRoleWords{"processor", "repeater", "trusted_node", "midpoint", "pair_source", "ground_station", "satellite", "junction"};
constexpr std::array<const char*, kMediumCount> kMediumWords{"fiber", "free_space", "satellite", "microwave", "measured"};

Error refused(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

/// The place in a list of words that a text means: by its shown label or its word in files.
template<std::size_t Count>
Result<std::size_t> chosenOf(const QString& text, const std::array<const char*, Count>& words, const QStringList& labels)
{
    for (std::size_t i = 0; i < Count; ++i)
        if (isSameText(text, QLatin1String(words[i])) || isSameText(text, labels[static_cast<qsizetype>(i)])) return i;
    return refused(Text::tr("There is no kind “%1”. Accepted: %2.").arg(quotedText(text), labels.join(QStringLiteral(", "))));
}

Result<SiteRole> roleOfText(const QString& text)
{
    QStringList labels;
    for (const SiteRole role : kSiteRoles) labels += roleName(role);
    const Result<std::size_t> chosen = chosenOf(text, kRoleWords, labels);
    if (!chosen) return chosen.error();
    return kSiteRoles[*chosen];
}

Result<Patch> kindEdit(const Network& network, const ElementRef& element, const QString& text)
{
    if (const auto* site = std::get_if<SiteId>(&element)) {
        const Result<SiteRole> role = roleOfText(text);
        if (!role) return role.error();
        return changeRole(network, *site, *role);
    }
    QStringList media;
    for (std::size_t kind = 0; kind < kMediumCount; ++kind) media += mediumLabel(kind);
    const Result<std::size_t> medium = chosenOf(text, kMediumWords, media);
    if (!medium) return medium.error();
    return changeMedium(network, std::get<LinkId>(element), *medium);
}

Result<QString> presetIdOf(const QString& kind, const QString& text)
{
    QStringList labels;
    for (const Preset* preset : presetsOfKind(kind)) {
        if (isSameText(text, preset->label) || isSameText(text, preset->id)) return preset->id;
        labels += preset->label;
    }
    return refused(Text::tr("There is no preset “%1”. Accepted: %2.").arg(quotedText(text), labels.join(QStringLiteral(", "))));
}

QString choiceOf(const GridColumn& column, const QString& text)
{
    const auto& choices = column.row->choices;
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const QString& choice) { return isSameText(text, choiceLabel(choice)); });
    return found == choices.end() ? text : *found;
}

/// The text as the field at a place takes it.
Result<QString> storedText(const Network& network, const GridColumn& column, const QString& path, const QString& text)
{
    if (column.isEnd()) return siteKeyOf(network, text);
    if (column.isPreset()) return presetIdOf(presetKindAt(column, path), text);
    if (column.row->type == FieldType::Choice) return choiceOf(column, text);
    return column.isNumber() ? withUnit(text, column.unit) : text;
}

/// The text of a column, or null when there is none or it is blank.
const CellText* cellAt(const std::vector<CellText>& texts, int column)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [column](const CellText& cell) { return cell.column == column; });
    return found == texts.end() || found->text.trimmed().isEmpty() ? nullptr : &*found;
}

/// One row on its way into a network.
class RowWriter {
public:
    RowWriter(Network& network, const ElementRef& element, GridKind kind)
        : m_network(network), m_element(element), m_columns(gridColumns(kind)), m_kind(kind) {}

    std::optional<CellRefusal> write(const std::vector<CellText>& texts)
    {
        // What an element is comes first: it decides which fields there are.
        for (const CellText& cell : texts)
            if (!m_refusal && column(cell).part != ColumnPart::Field) writeKind(cell);
        if (!m_refusal) placeFirst(texts);
        if (!m_refusal) collectFields(texts);
        if (!m_refusal && !m_fields.empty()) writeFields();
        return m_refusal;
    }

private:
    const GridColumn& column(const CellText& cell) const { return m_columns[static_cast<std::size_t>(cell.column)]; }

    void refuse(int column, const QString& sentence) { m_refusal = CellRefusal{column, sentence}; }

    void writeKind(const CellText& cell)
    {
        if (cell.text.trimmed().isEmpty()) return;
        if (column(cell).isReadOnly()) return refuse(cell.column, Text::tr("The engine computes this column; it takes no text."));
        const Result<Patch> patch = kindEdit(m_network, m_element, cell.text);
        if (patch) applyPatch(m_network, *patch);
        else refuse(cell.column, patch.error().sentence);
    }

    /// A site that is nowhere gets a place when both of its numbers are there.
    void placeFirst(const std::vector<CellText>& texts)
    {
        const auto* id = std::get_if<SiteId>(&m_element);
        const Site* site = id ? m_network.sites.find(*id) : nullptr;
        const auto has = [&](const char* path) { return cellAt(texts, columnOfPath(m_kind, QString::fromLatin1(path))) != nullptr; };
        if (!site || site->position || !has("position/latitude_deg") || !has("position/longitude_deg")) return;
        applyPatch(m_network, moveSites(m_network, {{*id, GeoPosition()}}));
    }

    void collectFields(const std::vector<CellText>& texts)
    {
        QStringList paths;
        for (const CellText& cell : texts) paths += column(cell).paths;
        const auto values = fieldContents(m_network, m_element, paths);
        std::size_t at = 0;
        for (const CellText& cell : texts) {
            QString path;
            for (const QString& place : column(cell).paths)
                if (values[at++]) path = place;
            if (!m_refusal && column(cell).part == ColumnPart::Field) collect(cell, path);
        }
    }

    /// `path` is where the element holds the column's field; empty when it does not.
    void collect(const CellText& cell, const QString& path)
    {
        if (path.isEmpty() && cell.text.trimmed().isEmpty()) return;
        if (path.isEmpty())
            return refuse(cell.column, Text::tr("%1 has no field “%2”.").arg(elementName(m_network, m_element), column(cell).name));
        const Result<QString> text = storedText(m_network, column(cell), path, cell.text);
        if (!text) return refuse(cell.column, text.error().sentence);
        m_fields.push_back({path, *text});
        m_fieldColumns.push_back(cell.column);
    }

    /// Which of the fields has a path that ends so; the first when none does.
    std::size_t placeOf(const QString& ending) const
    {
        const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const FieldText& field) { return field.path.endsWith(ending); });
        return found == m_fields.end() ? 0 : static_cast<std::size_t>(found - m_fields.begin());
    }

    void writeFields()
    {
        const Result<Patch> patch = setFields(m_network, m_element, m_fields);
        const std::optional<QString> impossible = patch ? engine::shorterThanStraight(m_network, *patch) : std::nullopt;
        if (patch && !impossible) return applyPatch(m_network, *patch);
        if (impossible) return refuse(m_fieldColumns[placeOf(QStringLiteral("/length_m"))], *impossible);
        const auto isMeant = [&](const FieldText& field) { return patch.error().where.endsWith(u'/' + field.path); };
        const auto found = std::find_if(m_fields.begin(), m_fields.end(), isMeant);
        const std::size_t at = found == m_fields.end() ? 0 : static_cast<std::size_t>(found - m_fields.begin());
        refuse(m_fieldColumns[at], patch.error().sentence);
    }

    Network& m_network;
    ElementRef m_element;
    const std::vector<GridColumn>& m_columns;
    GridKind m_kind;
    std::vector<FieldText> m_fields;
    std::vector<int> m_fieldColumns;
    std::optional<CellRefusal> m_refusal;
};

} // namespace

Result<QString> siteKeyOf(const Network& network, const QString& text)
{
    QStringList named;
    for (const Site& site : network.sites) {
        if (site.key == text.trimmed()) return site.key;
        if (isSameText(site.displayName(), text)) named += site.key;
    }
    if (named.size() == 1) return named.front();
    if (named.isEmpty()) return refused(Text::tr("There is no site “%1”. Accepted: the name or id of a site.").arg(quotedText(text)));
    return refused(Text::tr("Several sites are called “%1”. Type the id: %2.").arg(quotedText(text), named.join(QStringLiteral(", "))));
}

std::optional<CellRefusal> writeRow(Network& network, const ElementRef& element, GridKind kind, const std::vector<CellText>& texts)
{
    return RowWriter(network, element, kind).write(texts);
}

std::optional<CellRefusal> writeNewSite(Network& network, const std::vector<CellText>& texts)
{
    for (const char* path : {"name", "position/latitude_deg", "position/longitude_deg"})
        if (!cellAt(texts, columnOfPath(GridKind::Sites, QString::fromLatin1(path))))
            return CellRefusal{texts.front().column, Text::tr("A new site needs a name, a latitude and a longitude.")};
    std::vector<CellText> filled;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(filled), [](const CellText& cell) { return !cell.text.trimmed().isEmpty(); });
    const Patch added = addSite(network, SiteRole::Processor, GeoPosition());
    applyPatch(network, added);
    return writeRow(network, added.sites.front().id(), GridKind::Sites, filled);
}

} // namespace bellweave::ui
