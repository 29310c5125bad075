// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the outline say; outline_model.cpp knows which rows there are.
#include "engine/feasibility/verdict.h"
#include "model/edit/edits.h"
#include "ui/frame/outline_model.h"
#include "ui/plots/figures.h"

#include "ui/style/medium.h"

#include <QLocale>

namespace bellweave::ui {

namespace {

QString lengthText(double km) { return OutlineModel::tr("%1 km").arg(figures::kilometersText(1000.0 * km)); }

QString sectionName(OutlineModel::Section section)
{
    switch (section) {
    case OutlineModel::DemandSection: return OutlineModel::tr("Demands");
    case OutlineModel::SiteSection: return OutlineModel::tr("Sites");
    default: return OutlineModel::tr("Links");
    }
}

QString groupName(OutlineModel::Group group)
{
    switch (group) {
    case OutlineModel::Processors: return OutlineModel::tr("Processors");
    case OutlineModel::Repeaters: return OutlineModel::tr("Repeaters");
    case OutlineModel::Midpoints: return OutlineModel::tr("Midpoint stations");
    case OutlineModel::TrustedNodes: return OutlineModel::tr("Trusted nodes");
    case OutlineModel::PairSources: return OutlineModel::tr("Pair sources");
    case OutlineModel::GroundStations: return OutlineModel::tr("Ground stations");
    case OutlineModel::Satellites: return OutlineModel::tr("Satellites");
    case OutlineModel::Junctions: return OutlineModel::tr("Junctions");
    case OutlineModel::Fibers:
    case OutlineModel::Beams:
    case OutlineModel::SkyLinks:
    case OutlineModel::Microwaves:
    case OutlineModel::Measured: return mediumLabel(static_cast<std::size_t>(group - OutlineModel::Fibers));
    default: return {};
    }
}

Tone reachedTone(bool met) { return met ? Tone::Second : Tone::Bad; }

} // namespace

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    if (role == SectionRole && index.internalId() == 0) return index.row();
    if (index.internalId() == 0) return sectionData(static_cast<Section>(index.row()), role);
    const ElementRef element = this->element(index);
    if (!std::holds_alternative<std::monostate>(element)) return elementData(element, role);
    const auto& shown = m_shown[index.internalId() - 1];
    return groupData(shown[static_cast<std::size_t>(index.row())], role);
}

QVariant OutlineModel::sectionData(Section section, int role) const
{
    const bool hasDemands = section == DemandSection && !ids(Demands).empty();
    std::size_t count = ids(Demands).size();
    if (section != DemandSection) count = 0;
    for (const Group group : m_shown[section]) count += ids(group).size();
    switch (role) {
    case Qt::DisplayRole: return sectionName(section);
    case Qt::AccessibleTextRole: return tr("%1, %2", "section, count").arg(sectionName(section)).arg(count);
    case FirstDetailRole: return hasDemands ? tr("F", "fidelity, column head") : QString();
    case LastDetailRole: return hasDemands ? tr("ebit/s") : QLocale().toString(static_cast<qulonglong>(count));
    case FirstToneRole:
    case LastToneRole: return QVariant::fromValue(static_cast<int>(Tone::Third));
    default: return {};
    }
}

QVariant OutlineModel::groupData(Group group, int role) const
{
    const bool isLink = sectionOf(group) == LinkSection;
    const QString count = QLocale().toString(static_cast<qulonglong>(ids(group).size()));
    switch (role) {
    case Qt::DisplayRole: return isLink ? tr("%1  %2", "medium, count").arg(groupName(group), count) : groupName(group);
    case Qt::AccessibleTextRole: return tr("%1, %2", "kind, count").arg(groupName(group), count);
    case LastDetailRole: return isLink ? lengthText(kilometers(group)) : count;
    case FirstToneRole:
    case LastToneRole: return static_cast<int>(Tone::Third);
    case GroupRole: return group;
    default: return {};
    }
}

QVariant OutlineModel::elementData(const ElementRef& element, int role) const
{
    if (const auto* demand = std::get_if<DemandId>(&element))
        if (const QVariant value = demandData(*demand, role); value.isValid()) return value;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return nameOf(element);
    case Qt::AccessibleTextRole: return tr("%1, %2", "name, main value").arg(nameOf(element), detailOf(element));
    case Qt::ToolTipRole: return nameOf(element);
    case LastDetailRole: return detailOf(element);
    case FirstToneRole:
    case LastToneRole: return static_cast<int>(Tone::Third);
    default: return {};
    }
}

