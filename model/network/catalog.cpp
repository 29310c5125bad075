// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/catalog_rows.h"

#include <QHash>
#include <algorithm>

namespace bellweave {
namespace {

QHash<QString, FieldPlace> makeIndex()
{
    QHash<QString, FieldPlace> index;
    for (const KindRow& kind : catalog()) {
        for (const FieldRow& row : kind.fields) {
            const QString path = fieldPath(kind, row);
            const FieldPlace place{&kind, &row, path};
            index.insert(kind.element + u'/' + path, place);
            // "new_site" is the price of a site, not its yearly cost: the first row keeps a short name.
            const QString bare = kind.element + u'/' + keyWithoutUnit(path);
            if (!index.contains(bare)) index.insert(bare, place);
        }
    }
    return index;
}

} // namespace

const std::vector<KindRow>& catalog()
{
    static const std::vector<KindRow> kinds = [] {
        std::vector<KindRow> all;
        for (auto part : {CatalogRows::siteKinds(), CatalogRows::linkKinds(), CatalogRows::demandKinds(), CatalogRows::noteKinds(), CatalogRows::plotKinds(),
                          CatalogRows::designKinds()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return kinds;
}

QString fieldPath(const KindRow& kind, const FieldRow& row)
{
    return kind.key.isEmpty() ? row.path : kind.key + u'/' + row.path;
}

const KindRow* catalogKind(const QString& element, const QString& key)
{
    for (const KindRow& kind : catalog())
        if (kind.element == element && kind.key == key) return &kind;
    return nullptr;
}

const FieldRow* catalogField(const KindRow& kind, const QString& path)
{
    const auto named = [&](const FieldRow& row) { return row.path == path || keyWithoutUnit(row.path) == path; };
    const auto row = std::find_if(kind.fields.begin(), kind.fields.end(), named);
    return row == kind.fields.end() ? nullptr : &*row;
}

const FieldPlace* findField(const QString& element, const QString& path)
{
    static const QHash<QString, FieldPlace> index = makeIndex();
    const auto place = index.constFind(element + u'/' + path);
    return place == index.constEnd() ? nullptr : &*place;
}

QString keyWithoutUnit(const QString& key)
{
    const Dimension dimension = dimensionOfKey(key);
    if (dimension == Dimension::Number) return key;
    qsizetype cut = key.lastIndexOf(u'_');
    while (cut > 0 && dimensionOfKey(key.mid(cut)) != dimension) cut = key.lastIndexOf(u'_', cut - 1);
    return cut > 0 ? key.left(cut) : key;
}

QString elementOfTable(const QString& table)
{
    static const QStringList tables{QStringLiteral("sites"), QStringLiteral("links"), QStringLiteral("demands"), QStringLiteral("map_notes"),
                                    QStringLiteral("report_plots")};
    return tables.contains(table) ? table.chopped(1) : QString();
}

CatalogRows::Rows CatalogRows::joined(std::initializer_list<Rows> parts)
{
    Rows all;
    for (const Rows& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

CatalogRows::Rows CatalogRows::identity()
{
    return {{.path = QStringLiteral("id"), .label = tr("Id"), .type = FieldType::Text,
             .help = tr("Names the element in files and on the command line; 1 to 200 characters, unique in its list.")},
            {.path = QStringLiteral("name"), .label = tr("Name"), .type = FieldType::Text,
             .help = tr("What people read. The id, or the names of the ends, when empty.")}};
}

FieldRow CatalogRows::duration(const QString& path, const QString& label, double minimum, const QString& help, const QString& formula, bool isOptional)
{
    return {.path = path, .label = label, .dimension = Dimension::Duration, .minimum = minimum, .maximum = 1e12,
            .rangeMessage = minimum > 0.0 ? tr("Enter a time above zero.") : tr("A time is not negative."), .help = help, .formula = formula,
            .source = formula.isEmpty() ? QString() : tr("Alternating renewal process"), .optional = isOptional, .absent = isOptional ? tr("never") : QString()};
}

CatalogRows::Rows CatalogRows::states(const QString& element)
{
    return {{.path = QStringLiteral("cost_factor"), .label = tr("Cost factor"), .minimum = 0.0, .maximum = 1000.0,
             .rangeMessage = tr("A cost factor is not negative and at most 1 000."),
             .help = tr("Times what the %1 costs to buy, build, rent and maintain, for a place that is dearer or cheaper than the price table's; electricity apart. 0: already paid.").arg(element),
             .formula = QStringLiteral("C = f · C_table"), .source = QStringLiteral("Assumption of the designer")},
            duration(QStringLiteral("mean_uptime_s"), tr("Mean time to a fault"), 1e-6, tr("From a repair to the next fault, exponential. A simulation in time draws faults; the availability of demands counts them. No faults when absent."),
                     QStringLiteral("A = t_up/(t_up + t_repair)"), true),
            duration(QStringLiteral("mean_repair_s"), tr("Mean time of repair"), 1e-6, tr("Exponential; counts where a time to a fault is given."), QStringLiteral("A = t_up/(t_up + t_repair)"), false),
            duration(QStringLiteral("maintenance_period_s"), tr("Maintenance every"), 1e-6, tr("From the beginning of a maintenance or calibration to that of the next; the first one ends the first period. None when absent."),
                     QStringLiteral("A = 1 − t_m/T"), true),
            duration(QStringLiteral("maintenance_s"), tr("Maintenance takes"), 0.0, tr("During which nothing works here; counts where a period is given."), QStringLiteral("A = 1 − t_m/T"), false),
            {.path = QStringLiteral("outages"), .label = tr("Outages"), .type = FieldType::Text,
             .help = tr("Times of a simulation in which the %1 does not work, for a drill or a plan: “10 s to 15 s; 2 h to 3 h”. Several elements with the same times make a network fall apart.").arg(element)},
            {.path = QStringLiteral("down"), .label = tr("Taken down"), .type = FieldType::Toggle,
             .help = tr("Out of operation: the %1 is there and costs what it costs, but no route uses it.").arg(element)},
            {.path = QStringLiteral("locked"), .label = tr("Locked"), .type = FieldType::Toggle,
             .help = tr("Keeps the %1 from being moved, edited or removed until it is unlocked.").arg(element)}};
}

FieldRow CatalogRows::notes()
{
    return {.path = QStringLiteral("notes"), .label = tr("Notes"), .type = FieldType::Text, .help = tr("Free text, kept with the design.")};
}

FieldRow CatalogRows::end(const QString& path, const QString& label)
{
    return {.path = path, .label = label, .type = FieldType::Text, .help = tr("Id of a site of the design.")};
}

FieldRow CatalogRows::preset(const QString& path, const QString& kind, const QString& help)
{
    return {.path = path, .label = tr("Preset"), .type = FieldType::Preset, .help = help, .choices = {kind}};
}

FieldRow CatalogRows::fraction(const QString& path, const QString& label, const QString& help, const QString& formula,
                               const QString& source)
{
    return {.path = path, .label = label, .dimension = Dimension::Fraction, .minimum = 0.0, .maximum = 1.0,
            .rangeMessage = tr("%1 lies between 0 and 1.").arg(label), .help = help, .formula = formula, .source = source};
}

} // namespace bellweave
