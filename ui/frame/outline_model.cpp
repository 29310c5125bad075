// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/outline_model.h"

#include "ui/library/hardware.h"

#include <algorithm>

namespace bellweave::ui {

namespace {

using Model = OutlineModel;

// internalId: 0 for sections, 1 + section for groups, kElements + group for elements.
constexpr quintptr kElements = 100;

Model::Group groupOf(const Site& site)
{
    switch (roleOf(site)) {
    case SiteRole::Processor: return Model::Processors;
    case SiteRole::Repeater: return Model::Repeaters;
    case SiteRole::Midpoint: return Model::Midpoints;
    case SiteRole::PairSource: return Model::PairSources;
    case SiteRole::TrustedNode: return Model::TrustedNodes;
    case SiteRole::GroundStation: return Model::GroundStations;
    case SiteRole::Satellite: return Model::Satellites;
    case SiteRole::Junction: break;
    }
    return Model::Junctions;
}

Model::Group groupOf(const Link& link)
{
    return static_cast<Model::Group>(Model::Fibers + static_cast<int>(link.kind.index()));
}

Model::Group groupOf(const Demand&) { return Model::Demands; }

ElementRef refOf(Model::Group group, std::uint32_t number)
{
    switch (Model::sectionOf(group)) {
    case Model::DemandSection: return DemandId(number);
    case Model::SiteSection: return SiteId(number);
    default: return LinkId(number);
    }
}

/// Group and id number of an element that exists.
struct Spot {
    Model::Group group = Model::GroupCount;
    std::uint32_t number = 0;
};

template<typename T>
Spot spotIn(const Table<T>& table, typename Table<T>::Id id)
{
    const T* element = table.find(id);
    return element ? Spot{groupOf(*element), id.number()} : Spot{};
}

Spot spotOf(const Network& network, const ElementRef& element)
{
    if (const auto* site = std::get_if<SiteId>(&element)) return spotIn(network.sites, *site);
    if (const auto* link = std::get_if<LinkId>(&element)) return spotIn(network.links, *link);
    if (const auto* demand = std::get_if<DemandId>(&element)) return spotIn(network.demands, *demand);
    return {};
}

/// True when every change keeps its element where it is listed, under the same name.
template<typename T>
bool staysListed(const std::vector<Change<T>>& changes)
{
    return std::all_of(changes.begin(), changes.end(), [](const Change<T>& change) {
        return change.before && change.after && groupOf(*change.before) == groupOf(*change.after)
            && change.before->name == change.after->name;
    });
}

} // namespace

OutlineModel::Section OutlineModel::sectionOf(Group group)
{
    if (group == Demands) return DemandSection;
    return group < Fibers ? SiteSection : LinkSection;
}

OutlineModel::OutlineModel(Session& session, QObject* parent) : QAbstractItemModel(parent), m_session(session)
{
    collect();
    connect(&session, &Session::networkReset, this, &OutlineModel::rebuild);
    connect(&session, &Session::networkChanged, this, &OutlineModel::follow);
    connect(&session, &Session::evaluationChanged, this, &OutlineModel::refreshNumbers);
}

void OutlineModel::setFilter(const QString& text)
{
    if (text == m_filter) return;
    m_filter = text;
    rebuild();
}

void OutlineModel::rebuild()
{
    beginResetModel();
    collect();
    endResetModel();
}

void OutlineModel::collect()
{
    for (Ids& list : m_ids) list.clear();
    const Network& network = m_session.network();
    const auto add = [&](const auto& element) {
        if (m_filter.isEmpty() || nameOf(element.id).contains(m_filter, Qt::CaseInsensitive))
            m_ids[groupOf(element)].push_back(element.id.number());
    };
    for (const Demand& demand : network.demands) add(demand);
    for (const Site& site : network.sites) add(site);
    for (const Link& link : network.links) add(link);
    for (auto& groups : m_shown) groups.clear();
    for (int group = Processors; group < GroupCount; ++group) {
        const auto which = static_cast<Group>(group);
        if (!ids(which).empty()) m_shown[sectionOf(which)].push_back(which);
    }
    m_kilometers.fill(-1.0);
}

void OutlineModel::follow(const Patch& patch)
{
    if (!staysListed(patch.sites) || !staysListed(patch.links) || !staysListed(patch.demands)) return rebuild();
    refreshNumbers();
}

void OutlineModel::refreshNumbers()
{
    m_kilometers.fill(-1.0);
    for (int section = 0; section < SectionCount; ++section) {
        const QModelIndex index = sectionIndex(static_cast<Section>(section));
        Q_EMIT dataChanged(index, index);
        const int groups = static_cast<int>(m_shown[static_cast<std::size_t>(section)].size());
        if (groups > 0) Q_EMIT dataChanged(this->index(0, 0, index), this->index(groups - 1, 0, index));
    }
    for (int group = 0; group < GroupCount; ++group) refreshGroup(static_cast<Group>(group));
}

void OutlineModel::refreshGroup(Group group)
{
    const int rows = static_cast<int>(ids(group).size());
    if (rows == 0) return;
    const QModelIndex parent = parentOf(group);
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
}

QModelIndex OutlineModel::sectionIndex(Section section) const { return createIndex(section, 0, quintptr(0)); }

QModelIndex OutlineModel::parentOf(Group group) const
{
    const Section section = sectionOf(group);
    if (group == Demands) return sectionIndex(section);
    const auto& shown = m_shown[section];
    const auto place = std::find(shown.begin(), shown.end(), group);
    return place == shown.end() ? QModelIndex() : createIndex(int(place - shown.begin()), 0, quintptr(1 + section));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(row, column, quintptr(0));
    if (parent.internalId() > 0) {
        const Group group = m_shown[parent.internalId() - 1][static_cast<std::size_t>(parent.row())];
        return createIndex(row, column, kElements + group);
    }
    if (parent.row() == DemandSection) return createIndex(row, column, kElements + Demands);
    return createIndex(row, column, quintptr(1 + parent.row()));
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0) return {};
    if (index.internalId() >= kElements) return parentOf(static_cast<Group>(index.internalId() - kElements));
    return sectionIndex(static_cast<Section>(index.internalId() - 1));
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) return SectionCount;
    if (parent.column() > 0 || parent.internalId() >= kElements) return 0;
    if (parent.internalId() > 0) {
        const Group group = m_shown[parent.internalId() - 1][static_cast<std::size_t>(parent.row())];
        return static_cast<int>(ids(group).size());
    }
    if (parent.row() == DemandSection) return static_cast<int>(ids(Demands).size());
    return static_cast<int>(m_shown[static_cast<std::size_t>(parent.row())].size());
}

