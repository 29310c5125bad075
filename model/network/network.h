// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cost_table.h"
#include "model/network/demand.h"
#include "model/network/link.h"
#include "model/network/map_note.h"
#include "model/network/map_settings.h"
#include "model/network/report_plot.h"
#include "model/network/site.h"
#include "model/network/table.h"
#include "model/network/time_frame.h"
#include "model/study/run_settings.h"

namespace bellweave {

/// What belongs to the design as a whole.
struct General {
    QString name;
    QString question;    ///< what the design is meant to answer
    QString notes;
    CostTable costs;
    RunSettings settings;
    TimeFrame time;
    MapSettings map;
    ReportSettings report;
    Extras extras;
    bool operator==(const General&) const = default;
};

/// A whole design as a value: cheap to copy, compared by content.
struct Network {
    std::shared_ptr<const General> generalPointer = std::make_shared<const General>();
    Table<Site> sites;
    Table<Link> links;
    Table<Demand> demands;
    Table<MapNote> mapNotes;
    Table<ReportPlot> reportPlots;

    const General& general() const { return *generalPointer; }
    void setGeneral(General general) { generalPointer = std::make_shared<const General>(std::move(general)); }

    bool operator==(const Network& other) const
    {
        return (generalPointer == other.generalPointer || general() == other.general()) && sites == other.sites
            && links == other.links && demands == other.demands && mapNotes == other.mapNotes
            && reportPlots == other.reportPlots;
    }
};

/// The element with this key, or null. Linear: for files, commands and people, not for inner loops.
const Site* siteByKey(const Network& network, const QString& key);
const Link* linkByKey(const Network& network, const QString& key);
const Demand* demandByKey(const Network& network, const QString& key);
const MapNote* noteByKey(const Network& network, const QString& key);
const ReportPlot* plotByKey(const Network& network, const QString& key);

/// "prefix-1", "prefix-2", … : the first key that no element of the table uses.
template<typename T>
QString freeKey(const Table<T>& table, const QString& prefix)
{
    for (std::size_t number = table.size() + 1;; ++number) {
        const QString key = prefix + u'-' + QString::number(number);
        const bool taken = std::any_of(table.begin(), table.end(), [&](const T& row) { return row.key == key; });
        if (!taken) return key;
    }
}

/// What people call an element: its name, or "Delft – Vienna" for an unnamed link or demand.
QString displayName(const Network& network, const Link& link);
QString displayName(const Network& network, const Demand& demand);

/// A link that may carry pairs: neither it nor one of its ends is missing or taken down.
bool isInUse(const Network& network, const Link& link);

/// The length of glass the user typed, if any; otherwise the engine derives it from geodesic times route factor.
std::optional<Length> typedLength(const Link& link);

} // namespace bellweave
