// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/verdict.h"

#include "engine/analytic/key_result.h"
#include "engine/economics/cost.h"
#include "engine/feasibility/impossibility.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Verdict", text); }

/// Fidelities with 3 decimals, 4 above 0.99.
QString fidelityText(double fidelity) { return QString::number(fidelity, 'f', fidelity > 0.99 ? 4 : 3); }
QString rateText(Rate rate) { return formatNumber(rate.si(), rate.si() < 100.0 ? 2 : 3); }

bool isForKey(const Demand& demand) { return demand.purpose == Purpose::SecretKey; }

constexpr double kNoLimit = std::numeric_limits<double>::infinity();

/// How far inside its limit a requirement is: above 1 met, below not. Infidelity counts, since 0.99 and 0.999 differ tenfold.
double fidelityMargin(const Demand& demand, const DemandResult& result)
{
    if (isForKey(demand)) return kNoLimit;
    return result.routed ? (1.0 - demand.minFidelity) / std::max(1e-12, 1.0 - result.fidelity) : 0.0;
}

double rateMargin(const Demand& demand, const DemandResult& result)
{
    if (isForKey(demand)) return result.isServed() ? result.keyRate / demand.minKeyRate : 0.0;
    return result.routed ? result.rate / demand.minRate : 0.0;
}

double latencyMargin(const Demand& demand, const DemandResult& result)
{
    if (!result.isServed()) return 0.0;
    return demand.maxLatency ? *demand.maxLatency / std::max(result.latencyP95, Duration::fromSi(1e-15)) : kNoLimit;
}

bool isMarginal(double margin, double band) { return margin >= 1.0 && margin < 1.0 + band; }

std::vector<Requirement> pairRequirements(const Demand& demand, const DemandResult& result, const ElementRef& element, double band)
{
    Requirement fidelity{demand.id, translated("Fidelity"), demand.minFidelity, result.fidelity, {}, element,
                         result.meetsFidelity, false, {}, Measured::Fidelity, fidelityMargin(demand, result)};
    // Only a plan that could not aim inside the limit comes to lie in the band: the planner leaves it where the rate allows.
    fidelity.marginal = fidelity.met && fidelityMargin(demand, result) < 1.0 / (1.0 - band) - 1e-6;
    Requirement rate{demand.id, translated("Rate"), demand.minRate.si(), result.rate.si(), QStringLiteral("ebit/s"), element,
                     result.meetsRate, isMarginal(rateMargin(demand, result), band), {}, Measured::Rate, rateMargin(demand, result)};
    return {std::move(fidelity), std::move(rate)};
}

/// Key asks for no fidelity: how good pairs are is in the key they give.
std::vector<Requirement> keyRequirements(const Demand& demand, const DemandResult& result, const ElementRef& element, double band)
{
    return {{demand.id, translated("Key rate"), demand.minKeyRate.si(), result.keyRate.si(), QStringLiteral("bit/s"), element,
             result.meetsRate, isMarginal(rateMargin(demand, result), band), {}, Measured::KeyRate, rateMargin(demand, result)}};
}

void addRequirements(const Network& network, const Demand& demand, const DemandResult& result, Verdict& verdict)
{
    const double band = network.general().settings.marginalBand;
    const ElementRef element = result.limit ? result.limit->element : ElementRef(demand.id);
    std::vector<Requirement> rows = isForKey(demand) ? keyRequirements(demand, result, element, band) : pairRequirements(demand, result, element, band);
    if (demand.maxLatency)
        rows.push_back({demand.id, translated("Latency p95"), demand.maxLatency->si(), result.latencyP95.si(), QStringLiteral("s"), element,
                        result.meetsLatency, isMarginal(latencyMargin(demand, result), band), {}, Measured::Latency, latencyMargin(demand, result)});
    const bool isMet = std::all_of(rows.begin(), rows.end(), [](const Requirement& row) { return row.met; });
    verdict.met += isMet;
    verdict.marginal += isMet && std::any_of(rows.begin(), rows.end(), [](const Requirement& row) { return row.marginal; });
    std::move(rows.begin(), rows.end(), std::back_inserter(verdict.requirements));
}

