// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <memory>

class QPainter;
class QPointF;
class QTextLayout;

namespace bellweave::ui {

/// A font of a printed report in px at 96 dpi. Measured without hinting, so that paper and preview break lines alike.
QFont paperFont(int px, QFont::Weight weight = QFont::Normal);
/// How wide a text is in one line.
double textWidth(const QString& text, const QFont& font);
/// The widest word of a text: what a narrower column would have to break.
double widestWord(const QString& text, const QFont& font);

/// A text broken into lines of a width; words wider than that break anywhere, so nothing is ever cut. Cheap to copy.
class TextBlock {
public:
    TextBlock(const QString& text, const QFont& font, const QColor& color, double width, Qt::Alignment alignment = Qt::AlignLeft);

    int lines() const;
    double lineHeight() const { return m_lineHeight; }
    /// Draws `count` lines from `first` on, the first of them at the point.
    void paint(QPainter& painter, QPointF corner, int first, int count) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QColor m_color;
    double m_lineHeight;
};

} // namespace bellweave::ui
