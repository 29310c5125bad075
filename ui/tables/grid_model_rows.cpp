// SPDX-License-Identifier: GPL-3.0-or-later
// Which elements a grid lists, in which order, and how it follows the document.
#include "ui/tables/grid_model.h"

#include "model/network/element_name.h"

#include <QCollator>
#include <algorithm>

namespace bellweave::ui {

namespace {

template<typename T>
void appendNumbers(std::vector<std::uint32_t>& numbers, const Table<T>& table)
{
    for (const auto& row : table.rows()) numbers.push_back(row->id.number());
}

std::vector<std::uint32_t> allNumbers(const Network& network, GridKind kind)
{
    std::vector<std::uint32_t> numbers;
    switch (kind) {
    case GridKind::Sites: appendNumbers(numbers, network.sites); break;
    case GridKind::Links: appendNumbers(numbers, network.links); break;
    case GridKind::Demands: appendNumbers(numbers, network.demands); break;
    }
    return numbers;
}

QString keyOf(const Network& network, const ElementRef& element)
{
    const auto in = [](const auto* value) { return value ? value->key : QString(); };
    if (const auto* site = std::get_if<SiteId>(&element)) return in(network.sites.find(*site));
    if (const auto* link = std::get_if<LinkId>(&element)) return in(network.links.find(*link));
    const auto* demand = std::get_if<DemandId>(&element);
    return demand ? in(network.demands.find(*demand)) : QString();
}

std::uint32_t numberOf(const ElementRef& element)
{
    if (const auto* site = std::get_if<SiteId>(&element)) return site->number();
    if (const auto* link = std::get_if<LinkId>(&element)) return link->number();
    const auto* demand = std::get_if<DemandId>(&element);
    return demand ? demand->number() : 0;
}

/// Runs of neighbors in ascending rows, last run first, so that taking one out moves none that is still to come.
std::vector<std::pair<int, int>> runsOf(const std::vector<int>& rows)
{
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().second + 1 == row) runs.back().second = row;
        else runs.emplace_back(row, row);
    }
    std::reverse(runs.begin(), runs.end());
    return runs;
}

} // namespace

GridModel::GridModel(Session& session, GridKind kind, QObject* parent) : QAbstractTableModel(parent), m_session(session), m_kind(kind)
{
    m_numbers = listed();
    connect(&session, &Session::networkReset, this, &GridModel::rebuild);
    connect(&session, &Session::networkChanged, this, &GridModel::follow);
    connect(&session, &Session::evaluationChanged, this, [this] {
        m_read.clear();
        refreshColumns([](const GridColumn& column) { return column.isReadOnly() || (column.row && column.row->optional); });
    });
}

ElementRef GridModel::refOf(std::uint32_t number) const
{
    switch (m_kind) {
    case GridKind::Sites: return SiteId(number);
    case GridKind::Links: return LinkId(number);
    case GridKind::Demands: return DemandId(number);
    }
    return {};
}

ElementRef GridModel::element(int row) const
{
    const bool exists = row >= 0 && row < rowCount();
    return exists ? refOf(m_numbers[static_cast<std::size_t>(row)]) : ElementRef();
}

int GridModel::rowOf(const ElementRef& element) const
{
    if (gridOf(element) != m_kind) return -1;
    if (m_rows.isEmpty())
        for (int row = 0; row < rowCount(); ++row) m_rows.insert(m_numbers[static_cast<std::size_t>(row)], row);
    return m_rows.value(numberOf(element), -1);
}

std::vector<ElementRef> GridModel::elementsFrom(int row) const
{
    std::vector<ElementRef> elements;
    for (int i = std::max(row, 0); i < rowCount(); ++i) elements.push_back(element(i));
    return elements;
}

int GridModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_numbers.size()); }

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(gridColumns(m_kind).size());
}

bool GridModel::isListed(const ElementRef& element) const
{
    return m_filter.isEmpty() || elementName(m_session.network(), element).contains(m_filter, Qt::CaseInsensitive)
        || keyOf(m_session.network(), element).contains(m_filter, Qt::CaseInsensitive);
}

std::vector<std::uint32_t> GridModel::listed() const
{
    std::vector<std::uint32_t> numbers = allNumbers(m_session.network(), m_kind);
    if (!m_filter.isEmpty()) std::erase_if(numbers, [this](std::uint32_t number) { return !isListed(refOf(number)); });
    if (m_sortColumn >= 0) order(numbers, m_sortColumn, m_sortOrder);
    return numbers;
}

void GridModel::setFilter(const QString& text)
{
    if (text == m_filter) return;
    m_filter = text;
    rebuild();
}

