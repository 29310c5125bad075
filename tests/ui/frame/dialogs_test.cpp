// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/canvas/map_units.h"
#include "ui/frame/keys_dialog.h"
#include "ui/frame/preferences_dialog.h"
#include "ui/session/actions.h"
#include "ui/session/autosave.h"
#include "ui/session/engine_choices.h"
#include "ui/session/session.h"
#include "ui/style/measures.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class DialogsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void everyKeyIsListedAndFoundByItsWords()
    {
        const Actions actions;
        KeysDialog dialog(actions);
        int keys = 0;
        for (const ActionRow& row : actionTable())
            if (!actions[row.id]->shortcut().isEmpty()) ++keys;
        const auto rows = [&](bool shownOnly) {
            int count = 0;
            for (int i = 0; i < dialog.list().topLevelItemCount(); ++i)
                for (int j = 0; j < dialog.list().topLevelItem(i)->childCount(); ++j)
                    if (!shownOnly || !dialog.list().topLevelItem(i)->child(j)->isHidden()) ++count;
            return count;
        };
        QVERIFY(rows(false) > keys + 10);
        QTest::keyClicks(&dialog.filter(), QStringLiteral("reconnect"));
        QCOMPARE(rows(true), 1);
        dialog.filter().clear();
        QCOMPARE(rows(true), rows(false));
    }

    void aChoiceOfThePreferencesDoesWhatItsMenuEntryDoes()
    {
        Actions actions;
        QTemporaryDir folder;
        Session session;
        Autosave autosave(session, folder.path());
        PreferencesDialog dialog(session, actions, autosave);
        QString triggered;
        connect(actions[ActionId::Globe], &QAction::triggered, &dialog, [&] { triggered = QStringLiteral("globe"); });
        for (QComboBox* choice : dialog.findChildren<QComboBox*>()) {
            const int globe = choice->findData(static_cast<int>(ActionId::Globe));
            if (globe < 0) continue;
            dialog.show();
            choice->setFocus();
            choice->setCurrentIndex(globe);
            Q_EMIT choice->activated(globe);
        }
        QCOMPARE(triggered, QStringLiteral("globe"));
    }

    void motionContrastAndSizeAreChosenAndRemembered()
    {
        m_settings.clear();
        Actions actions;
        QTemporaryDir folder;
        Session session;
        Autosave autosave(session, folder.path());
        PreferencesDialog dialog(session, actions, autosave);
        dialog.show();
        QTest::mouseClick(dialog.findChild<QCheckBox*>(QStringLiteral("reducedMotion")), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(QSettings().value(QStringLiteral("appearance/reduced_motion")).toBool());
        auto* contrast = dialog.findChild<QCheckBox*>(QStringLiteral("highContrast"));
        contrast->setFocus();
        QTest::keyClick(contrast, Qt::Key_Space);
        QVERIFY(actions[ActionId::HighContrast]->isChecked());
        auto* size = dialog.findChild<QSpinBox*>(QStringLiteral("textSize"));
        const double before = QApplication::font().pointSizeF();
        size->setFocus();
        QTest::keyClick(size, Qt::Key_Up);
        QCOMPARE(textPercent(), 110);
        QVERIFY(qAbs(QApplication::font().pointSizeF() - 1.1 * before) < 0.01);
        QVERIFY(qAbs(size->font().pointSizeF() - 1.1 * before) < 0.01);
        QTest::keyClick(size, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(size, QStringLiteral("150"));
        QCOMPARE(textPercent(), 110);    // not while it is typed
        QTest::keyClick(size, Qt::Key_Return);
        QCOMPARE(textPercent(), 150);
        size->setValue(500);
        QCOMPARE(size->value(), 200);
        setTextPercent(100);
        restoreMeasures();
        QCOMPARE(textPercent(), 200);
        PreferencesDialog again(session, actions, autosave);
        QVERIFY(again.findChild<QCheckBox*>(QStringLiteral("reducedMotion"))->isChecked());
        QCOMPARE(again.findChild<QSpinBox*>(QStringLiteral("textSize"))->value(), 200);
        setTextPercent(100);
    }

    void copiesOfUnsavedWorkCanBeTurnedOffAndTheirDelayIsRemembered()
    {
        Actions actions;
        QTemporaryDir folder;
        Session session;
        session.open(aChain(1), {});
        Autosave autosave(session, folder.path());
        autosave.setDelay(10);
        PreferencesDialog dialog(session, actions, autosave);
        const auto copies = [&] { return QDir(folder.path()).entryList(QDir::Files).size(); };
        dialog.findChild<QCheckBox*>(QStringLiteral("copies"))->click();
        QVERIFY(!autosave.isOn());
        session.push(renameElement(session.network(), SiteId(1), QStringLiteral("a")), QStringLiteral("rename"));
        QTest::qWait(100);
        QCOMPARE(copies(), 0);
        dialog.findChild<QCheckBox*>(QStringLiteral("copies"))->click();
        QTRY_VERIFY(copies() > 0);
        dialog.findChild<QSpinBox*>(QStringLiteral("copyDelay"))->setValue(7);
        QCOMPARE(autosave.delay(), 7000);
        Session other;
        QCOMPARE(Autosave(other, folder.path()).delay(), 7000);
    }

    void unitsAndEngineAreChosenAtOnceAndRemembered()
    {
        m_settings.clear();
        Actions actions;
        QTemporaryDir folder;
        Session session;
        session.open(aChain(1), {});
        Autosave autosave(session, folder.path());
        PreferencesDialog dialog(session, actions, autosave);
        auto* distance = dialog.findChild<QComboBox*>(QStringLiteral("distanceUnit"));
        QSignalSpy told(&MapUnitChanges::instance(), &MapUnitChanges::changed);
        distance->setFocus();
        distance->setCurrentIndex(1);
        Q_EMIT distance->activated(1);
        QCOMPARE(distanceUnit(), DistanceUnit::Miles);
        QCOMPARE(told.size(), 1);
        dialog.findChild<QSpinBox*>(QStringLiteral("updateInterval"))->setValue(250);
        QCOMPARE(updateInterval(), 250);
        dialog.findChild<QCheckBox*>(QStringLiteral("searchByItself"))->click();
        QVERIFY(!searchesFixesByItself());
        PreferencesDialog again(session, actions, autosave);
        QCOMPARE(again.findChild<QComboBox*>(QStringLiteral("distanceUnit"))->currentIndex(), 1);
        QCOMPARE(again.findChild<QSpinBox*>(QStringLiteral("updateInterval"))->value(), 250);
        QVERIFY(!again.findChild<QCheckBox*>(QStringLiteral("searchByItself"))->isChecked());
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(DialogsTest)
#include "dialogs_test.moc"
