// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <QRectF>

class QPainter;

namespace bellweave::ui {

/// A small map with a network inside an area: land, links as lines, sites as their symbols of `symbolSize` px.
void paintNetworkSketch(QPainter& painter, const Network& network, const QRectF& area, double symbolSize);

} // namespace bellweave::ui
