// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_settings.h"
#include "ui/inspector/field_form.h"
#include "ui/inspector/field_label.h"
#include "ui/inspector/inspector_head.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/quantity_edit.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QMouseEvent>
#include <QPlainTextEdit>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

const QString kLength = QStringLiteral("fiber/length_m");
const QString kAttenuation = QStringLiteral("fiber/attenuation_db_per_km");

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<InspectorPanel> m_panel;

    QuantityEdit& quantity(const QString& path)
    {
        auto* edit = qobject_cast<QuantityEdit*>(row(path).editor());
        Q_ASSERT_X(edit, "quantity", "the field is a quantity");
        return *edit;
    }
    FieldRowView& row(const QString& path)
    {
        FieldRowView* found = m_panel->form()->row(path);
        if (!found) qFatal("no field %s", qPrintable(path));
        return *found;
    }
    void type(const QString& path, const QString& text)
    {
        QuantityEdit& edit = quantity(path);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }
    void enter(const QString& path) { QTest::keyClick(&quantity(path), Qt::Key_Return); }
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
    std::uint32_t lastSite() const { return m_session->network().sites.rows().back()->id.number(); }
    const FiberLink& fiber(std::uint32_t id = 1) { return std::get<FiberLink>(m_session->network().links.find(LinkId(id))->kind); }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void init()
    {
        m_panel.reset();    // it shows the session, so it goes first
        m_session = std::make_unique<Session>();
        m_session->open(test::aChain(2), {});
        m_panel = std::make_unique<InspectorPanel>(*m_session);
        m_panel->resize(332, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_session->select(ElementRef(LinkId(1)));
    }

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

    void severalLinksAreEditedInOneStep()
    {
        Selection both;
        both.links = {LinkId(1), LinkId(2)};
        m_session->select(both);
        type(kLength, QStringLiteral("40 km"));
        enter(kLength);
        QCOMPARE(fiber(1).length->si(), 40e3);
        QCOMPARE(fiber(2).length->si(), 40e3);
        QCOMPARE(m_session->undoStack().count(), 1);
        m_session->select(ElementRef(LinkId(2)));
        type(kLength, QStringLiteral("50 km"));
        enter(kLength);
        m_session->select(both);
        QCOMPARE(quantity(kLength).placeholderText(), QStringLiteral("mixed"));
    }

    void elementsOfSeveralKindsShareWhatAllHave()
    {
        Selection mixture;
        mixture.sites = {SiteId(2)};
        mixture.links = {LinkId(1), LinkId(2)};
        m_session->select(mixture);
        QVERIFY(!m_panel->form()->row(kAttenuation));
        auto* down = qobject_cast<QCheckBox*>(row(QStringLiteral("down")).editor());
        QVERIFY(down && down->checkState() == Qt::Unchecked);
        down->click();
        QVERIFY(m_session->network().sites.find(SiteId(2))->down);
        QVERIFY(m_session->network().links.find(LinkId(2))->down);
        QCOMPARE(m_session->undoStack().count(), 1);
        m_session->select(ElementRef(LinkId(2)));
        qobject_cast<QCheckBox*>(row(QStringLiteral("down")).editor())->click();
        m_session->select(mixture);
        QCOMPARE(qobject_cast<QCheckBox*>(row(QStringLiteral("down")).editor())->checkState(), Qt::PartiallyChecked);
    }

    void sitesOfOneRoleShowWhereTheyDifferAndAreSetAtOnce()
    {
        const QString memory = QStringLiteral("processor/memory/t2_s");
        m_session->select(ElementRef(SiteId(1)));
        type(memory, QStringLiteral("0.3 s"));
        enter(memory);
        QVERIFY2(row(memory).message().isEmpty(), qPrintable(row(memory).message()));
        QCOMPARE(m_session->undoStack().count(), 1);
        Selection ends;
        ends.sites = {SiteId(1), SiteId(lastSite())};
        m_session->select(ends);
        QCOMPARE(quantity(memory).placeholderText(), QStringLiteral("mixed"));
        type(memory, QStringLiteral("2*0,25 s"));
        enter(memory);
        for (const SiteId site : ends.sites)
            QCOMPARE(m_session->network().sites.find(site)->processor->hardware.memory.coherenceTime.si(), 0.5);
        QCOMPARE(m_session->undoStack().count(), 2);
        m_session->undoStack().undo();
        QCOMPARE(m_session->network().sites.find(SiteId(1))->processor->hardware.memory.coherenceTime.si(), 0.3);
    }

    void aProcessorAndARepeaterShareTheFieldsOfTheirHardware()
    {
        const QString memory = QStringLiteral("processor/memory/t2_s");
        Selection both;
        both.sites = {SiteId(1), SiteId(2)};
        m_session->select(both);
        QVERIFY(!m_panel->form()->row(QStringLiteral("processor/qubits")));
        type(memory, QStringLiteral("0.25 s"));
        enter(memory);
        QVERIFY2(row(memory).message().isEmpty(), qPrintable(row(memory).message()));
        for (const SiteId site : both.sites)
            QCOMPARE(hardwareOf(*m_session->network().sites.find(site))->memory.coherenceTime.si(), 0.25);
        QCOMPARE(m_session->undoStack().count(), 1);
        m_session->select(ElementRef(SiteId(2)));
        const QString repeater = QStringLiteral("repeater/memory/t2_s");
        type(repeater, QStringLiteral("0.5 s"));
        enter(repeater);
        m_session->select(both);
        QCOMPARE(quantity(memory).placeholderText(), QStringLiteral("mixed"));
    }

    void equipmentCanBeChanged()
    {
        m_session->select(ElementRef(SiteId(2)));
        QVERIFY(m_panel->form()->row(QStringLiteral("repeater/memory/t2_s")));
        auto* choice = m_panel->form()->findChild<QWidget*>(QStringLiteral("kindChoice"))->findChild<QComboBox*>();
        QVERIFY(choice);
        QCOMPARE(choice->currentText(), QStringLiteral("Repeater"));
        Q_EMIT choice->activated(0);
        QVERIFY(m_session->network().sites.find(SiteId(2))->processor);
        QVERIFY(m_panel->form()->row(QStringLiteral("processor/memory/t2_s")));
    }

    void nameIsEditedInTheHead()
    {
        auto* name = m_panel->findChild<QLineEdit*>(QStringLiteral("elementName"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Backbone"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_session->network().links.find(LinkId(1))->name, QStringLiteral("Backbone"));
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    void escapeInTheNameTakesItBack()
    {
        auto* name = m_panel->findChild<QLineEdit*>(QStringLiteral("elementName"));
        const QString before = name->text();
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Backbone"));
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), before);
        m_panel->form()->setFocus();
        quantity(kLength).setFocus();
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void escapeInATextTakesItBack()
    {
        m_session->select(Selection());
        auto* question = qobject_cast<QPlainTextEdit*>(row(QStringLiteral("question")).editor());
        QVERIFY(question);
        question->setFocus();
        QTest::keyClicks(question, QStringLiteral("What if?"));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(question->toPlainText().isEmpty());
        m_panel->form()->setFocus();
        QVERIFY(m_session->network().general().question.isEmpty());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void nothingSelectedShowsTheDesign()
    {
        m_session->select(Selection());
        QVERIFY(m_panel->form()->row(QStringLiteral("settings/route_factor")));
        QVERIFY(m_panel->form()->row(QStringLiteral("costs/repeater_eur")));
    }

    void everyFieldSaysWhatItMeans()
    {
        for (const ElementRef& element : {ElementRef(SiteId(1)), ElementRef(SiteId(2)), ElementRef(LinkId(1)), ElementRef(DemandId(1)), ElementRef()}) {
            m_session->select(element);
            for (const FieldRowView* view : m_panel->form()->findChildren<FieldRowView*>()) {
                QVERIFY2(view->toolTip().contains(view->field().row->help.toHtmlEscaped().left(20)), qPrintable(view->field().path));
                QVERIFY2(!view->editor()->accessibleName().isEmpty(), qPrintable(view->field().path));
            }
        }
    }

    void movingASiteKeepsTheForm()
    {
        m_session->select(ElementRef(SiteId(2)));
        const FieldForm* form = m_panel->form();
        const int gesture = m_session->beginGesture();
        QElapsedTimer clock;
        clock.start();
        for (int move = 1; move <= 50; ++move)
            m_session->push(moveSites(m_session->network(), {{SiteId(2), {50.0, 0.5 + 0.01 * move}}}), QStringLiteral("Move"), gesture);
        const double perMove = double(clock.nsecsElapsed()) / 50e6;
        qInfo("inspector refresh: %.2f ms a move", perMove);
        QVERIFY(perMove < 16.0);
        QCOMPARE(m_panel->form(), form);
    }

private:
    test::TestSettings m_settings;
};

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
