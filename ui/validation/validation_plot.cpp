// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/validation/validation_plot.h"

#include "engine/validation/agreement.h"
#include "ui/plots/plot_drawing.h"
#include "ui/style/theme.h"
#include "ui/validation/validation_model.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace bellweave::ui {
namespace {

using engine::Agreement;
using engine::ValidationRow;

constexpr double kReach = 12.0;          // px
constexpr double kMarkSize = 11.0;       // px

bool belongs(const ValidationRow& row, ValidationPlot::Quantities quantities)
{
    const engine::QuantityKind* kind = row.kind == engine::ReferenceKind::Experiment ? engine::quantityNamed(row.quantity) : nullptr;
    if (!kind) return false;
    if (quantities == ValidationPlot::Quantities::Fidelities) return kind->closeness == engine::Closeness::Fidelity;
    return (kind->isRate || row.quantity == u"success_probability") && row.predicted > 0.0 && row.reference > 0.0;
}

} // namespace

ValidationPlot::ValidationPlot(Quantities quantities, QWidget* parent) : QCustomPlot(parent), m_quantities(quantities)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(220, 180);
    setAccessibleName(quantities == Quantities::Rates ? tr("Rates and probabilities, predicted against measured")
                                                      : tr("Fidelities and error rates, predicted against measured"));
    setAccessibleDescription(tr("The table beside it holds the same figures."));
    redraw();
}

void ValidationPlot::show(const std::vector<ValidationRow>& rows)
{
    m_points.clear();
    for (const ValidationRow& row : rows)
        if (belongs(row, m_quantities)) m_points.push_back(row);
    redraw();
}

void ValidationPlot::mark(const QString& id)
{
    m_marked = id;
    update();
}

void ValidationPlot::redraw()
{
    clearPlot(*this, theme());
    const bool isLogarithmic = m_quantities == Quantities::Rates;
    double low = isLogarithmic ? 1e-4 : 0.0;
    double high = 1.0;
    for (const ValidationRow& row : m_points) {
        low = isLogarithmic ? std::min({low, 0.5 * row.predicted, 0.5 * row.reference}) : low;
        high = isLogarithmic ? std::max({high, 2.0 * row.predicted, 2.0 * row.reference}) : high;
    }
    labelAxes(*this, isLogarithmic ? tr("measured rate or probability") : tr("measured fidelity or error rate"), tr("predicted"));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        setLogarithmic(*axis, isLogarithmic);
        axis->setRange(low, high);
    }
    drawBand();
    replot();
}

void ValidationPlot::drawBand()
{
    const bool isLogarithmic = m_quantities == Quantities::Rates;
    const QCPRange range = xAxis->range();
    const auto line = [&](auto shift, const QPen& pen) {
        QCPGraph* graph = addGraph();
        graph->setPen(pen);
        constexpr int kSteps = 32;
        QVector<double> x, y;
        for (int i = 0; i <= kSteps; ++i) {
            const double share = double(i) / kSteps;
            x << (isLogarithmic ? range.lower * std::pow(range.upper / range.lower, share) : range.lower + share * range.size());
            y << shift(x.back());
        }
        graph->setData(x, y, true);
    };
    const QPen band(theme().lineStrong, 1.0, Qt::DashLine);
    line([&](double x) { return isLogarithmic ? x * engine::kSameRate : x + engine::kSameFidelity; }, band);
    line([&](double x) { return isLogarithmic ? x / engine::kSameRate : x - engine::kSameFidelity; }, band);
    line([](double x) { return x; }, QPen(theme().textThird, 1.2));
}

QPointF ValidationPlot::placeOf(const ValidationRow& row) const
{
    return {xAxis->coordToPixel(row.reference), yAxis->coordToPixel(row.predicted)};
}

std::optional<QPointF> ValidationPlot::pointOf(const QString& id) const
{
    for (const ValidationRow& row : m_points)
        if (row.id == id) return placeOf(row);
    return std::nullopt;
}

/// Shapes say the verdict too, so that no color carries it alone.
void ValidationPlot::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(axisRect()->rect().adjusted(-6, -6, 6, 6));
    for (const ValidationRow& row : m_points) paintMark(painter, agreementMark(row.agreement), placeOf(row), kMarkSize);
    if (const auto place = pointOf(m_marked)) {
        painter.setPen(QPen(theme().accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(*place, kMarkSize, kMarkSize);
    }
}

const ValidationRow* ValidationPlot::rowAt(QPointF place) const
{
    const ValidationRow* best = nullptr;
    double nearest = kReach;
    for (const ValidationRow& row : m_points) {
        const double distance = QLineF(place, placeOf(row)).length();
        if (distance > nearest) continue;
        nearest = distance;
        best = &row;
    }
    return best;
}

void ValidationPlot::mousePressEvent(QMouseEvent* event)
{
    if (const ValidationRow* row = rowAt(event->position())) Q_EMIT chosen(row->id);
}

void ValidationPlot::mouseMoveEvent(QMouseEvent* event)
{
    const ValidationRow* row = rowAt(event->position());
    QToolTip::showText(event->globalPosition().toPoint(), row ? tr("%1: %2", "experiment, verdict").arg(row->id, agreementText(row->agreement)) : QString(), this);
}

void ValidationPlot::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_points.empty()) return QCustomPlot::keyPressEvent(event);
    std::vector<const ValidationRow*> inOrder;
    for (const ValidationRow& row : m_points) inOrder.push_back(&row);
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const ValidationRow* a, const ValidationRow* b) { return a->reference < b->reference; });
    const auto now = std::find_if(inOrder.begin(), inOrder.end(), [&](const ValidationRow* row) { return row->id == m_marked; });
    const auto size = static_cast<std::ptrdiff_t>(inOrder.size());
    const std::ptrdiff_t at = now == inOrder.end() ? (step > 0 ? 0 : size - 1) : std::clamp<std::ptrdiff_t>(now - inOrder.begin() + step, 0, size - 1);
    Q_EMIT chosen(inOrder[static_cast<std::size_t>(at)]->id);
}

void ValidationPlot::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
}

} // namespace bellweave::ui
