// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/units.h"
#include "model/network/extras.h"

#include <QString>
#include <optional>

namespace bellweave {

/// How elementary pairs are heralded. Automatic tries every scheme and keeps what serves the demand best.
enum class Generation { Automatic, SingleClick, DoubleClick };

/// How a demand is served: chosen kinds and their parameters.
struct ProtocolChoice {
    Generation generation = Generation::Automatic;
    std::optional<double> brightPopulation;   ///< bright-state weight of single-click; chosen by the engine when absent
    bool operator==(const ProtocolChoice&) const = default;
};

/// Who wants entangled pairs with whom, how good and how many.
struct Demand {
    DemandId id;
    QString key;
    QString name;
    SiteId from;
    SiteId to;
    double minFidelity = 0.9;
    Rate minRate = Rate::fromSi(1.0);
    ProtocolChoice protocol;
    QString notes;
    Extras extras;
    bool operator==(const Demand&) const = default;
};

} // namespace bellweave
