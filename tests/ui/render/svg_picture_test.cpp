// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/svg_picture.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace bellweave::ui;

namespace {

using Paint = std::function<void(QPainter&)>;

QByteArray svgOf(const Paint& paint) { return svgPicture(paint, {200, 100}, QStringLiteral("p1"), QStringLiteral("A picture")); }

/// The picture as a browser would show it.
QImage seen(const Paint& paint)
{
    QSvgRenderer renderer(svgOf(paint));
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, 200, 100));
    return image;
}

bool isInk(const QImage& image, int x, int y) { return image.pixelColor(x, y).lightness() < 128; }

} // namespace

class SvgPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAndAreasEndAtTheClip()
    {
        const QImage image = seen([](QPainter& painter) {
            painter.setClipRect(QRectF(50, 20, 100, 60));
            painter.setPen(QPen(Qt::black, 4));
            painter.drawLine(QPointF(0, 50), QPointF(200, 50));
            painter.drawPolyline(QPolygonF({{60, 0}, {60, 100}, {10, 100}}));
            painter.fillRect(QRectF(120, 0, 100, 40), Qt::black);
        });
        QVERIFY(isInk(image, 100, 50));
        QVERIFY(!isInk(image, 40, 50) && !isInk(image, 160, 50));
        QVERIFY(isInk(image, 60, 30));
        QVERIFY(!isInk(image, 60, 10) && !isInk(image, 60, 90) && !isInk(image, 30, 99));
        QVERIFY(isInk(image, 130, 30));
        QVERIFY(!isInk(image, 130, 10) && !isInk(image, 160, 30));
    }

    void aClipMovesWithTheOriginAndCanBeTakenOff()
    {
        const QImage image = seen([](QPainter& painter) {
            painter.setPen(QPen(Qt::black, 4));
            painter.save();
            painter.translate(100, 0);
            painter.scale(2, 2);
            painter.setClipRect(QRectF(0, 0, 20, 50));
            painter.drawLine(QPointF(-50, 10), QPointF(50, 10));
            painter.restore();
            painter.drawLine(QPointF(0, 70), QPointF(200, 70));
        });
        QVERIFY(isInk(image, 110, 20) && !isInk(image, 90, 20) && !isInk(image, 150, 20));
        QVERIFY(isInk(image, 5, 70) && isInk(image, 195, 70));
    }

    void textStaysTextAndIsLeftOutWhereNothingOfItIsSeen()
    {
        const QByteArray svg = svgOf([](QPainter& painter) {
            painter.drawText(QPointF(10, 50), QStringLiteral("seen & <kept>"));
            painter.setClipRect(QRectF(0, 0, 20, 20));
            painter.drawText(QPointF(100, 90), QStringLiteral("hidden"));
        });
        QVERIFY(svg.contains("seen &amp; &lt;kept&gt;"));
        QVERIFY(!svg.contains("hidden"));
        QVERIFY(svg.contains(", sans-serif\""));
    }

    void thePictureIsWellFormedNamedAndTheSameEveryTime()
    {
        const Paint paint = [](QPainter& painter) {
            QLinearGradient gradient(0, 0, 100, 0);
            gradient.setColorAt(0, Qt::red);
            painter.fillRect(QRectF(0, 0, 50, 50), gradient);
            painter.drawEllipse(QPointF(100, 50), 30, 20);
        };
        const QByteArray svg = svgOf(paint);
        QCOMPARE(svg, svgOf(paint));
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(svg.contains("aria-label=\"A picture\""));
        QVERIFY(svg.contains("id=\"p1-"));
        QVERIFY(!svg.contains("url(#g"));
    }

    void whatXmlForbidsIsReplaced()
    {
        QCOMPARE(escapedText(QStringLiteral("a\x01 b<") + QChar(0xD800) + QChar(0xFFFF)), QStringLiteral("a\uFFFD b&lt;\uFFFD\uFFFD"));
        QCOMPARE(escapedText(QStringLiteral("量子 🛰\n")), QStringLiteral("量子 🛰\n"));
    }
};

BELLWEAVE_TEST(SvgPictureTest)
#include "svg_picture_test.moc"
