// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/picture_file.h"

#include "ui/render/svg_picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace bellweave::ui {

namespace {

using Paint = std::function<void(QPainter&)>;

constexpr double kPixelsPerInch = 96.0;
constexpr double kSheetMargin = 0.5;    // inches around a picture on a sheet of paper

QByteArray pngBytes(const Paint& paint, const PictureFormat& format)
{
    const double scale = format.dpi / kPixelsPerInch;
    QImage image((QSizeF(format.size) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paint(painter);
    painter.end();
    // Told only now: fonts in points would grow with it.
    image.setDotsPerMeterX(qRound(format.dpi / 0.0254));
    image.setDotsPerMeterY(qRound(format.dpi / 0.0254));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgBytes(const Paint& paint, const PictureFormat& format)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgPicture(paint, format.size, QStringLiteral("p"), format.title);
}

/// Lying or standing as the picture does.
void setSheet(QPdfWriter& writer, const PictureFormat& format)
{
    if (!format.paper) {
        writer.setPageSize(QPageSize(QSizeF(format.size) / kPixelsPerInch, QPageSize::Inch));
        return;
    }
    writer.setPageSize(*format.paper);
    writer.setPageOrientation(format.size.width() > format.size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
}

QByteArray pdfBytes(const Paint& paint, const PictureFormat& format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(format.title);
    writer.setCreator(QStringLiteral("Bellweave " BELLWEAVE_VERSION));
    writer.setResolution(static_cast<int>(kPixelsPerInch));
    writer.setPageMargins({});
    setSheet(writer, format);
    QPainter painter(&writer);
    const double margin = format.paper ? kSheetMargin * kPixelsPerInch : 0.0;
    const QSizeF sheet(writer.width() - 2 * margin, writer.height() - 2 * margin);
    const QSizeF fitted = QSizeF(format.size).scaled(sheet, Qt::KeepAspectRatio);
    painter.translate(margin + (sheet.width() - fitted.width()) / 2, margin + (sheet.height() - fitted.height()) / 2);
    painter.scale(fitted.width() / format.size.width(), fitted.width() / format.size.width());
    painter.setClipRect(QRect(QPoint(), format.size));
    paint(painter);
    painter.end();
    return bytes;
}

} // namespace

Result<void> writePicture(const Paint& paint, const PictureFormat& format, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"png") return writeWholeFile(path, pngBytes(paint, format));
    if (suffix == u"svg") return writeWholeFile(path, svgBytes(paint, format));
    if (suffix == u"pdf") return writeWholeFile(path, pdfBytes(paint, format));
    return Error{Error::Code::InvalidInput,
                 QCoreApplication::translate("Render", "Cannot draw \".%1\"; accepted: .png, .svg, .pdf.").arg(suffix), path};
}

Result<void> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return Error{Error::Code::NotWritable,
                 QCoreApplication::translate("Render", "The file could not be written: %1.").arg(file.errorString()), path};
}

} // namespace bellweave::ui
