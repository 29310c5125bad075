// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

namespace bellweave::ui {

/// A label that would like to stand beside its anchor.
struct LabelRequest {
    ElementRef element;
    QString text;
    QPointF anchor;         ///< screen
    double clearance = 0;   ///< px between anchor and text
    int rank = 0;           ///< lower goes first
    bool strong = false;
};

/// A label and where it stands relative to its anchor, so that it can follow while the map moves.
struct PlacedLabel {
    ElementRef element;
    QString text;
    QRectF box;             ///< relative to the anchor, px
    bool strong = false;
};

/// Greedy placement in eight positions by rank: no label covers another, an obstacle or the edge of the page; labels
/// without a free position are left out. Of free positions the one that covers the fewest `lines` is taken.
std::vector<PlacedLabel> layoutLabels(std::vector<LabelRequest> requests, const std::vector<QRectF>& obstacles,
                                      const std::vector<QRectF>& lines, const QRectF& page);

} // namespace bellweave::ui
