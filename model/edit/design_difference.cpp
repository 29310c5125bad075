// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/design_difference.h"

#include "model/edit/field.h"
#include "model/network/catalog.h"
#include "model/network/element_name.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace bellweave {
namespace {

constexpr int kShownDigits = 4;

class DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

template<typename T>
using Renumbering = QHash<decltype(T::id), decltype(T::id)>;

template<typename T>
Renumbering<T> renumbering(const Table<T>& base, const Table<T>& other)
{
    QHash<QString, decltype(T::id)> known;
    for (const T& row : base) known.insert(row.key, row.id);
    Renumbering<T> ids;
    std::uint32_t next = base.nextId().number();
    for (const T& row : other) {
        const auto found = known.constFind(row.key);
        ids.insert(row.id, found == known.constEnd() ? typename Table<T>::Id(next++) : *found);
    }
    return ids;
}

/// Gives every element its new id; `change` renames what it refers to.
template<typename T, typename Change>
void renumber(Table<T>& table, const Table<T>& base, Change change)
{
    const Renumbering<T> ids = renumbering(base, table);
    Table<T> result;
    for (const T& row : table) {
        T copy = row;
        copy.id = ids.value(row.id);
        change(copy);
        const auto present = base.share(copy.id);
        result.put(present && *present == copy ? present : std::make_shared<const T>(std::move(copy)));    // unchanged ones are shared
    }
    table = std::move(result);
}

QString wordOf(const QString& element)
{
    const KindRow* kind = catalogKind(element, {});
    return kind ? kind->label : QString();
}

QString valueText(const PlacedValue& placed, int digits)
{
    const FieldRow& row = *placed.place->row;
    const FieldValue& value = placed.value;
    if (row.type == FieldType::Toggle) {
        if (value.origin == FieldOrigin::Derived) return DifferenceWords::tr("derived");
        return value.toggle ? DifferenceWords::tr("yes") : DifferenceWords::tr("no");
    }
    if (!value.number) return value.text.isEmpty() && value.origin == FieldOrigin::Derived ? DifferenceWords::tr("derived") : value.text;
    if (row.dimension == Dimension::Fraction) return exactNumber(*value.number);
    return formatQuantity(*value.number, row.dimension, digits);
}

bool sameValue(const FieldValue& a, const FieldValue& b)
{
    const bool sameOrigin = (a.origin == FieldOrigin::Derived) == (b.origin == FieldOrigin::Derived);
    return sameOrigin && a.number == b.number && a.text == b.text && a.toggle == b.toggle;
}

QString partOf(const FieldPlace& place) { return place.kind->key; }

/// Collects the lines of one pair of designs.
class DifferenceList {
public:
    DifferenceList(const Network& before, const Network& after) : m_before(before), m_after(after) {}

    std::vector<Difference> result() &&
    {
        const Patch patch = difference(m_before, m_after);
        addTable(patch.sites, QStringLiteral("site"));
        addTable(patch.links, QStringLiteral("link"));
        addTable(patch.demands, QStringLiteral("demand"));
        addTable(patch.mapNotes, QStringLiteral("map_note"));
        addTable(patch.reportPlots, QStringLiteral("report_plot"));
        if (patch.generalAfter) addFields({}, QStringLiteral("design"), patch.generalBefore->extras, patch.generalAfter->extras);
        return std::move(m_lines);
    }

private:
    using Fields = std::vector<PlacedValue>;

    template<typename T>
    void addTable(const std::vector<Change<T>>& changes, const QString& element)
    {
        for (const Change<T>& change : changes) {
            if (change.before && change.after) addFields(change.id(), element, change.before->extras, change.after->extras);
            else m_lines.push_back(line(change.after ? DifferenceKind::Added : DifferenceKind::Removed, change.id(), element));
        }
    }

    Difference line(DifferenceKind kind, const ElementRef& id, const QString& element) const
    {
        const Network& holder = kind == DifferenceKind::Removed ? m_before : m_after;
        return {kind, id, wordOf(element), elementName(holder, id), {}, {}, {}, {}};
    }

