// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "ui/frame/verdict_bar.h"
#include "ui/frame/verdict_segment.h"
#include "ui/session/fixes.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::aChain;

class VerdictBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theWorstDemandIsShownWithWhatIsNeededAndReached()
    {
        const Network network = named(aChain(2));
        const engine::Evaluation evaluation = failing();
        const VerdictText text = verdictText(network, &evaluation, {});
        QCOMPARE(text.title, QStringLiteral("Not feasible yet"));
        QCOMPARE(text.detail, QStringLiteral("0 of 1 demands met"));
        QCOMPARE(text.mark, Mark::NotFeasible);
        QCOMPARE(text.demand->caption, QStringLiteral("Worst demand"));
        QCOMPARE(text.demand->plain(), QStringLiteral("Delft – Vienna"));
        QCOMPARE(text.first->plain(), QStringLiteral("0.900 → 0.874"));
        QCOMPARE(text.first->value.back().tone, Tone::Bad);
        QCOMPARE(text.second->plain(), QStringLiteral("2.0 → 3.1 ebit/s"));
        QCOMPARE(text.second->value.back().tone, Tone::Ok);
    }

    void theLimitIsNamedWithItsShare()
    {
        const Network network = named(aChain(2));
        const engine::Evaluation evaluation = failing();
        QCOMPARE(verdictText(network, &evaluation, {}).limit->plain(),
                 QStringLiteral("Memory wait at Nuremberg 37 % of the error"));
    }

    void theCheapestFixComesWithPriceAndValueAfterIt()
    {
        const Network network = named(aChain(2));
        const engine::Evaluation evaluation = failing();
        const VerdictText text = verdictText(network, &evaluation, {});
        QCOMPARE(text.fix->caption, QStringLiteral("Cheapest fix, € 0.48 M"));
        QCOMPARE(text.fix->plain(), QStringLiteral("T₂ 1.0 → 3.0 s at 3 repeaters F 0.901"));
    }

    void aSearchWithoutSuccessSaysWhatWasTried()
    {
        const Network network = named(aChain(2));
        engine::Evaluation evaluation = failing();
        evaluation.verdict.fixes.clear();
        evaluation.verdict.fixesTried = 214;
        QCOMPARE(verdictText(network, &evaluation, {}).fix->plain(), QStringLiteral("No fix found among 214 single changes"));
    }

    void withoutNumbersTheBarSaysSo()
    {
        const VerdictText text = verdictText(Network(), nullptr, {});
        QCOMPARE(text.title, QStringLiteral("Not computed"));
        QCOMPARE(text.mark, Mark::NotComputed);
        QVERIFY(!text.demand);
    }

    void ratesAndFidelitiesHaveTheirDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fidelity") << fidelityText(0.8744) << "0.874";
        QTest::newRow("high fidelity") << fidelityText(0.99712) << "0.9971";
        QTest::newRow("small rate") << rateText(0.042_Hz) << "0.042";
        QTest::newRow("rate") << rateText(3.14_Hz) << "3.1";
        QTest::newRow("tens") << rateText(64.2_Hz) << "64";
        QTest::newRow("hundreds") << rateText(641_Hz) << "641";
        QTest::newRow("thousands") << rateText(6410_Hz) << "6.4 k";
        QTest::newRow("none") << rateText(Rate()) << "0";
    }
    void ratesAndFidelitiesHaveTheirDecimals()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(text, expected);
    }

    void theLiveBarIsReadableAsOneSentenceAndCopiesIt()
    {
        Session session;
        VerdictBar bar(session);
        bar.resize(1600, 52);
        session.open(named(aChain(2).spaced(20_km).wanting(0.99, 1000_Hz)), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.evaluation() && session.computeState() == ComputeState::Done, 20000);
        QCOMPARE(bar.accessibleName(), session.evaluation()->verdict.sentence);
        bar.copySentence();
        QCOMPARE(QApplication::clipboard()->text(), session.evaluation()->verdict.sentence);
    }

    void applyingTheFixIsOneUndoStep()
    {
        Session session;
        VerdictBar bar(session);
        session.open(named(aChain(2).spaced(20_km).wanting(0.99, 1000_Hz)), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        QVERIFY(bar.canApplyFix());
        const Network before = session.network();
        applyFix(session, 0);
        QCOMPARE(session.undoStack().count(), 1);
        QVERIFY(!(session.network() == before));
        session.undoStack().undo();
        QVERIFY(session.network() == before);
    }

    void aPreviewShowsAndChangesNothingUntilItIsApplied()
    {
        Session session;
        VerdictBar bar(session);
        bar.resize(1900, 52);
        bar.show();
        session.open(named(aChain(2).spaced(20_km).wanting(0.99, 1000_Hz)), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        const auto button = [&](const QString& text) {
            for (QPushButton* found : bar.findChildren<QPushButton*>())
                if (found->text() == text && found->isVisible()) return found;
            return static_cast<QPushButton*>(nullptr);
        };
        const Network before = session.network();
        const engine::Fix fix = session.evaluation()->verdict.fixes.front();
        QPushButton* preview = button(fix.solves ? QStringLiteral("Preview fix") : QStringLiteral("Preview step"));
        QVERIFY(preview);
        preview->click();
        QVERIFY(session.preview().isShown());
        QVERIFY(session.network() == before);
        QCOMPARE(session.undoStack().count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(session.preview().evaluation(), 20000);
        QCOMPARE(session.preview().evaluation()->verdict.met, fix.metAfter);
        const engine::DemandResult* after = session.preview().evaluation()->find(session.evaluation()->verdict.worst);
        QVERIFY(qAbs(after->fidelity - fix.fidelityAfter) < 1e-9);
        QVERIFY(qAbs(after->rate.si() - fix.rateAfter.si()) <= 1e-9 * fix.rateAfter.si());

        button(QStringLiteral("Discard"))->click();
        QVERIFY(!session.preview().isShown());
        QVERIFY(session.network() == before);
        preview->click();
        button(QStringLiteral("Apply"))->click();
        Network wanted = before;
        applyPatch(wanted, fix.patch);
        QVERIFY(session.network() == wanted);
        QCOMPARE(session.undoStack().count(), 1);
        QVERIFY(session.undoStack().undoText().contains(fix.sentence));
        QVERIFY(!session.preview().isShown());
    }

    void anEditEndsAPreview()
    {
        Session session;
        session.open(named(aChain(2).spaced(20_km).wanting(0.99, 1000_Hz)), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        previewFix(session, 0);
        QVERIFY(session.preview().isShown());
        session.push(renameElement(session.network(), SiteId(1), QStringLiteral("Other")), QStringLiteral("rename"));
        QVERIFY(!session.preview().isShown());
        previewFix(session, 0);    // its numbers are of the design before the edit
        QVERIFY(!session.preview().isShown());
    }

    void aNarrowBarKeepsTheVerdictAndMovesTheRestIntoMore()
    {
        Session session;
        VerdictBar bar(session);
        session.open(named(aChain(2)), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        const auto shownSegments = [&bar] {
            const auto segments = bar.findChildren<VerdictSegmentView*>();
            return std::count_if(segments.begin(), segments.end(), [](const auto* segment) { return segment->isVisible(); });
        };
        bar.resize(1900, 52);
        bar.show();
        QCOMPARE(shownSegments(), 5);
        QVERIFY(!bar.findChild<QToolButton*>()->isVisible());
        bar.resize(1180, 52);
        QCoreApplication::processEvents();
        QCOMPARE(shownSegments(), 3);
        QVERIFY(bar.findChild<QToolButton*>()->isVisible());
        QVERIFY(bar.findChild<VerdictCell*>()->isVisible());
    }

private:
    static Network named(Network network)
    {
        const char16_t* names[] = {u"Delft", u"Nuremberg", u"Vienna"};
        for (std::uint32_t number = 1; number <= 3; ++number) {
            Site site = *network.sites.find(SiteId(number));
            site.name = QString::fromUtf16(names[number - 1]);
            network.sites.put(std::move(site));
        }
        Demand demand = *network.demands.find(DemandId(1));
        if (demand.minFidelity == 0.8) {
            demand.minFidelity = 0.9;
            demand.minRate = 2_Hz;
        }
        network.demands.put(std::move(demand));
        return network;
    }
    /// The numbers of the interface specification's own example.
    static engine::Evaluation failing()
    {
        engine::Evaluation evaluation;
        engine::DemandResult result;
        result.id = DemandId(1);
        result.routed = true;
        result.fidelity = 0.874;
        result.rate = 3.1_Hz;
        result.meetsRate = true;
        result.limit = engine::Limit{SiteId(2), engine::ErrorCause::MemoryWait, QStringLiteral("Memory wait at Nuremberg"),
                                     QStringLiteral("memory wait at Nuremberg"), 0.37};
        evaluation.demands.put(result);
        engine::Verdict& verdict = evaluation.verdict;
        verdict.level = engine::VerdictLevel::NotFeasibleYet;
        verdict.worst = DemandId(1);
        verdict.demands = 1;
        verdict.fixesSearched = true;
        engine::Fix fix;
        fix.sentence = QStringLiteral("T₂ 1.0 → 3.0 s at 3 repeaters");
        fix.price = Money::fromSi(0.48e6);
        fix.fidelityAfter = 0.901;
        fix.solves = true;
        verdict.fixes.push_back(fix);
        return evaluation;
    }
};

BELLWEAVE_TEST(VerdictBarTest)
#include "verdict_bar_test.moc"
