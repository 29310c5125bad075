// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/reached.h"

#include "engine/analytic/key_result.h"
#include "engine/feasibility/key_findings.h"
#include "engine/physics/on_demand.h"
#include "model/network/element_name.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Reached)
};

/// A fact whose number has a row in engine::quantities().
Fact counted(const char* quantity, Fact fact)
{
    fact.quantity = QString::fromLatin1(quantity);
    return fact;
}

/// A sheet whose columns have rows there; none for names.
FactSheet countedSheet(const std::vector<QString>& columns, const std::vector<const char*>& quantities)
{
    FactSheet sheet{columns, {}, {}};
    for (const char* key : quantities) sheet.quantities.push_back(QString::fromLatin1(key));
    return sheet;
}

FactTone metTone(bool met)
{
    return met ? FactTone::Ok : FactTone::Bad;
}

/// Ok, near its limit, or failed. The engine's rows of one measure share the needed value.
FactTone measureTone(const engine::Evaluation& evaluation, DemandId id, double needed, bool met)
{
    const auto& rows = evaluation.verdict.requirements;
    const bool marginal = std::any_of(rows.begin(), rows.end(), [&](const engine::Requirement& row) {
        return row.demand == id && row.needed == needed && row.marginal;
    });
    return met && marginal ? FactTone::Warn : metTone(met);
}

/// True when this hop is, or touches, the element that limits the demand.
bool isLimiting(const engine::Hop& hop, const ElementRef& limit)
{
    if (const LinkId* link = std::get_if<LinkId>(&limit))
        return std::find(hop.links.begin(), hop.links.end(), *link) != hop.links.end();
    const SiteId* site = std::get_if<SiteId>(&limit);
    return site && (hop.from == *site || hop.to == *site);
}

/// The one hop to point at: of the two beside a limiting station, the one that waits longer.
const engine::Hop* limitingHop(const engine::DemandResult& result)
{
    const engine::Hop* found = nullptr;
    if (!result.limit) return found;
    for (const engine::Hop& hop : result.hops)
        if (isLimiting(hop, result.limit->element) && (!found || hop.meanWait > found->meanWait)) found = &hop;
    return found;
}

/// The limit is either the largest share of the error or the slowest hop.
bool limitsFidelity(const engine::DemandResult& result)
{
    if (!result.limit || result.errors.empty()) return false;
    const engine::ErrorShare& largest = result.errors.front();
    return result.limit->element == largest.worst && std::abs(result.limit->share * (1.0 - result.fidelity) - largest.infidelity) < 1e-9;
}

/// The column that shows why the hop limits: wait, fidelity or rate.
int limitingCell(const engine::DemandResult& result)
{
    if (!limitsFidelity(result)) return 3;
    return result.limit->cause == engine::ErrorCause::MemoryWait ? 4 : 2;
}

Fact limitFact(const Network& network, const engine::DemandResult& result)
{
    const QString share = percentText(result.limit->share);
    const QString of = limitsFidelity(result) ? Text::tr("%1 of the error, at %2") : Text::tr("%1 of the time to a pair, at %2");
    return counted("demands[].limited_by.share",
                   {Text::tr("Limited by"), result.limit->why, share, of.arg(share, elementName(network, result.limit->element))});
}

QString hopName(const Network& network, const engine::Hop& hop)
{
    return Text::tr("%1 – %2").arg(elementName(network, hop.from), elementName(network, hop.to));
}

QString hopTip(const Network& network, const engine::Hop& hop)
{
    return Text::tr("%1: %2, success %3 of %4 attempts a second, bound %5 ebit/s")
        .arg(hopName(network, hop), hop.scheme, figureText(hop.successProbability, 2), rateText(hop.attemptRate.si()),
             rateText(hop.boundRate.si()));
}

FactRow hopRow(const Network& network, const engine::Hop& hop)
{
    FactRow row;
    row.cells = {hopName(network, hop), kilometersText(hop.length.si()), fidelityText(hop.state.fidelity()), rateText(hop.rate.si()),
                 figureText(hop.meanWait.si(), 2)};
    row.tip = hopTip(network, hop);
    if (!hop.links.empty()) row.element = hop.links.front();
    return row;
}

