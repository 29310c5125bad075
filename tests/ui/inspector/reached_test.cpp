// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plots/hand_made_evaluation.h"
#include "ui/inspector/reached.h"
#include "tests/support/test_program.h"

using namespace bellweave;
using namespace bellweave::ui;

class ReachedTest : public QObject {
    Q_OBJECT

    Network m_network = test::handMadeNetwork();
    engine::Evaluation m_evaluation = test::handMadeEvaluation();

    const engine::DemandResult& demand() const { return *m_evaluation.demands.begin(); }
    static const Fact* named(const std::vector<Fact>& facts, const QString& name)
    {
        const auto fact = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == name; });
        return fact == facts.end() ? nullptr : &*fact;
    }

private Q_SLOTS:
    void aDemandShowsWhatItReachedAndWhatFailed()
    {
        const auto facts = demandFacts(m_network, m_evaluation, demand());
        QCOMPARE(named(facts, QStringLiteral("Fidelity"))->value, QStringLiteral("0.874"));
        QCOMPARE(named(facts, QStringLiteral("Fidelity"))->tone, FactTone::Bad);
        QCOMPARE(named(facts, QStringLiteral("Rate"))->value, QStringLiteral("3.1"));
        QCOMPARE(named(facts, QStringLiteral("Rate"))->tone, FactTone::Ok);
        QCOMPARE(named(facts, QStringLiteral("Latency p95"))->value, QStringLiteral("0.84 s"));
        QCOMPARE(named(facts, QStringLiteral("Model"))->value, demand().model);
    }

    void theHopBesideTheLimitThatWaitsLongestStandsOut()
    {
        const FactSheet sheet = hopSheet(m_network, demand());
        QCOMPARE(sheet.rows.size(), std::size_t(2));
        QVERIFY(!sheet.rows[0].highlighted);
        QVERIFY(sheet.rows[1].highlighted);
        QCOMPARE(sheet.rows[1].cells[4], QStringLiteral("0.61"));
        QCOMPARE(sheet.rows[1].strongCell, 4);
        QCOMPARE(sheet.rows[1].element, ElementRef(LinkId(2)));
    }

    void aHopThatLimitsTheRateShowsItsRate()
    {
        engine::DemandResult slow = demand();
        slow.limit = engine::Limit{LinkId(2), engine::ErrorCause::LinkGeneration, QStringLiteral("Pair rate of B"),
                                     QStringLiteral("pair rate of B"), 0.37};
        const FactSheet sheet = hopSheet(m_network, slow);
        QVERIFY(sheet.rows[1].highlighted);
        QCOMPARE(sheet.rows[1].strongCell, 3);
    }

    void distilledHopsShowWhatItBringsAndCosts()
    {
        QVERIFY(distillationSheet(m_network, demand()).rows.empty());
        engine::DemandResult distilled = demand();
        engine::Hop& hop = distilled.hops[1];
        hop.distillations = 2;
        hop.heraldedFidelity = 0.9;
        hop.heraldedRate = 40_Hz;
        hop.state = engine::werner(0.97);
        hop.rate = 8_Hz;
        const FactSheet sheet = distillationSheet(m_network, distilled);
        QCOMPARE(sheet.rows.size(), std::size_t(1));
        const char* expected[]{"2", "0.900", "0.970"};
        for (std::size_t i = 0; i < 3; ++i) QCOMPARE(sheet.rows[0].cells[i + 1], QString::fromLatin1(expected[i]));
        QVERIFY(sheet.rows[0].tip.contains(QStringLiteral("leaves 8.0 of 40 ebit/s")));
        hop.distillationKind = engine::DistillationKind::Pumped;
        QCOMPARE(distillationSheet(m_network, distilled).rows[0].cells[1], QStringLiteral("2 pumped"));
    }

    void anUnroutedDemandShowsOnlyTheReason()
    {
        engine::DemandResult cut;
        cut.reason = QStringLiteral("No route.");
        const auto facts = demandFacts(m_network, m_evaluation, cut);
        QCOMPARE(facts.size(), std::size_t(1));
        QCOMPARE(facts[0].value, cut.reason);
    }

    void lossTermsAreShownWithTheirFormula()
    {
        engine::LinkResult link;
        link.budget = {{QStringLiteral("Fiber"), 20_dB, QStringLiteral("0.2 dB/km × 100 km")}};
        const FactSheet sheet = lossSheet(link);
        QCOMPARE(sheet.rows[0].cells[1], QStringLiteral("20.0"));
        QCOMPARE(sheet.rows[0].tip, QStringLiteral("0.2 dB/km × 100 km"));
    }

    void costRowsAreInMillions()
    {
        const FactSheet sheet = costSheet(m_evaluation.cost);
        QCOMPARE(sheet.rows[0].cells, (std::vector<QString>{QStringLiteral("Processor"), QStringLiteral("2"), QStringLiteral("4.00"), QStringLiteral("0.42")}));
    }
};

BELLWEAVE_TEST(ReachedTest)
#include "reached_test.moc"
