// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "model/format/salvage.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace bellweave;

namespace {

QByteArray example()
{
    QFile file(QStringLiteral(":/bellweave/examples/continental-chain.bellweave"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the example is not there");
    return file.readAll();
}

Network whole() { return parseProject(example(), {})->network; }

SalvagedDesign salvaged(const QByteArray& text)
{
    auto result = salvageDesign(text, QStringLiteral("chain"));
    if (!result) qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

/// The example with one text replaced, which must stand in it.
QByteArray spoiled(const QByteArray& from, const QByteArray& to)
{
    QByteArray text = example();
    const qsizetype place = text.indexOf(from);
    if (place < 0) qFatal("%s does not stand in the example", from.constData());
    return text.replace(place, from.size(), to);
}

} // namespace

class SalvageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeFileIsReadAsWithoutSalvage()
    {
        const SalvagedDesign design = salvaged(example());
        QVERIFY(design.refused.empty());
        QCOMPARE(design.network, whole());
    }

    void aWrongSiteIsLeftOutWithItsLinksAndAllElseStays()
    {
        const QByteArray text = spoiled("\"latitude_deg\": 50.9375", "\"latitude_deg\": 509.375");
        QVERIFY(!parseProject(text, {}));
        const SalvagedDesign design = salvaged(text);
        QCOMPARE(design.network.sites.size(), whole().sites.size() - 1);
        QVERIFY(!siteByKey(design.network, QStringLiteral("cologne")));
        QVERIFY(design.refused.front().where.contains(QStringLiteral("cologne")));
        std::size_t links = 0;
        for (const Link& link : whole().links)
            links += siteByKey(whole(), QStringLiteral("cologne"))->id == link.from || siteByKey(whole(), QStringLiteral("cologne"))->id == link.to;
        QCOMPARE(design.network.links.size(), whole().links.size() - links);
        QCOMPARE(design.refused.size(), 1 + links);
        QCOMPARE(design.network.demands.size(), whole().demands.size());
        QCOMPARE(design.network.general(), whole().general());
    }

    void aWrongSettingIsLeftOutByItself()
    {
        QByteArray text = spoiled("\"version\": 1,", "\"version\": 1, \"question\": 7,");
        text = text.replace("\"question\": \"", "\"unknown\": \"");
        const SalvagedDesign design = salvaged(text);
        QCOMPARE(design.refused.size(), std::size_t(1));
        QCOMPARE(design.network.general().name, whole().general().name);
        QVERIFY(design.network.general().question.isEmpty());
        QCOMPARE(design.network.sites, whole().sites);
    }

    void aTextThatBreaksOffGivesTheElementsBeforeIt()
    {
        const QByteArray text = example();
        const qsizetype lastSites = text.indexOf("\"links\"") - 40;
        const SalvagedDesign design = salvaged(text.left(lastSites));
        QVERIFY(design.network.sites.size() >= whole().sites.size() - 1 && design.network.links.empty());
        for (const Site& site : design.network.sites) QCOMPARE(site, *siteByKey(whole(), site.key));
        QCOMPARE(design.refused.size(), std::size_t(1));
        QVERIFY(design.refused.back().sentence.startsWith(QStringLiteral("Nothing is read from here on.")));
    }

    void everyPlaceOfBreakingOffGivesWholeElementsOnly()
    {
        const QByteArray text = example();
        for (qsizetype length = 0; length < text.size(); length += 97) {
            const auto design = salvageDesign(text.left(length), {});
            if (!design) continue;
            for (const Site& site : design->network.sites) QCOMPARE(site, *siteByKey(whole(), site.key));
            for (const Link& link : design->network.links) QCOMPARE(link, *linkByKey(whole(), link.key));
            for (const Demand& demand : design->network.demands) QCOMPARE(demand, *demandByKey(whole(), demand.key));
        }
    }

    void blocksOfZerosEndTheReading()
    {
        const qsizetype half = example().size() / 2;
        const SalvagedDesign design = salvaged(example().left(half) + QByteArray(4096, '\0'));
        QVERIFY(!design.network.sites.empty() && !design.refused.empty());
    }

    void whatIsNoDesignIsRefused()
    {
        for (const char* text : {"", "{}", "[1, 2]", R"({"format":"other","sites":[{"id":"a"}]})", R"({"format":"bellweave","version":1,"sites":[]})", "<html></html>"})
            QVERIFY2(!salvageDesign(text, QStringLiteral("x")), text);
    }
};

BELLWEAVE_TEST(SalvageTest)
#include "salvage_test.moc"
