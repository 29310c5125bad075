// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/units.h"
#include "model/network/extras.h"

#include <QString>
#include <optional>

namespace bellweave {

/// How elementary pairs are made and heralded: by one or two clicks at a station between the memories, by a photon that one memory
/// sends and the other absorbs, or by a pair source between two that absorb. Automatic tries what the hardware of a link can do
/// and keeps what serves the demand best.
enum class Generation { Automatic, SingleClick, DoubleClick, SenderReceiver, PairSource };

/// Whether pairs of a link are distilled before they are swapped. Automatic tries nested rounds and pumping where stations have
/// the qubits, and keeps what serves the demand best.
enum class DistillationChoice { Automatic, None };

/// How secret key is made of delivered pairs, both ends measuring at once: BBM92 in two bases, six-state in three, or with
/// devices that nobody has to trust, from a violation of the CHSH inequality.
enum class KeyProtocol { Bbm92, SixState, DeviceIndependent };

/// How a demand is served: chosen kinds and their parameters.
struct ProtocolChoice {
    Generation generation = Generation::Automatic;
    std::optional<double> brightPopulation;   ///< bright-state weight of single-click; chosen by the engine when absent
    DistillationChoice distillation = DistillationChoice::Automatic;
    KeyProtocol key = KeyProtocol::Bbm92;
    double keyCorrection = 1.0;               ///< bits disclosed by error correction over the Shannon limit, at least 1
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
    std::optional<Duration> maxLatency;       ///< 95 % of requests are to be served within it; no limit when absent
    ProtocolChoice protocol;
    QString notes;
    Extras extras;
    bool operator==(const Demand&) const = default;
};

} // namespace bellweave
