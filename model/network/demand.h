// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/units.h"
#include "model/network/extras.h"
#include "model/network/traffic.h"

#include <QString>
#include <optional>

namespace bellweave {

/// How elementary pairs are made and heralded: by one or two clicks at a station between the memories, by a photon that one memory
/// sends and the other absorbs, or by a pair source between two that absorb. Automatic tries what the hardware of a link can do
/// and keeps what serves the demand best.
enum class Generation { Automatic, SingleClick, DoubleClick, SenderReceiver, PairSource };

/// Whether and how pairs are distilled, those of a link before they are swapped and those of several. Automatic tries every kind
/// where stations have the qubits, and keeps what serves the demand best. Nested and pumped: the best two-pair rounds, with pairs of
/// equal age or always fresh ones. Werner: nested rounds of pairs made isotropic before, as BBPSSW. Double selection: a third pair
/// watches over the second. Photon loss: two pairs of single-click heralding whose lost photons and common phase cancel (EPL).
/// The last two are of links alone.
enum class DistillationChoice { Automatic, None, Nested, Pumped, Werner, DoubleSelection, PhotonLoss };

/// In which order the hops of a route are joined. Automatic searches the order, with waits and distillation on the way.
enum class SwapOrder { Automatic, AsSoonAsPossible, Sequential, Nested };

/// What keeps errors down over many hops. Memories: heralded pairs are swapped, and distilled on the way (first generation).
/// Encoded memories: each hop makes as many pairs as a code has qubits, which correct the errors of operations and of the pairs
/// (second). One way: light carries a code that survives its loss on every hop, nothing is heralded (third).
enum class RepeaterGeneration { Memories, EncodedMemories, OneWay };

/// How secret key is made of delivered pairs, both ends measuring at once: BBM92 in two bases, six-state in three, or with
/// devices that nobody has to trust, from a violation of the CHSH inequality.
enum class KeyProtocol { Bbm92, SixState, DeviceIndependent };

/// How a demand for key is served. Automatic compares pairs from end to end with key relay and takes what keeps the wanted rate
/// with fewer nodes to trust, else what gives more. Relay takes the best of those that follow on each hop; every other word
/// allows just that one. Pair source: both terminals measure photons of a source between them, as in BBM92.
enum class KeyExchange { Automatic, Pairs, Relay, DecoyBb84, MeasurementDeviceIndependent, TwinField, PairSource };

/// How much a finite block of key gives up for what it cannot know. Asymptotic: blocks without end. The others bound the errors
/// that were not tested by those that were: by a union over all counts, by the exact tail of drawing without replacement, or by
/// Serfling's inequality.
enum class KeyBound { Asymptotic, UnionBound, ExactTail, Serfling };

/// How a demand is served: chosen kinds and their parameters.
struct ProtocolChoice {
    Generation generation = Generation::Automatic;
    std::optional<double> brightPopulation;   ///< bright-state weight of single-click; chosen by the engine when absent
    DistillationChoice distillation = DistillationChoice::Automatic;
    SwapOrder order = SwapOrder::Automatic;
    std::optional<Duration> waitLimit;        ///< longest time that one of two pairs waits to be joined; chosen by the engine when absent
    QString plan;                             ///< the whole order as text, see PairPlan; in place of order and limit when not empty
    RepeaterGeneration repeaters = RepeaterGeneration::Memories;
    int codeQubits = 7;                       ///< of a code of encoded memories
    int codeCorrects = 1;                     ///< wrong qubits that it corrects; less than half of them
    int codeBlocks = 23;                      ///< of a one-way parity code
    int codePhotons = 5;                      ///< in each of its blocks
    KeyProtocol key = KeyProtocol::Bbm92;
    double keyCorrection = 1.0;               ///< bits disclosed by error correction over the Shannon limit, at least 1
    KeyExchange keyExchange = KeyExchange::Automatic;   ///< of demands for key only
    double keySifting = 0.5;                  ///< share of a relay's pulses whose bases agree: 1/2 when drawn evenly, more when biased
    KeyBound keyBound = KeyBound::Asymptotic;
    double keyBlock = 1e7;                    ///< sifted bits of a block, where it is finite
    double keySecrecy = 1e-10;                ///< chance that a finite block is not secret
    bool operator==(const ProtocolChoice&) const = default;
};

/// True when two choices make and join pairs alike, whatever key is made of them.
inline bool makesPairsLike(const ProtocolChoice& a, const ProtocolChoice& b)
{
    return a.generation == b.generation && a.brightPopulation == b.brightPopulation && a.distillation == b.distillation;
}

/// What a demand is for: pairs, or secret key made by any means.
enum class Purpose { Entanglement, SecretKey };

/// Who wants entangled pairs or secret key with whom, how good and how many.
struct Demand {
    DemandId id;
    QString key;
    QString name;
    SiteId from;
    SiteId to;
    Purpose purpose = Purpose::Entanglement;
    double minFidelity = 0.9;                 ///< of pairs, where these are what is asked for
    Rate minRate = Rate::fromSi(1.0);         ///< the same
    Rate minKeyRate = Rate::fromSi(1000.0);   ///< bit/s, where key is asked for
    std::optional<Duration> maxLatency;       ///< 95 % of requests are to be served within it; no limit when absent
    ProtocolChoice protocol;
    Traffic traffic;
    QString notes;
    Extras extras;
    bool operator==(const Demand&) const = default;
};

} // namespace bellweave
