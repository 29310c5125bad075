// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_view.h"

#include "ui/plots/plot_accessible.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_overlay.h"
#include "ui/plots/plot_pointer.h"
#include "ui/plots/plot_words.h"
#include "ui/plots/quantity_tip.h"
#include "ui/plots/stacked_axes.h"
#include "ui/style/measures.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHelpEvent>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QToolTip>

namespace bellweave::ui {

namespace {

QString scaleKey(const Plot& plot, Qt::Orientation axis)
{
    const QString name = axis == Qt::Horizontal ? QStringLiteral("x") : QStringLiteral("y");
    return QStringLiteral("plots/%1/logarithmic_%2").arg(plot.id(), name);
}

std::optional<bool> rememberedScale(const Plot& plot, Qt::Orientation axis)
{
    const QVariant value = QSettings().value(scaleKey(plot, axis));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

PlotView::PlotView(std::unique_ptr<Plot> plot, QWidget* parent)
    : QWidget(parent), m_plot(std::move(plot)), m_canvas(new QCustomPlot(this)), m_overlay(new PlotOverlay(m_canvas)), m_readings(*m_canvas, *m_overlay, m_drawing),
      m_scales{rememberedScale(*m_plot, Qt::Horizontal), rememberedScale(*m_plot, Qt::Vertical)}
{
    installPlotAccessibility();
    setObjectName(m_plot->id());
    setAccessibleName(m_plot->title());
    setFocusPolicy(Qt::StrongFocus);
    auto* layers = new QGridLayout(this);
    layers->setContentsMargins(0, 0, 0, 0);
    layers->addWidget(m_canvas, 0, 0);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMinimumSize(0, 0);
    m_canvas->setInteraction(QCP::iRangeZoom);
    new PlotPointer(*this, *m_overlay, *m_canvas);
    connect(m_canvas, &QCustomPlot::afterLayout, m_canvas, [this] { fitAxisNames(*m_canvas); });
    connect(m_canvas, &QCustomPlot::afterReplot, this, [this] { m_readings.refresh(); });
    m_plot->computeBehind([this] {
        refresh();
        if (!isVisible()) Q_EMIT dataCompleted();
    });
    redraw();
}

PlotView::~PlotView() = default;

std::optional<PlotContext> PlotView::context() const
{
    if (!m_network || !m_evaluation) return std::nullopt;
    return PlotContext{*m_network, *m_evaluation, m_evaluation->find(m_demand), m_comparison.get(), nullptr, m_scales, m_link};
}

void PlotView::show(std::shared_ptr<const Network> network, std::shared_ptr<const engine::Evaluation> evaluation, DemandId demand)
{
    if (demand != m_demand) {
        m_zoomed = false;
        m_readings.forgetPins();
    }
    m_network = std::move(network);
    m_evaluation = std::move(evaluation);
    m_demand = demand;
    refresh();
}

void PlotView::compareWith(std::shared_ptr<const PlotComparison> comparison)
{
    m_comparison = std::move(comparison);
    refresh();
}

void PlotView::refresh()
{
    m_outdated = isHidden();
    if (!m_outdated) redraw();
}

void PlotView::showEvent(QShowEvent* event)
{
    if (m_outdated) refresh();
    QWidget::showEvent(event);
}

void PlotView::redraw()
{
    m_drawingNow = true;
    const std::vector<QCPRange> ranges = axisRanges(*m_canvas);
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
    m_readings.forgetPoints();
    const bool zoomable = m_drawing.read != nullptr;
    m_canvas->setSelectionRectMode(zoomable ? QCP::srmZoom : QCP::srmNone);
    if (m_zoomed && zoomable) setAxisRanges(*m_canvas, ranges);
    for (QCPAxis* axis : drawnAxes(*m_canvas))
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &PlotView::noteZoom, Qt::UniqueConnection);
    m_drawingNow = false;
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
    describe();
}

void PlotView::noteZoom()
{
    if (!m_drawingNow) m_zoomed = true;
}

/// The value under the keyboard cursor, else what the plot says as a whole.
void PlotView::describe()
{
    if (m_current >= 0 && m_current < static_cast<int>(points().size()))
        return setAccessibleDescription(points()[static_cast<std::size_t>(m_current)].spoken);
    const auto shown = context();
    const QString sentence = shown ? m_plot->emptySentence(*shown) : tr("Nothing computed yet.");
    setAccessibleDescription(sentence.isEmpty() ? m_plot->subtitle(*shown) : sentence);
}

void PlotView::setVeiled(bool veiled)
{
    m_overlay->setVeiled(veiled);
}

void PlotView::setTitleMenu(QMenu* menu)
{
    auto* button = new QToolButton;
    button->setArrowType(Qt::DownArrow);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    button->setMenu(menu);
    button->setAccessibleName(tr("Other plot in place of %1").arg(m_plot->title()));
    button->setToolTip(tr("Show another plot here"));
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    constexpr int kRoomForRing = 4;
    auto* title = new QSpacerItem(0, 0);
    line->addItem(title);
    followMeasures(*button, [this, title, line, button] {
        title->changeSize(static_cast<int>(titleEnd(*m_plot)) + kRoomForRing, 0);
        button->setFixedSize(kTitleButton, std::max(kTitleButton, textRoom(22)));
        line->invalidate();
    });
    line->addWidget(button);
    line->addStretch();
    static_cast<QGridLayout*>(layout())->addLayout(line, 0, 0, Qt::AlignTop);
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

QString PlotView::meaning() const
{
    const auto shown = context();
    return shown ? quantityTips(m_plot->data(*shown).quantities) : QString();
}

bool PlotView::explain(const QHelpEvent& event)
{
    const std::vector<PlacedWord> words = placedWords(*m_canvas);
    const bool isAtWord = std::any_of(words.begin(), words.end(), [&](const PlacedWord& word) { return word.box.contains(event.pos()); });
    if (isReadable(event.pos()) && !isAtWord) return false;
    const QString text = meaning();
    if (text.isEmpty()) return false;
    QToolTip::showText(event.globalPos(), text, m_canvas);
    return true;
}

PlotLook PlotView::look() const
{
    PlotLook look{m_plot->id(), m_demand, m_link, m_scales, std::nullopt, m_readings.pins(), m_comparison, std::nullopt};
    const QCPRange x = m_canvas->xAxis->range(), y = m_canvas->yAxis->range();
    if (m_zoomed) look.zoom = PlotZoom{x.lower, x.upper, y.lower, y.upper};
    if (const auto shown = context()) look.sweep = m_plot->sweepInput(*shown);
    return look;
}

void PlotView::moveCursor(int stops, int series)
{
    m_current = movedPoint(points(), m_current, stops, series);
    if (m_current < 0) return;
    m_readings.read(points()[static_cast<std::size_t>(m_current)]);
    describe();
    announcePoint(*this);
}

void PlotView::leaveCursor()
{
    m_current = -1;
    readAt(std::nullopt);
    describe();
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const bool hasSeries = m_drawing.read != nullptr;
    const int all = static_cast<int>(points().size());
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(-1, 0);
    case Qt::Key_Right: return moveCursor(+1, 0);
    case Qt::Key_Up: return hasSeries ? moveCursor(0, -1) : moveCursor(-1, 0);
    case Qt::Key_Down: return hasSeries ? moveCursor(0, +1) : moveCursor(+1, 0);
    case Qt::Key_Home: return moveCursor(-all, 0);
    case Qt::Key_End: return moveCursor(0, 0), moveCursor(+all, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return pinReadout();
    case Qt::Key_Escape: return clearPins(), leaveCursor();
    default: QWidget::keyPressEvent(event);
    }
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    m_overlay->setFocusRing(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason);
    QWidget::focusInEvent(event);
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    m_overlay->setFocusRing(false);
    leaveCursor();
    QWidget::focusOutEvent(event);
}

void PlotView::resetZoom()
{
    m_zoomed = false;
    redraw();
}

bool PlotView::chooseWheelAxis(Qt::KeyboardModifiers modifiers)
{
    for (QCPAxisRect* rect : m_canvas->axisRects()) rect->setRangeZoom(modifiers.testFlag(Qt::ShiftModifier) ? Qt::Vertical : Qt::Horizontal);
    return m_drawing.read != nullptr;
}

QString PlotView::axisName(Qt::Orientation axis) const
{
    if (axis == Qt::Vertical && m_drawing.ownScales) return *m_drawing.ownScales;
    return m_drawing.read ? lowestAxis(*m_canvas, axis)->label() : QString();
}

bool PlotView::isLogarithmic(Qt::Orientation axis) const
{
    return lowestAxis(*m_canvas, axis)->scaleType() == QCPAxis::stLogarithmic;
}

void PlotView::setLogarithmic(Qt::Orientation axis, bool logarithmic)
{
    (axis == Qt::Horizontal ? m_scales.logarithmicX : m_scales.logarithmicY) = logarithmic;
    QSettings().setValue(scaleKey(*m_plot, axis), logarithmic);
    resetZoom();
}

void PlotView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
    QWidget::changeEvent(event);
}

void PlotView::contextMenuEvent(QContextMenuEvent* event)
{
    openMenu(*event);
}

void PlotView::openMenu(const QContextMenuEvent& event)
{
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    QMenu menu(this);
    fillPlotMenu(menu, *this, byKey ? pointPosition(m_current) : QPointF(event.pos()));
    menu.exec(event.globalPos());
}

/// As seen; a plot that was never seen has a size nobody chose.
QSize PlotView::pictureSize() const
{
    return size().expandedTo(sizeHint());
}

void PlotView::copyImage()
{
    if (const auto shown = context())
        QApplication::clipboard()->setImage(plotImage(*m_plot, *shown, theme(), pictureSize(), 2.0));
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
    const auto written = writePlot(*m_plot, *shown, path, pictureSize(), dpi);
    Q_EMIT noticed(written ? tr("Wrote %1.").arg(path) : written.error().text());
}

} // namespace bellweave::ui
