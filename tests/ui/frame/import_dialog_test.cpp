// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/user_presets.h"
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/frame/design_page.h"
#include "ui/frame/import_dialog.h"
#include "ui/frame/main_window.h"
#include "ui/session/own_presets.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

/// Three cities and two edges; one more edge leads nowhere, one more node repeats an id.
constexpr auto kTopology = "<?xml version='1.0' encoding='utf-8'?><graphml>"
                           "<key attr.name='Latitude' attr.type='double' for='node' id='d0'/>"
                           "<key attr.name='Longitude' attr.type='double' for='node' id='d1'/>"
                           "<key attr.name='label' attr.type='string' for='node' id='d2'/><graph edgedefault='undirected'>"
                           "<node id='0'><data key='d0'>52.0</data><data key='d1'>4.4</data><data key='d2'>Delft</data></node>"
                           "<node id='1'><data key='d0'>48.2</data><data key='d1'>16.4</data><data key='d2'>Vienna</data></node>"
                           "<node id='2'><data key='d0'>50.1</data><data key='d1'>8.7</data><data key='d2'>Frankfurt</data></node>"
                           "<node id='2'><data key='d2'>Frankfurt again</data></node>"
                           "<edge source='0' target='2'/><edge source='2' target='1'/><edge source='0' target='9'/></graph></graphml>";

} // namespace

class ImportDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_settings.clear();
        m_prompter = ScriptedPrompter();
        m_window = std::make_unique<MainWindow>(m_folder.path(), &m_prompter);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void thePreviewTellsFormatCountsUnitsAndWhatIsRefused()
    {
        const ImportDialog& dialog = shown("t.graphml", kTopology);
        const QString words = wordsOf(dialog);
        for (const char* part : {"GraphML", "3 sites and 2 links from 4 nodes and 3 edges", "degrees", "2 part(s) cannot be imported"})
            QVERIFY2(words.contains(QString::fromLatin1(part)), qPrintable(QString::fromLatin1(part) + QStringLiteral(" is not in ") + words));
        QCOMPARE(dialog.refused()->topLevelItemCount(), 2);
        for (int i = 0; i < 2; ++i) QVERIFY(dialog.refused()->topLevelItem(i)->text(1).endsWith(u'.'));
        QVERIFY2(!dialog.addButton().isVisible(), "there is no open design yet");
    }

    void openedAsANewDesignItIsUnsaved()
    {
        press(shown("t.graphml", kTopology).newButton());
        QVERIFY(m_window->isDesignShown() && m_window->isWindowModified());
        QCOMPARE(session().network().sites.size(), std::size_t(3));
        QVERIFY(session().path().isEmpty());
    }

    void addedItIsOneStepWithKeysOfItsOwnAndSelected()
    {
        press(shown("t.graphml", kTopology).newButton());
        const Network before = session().network();
        press(shown("t.graphml", kTopology).addButton());
        QCOMPARE(session().network().sites.size(), std::size_t(6));
        QCOMPARE(session().network().links.size(), std::size_t(4));
        QCOMPARE(session().selection().sites.size(), std::size_t(3));
        QCOMPARE(session().selection().links.size(), std::size_t(2));
        std::set<QString> keys;
        for (const Site& site : session().network().sites) QVERIFY(keys.insert(site.key).second);
        QCOMPARE(session().undoStack().count(), 1);
        session().undoStack().undo();
        QCOMPARE(session().network(), before);
    }

    void escapeImportsNothing()
    {
        ImportDialog& dialog = shown("t.graphml", kTopology);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!m_window->isDesignShown());
    }

    void presetsAreKeptAndWrongOnesRefusedWithTheirReason()
    {
        const ImportDialog& dialog = shown("p.json", R"({"format":"bellweave-presets","version":1,"presets":[
            {"id":"user-mine","kind":"fiber","label":"My fiber","year":2026,"values":{"attenuation_db_per_km":{"value":0.19,"mark":"assumed"}}},
            {"id":"user-bad","kind":"fiber","label":"Bad","values":{"attenuation_db_per_km":{"value":-3,"mark":"assumed"}}}]})");
        QCOMPARE(dialog.refused()->topLevelItemCount(), 1);
        QVERIFY(dialog.refused()->topLevelItem(0)->text(0).contains(QStringLiteral("presets/1")));
        press(dialog.newButton());
        const Preset* kept = findPreset(QStringLiteral("fiber"), QStringLiteral("user-mine"));
        QVERIFY(kept && kept->isYours);
        QVERIFY(!findPreset(QStringLiteral("fiber"), QStringLiteral("user-bad")));
        QVERIFY(session().ownPresets().remove(QStringLiteral("user-mine")));
    }

    void whatCannotBeReadIsRefusedWithASentence()
    {
        m_prompter.openAnswer = written("x.json", "sites: none");
        m_window->actions()[ActionId::Import]->trigger();
        QVERIFY(!m_window->findChild<ImportDialog*>());
        QVERIFY(m_prompter.complaints.first().contains(QStringLiteral("neither GraphML")));
    }

private:
    test::TestSettings m_settings;
    QTemporaryDir m_folder;
    ScriptedPrompter m_prompter;
    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    QString written(const char* name, const char* text) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0) qFatal("cannot write");
        return file.fileName();
    }
    ImportDialog& shown(const char* name, const char* text)
    {
        m_prompter.openAnswer = written(name, text);
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get())) qFatal("the window is not active");
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        auto* dialog = m_window->findChild<ImportDialog*>();
        if (!dialog) qFatal("%s", qPrintable(m_prompter.complaints.join(u' ')));
        return *dialog;
    }
    void press(QPushButton& button)
    {
        QTest::mouseClick(&button, Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<ImportDialog*>());
    }
    static QString wordsOf(const ImportDialog& dialog)
    {
        QStringList words;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) words << label->text();
        return words.join(u'\n');
    }
};

BELLWEAVE_TEST(ImportDialogTest)
#include "import_dialog_test.moc"
