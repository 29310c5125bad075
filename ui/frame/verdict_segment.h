// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/verdict_text.h"
#include "ui/style/measures.h"

#include <QWidget>

namespace bellweave::ui {

/// Height of the verdict bar: two lines, px.
inline int verdictHeight() { return rowHeight(52, 2); }
/// The color of a tone in the theme in force.
QColor toneColor(Tone tone);

/// One segment of the verdict bar: a caption over a value, a rule at its right. It grows with its
/// text but does not shrink, so that the bar stands still while numbers change.
class VerdictSegmentView : public QWidget {
    Q_OBJECT
public:
    explicit VerdictSegmentView(QWidget* parent = nullptr);

    void setSegment(const VerdictSegment& segment);
    const VerdictSegment& segment() const { return m_segment; }
    void setOpacity(double opacity);
    /// Forgets the width reached so far (another design, another demand).
    void forgetWidth() { m_widest = 0; }
    /// The widest the text has been since forgetWidth(), px.
    int wantedWidth() const { return m_widest; }

    QSize sizeHint() const override { return {m_widest, verdictHeight()}; }
    QSize minimumSizeHint() const override { return {m_shortens ? qMin(m_widest, textRoom(140)) : m_widest, verdictHeight()}; }
    /// Lets the segment give way when room is short: dots in its first words; numbers stay whole.
    void setShortens(bool shortens) { m_shortens = shortens; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();

    VerdictSegment m_segment;
    int m_widest = 0;
    double m_opacity = 1.0;
    bool m_shortens = false;
};

/// The first cell: mark, level and counts on the level's color with a strong left edge.
class VerdictCell : public QWidget {
    Q_OBJECT
public:
    explicit VerdictCell(QWidget* parent = nullptr);
    void setText(const VerdictText& text);
    void setOpacity(double opacity);
    QSize sizeHint() const override { return {textRoom(220), verdictHeight()}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    VerdictText m_text;
    double m_opacity = 1.0;
};

} // namespace bellweave::ui