Fact lossFact(const engine::LinkResult& result)
{
    if (!result.loss) return {Text::tr("Loss"), Text::tr("measured"), {}, Text::tr("The link's numbers were measured as a whole: no loss of its own")};
    return counted("links[].loss_db", {Text::tr("Loss"), figureText(result.loss->si(), 3), Text::tr("dB"), {}});
}

Fact efficiencyFact(double efficiency)
{
    return counted("links[].link_efficiency",
                   {Text::tr("Pairs per memory life"), figureText(efficiency, 2), {},
                    Text::tr("The best pair to be had at every tick of a clock has F %1.").arg(fidelityText(engine::onDemandFidelity(efficiency)))});
}

QString bitRateText(Rate rate) { return formatQuantity(rate.si(), Dimension::BitRate); }

QString namesOf(const Network& network, const std::vector<SiteId>& sites)
{
    QStringList names;
    for (const SiteId id : sites) names += elementName(network, id);
    return names.join(QStringLiteral(", "));
}

/// Where something of the route is not always there.
void addAvailability(std::vector<Fact>& facts, const engine::DemandResult& result)
{
    if (result.availability < 1.0) facts.push_back(counted("demands[].availability", {Text::tr("Availability"), figureText(100.0 * result.availability, 4) + QStringLiteral(" %"), {}, {}}));
}

/// A relayed key: what it reaches and whom it has to trust; nothing of pairs, since there are none.
std::vector<Fact> relayFacts(const Network& network, const engine::Evaluation& evaluation, const engine::DemandResult& result)
{
    const engine::KeyRelay& relay = *result.relay;
    const Demand* demand = network.demands.find(result.id);
    const double needed = demand ? demand->minKeyRate.si() : 0.0;
    std::vector<Fact> facts{
        {Text::tr("Fidelity"), Text::tr("key only"), {}, result.reason},
        counted("demands[].key_rate_bps", {Text::tr("Key rate"), bitRateText(result.keyRate), {}, Text::tr("Alone on the network: %1").arg(bitRateText(relay.rateAlone)),
                                           measureTone(evaluation, result.id, needed, result.meetsRate)}),
        counted("demands[].key_bound_bps", {Text::tr("Key rate bound"), bitRateText(result.boundRate), {}, {}}),
        counted("demands[].latency_s", {Text::tr("Latency"), durationText(result.latency.si()), {}, Text::tr("Light along the way, and the time to gather the slowest block where blocks are finite")}),
        {Text::tr("Bound"), engine::boundText(demand ? demand->protocol.keyBound : KeyBound::Asymptotic), {}, Text::tr("How errors that were not tested are bounded")}};
    if (relay.trusted.empty()) {
        facts.push_back({Text::tr("Trusted nodes"), Text::tr("none"), {}, result.reason});
    } else {
        facts.push_back({Text::tr("Trusted nodes"), namesOf(network, relay.trusted), {}, Text::tr("Each of them holds the whole key: one that is read breaks it")});
        facts.push_back(counted("demands[].trust", {Text::tr("Trust"), percentText(relay.trust), {}, {}}));
        facts.push_back({Text::tr("Least trusted"), elementName(network, relay.weakest), percentText(network.sites.find(relay.weakest)->terminal->trust),
                         Text::tr("It would see all of this key")});
    }
    addAvailability(facts, result);
    if (result.limit) facts.push_back({Text::tr("Limited by"), result.limit->why, {}, {}});
    facts.push_back({Text::tr("Model"), result.model, {}, Text::tr("How the key was computed")});
    return facts;
}

} // namespace

std::vector<Fact> siteFacts(const Network& network, const engine::Evaluation& evaluation, SiteId id)
{
    const auto seen = engine::keysSeen(evaluation);
    const auto row = seen.find(id);
    if (row == seen.end()) return {};
    QStringList names;
    for (const DemandId demand : row->second) names += elementName(network, demand);
    return {{Text::tr("Keys it sees"), names.join(QStringLiteral(", ")), {}, Text::tr("Whoever reads this node has these keys whole"), FactTone::Warn}};
}

