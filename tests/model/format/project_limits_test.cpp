// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "model/network/presets.h"
#include "tests/support/test_program.h"

#include <QElapsedTimer>
#include <QTest>
#include <sys/resource.h>

using namespace bellweave;

namespace {

QByteArray withTop(const QByteArray& fields) { return R"({"format":"bellweave","version":1,)" + fields + "}"; }

} // namespace

class ProjectLimitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hostileSizesAreRefused_data();
    void hostileSizesAreRefused();
    void memoryStaysBounded();
    void largeDesignsLoadInSeconds();
};

void ProjectLimitsTest::hostileSizesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("deep lists") << withTop("\"x\":" + QByteArray(1'000'000, '['));
    QTest::newRow("deep objects") << withTop("\"x\":" + QByteArray("{\"a\":").repeated(200'000));
    QTest::newRow("a huge text") << withTop("\"name\":\"" + QByteArray(70'000, 'x') + "\"");
    QTest::newRow("a huge key") << withTop("\"" + QByteArray(70'000, 'x') + "\":1");
    QTest::newRow("a huge list") << withTop("\"x\":[" + QByteArray("1,").repeated(200'001) + "1]");
    QTest::newRow("many values") << withTop("\"x\":[" + ("[" + QByteArray("1,").repeated(100'000) + "1],").repeated(45) + "1]");
    QByteArray fields;
    for (int i = 0; i < 1'200; ++i) fields += "\"k" + QByteArray::number(i) + "\":1,";
    QTest::newRow("many fields") << withTop(fields + "\"z\":1");
    QTest::newRow("a huge file") << QByteArray(65 * 1024 * 1024, ' ');
}

void ProjectLimitsTest::hostileSizesAreRefused()
{
    QFETCH(QByteArray, text);
    const auto project = parseProject(text, QStringLiteral("hostile"));
    QVERIFY(!project);
    QVERIFY2(project.error().code == Error::Code::LimitExceeded, qPrintable(project.error().text()));
    QVERIFY(project.error().where.startsWith(QStringLiteral("hostile")));
    QVERIFY(project.error().where.size() < 4000);
}

void ProjectLimitsTest::memoryStaysBounded()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    qInfo("%ld kB after reading hostile files", usage.ru_maxrss);
    QVERIFY(usage.ru_maxrss < 500'000);
}

void ProjectLimitsTest::largeDesignsLoadInSeconds()
{
    Network network;
    for (std::uint32_t i = 1; i <= 10'000; ++i) {
        Site site;
        site.id = SiteId(i);
        site.key = QStringLiteral("site-%1").arg(i);
        site.position = GeoPosition{0.001 * i, 0.002 * i};
        site.repeater = Repeater{nodeHardware(QStringLiteral("nv-diamond-2026"))};
        network.sites.put(site);
    }
    for (std::uint32_t i = 1; i <= 20'000; ++i) {
        Link link;
        link.id = LinkId(i);
        link.key = QStringLiteral("link-%1").arg(i);
        link.from = SiteId(1 + i % 10'000);
        link.to = SiteId(1 + (i * 7) % 10'000);
        FiberLink fiber = fiberLink(QStringLiteral("g652d-1550"));
        fiber.length = Length::fromSi(1000.5 + i);
        link.kind = fiber;
        network.links.put(link);
    }
    QElapsedTimer timer;
    timer.start();
    const QByteArray text = projectText(network);
    const qint64 saving = timer.restart();
    const auto project = parseProject(text, {});
    const qint64 loading = timer.elapsed();
    QVERIFY(project.has_value());
    qInfo("%lld bytes saved in %lld ms, loaded in %lld ms", static_cast<long long>(text.size()), static_cast<long long>(saving), static_cast<long long>(loading));
    QCOMPARE(project->network.links.size(), 20'000u);
    QVERIFY(saving < 5'000);
    QVERIFY(loading < 5'000);
}

BELLWEAVE_TEST(ProjectLimitsTest)
#include "project_limits_test.moc"
