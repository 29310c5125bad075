// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_view.h"

#include "ui/plots/plot_data.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_overlay.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QMenu>

namespace bellweave::ui {

PlotView::PlotView(std::unique_ptr<Plot> plot, QWidget* parent)
    : QWidget(parent), m_plot(std::move(plot)), m_canvas(new QCustomPlot(this)), m_overlay(new PlotOverlay(m_canvas))
{
    setObjectName(m_plot->id());
    setAccessibleName(m_plot->title());
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMinimumSize(0, 0);
    m_canvas->setSelectionRectMode(QCP::srmZoom);
    m_canvas->setInteraction(QCP::iRangeZoom);
    m_canvas->installEventFilter(this);
    const auto zoomed = [this] {
        if (!m_drawingNow) m_zoomed = true;
    };
    connect(m_canvas->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, zoomed);
    connect(m_canvas->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, zoomed);
    m_plot->computeBehind([this] { redraw(); });
    redraw();
}

PlotView::~PlotView() = default;

std::optional<PlotContext> PlotView::context() const
{
    if (!m_network || !m_evaluation) return std::nullopt;
    return PlotContext{*m_network, *m_evaluation, m_evaluation->find(m_demand), m_comparison.get()};
}

void PlotView::show(std::shared_ptr<const Network> network, std::shared_ptr<const engine::Evaluation> evaluation, DemandId demand)
{
    if (demand != m_demand) m_zoomed = false;
    m_network = std::move(network);
    m_evaluation = std::move(evaluation);
    m_demand = demand;
    redraw();
}

void PlotView::compareWith(std::shared_ptr<const PlotComparison> comparison)
{
    m_comparison = std::move(comparison);
    redraw();
}

void PlotView::redraw()
{
    m_drawingNow = true;
    const QCPRange x = m_canvas->xAxis->range(), y = m_canvas->yAxis->range();
    const QColor edge = theme().accent;
    m_canvas->selectionRect()->setPen(QPen(edge, 1));
    m_canvas->selectionRect()->setBrush(QColor(edge.red(), edge.green(), edge.blue(), 30));
    if (const auto shown = context()) {
        m_drawing = drawPlot(*m_canvas, *m_plot, *shown, theme());
    } else {
        clearPlot(*m_canvas, theme());
        drawSentence(*m_canvas, tr("Nothing computed yet."), theme());
        m_drawing = {};
    }
    const bool zoomable = m_drawing.read != nullptr;
    m_canvas->setSelectionRectMode(zoomable ? QCP::srmZoom : QCP::srmNone);
    if (m_zoomed && zoomable) {
        m_canvas->xAxis->setRange(x);
        m_canvas->yAxis->setRange(y);
    }
    m_drawingNow = false;
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
    describe();
}

void PlotView::describe()
{
    const auto shown = context();
    const QString sentence = shown ? m_plot->emptySentence(*shown) : tr("Nothing computed yet.");
    setAccessibleDescription(sentence.isEmpty() ? m_plot->subtitle(*shown) : sentence);
}

void PlotView::resetZoom()
{
    m_zoomed = false;
    redraw();
}

void PlotView::setVeiled(bool veiled)
{
    m_overlay->setVeiled(veiled);
}

PlotData PlotView::data() const
{
    const auto shown = context();
    return shown ? comparedData(*m_plot, *shown) : PlotData();
}

QString PlotView::readout() const
{
    return m_overlay->readout();
}

void PlotView::readAt(QPointF position)
{
    if (m_drawing.spots) {
        const auto& spots = *m_drawing.spots;
        const auto spot = std::find_if(spots.begin(), spots.end(), [&](const HotSpot& s) { return s.area.contains(position); });
        spot == spots.end() ? m_overlay->hideReadout() : m_overlay->showNote(position, spot->text);
        return;
    }
    const QRectF area = m_canvas->axisRect()->rect();
    if (!m_drawing.read || !area.contains(position)) return m_overlay->hideReadout();
    const double x = nearestStop(m_canvas->xAxis->pixelToCoord(position.x()));
    m_overlay->showReadout(QPointF(m_canvas->xAxis->coordToPixel(x), position.y()), area, readingText(m_drawing.read(x)));
}

/// Values are read where there are any: the crosshair stands where they belong.
double PlotView::nearestStop(double x) const
{
    const auto& stops = m_drawing.stops;
    const auto nearest = std::min_element(stops.begin(), stops.end(), [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
    return nearest == stops.end() ? x : *nearest;
}

void PlotView::readStop(int step)
{
    if (m_drawing.spots && !m_drawing.spots->empty()) {
        m_stop = std::clamp(m_stop + step, 0, static_cast<int>(m_drawing.spots->size()) - 1);
        const HotSpot& spot = (*m_drawing.spots)[static_cast<std::size_t>(m_stop)];
        m_overlay->showNote(spot.area.center(), spot.text);
    } else if (!m_drawing.stops.empty()) {
        m_stop = std::clamp(m_stop + step, 0, static_cast<int>(m_drawing.stops.size()) - 1);
        const double x = m_drawing.stops[static_cast<std::size_t>(m_stop)];
        const QRectF area = m_canvas->axisRect()->rect();
        m_overlay->showReadout(QPointF(m_canvas->xAxis->coordToPixel(x), area.center().y()), area, readingText(m_drawing.read(x)));
    }
    setAccessibleDescription(readout());
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: return readStop(-1);
    case Qt::Key_Right:
    case Qt::Key_Down: return readStop(+1);
    case Qt::Key_Escape:
        m_stop = -1;
        m_overlay->hideReadout();
        return describe();
    default: QWidget::keyPressEvent(event);
    }
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    m_stop = -1;
    m_overlay->hideReadout();
    QWidget::focusOutEvent(event);
}

bool PlotView::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove: readAt(static_cast<QMouseEvent*>(event)->position()); break;
    case QEvent::Leave: m_overlay->hideReadout(); break;
    case QEvent::MouseButtonPress:    // zooming begins with the left button alone
        return static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton;
    case QEvent::MouseButtonDblClick: resetZoom(); return true;
    case QEvent::ContextMenu:    // the plot keeps mouse events to itself
        contextMenuEvent(static_cast<QContextMenuEvent*>(event));
        return true;
    case QEvent::Wheel: {
        const bool vertical = static_cast<QWheelEvent*>(event)->modifiers().testFlag(Qt::ShiftModifier);
        m_canvas->axisRect()->setRangeZoom(vertical ? Qt::Vertical : Qt::Horizontal);
        return m_drawing.read == nullptr;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void PlotView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) redraw();
    QWidget::changeEvent(event);
}

void PlotView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    fillPlotMenu(menu, *this);
    menu.exec(event->globalPos());
}

void PlotView::copyImage()
{
    if (const auto shown = context())
        QApplication::clipboard()->setImage(plotImage(*m_plot, *shown, theme(), size(), 2.0));
}

void PlotView::copyData()
{
    QApplication::clipboard()->setText(toTabText(data()));
}

void PlotView::exportAs(const QString& suffix, int dpi)
{
    const auto shown = context();
    if (!shown) return;
    QString path = QFileDialog::getSaveFileName(this, tr("Export plot"), m_plot->id() + u'.' + suffix, QStringLiteral("*.") + suffix);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().toLower() != suffix) path += u'.' + suffix;
    const auto written = writePlot(*m_plot, *shown, path, size(), dpi);
    Q_EMIT noticed(written ? tr("Wrote %1.").arg(path) : written.error().text());
}

} // namespace bellweave::ui
