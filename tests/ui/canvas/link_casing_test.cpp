// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"
#include "tests/support/test_program.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/link_item.h"
#include "ui/canvas/network_scene.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

constexpr int kSide = 200;

/// Two links that cross in the middle of a picture whose ground has the color of coasts.
struct Crossing {
    Network network;
    LinkId flat, steep;

    Crossing()
    {
        const auto site = [this](double latitude, double longitude) {
            return addNamed(network, {}, SiteRole::Junction, latitude, longitude);
        };
        flat = addLink(network, site(0, -9), site(0, 9));
        steep = addLink(network, site(-9, 0), site(9, 0));
    }
    /// From above to below, `x` px from the left.
    std::vector<QColor> columnAt(int x) const
    {
        const NetworkScene scene(network, Projection(ProjectionKind::Equirectangular));
        Camera camera;
        camera.scale = 10.0;
        camera.center = scene.projection().forward({0.0, 0.0});
        camera.size = QSizeF(kSide, kSide);
        QImage picture(kSide, kSide, QImage::Format_RGB32);
        picture.fill(theme().coast);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const LinkId id : {flat, steep}) {
            LinkItem link = *scene.find(id);
            link.style = {5, 4.0};
            paintLink(painter, link, camera, false);
        }
        painter.end();
        std::vector<QColor> colors;
        for (int y = 0; y < kSide; ++y) colors.push_back(picture.pixelColor(x, y));
        return colors;
    }
};

} // namespace

class LinkCasingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setHighContrast(false); }

    void aLinkStandsOffFromTheGround_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
    }
    void aLinkStandsOffFromTheGround()
    {
        QFETCH(ThemeChoice, choice);
        applyTheme(choice);
        const Crossing crossing;
        constexpr int kMiddle = kSide / 2;
        const std::vector<QColor> usual = crossing.columnAt(50);
        QCOMPARE(usual[kMiddle], theme().fidelityClasses[5]);
        QCOMPARE(usual[kMiddle - 5], theme().coast);
        setHighContrast(true);
        const std::vector<QColor> strong = crossing.columnAt(50);
        QCOMPARE(strong[kMiddle], theme().fidelityClasses[5]);
        QCOMPARE(strong[kMiddle - 4], theme().land);
        const QColor edge = strong[kMiddle - 5];
        QVERIFY2(contrast(edge, theme().land) >= 3.0, qPrintable(QString::number(contrast(edge, theme().land))));
        QVERIFY(contrast(theme().fidelityClasses[5], theme().land) >= 3.0);
        QCOMPARE(strong[kMiddle - 8], theme().coast);
    }

    void theUpperOfTwoLinksThatCrossInterruptsTheOther()
    {
        applyTheme(ThemeChoice::Light);
        setHighContrast(true);
        const std::vector<QColor> beside = Crossing().columnAt(kSide / 2 + 3);    // within the casing of the steep one
        QCOMPARE(beside[kSide / 2], theme().land);
    }
};

BELLWEAVE_TEST(LinkCasingTest)
#include "link_casing_test.moc"
