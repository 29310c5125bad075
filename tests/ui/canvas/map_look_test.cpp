// SPDX-License-Identifier: GPL-3.0-or-later
// What the map looks like: labels, colors, dimming, pictures in files.
#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/legend.h"
#include "ui/render/render.h"
#include "ui/session/preview.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QTemporaryDir>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

/// How much darker or lighter two colors are than each other, summed over the channels.
int difference(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// The picture around a place of the map.
QImage around(const Canvas& canvas, QPoint place)
{
    return canvas.view.viewport()->grab(QRect(place - QPoint(16, 16), QSize(33, 33))).toImage().convertToFormat(QImage::Format_RGB32);
}

/// The share of what an image adds to its ground that is left in another one, over all points where it adds much.
double shareLeft(const QImage& whole, const QImage& dimmed, const QImage& ground)
{
    double before = 0, after = 0;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x) {
            if (difference(whole.pixel(x, y), ground.pixel(x, y)) < 90) continue;
            before += difference(whole.pixel(x, y), ground.pixel(x, y));
            after += difference(dimmed.pixel(x, y), ground.pixel(x, y));
        }
    return before > 0 ? after / before : -1.0;
}

/// How many points have the color of text.
int darkPoints(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += difference(image.pixel(x, y), theme().text.rgb()) < 60;
    return count;
}

} // namespace

class MapLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labelsCoverNeitherEachOtherNorSymbols()
    {
        Canvas canvas;
        Network network;
        for (int i = 0; i < 60; ++i)
            test::addNamed(network, QStringLiteral("Site %1").arg(i), i % 3 ? SiteRole::Repeater : SiteRole::Processor,
                           45 + (i * 37 % 100) * 0.05, 5 + (i * 61 % 100) * 0.09);
        canvas.open(network);
        QTest::qWait(250);
        canvas.view.grab();
        std::vector<QRectF> boxes = canvas.view.labelBoxes();
        QVERIFY2(boxes.size() > 30, qPrintable(QString::number(boxes.size())));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) QVERIFY(!boxes[i].intersects(boxes[k]));
            for (const auto& [id, site] : canvas.view.networkScene().sites())
                QVERIFY(!boxes[i].contains(canvas.view.camera().nearestToScreen(site.point)));
            QVERIFY(!boxes[i].intersects(canvas.view.findChild<Legend*>()->geometry()));
        }
    }

    void labelsKeepClearOfWhatAPreviewRings()
    {
        Canvas canvas;
        Patch patch;
        for (Site site : canvas.network().sites) {
            (site.processor ? site.processor->hardware : site.repeater->hardware).memory.slots = 7;
            patch.append(replaceSite(canvas.network(), site));
        }
        canvas.session.preview().show(patch, QStringLiteral("More qubits"));
        QTest::qWait(250);
        canvas.view.grab();
        const std::vector<QRectF> labels = canvas.view.labelBoxes();
        QVERIFY(labels.size() >= 4);
        constexpr double kRing = 17.0;
        for (const QRectF& label : labels)
            for (const SiteId site : {canvas.delft, canvas.cologne, canvas.vienna, canvas.geneva})
                QVERIFY(!label.intersects(QRectF(canvas.at(site), QSizeF()).adjusted(-kRing + 1, -kRing + 1, kRing - 1, kRing - 1)));
    }

    void linksTakeColorAndWidthFromResults()
    {
        engine::LinkResult result;
        const ColorScale scale = colorScale(LinkMeasure::Fidelity);
        QCOMPARE(linkStyle(nullptr, std::nullopt, scale).colorClass, LinkStyle::kGray);
        QCOMPARE(linkStyle(&result, std::nullopt, scale).colorClass, LinkStyle::kGray);
        result.available = true;
        result.rate = 30_Hz;
        result.state.weights = {0.96, 0.02, 0.01, 0.01};
        QCOMPARE(linkStyle(&result, 0.96, scale), (LinkStyle{4, 3.4}));
        QCOMPARE(linkColor(linkStyle(&result, 0.96, scale)), fidelityColor(0.96, kFidelityLimits));
    }

    void mapIsPaintedWithLandAndWater()
    {
        Canvas canvas;
        QTest::qWait(200);
        const QImage picture = canvas.view.viewport()->grab().toImage();
        const auto colorAt = [&](double latitude, double longitude) {
            const Camera& camera = canvas.view.camera();
            return picture.pixelColor(camera.toScreen(canvas.view.networkScene().projection().forward({latitude, longitude})).toPoint());
        };
        QCOMPARE(colorAt(49.3, 13.4), theme().land);
        QCOMPARE(colorAt(52.2, 3.6), theme().water);
    }

    void pictureFilesAreWritten_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    }

    void pictureFilesAreWritten()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, beginning);
        Canvas canvas;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("map.") + suffix);
        QVERIFY(renderMap(canvas.network(), nullptr, path, {600, 400}, {}).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(beginning));
    }

    void unknownPictureFormatIsRefused()
    {
        const auto drawn = renderMap(Network(), nullptr, QStringLiteral("map.bmp"), {600, 400}, {});
        QVERIFY(!drawn.has_value());
        QVERIFY(drawn.error().sentence.contains(QStringLiteral(".svg")));
        QVERIFY(!renderMap(Network(), nullptr, QStringLiteral("/nowhere/at/all/map.png"), {60, 40}, {}).has_value());
    }

    void lateNumbersDimLinksAndSitesInBothThemes()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            Canvas canvas;
            QTRY_VERIFY(canvas.session.evaluation() && !canvas.session.isStale());
            QTRY_VERIFY(!canvas.view.isMoving());
            const QPoint site = canvas.at(canvas.geneva);
            const QPoint middle = canvas.at(canvas.east);
            const QImage siteBefore = around(canvas, site);
            const QImage linkBefore = around(canvas, middle);
            MapLayers layers = canvas.view.layers();
            layers[Layer::Sites].visible = layers[Layer::Links].visible = layers[Layer::Labels].visible = false;
            canvas.view.setLayers(layers);
            const QImage siteGround = around(canvas, site);
            layers[Layer::Sites].visible = layers[Layer::Links].visible = layers[Layer::Labels].visible = true;
            canvas.view.setLayers(layers);
            QVERIFY(darkPoints(linkBefore) == 0);
            // An edit whose answer does not come: the window's thread never lets it in.
            canvas.session.push(renameElement(canvas.network(), canvas.delft, QStringLiteral("Delft")), QString());
            canvas.session.push(renameElement(canvas.network(), canvas.delft, QStringLiteral("D")), QStringLiteral("Rename"));
            QVERIFY(canvas.session.isStale());
            QMetaObject::invokeMethod(&canvas.view, "showLateness");
            QVERIFY(std::abs(shareLeft(siteBefore, around(canvas, site), siteGround) - 0.42) < 0.06);
            QVERIFY(darkPoints(around(canvas, middle)) >= 3);
            QTRY_VERIFY(!canvas.session.isStale());
            QCOMPARE(darkPoints(around(canvas, middle)), 0);
        }
        applyTheme(ThemeChoice::Light);
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(MapLookTest)
#include "map_look_test.moc"
