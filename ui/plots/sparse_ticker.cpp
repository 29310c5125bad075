// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sparse_ticker.h"

#include <numeric>

namespace bellweave::ui {

namespace {

constexpr double kGap = 4.0;    // px between two figures

bool isDecade(double tick)
{
    const double decade = std::log10(std::abs(tick));
    return std::abs(decade - std::round(decade)) < 1e-6;
}

/// The figures of an axis, as stretches along it in px.
class Figures {
public:
    Figures(const QCPAxis& axis, const QVector<double>& ticks, const QVector<QString>& labels) : m_axis(axis), m_metrics(axis.tickLabelFont())
    {
        for (qsizetype at = 0; at < ticks.size(); ++at) {
            const double center = axis.coordToPixel(ticks[at]), half = 0.5 * (extent(labels[at]) + kGap);
            m_stretches.emplace_back(center - half, center + half);
        }
    }
    bool collide(std::size_t one, std::size_t other) const
    {
        return m_stretches[one].first < m_stretches[other].second && m_stretches[other].first < m_stretches[one].second;
    }
    std::size_t count() const { return m_stretches.size(); }

private:
    double extent(const QString& label) const
    {
        if (m_axis.orientation() == Qt::Horizontal) return m_metrics.horizontalAdvance(label);
        const bool hasExponent = label.contains(u'e');
        return (hasExponent ? 1.3 : 1.0) * m_metrics.ascent();
    }

    const QCPAxis& m_axis;
    QFontMetricsF m_metrics;
    std::vector<std::pair<double, double>> m_stretches;
};

/// The least step at which no two figures collide.
std::size_t leastStep(const Figures& figures)
{
    const auto collides = [&](std::size_t step) {
        for (std::size_t at = step; at < figures.count(); at += step)
            if (figures.collide(at - step, at)) return true;
        return false;
    };
    std::size_t step = 1;
    while (step < figures.count() && collides(step)) ++step;
    return step;
}

/// Figures in an order of worth, each kept where it collides with none kept before.
std::vector<bool> keptInOrder(const Figures& figures, const std::vector<std::size_t>& order)
{
    std::vector<bool> kept(figures.count(), false);
    for (const std::size_t at : order) {
        bool isFree = true;
        for (std::size_t other = 0; other < figures.count() && isFree; ++other) isFree = !kept[other] || !figures.collide(at, other);
        kept[at] = isFree;
    }
    return kept;
}

template<typename Ticker>
class SparseTicker : public Ticker {
public:
    explicit SparseTicker(const QCPAxis& axis) : m_axis(axis) {}

    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        Ticker::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
        if (!tickLabels || tickLabels->size() != ticks.size()) return;
        const Figures figures(m_axis, ticks, *tickLabels);
        const std::vector<bool> kept = keptOf(figures, ticks);
        for (qsizetype at = 0; at < ticks.size(); ++at)
            if (!kept[static_cast<std::size_t>(at)]) (*tickLabels)[at].clear();
    }

private:
    static std::vector<bool> keptOf(const Figures& figures, const QVector<double>& ticks)
    {
        std::vector<std::size_t> order(figures.count());
        std::iota(order.begin(), order.end(), 0);
        if constexpr (std::is_same_v<Ticker, QCPAxisTickerLog>) {
            std::stable_partition(order.begin(), order.end(), [&](std::size_t at) { return isDecade(ticks[static_cast<qsizetype>(at)]); });
        } else {
            const std::size_t step = leastStep(figures);
            std::stable_partition(order.begin(), order.end(), [=](std::size_t at) { return at % step == 0; });
            order.resize((figures.count() + step - 1) / step);
        }
        return keptInOrder(figures, order);
    }

    const QCPAxis& m_axis;
};

} // namespace

QSharedPointer<QCPAxisTicker> sparseTicker(const QCPAxis& axis, bool logarithmic)
{
    if (logarithmic) return QSharedPointer<QCPAxisTicker>(new SparseTicker<QCPAxisTickerLog>(axis));
    return QSharedPointer<QCPAxisTicker>(new SparseTicker<QCPAxisTicker>(axis));
}

} // namespace bellweave::ui
