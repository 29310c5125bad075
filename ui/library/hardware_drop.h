// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/snap.h"

#include <QWidget>

class QDropEvent;

namespace bellweave::ui {

class NetworkView;

/// Lets presets be dropped on the map: rings the site or link under the pointer that takes them, and applies what is dropped.
class HardwareDrop : public QWidget {
    Q_OBJECT
public:
    /// Lies over the view's map, which owns it.
    explicit HardwareDrop(NetworkView& view);

    /// What would take the preset now.
    const std::optional<SnapTarget>& target() const { return m_target; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<SnapTarget> targetAt(QPointF screen) const;
    void follow(QDropEvent& event);
    void drop(QDropEvent& event);
    void end();

    NetworkView& m_view;
    std::optional<SnapTarget> m_target;
};

} // namespace bellweave::ui
