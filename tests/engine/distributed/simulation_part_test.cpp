// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/distributed/simulation_part.h"
#include "tests/support/test_program.h"

#include "engine/run/block_runner.h"
#include "tests/support/build_network.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

const QByteArray kOrigin = "a design";

Network network() { return test::aChain(3).measured(0.2, 0.95); }

SimulationRequest eventsRequest() { return {network(), 5, {}, EventLimits{50_ms, 41}}; }
SimulationRequest pairsRequest(double relativeError = 0.0) { return {network(), 5, {800'000, relativeError}, {}}; }

/// Everything that must agree to the last bit.
QByteArray exactly(const SimulationRequest& request, const SimulationCourse& course)
{
    QByteArray text = partBytes(kOrigin, request, course);
    const SimulationResult result = course.result();
    for (const auto& row : result.demands)
        for (const double value : {row.rate.mean, row.rate.standardError, row.fidelity.estimate.mean, row.fidelity.estimate.standardError, row.waiting.estimate.mean})
            text += QByteArray(reinterpret_cast<const char*>(&value), sizeof value).toHex() + ' ';
    return text;
}

SimulationCourse finished(const SimulationRequest& request)
{
    SimulationCourse course(request);
    proceed(course, {}, {}, {});
    return course;
}

std::uint64_t blocksOf(const SimulationCourse& course)
{
    std::uint64_t blocks = 0;
    for (const auto* node : course.nodes(0)) blocks += node->size();
    return blocks;
}

QString refusal(const Result<void>& result) { return result ? QString() : result.error().text(); }

} // namespace

class SimulationPartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shardsMergeToTheSameBytesAsOneRun_data()
    {
        QTest::addColumn<bool>("events");
        QTest::addColumn<int>("shards");
        for (const int shards : {1, 2, 3, 8, 50}) {
            QTest::addRow("events, %d shards", shards) << true << shards;
            QTest::addRow("pairs, %d shards", shards) << false << shards;
        }
    }
    void shardsMergeToTheSameBytesAsOneRun()
    {
        QFETCH(bool, events);
        QFETCH(int, shards);
        const SimulationRequest request = events ? eventsRequest() : pairsRequest();
        const SimulationCourse whole = finished(request);
        SimulationCourse merged(request);
        for (int shard = shards; shard-- > 0;) {
            SimulationCourse own(request);
            proceed(own, {static_cast<std::uint64_t>(shard), static_cast<std::uint64_t>(shards)}, {}, {});
            const auto part = parsePart(partBytes(kOrigin, request, own), QStringLiteral("part"));
            QVERIFY2(part, part ? "" : qPrintable(part.error().text()));
            QCOMPARE(refusal(takePart(merged, kOrigin, request, *part, QStringLiteral("part"))), QString());
        }
        QVERIFY(merged.isDone());
        QCOMPARE(exactly(request, merged), exactly(request, whole));
    }

    void anEndedRunGoesOnToTheSameBytes()
    {
        for (const SimulationRequest& request : {eventsRequest(), pairsRequest(), pairsRequest(1e-3)}) {
            const SimulationCourse whole = finished(request);
            QVERIFY2(blocksOf(whole) > kBlocksOfRound, "a round that is worked on may be finished after the stop");
            SimulationCourse ended(request);
            std::stop_source stop;
            int heard = 0;
            proceed(ended, {}, stop.get_token(), [&](DemandId, double, const auto&) { if (++heard == 7) stop.request_stop(); });
            QVERIFY(!ended.isDone());
            SimulationCourse resumed(request);
            QCOMPARE(refusal(takePart(resumed, kOrigin, request, *parsePart(partBytes(kOrigin, request, ended), {}), {})), QString());
            proceed(resumed, {}, {}, {});
            QCOMPARE(exactly(request, resumed), exactly(request, whole));
        }
    }

    void blocksThatComeInAnyOrderEndWhereTheErrorIsReached()
    {
        const SimulationRequest request = pairsRequest(2e-3);
        const SimulationCourse whole = finished(request);
        QVERIFY(whole.isDone() && whole.share(0) == 1.0);
        SimulationCourse shuffled(request);
        const auto worker = shuffled.stage(0).makeWorker();
        std::mt19937 engine(3);
        std::vector<std::uint64_t> order(std::min<std::uint64_t>(shuffled.stage(0).blocks(), 150));
        std::iota(order.begin(), order.end(), 0);
        for (std::size_t i = 0; i + 10 < order.size(); i += 10) std::shuffle(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(i) + 10, engine);
        for (const std::uint64_t block : order) shuffled.take(0, {0, block, *worker->work(block, {})});
        QVERIFY(shuffled.isDone());
        QCOMPARE(exactly(request, shuffled), exactly(request, whole));
    }

    void whatIsNoPartOrAnotherOnesIsRefusedWithASentence()
    {
        const SimulationRequest request = eventsRequest();
        SimulationCourse own(request);
        proceed(own, {0, 4}, {}, {});
        const QByteArray bytes = partBytes(kOrigin, request, own);
        const auto said = [](const QByteArray& text) { return parsePart(text, QStringLiteral("x.part")).error().text(); };
        QVERIFY(said("{}").startsWith(QStringLiteral("x.part: This is no part of a simulation.")));
        QVERIFY(said("").contains(QStringLiteral("no part")));
        QByteArray damaged = bytes;
        damaged[bytes.size() / 2] = damaged[bytes.size() / 2] == '1' ? '2' : '1';
        QVERIFY(said(damaged).contains(QStringLiteral("checksum")));
        QVERIFY(said(bytes.left(bytes.size() - 10)).contains(QStringLiteral("checksum")));
        QByteArray older = bytes;
        older.replace(older.indexOf(' ') + 1, 5, "0.0.1");
        QVERIFY(said(older).contains(QStringLiteral("version 0.0.1")));

        SimulationCourse course(request);
        const auto take = [&](const SimulationRequest& other) { return refusal(takePart(course, kOrigin, other, *parsePart(bytes, {}), QStringLiteral("x.part"))); };
        SimulationRequest otherSeed = request;
        otherSeed.seed = 6;
        QVERIFY(take(otherSeed).contains(QStringLiteral("other settings")));
        SimulationRequest otherRuns = request;
        otherRuns.events->runs = 40;
        QVERIFY(take(otherRuns).contains(QStringLiteral("other settings")));
        QVERIFY(refusal(takePart(course, "another", request, *parsePart(bytes, {}), {})).contains(QStringLiteral("another design")));
        QCOMPARE(course.share(0), 0.0);
        QCOMPARE(take(request), QString());
        QVERIFY(take(request).contains(QStringLiteral("given already")));
    }

    void nodesSurviveTheirWayAsBytes()
    {
        const SimulationRequest request = eventsRequest();
        const SimulationCourse course = finished(request);
        for (const auto* node : course.nodes(0)) QCOMPARE(nodeBytes(nodeOf(nodeBytes(*node))), nodeBytes(*node));
        QVERIFY_THROWS_EXCEPTION(std::exception, nodeOf("nonsense"));
    }
};

BELLWEAVE_TEST(SimulationPartTest)
#include "simulation_part_test.moc"
