// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/value_grid.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QMenu>
#include <QPainter>
#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr int kWidth = 280;      // px at the usual text size
constexpr double kNames = 0.42;  // of the width
constexpr double kLeftNames = 0.33, kLeftValues = 0.33;    // the rest holds notes

int lineHeight() { return rowHeight(18); }
QFont normal() { return uiFont(12); }
QFont strong() { return uiFont(12, QFont::DemiBold); }

} // namespace

ValueGrid::ValueGrid(Values values, const QString& name, QWidget* parent) : QWidget(parent), m_values(values)
{
    setAccessibleName(name);
    followMeasures(*this, [this] {
        m_height = heightOf(width());
        updateGeometry();
        update();
    });
}

void ValueGrid::show(const QStringList& heads, std::vector<ValueRow> rows, const QStringList& sentences)
{
    m_heads = heads;
    m_rows = std::move(rows);
    m_sentences = sentences;
    setAccessibleDescription(text());
    if (const int height = heightOf(width()); height != m_height) {
        m_height = height;
        updateGeometry();
    }
    update();
}

QString ValueGrid::text() const
{
    QStringList lines;
    if (!m_heads.isEmpty()) lines.append(u'\t' + m_heads.join(u'\t'));
    for (const ValueRow& row : m_rows) lines.append(row.name + u'\t' + row.values.join(u'\t'));
    return (lines + m_sentences).join(u'\n');
}

int ValueGrid::columns() const
{
    int most = static_cast<int>(m_heads.size());
    for (const ValueRow& row : m_rows) most = std::max(most, static_cast<int>(row.values.size()));
    return std::max(1, most);
}

int ValueGrid::heightOf(int width) const
{
    int height = lineHeight() * (static_cast<int>(m_rows.size()) + (m_heads.isEmpty() ? 0 : 1));
    const QFontMetrics metrics(normal());
    for (const QString& sentence : m_sentences) height += 4 + metrics.boundingRect(0, 0, std::max(width, textRoom(kWidth) / 2), 10'000, Qt::TextWordWrap, sentence).height();
    return height;
}

QSize ValueGrid::sizeHint() const { return {textRoom(kWidth), m_height}; }

QSize ValueGrid::minimumSizeHint() const { return {textRoom(kWidth) / 2, m_height}; }

void ValueGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (const int height = heightOf(width()); height != m_height) {
        m_height = height;
        updateGeometry();
    }
}

/// Column -1 holds the names.
QRect ValueGrid::cellOf(int row, int column) const
{
    const int line = lineHeight();
    if (m_values == Values::Left) {
        const int names = static_cast<int>(kLeftNames * width()), values = static_cast<int>((kLeftNames + kLeftValues) * width());
        const int left = column < 0 ? 0 : column == 0 ? names : values, right = column < 0 ? names : column == 0 ? values : width();
        return {left, row * line, right - left - 4, line};
    }
    const int names = static_cast<int>(kNames * width()), share = (width() - names) / columns();
    return column < 0 ? QRect(0, row * line, names - 6, line) : QRect(names + column * share + 6, row * line, share - 6, line);
}

void ValueGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Qt::Alignment side = (m_values == Values::Left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const auto write = [&](const QRect& cell, Qt::Alignment alignment, const QString& text) { painter.drawText(cell, alignment, painter.fontMetrics().elidedText(text, Qt::ElideMiddle, cell.width())); };
    int line = 0;
    painter.setFont(normal());
    painter.setPen(theme().textSecond);
    for (qsizetype i = 0; i < m_heads.size(); ++i) write(cellOf(0, static_cast<int>(i)), side, m_heads[i]);
    if (!m_heads.isEmpty()) ++line;
    for (const ValueRow& row : m_rows) {
        painter.setFont(row.isStrong ? strong() : normal());
        painter.setPen(row.isStrong ? theme().text : theme().textSecond);
        write(cellOf(line, -1), Qt::AlignLeft | Qt::AlignVCenter, row.name);
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            const bool isNote = m_values == Values::Left && i > 0;
            painter.setPen(isNote ? theme().textSecond : theme().text);
            write(cellOf(line, static_cast<int>(i)), side, row.values[i]);
        }
        ++line;
    }
    painter.setFont(normal());
    painter.setPen(theme().textSecond);
    int top = line * lineHeight();
    for (const QString& sentence : m_sentences) {
        QRect used;
        painter.drawText(QRect(0, top + 4, width(), 10'000), Qt::TextWordWrap, sentence, &used);
        top = used.bottom() + 1;
    }
}

void ValueGrid::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy"), this, [this] { QApplication::clipboard()->setText(text()); });
    menu.exec(event->globalPos());
}

} // namespace bellweave::ui
