// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/actions.h"
#include "tests/support/test_program.h"

#include <QMap>
#include <QTest>
#include <set>

using namespace bellweave::ui;

class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionSaysWhatItDoes()
    {
        const Actions actions;
        for (const ActionRow& row : actionTable()) {
            const QAction* action = actions[row.id];
            QVERIFY2(!action->text().isEmpty(), row.text);
            QVERIFY2(action->whatsThis().endsWith(u'.'), row.text);
            QVERIFY2(!action->statusTip().isEmpty(), row.text);
            QVERIFY2(!action->shortcut().isEmpty(), row.text);
            QVERIFY2(!action->toolTip().contains(u'&'), row.text);
        }
    }

    void noActionIsListedTwice()
    {
        std::set<ActionId> seen;
        for (const ActionRow& row : actionTable()) QVERIFY2(seen.insert(row.id).second, row.text);
    }

    void shortcutsAreUniqueAndReadable()
    {
        const Actions actions;
        QMap<QString, QString> owners;
        for (const ActionRow& row : actionTable())
            for (const QKeySequence& keys : actions[row.id]->shortcuts()) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!text.isEmpty(), row.text);
                QVERIFY2(!owners.contains(text), qPrintable(QStringLiteral("%1 of %2 and %3").arg(text, owners.value(text), QString::fromLatin1(row.text))));
                owners[text] = QString::fromLatin1(row.text);
            }
    }

    void noShortcutIsTheBeginningOfAnother()
    {
        const Actions actions;
        for (const ActionRow& longer : actionTable())
            for (const ActionRow& shorter : actionTable()) {
                const QKeySequence keys = actions[shorter.id]->shortcut();
                if (&longer != &shorter) QVERIFY2(keys.matches(actions[longer.id]->shortcut()) == QKeySequence::NoMatch, longer.text);
            }
    }

    void singleKeysActOnTheMapAlone()
    {
        for (const ActionRow& row : actionTable()) {
            const bool oneCharacter = qstrlen(row.shortcut) == 1;
            QCOMPARE(row.scope == ActionScope::Canvas, oneCharacter);
        }
    }

    void toolsExcludeEachOther()
    {
        const Actions actions;
        actions[ActionId::LinkTool]->setChecked(true);
        actions[ActionId::PanTool]->setChecked(true);
        QVERIFY(!actions[ActionId::LinkTool]->isChecked());
    }
};

BELLWEAVE_TEST(ActionsTest)
#include "actions_test.moc"
