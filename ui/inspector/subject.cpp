// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject.h"

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

QString catalogElement(const ElementRef& element)
{
    if (std::holds_alternative<SiteId>(element)) return QStringLiteral("site");
    if (std::holds_alternative<LinkId>(element)) return QStringLiteral("link");
    return std::holds_alternative<DemandId>(element) ? QStringLiteral("demand") : QString();
}

/// Elements of several kinds are described by the first: what all have is the same in every kind.
QString catalogElement(const Subject& subject)
{
    const bool isMixture = subject.kind == Subject::Kind::Mixture;
    return isMixture && !subject.elements.empty() ? catalogElement(subject.first()) : catalogElement(subject.kind);
}

bool allHave(const Network& network, const Subject& subject, const QString& path)
{
    return std::all_of(subject.elements.begin(), subject.elements.end(),
                       [&](const ElementRef& element) { return fieldValue(network, element, path).has_value(); });
}

bool sameValue(const FieldValue& a, const FieldValue& b)
{
    return a.number == b.number && a.text == b.text && a.toggle == b.toggle;
}

QString equipmentOf(const Network& network, SiteId id)
{
    const Site* site = network.sites.find(id);
    if (!site) return {};
    return QStringLiteral("%1%2%3").arg(site->processor.has_value()).arg(site->repeater.has_value()).arg(site->station.has_value());
}

template<typename Edit>
Result<Patch> mergedEdit(const Network& network, const Subject& subject, Edit edit)
{
    Patch all;
    for (const ElementRef& element : subject.elements) {
        const Result<Patch> patch = edit(network, element);
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
    const QString element = catalogElement(subject);
    for (const KindRow& kind : catalog()) {
        if (element.isEmpty() || kind.element != element) continue;
        for (const FieldRow& row : kind.fields) {
            const QString path = kind.key.isEmpty() ? row.path : kind.key + u'/' + row.path;
            if (allHave(network, subject, path)) fields.push_back({&kind, &row, path});
        }
    }
    return fields;
}

SubjectValue valueOf(const Network& network, const Subject& subject, const QString& path)
{
    SubjectValue shared{fieldValue(network, subject.first(), path).value_or(FieldValue()), false};
    for (const ElementRef& element : subject.elements) {
        const FieldValue own = fieldValue(network, element, path).value_or(FieldValue());
        shared.mixed = shared.mixed || !sameValue(own, shared.value);
        if (own.origin == FieldOrigin::Overridden) shared.value.origin = FieldOrigin::Overridden;
    }
    return shared;
}

Result<Patch> setAll(const Network& network, const Subject& subject, const QString& path, const QString& text)
{
    return mergedEdit(network, subject, [&](const Network& in, const ElementRef& element) { return setField(in, element, path, text); });
}

Result<Patch> resetAll(const Network& network, const Subject& subject, const QString& path)
{
    return mergedEdit(network, subject, [&](const Network& in, const ElementRef& element) { return resetField(in, element, path); });
}

} // namespace bellweave::ui
