// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <vector>

namespace bellweave::test {

/// A text as it was painted; the box holds its ink, px of the device.
struct InkedText {
    QString text;
    QRectF ink;
};

/// Keeps what is written onto it and which rectangles are filled, and throws away what else is drawn.
class InkRecorder : public QPaintDevice {
public:
    explicit InkRecorder(QSize size) : m_size(size) {}
    const std::vector<InkedText>& texts() const { return m_engine.texts; }
    /// Rectangles filled with a color, px of the device.
    const std::vector<std::pair<QRectF, QColor>>& fills() const { return m_engine.fills; }
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        case PdmDepth: return 32;
        case PdmNumColors: return 1 << 24;
        default: return 96;    // dots in an inch
        }
    }

private:
    struct Engine : QPaintEngine {
        Engine() : QPaintEngine(AllFeatures) {}
        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        Type type() const override { return User; }
        void updateState(const QPaintEngineState& state) override
        {
            if (state.state() & DirtyTransform) transform = state.transform();
            if (state.state() & DirtyBrush) fill = state.brush().color();
        }
        void drawPath(const QPainterPath&) override {}
        void drawRects(const QRectF* rects, int count) override
        {
            for (int at = 0; at < count; ++at) fills.emplace_back(transform.mapRect(rects[at]), fill);
        }
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
        void drawTextItem(const QPointF& at, const QTextItem& item) override
        {
            const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at);
            if (!ink.isEmpty()) texts.push_back({item.text(), transform.mapRect(ink)});
        }
        QTransform transform;
        QColor fill;
        std::vector<InkedText> texts;
        std::vector<std::pair<QRectF, QColor>> fills;
    };
    QSize m_size;
    mutable Engine m_engine;
};

} // namespace bellweave::test
