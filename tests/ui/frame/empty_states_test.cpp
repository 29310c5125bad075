// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "tests/ui/tables/grid_fixture.h"
#include "ui/frame/advice_panel.h"
#include "ui/frame/findings_panel.h"
#include "ui/style/empty_note.h"

#include <QListView>
#include <QTableView>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// What stands in the place of the rows; empty while there are rows.
QString noteIn(const QAbstractItemView& view)
{
    const auto* note = view.findChild<EmptyNote*>();
    return note && note->isVisible() ? note->text() : QString();
}

void settle(Session& session) { QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000); }

} // namespace

/// An empty list or table says in words what it means that it is empty.
class EmptyStatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void problemsSayThatNothingWasFoundAndWhatWasChecked()
    {
        Session session;
        FindingsPanel panel(session);
        panel.resize(360, 240);
        panel.show();
        QVERIFY(noteIn(panel.list()).contains(QStringLiteral("being checked")));
        session.open(readProject(QStringLiteral(":/bellweave/examples/continental-chain.bellweave"))->network, {});
        settle(session);
        QVERIFY(session.evaluation()->findings.empty());
        const QString note = noteIn(panel.list());
        QVERIFY2(note.startsWith(QStringLiteral("No problems found. Checked: ")), qPrintable(note));
        QVERIFY2(note.contains(QString::number(session.network().sites.size()) + QStringLiteral(" sites")), qPrintable(note));
        QCOMPARE(panel.list().accessibleDescription(), note);
    }

    void aProblemTakesThePlaceOfTheWords()
    {
        Session session;
        FindingsPanel panel(session);
        panel.resize(360, 240);
        panel.show();
        session.open(aChain(2).spaced(20_km), {});
        settle(session);
        QVERIFY(!session.evaluation()->findings.empty());
        QVERIFY(panel.list().model()->rowCount() > 0);
        QCOMPARE(noteIn(panel.list()), QString());
    }

    void emptyTablesSayHowTheyAreFilled()
    {
        Tables window{Network()};
        QVERIFY(noteIn(window.view(GridKind::Sites)).contains(QStringLiteral("Place one on the map (S)")));
        window.page().showGrid(GridKind::Links);
        QVERIFY(noteIn(window.view(GridKind::Links)).contains(QStringLiteral("(L)")));
        window.page().showGrid(GridKind::Demands);
        QVERIFY(noteIn(window.view(GridKind::Demands)).contains(QStringLiteral("(D)")));
        window.page().choice().setCurrentIndex(4);
        const auto* table = window.page().findChild<QTableView*>(QString(), Qt::FindChildrenRecursively);
        QVERIFY(table);
        for (const QTableView* shown : window.page().findChildren<QTableView*>())
            if (shown->isVisible()) QVERIFY2(!noteIn(*shown).isEmpty(), qPrintable(shown->accessibleName()));
    }

    void aFilterThatFindsNothingSaysSo()
    {
        Tables window;
        QCOMPARE(noteIn(window.view()), QString());
        window.page().filterField().setText(QStringLiteral("xyzzy"));
        QCOMPARE(noteIn(window.view()), QStringLiteral("No name fits the filter."));
        window.page().filterField().clear();
        QCOMPARE(noteIn(window.view()), QString());
    }

    void rowsPastedIntoAnEmptyTableTakeThePlaceOfTheWords()
    {
        Tables window{Network()};
        window.paste(QStringLiteral("Name\tLatitude\tLongitude\nDelft\t52.0\t4.36\n"));
        QCOMPARE(window.network().sites.size(), std::size_t(1));
        QCOMPARE(window.steps(), 1);
        QCOMPARE(noteIn(window.view()), QString());
    }

private:
    TestSettings m_settings;
};

BELLWEAVE_TEST(EmptyStatesTest)
#include "empty_states_test.moc"