double worstMargin(const Demand& demand, const DemandResult& result)
{
    return std::min({fidelityMargin(demand, result), rateMargin(demand, result), latencyMargin(demand, result)});
}

/// Failing demands are worse than marginal ones, those worse than met ones; within a class the margin decides.
std::pair<int, double> standing(const Verdict& verdict, const Demand& demand, const DemandResult& result)
{
    int rank = 2;
    for (const Requirement& row : verdict.requirements)
        if (row.demand == demand.id) rank = std::min(rank, !row.met ? 0 : row.marginal ? 1 : 2);
    return {rank, worstMargin(demand, result)};
}

DemandId worstDemand(const Network& network, const Evaluation& evaluation, const Verdict& verdict)
{
    DemandId worst;
    std::pair<int, double> least;
    for (const DemandResult& result : evaluation.demands) {
        const auto now = standing(verdict, *network.demands.find(result.id), result);
        if (worst.isValid() && now >= least) continue;
        worst = result.id;
        least = now;
    }
    return worst;
}

/// Preset kinds and ids that a route's answer rests on, by the element that holds them.
std::map<ElementRef, std::pair<QString, QString>> presetsAlong(const Network& network, const DemandResult& result)
{
    std::map<ElementRef, std::pair<QString, QString>> presets;
    for (const Hop& hop : result.hops) {
        for (const SiteId id : {hop.from, hop.to})
            if (const NodeHardware* hardware = hardwareOf(*network.sites.find(id))) presets[id] = {QStringLiteral("node"), hardware->preset};
        if (const auto* id = std::get_if<SiteId>(&hop.herald)) {
            const Site& site = *network.sites.find(*id);
            if (site.station) presets[*id] = {QStringLiteral("detector"), site.station->preset};
            else presets[*id] = {QStringLiteral("pair_source"), site.pairSource->preset};
        }
        if (const auto* link = std::get_if<LinkId>(&hop.herald))
            presets[*link] = {QStringLiteral("detector"), ownStation(network.links.find(*link)->kind)->preset};
    }
    return presets;
}

/// What the answer for a demand takes for granted: presets of stations and detectors that do not exist yet.
QString assumptionOf(const Network& network, const DemandResult& result)
{
    int nodes = 0;
    int detectors = 0;
    int year = 0;
    for (const auto& [element, row] : presetsAlong(network, result)) {
        const Preset* preset = findPreset(row.first, row.second);
        if (!preset || !preset->projected) continue;
        ++(row.first == u"node" ? nodes : detectors);
        year = std::max(year, preset->year);
    }
    if (nodes == 1) return translated("hardware projected for %1 at one station").arg(year);
    if (nodes > 1) return translated("hardware projected for %1 at %2 stations").arg(year).arg(nodes);
    if (detectors > 0) return translated("detectors projected for %1 at the heralding stations").arg(year);
    return {};
}

VerdictLevel levelOf(const Verdict& verdict)
{
    if (verdict.demands == 0) return VerdictLevel::NotComputed;
    if (verdict.met < verdict.demands) return VerdictLevel::NotFeasibleYet;    // until no fix was found
    return verdict.marginal > 0 ? VerdictLevel::Marginal : VerdictLevel::Feasible;
}

/// The failing or tightest measure of a demand. Precondition: it has rows.
const Requirement& tightest(const Verdict& verdict, DemandId demand)
{
    const Requirement* least = nullptr;
    for (const Requirement& row : verdict.requirements)
        if (row.demand == demand && (!least || row.margin < least->margin)) least = &row;
    return *least;
}

/// A sentence that becomes a clause of another.
QString withoutStop(QString sentence)
{
    if (sentence.endsWith(u'.')) sentence.chop(1);
    return sentence;
}

/// A value of the row's measure, in the digits that tell it from the other.
QString valueText(const Requirement& row, double value)
{
    switch (row.measure) {
    case Measured::Fidelity: return QString::number(value, 'f', fidelityDecimals(row.needed, row.reached));
    case Measured::Rate: return formatNumber(value, rateDigits(Rate::fromSi(row.needed), Rate::fromSi(row.reached)));
    case Measured::KeyRate: return formatQuantity(value, Dimension::BitRate, rateDigits(Rate::fromSi(row.needed), Rate::fromSi(row.reached)));
    case Measured::Latency: return formatQuantity(value, Dimension::Duration, rateDigits(Rate::fromSi(row.needed), Rate::fromSi(row.reached)));
    }
    Q_UNREACHABLE();
}

