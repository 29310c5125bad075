// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QRectF>
#include <QRegion>
#include <QString>
#include <QStringList>
#include <QTextItem>
#include <QWidget>
#include <cmath>
#include <vector>

namespace bellweave::test {

/// A piece of text as it was painted: where, and how much of it was inside the clip.
struct PaintedText {
    QString text;
    QRectF box;
    QRectF visible;
    bool isRotated = false;
};

/// Takes a painting and remembers its texts. Nothing else is kept.
class TextEngine : public QPaintEngine {
public:
    TextEngine() : QPaintEngine(QPaintEngine::AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return QPaintEngine::User; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath&) override {}

    void updateState(const QPaintEngineState& state) override
    {
        const auto dirty = state.state();
        if (dirty & DirtyTransform) m_transform = state.transform();
        if (dirty & DirtyClipEnabled) m_hasClip = state.isClipEnabled();
        if (dirty & DirtyClipRegion) clipTo(m_transform.map(state.clipRegion()), state.clipOperation());
        if (dirty & DirtyClipPath) clipTo(QRegion(m_transform.map(state.clipPath()).toFillPolygon().toPolygon()), state.clipOperation());
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        if (item.text().trimmed().isEmpty()) return;
        const QRectF local(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        PaintedText painted{item.text(), m_transform.mapRect(local), {}, m_transform.isRotating()};
        QRegion clip = systemClip();
        if (clip.isEmpty()) clip = QRegion(-100000, -100000, 200000, 200000);
        if (m_hasClip) clip &= m_clip;
        painted.visible = QRectF(clip.boundingRect()) & painted.box;
        texts.push_back(painted);
    }

    std::vector<PaintedText> texts;

private:
    void clipTo(const QRegion& region, Qt::ClipOperation operation)
    {
        m_clip = operation == Qt::IntersectClip && m_hasClip ? m_clip & region : region;
        m_hasClip = operation != Qt::NoClip;
    }

    QTransform m_transform;
    QRegion m_clip;
    bool m_hasClip = false;
};

class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QWidget& widget) : m_size(widget.size()), m_dpi(widget.logicalDpiX()) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }
    const std::vector<PaintedText>& texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return m_dpi;
        case PdmDevicePixelRatio: return 1;
        case PdmDepth: return 32;
        case PdmNumColors: return 1 << 24;
        default: return 1;
        }
    }

private:
    QSize m_size;
    int m_dpi;
    mutable TextEngine m_engine;
};

/// Every text that a widget and its children paint.
inline std::vector<PaintedText> paintedTexts(QWidget& widget)
{
    TextDevice device(widget);
    widget.render(&device);
    return device.texts();
}

/// Sentences about texts that are cut or painted over each other; empty when all is well.
/// A text may lose `slack` px (side bearings, antialiasing); a scrolled-out one, of which nothing is seen, counts as absent.
inline QStringList clippedOrOverlapping(const std::vector<PaintedText>& texts, double slack = 2.0)
{
    QStringList faults;
    std::vector<const PaintedText*> seen;
    for (const PaintedText& text : texts) {
        if (text.visible.width() <= slack || text.visible.height() <= 0.5 * text.box.height()) continue;
        seen.push_back(&text);
        if (text.isRotated) continue;
        if (text.box.width() - text.visible.width() > slack)
            faults << QStringLiteral("cut: \"%1\" at %2, %3: %4 of %5 px").arg(text.text).arg(text.box.x()).arg(text.box.y())
                          .arg(text.visible.width()).arg(text.box.width());
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            // Line boxes may touch: only the inner part of the letters counts.
            const auto core = [](const QRectF& box) { return box.adjusted(1.0, 0.22 * box.height(), -1.0, -0.22 * box.height()); };
            const QRectF common = core(seen[i]->visible) & core(seen[j]->visible);
            const bool isSame = seen[i]->text == seen[j]->text && seen[i]->box == seen[j]->box;
            if (!isSame && common.width() > slack && common.height() > slack)
                faults << QStringLiteral("overlap: \"%1\" and \"%2\" at %3, %4").arg(seen[i]->text, seen[j]->text)
                              .arg(common.x()).arg(common.y());
        }
    return faults;
}

} // namespace bellweave::test
