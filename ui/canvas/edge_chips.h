// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "ui/canvas/network_scene.h"
#include "ui/session/session.h"

#include <QAbstractButton>

namespace bellweave::ui {

/// A selected element that the picture does not show: in which direction it lies, and how far from the middle.
struct OutOfView {
    ElementRef element;
    QPointF direction;     ///< on the screen, a unit vector
    Length distance;       ///< along the ground
};
/// The selected sites and notes that are out of view, near ones first.
std::vector<OutOfView> outOfView(const NetworkScene& scene, const Camera& camera, const Selection& selection);

/// Where a chip of a size stands: at the edge of the page in the direction of its element, moved along the edge until it covers
/// no obstacle. Null when there is no room.
QRectF chipBox(QSizeF page, QSizeF size, QPointF direction, const std::vector<QRectF>& obstacles);

/// A chip at the edge of the map: an arrow, the element's symbol, its name, how far it is, and a way there.
class EdgeChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit EdgeChip(QWidget* parent);
    /// What it points to; with `more` above 0 it stands for so many further elements instead.
    void show(const Network& network, const OutOfView& target, int more);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    OutOfView m_target;
    SiteRole m_role = SiteRole::Junction;
    bool m_isSite = false;
    QString m_name;
    QString m_distance;
};

/// The chips of the selection, at most six and one for the rest.
class EdgeChips : public QObject {
    Q_OBJECT
public:
    explicit EdgeChips(QWidget* page);

    /// Shows chips for what is out of view now; `obstacles` are other overlays.
    void update(const NetworkScene& scene, const Camera& camera, const Selection& selection, std::vector<QRectF> obstacles);
    std::vector<QRectF> boxes() const;

Q_SIGNALS:
    void wanted(const bellweave::ElementRef& element);
    /// All that is selected is wanted at once.
    void allWanted();

private:
    EdgeChip& chip(std::size_t index);

    QWidget* m_page;
    std::vector<EdgeChip*> m_chips;
    std::vector<ElementRef> m_elements;    // of each chip; none for the one that stands for the rest
};

} // namespace bellweave::ui
