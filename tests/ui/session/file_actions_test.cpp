// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/format/embedded_design.h"
#include "model/format/project_file.h"
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/session/file_actions.h"
#include "ui/session/recent_files.h"
#include "ui/session/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;

class FileActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_prompter = ScriptedPrompter();
        m_session = std::make_unique<Session>();
        m_files = std::make_unique<FileActions>(*m_session, m_prompter);
        forgetRecentFiles();
    }

    void aSavedDesignOpensAgainWithTheSameBytes()
    {
        drawTwoSites();
        m_prompter.saveAnswer = path(u"first.bellweave");
        QVERIFY(m_files->save());
        const QByteArray written = bytes(u"first.bellweave");
        QVERIFY(!written.isEmpty());

        QVERIFY(m_files->newDesign());
        QVERIFY(m_session->network().sites.empty());
        m_prompter.openAnswer = path(u"first.bellweave");
        QVERIFY(m_files->open());
        QCOMPARE(m_session->network().sites.size(), std::size_t(2));
        QVERIFY(m_files->save());
        QCOMPARE(bytes(u"first.bellweave"), written);
        QVERIFY(m_prompter.complaints.isEmpty());
    }

    void aReportOpensAsADesignThatBelongsToNoFile()
    {
        drawTwoSites();
        const QByteArray page = "<!DOCTYPE html><html><body>" + embeddedDesign(projectText(m_session->network())) + "</body></html>";
        QFile file(path(u"report.html"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(page) == page.size());
        file.close();
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        m_prompter.openAnswer = file.fileName();
        QVERIFY(m_files->open());
        QCOMPARE(m_session->network().sites.size(), std::size_t(2));
        QVERIFY(m_session->path().isEmpty());
        QVERIFY(recentFiles().empty());
        m_prompter.saveAnswer = path(u"out of a report.bellweave");
        QVERIFY(m_files->save());
        QCOMPARE(bytes(u"report.html"), page);
        QVERIFY(m_prompter.complaints.isEmpty());
    }

    void ofADamagedFileAReadOnlyCopyIsOffered()
    {
        const QByteArray damaged = damagedFile();
        m_prompter.confirmAnswer = true;
        QVERIFY(m_files->openPath(path(u"damaged.bellweave")));
        QCOMPARE(m_prompter.questions.size(), 1);
        const QString& question = m_prompter.questions.first();
        QVERIFY2(question.contains(QStringLiteral("Read: 1 sites, 0 links, 0 demands.")) && question.contains(QStringLiteral("Not read, 1 part")), qPrintable(question));
        QCOMPARE(m_session->network().sites.size(), std::size_t(1));
        QVERIFY(m_session->isReadOnly() && m_session->path().isEmpty());
        m_prompter.saveAnswer = path(u"damaged.bellweave");
        QVERIFY2(!m_files->save(), "what could not be read would be lost");
        QCOMPARE(bytes(u"damaged.bellweave"), damaged);
        m_prompter.saveAnswer = path(u"rescued.bellweave");
        QVERIFY(m_files->save());
        QVERIFY(!m_session->isReadOnly());
        QCOMPARE(bytes(u"damaged.bellweave"), damaged);
    }

    void aDamagedFileThatIsNotWantedLeavesTheOpenDesign()
    {
        damagedFile();
        const std::size_t before = m_session->network().sites.size();
        QVERIFY(!m_files->openPath(path(u"damaged.bellweave")));
        QCOMPARE(m_session->network().sites.size(), before);
        QVERIFY(!m_session->isReadOnly());
    }

    void aLargeFileIsReadBesideTheWindowAndCanBeLeft()
    {
        Network network;
        for (int i = 0; i < 6000; ++i) applyPatch(network, addSite(network, SiteRole::Processor, {i % 80 * 1.0, i / 80 * 1.0}));
        QVERIFY(writeProject(path(u"large.bellweave"), network));
        m_prompter.isPatient = false;
        QVERIFY(!m_files->openPath(path(u"large.bellweave")));
        QVERIFY(m_session->network().sites.empty());
        m_prompter.isPatient = true;
        QVERIFY(m_files->openPath(path(u"large.bellweave")));
        QCOMPARE(m_session->network().sites.size(), std::size_t(6000));
        QVERIFY2(m_prompter.waits.first().startsWith(QStringLiteral("Reading large.bellweave, ")), qPrintable(m_prompter.waits.first()));
    }

    void savingAddsTheSuffixAndMakesTheDesignClean()
    {
        drawTwoSites();
        QVERIFY(m_files->isModified());
        m_prompter.saveAnswer = path(u"bare");
        QVERIFY(m_files->save());
        QVERIFY(!m_files->isModified());
        QCOMPARE(m_session->path(), path(u"bare.bellweave"));
    }

    void unsavedChangesAreAskedAboutAndCancelKeepsThem()
    {
        drawTwoSites();
        QVERIFY(!m_files->newDesign());
        QCOMPARE(m_prompter.timesAskedAboutChanges, 1);
        QCOMPARE(m_session->network().sites.size(), std::size_t(2));
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        QVERIFY(m_files->newDesign());
        QVERIFY(m_session->network().sites.empty());
    }

    void aDamagedFileIsRefusedAndTheOpenDesignStays()
    {
        QFile file(path(u"broken.bellweave"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": \"bellweave\", ");
        file.close();
        QVERIFY(!m_files->openPath(file.fileName()));
        QCOMPARE(m_prompter.complaints.size(), 1);
        QVERIFY2(m_prompter.complaints.front().contains(QStringLiteral("broken.bellweave")),
                 qPrintable(m_prompter.complaints.front()));
        QVERIFY(m_session->path().isEmpty());
    }

    void aFileThatIsOpenElsewhereOpensReadOnlyAndIsSavedUnderAnotherName()
    {
        drawTwoSites();
        m_prompter.saveAnswer = path(u"shared.bellweave");
        QVERIFY(m_files->save());

        Session otherSession;
        ScriptedPrompter otherPrompter;
        FileActions other(otherSession, otherPrompter);
        QVERIFY(other.openPath(path(u"shared.bellweave")));
        QVERIFY(otherSession.isReadOnly());
        QCOMPARE(otherPrompter.notices.size(), 1);
        otherPrompter.saveAnswer = path(u"shared.bellweave");
        QVERIFY(!other.save());
        QCOMPARE(otherPrompter.complaints.size(), 1);
        otherPrompter.saveAnswer = path(u"mine.bellweave");
        QVERIFY(other.save());
        QVERIFY(!otherSession.isReadOnly());
    }

    void theLockGoesWhenTheDesignIsLeft()
    {
        drawTwoSites();
        m_prompter.saveAnswer = path(u"left.bellweave");
        QVERIFY(m_files->save());
        m_files->leave();
        Session otherSession;
        ScriptedPrompter otherPrompter;
        FileActions other(otherSession, otherPrompter);
        QVERIFY(other.openPath(path(u"left.bellweave")));
        QVERIFY(!otherSession.isReadOnly());
    }

    void recentFilesHoldTheNewestFirstAndForgetWhatIsGone()
    {
        for (const auto* name : {u"one.bellweave", u"two.bellweave"}) {
            m_prompter.saveAnswer = path(name);
            QVERIFY(m_files->saveAs());
        }
        QCOMPARE(recentFiles().size(), std::size_t(2));
        QCOMPARE(recentFiles().front().path, path(u"two.bellweave"));
        m_files->leave();
        QVERIFY(QFile::remove(path(u"two.bellweave")));
        QCOMPARE(recentFiles().size(), std::size_t(1));
    }

    void anImportedTopologyIsUnsavedAndReported()
    {
        QFile file(path(u"tiny.graphml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<?xml version='1.0' encoding='utf-8'?><graphml>"
                   "<key attr.name='Latitude' attr.type='double' for='node' id='d0'/>"
                   "<key attr.name='Longitude' attr.type='double' for='node' id='d1'/>"
                   "<key attr.name='label' attr.type='string' for='node' id='d2'/><graph edgedefault='undirected'>"
                   "<node id='0'><data key='d0'>52.0</data><data key='d1'>4.4</data><data key='d2'>Delft</data></node>"
                   "<node id='1'><data key='d0'>48.2</data><data key='d1'>16.4</data><data key='d2'>Vienna</data></node>"
                   "<edge source='0' target='1'/></graph></graphml>");
        file.close();
        m_prompter.openAnswer = file.fileName();
        QVERIFY(m_files->open());
        QCOMPARE(m_session->network().sites.size(), std::size_t(2));
        QCOMPARE(m_session->network().links.size(), std::size_t(1));
        QVERIFY(m_files->isModified());
        QVERIFY(m_session->path().isEmpty());
        QVERIFY(!m_prompter.notices.isEmpty());
    }

    /// The content decides what a file is, whatever its name says.
    void presetsUnderTheNameOfATopologyAreRefused()
    {
        QFile file(path(u"presets.graphml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":"bellweave-presets","version":1,"presets":[]})");
        file.close();
        m_prompter.openAnswer = file.fileName();
        const Network before = m_session->network();
        QVERIFY(!m_files->open());
        QVERIFY(m_session->network() == before);
        QVERIFY2(m_prompter.complaints.join(u' ').contains(QStringLiteral("presets and no network")), qPrintable(m_prompter.complaints.join(u' ')));
    }

private:
    test::TestSettings m_settings;

    void drawTwoSites()
    {
        for (const GeoPosition place : {GeoPosition{52.0, 4.4}, GeoPosition{48.2, 16.4}})
            m_session->push(addSite(m_session->network(), SiteRole::Processor, place), QStringLiteral("Add a site"));
    }
    QString path(QStringView name) const { return m_folder.filePath(name.toString()); }
    /// "damaged.bellweave": two sites, one of them beyond the pole. Its bytes.
    QByteArray damagedFile() const
    {
        QFile file(path(u"damaged.bellweave"));
        if (file.open(QIODevice::WriteOnly))
            file.write(R"({"format":"bellweave","version":1,"sites":[{"id":"a"},{"id":"b","position":{"latitude_deg":190,"longitude_deg":0}}]})");
        file.close();
        return bytes(u"damaged.bellweave");
    }
    QByteArray bytes(QStringView name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    ScriptedPrompter m_prompter;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<FileActions> m_files;
};

BELLWEAVE_TEST(FileActionsTest)
#include "file_actions_test.moc"
