// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/svg_picture.h"

#include "ui/render/clipping_device.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace bellweave::ui {

namespace {

constexpr int kPixelsPerInch = 96;

bool isForbidden(QChar character)
{
    const ushort code = character.unicode();
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code >= 0xFFFE;
}

/// A lone half of a surrogate pair is no character.
bool isHalf(const QString& text, qsizetype at)
{
    if (text[at].isHighSurrogate()) return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return text[at].isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

QString allowed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i)
        if (isForbidden(text[i]) || isHalf(text, i)) text[i] = QChar::ReplacementCharacter;
    return text;
}

QByteArray generated(const std::function<void(QPainter&)>& paint, QSizeF size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setResolution(kPixelsPerInch);
    QPainter target(&generator);
    ClippingDevice device(target, size.toSize());    // Qt's SVG knows no clip
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    target.end();
    return bytes;
}

/// Qt opens a group for every change of the pen, most of them without content.
QString withoutEmptyGroups(QString svg)
{
    static const QRegularExpression empty(QStringLiteral("<g [^>]*>\\s*</g>\\s*"));
    return svg.remove(empty);
}

/// A reader without our font shall see one that is like it.
QString withFallbackFonts(QString svg)
{
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\",]*)\""));
    return svg.replace(family, QStringLiteral("font-family=\"\\1, sans-serif\""));
}

} // namespace

QString escapedText(const QString& text) { return allowed(text).toHtmlEscaped(); }

QByteArray svgPicture(const std::function<void(QPainter&)>& paint, QSizeF size, const QString& prefix, const QString& description)
{
    QString svg = allowed(QString::fromUtf8(generated(paint, size)));
    // Its own head names the program and a size in millimeters; the page decides the size.
    const qsizetype body = svg.indexOf(QStringLiteral("<defs>"));
    svg = withFallbackFonts(withoutEmptyGroups(svg.mid(body)));
    svg.replace(QStringLiteral(" id=\""), QStringLiteral(" id=\"%1-").arg(prefix));
    svg.replace(QStringLiteral("url(#"), QStringLiteral("url(#%1-").arg(prefix));
    svg.replace(QStringLiteral("href=\"#"), QStringLiteral("href=\"#%1-").arg(prefix));
    const QString head = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                                        "viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n<title>%3</title>\n");
    return (head.arg(size.width()).arg(size.height()).arg(escapedText(description)) + svg).toUtf8();
}

} // namespace bellweave::ui
