// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/random_network.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <cstdio>

using namespace bellweave;

namespace {

constexpr int kKills = 30;
constexpr int kStates = 4;

/// Designs large enough that writing them takes a while.
Network state(int number)
{
    Network network;
    General general;
    general.name = QStringLiteral("state %1").arg(number);
    network.setGeneral(general);
    for (std::uint32_t i = 1; i <= 400; ++i) {
        Site site;
        site.id = SiteId(i);
        site.key = QStringLiteral("site-%1").arg(i);
        site.position = GeoPosition{0.1 * i, 0.1 * number};
        network.sites.put(site);
    }
    return network;
}

/// What the child does: one state after the other, for ever.
[[noreturn]] void saveForever(const QString& path)
{
    for (int number = 0;; number = (number + 1) % kStates) {
        if (!writeProject(path, state(number))) std::abort();
        std::puts("saved");
        std::fflush(stdout);
    }
}

} // namespace

class KilledWhileSavingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFileIsAlwaysOneOfTheStatesWritten();
};

void KilledWhileSavingTest::theFileIsAlwaysOneOfTheStatesWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("design.bellweave"));
    std::vector<QByteArray> states;
    for (int number = 0; number < kStates; ++number) states.push_back(projectText(state(number)));
    QVERIFY(writeProject(path, state(0)).has_value());
    std::mt19937 engine(1);
    std::set<QByteArray> seen;
    for (int i = 0; i < kKills; ++i) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--save-forever"), path});
        QVERIFY(child.waitForStarted());
        for (unsigned saved = 0, wanted = 1 + engine() % kStates; saved < wanted; saved += !child.readLine().isEmpty())
            QVERIFY(child.canReadLine() || child.waitForReadyRead());
        QThread::msleep(engine() % 60);
        QCOMPARE(child.state(), QProcess::Running);
        child.kill();    // SIGKILL
        QVERIFY(child.waitForFinished());
        QVERIFY(readProject(path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(std::find(states.begin(), states.end(), text) != states.end());
        seen.insert(text);
    }
    QVERIFY2(seen.size() > 1, "the child never came to saving; the test shows nothing");
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--save-forever")) saveForever(arguments[2]);
    KilledWhileSavingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "killed_while_saving_test.moc"
