// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/distillation_kind.h"
#include "engine/physics/bell_diagonal.h"
#include "model/base/units.h"
#include "model/edit/findings.h"
#include "model/network/demand.h"
#include "model/network/sky_way.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace bellweave::engine {

/// One term of a loss budget; terms add up to the loss in dB.
struct LossTerm {
    QString label;
    Decibel loss;
    QString formula;     ///< how it was computed, for tool tips
};

/// One physical link, taken alone: what the elementary pair over it would be.
struct LinkResult {
    LinkId id;
    bool available = false;
    QString reason;                  ///< why not available
    Length length;                   ///< of the glass
    bool lengthDerived = true;       ///< geodesic times route factor, not typed
    std::optional<Length> geodesic;  ///< straight distance of the two ends on WGS84; none when one is unplaced
    std::optional<Decibel> loss;     ///< of the whole way, without source and detectors; none for a measured link
    double transmissivity = 0.0;     ///< of that loss; 0 when there is none
    Rate attemptRate;                ///< over all memories in parallel
    double successProbability = 0.0; ///< per attempt
    Rate rate;                       ///< elementary pairs per second
    BellDiagonal state;
    Rate boundRate;                  ///< capacity of the worse half times its channel uses per second, ebit/s
    QString scheme;                  ///< "single-click, α 0.05"
    std::optional<double> efficiency;   ///< pairs made in the time in which one fades; none for a measured link
    double twirlLoss = 0.0;          ///< trace distance between the pair and its Bell-diagonal form, where the whole pair is known
    std::vector<LossTerm> budget;    ///< what lies between the source and a click, on the worse side
    double load = 0.0;               ///< share of its time that the demands' required rates use; above 1 is overloaded
    std::optional<SkyWay> sky;       ///< of a satellite link: how it lies at the moment that is looked at
};

/// Where fidelity is lost. Order is the order of the chart's colors.
enum class ErrorCause { MemoryWait, LinkGeneration, SwapOperations, DetectorNoise };

/// What one cause costs: infidelity that would vanish if it alone were perfect, scaled so that the shares add up to 1 - F.
struct ErrorShare {
    ErrorCause cause = ErrorCause::MemoryWait;
    double infidelity = 0.0;
    ElementRef worst;                ///< the element that contributes most
};

/// One elementary link of a route between two stations that hold memories.
struct Hop {
    SiteId from;
    SiteId to;
    std::vector<LinkId> links;       ///< in order along the route; several when passive sites lie between
    Length length;
    Rate rate;                       ///< heralded pairs per second
    double successProbability = 0.0;
    Rate attemptRate;
    BellDiagonal state;
    QString scheme;
    int distillations = 0;           ///< rounds that a pair passes before it is swapped
    DistillationKind distillationKind = DistillationKind::Nested;    ///< of those rounds
    double heraldedFidelity = 0.0;   ///< before distillation; fidelity where there is none
    Rate heraldedRate;               ///< the same of the rate
    Rate boundRate;
    ElementRef herald;               ///< the site on the way that heralds or sends pairs, or the fiber whose own station does; none without light
    double twirlLoss = 0.0;          ///< see LinkResult
    std::shared_ptr<const std::vector<LossTerm>> budget;    ///< likewise; shared, since results are copied
    Duration meanWait;               ///< mean time a pair of this hop waits in memory for its neighbors
};

/// Fidelity of the chain from its start to this distance.
struct RoutePoint {
    SiteId site;
    Length distance;
    double fidelityBefore = 1.0;     ///< after the hop that ends here
    double fidelityAfter = 1.0;      ///< after the swap here
};

/// What keeps a demand from more.
struct Limit {
    ElementRef element;
    ErrorCause cause = ErrorCause::MemoryWait;
    QString why;                     ///< "Memory wait at Nuremberg"
    QString clause;                  ///< the same inside a sentence: "memory wait at Nuremberg"
    double share = 0.0;              ///< of the error, or of the waiting time when the rate limits
};

/// One point of the distribution of the time from request to usable pair. Points lie on straight lines; where the time comes
/// in few steps, each has a point before and one after it.
struct DeliveryPoint {
    Duration time;
    double delivered = 0.0;          ///< probability that the pair is there by then
    bool operator==(const DeliveryPoint&) const = default;
};

/// One step of the plan that serves a demand: links make pairs, swaps join them, rounds of distillation make one good pair of
/// several. Steps stand in the order in which pairs pass them; the last one delivers.
struct PlanStep {
    enum class Kind { Link, Swap, Distillation };
    Kind kind = Kind::Link;
    std::vector<std::size_t> inputs = {};    ///< steps before: none of a link, two or more of a swap, one of a distillation
    std::size_t firstHop = 0;           ///< what its pairs span, hops of the route
    std::size_t lastHop = 0;
    int rounds = 0;                     ///< of distillation
    DistillationKind distillation = DistillationKind::Nested;    ///< of those rounds
    std::optional<Duration> cutoff = {};    ///< longest time that the earlier pair of a swap waits; none: as long as it takes
    Rate rate = {};                     ///< pairs per second that pass it
    double fidelity = 0.0;              ///< mean, when its pairs are there
    bool operator==(const PlanStep&) const = default;
};

