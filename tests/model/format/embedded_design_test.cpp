// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/embedded_design.h"
#include "model/format/project_file.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <QXmlStreamReader>
#include <rapidcheck.h>

using namespace bellweave;

namespace {

QByteArray pageWith(const QByteArray& element)
{
    return "<!DOCTYPE html>\n<html><body><p>before</p>\n" + element + "<p>after</p></body></html>\n";
}

/// What another reader of XML finds inside the element.
QByteArray scriptText(const QByteArray& page)
{
    QXmlStreamReader reader(page);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("script"))
            return reader.readElementText().toUtf8();
    return {};
}

} // namespace

class EmbeddedDesignTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::fixRandomSeed(); }

    void anyDesignComesBackOutOfItsPage()
    {
        QVERIFY(rc::check("a page gives back its design", [] {
            const Network network = *test::anyNetwork();
            const QByteArray page = pageWith(embeddedDesign(projectText(network)));
            const Result<LoadedProject> loaded = parseProject(page, QStringLiteral("report.html"));
            RC_ASSERT(loaded.has_value());
            RC_ASSERT(loaded->fromReport);
            RC_ASSERT(projectText(loaded->network) == projectText(network));
        }));
    }

    void hostileNamesStayInsideTheElementForEveryReader()
    {
        Network network;
        General general;
        general.name = QStringLiteral("</script><script>alert(1)</script> <!-- & id=\"bellweave-design\"> ]]> ") + QChar(0xFFFF);
        network.setGeneral(general);
        const QByteArray page = pageWith(embeddedDesign(projectText(network)));
        QCOMPARE(page.count("<script"), 1);
        QCOMPARE(page.count("</script"), 1);
        QCOMPARE(parseProject(page, {})->network.general().name, general.name);
        QCOMPARE(parseProject(scriptText(page), {})->network.general().name, general.name);
    }

    void aPageIsToldFromADesign()
    {
        QVERIFY(isPage("\xEF\xBB\xBF \n<!doctype HTML><html>"));
        QVERIFY(isPage("<html lang='en'>"));
        QVERIFY(!isPage("{\"format\":\"bellweave\"}"));
        QVERIFY(!isPage("<?xml version='1.0'?><graphml/>"));
        QVERIFY(!isPage({}));
    }

    void aPageWithoutADesignIsRefusedByName()
    {
        const Result<LoadedProject> loaded = parseProject(pageWith("<p>News</p>"), QStringLiteral("news.html"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, Error::Code::InvalidInput);
        QVERIFY(loaded.error().text().contains(QStringLiteral("news.html")));
        QVERIFY(loaded.error().sentence.contains(QStringLiteral("holds no design")));
    }

    void aReportThatIsCutOffIsRefused()
    {
        const QByteArray page = pageWith(embeddedDesign(projectText(Network())));
        const Result<LoadedProject> loaded = parseProject(page.left(page.indexOf("</script")), QStringLiteral("half.html"));
        QVERIFY(!loaded);
        QVERIFY(loaded.error().sentence.contains(QStringLiteral("cut off")));
    }

    void damageInsideTheDesignNamesThePage()
    {
        const Result<LoadedProject> loaded = parseProject(pageWith(embeddedDesign("{\"format\":")), QStringLiteral("bad.html"));
        QVERIFY(!loaded);
        QVERIFY(loaded.error().text().contains(QStringLiteral("bad.html")));
    }
};

BELLWEAVE_TEST(EmbeddedDesignTest)
#include "embedded_design_test.moc"
