// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulated_plot.h"

#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_words.h"
#include "ui/style/theme.h"


namespace bellweave::ui {

using engine::SimulatedInterval;

namespace {

constexpr double kTensOnAxis = 10.0;    // numbers of an axis may have one figure more than one alone

} // namespace

SimulatedPlot::SimulatedPlot(Kind kind, QWidget* parent) : CopiedPlot(parent), m_kind(kind)
{
    setAccessibleName(kind == Kind::Series ? tr("Rate over time") : tr("Time to a pair"));
    followMeasures(*this, [this] { redraw(); });
}

void SimulatedPlot::show(const engine::SimulatedDemand* demand, const engine::DemandResult* analytic, const QString& title)
{
    m_title = title;
    m_demand = demand ? std::optional(*demand) : std::nullopt;
    m_analytic = analytic ? std::optional(*analytic) : std::nullopt;
    redraw();
}

void SimulatedPlot::redraw()
{
    clearPlot(*this, theme());
    const bool isEmpty = !m_demand || !m_demand->reason.isEmpty() || (m_kind == Kind::Series && m_demand->series.empty());
    if (isEmpty) {
        const QString sentence = !m_demand ? tr("No numbers yet.") : !m_demand->reason.isEmpty() ? m_demand->reason : tr("Pairs drawn alone have no time between them.");
        drawSentence(*this, sentence, theme());
    } else if (m_kind == Kind::Series) drawSeries();
    else drawWaiting();
    describe();
    replot(QCustomPlot::rpQueuedReplot);
}

void SimulatedPlot::addBand(std::size_t low, std::size_t high, int alpha)
{
    QCPGraph* lower = addGraph();
    QCPGraph* upper = addGraph();
    QColor fill = theme().series[0];
    fill.setAlpha(alpha);
    for (QCPGraph* graph : {lower, upper}) {
        graph->setPen(Qt::NoPen);
        graph->setLineStyle(QCPGraph::lsStepLeft);
    }
    for (const SimulatedInterval& row : m_demand->series) {
        lower->addData(row.from, row.quantiles[low]);
        upper->addData(row.from, row.quantiles[high]);
    }
    const SimulatedInterval& last = m_demand->series.back();
    lower->addData(last.until, last.quantiles[low]);
    upper->addData(last.until, last.quantiles[high]);
    upper->setBrush(fill);
    upper->setChannelFillGraph(lower);
}

void SimulatedPlot::drawSeries()
{
    labelAxes(*this, tr("time, s"), tr("rate, 1/s"));
    addBand(0, 4, 45);
    addBand(1, 3, 80);
    QCPGraph* mean = addGraph();
    mean->setPen(QPen(theme().series[0], 1.6));
    double highest = 0.0;
    for (const SimulatedInterval& row : m_demand->series) {
        mean->addData(0.5 * (row.from + row.until), row.mean);
        highest = std::max({highest, row.quantiles.back(), row.mean});
    }
    xAxis->setRange(0.0, m_demand->series.back().until);
    yAxis->setRange(0.0, 1.06 * std::max(highest, m_demand->analyticRate));
    drawRequirement(*this, m_demand->analyticRate, tr("analytic"), theme().textSecond);
}

void SimulatedPlot::drawWaiting()
{
    const engine::SimulatedQuantity& shown = m_demand->requests ? m_demand->latency : m_demand->waiting;
    const auto& bins = shown.histogram;
    double longest = 0.0, all = 0.0;
    for (const auto& [share, value] : shown.quantiles)
        if (share <= 0.99) longest = std::max(longest, value);
    for (const auto& bin : bins) all += static_cast<double>(bin.count);
    if (m_demand->requests) all += static_cast<double>(m_demand->requests->missed + m_demand->requests->refused);    // they never get theirs
    const auto [unit, symbol] = figures::timeUnit(longest / kTensOnAxis);
    labelAxes(*this, m_demand->requests ? tr("from a request to its last pair, %1").arg(symbol) : tr("time to a pair, %1").arg(symbol), tr("there, %"));
    QCPGraph* drawn = addGraph();
    drawn->setPen(QPen(theme().series[0], 1.8));
    double below = 0.0;
    if (!bins.empty()) drawn->addData(bins.front().from / unit, 0.0);
    for (const auto& bin : bins) drawn->addData(bin.to / unit, 100.0 * (below += static_cast<double>(bin.count)) / all);
    if (m_analytic && !m_demand->requests && !m_analytic->delivery.empty()) {
        auto* analytic = new QCPCurve(xAxis, yAxis);
        analytic->setPen(QPen(theme().textSecond, 1.4, Qt::DashLine));
        for (const engine::DeliveryPoint& point : m_analytic->delivery) analytic->addData(point.time.si() / unit, 100.0 * point.delivered);
    }
    xAxis->setRange(0.0, longest / unit);
    yAxis->setRange(0.0, 104.0);
    const double median = shown.quantiles[3].second;
    addWord(*this, {.text = tr("median %1").arg(figures::durationText(median)), .color = theme().series[0], .font = uiFont(11, QFont::DemiBold), .rank = WordRank::Value,
                    .at = placeInPlot(median / unit, 50.0), .side = Qt::AlignLeft | Qt::AlignTop, .reach = {110, 80}, .isTied = true});
}

void SimulatedPlot::describe()
{
    if (!m_demand || !m_demand->reason.isEmpty()) return setAccessibleDescription(tr("Nothing is drawn."));
    setAccessibleDescription(m_kind == Kind::Series
                                 ? tr("%1: mean rate %2 1/s over %n piece(s) of time.", nullptr, static_cast<int>(m_demand->series.size())).arg(m_title, figures::rateText(m_demand->rate.mean))
                                 : tr("%1: median %2, 95 % by %3.").arg(m_title, figures::durationText(m_demand->waiting.quantiles[3].second), figures::durationText(m_demand->waiting.quantiles[5].second)));
}

QString SimulatedPlot::data() const
{
    if (!m_demand || !m_demand->reason.isEmpty()) return {};
    QStringList lines;
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    if (m_kind == Kind::Series) {
        lines.append(QStringLiteral("from_s\tuntil_s\trate_hz\tp5\tp25\tp50\tp75\tp95"));
        for (const SimulatedInterval& row : m_demand->series) {
            QStringList cells{number(row.from), number(row.until), number(row.mean)};
            for (const double quantile : row.quantiles) cells.append(number(quantile));
            lines.append(cells.join(u'\t'));
        }
    } else {
        lines.append(QStringLiteral("from_s\tuntil_s\tcount"));
        for (const auto& bin : (m_demand->requests ? m_demand->latency : m_demand->waiting).histogram) lines.append(QStringList{number(bin.from), number(bin.to), QString::number(bin.count)}.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace bellweave::ui
