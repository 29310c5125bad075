// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/validation.h"
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

class ValidateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsListedWithItsKeys()
    {
        const CliRun run = runCli({"validate", "--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonArray rows = run.json()["rows"].toArray();
        const auto expected = engine::validate();
        QCOMPARE(std::size_t(rows.size()), expected.size());
        for (int i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows[i].toObject();
            QCOMPARE(row["id"].toString(), expected[std::size_t(i)].id);
            for (const char* key : {"kind", "quantity", "predicted", "reference", "reference_error", "deviation", "verdict", "inputs_remembered",
                                    "source"})
                QVERIFY2(row.contains(QLatin1String(key)), key);
            QVERIFY(QStringList({"agrees", "bound holds", "fails"}).contains(row["verdict"].toString()));
        }
    }

    void theTextNamesEveryExperimentAndTheScore()
    {
        const CliRun run = runCli({"validate"});
        for (const engine::ValidationRow& row : engine::validate()) QVERIFY2(run.out.contains(row.id), qPrintable(row.id));
        QVERIFY(run.out.contains("fidelities within 0.03"));
        QVERIFY(run.out.contains("with every input read in its source"));
    }
};

BELLWEAVE_TEST(ValidateTest)
#include "validate_test.moc"
