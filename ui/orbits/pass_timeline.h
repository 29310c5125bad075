// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"

#include <QAbstractScrollArea>
#include <QPixmap>

namespace bellweave::ui {

/// Passes over time, a row for each pair of ground stations and each station: as high as the satellite climbs, filled while links are
/// open, an outline where daylight bars them; a gray rule while it is dark. Dragging leads the moment.
class PassTimeline : public QAbstractScrollArea {
    Q_OBJECT
public:
    PassTimeline(Session& session, OrbitController& orbits, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// "Delft – Vienna".
    QString rowName(std::size_t row) const;
    /// What stands at the row's end: pairs or key bits of the demand over it; empty where none is.
    QString rowTotal(std::size_t row) const;
    /// Where things are, px of the viewport.
    double xOf(double time) const;
    double timeAt(double x) const;
    QRectF boxOf(std::size_t row) const;
    /// Seconds that are seen.
    std::pair<double, double> shown() const { return {m_from, m_until}; }
    void showTimes(double from, double until);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    static int nameWidth();
    static int totalWidth();
    static int axisHeight();
    static int rowSize();
    static int legendHeight();
    void follow();
    void redraw();
    void fitRows();
    void paintRows(QPainter& painter) const;
    std::optional<ChosenPass> passUnder(QPointF at) const;
    void paintAxis(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintRow(QPainter& painter, std::size_t row) const;
    void paintPass(QPainter& painter, const engine::SkyPass& pass, const QRectF& box) const;
    void paintPlayhead(QPainter& painter) const;
    QString tipOf(const ChosenPass& pass) const;
    void keepMomentSeen();

    Session& m_session;
    OrbitController& m_orbits;
    QPixmap m_picture;         // all but the playhead, which moves in every frame; null: to be drawn again
    bool m_isLeading = false;  // a drag that began between names and totals
    double m_from = 0.0;
    double m_until = 86400.0;
};

} // namespace bellweave::ui
