// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/example_card.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace bellweave::ui {

namespace {

int textHeight() { return textRoom(92); }

/// Wraps a text to two lines, the second with dots when it does not fit.
void paintTwoLines(QPainter& painter, const QRect& area, const QString& text)
{
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    layout.endLayout();
    const int height = painter.fontMetrics().lineSpacing();
    const int breakAt = first.textLength();
    painter.drawText(area, Qt::AlignTop | Qt::AlignLeading, text.left(breakAt).trimmed());
    const QString rest = painter.fontMetrics().elidedText(text.mid(breakAt), Qt::ElideRight, area.width());
    painter.drawText(area.adjusted(0, height, 0, 0), Qt::AlignTop | Qt::AlignLeading, rest);
}

} // namespace

ExampleCard::ExampleCard(Example example, QWidget* parent) : EnterButton(parent), m_example(std::move(example)), m_sketch(m_example.network)
{
    setText(m_example.name);
    setAccessibleName(m_example.name);
    setAccessibleDescription(tr("%1 %2", "question, facts").arg(m_example.question, factsOf(m_example.network)));
    setToolTip(m_example.question);
    followMeasures(*this, [this] { setMinimumWidth(leastWidth()); });
}

void ExampleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QRect picture = rect().adjusted(1, 1, -1, -textHeight());
    painter.setPen(QPen(underMouse() ? theme().fieldEdge : theme().line, 1.0));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(card, 5.0, 5.0);
    m_sketch.paint(painter, picture, m_example.network.sites.size() > 24 ? 9.0 : 14.0);
    painter.fillRect(QRect(picture.left(), picture.bottom() + 1, picture.width(), 1), theme().line);

    const QRect text = rect().adjusted(12, height() - textHeight() + 8, -12, -8);
    painter.setFont(uiFont(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const QString name = painter.fontMetrics().elidedText(m_example.name, Qt::ElideMiddle, text.width());
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeading, name);
    painter.setFont(uiFont(12));
    painter.setPen(theme().textSecond);
    paintTwoLines(painter, text.adjusted(0, textRoom(21), 0, 0), m_example.question);
    painter.setPen(theme().textThird);
    painter.drawText(text, Qt::AlignBottom | Qt::AlignLeading, factsOf(m_example.network));
}

} // namespace bellweave::ui
