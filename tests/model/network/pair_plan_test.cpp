// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/pair_plan.h"
#include "model/network/rules.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace bellweave;
using namespace bellweave::literals;

class PairPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"1", "1 + 2", "1 + 2 + 3 + 4", "(1 + 2) + 3", "1 + (2 + 3)", "(1 + 2) within 5 ms", "(1 + 2) + (3 + 4)",
                                 "1 nested 2", "1 pumped 3 + 2", "((1 nested 2 + 2) within 5 ms + 3) pumped 1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void readsWhatItWrites()
    {
        QFETCH(QString, text);
        const Result<PairPlan> plan = parsePairPlan(text);
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().sentence));
        QCOMPARE(pairPlanText(plan.value()).replace(QChar(0x2009), u' '), text);
        QCOMPARE(parsePairPlan(pairPlanText(plan.value())).value(), plan.value());
    }

    void understandsOtherSpellings()
    {
        const PairPlan plain = parsePairPlan(QStringLiteral("((1 Nested 2 + 2) within 5 ms + 3) pumped 1")).value();
        QCOMPARE(parsePairPlan(QStringLiteral("((1nested2+2)within 0.005s+3)PUMPED 1 ")).value(), plain);
        QCOMPARE(parsePairPlan(QStringLiteral("((1 nested 2 + 2) within 5000 µs + 3) pumped 1")).value(), plain);
        QCOMPARE(parsePairPlan(QStringLiteral("(((1 nested 2) + 2) within 5e-3 s + 3) pumped 1")).value(), plain);
    }

    void saysWhereATextIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("what");
        QTest::newRow("empty") << "" << "no hop";
        QTest::newRow("hop left out") << "1 + 3" << "hop 3 where hop 2 is next";
        QTest::newRow("hop twice") << "1 + 1" << "hop 1 where hop 2 is next";
        QTest::newRow("open") << "(1 + 2" << "a bracket without its end";
        QTest::newRow("closed twice") << "(1 + 2))" << "something between the parts";
        QTest::newRow("wait of a link") << "1 within 5 ms" << "a wait for something else";
        QTest::newRow("wait of three") << "(1 + 2 + 3) within 5 ms" << "a wait for something else";
        QTest::newRow("no time") << "(1 + 2) within 5 km" << "“5 km” for a time";
        QTest::newRow("no rounds") << "1 nested" << "a number of rounds";
        QTest::newRow("too many rounds") << "1 pumped 9" << "a number of rounds that is not 1 to 8";
        QTest::newRow("deep") << QString(500, u'(') << "too many brackets";
    }
    void saysWhereATextIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, what);
        const Result<PairPlan> plan = parsePairPlan(text);
        QVERIFY(!plan);
        QVERIFY2(plan.error().sentence.contains(what), qPrintable(plan.error().sentence));
    }

    void ordersByName()
    {
        QCOMPARE(pairPlanText(plainPlan(1)), QStringLiteral("1"));
        QCOMPARE(pairPlanText(plainPlan(3)), QStringLiteral("1 + 2 + 3"));
        QCOMPARE(pairPlanText(sequentialPlan(4)), QStringLiteral("((1 + 2) + 3) + 4"));
        QCOMPARE(pairPlanText(nestedPlan(5)), QStringLiteral("(1 + 2) + (3 + (4 + 5))"));
        QCOMPARE(nestedPlan(17).hops(), std::size_t{17});
    }

    void aDemandDoesNotTakeAWrongPlan()
    {
        Demand demand;
        QVERIFY(!brokenRule(demand));
        demand.protocol.plan = QStringLiteral("(1 + 2");
        QCOMPARE(brokenRule(demand)->where, QStringLiteral("protocol/plan"));
    }
};

BELLWEAVE_TEST(PairPlanTest)
#include "pair_plan_test.moc"
