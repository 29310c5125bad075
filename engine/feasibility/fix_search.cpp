// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/economics/upgrades.h"
#include "engine/feasibility/fix_candidates.h"
#include "engine/feasibility/verdict.h"
#include "model/edit/edits.h"

#include <QCoreApplication>
#include <set>

namespace bellweave::engine {
namespace {

/// Demands that were met and would not be any more.
QString brokenDemands(const Network& network, const Evaluation& before, const Evaluation& after)
{
    QStringList broken;
    for (const DemandResult& old : before.demands) {
        const DemandResult* now = after.find(old.id);
        if (now && old.feasible && !now->feasible) broken << displayName(network, *network.demands.find(old.id));
    }
    return broken.join(QStringLiteral(", "));
}

/// Everything that serves a demand and that others may ask for too.
std::set<ElementRef> servants(const DemandResult& demand)
{
    std::set<ElementRef> elements;
    for (const Hop& hop : demand.hops) {
        elements.insert(hop.links.begin(), hop.links.end());
        elements.insert({ElementRef(hop.from), ElementRef(hop.to), hop.herald});
    }
    for (const KeyHop& hop : demand.relay ? demand.relay->hops : std::vector<KeyHop>()) {
        elements.insert(hop.links.begin(), hop.links.end());
        elements.insert({ElementRef(hop.from), ElementRef(hop.to)});
        if (hop.station.isValid()) elements.insert(hop.station);
    }
    elements.erase(ElementRef());
    return elements;
}

/// A way that opens may be taken by any demand.
bool mayOpenWays(const Network& network, const DemandResult& worst)
{
    return !worst.isServed() || !elementsDown(network).isEmpty();
}

/// The worst demand, those that meet it at a link, a station or a heralding site, those that meet these, and so on: a change
/// along its route reaches no others. All where a change may open ways.
std::set<DemandId> concerned(const Network& network, const Evaluation& evaluation, const DemandResult& worst)
{
    if (mayOpenWays(network, worst)) {
        std::set<DemandId> all;
        for (const DemandResult& demand : evaluation.demands) all.insert(demand.id);
        return all;
    }
    std::set<ElementRef> reached = servants(worst);
    std::set<DemandId> demands{worst.id};
    for (bool grows = true; grows;) {
        grows = false;
        for (const DemandResult& demand : evaluation.demands) {
            if (demands.contains(demand.id)) continue;
            const std::set<ElementRef> own = servants(demand);
            if (std::none_of(own.begin(), own.end(), [&](const ElementRef& element) { return reached.contains(element); })) continue;
            reached.insert(own.begin(), own.end());
            demands.insert(demand.id);
            grows = true;
        }
    }
    return demands;
}

/// The design with only some of its demands: what a trial has to work out.
Network withDemands(Network network, const std::set<DemandId>& kept)
{
    ElementSet others;
    for (const Demand& demand : network.demands)
        if (!kept.contains(demand.id)) others.demands.insert(demand.id);
    applyPatch(network, removeElements(network, others));
    return network;
}

int metAmong(const Evaluation& evaluation, const std::set<DemandId>& demands)
{
    return static_cast<int>(std::count_if(demands.begin(), demands.end(),
                                          [&](DemandId id) { return evaluation.find(id)->feasible; }));
}

/// Every requirement of the demand is met and none is close to its limit.
bool hasRoom(const Verdict& verdict, DemandId demand)
{
    return std::all_of(verdict.requirements.begin(), verdict.requirements.end(),
                       [&](const Requirement& row) { return row.demand != demand || (row.met && !row.marginal); });
}

/// What the demand itself loses by a change that helps it elsewhere.
QStringList ownLosses(const DemandResult& before, const DemandResult& after)
{
    constexpr double kNoticed = 0.02;      // of the rate
    constexpr double kNoticedError = 1e-3; // of the fidelity
    QStringList losses;
    if (after.relay && (!before.relay || after.relay->trusted.size() > before.relay->trusted.size()))
        losses += QCoreApplication::translate("Fixes", "who sees its key, trusted nodes on the way now: %1").arg(after.relay->trusted.size());
    if (after.relay || before.relay) return losses;
    if (after.rate < (1.0 - kNoticed) * before.rate)
        losses += QCoreApplication::translate("Fixes", "its rate, %1 → %2 ebit/s").arg(formatNumber(before.rate.si(), 2), formatNumber(after.rate.si(), 2));
    if (after.fidelity < before.fidelity - kNoticedError)
        losses += QCoreApplication::translate("Fixes", "its fidelity, %1 → %2").arg(before.fidelity, 0, 'f', 3).arg(after.fidelity, 0, 'f', 3);
    return losses;
}

Fix tried(const Network& network, const Evaluation& before, const FixCandidate& candidate, Evaluator& evaluator)
{
    const Evaluation after = evaluator.evaluate(candidate.network);
    const DemandResult& result = *after.find(before.verdict.worst);
    Fix fix;
    fix.sentence = candidate.sentence;
    fix.patch = difference(network, candidate.network);
    fix.price = priceOfChange(fix.patch, candidate.network.general().costs, before.cost, after.cost);
    fix.ambition = candidate.ambition;
    fix.fidelityAfter = result.fidelity;
    fix.rateAfter = result.rate;
    fix.keyRateAfter = result.keyRate;
    fix.isKeyOnly = candidate.network.demands.find(result.id)->purpose == Purpose::SecretKey;
    // What fails has to be met; what is marginal has to gain room.
    const bool wasMet = before.find(before.verdict.worst)->feasible;
    fix.solves = wasMet ? hasRoom(after.verdict, before.verdict.worst) : result.feasible;
    fix.metAfter = after.verdict.met;    // of the demands in the trial; the caller adds the others
    QStringList worse = ownLosses(*before.find(before.verdict.worst), result);
    if (const QString broken = brokenDemands(network, before, after); !broken.isEmpty()) worse += broken;
    fix.worsens = worse.join(QStringLiteral("; "));
    return fix;
}

/// What fails, or is marginal, gets better and nothing of it worse.
bool helps(const Fix& fix, const DemandResult& before)
{
    if (fix.solves) return true;
    if (fix.isKeyOnly) return fix.keyRateAfter > 1.01 * before.keyRate;
    const bool betterFidelity = fix.fidelityAfter > before.fidelity + 1e-4;
    const bool betterRate = fix.rateAfter > 1.01 * before.rate;
    if (before.meetsFidelity && !before.meetsRate) return betterRate;
    if (!before.meetsFidelity && before.meetsRate) return betterFidelity;
    return (betterFidelity && fix.rateAfter >= before.rate) || (betterRate && fix.fidelityAfter >= before.fidelity);
}

/// Fixes that solve first, cheapest first; of several with one price the least ambitious, then the one with the better fidelity.
bool comesBefore(const Fix& a, const Fix& b)
{
    if (a.solves != b.solves) return a.solves;
    if (a.price != b.price) return a.price < b.price;
    if (a.solves && a.ambition != b.ambition) return a.ambition < b.ambition;
    return a.fidelityAfter > b.fidelityAfter;
}

} // namespace

void searchFixes(const Network& network, Evaluation& evaluation, Evaluator& trials, std::stop_token stop)
{
    Verdict& verdict = evaluation.verdict;
    const DemandResult* worst = verdict.worst.isValid() ? evaluation.find(verdict.worst) : nullptr;
    if (verdict.fixesSearched) return;
    if (!worst || hasRoom(verdict, worst->id)) {
        verdict.fixesSearched = true;    // nothing needs fixing
        return;
    }
    const DemandResult before = *worst;
    const std::set<DemandId> demands = concerned(network, evaluation, before);
    const Network trial = withDemands(network, demands);
    const int metElsewhere = verdict.met - metAmong(evaluation, demands);
    for (const FixCandidate& candidate : fixCandidates(trial, before)) {
        if (stop.stop_requested()) return;
        Fix fix = tried(trial, evaluation, candidate, trials);
        fix.metAfter += metElsewhere;
        ++verdict.fixesTried;
        if (helps(fix, before)) verdict.fixes.push_back(std::move(fix));
    }
    verdict.fixesSearched = true;
    std::stable_sort(verdict.fixes.begin(), verdict.fixes.end(), comesBefore);
    if (!verdict.fixes.empty() && verdict.fixes.front().solves)
        for (Requirement& row : verdict.requirements)
            if (row.demand == verdict.worst && (!row.met || row.marginal)) row.fix = verdict.fixes.front().sentence;
    concludeVerdict(network, evaluation, verdict);
}

} // namespace bellweave::engine
