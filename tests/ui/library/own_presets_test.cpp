// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/frame/outline_model.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/library/library_model.h"
#include "ui/library/library_panel.h"
#include "ui/library/preset_sheet.h"
#include "ui/session/own_presets.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::aChain;

namespace {

/// Inspector and library of one session, with a site whose memory was typed.
struct Bench {
    Session session;
    QWidget window;
    InspectorPanel* inspector = new InspectorPanel(session, &window);
    LibraryPanel* library = new LibraryPanel(session, &window);
    QSignalSpy noticed{&session, &Session::noticed};

    Bench()
    {
        Network network = aChain(2);
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/memory/t2_s"), QStringLiteral("0.7 s")));
        session.open(std::move(network), {});
        window.resize(700, 700);
        inspector->setGeometry(0, 0, 340, 700);
        library->setGeometry(350, 0, 300, 700);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        session.select(ElementRef(SiteId(1)));
    }

    FieldRowView* presetRow() const { return inspector->findChild<FieldRowView*>(QStringLiteral("processor/preset")); }
    template<typename Dialog>
    Dialog* dialog() const
    {
        const auto open = window.findChildren<Dialog*>();
        return open.isEmpty() ? nullptr : open.back();
    }
    void save(const QString& name)
    {
        QTest::mouseClick(presetRow()->findChild<QToolButton*>(QStringLiteral("savePreset")), Qt::LeftButton);
        answer(name);
    }
    /// Types into the open question and presses Enter.
    void answer(const QString& name)
    {
        auto* question = dialog<QInputDialog>();
        QVERIFY(question);
        auto* line = question->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void choose(const QString& id)
    {
        const QModelIndex row = library->model().indexOf(QStringLiteral("node"), id);
        QVERIFY(row.isValid());
        library->tree().scrollTo(row);
        QTest::mouseClick(library->tree().viewport(), Qt::LeftButton, Qt::NoModifier, library->tree().visualRect(row).center());
        library->tree().setFocus();
    }
    QString lastNotice() const { return noticed.isEmpty() ? QString() : noticed.back().front().toString(); }
};

const QString kId = QStringLiteral("user-our-ion");

} // namespace

class OwnPresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QDir(OwnPresets::folder()).removeRecursively(); }
    void cleanup()
    {
        init();
        setUserPresets({});
    }

    void theInspectorKeepsValuesUnderAName()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        const Preset* preset = findPreset(QStringLiteral("node"), kId);
        QVERIFY2(preset && preset->isYours, qPrintable(bench.lastNotice()));
        QCOMPARE(preset->values.at(QStringLiteral("memory/t2_s")).value, 0.7);
        QVERIFY(QFile::exists(OwnPresets::folder() + u'/' + kId + QStringLiteral(".json")));
        QCOMPARE(bench.session.network().sites.find(SiteId(1))->processor->hardware.preset, kId);
        QCOMPARE(bench.session.undoStack().count(), 1);
        auto* choice = qobject_cast<QComboBox*>(bench.presetRow()->editor());
        QCOMPARE(choice->currentText(), QStringLiteral("Our ion (yours)"));
        const FieldRowView* memory = bench.inspector->findChild<FieldRowView*>(QStringLiteral("processor/memory/t2_s"));
        QVERIFY2(!memory->isMarked(), "what the preset says is not typed any more");
    }

    void theLibraryListsItAsYours()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        const QModelIndex row = bench.library->model().indexOf(QStringLiteral("node"), kId);
        QVERIFY(row.isValid());
        QCOMPARE(row.data(OutlineModel::FirstDetailRole).toString(), QStringLiteral("yours"));
        bench.choose(kId);
        QVERIFY(bench.library->sheet().toPlainText().contains(QStringLiteral("Yours")));
    }

    void aNewSessionReadsItAtItsStart()
    {
        {
            Bench bench;
            bench.save(QStringLiteral("Our ion"));
        }
        setUserPresets({});
        Session later;
        later.ownPresets().load();
        QVERIFY(findPreset(QStringLiteral("node"), kId));
    }

    void aNameTakenIsRefusedAndNothingIsLost()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        bench.save(QStringLiteral("Our ion"));
        QVERIFY2(bench.lastNotice().contains(QStringLiteral("already")), qPrintable(bench.lastNotice()));
        QCOMPARE(QDir(OwnPresets::folder()).entryList(QDir::Files).size(), 1);
    }

    void f2Renames()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        bench.choose(kId);
        QTest::keyClick(&bench.library->tree(), Qt::Key_F2);
        bench.answer(QStringLiteral("Better ion"));
        QCOMPARE(findPreset(QStringLiteral("node"), kId)->label, QStringLiteral("Better ion"));
        QCOMPARE(bench.session.network().sites.find(SiteId(1))->processor->hardware.preset, kId);
        QCOMPARE(bench.library->model().preset(bench.library->tree().currentIndex())->id, kId);
    }

    void deleteAsksAndTheDesignKeepsItsNumbers()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        const NodeHardware before = bench.session.network().sites.find(SiteId(1))->processor->hardware;
        bench.choose(kId);
        QTest::keyClick(&bench.library->tree(), Qt::Key_Delete);
        auto* question = bench.dialog<QMessageBox>();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(findPreset(QStringLiteral("node"), kId));
        QTest::keyClick(&bench.library->tree(), Qt::Key_Delete);
        question = bench.dialog<QMessageBox>();
        for (QAbstractButton* button : question->buttons())
            if (button->text() == QStringLiteral("Delete")) QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!findPreset(QStringLiteral("node"), kId));
        QVERIFY(QDir(OwnPresets::folder()).entryList(QDir::Files).isEmpty());
        QVERIFY(bench.session.network().sites.find(SiteId(1))->processor->hardware == before);
        QCOMPARE(qobject_cast<QComboBox*>(bench.presetRow()->editor())->currentText(), kId + QStringLiteral(" (unknown here)"));
    }

    void shippedPresetsStay()
    {
        Bench bench;
        bench.choose(QStringLiteral("nv-diamond-2026"));
        QTest::keyClick(&bench.library->tree(), Qt::Key_Delete);
        QTest::keyClick(&bench.library->tree(), Qt::Key_F2);
        QVERIFY(!bench.dialog<QMessageBox>() && !bench.dialog<QInputDialog>());
        QCOMPARE(bench.session.network().sites.size(), std::size_t(3));
    }

    void aFileThatCannotBeReadIsNamedAndTheRestLoads()
    {
        Bench bench;
        bench.save(QStringLiteral("Our ion"));
        QFile broken(OwnPresets::folder() + QStringLiteral("/broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{ not json");
        broken.close();
        bench.session.ownPresets().load();
        QVERIFY(findPreset(QStringLiteral("node"), kId));
        QVERIFY2(bench.library->problems().contains(QStringLiteral("broken.json")), qPrintable(bench.library->problems()));
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(OwnPresetsTest)
#include "own_presets_test.moc"
