// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/validation/validation_dialog.h"
#include "tests/support/test_program.h"

#include "tests/support/scripted_prompter.h"
#include "tests/support/test_settings.h"
#include "ui/session/file_actions.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/validation/validation_model.h"
#include "ui/validation/validation_plot.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// The shown dialog with all rows computed.
struct Shown {
    Session session;
    ScriptedPrompter prompter;
    FileActions files{session, prompter};
    ValidationDialog dialog{files};

    Shown()
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.model().rowCount() > 0, 20000);
    }
    int rows() const { return dialog.table().model()->rowCount(); }
    QString cell(int row, int column) const { return dialog.table().model()->index(row, column).data().toString(); }
    QPushButton& open() const
    {
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Open as design")) return *button;
        qFatal("no button opens a design");
    }
};

} // namespace

class ValidationDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void everyRowOfTheEngineIsListedWithItsVerdict()
    {
        Shown shown;
        const auto expected = engine::validate();
        QCOMPARE(shown.rows(), static_cast<int>(expected.size()));
        for (int row = 0; row < shown.rows(); ++row) {
            const auto& each = expected[static_cast<std::size_t>(row)];
            QCOMPARE(shown.cell(row, ValidationModel::Name), each.id);
            QCOMPARE(shown.cell(row, ValidationModel::Verdict), agreementText(each.agreement));
            QCOMPARE(shown.cell(row, ValidationModel::Inputs).contains(QStringLiteral("remembered")), each.inputsRemembered);
        }
    }

    void rowsAreFilteredByPartAndByWords()
    {
        Shown shown;
        auto* part = shown.dialog.findChild<QComboBox*>();
        part->setCurrentIndex(static_cast<int>(ValidationPart::Misses));
        for (int row = 0; row < shown.rows(); ++row) QCOMPARE(shown.cell(row, ValidationModel::Verdict), QStringLiteral("fails"));
        part->setCurrentIndex(static_cast<int>(ValidationPart::Experiments));
        const int experiments = shown.rows();
        QVERIFY(experiments > 0 && experiments < shown.dialog.model().rowCount());
        QTest::keyClicks(shown.dialog.findChild<QLineEdit*>(), QStringLiteral("humphreys fidelity"));
        QVERIFY(shown.rows() > 0 && shown.rows() < experiments);
        for (int row = 0; row < shown.rows(); ++row) QVERIFY(shown.cell(row, ValidationModel::Name).contains(QStringLiteral("humphreys")));
    }

    void aClickOnAPointOfThePlotChoosesItsRow()
    {
        Shown shown;
        const auto plots = shown.dialog.findChildren<ValidationPlot*>();
        QCOMPARE(plots.size(), 2);
        QVERIFY(plots[0]->points() > 0 && plots[1]->points() > 0);
        const QString id = QStringLiteral("humphreys2018/rate_hz");
        const auto place = plots[0]->pointOf(id);
        QVERIFY(place);
        shown.dialog.findChild<QComboBox*>()->setCurrentIndex(static_cast<int>(ValidationPart::Exact));
        QTest::mouseClick(plots[0], Qt::LeftButton, {}, place->toPoint());
        QCOMPARE(shown.cell(shown.dialog.table().currentIndex().row(), ValidationModel::Name), id);
        plots[0]->setFocus();
        QTest::keyClick(plots[0], Qt::Key_Right);
        QVERIFY(shown.cell(shown.dialog.table().currentIndex().row(), ValidationModel::Name) != id || plots[0]->points() == 1);
    }

    void anExperimentOpensAsADesignAndAnExactResultDoesNot()
    {
        Shown shown;
        QVERIFY(!shown.open().isEnabled());
        QTest::keyClicks(shown.dialog.findChild<QLineEdit*>(), QStringLiteral("humphreys2018/rate"));
        shown.dialog.table().setCurrentIndex(shown.dialog.table().model()->index(0, 0));
        QVERIFY(shown.open().isEnabled());
        QTest::mouseClick(&shown.open(), Qt::LeftButton);
        QVERIFY(!shown.dialog.isVisible());
        QVERIFY(!shown.session.network().links.empty());
        QVERIFY(shown.session.path().isEmpty());
    }

private:
    TestSettings m_settings;
};

BELLWEAVE_TEST(ValidationDialogTest)
#include "validation_dialog_test.moc"
