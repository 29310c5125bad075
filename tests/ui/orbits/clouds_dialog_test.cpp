// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/clouds_dialog.h"
#include "tests/support/test_program.h"

#include "model/network/clear_sky.h"
#include "tests/support/sky_designs.h"
#include "tests/support/test_settings.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

/// A place that is clear in 40 % of its nights and 20 % of its days.
QByteArray twoPlaces()
{
    QByteArray text = "station,month,hour,n,p_total_le_2\n";
    for (int month = 1; month <= 12; ++month)
        for (int hour = 1; hour <= 24; ++hour) text += "north," + QByteArray::number(month) + ',' + QByteArray::number(hour) + ",30," + (hour >= 19 || hour <= 6 ? "0.4" : "0.2") + '\n';
    for (int hour = 1; hour <= 24; ++hour) text += "south,1," + QByteArray::number(hour) + ",30,0.5\n";
    return text;
}

bool canAccept(const CloudsDialog& dialog)
{
    for (QAbstractButton* button : dialog.buttons().buttons())
        if (dialog.buttons().buttonRole(button) == QDialogButtonBox::AcceptRole) return button->isEnabled();
    return false;
}

} // namespace

class CloudsDialogTest : public QObject {
    Q_OBJECT

    test::TestSettings m_settings;

private Q_SLOTS:
    void aStationGetsTheChancesOfAPlaceByNight()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, Orbit());
        Session session;
        session.open(design.network, QString());
        CloudsDialog dialog(session, design.first, *readCloudFile(twoPlaces()));
        QVERIFY(!dialog.night().isChecked());    // the station works by day too
        dialog.night().setChecked(true);
        QVERIFY(canAccept(dialog));
        dialog.accept();
        for (const double chance : clearSkyOf(*session.network().sites.find(design.first))) QVERIFY(std::abs(chance - 0.4) < 1e-6);
        QCOMPARE(session.undoStack().count(), 1);
        for (const double chance : clearSkyOf(*session.network().sites.find(design.second))) QCOMPARE(chance, 1.0);
    }

    void aPlaceWithMissingMonthsIsRefused()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, Orbit());
        Session session;
        session.open(design.network, QString());
        CloudsDialog dialog(session, design.first, *readCloudFile(twoPlaces()));
        dialog.places().setCurrentIndex(dialog.places().findText(QStringLiteral("south")));
        QVERIFY(!canAccept(dialog));
        QVERIFY(!dialog.clearSky());
        dialog.accept();
        QCOMPARE(session.undoStack().count(), 0);
    }
};

BELLWEAVE_TEST(CloudsDialogTest)
#include "clouds_dialog_test.moc"