QString sentenceOf(Measured measure)
{
    switch (measure) {
    case Measured::Fidelity: return translated("%1: %2 needs F %3 and reaches %4; limited by %5 (%6 % of the error)");
    case Measured::Rate: return translated("%1: %2 needs %3 ebit/s and reaches %4; limited by %5 (%6 % of the time to a pair)");
    case Measured::KeyRate: return translated("%1: %2 needs %3 of key and reaches %4; limited by %5");
    case Measured::Latency: return translated("%1: %2 needs 95 % of its pairs within %3 and reaches %4; limited by %5 (%6 % of the time to a pair)");
    }
    Q_UNREACHABLE();
}

/// What a relayed key needs and reaches, and who sees it; nothing of fidelity, since no pair is made.
QString relaySentence(const Network& network, const QString& level, const QString& demand, const Requirement& row, const DemandResult& result)
{
    const QString wanted = row.measure == Measured::Latency ? translated("%1: %2 needs its key within %3 and reaches %4; limited by %5; %6")
                                                            : translated("%1: %2 needs %3 of key and reaches %4; limited by %5; %6");
    QString trust = withoutStop(relayText(network, *result.relay));
    trust[0] = trust[0].toLower();
    return wanted.arg(level, demand, valueText(row, row.needed), valueText(row, row.reached), result.limit ? result.limit->clause : QString(), trust);
}

QString measureSentence(const QString& level, const QString& demand, const Requirement& row, const DemandResult& result)
{
    if (!result.routed) return translated("%1: %2 has no route: %3").arg(level, demand, withoutStop(result.reason));
    const QString limit = result.limit ? result.limit->clause : QString();
    // The share is one of the error or of the time, and key is lost to both.
    if (row.measure == Measured::KeyRate) return sentenceOf(row.measure).arg(level, demand, valueText(row, row.needed), valueText(row, row.reached), limit);
    const int share = result.limit ? qRound(100.0 * result.limit->share) : 0;
    return sentenceOf(row.measure).arg(level, demand, valueText(row, row.needed), valueText(row, row.reached), limit, QString::number(share));
}

/// What the search for fixes found, as the clause that ends a sentence; empty when nothing needs fixing.
QString fixClause(const Verdict& verdict, bool isMarginal)
{
    if (!verdict.fixesSearched || verdict.level == VerdictLevel::Feasible) return {};
    if (verdict.fixesTried == 0) return translated("; no single change was tried, since there is no route to change");
    const Fix* fix = verdict.fixes.empty() || !verdict.fixes.front().solves ? nullptr : &verdict.fixes.front();
    if (!fix && isMarginal)
        return translated("; no room gained by any of %1 single changes").arg(verdict.fixesTried);
    if (!fix) return translated("; no fix found among %1 single changes").arg(verdict.fixesTried);
    if (fix->isKeyOnly) {
        const QString key = isMarginal ? translated("; cheapest way to more room: %1 for %2 gives %3 of key") : translated("; cheapest fix: %1 for %2 gives %3 of key");
        return key.arg(fix->sentence, priceText(fix->price, QLocale::c()), formatQuantity(fix->keyRateAfter.si(), Dimension::BitRate, 2));
    }
    const QString text = isMarginal ? translated("; cheapest way to more room: %1 for %2 gives F %3 at %4 ebit/s")
                                    : translated("; cheapest fix: %1 for %2 gives F %3 at %4 ebit/s");
    return text.arg(fix->sentence, priceText(fix->price, QLocale::c()), fidelityText(fix->fidelityAfter), rateText(fix->rateAfter));
}

QString assumptionClause(const Verdict& verdict)
{
    return verdict.assumption.isEmpty() ? QString() : translated("; assumption: %1").arg(verdict.assumption);
}