int OutlineModel::columnCount(const QModelIndex&) const { return 1; }

ElementRef OutlineModel::element(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() < kElements) return {};
    const auto group = static_cast<Group>(index.internalId() - kElements);
    const Ids& list = ids(group);
    const auto row = static_cast<std::size_t>(index.row());
    return row < list.size() ? refOf(group, list[row]) : ElementRef();
}

QModelIndex OutlineModel::indexOf(const ElementRef& element) const
{
    const Spot spot = spotOf(m_session.network(), element);
    if (spot.group == GroupCount) return {};
    const Ids& list = ids(spot.group);
    const auto place = std::lower_bound(list.begin(), list.end(), spot.number);
    if (place == list.end() || *place != spot.number) return {};
    return createIndex(int(place - list.begin()), 0, kElements + spot.group);
}

QItemSelection OutlineModel::rowsOf(const Selection& selection) const
{
    std::array<std::vector<int>, GroupCount> rows;
    const auto add = [&](const ElementRef& element) {
        const QModelIndex index = indexOf(element);
        if (index.isValid()) rows[index.internalId() - kElements].push_back(index.row());
    };
    for (const DemandId id : selection.demands) add(id);
    for (const SiteId id : selection.sites) add(id);
    for (const LinkId id : selection.links) add(id);
    QItemSelection ranges;
    for (std::size_t group = 0; group < rows.size(); ++group) {
        const std::vector<int>& list = rows[group];    // ascending, because selections are ordered by id
        for (std::size_t first = 0, last = 0; first < list.size(); first = ++last) {
            while (last + 1 < list.size() && list[last + 1] == list[last] + 1) ++last;
            ranges.append(QItemSelectionRange(createIndex(list[first], 0, kElements + group),
                                              createIndex(list[last], 0, kElements + group)));
        }
    }
    return ranges;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    if (index.internalId() < kElements) return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren | Qt::ItemIsDropEnabled;
}

QStringList OutlineModel::mimeTypes() const { return {kPresetMimeType}; }

bool OutlineModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) const
{
    return draggedPreset(data) && element(parent) != ElementRef();
}

bool OutlineModel::dropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent)
{
    const Preset* preset = draggedPreset(data);
    return preset && applyHardware(m_session, setOf(element(parent)), *preset);
}

} // namespace bellweave::ui
