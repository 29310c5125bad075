// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

class QCustomPlot;

namespace bellweave::ui {

/// Which of two words gets a place first.
enum class WordRank { Value, Limit, Series, Note };

/// A word inside the axes of a plot: at its place when that is free, else at the nearest free one, left out when there is none.
/// No word covers another word, a curve or a dot, and none leaves the axes.
struct PlotWord {
    QString text;
    QColor color;
    QFont font;
    WordRank rank = WordRank::Note;
    std::function<QPointF(const QCustomPlot&)> at;             ///< what it belongs to, px; outside the axes the word is left out
    Qt::Alignment side = {};                                   ///< which corner of the word stands there, if it can choose
    QSizeF reach = {};                                         ///< how far it may go from there, px
    std::function<QRectF(const QCustomPlot&)> field = {};      ///< what it must not leave, px; the axes when there is none
    bool isTied = false;                                       ///< a dotted line leads to the place where that is not at hand
};

/// To be placed whenever the plot is painted.
void addWord(QCustomPlot& plot, PlotWord word);

/// A word where it stood when the plot was painted last.
struct PlacedWord {
    QString text;
    QRectF box;    ///< px
};
/// Those that found a place.
std::vector<PlacedWord> placedWords(const QCustomPlot& plot);

/// A place in a plot, px.
std::function<QPointF(const QCustomPlot&)> placeInPlot(double x, double y);
/// A place by its share of the axes, from the top left corner.
std::function<QPointF(const QCustomPlot&)> placeInAxes(double x, double y);

} // namespace bellweave::ui
