// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace bellweave::ui {

/// A row of a grid: its name and a value for each column.
struct ValueRow {
    QString name;
    QStringList values;
    bool isStrong = false;
};

/// Names at the left, columns of values: painted, so that numbers that change in every frame cost no layout. As high as its rows; notes below
/// are wrapped.
class ValueGrid : public QWidget {
    Q_OBJECT
public:
    enum class Values { Left, Right };    ///< where values stand in their columns
    explicit ValueGrid(Values values, const QString& name, QWidget* parent = nullptr);

    /// `heads` over the columns, none for no such row; sentences stand below.
    void show(const QStringList& heads, std::vector<ValueRow> rows, const QStringList& sentences = {});
    /// All of it, a line each, cells parted by tabs.
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int heightOf(int width) const;
    int columns() const;
    QRect cellOf(int row, int column) const;

    Values m_values;
    QStringList m_heads;
    std::vector<ValueRow> m_rows;
    QStringList m_sentences;
    int m_height = 0;
};

} // namespace bellweave::ui
