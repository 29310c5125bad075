// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped example is assessed, with its search for fixes, which takes long where satellites serve.
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

/// Keys of all numbers in a result, list positions left out: "links[].budget[].loss_db".
void collectNumbers(const QJsonValue& value, const QString& key, QSet<QString>& found)
{
    if (value.isDouble()) found.insert(key);
    for (const QJsonValue& each : value.toArray()) collectNumbers(each, key + QStringLiteral("[]"), found);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        collectNumbers(member.value(), key.isEmpty() ? member.key() : key + u'.' + member.key(), found);
}

} // namespace

class ExamplesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyExampleEvaluatesAndEveryNumberIsDescribed()
    {
        QSet<QString> described, shown;
        for (const QJsonValue& row : runCli({"describe", "results", "--json"}).json()["quantities"].toArray()) described.insert(row["key"].toString());
        const QDir examples(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples"));
        for (const QString& name : examples.entryList({QStringLiteral("*.bellweave")})) {
            const CliRun run = runCli({"evaluate", examples.filePath(name), "--json", "--quiet"});
            QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
            QJsonObject result = run.json();
            QVERIFY2(run.json()["verdict"]["level"].toString() != u"not_computed", qPrintable(name));
            result.remove(QStringLiteral("provenance"));    // repeats the design's settings, which the catalog describes
            collectNumbers(result, {}, shown);
        }
        QVERIFY(shown.size() > 40);
        QCOMPARE(QStringList((shown - described).values()).join(u' '), QString());
    }
};

BELLWEAVE_TEST(ExamplesTest)
#include "examples_slow_test.moc"