QString notComputedSentence(const Network& network)
{
    return network.sites.empty() ? translated("Not computed: place two processors, link them, then add a demand.")
                                 : translated("Not computed: no demand says what the network is for.");
}

void writeSentence(const Network& network, const Evaluation& evaluation, Verdict& verdict)
{
    if (verdict.level == VerdictLevel::NotComputed) {
        verdict.sentence = notComputedSentence(network);
        return;
    }
    const Demand& demand = *network.demands.find(verdict.worst);
    const DemandResult& result = *evaluation.demands.find(verdict.worst);
    if (verdict.level == VerdictLevel::Impossible) {
        verdict.sentence = translated("Impossible: %1.").arg(*impossibility(network, demand));
        return;
    }
    const Requirement& row = tightest(verdict, verdict.worst);
    const QString level = levelText(verdict.level);
    const QString body = result.relay ? relaySentence(network, level, displayName(network, demand), row, result)
                                      : measureSentence(level, displayName(network, demand), row, result);
    verdict.sentence = body + fixClause(verdict, result.feasible) + assumptionClause(verdict) + u'.';
}

} // namespace

int fidelityDecimals(double needed, double reached)
{
    int decimals = std::max(needed, reached) > 0.99 ? 4 : 3;
    const auto text = [&](double value) { return QString::number(value, 'f', decimals); };
    while (decimals < 7 && needed != reached && text(needed) == text(reached)) ++decimals;
    return decimals;
}

int rateDigits(Rate needed, Rate reached)
{
    int digits = needed.si() < 100.0 ? 2 : 3;
    const auto text = [&](Rate value) { return formatNumber(value.si(), digits); };
    while (digits < 6 && needed != reached && text(needed) == text(reached)) ++digits;
    return digits;
}

QString levelKey(VerdictLevel level)
{
    switch (level) {
    case VerdictLevel::Feasible: return QStringLiteral("feasible");
    case VerdictLevel::Marginal: return QStringLiteral("marginal");
    case VerdictLevel::NotFeasibleYet: return QStringLiteral("not_feasible_yet");
    case VerdictLevel::NotFeasible: return QStringLiteral("not_feasible");
    case VerdictLevel::Impossible: return QStringLiteral("impossible");
    case VerdictLevel::NotComputed: return QStringLiteral("not_computed");
    }
    Q_UNREACHABLE();
}

QString levelText(VerdictLevel level)
{
    switch (level) {
    case VerdictLevel::Feasible: return translated("Feasible");
    case VerdictLevel::Marginal: return translated("Marginal");
    case VerdictLevel::NotFeasibleYet: return translated("Not feasible yet");
    case VerdictLevel::NotFeasible: return translated("Not feasible");
    case VerdictLevel::Impossible: return translated("Impossible");
    case VerdictLevel::NotComputed: return translated("Not computed");
    }
    Q_UNREACHABLE();
}

Verdict firstVerdict(const Network& network, const Evaluation& evaluation)
{
    Verdict verdict;
    verdict.demands = static_cast<int>(network.demands.size());
    for (const DemandResult& result : evaluation.demands)
        addRequirements(network, *network.demands.find(result.id), result, verdict);
    verdict.worst = worstDemand(network, evaluation, verdict);
    if (verdict.worst.isValid()) verdict.assumption = assumptionOf(network, *evaluation.find(verdict.worst));
    verdict.level = levelOf(verdict);
    const bool isFailing = verdict.level == VerdictLevel::NotFeasibleYet;
    if (isFailing && impossibility(network, *network.demands.find(verdict.worst))) verdict.level = VerdictLevel::Impossible;
    writeSentence(network, evaluation, verdict);
    return verdict;
}

void concludeVerdict(const Network& network, const Evaluation& evaluation, Verdict& verdict)
{
    const bool hasFix = std::any_of(verdict.fixes.begin(), verdict.fixes.end(), [](const Fix& fix) { return fix.solves; });
    if (verdict.level == VerdictLevel::NotFeasibleYet && verdict.fixesSearched && !hasFix) verdict.level = VerdictLevel::NotFeasible;
    writeSentence(network, evaluation, verdict);
}

} // namespace bellweave::engine