/// Two key terminals that make secret key of light between them.
struct KeyHop {
    SiteId from;
    SiteId to;
    std::vector<LinkId> links = {};  ///< in order along the route
    KeyExchange exchange = KeyExchange::DecoyBb84;   ///< that one which gives most here
    SiteId station = {};             ///< where light of both meets, or comes from; none for BB84
    Length length = {};
    Decibel loss = {};               ///< of the whole way, detectors left out
    Rate pulseRate = {};             ///< zero of a continuous source
    double meanPhotons = 0.0;        ///< of a signal pulse; of `from` where both send; pairs a pulse of a source; zero of a continuous one
    std::optional<Rate> pairRate = {};   ///< pairs a second of a continuous source, and of that alone
    std::optional<Duration> window = {}; ///< in which its coincidences count, full width
    double error = 0.0;              ///< of sifted bits
    Rate rate = {};                  ///< key, bit/s, alone on its links
    Rate boundRate = {};             ///< what no protocol of this kind can pass on such light
    Duration delay = {};             ///< light from end to end
    Duration blockTime = {};         ///< to gather one block; zero where blocks have no end
};

/// Secret key handed from terminal to terminal: each node between the ends adds the keys of its two hops and tells the sum.
/// Entanglement is nowhere on the way, and every such node holds the whole key.
struct KeyRelay {
    std::vector<KeyHop> hops;
    std::vector<SiteId> trusted;     ///< every terminal between the ends, in order
    double trust = 1.0;              ///< chance that nobody reads any of them
    SiteId weakest;                  ///< the least trusted of them; none where there are none
    Rate rateAlone;                  ///< of the slowest hop, bit/s; with what satellites alongside carry
    std::vector<SiteId> alongside;   ///< satellites that carry key of their own between the same stations as the one on the route; the rate is all of theirs
    /// How many nodes have to be read before the key is known: any single one where there is one at all, else none suffices.
    int compromisedToBreak() const { return trusted.empty() ? 0 : 1; }
};

/// How a demand is served in a part of the time that a design spans. Times from its beginning.
struct CoursePoint {
    Duration from;
    Duration until;
    Rate rate;                       ///< of pairs, with the other demands' required rates taken off; by clear sky
    double fidelity = 0.0;           ///< of those pairs; 0 without any
    Rate keyRate;                    ///< bit/s, likewise
    double clear = 1.0;              ///< chance that no cloud stands on the way
    bool operator==(const CoursePoint&) const = default;
};

/// A demand whose rate changes as satellites move.
struct DemandCourse {
    QString begin;                   ///< UTC
    Duration span;
    std::vector<CoursePoint> points; ///< in order, one after the other over the whole span
    Duration served;                 ///< time in which anything comes
    Duration longestGap;             ///< without anything; the span goes on as it began
    double pairs = 0.0;              ///< over the span, clouds taken off
    double keyBits = 0.0;
    Duration best;                   ///< when most comes: route, hops and errors of the result are those of that moment
    /// Pairs that memories must keep for the longest gap when they are used up evenly.
    double pairsOverGap() const { return pairs * (longestGap / span); }
    bool operator==(const DemandCourse&) const = default;
};

/// One demand over its chosen route.
struct DemandResult {
    DemandId id;
    bool routed = false;             ///< pairs are delivered; never true of a relayed key
    QString reason;                  ///< why there is no route, or that the key is relayed
    std::optional<KeyRelay> relay;   ///< of a demand for key that no pairs serve: all but route, length, key and latency is empty
    std::vector<SiteId> route;       ///< every site in order
    std::vector<Hop> hops;
    std::vector<PlanStep> plan;      ///< how pairs of the hops become the pair of the ends; empty without a route and where stations correct errors
    int stationQubits = 0;           ///< that a station inside holds for a code; 0 where none is used
    double codeCost = 0.0;           ///< code qubits along the route over rate and length, qubit s/m; see RepeaterGeneration
    Length length;                   ///< glass along the route
    Rate rate;                       ///< with the other demands' required rates taken off the shared links
    Rate rateAlone;
    ElementRef sharedAt;             ///< the fullest of the links and sites that others use too; none while nothing is taken off
    double fidelity = 0.0;
    BellDiagonal state;
    Duration latency;                ///< mean time from request to a usable pair
    Duration latencyP95;
    std::vector<DeliveryPoint> delivery;    ///< from 0 to 0.99 and beyond, ascending
    Rate keyRate;                    ///< under the demand's choice of protocol and bound, bit/s
    Rate boundRate;                  ///< smallest hop bound
    double success = 1.0;            ///< of a round: all swaps succeed and no memory loses its half
    double availability = 1.0;       ///< share of the time in which every site and link of the route works
    bool feasible = false;
    bool meetsFidelity = false;
    bool meetsRate = false;
    bool meetsLatency = false;       ///< also when none is asked for
    std::vector<ErrorShare> errors;  ///< sorted, largest first; sum = 1 - fidelity
    std::vector<RoutePoint> along;
    std::optional<Limit> limit;
    QString model;                   ///< "exact for two segments", or the approximation by name
    std::shared_ptr<const DemandCourse> course;   ///< where satellites serve it: rates, fidelity and times are means over its span; else null

