// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/session/session.h"
#include "ui/simulate/story_text.h"
#include "ui/simulate/trace_bar.h"
#include "ui/simulate/trace_view.h"

#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace bellweave;
using namespace bellweave::ui;
using engine::TraceRecord;
using engine::TraceStory;

namespace {

/// Three hops whose swaps fail every other time, so that there is something to tell of losses.
Network lossyChain()
{
    return test::aChain(3).measured(0.2, 0.95).eachHardware([](NodeHardware& hardware) {
        hardware.memory.coherenceTime = 1_s;
        hardware.memory.relaxationTime = 10_s;
        hardware.gates.swapSuccess = 0.5;
    });
}

} // namespace

class TraceViewTest : public QObject {
    Q_OBJECT

    test::TestSettings m_settings;
    Session m_session;
    std::shared_ptr<const engine::TracedRun> m_run;
    std::unique_ptr<TracePlayer> m_player;
    std::unique_ptr<TraceView> m_view;

    const TraceRecord* first(TraceRecord::Kind kind, TraceRecord::Cause cause = TraceRecord::Cause::None) const
    {
        const auto at = std::find_if(m_run->records.begin(), m_run->records.end(), [&](const TraceRecord& row) { return row.kind == kind && row.cause == cause; });
        return at == m_run->records.end() ? nullptr : &*at;
    }
    std::size_t place(std::uint32_t station) const
    {
        const auto& route = m_run->routes.front();
        return static_cast<std::size_t>(std::find(route.begin(), route.end(), station) - route.begin());
    }
    /// In the middle of where a half is drawn.
    QPointF middleOf(const TraceStory::Half& half) const
    {
        const auto& pair = m_player->story()->pairs().at(half.pair);
        return {0.5 * (m_view->xOf(half.from) + m_view->xOf(half.until)), m_view->yOf(place(half.station)) + (half.station == pair.a ? 4.5 : -4.5)};
    }
    const TraceStory::Half& aLongHalf() const
    {
        const auto& halves = m_player->story()->halves();
        return *std::max_element(halves.begin(), halves.begin() + 20, [](const auto& a, const auto& b) { return a.until - a.from < b.until - b.from; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session.open(lossyChain(), QString());
        m_run = std::make_shared<const engine::TracedRun>(engine::traceRun(m_session.network(), 3, 0, 5_s, 20'000));
        QVERIFY(m_run->records.size() > 1000);
        QCOMPARE(m_run->routes.front().size(), std::size_t(4));
    }
    void init()
    {
        m_player = std::make_unique<TracePlayer>();
        m_view = std::make_unique<TraceView>(m_session, *m_player);
        m_view->resize(900, 300);
        m_player->setRun(m_run);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void itBeginsWithTheFirstMomentsSoThatSinglePairsCanBeToldApart()
    {
        const auto [from, until] = m_view->shown();
        QCOMPARE(from, TraceRecord::Time(0));
        QVERIFY(until < m_run->end / 2);
    }

    void aClickOnAHalfTellsThatPairsStory()
    {
        const TraceStory::Half half = aLongHalf();
        m_view->showTime(half.from - 1'000'000'000, half.until + 1'000'000'000);
        QCOMPARE(m_view->pairAt(middleOf(half)), half.pair);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(half).toPoint());
        QCOMPARE(m_player->chosenPair(), half.pair);
        const QString story = storyText(m_session.network(), *m_run, *m_player->story(), half.pair);
        QVERIFY2(story.startsWith(QStringLiteral("Pair %1, ").arg(half.pair)), qPrintable(story));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(m_view->width() - 20, 2));    // beside all bars
        QCOMPARE(m_player->chosenPair(), std::uint64_t(0));
    }

    void aLostPairsStoryLeadsBackToTheSwapThatFailed()
    {
        const TraceRecord* failed = first(TraceRecord::Kind::Swap, TraceRecord::Cause::SwapFailed);
        QVERIFY(failed);
        const auto& pairs = m_player->story()->pairs();
        const auto broken = std::find_if(pairs.begin(), pairs.end(), [](const auto& row) { return row.second.brokenBy == TraceRecord::Cause::SwapFailed; });
        QVERIFY(broken != pairs.end());
        const QString story = storyText(m_session.network(), *m_run, *m_player->story(), broken->first);
        QVERIFY2(story.contains(QStringLiteral("failed at %1").arg(traceTimeText(broken->second.born))), qPrintable(story));
        // What it became a part of tells of it.
        const auto heir = std::find_if(pairs.begin(), pairs.end(), [&](const auto& row) {
            const auto* root = m_player->story()->rootOf(row.first);
            return row.second.left > 0 && root && root->number != row.first && root->brokenBy == TraceRecord::Cause::SwapFailed;
        });
        if (heir == pairs.end()) return;
        const QString later = storyText(m_session.network(), *m_run, *m_player->story(), heir->first);
        QVERIFY2(later.contains(QStringLiteral("It began with: Pair ")), qPrintable(later));
    }

    void stepsGoFromOneThingThatHappensToTheNextAndBack()
    {
        const QSignalSpy moved(m_player.get(), &TracePlayer::timeChanged);
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        const auto one = m_player->time();
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        const auto two = m_player->time();
        QVERIFY(two > one);
        QVERIFY(std::any_of(m_run->records.begin(), m_run->records.end(), [&](const TraceRecord& row) { return row.until == two || row.from == two; }));
        QVERIFY(std::none_of(m_run->records.begin(), m_run->records.end(), [&](const TraceRecord& row) { return row.until > one && row.until < two && row.kind != TraceRecord::Kind::Message; }));
        QTest::keyClick(m_view.get(), Qt::Key_Comma);
        QCOMPARE(m_player->time(), one);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_player->time(), m_run->end);
        QTest::keyClick(m_view.get(), Qt::Key_Period);
        QVERIFY(m_player->time() <= m_run->end);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_player->time(), TraceRecord::Time(0));
        QTest::keyClick(m_view.get(), Qt::Key_Comma);
        QCOMPARE(m_player->time(), TraceRecord::Time(0));
        QVERIFY(moved.size() >= 4);
    }

    void playingMovesTimeAndEndsAtTheEnd()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(m_player->isPlaying());
        QTRY_VERIFY(m_player->time() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(!m_player->isPlaying());
        m_player->setTime(m_run->end - 1);
        m_player->setPlaying(true);
        QTRY_VERIFY(!m_player->isPlaying());
        QCOMPARE(m_player->time(), m_run->end);
        m_player->setPlaying(true);    // from the beginning again
        QVERIFY(m_player->time() < m_run->end / 2);
        m_player->setPlaying(false);
    }

    void theWheelZoomsAroundThePointerAndTheViewStaysInsideTheRun()
    {
        m_view->showTime(0, m_run->end);
        const QPointF at(500, 100);
        const auto [from, until] = m_view->shown();
        const double share = (at.x() - m_view->xOf(from)) / (m_view->xOf(until) - m_view->xOf(from));
        const auto under = from + static_cast<TraceRecord::Time>(share * static_cast<double>(until - from));
        for (int i = 0; i < 10; ++i) {
            QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_view.get(), &wheel);
        }
        QVERIFY(std::abs(m_view->xOf(under) - at.x()) < 2.0);
        QVERIFY(m_view->shown().second - m_view->shown().first < m_run->end / 5);
        for (int i = 0; i < 60; ++i) QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->shown().first, TraceRecord::Time(0));
        for (int i = 0; i < 60; ++i) QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->shown().second, m_run->end);
    }

    void draggingScrubsAndTheBarFollows()
    {
        TraceBar bar(m_session, *m_player);
        bar.resize(700, 32);
        bar.show();
        m_view->showTime(0, m_run->end);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(400, 3));
        QTest::mouseMove(m_view.get(), QPoint(500, 3));
        QTest::mouseMove(m_view.get(), QPoint(600, 3));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(600, 3));
        QVERIFY(std::abs(m_view->xOf(m_player->time()) - 600.0) < 2.0);
        const double share = static_cast<double>(m_player->time()) / static_cast<double>(m_run->end);
        QVERIFY(std::abs(bar.slider().value() / 10000.0 - share) < 1e-3);
        bar.slider().setValue(2500);
        QVERIFY(std::abs(static_cast<double>(m_player->time()) / static_cast<double>(m_run->end) - 0.25) < 1e-3);
        QTest::mouseClick(&bar.playButton(), Qt::LeftButton);
        QVERIFY(m_player->isPlaying());
        m_player->setRun(nullptr);
        QVERIFY(!m_player->isPlaying());
        QVERIFY(!bar.playButton().isEnabled());
    }

    void aDeletedSiteIsSaidToBeDeleted()
    {
        Network without = m_session.network();
        applyPatch(without, removeElements(without, {.sites = {SiteId(2)}}));
        const auto pair = std::find_if(m_player->story()->pairs().begin(), m_player->story()->pairs().end(), [&](const auto& row) { return m_run->stations[row.second.b] == SiteId(2); });
        QVERIFY(pair != m_player->story()->pairs().end());
        QVERIFY(storyText(without, *m_run, *m_player->story(), pair->first).contains(QStringLiteral("(deleted)")));
        QVERIFY(storyText(without, *m_run, *m_player->story(), 1u << 30).isEmpty());
    }
};

BELLWEAVE_TEST(TraceViewTest)
#include "trace_view_test.moc"