void GridModel::rebuild()
{
    beginResetModel();
    m_read.clear();
    m_rows.clear();
    m_numbers = listed();
    std::erase_if(m_refusals, [this](const auto& refusal) { return keyOf(m_session.network(), refOf(refusal.first.first)).isEmpty(); });
    endResetModel();
}

void GridModel::order(std::vector<std::uint32_t>& numbers, int columnIndex, Qt::SortOrder order) const
{
    struct Key {
        std::uint32_t number;
        Cell cell;
    };
    std::vector<Key> keys;
    for (const std::uint32_t number : numbers)
        keys.push_back({number, cellOf(m_session.network(), m_session.evaluation().get(), refOf(number), column(columnIndex))});
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto isBefore = [&](const Cell& a, const Cell& b) {
        if (a.number && b.number) return *a.number < *b.number;
        return a.number || b.number ? a.number.has_value() : collator.compare(a.text, b.text) < 0;
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        // Cells without a value come last, whichever way the others are sorted.
        const bool isEmptyA = a.cell.text.isEmpty() && !a.cell.number;
        const bool isEmptyB = b.cell.text.isEmpty() && !b.cell.number;
        if (isEmptyA || isEmptyB) return !isEmptyA && isEmptyB;
        return order == Qt::AscendingOrder ? isBefore(a.cell, b.cell) : isBefore(b.cell, a.cell);
    });
    std::transform(keys.begin(), keys.end(), numbers.begin(), [](const Key& key) { return key.number; });
}

void GridModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<ElementRef> elements;
    for (const QModelIndex& index : before) elements.push_back(element(index.row()));
    m_numbers = listed();
    m_rows.clear();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(elements[static_cast<std::size_t>(i)]);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void GridModel::follow(const Patch& patch)
{
    m_read.clear();
    switch (m_kind) {
    case GridKind::Sites: return followRows(patch.sites);
    case GridKind::Links: followRows(patch.links); break;
    case GridKind::Demands: followRows(patch.demands); break;
    }
    // Names of ends are names of sites.
    if (!patch.sites.empty())
        refreshColumns([](const GridColumn& column) { return column.isEnd() || (column.row && column.row->path == u"name"); });
}

template<typename T>
void GridModel::followRows(const std::vector<Change<T>>& changes)
{
    std::vector<std::uint32_t> added, removed, changed;
    for (const Change<T>& change : changes) {
        const std::uint32_t number = change.id().number();
        (!change.before ? added : !change.after ? removed : changed).push_back(number);
    }
    removeNumbers(removed);
    addNumbers(std::move(added));
    refreshNumbers(changed);
}

void GridModel::removeNumbers(const std::vector<std::uint32_t>& numbers)
{
    std::vector<int> rows;
    for (const std::uint32_t number : numbers) {
        std::erase_if(m_refusals, [number](const auto& refusal) { return refusal.first.first == number; });
        if (const int row = rowOf(refOf(number)); row >= 0) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& [first, last] : runsOf(rows)) {
        beginRemoveRows({}, first, last);
        m_numbers.erase(m_numbers.begin() + first, m_numbers.begin() + last + 1);
        m_rows.clear();
        endRemoveRows();
    }
}

/// New rows stand where the document has them, at the end of a table that is sorted.
void GridModel::addNumbers(std::vector<std::uint32_t> numbers)
{
    std::erase_if(numbers, [this](std::uint32_t number) { return !isListed(refOf(number)); });
    std::sort(numbers.begin(), numbers.end());
    for (auto first = numbers.begin(); first != numbers.end();) {
        const auto place = m_sortColumn >= 0 ? m_numbers.end() : std::lower_bound(m_numbers.begin(), m_numbers.end(), *first);
        const auto last = place == m_numbers.end() ? numbers.end() : std::lower_bound(first, numbers.end(), *place);
        const int row = static_cast<int>(place - m_numbers.begin());
        beginInsertRows({}, row, row + static_cast<int>(last - first) - 1);
        m_numbers.insert(place, first, last);
        m_rows.clear();
        endInsertRows();
        first = last;
    }
}

void GridModel::refreshNumbers(const std::vector<std::uint32_t>& numbers)
{
    std::vector<int> rows;
    for (const std::uint32_t number : numbers)
        if (const int row = rowOf(refOf(number)); row >= 0) rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    for (const auto& [first, last] : runsOf(rows)) Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void GridModel::refreshColumns(bool (*isMeant)(const GridColumn& column))
{
    for (int i = 0; i < columnCount() && rowCount() > 0; ++i)
        if (isMeant(column(i))) Q_EMIT dataChanged(index(0, i), index(rowCount() - 1, i));
}

} // namespace bellweave::ui
