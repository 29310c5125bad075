// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspector/inspector_fixture.h"
#include "ui/inspector/inspector_head.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class InspectorTest : public InspectorFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { start(); }

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

    void fieldsThatDoNotCountAreLeftOutUntilTheyDo()
    {
        const auto isShown = [this](const char* path) { return !row(QString::fromLatin1(path)).isHidden(); };
        m_session->select(ElementRef(DemandId(1)));
        QVERIFY(isShown("min_fidelity") && isShown("min_rate_hz") && !isShown("min_key_rate_bps") && !isShown("protocol/key_exchange"));
        QVERIFY(!isShown("protocol/code_qubits") && !isShown("protocol/code_blocks") && !isShown("protocol/key_block"));
        const auto set = [this](const char* path, const char* text) {
            m_session->push(*setField(m_session->network(), DemandId(1), QString::fromLatin1(path), QString::fromLatin1(text)), QStringLiteral("set"));
        };
        set("purpose", "secret-key");
        QVERIFY(!isShown("min_fidelity") && !isShown("min_rate_hz") && isShown("min_key_rate_bps") && isShown("protocol/key_exchange"));
        set("protocol/repeaters", "one-way");
        QVERIFY(!isShown("protocol/code_qubits") && isShown("protocol/code_blocks"));
        set("protocol/key_bound", "serfling");
        QVERIFY(isShown("protocol/key_block"));
        m_session->undoStack().undo();
        QVERIFY(!isShown("protocol/key_block"));
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
};

BELLWEAVE_TEST(InspectorTest)
#include "inspector_test.moc"
