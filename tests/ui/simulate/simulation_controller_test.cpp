// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/session/background_work.h"
#include "ui/session/session.h"
#include "ui/simulate/simulation_controller.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;
using State = SimulationController::State;

namespace {

constexpr int kPatience = 20'000;    // ms

Network quick() { return test::aChain(3).measured(0.2, 0.95); }

/// More than a short run: it waits to be told.
SimulationSetup longSetup()
{
    SimulationSetup setup;
    setup.duration = 100_s;
    setup.runs = 800'000;
    return setup;
}

} // namespace

class SimulationControllerTest : public QObject {
    Q_OBJECT

    test::TestSettings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SimulationController> m_controller;

    bool waitFor(State state) const { return QTest::qWaitFor([&] { return m_controller->state() == state; }, kPatience); }
    bool isOnList() const
    {
        const auto& rows = m_session->work().rows();
        return std::any_of(rows.begin(), rows.end(), [](const BackgroundWork::Row& row) { return row.title == QStringLiteral("Simulation"); });
    }
    void edit() const
    {
        Demand demand = *m_session->network().demands.find(DemandId(1));
        demand.minFidelity = 0.5 * (1.0 + demand.minFidelity);
        m_session->push(replaceDemand(m_session->network(), std::move(demand)), QStringLiteral("Change"));
    }

private Q_SLOTS:
    void init()
    {
        m_controller.reset();
        m_session = std::make_unique<Session>();
        m_controller = std::make_unique<SimulationController>(*m_session);
    }
    void cleanup() { m_controller.reset(); }

    void aShortRunBeginsByItselfWhenSomebodyLooks()
    {
        m_session->open(quick(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_session->evaluation() && !m_session->isStale(), kPatience);
        QTest::qWait(400);
        QCOMPARE(m_controller->state(), State::Idle);
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Done));
        const auto& row = m_controller->result()->demands.front();
        QVERIFY(row.rate.count > 1000);
        QVERIFY(std::abs(engine::SimulatedDemand::deviation(row.fidelity.estimate, row.analyticFidelity)) < 5.0);
        QVERIFY(m_controller->trace() && !m_controller->trace()->records.empty());
        QVERIFY(!m_controller->isStale());
        QVERIFY(!isOnList());
    }

    void aLongRunWaitsAndSaysHowLongItTakes()
    {
        m_session->open(quick(), QString());
        m_controller->setSetup(longSetup());
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Waiting));
        QVERIFY2(m_controller->hint().contains(QStringLiteral("waits for Run")), qPrintable(m_controller->hint()));
        QVERIFY(!m_controller->result());
    }

    void stopKeepsWhatIsThereWithinAFifthOfASecond()
    {
        m_session->open(quick(), QString());
        m_controller->setSetup(longSetup());
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Waiting));
        m_controller->start();
        QVERIFY(isOnList());
        QVERIFY(QTest::qWaitFor([&] { return m_controller->result() && m_controller->result()->demands.front().rate.standardError > 0.0; }, kPatience));
        const std::uint64_t before = m_controller->result()->demands.front().rate.count;
        const double error = m_controller->result()->demands.front().rate.standardError;
        QVERIFY(QTest::qWaitFor([&] { return m_controller->result()->demands.front().rate.count > 6 * before; }, kPatience));
        QVERIFY(m_controller->result()->demands.front().rate.standardError < error);    // of six times as many pairs
        const auto last = m_controller->result();
        QElapsedTimer since;
        since.start();
        m_controller->stop();
        QCOMPARE(m_controller->state(), State::Stopped);
        QVERIFY(!isOnList());
        QVERIFY(QTest::qWaitFor([&] { return m_controller->result() != last; }, kPatience));
        QVERIFY(!m_controller->result()->isComplete);
        qInfo() << "ms until the stopped run gave what it had:" << since.elapsed();
        QVERIFY(m_controller->result()->demands.front().rate.count > 6 * before);
        QTest::qWait(600);
        QCOMPARE(m_controller->state(), State::Stopped);    // and it does not begin again by itself
    }

    void anEditMakesTheNumbersStaleAndAShortRunFollows()
    {
        m_session->open(quick(), QString());
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Done));
        const auto before = m_controller->result();
        edit();
        QVERIFY(m_controller->isStale());
        QCOMPARE(m_controller->result(), before);    // shown, marked as stale, until there are others
        QVERIFY(QTest::qWaitFor([&] { return m_controller->result() != before && m_controller->state() == State::Done; }, kPatience));
        QVERIFY(!m_controller->isStale());
    }

    void aRunThatWasAskedForGoesOnThroughEditsAndIsMarkedAsStale()
    {
        m_session->open(quick(), QString());
        m_controller->setSetup(longSetup());
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Waiting));
        m_controller->start();
        QVERIFY(QTest::qWaitFor([&] { return m_controller->result() != nullptr; }, kPatience));
        edit();
        QCOMPARE(m_controller->state(), State::Running);
        QVERIFY(m_controller->isStale());
        const double share = m_controller->share();
        QVERIFY(QTest::qWaitFor([&] { return m_controller->share() > share; }, kPatience));
        m_session->undoStack().undo();
        m_controller->stop();
        QVERIFY(m_controller->result());
    }

    void anotherDesignShowsNothingOfTheOneBefore()
    {
        m_session->open(quick(), QString());
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Done));
        m_session->open(Network(), QString());
        QVERIFY(!m_controller->result());
        QVERIFY(!m_controller->trace());
        QVERIFY2(m_controller->hint().contains(QStringLiteral("Add a demand")), qPrintable(m_controller->hint()));
        m_controller->start();
        QVERIFY(m_controller->state() != State::Running);
    }

    void anotherDesignBeginsWithTheUsualSetup()
    {
        m_controller->setSetup(longSetup());
        m_session->open(quick(), QString());
        QCOMPARE(m_controller->setup(), SimulationSetup());
    }

    void pairsAloneHaveNoTrace()
    {
        SimulationSetup setup;
        setup.what = SimulationSetup::What::Pairs;
        setup.trials = 20'000;
        m_session->open(quick(), QString());
        m_controller->setSetup(setup);
        m_controller->setWatched(true);
        QVERIFY(waitFor(State::Done));
        QVERIFY(!m_controller->trace());
        QVERIFY(m_controller->result()->demands.front().rate.count > 0);
    }
};

BELLWEAVE_TEST(SimulationControllerTest)
#include "simulation_controller_test.moc"
