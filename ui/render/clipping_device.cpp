// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/clipping_device.h"

#include "ui/render/cut_line.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <optional>

namespace bellweave::ui {

namespace {

constexpr int kPixelsPerInch = 96;

/// The stretches of a path's lines inside a rectangle.
QPainterPath cutLines(const QPainterPath& path, const QRectF& area)
{
    QPainterPath inside;
    for (const QPolygonF& points : path.toSubpathPolygons())
        for (qsizetype i = 1; i < points.size(); ++i) {
            const auto piece = cutLine(QLineF(points[i - 1], points[i]), area);
            if (!piece) continue;
            if (inside.isEmpty() || inside.currentPosition() != piece->p1()) inside.moveTo(piece->p1());
            inside.lineTo(piece->p2());
        }
    return inside;
}

class ClippingEngine : public QPaintEngine {
public:
    explicit ClippingEngine(QPainter& target)
        : QPaintEngine(AllFeatures & ~PaintEngineFeatures(PatternBrush | PerspectiveTransform | ConicalGradientFill | PorterDuff)),
          m_target(target)
    {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& state) override;
    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawTextItem(const QPointF& at, const QTextItem& item) override;
    void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override { m_target.drawPixmap(to, pixmap, from); }
    void drawImage(const QRectF& to, const QImage& image, const QRectF& from, Qt::ImageConversionFlags) override
    {
        m_target.drawImage(to, image, from);
    }

private:
    void clipTo(const QRectF& area, Qt::ClipOperation operation);
    std::optional<QRectF> clipHere() const;
    void drawCut(const QPainterPath& path, const QRectF& area);

    QPainter& m_target;
    std::optional<QRectF> m_clip;    // in px of the device
    bool m_isClipped = false;        // clips can be switched off and on again
};

void ClippingEngine::clipTo(const QRectF& area, Qt::ClipOperation operation)
{
    if (operation == Qt::NoClip) m_clip.reset();
    else m_clip = operation == Qt::IntersectClip && m_clip ? *m_clip & area : area;
    m_isClipped = m_clip.has_value();
}

void ClippingEngine::updateState(const QPaintEngineState& state)
{
    const DirtyFlags changed = state.state();
    if (changed & DirtyPen) m_target.setPen(state.pen());
    if (changed & DirtyBrush) m_target.setBrush(state.brush());
    if (changed & DirtyBrushOrigin) m_target.setBrushOrigin(state.brushOrigin());
    if (changed & DirtyOpacity) m_target.setOpacity(state.opacity());
    if (changed & DirtyHints) m_target.setRenderHints(state.renderHints());
    if (changed & DirtyTransform) m_target.setTransform(state.transform());
    if (changed & DirtyClipRegion) clipTo(state.transform().mapRect(QRectF(state.clipRegion().boundingRect())), state.clipOperation());
    if (changed & DirtyClipPath) clipTo(state.transform().mapRect(state.clipPath().boundingRect()), state.clipOperation());
    if (changed & DirtyClipEnabled) m_isClipped = state.isClipEnabled() && m_clip;
}

/// The clip in the coordinates of what is being drawn.
std::optional<QRectF> ClippingEngine::clipHere() const
{
    if (!m_isClipped) return std::nullopt;
    return m_target.transform().inverted().mapRect(*m_clip);
}

void ClippingEngine::drawCut(const QPainterPath& path, const QRectF& area)
{
    const QPen pen = m_target.pen();
    const QBrush brush = m_target.brush();
    if (brush.style() != Qt::NoBrush) {
        QPainterPath frame;
        frame.addRect(area);
        m_target.setPen(Qt::NoPen);
        m_target.drawPath(path.intersected(frame));
        m_target.setPen(pen);
    }
    if (pen.style() == Qt::NoPen) return;
    m_target.setBrush(Qt::NoBrush);
    m_target.drawPath(cutLines(path, area));
    m_target.setBrush(brush);
}

void ClippingEngine::drawPath(const QPainterPath& path)
{
    const std::optional<QRectF> area = clipHere();
    const QRectF bounds = path.boundingRect();
    if (!area || area->contains(bounds)) return m_target.drawPath(path);
    // A level or upright line has a box without an area, which touches nothing by the rules of QRectF.
    if (bounds.adjusted(-0.5, -0.5, 0.5, 0.5).intersects(*area)) drawCut(path, *area);
}

void ClippingEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode) {
        path.closeSubpath();
        return drawPath(path);
    }
    const QBrush brush = m_target.brush();
    m_target.setBrush(Qt::NoBrush);
    drawPath(path);
    m_target.setBrush(brush);
}

void ClippingEngine::drawTextItem(const QPointF& at, const QTextItem& item)
{
    const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    const std::optional<QRectF> area = clipHere();
    if (area && !area->intersects(box)) return;
    m_target.setFont(item.font());
    m_target.drawText(at, item.text());
}

} // namespace

ClippingDevice::ClippingDevice(QPainter& target, QSize size) : m_size(size), m_engine(std::make_unique<ClippingEngine>(target)) {}

ClippingDevice::~ClippingDevice() = default;

QPaintEngine* ClippingDevice::paintEngine() const { return m_engine.get(); }

int ClippingDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth: return m_size.width();
    case PdmHeight: return m_size.height();
    case PdmWidthMM: return qRound(m_size.width() * 25.4 / kPixelsPerInch);
    case PdmHeightMM: return qRound(m_size.height() * 25.4 / kPixelsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY: return kPixelsPerInch;
    case PdmDepth: return 32;
    case PdmNumColors: return 1 << 24;
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return qRound(devicePixelRatioFScale());
    default: return 0;
    }
}

} // namespace bellweave::ui
