// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/key_result.h"

#include "engine/analytic/demand_result.h"
#include "engine/analytic/sites_along.h"
#include "engine/physics/finite_device_independent.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/key_rate.h"
#include "engine/routing/demand_plan.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("KeyResult", text); }

/// Fidelities that pairs for key are planned at: from where BBM92 begins to where little more is to be gained.
constexpr double kTargets[] = {0.84, 0.88, 0.92, 0.96, 0.99};

QString modelOf(const Demand& demand, const KeyRelay& relay)
{
    const bool meets = std::any_of(relay.hops.begin(), relay.hops.end(), [](const KeyHop& hop) { return hop.station.isValid(); });
    if (demand.protocol.keyBound != KeyBound::Asymptotic) return translated("finite blocks, expected counts, three intensities where pulses are weak");
    return meets ? translated("asymptotic, infinitely many decoys, stations and sources nobody has to trust") : translated("asymptotic, infinitely many decoys");
}

DemandResult relayed(const Network& network, const Demand& demand, KeyRelay relay)
{
    DemandResult result;
    result.id = demand.id;
    result.reason = relayText(network, relay);
    result.route = sitesAlong(network, relay.hops);
    result.keyRate = relay.rateAlone;
    result.boundRate = relay.hops.front().boundRate;
    for (const KeyHop& hop : relay.hops) {
        result.length += hop.length;
        result.latency += hop.delay;
        result.boundRate = std::min(result.boundRate, hop.boundRate);
    }
    const auto slowest = std::max_element(relay.hops.begin(), relay.hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.blockTime < b.blockTime; });
    result.latency += slowest->blockTime;
    result.latencyP95 = result.latency;
    result.model = modelOf(demand, relay);
    result.relay = std::move(relay);
    return result;
}

/// A terminal at an end that is in operation.
bool hasTerminal(const Network& network, SiteId end)
{
    const Site* site = network.sites.find(end);
    return site && site->terminal && !site->down;
}

QString nameOf(const Network& network, SiteId site) { return network.sites.find(site)->displayName(); }

QString noRelayReason(const Network& network, const Demand& demand, const KeyGraph& terminals)
{
    for (const SiteId end : {demand.from, demand.to})
        if (!hasTerminal(network, end)) return translated("%1 has no key terminal in operation.").arg(nameOf(network, end));
    if (terminals.areJoined(demand.from, demand.to)) return translated("No way over key terminals gives any key.");
    const KeyExchange exchange = demand.protocol.keyExchange;
    if (exchange == KeyExchange::MeasurementDeviceIndependent || exchange == KeyExchange::TwinField)
        return translated("Key by %1 needs a midpoint station between the terminals of every hop.").arg(exchangeText(exchange));
    if (exchange == KeyExchange::PairSource) return translated("Key by %1 needs one between the terminals of every hop.").arg(exchangeText(exchange));
    return translated("No light joins key terminals from one end to the other.");
}

DemandResult unserved(const Demand& demand, const QString& reason)
{
    DemandResult result;
    result.id = demand.id;
    result.reason = reason;
    return result;
}

/// Classes first, then what counts inside the class.
std::tuple<bool, int, double> worth(const Demand& demand, const DemandResult& result)
{
    const bool isEnough = result.keyRate >= demand.minKeyRate;
    const int trusted = result.relay ? static_cast<int>(result.relay->trusted.size()) : 0;
    return {isEnough, isEnough ? -trusted : 0, result.keyRate.si()};
}

} // namespace

namespace {

/// Of the basis that makes key, and of that which tests.
struct Errors {
    double bit = 0.0;
    double phase = 0.0;
};
Errors inBothBases(const BellDiagonal& state)
{
    const double bit = state.weights[2] + state.weights[3];
    const double phase = state.weights[1] + state.weights[3];
    return {std::min(bit, phase), std::max(bit, phase)};
}
/// Any basis unbiased to that of the key may test it; what the third says is left unused.
Errors twoBestOfThree(const BellDiagonal& state)
{
    const std::array<double, 3> errors = basisErrors(state);
    return {errors[0], errors[1]};
}

} // namespace

double keyPerPair(const BellDiagonal& state, const ProtocolChoice& choice)
{
    if (choice.keyBound == KeyBound::Asymptotic) return keyFraction(state, choice.key, choice.keyCorrection);
    if (choice.key == KeyProtocol::DeviceIndependent)
        return finiteDeviceIndependent({choice.keyBlock, largestChsh(state), basisErrors(state).front(), choice.keySecrecy}, choice.keyCorrection);
    const Errors errors = choice.key == KeyProtocol::SixState ? twoBestOfThree(state) : inBothBases(state);
    return finiteFraction({choice.keyBlock, errors.bit, errors.phase, choice.keySecrecy}, choice.keyBound, choice.keyCorrection);
}

