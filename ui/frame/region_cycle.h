// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>
#include <vector>

namespace bellweave::ui {

/// Gives the focus to the first widget inside that takes it; false when there is none.
bool focusInside(QWidget& region);

/// F6 and Shift+F6: moves the focus from one part of the window to the next, back to where it was in each.
class RegionCycle : public QObject {
    Q_OBJECT
public:
    explicit RegionCycle(QObject* parent = nullptr);

    /// In the order of the cycle.
    void setRegions(const std::vector<QWidget*>& regions);
    /// `step` is 1 or -1; hidden regions and those that take no focus are passed over.
    void move(int step);

private:
    struct Region {
        QPointer<QWidget> widget;
        QPointer<QWidget> lastFocus;
    };
    void rememberFocus(QWidget* now);
    int regionOf(const QWidget* widget) const;
    static bool enter(Region& region);

    std::vector<Region> m_regions;
};

} // namespace bellweave::ui
