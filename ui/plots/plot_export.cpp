// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_export.h"

#include "model/format/fingerprint.h"
#include "ui/plots/callouts.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/render/clipping_device.h"
#include "ui/render/picture_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPdfWriter>
#include <QPicture>
#include <QSvgGenerator>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlotExport)
};

/// Which figures of an axis have room is known once the axes have their place.
void placeAxes(QCustomPlot& plot, QSize size)
{
    plot.setViewport(QRect(QPoint(), size));
    plot.replot(QCustomPlot::rpImmediateRefresh);
}

/// A plot that is drawn but never shown.
std::unique_ptr<QCustomPlot> drawnPlot(const Plot& plot, const PlotContext& context, const Theme& theme, QSize size)
{
    auto drawn = std::make_unique<QCustomPlot>();
    drawn->resize(size);
    drawPlot(*drawn, plot, context, theme);
    placeAxes(*drawn, size);
    return drawn;
}

/// For the file's own description: which design it shows.
QString origin(const PlotContext& context)
{
    const QString design = Text::tr("Design %1", "fingerprint of a design").arg(designFingerprint(context.network));
    if (!context.comparison) return design;
    return Text::tr("%1, compared with %2").arg(design, designFingerprint(*context.comparison->network));
}

/// Every row says which design it is of.
PlotData withFingerprints(const Plot& plot, const PlotContext& context)
{
    PlotData data = comparedData(plot, context);
    data.columns.push_back(Text::tr("Design fingerprint"));
    const std::size_t own = plot.data(context).rows.size();
    const QString fingerprint = designFingerprint(context.network);
    const QString compared = context.comparison ? designFingerprint(*context.comparison->network) : QString();
    for (std::size_t row = 0; row < data.rows.size(); ++row) data.rows[row].emplace_back(row < own ? fingerprint : compared);
    return data;
}

QByteArray pngBytes(const Plot& plot, const PlotContext& context, QSize size, int dpi)
{
    QImage image = plotImage(plot, context, lightTheme(), size, dpi / 96.0);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    image.setText(QStringLiteral("Description"), origin(context));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgBytes(const Plot& plot, const PlotContext& context, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(96);
    generator.setTitle(plot.title());
    generator.setDescription(origin(context));
    QPainter target(&generator);
    ClippingDevice device(target, size);    // Qt's SVG knows no clip
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    drawnPlot(plot, context, lightTheme(), size)->toPainter(&painter, size.width(), size.height());
    painter.end();
    target.end();
    return bytes;
}

QByteArray pdfBytes(const Plot& plot, const PlotContext& context, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(Text::tr("%1 (%2)", "title of a plot, design it shows").arg(plot.title(), origin(context)));
    writer.setCreator(QStringLiteral("Bellweave " BELLWEAVE_VERSION));
    writer.setPageSize(QPageSize(QSizeF(size) * 25.4 / 96.0, QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(96);
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    drawnPlot(plot, context, lightTheme(), size)->toPainter(&painter, size.width(), size.height());
    painter.end();
    return bytes;
}

Result<QByteArray> plotBytes(const Plot& plot, const PlotContext& context, const QString& suffix, QSize size, int dpi)
{
    if (suffix == u"png") return pngBytes(plot, context, size, dpi);
    if (suffix == u"svg") return svgBytes(plot, context, size);
    if (suffix == u"pdf") return pdfBytes(plot, context, size);
    if (suffix == u"csv") return toCsv(withFingerprints(plot, context));
    return Error{Error::Code::InvalidInput, Text::tr("A plot is written as .png, .svg, .pdf or .csv, not as \".%1\".").arg(suffix), {}};
}

} // namespace

QImage plotImage(const Plot& plot, const PlotContext& context, const Theme& theme, QSize size, double scale)
{
    return drawnPlot(plot, context, theme, size)->toPixmap(size.width(), size.height(), scale).toImage();
}

void paintPlot(QPainter& painter, const Plot& plot, const PlotContext& context, const Theme& theme, QSize size)
{
    paintPlot(painter, plot, context, PlotLook(), theme, size);
}

void paintPlot(QPainter& painter, const Plot& plot, const PlotContext& context, const PlotLook& look, const Theme& theme, QSize size)
{
    QCustomPlot drawn;
    drawn.resize(size);
    const Drawing drawing = drawPlot(drawn, plot, context, theme);
    if (look.zoom && drawing.read) {
        drawn.xAxis->setRange(look.zoom->left, look.zoom->right);
        drawn.yAxis->setRange(look.zoom->bottom, look.zoom->top);
    }
    placeAxes(drawn, size);
    // The plot draws with a painter class of its own, so it is recorded first.
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmVectorized);
    drawn.toPainter(&recorder, size.width(), size.height());    // tells where everything stands
    std::vector<Callout> pins;
    for (PlotPlace place : look.pins) {
        place.shift = {};
        if (auto callout = calloutOf(drawn, size, drawing, place)) pins.push_back(std::move(*callout));
    }
    const std::vector<QRectF> cards = pinCards(pins, size);
    if (!pins.empty()) recorder.setFont(uiFont(11));
    for (std::size_t at = 0; at < pins.size(); ++at) paintCallout(recorder, pins[at], cards[at], true);
    recorder.end();
    painter.drawPicture(QPointF(), picture);
}

Result<void> writePlot(const Plot& plot, const PlotContext& context, const QString& path, QSize size, int dpi)
{
    const auto bytes = plotBytes(plot, context, QFileInfo(path).suffix().toLower(), size, dpi);
    if (!bytes) return Error{bytes.error().code, bytes.error().sentence, path};
    return writeWholeFile(path, *bytes);
}

const engine::DemandResult* defaultDemand(const engine::Evaluation& evaluation)
{
    if (const engine::DemandResult* worst = evaluation.find(evaluation.verdict.worst)) return worst;
    return evaluation.demands.empty() ? nullptr : evaluation.demands.rows().front().get();
}

Result<void> exportPlot(const QString& plotId, const Network& network, const engine::Evaluation& evaluation, const QString& path,
                        QSize size)
{
    const std::unique_ptr<Plot> plot = makePlot(plotId);
    if (!plot)
        return Error{Error::Code::NotFound, Text::tr("There is no plot \"%1\"; there are %2.").arg(plotId, plotIds().join(QStringLiteral(", "))), {}};
    return writePlot(*plot, {network, evaluation, defaultDemand(evaluation)}, path, size);
}

} // namespace bellweave::ui
