// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QToolButton>

namespace bellweave::ui {

class NetworkView;

/// Zoom in, zoom out and fit, in a corner of the map.
class ZoomControl : public QFrame {
    Q_OBJECT
public:
    ZoomControl(NetworkView& view, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A note on the map that can be clicked.
class MapChip : public QToolButton {
    Q_OBJECT
public:
    explicit MapChip(QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace bellweave::ui
