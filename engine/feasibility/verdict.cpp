// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/verdict.h"

#include "engine/feasibility/impossibility.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Verdict", text); }

/// Fidelities with 3 decimals, 4 above 0.99.
QString fidelityText(double fidelity) { return QString::number(fidelity, 'f', fidelity > 0.99 ? 4 : 3); }
QString rateText(Rate rate) { return formatNumber(rate.si(), rate.si() < 100.0 ? 2 : 3); }

/// How far inside its limit a requirement is: above 1 met, below not. Infidelity counts, since 0.99 and 0.999 differ tenfold.
double fidelityMargin(const Demand& demand, const DemandResult& result)
{
    return result.routed ? (1.0 - demand.minFidelity) / std::max(1e-12, 1.0 - result.fidelity) : 0.0;
}

double rateMargin(const Demand& demand, const DemandResult& result)
{
    return result.routed ? result.rate / demand.minRate : 0.0;
}

bool isMarginal(double margin, double band) { return margin >= 1.0 && margin < 1.0 + band; }

void addRequirements(const Network& network, const Demand& demand, const DemandResult& result, Verdict& verdict)
{
    const double band = network.general().settings.marginalBand;
    const ElementRef element = result.limit ? result.limit->element : ElementRef(demand.id);
    Requirement fidelity{demand.id, translated("Fidelity"), demand.minFidelity, result.fidelity, {}, element,
                         result.meetsFidelity, false, {}};
    // Only a plan that could not aim inside the limit comes to lie in the band: the planner leaves it where the rate allows.
    fidelity.marginal = fidelity.met && fidelityMargin(demand, result) < 1.0 / (1.0 - band) - 1e-6;
    Requirement rate{demand.id, translated("Rate"), demand.minRate.si(), result.rate.si(), QStringLiteral("ebit/s"), element,
                     result.meetsRate, isMarginal(rateMargin(demand, result), band), {}};
    const bool isMet = fidelity.met && rate.met;
    verdict.met += isMet;
    verdict.marginal += isMet && (fidelity.marginal || rate.marginal);
    verdict.requirements.push_back(std::move(fidelity));
    verdict.requirements.push_back(std::move(rate));
}

double worstMargin(const Demand& demand, const DemandResult& result)
{
    return std::min(fidelityMargin(demand, result), rateMargin(demand, result));
}

DemandId worstDemand(const Network& network, const Evaluation& evaluation)
{
    DemandId worst;
    double least = 0.0;
    for (const DemandResult& result : evaluation.demands) {
        const double margin = worstMargin(*network.demands.find(result.id), result);
        if (worst.isValid() && margin >= least) continue;
        worst = result.id;
        least = margin;
    }
    return worst;
}

VerdictLevel levelOf(const Verdict& verdict)
{
    if (verdict.demands == 0) return VerdictLevel::NotComputed;
    if (verdict.met < verdict.demands) return VerdictLevel::NotFeasible;
    return verdict.marginal > 0 ? VerdictLevel::Marginal : VerdictLevel::Feasible;
}

/// The failing or tightest measure of the worst demand.
const Requirement& tightest(const Verdict& verdict, const Demand& demand, const DemandResult& result)
{
    const bool isRate = rateMargin(demand, result) < fidelityMargin(demand, result);
    const auto row = std::find_if(verdict.requirements.begin(), verdict.requirements.end(),
                                  [&](const Requirement& r) { return r.demand == demand.id; });
    return *(row + (isRate ? 1 : 0));
}

QString measureSentence(const QString& level, const QString& demand, const Requirement& row, const DemandResult& result)
{
    if (!result.routed) return translated("%1: %2 has no route. %3").arg(level, demand, result.reason);
    const bool isRate = !row.unit.isEmpty();
    const QString needed = isRate ? rateText(Rate::fromSi(row.needed)) : fidelityText(row.needed);
    const QString reached = isRate ? rateText(Rate::fromSi(row.reached)) : fidelityText(row.reached);
    const QString limit = result.limit ? result.limit->why : QString();
    const int share = result.limit ? qRound(100.0 * result.limit->share) : 0;
    const QString sentence = isRate
        ? translated("%1: %2 needs %3 ebit/s and reaches %4; limited by %5 (%6 % of the time to a pair)")
        : translated("%1: %2 needs F %3 and reaches %4; limited by %5 (%6 % of the error)");
    return sentence.arg(level, demand, needed, reached, limit, QString::number(share));
}

/// The sentence with what the search for fixes found.
QString withFix(const QString& body, const Verdict& verdict)
{
    if (!verdict.fixesSearched || verdict.met == verdict.demands) return translated("%1.").arg(body);
    const auto fix = std::find_if(verdict.fixes.begin(), verdict.fixes.end(), [](const Fix& f) { return f.solves; });
    if (verdict.fixesTried == 0) return translated("%1; no single change was tried, since there is no route to change.").arg(body);
    if (fix == verdict.fixes.end())
        return translated("%1; no fix found among %2 single changes.").arg(body, QString::number(verdict.fixesTried));
    return translated("%1; cheapest fix %2 for %3 gives F %4 at %5 ebit/s.")
        .arg(body, fix->sentence, formatQuantity(fix->price.si(), Dimension::Money), fidelityText(fix->fidelityAfter),
             rateText(fix->rateAfter));
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
    const QString body = measureSentence(levelText(verdict.level), displayName(network, demand),
                                         tightest(verdict, demand, result), result);
    verdict.sentence = withFix(body, verdict);
}

} // namespace

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
    verdict.worst = worstDemand(network, evaluation);
    verdict.level = levelOf(verdict);
    const bool isFailing = verdict.level == VerdictLevel::NotFeasible;
    if (isFailing && impossibility(network, *network.demands.find(verdict.worst))) verdict.level = VerdictLevel::Impossible;
    writeSentence(network, evaluation, verdict);
    return verdict;
}

void concludeVerdict(const Network& network, const Evaluation& evaluation, Verdict& verdict)
{
    const bool hasFix = std::any_of(verdict.fixes.begin(), verdict.fixes.end(), [](const Fix& fix) { return fix.solves; });
    if (verdict.level == VerdictLevel::NotFeasible && hasFix) verdict.level = VerdictLevel::NotFeasibleYet;
    writeSentence(network, evaluation, verdict);
}

} // namespace bellweave::engine
