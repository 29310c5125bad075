// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_words.h"

#include "ui/plots/custom_plot.h"
#include "ui/plots/free_place.h"
#include "ui/plots/plot_marks.h"
#include "ui/render/cut_line.h"

#include <algorithm>
#include <optional>

namespace bellweave::ui {

namespace {

constexpr double kAtHand = 12.0;       // px; farther off a word is tied to its place

/// The corner named by `side` at the place, kWordGap away from it.
QRectF wantedBox(QPointF at, QSizeF size, Qt::Alignment side)
{
    QRectF box(at, size);
    if (side & Qt::AlignRight) box.moveRight(at.x() - kWordGap);
    else if (side & Qt::AlignHCenter) box.moveLeft(at.x() - size.width() / 2);
    else box.moveLeft(at.x() + kWordGap);
    if (side & Qt::AlignBottom) box.moveBottom(at.y() - kWordGap);
    else if (side & Qt::AlignVCenter) box.moveTop(at.y() - size.height() / 2);
    else box.moveTop(at.y() + kWordGap);
    return box;
}

/// The shortest way from a box to a place that is not at hand; none beside it.
std::optional<QLineF> tieOf(const PlotWord& word, const QRectF& box, QPointF at)
{
    if (!word.isTied || distance(at, box) <= kAtHand) return std::nullopt;
    return QLineF(std::clamp(at.x(), box.left(), box.right()), std::clamp(at.y(), box.top(), box.bottom()), at.x(), at.y());
}

/// All words of a plot, placed anew whenever it is painted.
class WordsItem : public QCPAbstractItem {
public:
    explicit WordsItem(QCustomPlot* plot) : QCPAbstractItem(plot)
    {
        setSelectable(false);
        setLayer(QStringLiteral("legend"));    // above all curves
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    void add(PlotWord word)
    {
        const auto later = std::find_if(m_words.begin(), m_words.end(), [&](const PlotWord& other) { return other.rank > word.rank; });
        m_words.insert(later, std::move(word));
    }
    const std::vector<PlacedWord>& placed() const { return m_placed; }

protected:
    void draw(QCPPainter* painter) override
    {
        m_placed.clear();
        m_marks = marksOf(*mParentPlot);
        for (const PlotWord& word : m_words) {
            const QPointF at = word.at(*mParentPlot);
            const auto box = placeFor(word, at);
            if (!box) continue;
            m_placed.push_back({word.text, *box});
            paintWord(*painter, word, *box, tieOf(word, *box, at));
        }
    }

private:
    bool isFree(const QRectF& box, const std::optional<QLineF>& tie) const
    {
        const QRectF roomy = box.adjusted(-kWordGap, 0, kWordGap, 0);
        if (m_marks.reachInto(box)) return false;
        return std::none_of(m_placed.begin(), m_placed.end(), [&](const PlacedWord& other) {
            return other.box.intersects(roomy) || (tie && cutLine(*tie, other.box));
        });
    }
    std::optional<QRectF> placeFor(const PlotWord& word, QPointF at) const
    {
        const QRectF axes = mParentPlot->axisRect()->rect();
        if (!axes.adjusted(-1, -1, 1, 1).contains(at)) return std::nullopt;
        const QSizeF size = QFontMetricsF(word.font).size(0, word.text);
        const QRectF wanted = wantedBox(at, size, word.side);
        const double wide = word.reach.width() + size.width() + kWordGap, high = word.reach.height() + size.height() + kWordGap;
        const QRectF inReach(at.x() - wide, at.y() - high, 2 * wide, 2 * high);
        const QRectF field = (word.field ? word.field(*mParentPlot) & axes : axes) & inReach;
        // Nothing is better than the wanted place, and most words get it: the others are only made when it is taken.
        if (field.contains(wanted) && isFree(wanted, tieOf(word, wanted, at))) return wanted;
        for (const QRectF& box : placesFor(wanted, at, field))
            if (isFree(box, tieOf(word, box, at))) return box;
        return std::nullopt;
    }
    void paintWord(QCPPainter& painter, const PlotWord& word, const QRectF& box, const std::optional<QLineF>& tie)
    {
        if (tie) {
            painter.setPen(QPen(word.color, 1, Qt::DotLine));
            painter.drawLine(*tie);
            m_marks.lines.push_back(*tie);
        }
        painter.setFont(word.font);
        painter.setPen(word.color);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, word.text);
    }

    std::vector<PlotWord> m_words;    // by rank
    std::vector<PlacedWord> m_placed;
    PlotMarks m_marks;
};

WordsItem* wordsOf(const QCustomPlot& plot)
{
    for (int at = plot.itemCount(); at-- > 0;)
        if (auto* words = dynamic_cast<WordsItem*>(plot.item(at))) return words;
    return nullptr;
}

} // namespace

void addWord(QCustomPlot& plot, PlotWord word)
{
    WordsItem* words = wordsOf(plot);
    if (!words) words = new WordsItem(&plot);
    words->add(std::move(word));
}

std::vector<PlacedWord> placedWords(const QCustomPlot& plot)
{
    const WordsItem* words = wordsOf(plot);
    return words ? words->placed() : std::vector<PlacedWord>();
}

std::function<QPointF(const QCustomPlot&)> placeInPlot(double x, double y)
{
    return [=](const QCustomPlot& plot) { return QPointF(plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)); };
}

std::function<QPointF(const QCustomPlot&)> placeInAxes(double x, double y)
{
    return [=](const QCustomPlot& plot) {
        const QRectF axes = plot.axisRect()->rect();
        return QPointF(axes.left() + x * axes.width(), axes.top() + y * axes.height());
    };
}

} // namespace bellweave::ui
