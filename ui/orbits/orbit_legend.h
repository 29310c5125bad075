// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace bellweave::ui {

class OrbitLayer;

/// What lines and areas of orbits on the map mean. Lets the mouse through.
class OrbitLegend : public QWidget {
    Q_OBJECT
public:
    OrbitLegend(const OrbitLayer& layer, QWidget& map);

    QSize sizeHint() const override;
    /// As large as its words need now, in the corner of the map.
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    enum class Sign { Next, Past, Footprint, Night };
    struct Row {
        Sign sign;
        QString text;
    };
    std::vector<Row> rows() const;
    void paintSign(QPainter& painter, Sign sign, const QRectF& box) const;

    const OrbitLayer& m_layer;
    QWidget& m_map;
};

} // namespace bellweave::ui
