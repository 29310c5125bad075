// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject.h"

#include <unordered_map>

namespace bellweave::ui {

namespace {

template<typename Ids>
std::vector<ElementRef> references(const Ids& ids)
{
    return {ids.begin(), ids.end()};
}

QString catalogElement(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Design: return QStringLiteral("design");
    case Subject::Kind::Sites: return QStringLiteral("site");
    case Subject::Kind::Links: return QStringLiteral("link");
    case Subject::Kind::Demands: return QStringLiteral("demand");
    case Subject::Kind::Notes: return QStringLiteral("map_note");
    case Subject::Kind::Mixture: return {};
    }
    return {};
}

/// The blocks of a site that hold the same memory, source and gates: one field of theirs is one field of any mix of both.
constexpr QStringView kHardwareBlocks[] = {u"processor/", u"repeater/"};

/// Where another kind of site holds what this path names; the path itself for all else.
QString counterpart(const QString& path)
{
    for (const int own : {0, 1})
        if (path.startsWith(kHardwareBlocks[own])) return kHardwareBlocks[1 - own].toString() + path.mid(kHardwareBlocks[own].size());
    return path;
}

/// What one element holds, by path, read once.
class ElementFields {
public:
    ElementFields(const Network& network, const ElementRef& element)
    {
        for (PlacedValue& placed : fieldValues(network, element)) m_values.emplace(placed.place->path, std::move(placed.value));
    }

    /// The path under which the element holds the field; empty when it does not.
    QString pathOf(const QString& path) const
    {
        if (m_values.contains(path)) return path;
        const QString other = counterpart(path);
        return m_values.contains(other) ? other : QString();
    }
    const FieldValue* find(const QString& path) const
    {
        const auto row = m_values.find(pathOf(path));
        return row == m_values.end() ? nullptr : &row->second;
    }

private:
    std::unordered_map<QString, FieldValue> m_values;
};

bool sameValue(const FieldValue& a, const FieldValue& b)
{
    return a.number == b.number && a.text == b.text && a.toggle == b.toggle;
}

QString equipmentOf(const Network& network, SiteId id)
{
    const Site* site = network.sites.find(id);
    if (!site) return {};
    return QStringLiteral("%1%2%3%4%5").arg(site->terminal.has_value()).arg(site->processor.has_value()).arg(site->repeater.has_value()).arg(site->station.has_value()).arg(site->pairSource.has_value());
}

/// The path under which an element holds the field.
QString ownPath(const Network& network, const ElementRef& element, const QString& path)
{
    const QString other = counterpart(path);
    return other == path || fieldValue(network, element, path) ? path : other;
}

template<typename Edit>
Result<Patch> mergedEdit(const Network& network, const Subject& subject, const QString& path, Edit edit)
{
    Patch all;
    for (const ElementRef& element : subject.elements) {
        const Result<Patch> patch = edit(element, ownPath(network, element, path));
        if (!patch) return patch.error();
        all.append(*patch);    // every element once
    }
    return all;
}

} // namespace

Subject subjectOf(const Selection& selection)
{
    if (selection.isEmpty()) return {Subject::Kind::Design, {ElementRef()}};
    if (selection.size() == selection.sites.size()) return {Subject::Kind::Sites, references(selection.sites)};
    if (selection.size() == selection.links.size()) return {Subject::Kind::Links, references(selection.links)};
    if (selection.size() == selection.demands.size()) return {Subject::Kind::Demands, references(selection.demands)};
    if (selection.size() == selection.notes.size()) return {Subject::Kind::Notes, references(selection.notes)};
    Subject mixture{Subject::Kind::Mixture, references(selection.sites)};
    for (const LinkId id : selection.links) mixture.elements.push_back(id);
    for (const DemandId id : selection.demands) mixture.elements.push_back(id);
    for (const NoteId id : selection.notes) mixture.elements.push_back(id);
    return mixture;
}

QString structureOf(const Network& network, const Subject& subject)
{
    QString structure = catalogElement(subject.kind);
    for (const ElementRef& element : subject.elements) {
        if (const SiteId* site = std::get_if<SiteId>(&element))
            structure += QStringLiteral(" s%1:%2").arg(site->number()).arg(equipmentOf(network, *site));
        if (const LinkId* id = std::get_if<LinkId>(&element)) {
            const Link* link = network.links.find(*id);
            structure += QStringLiteral(" l%1:%2").arg(id->number()).arg(link ? link->kind.index() : 9);
        }
        if (const DemandId* demand = std::get_if<DemandId>(&element)) structure += QStringLiteral(" d%1").arg(demand->number());
        if (const NoteId* note = std::get_if<NoteId>(&element)) structure += QStringLiteral(" n%1").arg(note->number());
    }
    return structure;
}

bool touches(const Patch& patch, const Subject& subject)
{
    const auto among = [&](auto id) {
        return std::find(subject.elements.begin(), subject.elements.end(), ElementRef(id)) != subject.elements.end();
    };
    const auto anyOf = [&](const auto& changes) {
        return std::any_of(changes.begin(), changes.end(), [&](const auto& change) { return among(change.id()); });
    };
    if (subject.kind == Subject::Kind::Design) return true;
    return anyOf(patch.sites) || anyOf(patch.links) || anyOf(patch.demands) || anyOf(patch.mapNotes);
}

std::vector<BoundField> fieldsOf(const Network& network, const Subject& subject)
{
    std::vector<BoundField> fields;
    for (const PlacedValue& placed : fieldValues(network, subject.first()))
        fields.push_back({placed.place->kind, placed.place->row, placed.place->path});
    for (auto other = subject.elements.begin() + 1; other < subject.elements.end(); ++other) {
        const ElementFields own(network, *other);
        std::erase_if(fields, [&](const BoundField& field) { return own.pathOf(field.path).isEmpty(); });
    }
    return fields;
}

SubjectValues valuesOf(const Network& network, const Subject& subject)
{
    SubjectValues values;
    for (PlacedValue& placed : fieldValues(network, subject.first())) values[placed.place->path] = {std::move(placed.value), false};
    for (auto other = subject.elements.begin() + 1; other < subject.elements.end(); ++other) {
        const ElementFields theirs(network, *other);
        for (auto& [path, shared] : values) {
            const FieldValue* own = theirs.find(path);
            shared.mixed = shared.mixed || !own || !sameValue(*own, shared.value);
            if (own && own->origin == FieldOrigin::Overridden) shared.value.origin = FieldOrigin::Overridden;
        }
    }
    return values;
}

Result<Patch> setAll(const Network& network, const Subject& subject, const QString& path, const QString& text)
{
    return mergedEdit(network, subject, path, [&](const ElementRef& element, const QString& own) { return setField(network, element, own, text); });
}

Result<Patch> resetAll(const Network& network, const Subject& subject, const QString& path)
{
    return mergedEdit(network, subject, path, [&](const ElementRef& element, const QString& own) { return resetField(network, element, own); });
}

} // namespace bellweave::ui
