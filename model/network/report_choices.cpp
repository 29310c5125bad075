// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/report_choices.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ReportChoices)
};

template<std::size_t Count>
bool isAmong(const std::array<const char*, Count>& words, const QString& word)
{
    return std::any_of(words.begin(), words.end(), [&](const char* known) { return word == QLatin1String(known); });
}

} // namespace

std::vector<Table<ReportPlot>::Pointer> plotsInOrder(const Network& network)
{
    auto plots = network.reportPlots.rows();
    std::sort(plots.begin(), plots.end(), [](const auto& a, const auto& b) { return std::tie(a->order, a->key) < std::tie(b->order, b->key); });
    return plots;
}

QStringList reportChapters(const Network& network)
{
    QStringList chapters;
    for (const QString& word : network.general().report.chapters.split(u',', Qt::SkipEmptyParts))
        if (const QString chapter = word.trimmed(); !chapter.isEmpty()) chapters.append(chapter);
    return chapters;
}

QStringList unknownInReport(const Network& network)
{
    QStringList sentences;
    for (const auto& plot : plotsInOrder(network))
        if (!isAmong(kReportPlotKinds, plot->kind))
            sentences.append(ReportWords::tr("report_plots/%1: this version does not know the plot \"%2\"; it is kept as it is.").arg(plot->key, plot->kind.left(80)));
    for (const QString& chapter : reportChapters(network))
        if (!isAmong(kReportChapters, chapter))
            sentences.append(ReportWords::tr("report/chapters: this version does not know the chapter \"%1\".").arg(chapter.left(80)));
    return sentences;
}

} // namespace bellweave
