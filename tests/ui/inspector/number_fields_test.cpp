// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of numbers: typing, stepping, scrubbing, units.
#include "tests/ui/inspector/inspector_fixture.h"
#include "ui/inspector/field_label.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QMouseEvent>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class NumberFieldsTest : public InspectorFixture {
    Q_OBJECT
    FieldLabel* pressedLabel()
    {
        auto* label = row(kAttenuation).findChild<FieldLabel*>();
        QTest::mousePress(label, Qt::LeftButton, {}, QPoint(20, 10));
        return label;
    }
    /// Moves the pressed mouse to this many px from where it was pressed.
    static void moveTo(FieldLabel& label, int distance, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint at(20 + distance, 10);
        QMouseEvent move(QEvent::MouseMove, at, label.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&label, &move);
    }
    void scrub(const std::vector<int>& distances, Qt::KeyboardModifiers modifiers = {})
    {
        FieldLabel* label = pressedLabel();
        for (const int distance : distances) moveTo(*label, distance, modifiers);
        QTest::mouseRelease(label, Qt::LeftButton, modifiers, QPoint(20 + distances.back(), 10));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { start(); }

    void typedLengthIsOneUndoStep()
    {
        type(kLength, QStringLiteral("45 km"));
        enter(kLength);
        QCOMPARE(fiber().length->si(), 45e3);
        QCOMPARE(m_session->undoStack().count(), 1);
        QCOMPARE(quantity(kLength).text(), QStringLiteral("45"));
        QCOMPARE(quantity(kLength).unitSymbol(), QStringLiteral("km"));
        m_session->undoStack().undo();
        QVERIFY(!fiber().length);
    }

    void bareNumbersCountInTheUnitShown()
    {
        type(kLength, QStringLiteral("45 km"));
        enter(kLength);
        type(kLength, QStringLiteral("2*118,5"));
        enter(kLength);
        QCOMPARE(fiber().length->si(), 237e3);
    }

    void badTextKeepsTheLastValueAndSaysWhy()
    {
        const double before = fiber().attenuation.si();
        type(kAttenuation, QStringLiteral("-3"));
        enter(kAttenuation);
        QCOMPARE(fiber().attenuation.si(), before);
        QCOMPARE(quantity(kAttenuation).text(), QStringLiteral("-3"));
        QVERIFY(quantity(kAttenuation).isRefused());
        QVERIFY(!row(kAttenuation).message().isEmpty());
        QCOMPARE(m_session->undoStack().count(), 0);
        QTest::keyClick(&quantity(kAttenuation), Qt::Key_Escape);
        QVERIFY(!quantity(kAttenuation).isRefused());
        QVERIFY(row(kAttenuation).message().isEmpty());
        QCOMPARE(quantity(kAttenuation).text(), QStringLiteral("0.2"));
    }

    void refusedTextSurvivesNewNumbers()
    {
        type(kAttenuation, QStringLiteral("banana"));
        enter(kAttenuation);
        m_session->push(moveSites(m_session->network(), {{SiteId(1), {51.0, 1.0}}}), QStringLiteral("Move"));
        QTRY_VERIFY(!m_session->isStale());
        QCOMPARE(quantity(kAttenuation).text(), QStringLiteral("banana"));
    }

    void typingIsNotDisturbedByNumbersOrEdits()
    {
        type(kLength, QStringLiteral("4"));
        m_session->push(renameElement(m_session->network(), LinkId(1), QStringLiteral("Cable")), QStringLiteral("Rename"));
        QTRY_VERIFY(!m_session->isStale());
        QCOMPARE(quantity(kLength).text(), QStringLiteral("4"));
        QVERIFY(quantity(kLength).hasFocus());
    }

    void leavingTheFieldCommits()
    {
        type(kAttenuation, QStringLiteral("0,25 dB/km"));
        quantity(kLength).setFocus();
        QCOMPARE(fiber().attenuation.si(), 0.25);
    }

    void arrowKeysStepTheLastDigitInOneUndoStep()
    {
        quantity(kAttenuation).setFocus();
        QTest::keyClick(&quantity(kAttenuation), Qt::Key_Up);
        QTest::keyClick(&quantity(kAttenuation), Qt::Key_Up);
        QVERIFY(std::abs(fiber().attenuation.si() - 0.4) < 1e-12);
        QTest::keyClick(&quantity(kAttenuation), Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(std::abs(fiber().attenuation.si() - 1.4) < 1e-12);
        QCOMPARE(m_session->undoStack().count(), 1);
        QTest::keyClick(&quantity(kAttenuation), Qt::Key_Escape);
        QCOMPARE(fiber().attenuation.si(), 0.2);
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void draggingTheNameScrubsLiveInOneUndoStep()
    {
        scrub({30, 36});
        QVERIFY2(std::abs(fiber().attenuation.si() - 0.8) < 1e-12, qPrintable(QString::number(fiber().attenuation.si())));
        QCOMPARE(m_session->undoStack().count(), 1);
        m_session->undoStack().undo();
        QCOMPARE(fiber().attenuation.si(), 0.2);
        scrub({6, 12});
        QCOMPARE(m_session->undoStack().count(), 1);
        scrub({6});
        QCOMPARE(m_session->undoStack().count(), 2);    // each drag is a step of its own
    }

    void shiftScrubsTenTimesAsFar()
    {
        scrub({6}, Qt::ShiftModifier);
        QVERIFY(std::abs(fiber().attenuation.si() - 1.2) < 1e-12);
    }

    void escapeDuringTheDragTakesItBackAndEndsIt()
    {
        FieldLabel* label = pressedLabel();
        moveTo(*label, 18);
        QVERIFY(fiber().attenuation.si() > 0.4);
        QTest::keyClick(QWidget::keyboardGrabber(), Qt::Key_Escape);
        QCOMPARE(fiber().attenuation.si(), 0.2);
        QCOMPARE(m_session->undoStack().count(), 0);
        moveTo(*label, 30);
        QTest::mouseRelease(label, Qt::LeftButton);
        QCOMPARE(fiber().attenuation.si(), 0.2);
        QVERIFY(!QWidget::keyboardGrabber());
        QVERIFY(!QApplication::activePopupWidget());
    }

    void scrubbingSeveralLinksSetsAllInOneStep()
    {
        Selection both;
        both.links = {LinkId(1), LinkId(2)};
        m_session->select(both);
        scrub({6});
        QVERIFY(std::abs(fiber(1).attenuation.si() - 0.3) < 1e-12);
        QVERIFY(std::abs(fiber(2).attenuation.si() - 0.3) < 1e-12);
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    /// Small numbers have their prefix, and 500 s stay 500 s where minutes would need ten digits.
    void unitsAreThoseInWhichANumberIsShort()
    {
        QuantityEdit length(Dimension::Length);
        length.showValue(1.517e-6);
        QCOMPARE(length.text(), QStringLiteral("1.517"));
        QCOMPARE(length.unitSymbol(), QStringLiteral("µm"));
        QuantityEdit time(Dimension::Duration);
        time.showValue(500.0);
        QCOMPARE(time.text() + time.unitSymbol(), QStringLiteral("500s"));
        time.showValue(3e-8);
        QCOMPARE(time.text() + time.unitSymbol(), QStringLiteral("30ns"));
        time.showValue(600.0);
        QCOMPARE(time.text() + time.unitSymbol(), QStringLiteral("10min"));
    }

    /// The ends are 35.8 km apart.
    void aLengthBelowTheStraightLineIsRefusedAndTheLastOneCounts()
    {
        type(kLength, QStringLiteral("20 km"));
        enter(kLength);
        QVERIFY(!fiber().length);
        QCOMPARE(m_session->undoStack().count(), 0);
        QVERIFY2(row(kLength).message().startsWith(QStringLiteral("Shorter than the straight line (35.8 km")), qPrintable(row(kLength).message()));
    }

    void expressionsCountWithTheirUnits()
    {
        type(kLength, QStringLiteral("4*(10 + 1,5) km"));
        enter(kLength);
        QCOMPARE(fiber().length->si(), 46e3);
        type(kAttenuation, QStringLiteral("1/4"));
        enter(kAttenuation);
        QCOMPARE(fiber().attenuation.si(), 0.25);
        QCOMPARE(quantity(kAttenuation).text(), QStringLiteral("0.25"));    // an expression becomes its value
        QCOMPARE(m_session->undoStack().count(), 2);
    }

    void derivedLengthIsTheNumberTheEngineUses()
    {
        QTRY_VERIFY(m_session->evaluation() && !m_session->isStale());
        const double meters = m_session->evaluation()->find(LinkId(1))->length.si();
        QVERIFY(meters > 0.0);
        QVERIFY(quantity(kLength).text().isEmpty());
        QCOMPARE(quantity(kLength).placeholderText(), formatNumber(meters / 1000.0, 4));
        QVERIFY(quantity(kLength).font().italic());
        QVERIFY(!row(kLength).isMarked());
    }

    void typedLengthIsMarkedAndClearingItGoesBackToDerived()
    {
        type(kLength, QStringLiteral("45 km"));
        enter(kLength);
        QVERIFY(row(kLength).isMarked());
        quantity(kLength).selectAll();
        QTest::keyClick(&quantity(kLength), Qt::Key_Delete);
        enter(kLength);
        QVERIFY(!fiber().length);
        QVERIFY(!row(kLength).isMarked());
    }

    void resetBringsThePresetBack()
    {
        const double preset = fiber().attenuation.si();
        type(kAttenuation, QStringLiteral("0.5"));
        enter(kAttenuation);
        QVERIFY(row(kAttenuation).isMarked());
        Q_EMIT row(kAttenuation).resetWanted();
        QCOMPARE(fiber().attenuation.si(), preset);
        QVERIFY(!row(kAttenuation).isMarked());
        QCOMPARE(m_session->undoStack().count(), 2);
    }
};

BELLWEAVE_TEST(NumberFieldsTest)
#include "number_fields_test.moc"
