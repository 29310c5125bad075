// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/migrations/migration.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

class MigrationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAreTakenOneByOneUpToThePresentVersion();
    void everyVersionSinceTheOldestHasItsStep();
};

void MigrationTest::stepsAreTakenOneByOneUpToThePresentVersion()
{
    const std::vector<Migration> steps{
        {1, [](Json& root) { root["steps"].push_back("one"); }},
        {2, [](Json& root) { root["steps"].push_back("two"); }},
    };
    QCOMPARE(oldestVersion(steps, 3), 1);
    Json old{{"version", 1}};
    migrate(old, 1, 3, steps);
    QCOMPARE(old.dump(), std::string(R"({"version":3,"steps":["one","two"]})"));
    Json newer{{"version", 2}};
    migrate(newer, 2, 3, steps);
    QCOMPARE(newer.dump(), std::string(R"({"version":3,"steps":["two"]})"));
    Json present{{"version", 3}};
    migrate(present, 3, 3, steps);
    QCOMPARE(present.dump(), std::string(R"({"version":3})"));
}

void MigrationTest::everyVersionSinceTheOldestHasItsStep()
{
    int expected = oldestVersion(migrations(), kFormatVersion);
    for (const Migration& step : migrations()) QCOMPARE(step.from, expected++);
    QCOMPARE(expected, kFormatVersion);
}

BELLWEAVE_TEST(MigrationTest)
#include "migration_test.moc"