std::vector<Fact> demandFacts(const Network& network, const engine::Evaluation& evaluation, const engine::DemandResult& result)
{
    const Demand* demand = network.demands.find(result.id);
    const double needF = demand ? demand->minFidelity : 0.0, needRate = demand ? demand->minRate.si() : 0.0;
    if (result.relay) return relayFacts(network, evaluation, result);
    if (!result.routed) return {{Text::tr("Route"), result.reason, {}, {}, FactTone::Bad}};
    std::vector<Fact> facts{
        counted("demands[].fidelity", {Text::tr("Fidelity"), fidelityText(result.fidelity), {}, {},
                                       measureTone(evaluation, result.id, needF, result.meetsFidelity)}),
        counted("demands[].rate_hz", {Text::tr("Rate"), rateText(result.rate.si()), Text::tr("ebit/s"),
                                      Text::tr("Alone on the network: %1 ebit/s").arg(rateText(result.rateAlone.si())),
                                      measureTone(evaluation, result.id, needRate, result.meetsRate)}),
        counted("demands[].bound_rate_hz", {Text::tr("Rate bound"), rateText(result.boundRate.si()), Text::tr("ebit/s"), {}}),
        counted("demands[].latency_s", {Text::tr("Latency mean"), durationText(result.latency.si()), {}, {}}),
        counted("demands[].latency_p95_s", {Text::tr("Latency p95"), durationText(result.latencyP95.si()), {}, {}}),
        counted("demands[].key_rate_bps", {Text::tr("Secret key rate"), rateText(result.keyRate.si()), Text::tr("bit/s"), {}})};
    if (demand && demand->purpose == Purpose::SecretKey) {    // neither fidelity nor pairs are asked for
        facts[0].tone = facts[1].tone = FactTone::Plain;
        facts[5].tone = measureTone(evaluation, result.id, demand->minKeyRate.si(), result.meetsRate);
    }
    if (result.stationQubits > 0) {
        facts.push_back(counted("demands[].station_qubits", {Text::tr("Qubits a station"), QString::number(result.stationQubits), {}, {}}));
        facts.push_back(counted("demands[].code_cost_qubit_s_per_m", {Text::tr("Cost coefficient"), figureText(result.codeCost * 1e3, 3), Text::tr("qubit s/km"), {}}));
    }
    addAvailability(facts, result);
    if (result.limit) facts.push_back(limitFact(network, result));
    facts.push_back(counted("demands[].model", {Text::tr("Model"), result.model, {}, Text::tr("How the chain was computed")}));
    return facts;
}

std::vector<Fact> linkFacts(const engine::LinkResult& result)
{
    std::vector<Fact> facts{
        counted("links[].length_m", {Text::tr("Length"), kilometersText(result.length.si()), Text::tr("km"),
                                     result.lengthDerived ? Text::tr("Derived: geodesic times the route factor") : Text::tr("Typed")}),
        lossFact(result)};
    if (!result.available) {
        facts.push_back({Text::tr("Pairs"), result.reason, {}, {}, FactTone::Bad});
        return facts;
    }
    const std::vector<Fact> pairs{
        counted("links[].scheme", {Text::tr("Scheme"), result.scheme, {}, {}}),
        counted("links[].attempt_rate_hz", {Text::tr("Attempt rate"), rateText(result.attemptRate.si()), Text::tr("1/s"), {}}),
        counted("links[].success_probability", {Text::tr("Success"), figureText(result.successProbability, 2), {}, {}}),
        counted("links[].rate_hz", {Text::tr("Rate"), rateText(result.rate.si()), Text::tr("ebit/s"), {}}),
        counted("links[].bound_rate_hz", {Text::tr("Rate bound"), rateText(result.boundRate.si()), Text::tr("ebit/s"), {}}),
        counted("links[].fidelity", {Text::tr("Fidelity"), fidelityText(result.state.fidelity()), {}, {}}),
        counted("links[].load", {Text::tr("Load"), percentText(result.load), {}, {}, result.load > 1.0 ? FactTone::Bad : FactTone::Plain})};
    facts.insert(facts.end(), pairs.begin(), pairs.end());
    if (result.twirlLoss > 0.0)
        facts.push_back(counted("links[].twirl_loss", {Text::tr("Left out of the pair"), figureText(result.twirlLoss, 2), {},
                         Text::tr("Trace distance between the whole pair and its Bell-diagonal form, with which all that follows is computed: unequal populations after loss")}));
    if (result.efficiency) facts.push_back(efficiencyFact(*result.efficiency));
    return facts;
}

