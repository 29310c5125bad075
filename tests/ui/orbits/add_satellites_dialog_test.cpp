// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/add_satellites_dialog.h"
#include "tests/support/test_program.h"

#include "tests/support/made_up_satellites.h"
#include "tests/support/sky_designs.h"
#include "tests/support/test_settings.h"
#include "ui/orbits/track_preview.h"
#include "ui/session/session.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

const QString kElements = QStringLiteral("MADE UP 1\n") + test::madeUpLines(10.82419157, 0.1859667, 34.2682).join(u'\n') + u'\n';

} // namespace

class AddSatellitesDialogTest : public QObject {
    Q_OBJECT

    test::TestSettings m_settings;

    static bool canAdd(const AddSatellitesDialog& dialog)
    {
        for (const QAbstractButton* button : dialog.buttons().buttons())
            if (dialog.buttons().buttonRole(const_cast<QAbstractButton*>(button)) == QDialogButtonBox::AcceptRole) return button->isEnabled();
        return false;
    }
    static std::vector<const Site*> satellitesOf(const Network& network)
    {
        std::vector<const Site*> all;
        for (const Site& site : network.sites)
            if (site.orbit) all.push_back(&site);
        return all;
    }

private Q_SLOTS:
    void aTypedOrbitIsAddedWithLinksToEveryStation()
    {
        Session session;
        session.open(test::DualDownlink({52.0, 4.0}, {48.2, 16.4}, Orbit()).network, QString());
        AddSatellitesDialog dialog(session);
        QVERIFY(canAdd(dialog));
        QCOMPARE(dialog.preview().shownTracks(), 1);
        dialog.accept();
        QCOMPARE(satellitesOf(session.network()).size(), std::size_t{2});
        const Site& added = *satellitesOf(session.network()).back();
        QCOMPARE(added.orbit->altitude.si(), 500e3);
        int links = 0;
        for (const Link& link : session.network().links) links += link.from == added.id || link.to == added.id ? 1 : 0;
        QCOMPARE(links, 2);
        QCOMPARE(session.currentElement(), ElementRef(added.id));
        session.undoStack().undo();
        QCOMPARE(satellitesOf(session.network()).size(), std::size_t{1});
        QCOMPARE(session.network().links.size(), std::size_t{2});
    }

    void pastedElementsBecomeSatellitesOfThatOrbit()
    {
        Session session;
        AddSatellitesDialog dialog(session);
        dialog.setElementsText(kElements);
        QCOMPARE(dialog.elementsList().topLevelItemCount(), 1);
        QVERIFY(canAdd(dialog));
        dialog.accept();
        const Site& added = *satellitesOf(session.network()).front();
        QCOMPARE(added.name, QStringLiteral("MADE UP 1"));
        QCOMPARE(added.orbit->kind, OrbitKind::Elements);
        QVERIFY(std::abs(added.orbit->inclination - 34.2682) < 1e-6 && std::abs(added.orbit->eccentricity - 0.1859667) < 1e-9);
        QVERIFY(std::abs(added.orbit->meanMotion - 10.82419157) < 1e-7);
    }

    void whatCannotBeReadIsSaidAndNothingIsAdded()
    {
        Session session;
        AddSatellitesDialog dialog(session);
        dialog.setElementsText(QStringLiteral("what is this?"));
        QVERIFY(!canAdd(dialog) && !dialog.sentence().text().isEmpty());
        QString broken = kElements;
        QChar& digit = broken[broken.size() - 2];    // the check digit of the second line
        digit = digit == u'9' ? u'0' : QChar(digit.unicode() + 1);
        dialog.setElementsText(broken);
        QVERIFY(!canAdd(dialog));
        QVERIFY2(dialog.sentence().text().contains(QStringLiteral("check"), Qt::CaseInsensitive), qPrintable(dialog.sentence().text()));
        dialog.setElementsText(broken + kElements);
        QVERIFY(canAdd(dialog));
        QVERIFY2(dialog.sentence().text().contains(QStringLiteral("Left out")), qPrintable(dialog.sentence().text()));
    }

    void aDroppedFileIsRead()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("one.tle")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kElements.toUtf8());
        file.close();
        Session session;
        AddSatellitesDialog dialog(session);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &drop);
        QCOMPARE(dialog.tabs().currentIndex(), int(AddSatellitesDialog::ElementsPage));
        QCOMPARE(dialog.elementsList().topLevelItemCount(), 1);
        dialog.openFile(folder.filePath(QStringLiteral("missing.tle")));
        QVERIFY(canAdd(dialog));    // what was read before stays
    }

    void untickedSatellitesStayOut()
    {
        Session session;
        AddSatellitesDialog dialog(session);
        QString second = kElements;
        dialog.setElementsText(kElements + second);
        dialog.elementsList().topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        dialog.accept();
        QCOMPARE(satellitesOf(session.network()).size(), std::size_t{1});
    }

    void aConstellationIsOneStepOfUndo()
    {
        Session session;
        session.open(test::DualDownlink({52.0, 4.0}, {48.2, 16.4}, Orbit()).network, QString());
        AddSatellitesDialog dialog(session);
        dialog.showPage(AddSatellitesDialog::ConstellationPage);
        QCOMPARE(dialog.preview().shownDots(), 24);
        dialog.accept();
        QCOMPARE(satellitesOf(session.network()).size(), std::size_t{25});
        QCOMPARE(session.network().links.size(), std::size_t{2 + 48});
        QCOMPARE(session.undoStack().count(), 1);
    }

    void aPatternThatCannotBeIsRefusedInASentence()
    {
        Session session;
        AddSatellitesDialog dialog(session);
        dialog.showPage(AddSatellitesDialog::ConstellationPage);
        const auto boxes = dialog.findChildren<QSpinBox*>();
        const auto total = std::find_if(boxes.begin(), boxes.end(), [](const QSpinBox* box) { return box->accessibleName() == QStringLiteral("Satellites"); });
        QVERIFY(total != boxes.end());
        (*total)->setValue(25);
        QVERIFY(!canAdd(dialog));
        QVERIFY2(dialog.sentence().text().contains(QStringLiteral("3 planes")), qPrintable(dialog.sentence().text()));
        dialog.accept();
        QVERIFY(session.network().sites.empty());
    }
};

BELLWEAVE_TEST(AddSatellitesDialogTest)
#include "add_satellites_dialog_test.moc"
