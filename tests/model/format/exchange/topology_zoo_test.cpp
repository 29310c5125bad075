// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the import of real Topology Zoo maps with counts that were made by other programs. The maps and the table of
// counts are reference data that does not ship with the program; without it this test says so and passes.
#include "model/format/exchange/graphml.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <cstdio>

using namespace bellweave;

namespace {

const QString kData = QStringLiteral(BELLWEAVE_REFERENCE_DATA "/data");

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList cells(const QString& line)
{
    QStringList result = line.split(u'|');
    for (QString& cell : result) cell = cell.trimmed();
    return result.size() < 3 ? QStringList() : result.mid(1, result.size() - 2);
}

/// The rows of the table whose header starts with "network" and names self-loops, by column title.
std::vector<std::map<QString, QString>> expectedCounts()
{
    std::vector<std::map<QString, QString>> rows;
    QStringList titles;
    const QStringList lines = QString::fromUtf8(contents(kData + QStringLiteral("/FORMATS.md"))).split(u'\n');
    for (const QString& line : lines) {
        const QStringList row = cells(line);
        if (row.value(0) == u"network") titles = row;
        else if (row.size() != titles.size()) titles.clear();
        else if (titles.contains(QStringLiteral("self-loops")) && !row.front().startsWith(u'-')) {
            std::map<QString, QString>& named = rows.emplace_back();
            for (qsizetype i = 0; i < row.size(); ++i) named[titles[i]] = row[i];
        }
    }
    return rows;
}

std::map<QString, QString> countsOf(const ImportReport& report)
{
    const auto text = [](int count) { return QString::number(count); };
    const SourceCounts& source = report.source;
    return {{"nodes", text(report.nodes)}, {"edges", text(report.edges)}, {"distinct pairs", text(source.distinctPairs)},
            {"parallel extra", text(source.parallelEdges)}, {"self-loops", text(source.selfLoops)},
            {"components", text(source.components)}, {"nodes without lat/lon", text(source.nodesWithoutPosition)},
            {"hyperedge nodes", text(source.hyperedgeNodes)}, {"external (Internal=0)", text(source.externalNodes)},
            {"nodes sharing a label", text(source.nodesSharingLabel)}, {"empty label", text(source.emptyLabels)},
            {"nodes sharing a position", text(source.nodesSharingPosition)}, {"layer", source.layer}};
}

} // namespace

class TopologyZooTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMapHasTheCountsOfTheTable();
};

void TopologyZooTest::everyMapHasTheCountsOfTheTable()
{
    const std::vector<std::map<QString, QString>> expected = expectedCounts();
    if (expected.empty()) {
        std::puts("Topology Zoo maps: NOT compared, no reference data in \"" BELLWEAVE_REFERENCE_DATA "\".");
        return;
    }
    for (const std::map<QString, QString>& row : expected) {
        const QString network = row.at(QStringLiteral("network"));
        const QString path = kData + QStringLiteral("/topology-zoo/%1.graphml").arg(network);
        Result<Imported> imported = readGraphml(contents(path), path);
        QVERIFY2(imported.has_value(), qPrintable(network));
        const ImportReport& report = imported->report;
        std::map<QString, QString> counted = countsOf(report);
        counted["network"] = network;
        for (const auto& [title, value] : row)
            QVERIFY2(counted[title] == value, qPrintable(QStringLiteral("%1, %2: %3 instead of %4").arg(network, title, counted[title], value)));
        QCOMPARE(report.sites, report.nodes);
        QCOMPARE(report.links, report.edges - report.source.selfLoops);
        QCOMPARE(static_cast<int>(report.skipped.size()), report.source.selfLoops);
        for (const Site& site : imported->network.sites)
            QVERIFY2(!site.position || *site.position != GeoPosition(), qPrintable(network + QStringLiteral(" ") + site.key));
    }
    std::printf("Topology Zoo maps: all counts of %zu maps agree with the table.\n", expected.size());
}

BELLWEAVE_TEST(TopologyZooTest)
#include "topology_zoo_test.moc"