std::vector<Fact> designFacts(const engine::Evaluation& evaluation)
{
    const engine::CostResult& cost = evaluation.cost;
    std::vector<Fact> facts;
    if (evaluation.verdict.demands > 0)
        facts.push_back(counted("verdict.demands_met",
                                {Text::tr("Demands met"), Text::tr("%1 of %2").arg(evaluation.verdict.met).arg(evaluation.verdict.demands), {},
                                 evaluation.verdict.sentence, metTone(evaluation.verdict.met == evaluation.verdict.demands)}));
    facts.push_back(counted("cost.capex_eur", {Text::tr("Capital"), millionsText(cost.capex.si()), Text::tr("M€"), {}}));
    facts.push_back(counted("cost.opex_eur_per_year", {Text::tr("Running cost"), millionsText(cost.opex.si()), Text::tr("M€/a"), {}}));
    facts.push_back(counted("cost.total_eur_per_year", {Text::tr("Cost a year"), millionsText(cost.total.si()), Text::tr("M€/a"), {}}));
    facts.push_back(counted("energy.power_w", {Text::tr("Power"), figureText(cost.power.si() / 1000.0, 3), Text::tr("kW"), {}}));
    if (cost.perEbit) facts.push_back(counted("cost.cost_eur_per_ebit", {Text::tr("Cost per ebit"), figureText(cost.perEbit->si(), 2), Text::tr("€"), {}}));
    return facts;
}

namespace {

QString lightText(const engine::KeyHop& hop)
{
    if (hop.pairRate) return Text::tr("%1 pairs/s, window %2").arg(rateText(hop.pairRate->si()), durationText(hop.window->si()));
    return Text::tr("%1 photons a pulse, %2 pulses/s").arg(figureText(hop.meanPhotons, 2), rateText(hop.pulseRate.si()));
}

FactSheet keyHopSheet(const Network& network, const engine::DemandResult& result)
{
    FactSheet sheet = countedSheet({Text::tr("Key hop"), Text::tr("km"), Text::tr("dB"), Text::tr("error"), Text::tr("bit/s")},
                                   {"", "demands[].key_hops[].length_m", "demands[].key_hops[].loss_db", "demands[].key_hops[].error", "demands[].key_hops[].key_rate_bps"});
    for (const engine::KeyHop& hop : result.relay->hops) {
        const QString name = Text::tr("%1 – %2").arg(elementName(network, hop.from), elementName(network, hop.to));
        FactRow row{{name, kilometersText(hop.length.si()), figureText(hop.loss.si(), 3), percentText(hop.error), rateText(hop.rate.si())}, {},
                    Text::tr("%1: %2, %3, bound %4").arg(name, engine::exchangeText(hop.exchange), lightText(hop), bitRateText(hop.boundRate))};
        row.element = hop.links.front();
        row.highlighted = result.limit && result.limit->element == ElementRef(hop.links.front());
        if (row.highlighted) row.strongCell = 4;
        sheet.rows.push_back(row);
    }
    return sheet;
}

} // namespace

FactSheet hopSheet(const Network& network, const engine::DemandResult& result)
{
    if (result.relay) return keyHopSheet(network, result);
    FactSheet sheet = countedSheet({Text::tr("Hop"), Text::tr("km"), Text::tr("F"), Text::tr("ebit/s"), Text::tr("wait, s")},
                                   {"", "demands[].hops[].length_m", "demands[].hops[].fidelity", "demands[].hops[].rate_hz", "demands[].hops[].mean_wait_s"});
    const engine::Hop* limit = limitingHop(result);
    for (const engine::Hop& hop : result.hops) {
        FactRow row = hopRow(network, hop);
        row.highlighted = &hop == limit;
        if (row.highlighted) row.strongCell = limitingCell(result);
        sheet.rows.push_back(row);
    }
    return sheet;
}

