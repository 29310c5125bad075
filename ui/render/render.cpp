// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/render.h"

#include "ui/canvas/map_layer.h"
#include "ui/canvas/overlays.h"
#include "ui/plots/plot_export.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace bellweave::ui {
namespace {

constexpr double kPixelsPerInch = 96.0;

void paintAll(QPainter& painter, const NetworkScene& scene, const engine::Evaluation* evaluation, QSize size)
{
    const Camera camera = fittedToSites(scene, size);
    const Selection nothing;
    const CanvasContent content{scene, camera, nothing, evaluation};
    std::vector<QRectF> obstacles = symbolBoxes(content);
    obstacles.push_back(legendBox(camera.size));
    obstacles.push_back(scaleBarBox(camera.size));
    painter.setRenderHint(QPainter::Antialiasing);
    paintMap(painter, camera, scene.projection(), MapLevel::Fine);
    for (const auto& [id, link] : scene.links()) paintLink(painter, link, camera, false);
    paintLinkMarks(painter, content);
    paintNotes(painter, content);
    paintSites(painter, content, nullptr);
    const auto labels = layoutLabels(labelRequests(content), obstacles, linkBoxes(content), QRectF(QPointF(), camera.size));
    paintLabels(painter, content, labels, nullptr);
    paintScaleBar(painter, scaleBarBox(camera.size), camera, scene.projection());
    paintLegend(painter, legendBox(camera.size));
}

Error notWritable(const QString& path)
{
    return {Error::Code::NotWritable, QCoreApplication::translate("Render", "The picture could not be written."), path};
}

using Paint = std::function<void(QPainter&)>;

Result<void> writePng(const QString& path, QSize size, const Paint& paint)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    return image.save(path, "PNG") ? Result<void>() : notWritable(path);
}

Result<void> writeSvg(const QString& path, QSize size, const Paint& paint)
{
    QSvgGenerator svg;
    svg.setFileName(path);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setResolution(static_cast<int>(kPixelsPerInch));
    QPainter painter;
    if (!painter.begin(&svg)) return notWritable(path);
    paint(painter);
    return {};
}

Result<void> writePdf(const QString& path, QSize size, const Paint& paint)
{
    QPdfWriter pdf(path);
    pdf.setResolution(static_cast<int>(kPixelsPerInch));
    pdf.setPageMargins({});
    pdf.setPageSize(QPageSize(QSizeF(size) / kPixelsPerInch, QPageSize::Inch));
    QPainter painter;
    if (!painter.begin(&pdf)) return notWritable(path);
    paint(painter);
    return painter.end() ? Result<void>() : notWritable(path);
}

} // namespace

void paintMapPicture(QPainter& painter, const Network& network, const engine::Evaluation* evaluation, QSize size)
{
    NetworkScene scene(network);
    scene.show(evaluation);
    paintAll(painter, scene, evaluation, size);
}

Result<void> renderMap(const Network& network, const engine::Evaluation* evaluation, const QString& outPath, QSize size,
                       const QString& plot)
{
    if (!plot.isEmpty()) {
        const engine::Evaluation none;
        return exportPlot(plot, network, evaluation ? *evaluation : none, outPath, size);
    }
    const Paint paint = [&](QPainter& painter) { paintMapPicture(painter, network, evaluation, size); };
    const QString suffix = QFileInfo(outPath).suffix().toLower();
    if (suffix == u"png") return writePng(outPath, size, paint);
    if (suffix == u"svg") return writeSvg(outPath, size, paint);
    if (suffix == u"pdf") return writePdf(outPath, size, paint);
    return Error{Error::Code::InvalidInput,
                 QCoreApplication::translate("Render", "Cannot draw \".%1\"; accepted: .png, .svg, .pdf.").arg(suffix), outPath};
}

} // namespace bellweave::ui
