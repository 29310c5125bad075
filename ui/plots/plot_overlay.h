// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

namespace bellweave::ui {

/// Lies over a plot: crosshair, readout, and the veil over stale curves. Repaints without drawing the plot again.
class PlotOverlay : public QWidget {
    Q_OBJECT
public:
    explicit PlotOverlay(QWidget* plot);

    /// Crosshair at a px position inside `area`, with the values there; no text hides it.
    void showReadout(QPointF at, const QRectF& area, const QString& text);
    /// Only the values, for plots without axes.
    void showNote(QPointF at, const QString& text);
    void hideReadout();
    void setVeiled(bool veiled);
    QString readout() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintReadout(class QPainter& painter) const;

    QPointF m_at;
    std::optional<QRectF> m_crosshair;
    QString m_text;
    bool m_veiled = false;
};

} // namespace bellweave::ui
