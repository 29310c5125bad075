// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cloud_climatology.h"

#include "model/format/csv_cells.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace bellweave {
namespace {

constexpr double kClearTenths = 2.0;
constexpr qsizetype kMostProblems = 20;    // told one by one

class Words {
    Q_DECLARE_TR_FUNCTIONS(CloudClimatology)
};

const QString kStation = QStringLiteral("station"), kMonth = QStringLiteral("month"), kCount = QStringLiteral("n");
const QString kHour = QStringLiteral("hour"), kShare = QStringLiteral("p_total_le_2");
const QString kEndingHour = QStringLiteral("hour_ending_local_standard"), kTenths = QStringLiteral("total_cloud_tenths");

bool isNight(double hour) { return hour >= 19.0 || hour <= 6.0; }

/// One row of a file; the first cell that is wrong is kept.
class Row {
public:
    Row(const QStringList& heads, const QString& line) : m_heads(heads), m_cells(csvCells(line)) {}

    QString text(const QString& column) const { return m_cells.value(m_heads.indexOf(column)).trimmed(); }
    double number(const QString& column, double least, double most)
    {
        bool isNumber = false;
        const double value = text(column).toDouble(&isNumber);
        if (isNumber && value >= least && value <= most) return value;
        fail(column, Words::tr("“%1” is no number from %2 to %3").arg(text(column)).arg(least).arg(most));
        return least;
    }
    double whole(const QString& column, double least, double most)
    {
        const double value = number(column, least, most);
        if (value != std::floor(value)) fail(column, Words::tr("“%1” is no whole number").arg(text(column)));
        return value;
    }
    void fail(const QString& column, const QString& what)
    {
        if (m_problem.isEmpty()) m_problem = Words::tr("column %1 (%2): %3.").arg(m_heads.indexOf(column) + 1).arg(column, what);
    }
    /// Empty when nothing is wrong.
    QString problem() const
    {
        if (m_cells.size() == m_heads.size()) return m_problem;
        return Words::tr("it has %1 cells where the head names %2 columns.").arg(m_cells.size()).arg(m_heads.size());
    }

private:
    const QStringList& m_heads;
    QStringList m_cells;
    QString m_problem;
};

class CloudReader {
public:
    Result<CloudFile> read(const QStringList& lines)
    {
        for (qsizetype i = 0; i < lines.size(); ++i) visit(lines[i], i + 1);
        if (m_heads.isEmpty() || !(isByHours() || isYear()))
            return Error{Error::Code::InvalidInput, Words::tr("There are no clouds in this text: a head with the columns station, month, hour and p_total_le_2, or month, hour_ending_local_standard and total_cloud_tenths, is understood."), {}};
        if (m_file.stations.empty()) return Error{Error::Code::InvalidInput, m_file.problems.isEmpty() ? Words::tr("There is a head but no row under it.") : m_file.problems.front(), {}};
        if (m_untold > 0) m_file.problems += Words::tr("Further rows that could not be read: %1.").arg(m_untold);
        tellMissingMonths();
        return std::move(m_file);
    }

private:
    bool has(std::initializer_list<QString> columns) const { return std::all_of(columns.begin(), columns.end(), [&](const QString& column) { return m_heads.contains(column); }); }
    bool isByHours() const { return has({kStation, kMonth, kHour, kShare}); }
    bool isYear() const { return has({kMonth, kEndingHour, kTenths}); }

    void visit(const QString& line, qsizetype number)
    {
        if (line.trimmed().isEmpty()) return;
        if (line.startsWith(u'#')) return nameStation(line);
        if (m_heads.isEmpty()) return readHead(line);
        Row row(m_heads, line);
        isByHours() ? addHours(row, number) : isYear() ? addHour(row, number) : void();
    }
    void nameStation(const QString& comment)
    {
        if (m_name.isEmpty()) m_name = comment.sliced(1).section(u';', 0, 0).trimmed();
    }
    void readHead(const QString& line)
    {
        for (const QString& cell : csvCells(line)) m_heads += cell.trimmed();
    }

    void addHours(Row& row, qsizetype line)
    {
        constexpr double kMost = 1e9;
        const double month = row.whole(kMonth, 1.0, 12.0), hour = row.whole(kHour, 0.0, 24.0), share = row.number(kShare, 0.0, 1.0);
        const double count = m_heads.contains(kCount) ? row.number(kCount, 0.0, kMost) : 1.0;
        if (row.text(kStation).isEmpty()) row.fail(kStation, Words::tr("the name is missing"));
        add(row, line, row.text(kStation), month, hour, count, share);
    }
    void addHour(Row& row, qsizetype line)
    {
        const double month = row.whole(kMonth, 1.0, 12.0), hour = row.whole(kEndingHour, 0.0, 24.0), tenths = row.number(kTenths, 0.0, 10.0);
        add(row, line, m_name.isEmpty() ? Words::tr("The station") : m_name, month, hour, 1.0, tenths <= kClearTenths ? 1.0 : 0.0);
    }
    void add(const Row& row, qsizetype line, const QString& name, double month, double hour, double count, double share)
    {
        if (const QString problem = row.problem(); !problem.isEmpty()) return tell(Words::tr("Line %1, %2").arg(line).arg(problem));
        CloudStation& station = stationOf(name);
        const auto at = static_cast<std::size_t>(month) - 1;
        station.all[at].add(count, share);
        if (isNight(hour)) station.night[at].add(count, share);
    }
    void tell(const QString& problem)
    {
        if (m_file.problems.size() < kMostProblems) m_file.problems += problem;
        else ++m_untold;
    }
    CloudStation& stationOf(const QString& name)
    {
        auto& all = m_file.stations;
        const auto found = std::find_if(all.rbegin(), all.rend(), [&](const CloudStation& station) { return station.name == name; });    // the last one, as files are sorted
        return found != all.rend() ? *found : all.emplace_back(CloudStation{name, {}, {}});
    }
    void tellMissingMonths()
    {
        for (const CloudStation& station : m_file.stations)
            for (const int month : station.missingMonths(false)) m_file.problems += Words::tr("%1 has no rows of %2.").arg(station.name, QLocale::c().standaloneMonthName(month));
    }

    QString m_name;    // of the one station of a typical year
    QStringList m_heads;
    CloudFile m_file;
    int m_untold = 0;
};

} // namespace

ClearHours CloudStation::year() const
{
    ClearHours sum;
    for (const ClearHours& month : all) {
        sum.hours += month.hours;
        sum.clear += month.clear;
    }
    return sum;
}

std::vector<int> CloudStation::missingMonths(bool byNight) const
{
    std::vector<int> missing;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!(byNight ? night : all)[i].chance()) missing.push_back(static_cast<int>(i) + 1);
    return missing;
}

Result<CloudFile> readCloudFile(const QByteArray& text)
{
    QString all = QString::fromUtf8(text);
    if (all.startsWith(QChar::ByteOrderMark)) all.remove(0, 1);
    return CloudReader().read(all.remove(u'\r').split(u'\n'));
}

Result<QString> clearSkyText(const CloudStation& station, bool byNight)
{
    QStringList missing, chances;
    for (const int month : station.missingMonths(byNight)) missing += QLocale::c().standaloneMonthName(month);
    if (!missing.isEmpty()) return Error{Error::Code::InvalidInput, Words::tr("%1 has no rows of %2; all twelve months are needed.").arg(station.name, missing.join(QStringLiteral(", "))), {}};
    for (const ClearHours& month : byNight ? station.night : station.all) chances += QString::number(std::round(*month.chance() * 1e4) / 1e4);
    return chances.join(u' ');
}

} // namespace bellweave
