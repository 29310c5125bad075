// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "ui/frame/network_dock.h"
#include "ui/frame/outline_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::aChain;

class NetworkDockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>();
        m_session->open(aChain(3), {});
    }

    void demandsComeFirstThenSitesByRoleThenLinksByMedium()
    {
        OutlineModel model(*m_session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model.index(0, 0)), QStringLiteral("Demands"));
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        const QModelIndex sites = model.index(1, 0);
        QCOMPARE(sites.data(OutlineModel::LastDetailRole).toString(), QStringLiteral("4"));
        QCOMPARE(model.rowCount(sites), 2);
        QCOMPARE(text(model.index(0, 0, sites)), QStringLiteral("Processors"));
        QCOMPARE(model.rowCount(model.index(1, 0, sites)), 2);
        QCOMPARE(model.rowCount(model.index(0, 0, model.index(2, 0))), 3);
    }

    void typingFiltersByName()
    {
        rename(SiteId(2), QStringLiteral("Nuremberg"));
        OutlineModel model(*m_session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(QStringLiteral("nurem"));
        const QModelIndex sites = model.index(1, 0);
        QCOMPARE(model.rowCount(sites), 1);
        QCOMPARE(text(model.index(0, 0, model.index(0, 0, sites))), QStringLiteral("Nuremberg"));
        QVERIFY(!model.indexOf(SiteId(1)).isValid());
        QVERIFY(model.indexOf(SiteId(2)).isValid());
    }

    void everyElementHasItsRow()
    {
        OutlineModel model(*m_session);
        for (const Site& site : m_session->network().sites)
            QVERIFY(model.element(model.indexOf(site.id)) == ElementRef(site.id));
        for (const Link& link : m_session->network().links)
            QVERIFY(model.element(model.indexOf(link.id)) == ElementRef(link.id));
    }

    void theSelectionIsSharedBothWays()
    {
        NetworkDock dock(*m_session);
        m_session->select(ElementRef(SiteId(3)));
        const QModelIndexList rows = dock.tree().selectionModel()->selectedIndexes();
        QCOMPARE(rows.size(), 1);
        QVERIFY(dock.model().element(rows.front()) == ElementRef(SiteId(3)));
        dock.tree().selectionModel()->select(dock.model().indexOf(DemandId(1)), QItemSelectionModel::ClearAndSelect);
        QVERIFY(m_session->currentElement() == ElementRef(DemandId(1)));
    }

    void theSelectionOutlivesARebuiltList()
    {
        NetworkDock dock(*m_session);
        m_session->select(ElementRef(SiteId(3)));
        rename(SiteId(1), QStringLiteral("Elsewhere"));
        QVERIFY(m_session->currentElement() == ElementRef(SiteId(3)));
        QCOMPARE(dock.tree().selectionModel()->selectedIndexes().size(), 1);
    }

    void aDoubleClickRevealsTheElement()
    {
        NetworkDock dock(*m_session);
        dock.resize(240, 600);
        dock.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
        QSignalSpy revealed(m_session.get(), &Session::revealRequested);
        const QPoint spot = dock.tree().visualRect(dock.model().indexOf(DemandId(1))).center();
        QTest::mouseClick(dock.tree().viewport(), Qt::LeftButton, {}, spot);
        QTest::mouseDClick(dock.tree().viewport(), Qt::LeftButton, {}, spot);
        QCOMPARE(revealed.size(), 1);
    }

    void typingInTheListOpensTheFilterAndEscapeClosesIt()
    {
        NetworkDock dock(*m_session);
        dock.resize(240, 600);
        dock.show();
        QTest::keyClick(&dock.tree(), Qt::Key_R);
        QCOMPARE(dock.filterField().text(), QStringLiteral("r"));
        QVERIFY(dock.filterField().isVisible());
        QTest::keyClick(&dock.filterField(), Qt::Key_Escape);
        QVERIFY(dock.filterField().text().isEmpty());
        QVERIFY(!dock.filterField().isVisible());
    }

    void aNameEditedInTheListIsAnUndoStep()
    {
        OutlineModel model(*m_session);
        QVERIFY(model.setData(model.indexOf(SiteId(1)), QStringLiteral("Delft"), Qt::EditRole));
        QCOMPARE(m_session->network().sites.find(SiteId(1))->displayName(), QStringLiteral("Delft"));
        m_session->undoStack().undo();
        QVERIFY(m_session->network().sites.find(SiteId(1))->displayName() != QStringLiteral("Delft"));
    }

    void aMovedSiteLeavesTheRowsInPlace()
    {
        OutlineModel model(*m_session);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        m_session->push(moveSites(m_session->network(), {{SiteId(2), {51.0, 5.0}}}), QStringLiteral("Move"));
        QCOMPARE(resets.size(), 0);
    }

    void tenThousandSitesAreListedFilteredAndSelectedFast()
    {
        Network network;
        for (std::uint32_t number = 1; number <= 10'000; ++number) {
            Site site;
            site.id = SiteId(number);
            site.key = QStringLiteral("s%1").arg(number, 5, 10, QChar(u'0'));
            site.repeater = Repeater();
            network.sites.put(std::move(site));
        }
        m_session->open(network, {});
        NetworkDock dock(*m_session);
        dock.resize(240, 600);
        dock.show();
        QElapsedTimer clock;
        clock.start();
        dock.model().setFilter(QStringLiteral("777"));
        dock.model().setFilter({});
        Selection all;
        for (std::uint32_t number = 1; number <= 10'000; ++number) all.sites.insert(SiteId(number));
        m_session->select(all);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QStringLiteral("%1 ms").arg(clock.elapsed())));
        QCOMPARE(dock.tree().selectionModel()->selection().size(), 1);
    }

private:
    static QString text(const QModelIndex& index) { return index.data().toString(); }
    void rename(SiteId id, const QString& name)
    {
        m_session->push(renameElement(m_session->network(), id, name), QStringLiteral("Rename"));
    }
    std::unique_ptr<Session> m_session;
};

BELLWEAVE_TEST(NetworkDockTest)
#include "network_dock_test.moc"
