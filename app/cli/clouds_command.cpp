// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_edit.h"
#include "app/cli/design_input.h"
#include "app/cli/json_values.h"
#include "app/cli/nearest_word.h"
#include "app/cli/output_file.h"
#include "app/cli/site_option.h"
#include "app/cli/text_table.h"
#include "model/edit/field.h"
#include "model/network/cloud_climatology.h"

#include <QLocale>

namespace bellweave::cli {
namespace {

const QString kInto = QStringLiteral("into");
const QString kSite = QStringLiteral("site");
const QString kStation = QStringLiteral("station");
const QString kNight = QStringLiteral("night");

class CloudsCommand {
    Q_DECLARE_TR_FUNCTIONS(CloudsCommand)

public:
    explicit CloudsCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("clouds"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    std::optional<QString> wrongUse() const;
    Result<CloudFile> read();
    ExitCode write(const CloudFile& file);
    Result<const CloudStation*> chosen(const CloudFile& file) const;
    Result<QString> giveTo(Network& network, const CloudStation& station) const;
    static Json chances(const std::array<ClearHours, 12>& months);
    static QString json(const CloudFile& file);
    static QString text(const CloudFile& file);

    VerbLine m_line;
};

ExitCode CloudsCommand::run()
{
    m_line.add({kInto, tr("Design into which the chances of one station are written, as clear_sky of a site; needs --site and --output."), QStringLiteral("DESIGN")});
    m_line.add({kSite, tr("Ground station of the design that gets them."), QStringLiteral("KEY")});
    m_line.add({kStation, tr("Station of the file whose chances they are (default: the only one)."), QStringLiteral("NAME")});
    m_line.add({kNight, tr("Takes the hours that end from 19 to 6 o'clock, local standard time, alone.")});
    if (const auto code = m_line.read()) return *code;
    if (const auto problem = wrongUse()) return m_line.fail(ExitCode::WrongUse, *problem);
    const auto file = read();
    if (!file) return m_line.fail(ExitCode::BadInput, file.error().text());
    return m_line.has(kInto) ? write(*file) : m_line.deliver(m_line.json() ? json(*file) : text(*file));
}

std::optional<QString> CloudsCommand::wrongUse() const
{
    if (!m_line.has(kInto)) {
        for (const QString& option : {kSite, kStation, kNight})
            if (m_line.has(option)) return tr("--%1 means something with --into only: the design to write into.").arg(option);
        return std::nullopt;
    }
    if (!m_line.has(kSite)) return tr("--site is missing: the ground station that gets the chances.");
    if (const QString output = m_line.value(QStringLiteral("output")); isSameFile(m_line.value(kInto), output)) return tr("--output %1 is a file that is read. Give another name.").arg(output);
    return problemOfOutput(m_line);
}

Result<CloudFile> CloudsCommand::read()
{
    const QString path = m_line.word(0);
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) return bytes.error();
    Result<CloudFile> file = readCloudFile(*bytes);
    if (!file) return Error{file.error().code, file.error().sentence, path};
    for (const QString& problem : file->problems) m_line.warn(path + QStringLiteral(": ") + problem);
    return file;
}

ExitCode CloudsCommand::write(const CloudFile& file)
{
    const auto station = chosen(file);
    if (!station) return m_line.fail(ExitCode::WrongUse, station.error().text());
    Result<Network> network = readToChange(m_line, m_line.value(kInto));
    if (!network) return m_line.fail(ExitCode::BadInput, network.error().text());
    const auto given = giveTo(*network, **station);
    if (!given) return m_line.fail(ExitCode::WrongUse, given.error().text());
    const QString path = m_line.value(QStringLiteral("output"));
    const QString report = m_line.json() ? documentText(Json{{"station", toJson((*station)->name)}, {"site", toJson(m_line.value(kSite))}, {"by_night", m_line.has(kNight)}, {"clear_sky", toJson(*given)}})
                                         : tr("%1: the sky of %2 is that of %3: %4\n").arg(path, m_line.value(kSite), (*station)->name, *given);
    return writeChanged(m_line, *network, report);
}

Result<const CloudStation*> CloudsCommand::chosen(const CloudFile& file) const
{
    const QString wanted = m_line.value(kStation);
    if (!m_line.has(kStation) && file.stations.size() == 1) return &file.stations.front();
    QStringList names;
    for (const CloudStation& station : file.stations) {
        if (station.name == wanted) return &station;
        names += station.name;
    }
    if (!m_line.has(kStation)) return Error{Error::Code::InvalidInput, tr("--station is missing; the file has: %1.").arg(names.join(QStringLiteral(", "))), {}};
    const QString near = nearestWord(wanted, names);
    return Error{Error::Code::NotFound, near.isEmpty() ? tr("--station: the file has no \"%1\" but: %2.").arg(wanted, names.join(QStringLiteral(", "))) : tr("--station: the file has no \"%1\". Did you mean \"%2\"?").arg(wanted, near), {}};
}

Result<QString> CloudsCommand::giveTo(Network& network, const CloudStation& station) const
{
    const auto site = siteOfOption(network, kSite, m_line.value(kSite), [](const Site& each) { return each.groundStation.has_value(); });
    if (!site) return site.error();
    const auto text = clearSkyText(station, m_line.has(kNight));
    if (!text) return text.error();
    const auto patch = setField(network, (*site)->id, QStringLiteral("ground_station/clear_sky"), *text);
    if (!patch) return patch.error();
    applyPatch(network, *patch);
    return text;
}

Json CloudsCommand::chances(const std::array<ClearHours, 12>& months)
{
    Json list = Json::array();
    for (const ClearHours& month : months) list.push_back(month.chance() ? Json(*month.chance()) : Json());
    return list;
}

QString CloudsCommand::json(const CloudFile& file)
{
    Json list = Json::array();
    for (const CloudStation& station : file.stations) {
        const ClearHours year = station.year();
        list.push_back({{"station", toJson(station.name)}, {"hours", year.hours}, {"clear", year.chance().value_or(0.0)}, {"clear_by_month", chances(station.all)}, {"clear_by_month_at_night", chances(station.night)}});
    }
    return documentText(Json{{"stations", list}, {"problems", toJson(file.problems)}});
}

QString CloudsCommand::text(const CloudFile& file)
{
    QStringList heads{tr("Station"), tr("Hours")};
    for (int month = 1; month <= 12; ++month) heads += u'>' + QLocale::c().standaloneMonthName(month, QLocale::ShortFormat);
    TextTable table(heads);
    for (const CloudStation& station : file.stations)
        for (const auto& [label, months] : {std::pair(tr("all"), &station.all), std::pair(tr("night"), &station.night)}) {
            QStringList cells{station.name, label};
            for (const ClearHours& month : *months) cells += month.chance() ? QString::number(*month.chance(), 'f', 3) : tr("none");
            table.addRow(cells);
        }
    return tr("Chance of a clear sky, at most two tenths of it in clouds. Night: hours that end from 19 to 6 o'clock, local standard time.") + QStringLiteral("\n\n") + table.text();
}

} // namespace

ExitCode runClouds(Invocation& invocation) { return CloudsCommand(invocation).run(); }

} // namespace bellweave::cli
