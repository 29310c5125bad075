// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/json_values.h"
#include "app/cli/text_table.h"
#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/api/simulation.h"

#include <QElapsedTimer>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace bellweave::cli {
namespace {

using engine::Estimate;
using engine::SimulatedDemand;
using engine::SimulatedQuantity;

class SimulateCommand {
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)

public:
    explicit SimulateCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("simulate"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    std::optional<ExitCode> readLimits();
    std::optional<ExitCode> readEvents();
    engine::SimulationResult simulated(const Network& network);
    ExitCode finish(const DesignInput& design, const engine::SimulationResult& result);
    QString json(const DesignInput& design, const engine::SimulationResult& result) const;
    Json demandJson(const Network& network, const SimulatedDemand& demand) const;
    QString text(const DesignInput& design, const engine::SimulationResult& result) const;

    VerbLine m_line;
    std::stop_token m_stop;
    engine::SampleLimits m_limits;
    std::optional<engine::EventLimits> m_events;
};

constexpr double kDefaultError = 1e-3;
constexpr std::uint64_t kMostTrials = 1'000'000'000'000;

QString keyOf(const Network& network, const SimulatedDemand& demand) { return network.demands.find(demand.id)->key; }

std::optional<ExitCode> SimulateCommand::readLimits()
{
    const QString trials = m_line.value(QStringLiteral("trials")), error = m_line.value(QStringLiteral("relative-error"));
    m_limits.relativeError = trials.isEmpty() ? kDefaultError : 0.0;
    bool isNumber = true;
    if (!trials.isEmpty()) m_limits.mostTrials = trials.toULongLong(&isNumber);
    if (!isNumber || m_limits.mostTrials < 1 || m_limits.mostTrials > kMostTrials)
        return m_line.fail(ExitCode::WrongUse, tr("--trials %1 is not accepted: a whole number from 1 to 1000000000000.").arg(trials));
    if (!error.isEmpty()) m_limits.relativeError = error.toDouble(&isNumber);
    if (!isNumber || m_limits.relativeError < 0.0 || m_limits.relativeError >= 1.0)
        return m_line.fail(ExitCode::WrongUse, tr("--relative-error %1 is not accepted: a number from 0 to below 1, such as 0.001.").arg(error));
    return readEvents();
}

std::optional<ExitCode> SimulateCommand::readEvents()
{
    const QString duration = m_line.value(QStringLiteral("duration")), runs = m_line.value(QStringLiteral("runs"));
    if (duration.isEmpty() && runs.isEmpty()) return std::nullopt;
    if (duration.isEmpty()) return m_line.fail(ExitCode::WrongUse, tr("--runs needs --duration."));
    if (m_line.has(QStringLiteral("trials")) || m_line.has(QStringLiteral("relative-error")))
        return m_line.fail(ExitCode::WrongUse, tr("--duration runs the network in events; --trials and --relative-error draw pairs alone. Give one or the other."));
    const Result<double> time = parseQuantity(duration, Dimension::Duration);
    if (!time || *time <= 0.0 || *time > 1e6) return m_line.fail(ExitCode::WrongUse, tr("--duration %1 is not accepted: a time above zero, at most 1 000 000 s, such as \"10 s\".").arg(duration));
    m_events = engine::EventLimits{Duration::fromSi(*time), 16};
    bool isNumber = true;
    if (!runs.isEmpty()) m_events->runs = runs.toUInt(&isNumber);
    if (!isNumber || m_events->runs < 2 || m_events->runs > 1'000'000) return m_line.fail(ExitCode::WrongUse, tr("--runs %1 is not accepted: a whole number from 2 to 1000000.").arg(runs));
    return std::nullopt;
}

ExitCode SimulateCommand::run()
{
    m_line.add({QStringLiteral("trials"), tr("Pairs to draw of each demand (default: at most 1000000)."), QStringLiteral("N")});
    m_line.add({QStringLiteral("relative-error"), tr("Stops a demand when mean time and mean fidelity are known so well (default: 0.001, and 0 with --trials)."), QStringLiteral("X")});
    m_line.add({QStringLiteral("duration"), tr("Runs the whole network in events for so long, all demands at once."), QStringLiteral("T")});
    m_line.add({QStringLiteral("runs"), tr("How many runs of that duration, each with luck of its own (default: 16)."), QStringLiteral("N")});
    if (const auto code = m_line.read()) return *code;
    if (const auto code = readLimits()) return *code;
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    const DesignInput& input = std::get<DesignInput>(design);
    return finish(input, simulated(input.network));
}

engine::SimulationResult SimulateCommand::simulated(const Network& network)
{
    const ThreadLimit limit(m_line.threads());
    const engine::SimulationRequest request{network, network.general().settings.seed, m_limits, m_events};
    QElapsedTimer told;
    return engine::simulate(request, m_stop, [&](DemandId id, double share) {
        if (told.isValid() && told.elapsed() < 500) return;
        told.start();
        m_line.progress(tr("%1: %2 % of the trials …").arg(network.demands.find(id)->key).arg(100.0 * share, 0, 'f', 0));
    });
}

ExitCode SimulateCommand::finish(const DesignInput& design, const engine::SimulationResult& result)
{
    const ExitCode delivered = m_line.deliver(m_line.json() ? json(design, result) : text(design, result));
    if (delivered != ExitCode::Done) return delivered;
    if (!result.isComplete) return m_line.fail(ExitCode::EndedEarly, tr("Ended early: the numbers are those of the pairs drawn so far."));
    return ExitCode::Done;
}

Json estimateJson(const Estimate& estimate)
{
    return {{"mean", estimate.mean}, {"standard_error", estimate.standardError}, {"count", estimate.count}};
}

Json spreadJson(const SimulatedQuantity& quantity)
{
    Json quantiles = Json::array(), bins = Json::array();
    for (const auto& [share, value] : quantity.quantiles) quantiles.push_back({{"share", share}, {"value", value}});
    for (const auto& bin : quantity.histogram) bins.push_back({{"from", bin.from}, {"to", bin.to}, {"count", bin.count}});
    return {{"quantiles", quantiles}, {"histogram", bins}};
}

Json networkJson(const engine::SimulatedNetwork& network)
{
    return {{"simulated_s", network.time}, {"events", network.events}, {"fingerprint", QString::number(network.fingerprint, 16).toStdString()},
            {"link_pairs", network.heralds}, {"swaps", network.swaps}, {"failed_swaps", network.failedSwaps}, {"given_up", network.givenUp},
            {"messages", network.messages}, {"message_hops", network.messageHops}};
}

Json SimulateCommand::demandJson(const Network& network, const SimulatedDemand& demand) const
{
    Json json{{"id", toJson(keyOf(network, demand))}};
    if (!demand.reason.isEmpty()) {
        for (const char* key : {"rate_hz", "fidelity", "waiting_time_s", "latency_s"}) json[key] = nullptr;
        json["reason"] = toJson(demand.reason);
        return json;
    }
    json["plan"] = toJson(demand.plan);
    json["rate_hz"] = estimateJson(demand.rate);
    json["fidelity"] = estimateJson(demand.fidelity.estimate);
    json["waiting_time_s"] = estimateJson(demand.waiting.estimate);
    json["latency_s"] = estimateJson(demand.latency.estimate);
    json["spreads"] = {{"fidelity", spreadJson(demand.fidelity)}, {"waiting_time_s", spreadJson(demand.waiting)}};
    const auto compared = [&](const Estimate& drawn, double analytic) {
        Json row{{"analytic", analytic}};
        putNumber(row, "deviation_in_standard_errors", SimulatedDemand::deviation(drawn, analytic), tr("Every pair is alike, and unlike the analytic value."));
        return row;
    };
    json["compared"] = {{"rate_hz", compared(demand.rate, demand.analyticRate)}, {"fidelity", compared(demand.fidelity.estimate, demand.analyticFidelity)},
                        {"analytic_model", toJson(demand.analyticModel)}};
    if (!demand.whyUnlike.isEmpty()) json["compared"]["why_unlike"] = toJson(demand.whyUnlike);
    return json;
}

QString SimulateCommand::json(const DesignInput& design, const engine::SimulationResult& result) const
{
    Json document{{"mode", m_events ? "events" : "sampling"}, {"demands", Json::array()}};
    for (const SimulatedDemand& demand : result.demands) document["demands"].push_back(demandJson(design.network, demand));
    if (result.network) document["network"] = networkJson(*result.network);
    document["complete"] = result.isComplete;
    document["provenance"] = provenanceJson(design);
    if (m_events) {
        document["provenance"]["duration_s"] = m_events->simulated.si();
        document["provenance"]["runs"] = m_events->runs;
    } else {
        document["provenance"]["trials"] = m_limits.mostTrials;
        document["provenance"]["relative_error"] = m_limits.relativeError;
    }
    return documentText(document);
}

double deviationOf(const Estimate& drawn, double analytic) { return std::abs(SimulatedDemand::deviation(drawn, analytic)); }

QString withError(const Estimate& estimate, const QString& unit)
{
    const QLocale locale = QLocale::c();
    return QStringLiteral("%1 ± %2%3").arg(locale.toString(estimate.mean, 'g', 6), locale.toString(estimate.standardError, 'g', 2), unit.isEmpty() ? QString() : u' ' + unit);
}

QString SimulateCommand::text(const DesignInput& design, const engine::SimulationResult& result) const
{
    TextTable table({tr("Demand"), u'>' + tr("Pairs"), u'>' + tr("Rate"), u'>' + tr("Analytic"), u'>' + tr("Off by"), u'>' + tr("Fidelity"), u'>' + tr("Analytic"), u'>' + tr("Off by")});
    QString reasons;
    QStringList unlike;
    const auto off = [&](const Estimate& drawn, double analytic) { return tr("%1 σ", "standard errors").arg(QString::number(SimulatedDemand::deviation(drawn, analytic), 'f', 1)); };
    for (const SimulatedDemand& demand : result.demands) {
        const QString key = keyOf(design.network, demand);
        if (!demand.reason.isEmpty()) reasons += QStringLiteral("  %1: %2\n").arg(key, demand.reason);
        else {
            if (std::max(deviationOf(demand.rate, demand.analyticRate), deviationOf(demand.fidelity.estimate, demand.analyticFidelity)) > 4.0)
                unlike += tr("%1 is off by more than 4 σ. %2").arg(key, demand.whyUnlike.isEmpty() ? tr("No reason is known.") : demand.whyUnlike);
            table.addRow({key, QString::number(demand.rate.count), withError(demand.rate, QStringLiteral("Hz")), QString::number(demand.analyticRate, 'g', 6),
                          off(demand.rate, demand.analyticRate), withError(demand.fidelity.estimate, {}), QString::number(demand.analyticFidelity, 'g', 6),
                          off(demand.fidelity.estimate, demand.analyticFidelity)});
        }
    }
    const QString seed = QString::number(design.network.general().settings.seed);
    const QString head = (result.network ? tr("%1 s in %2 events, all demands at once, seed %3.").arg(QString::number(result.network->time, 'g', 6)).arg(result.network->events).arg(seed)
                                         : tr("Pairs drawn, each demand alone, seed %1.").arg(seed))
        + QStringLiteral("\n\n");
    QString notes;
    for (const QString& sentence : unlike) notes += QStringLiteral("  ") + sentence + u'\n';
    return head + (table.isEmpty() ? QString() : table.text()) + (notes.isEmpty() ? QString() : u'\n' + notes) + (reasons.isEmpty() ? QString() : u'\n' + tr("Nothing drawn") + u'\n' + reasons);
}

} // namespace

ExitCode runSimulate(Invocation& invocation)
{
    return SimulateCommand(invocation).run();
}

} // namespace bellweave::cli