    void addFields(const ElementRef& id, const QString& element, const Extras& extrasBefore, const Extras& extrasAfter)
    {
        const Fields before = fieldValues(m_before, id), after = fieldValues(m_after, id);
        const QSet<QString> oldParts = partsOf(before), newParts = partsOf(after);
        for (const KindRow& kind : catalog()) {
            if (kind.element != element || oldParts.contains(kind.key) == newParts.contains(kind.key)) continue;
            addPart(id, kind, oldParts.contains(kind.key) ? before : after, oldParts.contains(kind.key));
        }
        for (const PlacedValue& now : after) {
            const auto then = std::find_if(before.begin(), before.end(), [&](const PlacedValue& each) { return each.place == now.place; });
            if (then != before.end() && !sameValue(then->value, now.value)) addField(id, *then, now);
        }
        addExtras(id, element, extrasBefore, extrasAfter);
    }

    static QSet<QString> partsOf(const Fields& fields)
    {
        QSet<QString> parts;
        for (const PlacedValue& placed : fields) parts.insert(partOf(*placed.place));
        return parts;
    }

    /// Equipment that came or went is one line.
    void addPart(const ElementRef& id, const KindRow& kind, const Fields& holder, bool isGone)
    {
        Difference part = line(DifferenceKind::Changed, id, kind.element);
        part.path = kind.key;
        part.label = kind.label;
        (isGone ? part.before : part.after) = partText(kind, holder);
        m_lines.push_back(std::move(part));
    }

    /// Its preset stands for all values that it fills.
    static QString partText(const KindRow& kind, const Fields& holder)
    {
        QStringList values;
        for (const PlacedValue& placed : holder) {
            if (placed.place->kind != &kind) continue;
            values += valueText(placed, kShownDigits);
            if (placed.place->row->type == FieldType::Preset) return values.back();
        }
        return values.join(DifferenceWords::tr(", ", "between the values of a part"));
    }

    void addField(const ElementRef& id, const PlacedValue& then, const PlacedValue& now)
    {
        Difference field = line(DifferenceKind::Changed, id, now.place->kind->element);
        field.path = now.place->path;
        const QString& part = now.place->kind->label;
        field.label = now.place->kind->key.isEmpty() ? now.place->row->label
                                                     : DifferenceWords::tr("%1: %2", "part of an element, its field").arg(part, now.place->row->label);
        field.before = valueText(then, kShownDigits);
        field.after = valueText(now, kShownDigits);
        if (field.before == field.after && then.value.number && now.value.number) {    // they only look alike
            field.before = exactNumber(*then.value.number);
            field.after = exactNumber(*now.value.number);
        }
        m_lines.push_back(std::move(field));
    }

    void addExtras(const ElementRef& id, const QString& element, const Extras& before, const Extras& after)
    {
        Extras all = after;
        all.insert(before.begin(), before.end());
        for (const auto& [path, text] : all) {
            const auto then = before.find(path), now = after.find(path);
            if (then != before.end() && now != after.end() && then->second == now->second) continue;
            Difference extra = line(DifferenceKind::Changed, id, element);
            extra.path = extra.label = path;
            if (then != before.end()) extra.before = QString::fromUtf8(then->second);
            if (now != after.end()) extra.after = QString::fromUtf8(now->second);
            m_lines.push_back(std::move(extra));
        }
    }

    const Network& m_before;
    const Network& m_after;
    std::vector<Difference> m_lines;
};

template<typename T>
void countIn(DifferenceCount& count, const std::vector<Change<T>>& changes)
{
    for (const Change<T>& change : changes) ++(!change.before ? count.added : !change.after ? count.removed : count.changed);
}

} // namespace

Network withIdsOf(const Network& base, Network other)
{
    const auto sites = renumbering(base.sites, other.sites);
    const auto rejoin = [&](auto& row) {
        row.from = sites.value(row.from);
        row.to = sites.value(row.to);
    };
    const auto nothing = [](const auto&) {};
    renumber(other.links, base.links, rejoin);
    renumber(other.demands, base.demands, rejoin);
    renumber(other.sites, base.sites, nothing);
    renumber(other.mapNotes, base.mapNotes, nothing);
    renumber(other.reportPlots, base.reportPlots, nothing);
    return other;
}

std::vector<Difference> listDifferences(const Network& before, const Network& after) { return DifferenceList(before, after).result(); }

DifferenceCount countDifferences(const Network& before, const Network& after)
{
    const Patch patch = difference(before, after);
    DifferenceCount count;
    countIn(count, patch.sites);
    countIn(count, patch.links);
    countIn(count, patch.demands);
    countIn(count, patch.mapNotes);
    countIn(count, patch.reportPlots);
    if (patch.generalAfter) ++count.changed;
    return count;
}

} // namespace bellweave
