// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/shown_window.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/shortcut_editor.h"
#include "ui/session/actions.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

QKeySequence keys(const char* text) { return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText); }

/// The editor in a shown window.
struct Shown {
    explicit Shown(Actions& actions) : editor(actions)
    {
        editor.resize(640, 480);
        editor.show();
        static_cast<void>(QTest::qWaitForWindowActive(&editor));
    }
    QKeySequenceEdit& field() { return *editor.findChild<QKeySequenceEdit*>(QStringLiteral("newKeys")); }
    QPushButton& moveButton() { return *editor.findChild<QPushButton*>(QStringLiteral("moveKeys")); }
    QString message() const
    {
        QString text;
        for (const QLabel* label : editor.findChildren<QLabel*>())
            if (label->accessibleName() == QStringLiteral("What became of the keys")) text = label->text();
        return text;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        field().setFocus();
        QTest::keyClick(&field(), key, modifiers);
        QTest::qWait(1300);    // a sequence ends when no further key comes for a second
    }
    ShortcutEditor editor;
};

} // namespace

class ShortcutEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { m_settings.clear(); }

    void everyActionIsListedWithItsKeysAndFoundByThem()
    {
        Actions actions;
        Shown shown(actions);
        const auto count = [&] {
            std::size_t rows = 0;
            for (QTreeWidgetItemIterator row(&shown.editor.list(), QTreeWidgetItemIterator::NotHidden); *row; ++row)
                rows += (*row)->parent() && !(*row)->parent()->isHidden() ? 1 : 0;
            return rows;
        };
        QCOMPARE(count(), actionTable().size());
        QTest::keyClicks(&shown.editor.filter(), keys("Ctrl+Shift+Z").toString(QKeySequence::NativeText));
        QCOMPARE(count(), std::size_t(1));
    }

    void keysThatArePressedAreTaken()
    {
        Actions actions;
        Shown shown(actions);
        shown.editor.choose(ActionId::Save);
        shown.press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(actions[ActionId::Save]->shortcut(), keys("Ctrl+Alt+W"));
        QVERIFY(shown.message().contains(QStringLiteral("Save")));
        QCOMPARE(Actions()[ActionId::Save]->shortcut(), keys("Ctrl+Alt+W"));
    }

    void keysOfAnotherActionAreOfferedToBeMoved()
    {
        Actions actions;
        Shown shown(actions);
        shown.editor.choose(ActionId::New);
        shown.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(actions[ActionId::New]->shortcut(), keys("Ctrl+N"));
        QVERIFY2(shown.message().contains(QStringLiteral("Save")), qPrintable(shown.message()));
        QVERIFY(shown.moveButton().isVisible());
        shown.moveButton().setFocus();
        QTest::keyClick(&shown.moveButton(), Qt::Key_Space);
        QCOMPARE(actions[ActionId::New]->shortcut(), keys("Ctrl+S"));
        QVERIFY(actions[ActionId::Save]->shortcuts().isEmpty());
        QVERIFY(!shown.moveButton().isVisible());
    }

    void aSingleLetterIsRefusedForTheWindowAndTakenForATool()
    {
        Actions actions;
        Shown shown(actions);
        shown.editor.choose(ActionId::Save);
        shown.press(Qt::Key_Q, Qt::NoModifier);
        QCOMPARE(actions[ActionId::Save]->shortcut(), keys("Ctrl+S"));
        QVERIFY2(shown.message().contains(QStringLiteral("Ctrl or Alt")), qPrintable(shown.message()));
        shown.editor.choose(ActionId::SiteTool);
        shown.press(Qt::Key_Q, Qt::NoModifier);
        QCOMPARE(actions[ActionId::SiteTool]->shortcut(), keys("Q"));
    }

    void tabLeadsThroughAllControlsAndEscapeGivesUp()
    {
        Actions actions;
        Shown shown(actions);
        shown.editor.filter().setFocus();
        QSet<QWidget*> reached;
        for (int i = 0; i < 12; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(reached.contains(&shown.editor.list()));
        QVERIFY(reached.contains(&shown.field()));
        for (const QWidget* widget : reached) {
            const auto* button = qobject_cast<const QPushButton*>(widget);
            QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
        }
        shown.editor.choose(ActionId::Save);
        shown.field().setFocus();
        QTest::keyClick(&shown.field(), Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
        QTest::keyClick(&shown.field(), Qt::Key_Escape);
        QTest::qWait(1300);
        QCOMPARE(actions[ActionId::Save]->shortcut(), keys("Ctrl+S"));
    }

    void anActionAndAllActionsGetTheirUsualKeysAgain()
    {
        Actions actions;
        Shown shown(actions);
        shown.editor.choose(ActionId::New);
        const auto button = [&](const QString& text) {
            for (QPushButton* each : shown.editor.findChildren<QPushButton*>())
                if (withoutMarks(each->text()) == text) return each;
            return static_cast<QPushButton*>(nullptr);
        };
        QVERIFY(!button(QStringLiteral("Reset"))->isEnabled());
        actions.setKeys(ActionId::New, {keys("Ctrl+S")});
        QTest::mouseClick(button(QStringLiteral("Reset")), Qt::LeftButton);
        QCOMPARE(actions[ActionId::New]->shortcut(), keys("Ctrl+N"));
        QVERIFY(actions[ActionId::Save]->shortcuts().isEmpty());
        QTest::mouseClick(button(QStringLiteral("Reset all")), Qt::LeftButton);
        QVERIFY(actions.hasUsualKeys(ActionId::Save));
        QVERIFY(!button(QStringLiteral("Reset all"))->isEnabled());
    }

    void theWindowObeysOtherKeysAtOnce()
    {
        test::ShownWindow shown({1280, 800});
        MainWindow& window = shown.window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.files().newDesign());
        auto& actions = const_cast<Actions&>(window.actions());
        auto* view = window.findChild<NetworkView*>();
        view->setFocus();
        actions.setKeys(ActionId::LinkTool, {keys("Q")});
        QTest::keyClick(view, Qt::Key_L);
        QCOMPARE(view->toolKind(), ToolKind::Select);
        QTest::keyClick(view, Qt::Key_Q);
        QCOMPARE(view->toolKind(), ToolKind::Link);
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(ShortcutEditorTest)
#include "shortcut_editor_test.moc"