namespace {

QString distilledText(const engine::Hop& hop)
{
    switch (hop.distillationKind) {
    case engine::DistillationKind::Nested: break;
    case engine::DistillationKind::Pumped: return Text::tr("%1 pumped", "rounds").arg(hop.distillations);
    case engine::DistillationKind::Werner: return Text::tr("%1 Werner", "rounds").arg(hop.distillations);
    case engine::DistillationKind::DoubleSelection: return Text::tr("%1 double", "rounds of double selection").arg(hop.distillations);
    case engine::DistillationKind::PhotonLoss: return Text::tr("photon loss");
    }
    return QString::number(hop.distillations);
}

} // namespace

FactSheet distillationSheet(const Network& network, const engine::DemandResult& result)
{
    FactSheet sheet = countedSheet({Text::tr("Hop"), Text::tr("rounds"), Text::tr("F before"), Text::tr("F")},
                                   {"", "demands[].hops[].distillation_rounds", "demands[].hops[].heralded_fidelity", "demands[].hops[].fidelity"});
    for (const engine::Hop& hop : result.hops) {
        if (hop.distillations == 0) continue;
        const QString rounds = distilledText(hop);
        FactRow row{{hopName(network, hop), rounds, fidelityText(hop.heraldedFidelity), fidelityText(hop.state.fidelity())}, {},
                    Text::tr("%1; distillation leaves %2 of %3 ebit/s", "hop, rate after, rate before")
                        .arg(hopTip(network, hop), rateText(hop.rate.si()), rateText(hop.heraldedRate.si()))};
        if (!hop.links.empty()) row.element = hop.links.front();
        sheet.rows.push_back(row);
    }
    return sheet;
}

FactSheet lossSheet(const engine::LinkResult& result)
{
    FactSheet sheet = countedSheet({Text::tr("Term"), Text::tr("dB")}, {"", "links[].budget[].loss_db"});
    for (const engine::LossTerm& term : result.budget)
        sheet.rows.push_back({{term.label, figureText(term.loss.si(), 3)}, {}, term.formula});
    return sheet;
}

FactSheet fixSheet(const engine::Verdict& verdict)
{
    const bool isForKey = !verdict.fixes.empty() && verdict.fixes.front().isKeyOnly;
    FactSheet sheet = countedSheet({Text::tr("Change"), isForKey ? Text::tr("key") : Text::tr("F"), Text::tr("M€")}, {"", "verdict.fixes[].fidelity", "verdict.fixes[].cost_eur"});
    for (const engine::Fix& fix : verdict.fixes) {
        const QString mark = fix.solves ? Text::tr("✓ %1", "a fix that solves it").arg(fix.sentence) : fix.sentence;
        const QString after = fix.isKeyOnly ? bitRateText(fix.keyRateAfter) : fidelityText(fix.fidelityAfter);
        FactRow row{{mark, after, millionsText(fix.price.si())}, {}, fix.sentence};
        if (!fix.worsens.isEmpty()) row.tip = Text::tr("%1. Worsens: %2").arg(fix.sentence, fix.worsens);
        sheet.rows.push_back(row);
    }
    return sheet;
}

FactSheet costSheet(const engine::CostResult& cost)
{
    FactSheet sheet = countedSheet({Text::tr("Part"), Text::tr("n"), Text::tr("M€"), Text::tr("M€/a")},
                                   {"", "cost.parts[].count", "cost.parts[].capex_eur", "cost.parts[].opex_eur_per_year"});
    for (const engine::CostPart& part : cost.parts)
        sheet.rows.push_back({{part.label, QString::number(part.count), millionsText(part.capex.si()), millionsText(part.opex.si())}, {}, {}});
    return sheet;
}

} // namespace bellweave::ui
