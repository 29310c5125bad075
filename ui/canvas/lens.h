// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPolygonF>
#include <vector>

class QLabel;

namespace bellweave::ui {

class NetworkView;

/// A second view on the same design with a scale of its own, over the map: everything can be done in it that can be done on
/// the map. Dragged by its title, ended by its button.
class Lens : public QFrame {
    Q_OBJECT
public:
    /// `area`: what it shows, map units of the main view.
    Lens(NetworkView& main, const QRectF& area);

    NetworkView& view() const { return *m_view; }
    /// The corners of what the lens shows, on the screen of the main view; empty where that does not show all of them.
    QPolygonF seenArea() const;

Q_SIGNALS:
    void moved();
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void follow();
    void nameIt();

    NetworkView& m_main;
    NetworkView* m_view;
    QLabel* m_title;
    QLabel* m_factor;
    QPoint m_grip;
};

/// The lenses of a map, at most three.
class Lenses : public QObject {
    Q_OBJECT
public:
    explicit Lenses(NetworkView& main);

    /// Opens a lens on an area of the map; null, with a notice, when three are open.
    Lens* open(const QRectF& area);
    void closeAll();
    const std::vector<Lens*>& all() const { return m_lenses; }
    std::vector<QRectF> boxes() const;
    /// What each lens shows, and which lens shows it.
    void paint(QPainter& painter) const;

Q_SIGNALS:
    void changed();

private:
    QPoint freePlace(QSize size) const;
    void end(Lens& lens);

    NetworkView& m_main;
    std::vector<Lens*> m_lenses;
};

} // namespace bellweave::ui