bool allowsPairs(const ProtocolChoice& choice) { return choice.keyExchange == KeyExchange::Automatic || choice.keyExchange == KeyExchange::Pairs; }
bool allowsRelay(const ProtocolChoice& choice) { return choice.keyExchange != KeyExchange::Pairs; }

DemandResult pairsForKey(const StationGraph& graph, const Network& network, const Demand& demand)
{
    Demand planned = demand;
    planned.minRate = Rate::fromSi(1e-6);
    const auto resultFor = [&](double target) {
        planned.minFidelity = target;
        DemandResult result = demandResult(graph, network, planned, planDemand(graph, network, planned));
        result.keyRate = result.rate * keyPerPair(result.state, demand.protocol);
        return result;
    };
    // The order of swaps is searched for the fidelity that is best without.
    const bool isSearched = demand.protocol.order == SwapOrder::Automatic && demand.protocol.plan.isEmpty() && !demand.protocol.waitLimit;
    if (isSearched) planned.protocol.order = SwapOrder::AsSoonAsPossible;
    std::optional<DemandResult> best;
    double bestTarget = kTargets[0];
    for (const double target : kTargets) {
        DemandResult next = resultFor(target);
        if (!best || next.keyRate > best->keyRate) {
            best = std::move(next);
            bestTarget = target;
        }
        if (!best->routed) return std::move(*best);    // no fidelity changes that
    }
    if (!isSearched) return std::move(*best);
    planned.protocol.order = SwapOrder::Automatic;
    DemandResult searched = resultFor(bestTarget);
    return searched.keyRate > best->keyRate ? std::move(searched) : std::move(*best);
}

DemandResult keyResult(const Network& network, const Demand& demand, const DemandResult* pairs, const KeyGraph* terminals)
{
    std::optional<std::vector<KeyHop>> hops;
    if (terminals) hops = terminals->route(demand.from, demand.to, demand.minKeyRate);
    const bool hasPairs = pairs && pairs->routed;
    if (!hops) {
        const bool asksForTerminals = terminals && (!pairs || hasTerminal(network, demand.from) || hasTerminal(network, demand.to));
        if (hasPairs || (pairs && !asksForTerminals)) return *pairs;
        return unserved(demand, noRelayReason(network, demand, *terminals));
    }
    DemandResult relay = relayed(network, demand, relayOver(network, std::move(*hops)));
    return hasPairs && worth(demand, *pairs) >= worth(demand, relay) ? *pairs : relay;
}

QString relayText(const Network& network, const KeyRelay& relay)
{
    if (relay.trusted.empty()) return translated("Key only: no node between the ends sees it.");
    if (!relay.alongside.empty() && relay.trusted.size() > 1)
        return translated("Key only: each of %1 trusted nodes sees all that it carries, and so does each of %2 more satellites beside the one on the way.").arg(relay.trusted.size()).arg(relay.alongside.size());
    if (!relay.alongside.empty())
        return translated("Key only: the trusted satellite %1 sees all that it carries, and so does each of %2 more beside it.").arg(nameOf(network, relay.trusted.front())).arg(relay.alongside.size());
    if (relay.trusted.size() == 1) return translated("Key only: the trusted node %1 sees all of it.").arg(nameOf(network, relay.weakest));
    return translated("Key only: each of %1 trusted nodes sees all of it, %2 is trusted least.")
        .arg(relay.trusted.size())
        .arg(nameOf(network, relay.weakest));
}

QString exchangeText(KeyExchange exchange)
{
    switch (exchange) {
    case KeyExchange::Automatic: return translated("automatic");
    case KeyExchange::Pairs: return translated("pairs from end to end");
    case KeyExchange::Relay: return translated("key relay");
    case KeyExchange::DecoyBb84: return translated("BB84 with decoys");
    case KeyExchange::MeasurementDeviceIndependent: return translated("measurement-device-independent");
    case KeyExchange::TwinField: return translated("twin-field");
    case KeyExchange::PairSource: return translated("BBM92 from a pair source");
    }
    Q_UNREACHABLE();
}

QString boundText(KeyBound bound)
{
    switch (bound) {
    case KeyBound::Asymptotic: return translated("asymptotic");
    case KeyBound::UnionBound: return translated("union bound");
    case KeyBound::ExactTail: return translated("exact tail");
    case KeyBound::Serfling: return translated("Serfling");
    }
    Q_UNREACHABLE();
}

} // namespace bellweave::engine
