// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geo/geodesic.h"
#include "tests/support/test_program.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/edge_chips.h"

#include <numbers>
#include <random>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::addNamed;
using bellweave::test::Canvas;

namespace {

/// The map looks at Delft so closely that nothing else is seen.
void lookAtDelft(Canvas& canvas)
{
    Camera camera = canvas.view.camera();
    camera.scale = 2000;
    camera.center = canvas.view.networkScene().find(canvas.delft)->point;
    canvas.view.setCamera(camera);
}

void settle() { QTest::qWait(200); }

std::vector<EdgeChip*> shownChips(const Canvas& canvas)
{
    std::vector<EdgeChip*> shown;
    for (EdgeChip* chip : canvas.view.viewport()->findChildren<EdgeChip*>())
        if (chip->isVisible()) shown.push_back(chip);
    return shown;
}

} // namespace

class EdgeChipsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSelectedAndOutOfViewGetsAChipThatLeadsThere()
    {
        Canvas canvas;
        canvas.session.select(canvas.vienna);
        settle();
        QVERIFY(shownChips(canvas).empty());
        lookAtDelft(canvas);
        settle();
        const auto chips = shownChips(canvas);
        QCOMPARE(chips.size(), std::size_t(1));
        QVERIFY(chips.front()->accessibleName().contains(QStringLiteral("Vienna")));
        QVERIFY(chips.front()->x() > 400);    // Vienna lies in the east
        QTest::mouseClick(chips.front(), Qt::LeftButton);
        settle();
        QVERIFY(canvas.view.viewport()->rect().contains(canvas.at(canvas.vienna)));
        QVERIFY(shownChips(canvas).empty());
    }

    void theDistanceIsThatOnTheGround()
    {
        Canvas canvas;
        lookAtDelft(canvas);
        const auto found = outOfView(canvas.view.networkScene(), canvas.view.camera(), ElementSet{{canvas.vienna, canvas.delft, canvas.geneva}});
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found.front().element, ElementRef(canvas.geneva));    // the nearer one
        const double exact = engine::geodesicDistance({52.01, 4.36}, {48.21, 16.37}).si();
        QVERIFY(std::abs(found.back().distance.si() - exact) < 100.0);
    }

    void whatTheGlobeHidesHasAChipToo()
    {
        Canvas canvas;
        Network network;
        addNamed(network, QStringLiteral("Delft"), SiteRole::Processor, 52, 4);
        const SiteId wellington = addNamed(network, QStringLiteral("Wellington"), SiteRole::Processor, -41.3, 174.8);
        canvas.open(std::move(network));
        canvas.view.setProjection(ProjectionKind::Globe);
        canvas.session.reveal(SiteId(1));
        canvas.session.select(wellington);
        settle();
        QCOMPARE(shownChips(canvas).size(), std::size_t(1));
    }

    void beyondSixOneChipStandsForTheRest()
    {
        Canvas canvas;
        Network network;
        Selection all;
        for (int i = 0; i < 12; ++i)
            all.insert(addNamed(network, QStringLiteral("Site %1").arg(i), SiteRole::Repeater, 40 + i, 2 * i));
        addNamed(network, QStringLiteral("Here"), SiteRole::Processor, 0, -60);
        canvas.open(std::move(network));
        Camera camera = canvas.view.camera();
        camera.scale = 60;
        camera.center = {-60, 0};
        canvas.view.setCamera(camera);
        canvas.session.select(all);
        settle();
        const auto chips = shownChips(canvas);
        QCOMPARE(chips.size(), std::size_t(7));
        QTest::mouseClick(chips.back(), Qt::LeftButton);
    }

    void chipsStandInsideThePageAndCoverNothing()
    {
        std::mt19937 draw(7);
        std::uniform_real_distribution<double> angle(0.0, 2 * std::numbers::pi);
        const QSizeF page(900, 600);
        for (int run = 0; run < 50; ++run) {
            std::vector<QRectF> taken{QRectF(650, 480, 240, 110), QRectF(860, 10, 30, 82), QRectF(12, 12, 180, 120)};
            for (int i = 0; i < 7; ++i) {
                const double a = angle(draw);
                const QRectF box = chipBox(page, {180, 26}, {std::cos(a), std::sin(a)}, taken);
                QVERIFY(!box.isNull());
                QVERIFY(QRectF(QPointF(), page).contains(box));
                for (const QRectF& other : taken) QVERIFY(!other.intersects(box));
                taken.push_back(box);
            }
        }
    }
};

BELLWEAVE_TEST(EdgeChipsTest)
#include "edge_chips_test.moc"
