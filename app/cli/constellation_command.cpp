// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_edit.h"
#include "app/cli/json_values.h"
#include "app/cli/site_option.h"
#include "model/edit/walker.h"

namespace bellweave::cli {
namespace {

const QString kWalker = QStringLiteral("walker");
const QString kAltitude = QStringLiteral("altitude");
const QString kInclination = QStringLiteral("inclination");
const QString kStar = QStringLiteral("star");
const QString kNode = QStringLiteral("node");
const QString kAnomaly = QStringLiteral("anomaly");
const QString kLike = QStringLiteral("like");
const QString kPrefix = QStringLiteral("prefix");

class ConstellationCommand {
    Q_DECLARE_TR_FUNCTIONS(ConstellationCommand)

public:
    explicit ConstellationCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("constellation"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    void addOptions();
    std::optional<QString> missing() const;
    Result<WalkerPattern> pattern() const;
    Result<double> quantity(const QString& option, Dimension dimension) const;
    Result<std::optional<SiteId>> like(const Network& network) const;
    static QString json(const Network& network, const Patch& patch);
    QString text(const Patch& patch, const WalkerPattern& pattern) const;

    VerbLine m_line;
};

void ConstellationCommand::addOptions()
{
    const WalkerPattern usual;
    m_line.add({kWalker, tr("Satellites in all, planes, and phasing from plane to plane in units of 360°/T, as 24/3/1."), QStringLiteral("T/P/F")});
    m_line.add({kAltitude, tr("Altitude of the circles above the equator, 160 km to 40000 km."), QStringLiteral("LENGTH")});
    m_line.add({kInclination, tr("Inclination of the planes, 0° to 180°."), QStringLiteral("ANGLE")});
    m_line.add({kStar, tr("Spreads the nodes over 180° (star) instead of 360° (delta).")});
    m_line.add({kNode, tr("Right ascension of the first plane's ascending node (default 0°)."), QStringLiteral("ANGLE"), QStringLiteral("0")});
    m_line.add({kAnomaly, tr("Mean anomaly of the first satellite (default 0°)."), QStringLiteral("ANGLE"), QStringLiteral("0")});
    m_line.add({kLike, tr("Satellite of the design whose equipment and satellite links all get (default: a new satellite's)."), QStringLiteral("SITE")});
    m_line.add({kPrefix, tr("What names begin with (default %1).").arg(usual.prefix), QStringLiteral("NAME"), usual.prefix});
}

ExitCode ConstellationCommand::run()
{
    addOptions();
    if (const auto code = m_line.read()) return *code;
    if (const auto problem = missing()) return m_line.fail(ExitCode::WrongUse, *problem);
    const auto wanted = pattern();
    if (!wanted) return m_line.fail(ExitCode::WrongUse, wanted.error().text());
    Result<Network> network = readToChange(m_line, m_line.word(0));
    if (!network) return m_line.fail(ExitCode::BadInput, network.error().text());
    const auto model = like(*network);
    if (!model) return m_line.fail(ExitCode::WrongUse, model.error().text());
    const auto patch = walkerConstellation(*network, *wanted, {.like = *model});
    if (!patch) return m_line.fail(ExitCode::WrongUse, patch.error().text());
    applyPatch(*network, *patch);
    return writeChanged(m_line, *network, m_line.json() ? json(*network, *patch) : text(*patch, *wanted));
}

std::optional<QString> ConstellationCommand::missing() const
{
    for (const QString& option : {kWalker, kAltitude, kInclination})
        if (!m_line.has(option)) return tr("--%1 is missing; see constellation --help.").arg(option);
    return problemOfOutput(m_line);
}

Result<double> ConstellationCommand::quantity(const QString& option, Dimension dimension) const
{
    const auto value = parseQuantity(m_line.value(option), dimension);
    return value ? value : Result<double>(Error{value.error().code, value.error().sentence, QStringLiteral("--") + option});
}

Result<WalkerPattern> ConstellationCommand::pattern() const
{
    Result<WalkerPattern> pattern = parseWalker(m_line.value(kWalker));
    if (!pattern) return Error{pattern.error().code, pattern.error().sentence, QStringLiteral("--") + kWalker};
    const auto altitude = quantity(kAltitude, Dimension::Length);
    if (!altitude) return altitude.error();
    pattern->altitude = Length::fromSi(*altitude);
    for (const auto& [option, place] : {std::pair(kInclination, &pattern->inclination), std::pair(kNode, &pattern->node), std::pair(kAnomaly, &pattern->anomaly)}) {
        const auto angle = quantity(option, Dimension::AngleDegrees);
        if (!angle) return angle.error();
        *place = *angle;
    }
    pattern->isStar = m_line.has(kStar);
    pattern->prefix = m_line.value(kPrefix);
    return pattern;
}

Result<std::optional<SiteId>> ConstellationCommand::like(const Network& network) const
{
    if (!m_line.has(kLike)) return std::optional<SiteId>();
    const auto site = siteOfOption(network, kLike, m_line.value(kLike), [](const Site& each) { return each.orbit.has_value(); });
    if (!site) return site.error();
    return std::optional((*site)->id);
}

QString ConstellationCommand::json(const Network& network, const Patch& patch)
{
    Json sites = Json::array(), links = Json::array();
    for (const auto& change : patch.sites) {
        const Site& site = *change.after;
        sites.push_back({{"id", toJson(site.key)}, {"name", toJson(site.name)}, {"node_deg", site.orbit->node}, {"anomaly_deg", site.orbit->anomaly}});
    }
    for (const auto& change : patch.links) {
        const Link& link = *change.after;
        links.push_back({{"id", toJson(link.key)}, {"from", toJson(network.sites.find(link.from)->key)}, {"to", toJson(network.sites.find(link.to)->key)}});
    }
    return documentText(Json{{"satellites", sites}, {"links", links}});
}

QString ConstellationCommand::text(const Patch& patch, const WalkerPattern& pattern) const
{
    const Site &first = *patch.sites.front().after, &last = *patch.sites.back().after;
    return tr("%1: added %2 to %3, in planes: %4, satellite links: %5.\n").arg(m_line.value(QStringLiteral("output")), first.key, last.key).arg(pattern.planes).arg(patch.links.size());
}

} // namespace

ExitCode runConstellation(Invocation& invocation) { return ConstellationCommand(invocation).run(); }

} // namespace bellweave::cli
