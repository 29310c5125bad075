// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_plot.h"

#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/style/theme.h"


namespace bellweave::ui {
namespace {

const QString kPlayheadLayer = QStringLiteral("playhead");

} // namespace

OrbitPlot::OrbitPlot(const QString& name, QWidget* parent) : CopiedPlot(parent)
{
    setAccessibleName(name);
    addLayer(kPlayheadLayer);
    layer(kPlayheadLayer)->setMode(QCPLayer::lmBuffered);
    m_curve.empty = tr("No numbers yet.");
    followMeasures(*this, [this] { redraw(); });
}

void OrbitPlot::show(Curve curve)
{
    m_curve = std::move(curve);
    redraw();
}

void OrbitPlot::setTime(double time)
{
    m_time = time;
    if (!m_playhead || !isVisible()) return;
    const double x = (time - m_curve.begin) / m_curve.timeUnit;
    m_playhead->point1->setCoords(x, 0.0);
    m_playhead->point2->setCoords(x, 1.0);
    m_playhead->setVisible(time >= m_curve.begin && time <= m_curve.end);
    m_playhead->layer()->replot();    // a layer of its own: the curves stay
}

void OrbitPlot::showEvent(QShowEvent* event)
{
    CopiedPlot::showEvent(event);
    setTime(m_time);
}

void OrbitPlot::redraw()
{
    m_playhead = nullptr;
    clearPlot(*this, theme());
    if (m_curve.steps.empty()) {
        drawSentence(*this, m_curve.empty, theme());
        setAccessibleDescription(m_curve.empty);
    } else draw();
    replot(QCustomPlot::rpQueuedReplot);
}

void OrbitPlot::addSteps(double Step::*value, const QColor& line, int fillAlpha, Qt::PenStyle style)
{
    QCPGraph* graph = addGraph();
    graph->setLineStyle(QCPGraph::lsStepLeft);
    graph->setPen(QPen(line, 1.6, style));
    QColor fill = line;
    fill.setAlpha(fillAlpha);
    graph->setBrush(fill);
    for (const Step& step : m_curve.steps) graph->addData((step.time.from - m_curve.begin) / m_curve.timeUnit, step.*value);
    const Step& last = m_curve.steps.back();
    graph->addData((last.time.until - m_curve.begin) / m_curve.timeUnit, last.*value);
}

void OrbitPlot::draw()
{
    labelAxes(*this, m_curve.timeName, m_curve.quantity);
    double highest = 0.0;
    bool hasClouds = false;
    for (const Step& step : m_curve.steps) {
        highest = std::max(highest, step.clear);
        hasClouds = hasClouds || step.mean < step.clear;
    }
    addSteps(&Step::clear, theme().series[0], hasClouds ? 34 : 60, Qt::SolidLine);
    if (hasClouds) addSteps(&Step::mean, theme().series[2], 90, Qt::SolidLine);
    xAxis->setRange(0.0, (m_curve.end - m_curve.begin) / m_curve.timeUnit);
    yAxis->setRange(0.0, highest > 0.0 ? 1.12 * highest : 1.0);
    m_playhead = new QCPItemStraightLine(this);
    m_playhead->setLayer(kPlayheadLayer);
    m_playhead->setPen(QPen(theme().accent, 2.0));
    setTime(m_time);
    setAccessibleDescription(tr("%1, %2: at most %3.", "demand, quantity with unit, number").arg(m_curve.title, m_curve.quantity, figures::figureText(highest, 3)));
}

QString OrbitPlot::data() const
{
    if (m_curve.steps.empty()) return {};
    QStringList lines{QStringLiteral("from_s\tuntil_s\tclear_sky\twith_clouds")};
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    for (const Step& step : m_curve.steps) lines.append(QStringList{number(step.time.from), number(step.time.until), number(step.clear), number(step.mean)}.join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

void OrbitPlot::want(double x)
{
    if (m_curve.steps.empty()) return;
    Q_EMIT timeWanted(std::clamp(m_curve.begin + xAxis->pixelToCoord(x) * m_curve.timeUnit, m_curve.begin, m_curve.end));
}

void OrbitPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) want(event->position().x());
}

void OrbitPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) want(event->position().x());
}

} // namespace bellweave::ui