/// What is said otherwise of a demand for key: no fidelity is asked for, and a relayed key has none.
QVariant OutlineModel::keyData(const engine::DemandResult& result, engine::VerdictLevel level, int role) const
{
    const Demand* demand = m_session.network().demands.find(result.id);
    if (!demand || demand->purpose != Purpose::SecretKey || !result.isServed()) return {};
    const QString rate = formatQuantity(result.keyRate.si(), Dimension::BitRate);
    switch (role) {
    case Qt::AccessibleTextRole: return tr("%1, %2, %3 of key").arg(nameOf(result.id), engine::levelText(level), rate);
    case Qt::ToolTipRole: return result.relay ? QVariant(result.reason) : QVariant();
    case FirstDetailRole: return tr("key", "in place of a fidelity");
    case LastDetailRole: return rate;
    default: return {};
    }
}

QVariant OutlineModel::demandData(DemandId id, int role) const
{
    const auto evaluation = m_session.evaluation();
    const engine::DemandResult* result = evaluation ? evaluation->find(id) : nullptr;
    const engine::VerdictLevel level = result ? demandLevel(*evaluation, id) : engine::VerdictLevel::NotComputed;
    if (role == MarkRole) return static_cast<int>(levelMark(level));
    if (!result) return {};
    if (const QVariant key = keyData(*result, level, role); key.isValid()) return key;
    switch (role) {
    case Qt::AccessibleTextRole:
        return tr("%1, %2, fidelity %3, %4 ebit/s")
            .arg(nameOf(id), engine::levelText(level), fidelityText(result->fidelity), rateText(result->rate));
    case Qt::ToolTipRole: return result->routed ? QVariant() : QVariant(result->reason);
    case FirstDetailRole: return result->routed ? fidelityText(result->fidelity) : tr("–", "no value");
    case LastDetailRole: return result->routed ? rateText(result->rate) : tr("–", "no value");
    case FirstToneRole: return static_cast<int>(reachedTone(result->meetsFidelity));
    case LastToneRole: return static_cast<int>(reachedTone(result->meetsRate));
    default: return {};
    }
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const ElementRef element = this->element(index);
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || std::holds_alternative<std::monostate>(element) || name.isEmpty()) return false;
    if (name == nameOf(element)) return false;
    m_session.push(renameElement(m_session.network(), element, name), tr("Rename %1").arg(name));
    return true;
}

QString OutlineModel::nameOf(const ElementRef& element) const
{
    const Network& network = m_session.network();
    if (const auto* id = std::get_if<SiteId>(&element))
        if (const Site* site = network.sites.find(*id)) return site->displayName();
    if (const auto* id = std::get_if<LinkId>(&element))
        if (const Link* link = network.links.find(*id)) return displayName(network, *link);
    if (const auto* id = std::get_if<DemandId>(&element))
        if (const Demand* demand = network.demands.find(*id)) return displayName(network, *demand);
    return {};
}

QString OutlineModel::detailOf(const ElementRef& element) const
{
    if (const auto* id = std::get_if<SiteId>(&element)) {
        const Site* site = m_session.network().sites.find(*id);
        return site && site->processor ? tr("%n qubit(s)", nullptr, site->processor->qubits) : QString();
    }
    const auto* link = std::get_if<LinkId>(&element);
    const auto evaluation = m_session.evaluation();
    const engine::LinkResult* result = link && evaluation ? evaluation->find(*link) : nullptr;
    return result ? lengthText(result->length.si() / 1000.0) : QString();
}

double OutlineModel::kilometers(Group group) const
{
    double& total = m_kilometers[group];
    if (total >= 0.0) return total;
    total = 0.0;
    const auto evaluation = m_session.evaluation();
    if (!evaluation) return total;
    for (const std::uint32_t number : ids(group))
        if (const auto* result = evaluation->find(LinkId(number))) total += result->length.si() / 1000.0;
    return total;
}

} // namespace bellweave::ui
