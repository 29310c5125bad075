// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "ui/command/command_sources.h"
#include "ui/session/actions.h"
#include "tests/support/test_program.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

QKeySequence keys(const char* text) { return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText); }

} // namespace

class ActionKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.clear(); }

    void otherKeysActAtOnceAndAreFoundAgain()
    {
        Actions actions;
        const QSignalSpy changed(&actions, &Actions::keysChanged);
        actions.setKeys(ActionId::Save, {keys("Ctrl+Alt+W")});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(actions[ActionId::Save]->shortcut(), keys("Ctrl+Alt+W"));
        QVERIFY(actions[ActionId::Save]->toolTip().contains(keys("Ctrl+Alt+W").toString(QKeySequence::NativeText)));
        const auto commands = actionCommands(actions);
        const auto save = std::ranges::find(commands, QStringLiteral("Save"), &Command::title);
        QVERIFY(save != commands.end());
        QCOMPARE(save->shortcut, keys("Ctrl+Alt+W").toString(QKeySequence::NativeText));
        const Actions later;
        QCOMPARE(later[ActionId::Save]->shortcut(), keys("Ctrl+Alt+W"));
        QVERIFY(!later.hasUsualKeys(ActionId::Save));
    }

    void noKeysAreRememberedToo()
    {
        Actions actions;
        actions.setKeys(ActionId::Save, {});
        QVERIFY(Actions()[ActionId::Save]->shortcuts().isEmpty());
        QCOMPARE(actions[ActionId::Save]->toolTip(), QStringLiteral("Save"));
    }

    void rivalsAreNamedAlsoWhereOneBeginsWithTheOther()
    {
        const Actions actions;
        QCOMPARE(actions.rivalsOf(ActionId::New, keys("Ctrl+S")), std::vector{ActionId::Save});
        QCOMPARE(actions.rivalsOf(ActionId::Save, keys("Ctrl+S")), std::vector<ActionId>());
        QCOMPARE(actions.rivalsOf(ActionId::New, keys("Ctrl+M")).size(), std::size_t(4));
        QCOMPARE(actions.rivalsOf(ActionId::New, keys("Ctrl+S, A")), std::vector{ActionId::Save});
        QVERIFY(actions.rivalsOf(ActionId::New, keys("Ctrl+Alt+W")).empty());
    }

    void movedKeysAreTakenFromWhereTheyWereAndOtherSpellingsStay()
    {
        Actions actions;
        actions.setKeys(ActionId::New, {keys("Ctrl+Y")});    // one of the two of Redo
        QCOMPARE(actions[ActionId::Redo]->shortcuts(), QList<QKeySequence>({keys("Ctrl+Shift+Z")}));
        const Actions later;
        QCOMPARE(later[ActionId::New]->shortcut(), keys("Ctrl+Y"));
        QCOMPARE(later[ActionId::Redo]->shortcuts(), QList<QKeySequence>({keys("Ctrl+Shift+Z")}));
    }

    void keysNeverCallTwoActionsWhateverTheSettingsSay()
    {
        QSettings().setValue(QStringLiteral("keys/New"), QStringLiteral("Ctrl+S"));
        QSettings().setValue(QStringLiteral("keys/Open"), QStringLiteral("Ctrl+S"));
        const Actions actions;
        int owners = 0;
        for (const ActionRow& row : actionTable()) owners += actions[row.id]->shortcuts().contains(keys("Ctrl+S")) ? 1 : 0;
        QCOMPARE(owners, 1);
    }

    void usualKeysComeBackOneByOneOrAllAtOnce()
    {
        Actions actions;
        actions.setKeys(ActionId::New, {keys("Ctrl+S")});
        QVERIFY(actions[ActionId::Save]->shortcuts().isEmpty());
        actions.setKeys(ActionId::Save, actions.usualKeys(ActionId::Save));
        QCOMPARE(actions[ActionId::Save]->shortcut(), keys("Ctrl+S"));
        QVERIFY(actions[ActionId::New]->shortcuts().isEmpty());
        actions.resetKeys();
        for (const ActionRow& row : actionTable()) QVERIFY2(actions.hasUsualKeys(row.id), row.text);
        QVERIFY(QSettings().allKeys().filter(QStringLiteral("keys/")).isEmpty());
    }

    void singleKeysAreForTheMapAndSomeForNothing_data()
    {
        QTest::addColumn<ActionId>("action");
        QTest::addColumn<QString>("pressed");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("a letter for a tool") << ActionId::SiteTool << "Q" << true;
        QTest::newRow("a letter for the window") << ActionId::Save << "Q" << false;
        QTest::newRow("a capital for the window") << ActionId::Save << "Shift+Q" << false;
        QTest::newRow("Home for the window") << ActionId::Save << "Home" << false;
        QTest::newRow("a letter with Ctrl") << ActionId::Save << "Ctrl+Q" << true;
        QTest::newRow("a function key") << ActionId::Save << "F9" << true;
        QTest::newRow("Del") << ActionId::Save << "Del" << true;
        QTest::newRow("Esc") << ActionId::SiteTool << "Esc" << false;
        QTest::newRow("Tab") << ActionId::SiteTool << "Tab" << false;
        QTest::newRow("Space pans") << ActionId::SiteTool << "Space" << false;
        QTest::newRow("an arrow with Ctrl nudges") << ActionId::SiteTool << "Ctrl+Left" << false;
        QTest::newRow("a bracket walks along links") << ActionId::SiteTool << "[" << false;
    }
    void singleKeysAreForTheMapAndSomeForNothing()
    {
        QFETCH(ActionId, action);
        QFETCH(QString, pressed);
        QFETCH(bool, isAllowed);
        const Actions actions;
        QCOMPARE(actions.refusalOf(action, QKeySequence(pressed)).isEmpty(), isAllowed);
    }

    void noUsualKeysWouldBeRefused()
    {
        const Actions actions;
        for (const ActionRow& row : actionTable())
            for (const QKeySequence& sequence : actions.usualKeys(row.id)) QCOMPARE(actions.refusalOf(row.id, sequence), QString());
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(ActionKeysTest)
#include "action_keys_test.moc"
