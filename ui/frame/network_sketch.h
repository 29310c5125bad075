// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <QColor>
#include <QPixmap>

class QPainter;

namespace bellweave::ui {

/// A small map with a network inside an area: land, links as lines, sites as their symbols. The picture is kept, for the map
/// behind it takes some milliseconds.
class NetworkSketch {
public:
    explicit NetworkSketch(Network network) : m_network(std::move(network)) {}
    /// Precondition: the symbols have the same size, px, each time.
    void paint(QPainter& painter, const QRect& area, double symbolSize);

private:
    /// What the kept picture looks like.
    struct Look {
        QSize size;      ///< of the screen's pixels
        QColor land;     ///< tells the theme
        bool highContrast = false;
        bool operator==(const Look&) const = default;
    };
    void draw(QPainter& painter, QSizeF size, double symbolSize) const;

    Network m_network;
    QPixmap m_picture;
    Look m_look;
};

} // namespace bellweave::ui
