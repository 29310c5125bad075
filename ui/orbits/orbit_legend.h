// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bellweave::ui {

class OrbitLayer;

/// What lines and areas of orbits on the map mean. Lets the mouse through.
class OrbitLegend : public QWidget {
    Q_OBJECT
public:
    OrbitLegend(const OrbitLayer& layer, QWidget& map);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QStringList rows() const;
    void place();

    const OrbitLayer& m_layer;
    QWidget& m_map;
};

} // namespace bellweave::ui