    /// Pairs or a relayed key reach the other end, however many.
    bool isServed() const { return routed || relay; }
    /// The links of the route in order, of pairs or of a relayed key.
    std::vector<LinkId> linksAlong() const;
};

inline std::vector<LinkId> DemandResult::linksAlong() const
{
    std::vector<LinkId> all;
    for (const Hop& hop : hops) all.insert(all.end(), hop.links.begin(), hop.links.end());
    if (!relay) return all;
    for (const KeyHop& hop : relay->hops) all.insert(all.end(), hop.links.begin(), hop.links.end());
    return all;
}

/// Price of one part of the design.
struct CostPart {
    QString label;
    int count = 0;
    Money capex;
    MoneyPerYear opex;
    Power power;
};

struct CostResult {
    std::vector<CostPart> parts;
    Money capex;
    Money upgrades;                  ///< part of the capital: hardware better than its preset's price buys
    MoneyPerYear opex;               ///< leases, electricity, maintenance
    MoneyPerYear annuity;            ///< CAPEX spread over its life with interest
    MoneyPerYear total;              ///< annuity + OPEX
    Power power;
    std::optional<Money> perEbit;    ///< total over the pairs of a year that demands ask for and get at their fidelity; none without
};

enum class VerdictLevel { Feasible, Marginal, NotFeasibleYet, NotFeasible, Impossible, NotComputed };

/// What a demand may ask for.
enum class Measured { Fidelity, Rate, Latency, KeyRate };

/// One row of what is needed against what is reached.
struct Requirement {
    DemandId demand;
    QString what;
    double needed = 0.0;
    double reached = 0.0;
    QString unit;
    ElementRef element;
    bool met = false;
    bool marginal = false;
    QString fix;
    Measured measure = Measured::Fidelity;
    double margin = 0.0;             ///< how far inside its limit: above 1 met, below not
};

/// A single change that was tried.
struct Fix {
    QString sentence;                ///< "T₂ 1.0 → 3.0 s at 3 repeaters"
    Patch patch;
    Money price;                     ///< of the change; what it saves counts against it
    double ambition = 1.0;           ///< by which factor hardware gets better: of two fixes with one price the smaller is likelier
    double fidelityAfter = 0.0;
    Rate rateAfter;
    Rate keyRateAfter;               ///< bit/s
    bool isKeyOnly = false;          ///< what it fixes asks for key, so fidelity and pairs after it say nothing
    bool solves = false;             ///< the demand meets what it requires; of a marginal one: with room to spare
    int metAfter = 0;                ///< demands met with it
    QString worsens;                 ///< what else becomes worse; empty when nothing does
};

struct Verdict {
    VerdictLevel level = VerdictLevel::NotComputed;
    QString sentence;
    QString assumption;              ///< what the sentence takes for granted: "hardware projected for 2035 at 12 stations"; may be empty
    DemandId worst;                  ///< the demand the sentence is about; invalid when there is none
    int met = 0;
    int marginal = 0;
    int demands = 0;
    std::vector<Requirement> requirements;
    std::vector<Fix> fixes;          ///< cheapest first; empty until the search has run
    bool fixesSearched = false;
    int fixesTried = 0;
};

/// Everything that follows from a design. Rows are ordered like the design's tables; a row that did not change since the
/// evaluation before is shared with it, so keeping and handing on evaluations of large designs is cheap.
struct Evaluation {
    Table<LinkResult> links;
    Table<DemandResult> demands;
    std::map<SiteId, double> siteLoads;   ///< share of a station's time that the demands' required rates use; above 1 is overloaded
    CostResult cost;
    Verdict verdict;
    std::vector<Finding> findings;   ///< structure and physics

    const LinkResult* find(LinkId id) const { return links.find(id); }
    /// The length of a link that stands for one that is not typed; none for other elements and where none is known.
    std::optional<Length> derivedLength(const ElementRef& element) const
    {
        const auto* id = std::get_if<LinkId>(&element);
        const LinkResult* link = id ? find(*id) : nullptr;
        return link && link->length > Length() ? std::optional(link->length) : std::nullopt;
    }
    const DemandResult* find(DemandId id) const { return demands.find(id); }
};

} // namespace bellweave::engine
