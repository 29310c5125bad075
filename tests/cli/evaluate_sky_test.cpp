// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

const QString kDesign = QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/satellite-dual-downlink.bellweave");

QJsonObject evaluated(const QStringList& further = {})
{
    const CliRun run = runCli(QStringList{QStringLiteral("evaluate"), kDesign, QStringLiteral("--json"), QStringLiteral("--quiet")} + further);
    if (run.code != ExitCode::Done) qFatal("%s", qPrintable(run.err));
    return run.json();
}

QJsonObject first(const QJsonObject& all, const char* table) { return all[QLatin1String(table)].toArray().first().toObject(); }

} // namespace

class EvaluateSkyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersAreMeansOverTheSpanAndSayOverWhich()
    {
        const QJsonObject demand = first(evaluated(), "demands"), course = demand["course"].toObject();
        QCOMPARE(course["begin_utc"].toString(), QStringLiteral("2017-05-01T00:00:00Z"));
        QCOMPARE(course["span_s"].toDouble(), 86400.0);
        QVERIFY(course["served_s"].toDouble() > 0.0 && course["longest_gap_s"].toDouble() < 86400.0);
        double bits = 0.0, at = 0.0;
        for (const QJsonValue& point : course["points"].toArray()) {
            QCOMPARE(point["from_s"].toDouble(), at);
            at = point["until_s"].toDouble();
            bits += (at - point["from_s"].toDouble()) * point["key_rate_bps"].toDouble() * point["clear_sky"].toDouble();
        }
        QCOMPARE(at, 86400.0);
        QVERIFY(std::abs(bits / course["key_bits"].toDouble() - 1.0) < 1e-9);
        QVERIFY(std::abs(demand["key_rate_bps"].toDouble() * 86400.0 / bits - 1.0) < 1e-9);
    }

    void aMomentIsLookedAtAlone()
    {
        const QJsonObject whole = evaluated();
        const double best = first(whole, "demands")["course"].toObject()["best_s"].toDouble();
        const QString time = QDateTime::fromString(QStringLiteral("2017-05-01T00:00:00Z"), Qt::ISODate).addSecs(std::llround(best)).toString(Qt::ISODate);
        const QJsonObject then = evaluated({QStringLiteral("--at"), time});
        QVERIFY(!first(then, "demands").contains(QStringLiteral("course")));
        QVERIFY(first(then, "demands")["key_rate_bps"].toDouble() > 10.0 * first(whole, "demands")["key_rate_bps"].toDouble());
        const QJsonObject sky = first(then, "links")["sky"].toObject();
        QVERIFY(sky["open"].toBool() && sky["elevation_deg"].toDouble() > 10.0);
        QVERIFY(std::abs(sky["point_ahead_rad"].toDouble()) > 1e-5 && std::abs(sky["point_ahead_rad"].toDouble()) < 6e-5);
        QVERIFY(std::abs(sky["doppler_shift"].toDouble() + sky["range_rate_m_per_s"].toDouble() / 299792458.0) < 1e-12);
        double sum = 0.0;
        for (const QJsonValue& term : first(then, "links")["budget"].toArray()) sum += term["loss_db"].toDouble();
        QVERIFY(std::abs(sum - first(then, "links")["loss_db"].toDouble()) < 1e-9);
        QVERIFY(then["provenance"].toObject()["settings"].toObject()["set"].toArray().contains(QStringLiteral("at=") + time));
    }

    void anotherSpanIsFollowed()
    {
        const QJsonObject course = first(evaluated({QStringLiteral("--span"), QStringLiteral("3 d")}), "demands")["course"].toObject();
        QCOMPARE(course["span_s"].toDouble(), 3.0 * 86400.0);
    }

    void theSameTimeGivesTheSameBytes()
    {
        const QStringList words{QStringLiteral("evaluate"), kDesign, QStringLiteral("--json"), QStringLiteral("--quiet")};
        QCOMPARE(runCli(words + QStringList{"--threads", "1"}).out, runCli(words + QStringList{"--threads", "2"}).out);
    }

    void timesThatCannotBeReadAreNamed()
    {
        const auto refused = [](const QStringList& further, const QString& word) {
            const CliRun run = runCli(QStringList{QStringLiteral("evaluate"), kDesign} + further);
            return run.code == ExitCode::WrongUse && run.err.contains(word);
        };
        QVERIFY(refused({"--at", "noon"}, QStringLiteral("noon")));
        QVERIFY(refused({"--at", "1800-03-20T22:15:00"}, QStringLiteral("1900 to 2100")));
        QVERIFY(refused({"--at", "2030-03-20T22:15:00", "--span", "2 d"}, QStringLiteral("one or the other")));
        QVERIFY(refused({"--span", "long"}, QStringLiteral("long")));
        QVERIFY(refused({"--span", "1 s"}, QStringLiteral("a minute")));
        const CliRun broken = runCli({"evaluate", kDesign, "--set", "time/epoch=soon"});
        QVERIFY(broken.code != ExitCode::Done && broken.err.contains(QStringLiteral("soon")));
    }
};

BELLWEAVE_TEST(EvaluateSkyTest)
#include "evaluate_sky_test.moc"
