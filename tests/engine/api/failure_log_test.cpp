// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/failure_log.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

class FailureLogTest : public QObject {
    Q_OBJECT

    /// A repeater that rests for the last tenth of every second.
    static Network restingChain()
    {
        Network network = test::aChain(2).measured(0.2, 0.95);
        Site repeater = *network.sites.find(SiteId(2));
        repeater.reliability.maintenancePeriod = 1_s;
        repeater.reliability.maintenance = 100_ms;
        network.sites.put(repeater);
        return network;
    }

private Q_SLOTS:
    void eachFailureTellsWhenItWasAndWhatItCost()
    {
        const TracedRun run = traceRun(restingChain(), 1, 0, 10_s, 1'000'000, {}, kFailureKinds);
        const auto log = failuresOf(run);
        QCOMPARE(log.size(), std::size_t(10));
        std::uint64_t lost = 0;
        for (std::size_t i = 0; i < log.size(); ++i) {
            QCOMPARE(log[i].from, static_cast<TraceRecord::Time>(i) * 1'000'000'000'000 + 900'000'000'000);
            QCOMPARE(log[i].until, log[i].from + 100'000'000'000);
            QCOMPARE(*log[i].site, SiteId(2));
            QCOMPARE(log[i].services.size(), std::size_t(1));
            QVERIFY(log[i].services[0].delivered <= 1);    // one may be on its way to the ends
            QVERIFY(log[i].services[0].longestWait >= 100'000'000'000);
            lost += log[i].halvesLost;
        }
        QVERIFY(lost > 0 && lost <= 20);
    }

    void aLinkIsToldByItsOwnName()
    {
        Network network = test::aChain(2).measured(0.2, 0.95);
        Link link = *network.links.find(LinkId(2));
        link.reliability.meanUptime = 300_ms;
        link.reliability.meanRepair = 100_ms;
        network.links.put(link);
        const TracedRun run = traceRun(network, 1, 0, 10_s, 1'000'000, {}, kFailureKinds);
        const auto log = failuresOf(run);
        QVERIFY(log.size() > 10);
        for (const FailureRow& row : log) QVERIFY(!row.site && row.links == std::vector<LinkId>{LinkId(2)});
        const QByteArray table = failureCsv(network, run);
        QCOMPARE(table.count('\n'), static_cast<qsizetype>(log.size()) + 1);
        QVERIFY(table.split('\n')[1].startsWith("links/" + network.links.find(LinkId(2))->key.toUtf8() + ','));
    }

    void nothingFailsNothingIsTold() { QVERIFY(failuresOf(traceRun(test::aChain(2).measured(0.2, 0.95), 1, 0, 1_s, 1'000'000, {}, kFailureKinds)).empty()); }
};

BELLWEAVE_TEST(FailureLogTest)
#include "failure_log_test.moc"
