// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/projection.h"

class QPainter;

namespace bellweave::ui {

/// Meridians and parallels at round degrees, as far apart as the scale allows. On the globe and on Equal Earth only those of
/// the four quarters run to the poles, so that the rest do not crowd there.
void paintGraticule(QPainter& painter, const Camera& camera, const Projection& projection);

/// Degrees between the lines that are painted.
double graticuleStep(const Camera& camera, const Projection& projection);

} // namespace bellweave::ui
