// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/json_values.h"
#include "app/cli/text_table.h"
#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/api/evaluator.h"
#include "engine/api/pass_curve.h"

namespace bellweave::cli {
namespace {

using engine::SkyAlmanac;
using engine::SkyPass;
using engine::SkyRow;

/// What ground stations of a design see, and what of it the demands get.
class Visibility {
    Q_DECLARE_TR_FUNCTIONS(Visibility)

public:
    explicit Visibility(const DesignInput& design) : m_design(design), m_almanac(design.network), m_evaluation(engine::evaluate(design.network)) {}
    QString json() const;
    QString text() const;

private:
    QString keyOf(SiteId site) const { return m_design.network.sites.find(site)->key; }
    QString clock(double time) const { return momentText(m_almanac.scene().epoch().after(time)); }
    Json passJson(const SkyRow& row, const SkyPass& pass) const;
    /// What a demand gets meanwhile; see gotDuring().
    std::optional<double> brought(DemandId demand, const SkyPass& pass) const;
    QString broughtText(const SkyRow& row, const SkyPass& pass) const;
    bool isKey(DemandId demand) const { return m_design.network.demands.find(demand)->purpose == Purpose::SecretKey; }

    const DesignInput& m_design;
    SkyAlmanac m_almanac;
    engine::Evaluation m_evaluation;
};

std::optional<double> Visibility::brought(DemandId demand, const SkyPass& pass) const
{
    const engine::DemandResult* result = m_evaluation.find(demand);
    return result ? engine::gotDuring(*result, pass.time, m_design.network.demands.find(demand)->purpose) : std::nullopt;
}

Json Visibility::passJson(const SkyRow& row, const SkyPass& pass) const
{
    Json demands = Json::array();
    for (const DemandId demand : engine::demandsOver(m_design.network, m_evaluation, row))
        if (const auto all = brought(demand, pass)) demands.push_back({{"key", toJson(m_design.network.demands.find(demand)->key)}, {isKey(demand) ? "key_bits" : "pairs", *all}});
    return {{"satellite", toJson(keyOf(pass.satellite))}, {"rise_utc", toJson(clock(pass.time.from))}, {"best_utc", toJson(clock(pass.best))}, {"set_utc", toJson(clock(pass.time.until))},
            {"duration_s", pass.time.length()}, {"elevation_deg", pass.elevation}, {"usable_s", pass.usableTime()}, {"sunlit", pass.isSunlit}, {"demands_get_meanwhile", demands}};
}

QString Visibility::json() const
{
    Json rows = Json::array();
    for (const SkyRow& row : m_almanac.rows()) {
        Json stations = Json::array({toJson(keyOf(row.first))}), passes = Json::array();
        if (row.isPair()) stations.push_back(toJson(keyOf(row.second)));
        double dark = 0.0;
        for (const engine::TimeRange& range : row.dark) dark += range.length();
        for (const SkyPass& pass : row.passes) passes.push_back(passJson(row, pass));
        rows.push_back({{"stations", stations}, {"dark_s", dark}, {"passes", passes}});
    }
    Json document{{"begin_utc", toJson(clock(0.0))}, {"span_s", m_almanac.scene().span()}, {"rows", rows}};
    document["provenance"] = provenanceJson(m_design);
    return documentText(document);
}

QString Visibility::broughtText(const SkyRow& row, const SkyPass& pass) const
{
    QStringList texts;
    for (const DemandId demand : engine::demandsOver(m_design.network, m_evaluation, row))
        if (const auto all = brought(demand, pass)) texts.append(isKey(demand) ? tr("%1 bit").arg(*all, 0, 'g', 3) : tr("%1 pairs").arg(*all, 0, 'g', 3));
    return texts.join(u", ");
}

QString Visibility::text() const
{
    TextTable table({tr("Stations"), tr("Satellite"), tr("Rise, UTC"), tr("Best"), tr("Set"), u'>' + tr("s"), u'>' + tr("highest, °"), u'>' + tr("usable, s"), tr("Satellite"), tr("Demands get meanwhile")});
    bool isAny = false;
    for (const SkyRow& row : m_almanac.rows())
        for (const SkyPass& pass : row.passes) {
            isAny = true;
            table.addRow({row.isPair() ? keyOf(row.first) + QStringLiteral(" + ") + keyOf(row.second) : keyOf(row.first), keyOf(pass.satellite), clock(pass.time.from).replace(u'T', u' ').chopped(1), clock(pass.best).sliced(11, 8),
                          clock(pass.time.until).sliced(11, 8), QString::number(pass.time.length(), 'f', 0), QString::number(pass.elevation, 'f', 1), QString::number(pass.usableTime(), 'f', 0),
                          pass.isSunlit ? tr("sunlit") : tr("in shadow"), broughtText(row, pass)});
        }
    return isAny ? table.text() : tr("No ground station of the design sees a satellite that it is joined to in its span.") + u'\n';
}

} // namespace

ExitCode runVisibility(Invocation& invocation)
{
    VerbLine line(invocation, QStringLiteral("visibility"), VerbLine::Reads::Design);
    if (const auto code = line.read()) return *code;
    const auto input = readDesign(line.word(0), line);
    if (const ExitCode* code = std::get_if<ExitCode>(&input)) return *code;
    const ThreadLimit limit(line.threads());
    const Visibility visibility(std::get<DesignInput>(input));
    return line.deliver(line.json() ? visibility.json() : visibility.text());
}

} // namespace bellweave::cli
