// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/verdict_segment.h"

#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QtMath>

namespace bellweave::ui {

namespace {

constexpr int kPadding = 14;

/// Where a text stands that is `px` below the top of a bar of usual height.
int baseline(double px) { return static_cast<int>(px * verdictHeight() / 52.0); }
QFont captionFont() { return uiFont(11); }
QFont valueFont(bool strong) { return uiFont(13, strong ? QFont::DemiBold : QFont::Normal); }

int valueWidth(const VerdictSegment& segment)
{
    int width = 0;
    for (const TextRun& run : segment.value)
        width += qCeil(QFontMetricsF(valueFont(run.strong)).horizontalAdvance(run.text));
    return width;
}

int widthOf(const VerdictSegment& segment)
{
    return qMax(valueWidth(segment), qCeil(QFontMetricsF(captionFont()).horizontalAdvance(segment.caption))) + 2 * kPadding + 1;
}

/// Mirrors a text's start in right-to-left windows.
void drawTextFrom(QPainter& painter, const QWidget& widget, int x, int baseline, int width, const QString& text)
{
    const int left = widget.layoutDirection() == Qt::RightToLeft ? widget.width() - x - width : x;
    painter.drawText(left, baseline, text);
}

QColor cellBackground(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return theme().okBackground;
    case Tone::Warn: return theme().warnBackground;
    case Tone::Bad: return theme().badBackground;
    default: return theme().panel;
    }
}

} // namespace

QColor toneColor(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return theme().text;
    case Tone::Second: return theme().textSecond;
    case Tone::Third: return theme().textThird;
    case Tone::Ok: return theme().ok;
    case Tone::Warn: return theme().warn;
    case Tone::Bad: return theme().bad;
    }
    return theme().text;
}

VerdictSegmentView::VerdictSegmentView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void VerdictSegmentView::setSegment(const VerdictSegment& segment)
{
    m_segment = segment;
    setToolTip(quantityTip(segment.quantity, segment.toolTip));
    setAccessibleName(segment.caption);
    setAccessibleDescription(segment.plain());
    measure();
    update();
}

void VerdictSegmentView::setOpacity(double opacity)
{
    m_opacity = opacity;
    update();
}

void VerdictSegmentView::measure()
{
    const int width = widthOf(m_segment);
    if (width <= m_widest) return;
    m_widest = width;
    updateGeometry();
}

void VerdictSegmentView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_widest = 0;
        measure();
    }
    QWidget::changeEvent(event);
}

void VerdictSegmentView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(mirrored ? 0 : width() - 1, 0, 1, height(), theme().line);
    painter.setOpacity(m_opacity);
    painter.setFont(captionFont());
    painter.setPen(theme().textSecond);
    const int room = width() - 2 * kPadding;
    const QString caption = painter.fontMetrics().elidedText(m_segment.caption, Qt::ElideRight, room + 1);
    drawTextFrom(painter, *this, kPadding, baseline(19), painter.fontMetrics().horizontalAdvance(caption), caption);
    const int rest = room - valueWidth(m_segment);
    int x = kPadding;
    for (const TextRun& run : m_segment.value) {
        painter.setFont(valueFont(run.strong));
        painter.setPen(toneColor(run.tone));
        const int full = painter.fontMetrics().horizontalAdvance(run.text);
        // Only the first words give way.
        const bool shortens = rest < 0 && &run == &m_segment.value.front();
        const QString text = shortens ? painter.fontMetrics().elidedText(run.text, Qt::ElideRight, full + rest) : run.text;
        const int advance = painter.fontMetrics().horizontalAdvance(text);
        drawTextFrom(painter, *this, x, baseline(37), advance, text);
        x += advance;
    }
}

VerdictCell::VerdictCell(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void VerdictCell::setText(const VerdictText& text)
{
    m_text = text;
    setAccessibleName(text.title);
    setAccessibleDescription(text.detail);
    setToolTip(quantityTip(QStringLiteral("verdict.demands_met"), text.sentence));
    update();
}

void VerdictCell::setOpacity(double opacity)
{
    m_opacity = opacity;
    update();
}

void VerdictCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(rect(), cellBackground(m_text.tone));
    painter.fillRect(mirrored ? width() - 3 : 0, 0, 3, height(), toneColor(m_text.tone));
    painter.fillRect(mirrored ? 0 : width() - 1, 0, 1, height(), theme().line);
    painter.setOpacity(m_opacity);
    paintMark(painter, m_text.mark, QPointF(mirrored ? width() - 27 : 27, height() / 2.0), iconSide());
    const int room = width() - 47 - 8;
    painter.setPen(toneColor(m_text.tone));
    painter.setFont(uiFont(15, QFont::DemiBold));
    const QString title = painter.fontMetrics().elidedText(m_text.title, Qt::ElideRight, room);
    drawTextFrom(painter, *this, 47, baseline(25), painter.fontMetrics().horizontalAdvance(title), title);
    painter.setFont(captionFont());
    painter.setPen(theme().textSecond);
    const QString detail = painter.fontMetrics().elidedText(m_text.detail, Qt::ElideRight, room);
    drawTextFrom(painter, *this, 47, baseline(42), painter.fontMetrics().horizontalAdvance(detail), detail);
}

} // namespace bellweave::ui
