// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QSize>
#include <memory>

class QPainter;

namespace bellweave::ui {

/// Passes a painting on to the painter of a device that knows no clip, such as Qt's SVG, with everything cut to the clip in
/// force. Clips count as rectangles; lines and areas are cut, a text that is partly inside stays whole. 96 dpi.
class ClippingDevice : public QPaintDevice {
public:
    ClippingDevice(QPainter& target, QSize size);
    ~ClippingDevice() override;
    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    std::unique_ptr<QPaintEngine> m_engine;
};

} // namespace bellweave::ui
