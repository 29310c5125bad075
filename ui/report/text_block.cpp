// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/text_block.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>

namespace bellweave::ui {

namespace {

constexpr double kLineHeight = 1.32;    // of the font's size

} // namespace

QFont paperFont(int px, QFont::Weight weight)
{
    QFont font = uiFont(px, weight);
    font.setPixelSize(px);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QString& text, const QFont& font)
{
    double widest = 0.0;
    for (const QString& line : text.split(u'\n')) widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(line));
    return std::ceil(widest) + 1.0;
}

double widestWord(const QString& text, const QFont& font)
{
    static const QRegularExpression space(QStringLiteral("[ \\n\\t]+"));
    double widest = 0.0;
    for (const QString& word : text.split(space)) widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(word));
    return std::ceil(widest) + 1.0;
}

TextBlock::TextBlock(const QString& text, const QFont& font, const QColor& color, double width, Qt::Alignment alignment)
    : m_layout(std::make_shared<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), font)), m_color(color),
      m_lineHeight(std::round(font.pixelSize() * kLineHeight))
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    int number = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, m_lineHeight * number++ + (m_lineHeight - line.height()) / 2});
    }
    m_layout->endLayout();
}

int TextBlock::lines() const { return m_layout->lineCount(); }

void TextBlock::paint(QPainter& painter, QPointF corner, int first, int count) const
{
    painter.setPen(m_color);
    const QPointF shift = corner - QPointF(0.0, m_lineHeight * first);
    for (int i = first; i < std::min(first + count, lines()); ++i) m_layout->lineAt(i).draw(&painter, shift);
}

} // namespace bellweave::ui
