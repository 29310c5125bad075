// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/region_cycle.h"

#include <QApplication>

namespace bellweave::ui {

namespace {

bool takesFocus(const QWidget* widget)
{
    return widget && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

/// The first widget inside that the Tab key would reach, in tab order.
QWidget* firstInside(QWidget* region)
{
    if (takesFocus(region)) return region;
    for (QWidget* next = region->nextInFocusChain(); next != region; next = next->nextInFocusChain())
        if (region->isAncestorOf(next) && takesFocus(next) && !next->focusProxy()) return next;
    return nullptr;
}

} // namespace

bool focusInside(QWidget& region)
{
    QWidget* target = firstInside(&region);
    if (target) target->setFocus(Qt::TabFocusReason);
    return target;
}

RegionCycle::RegionCycle(QObject* parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { rememberFocus(now); });
}

void RegionCycle::setRegions(const std::vector<QWidget*>& regions)
{
    m_regions.clear();
    for (QWidget* region : regions) m_regions.push_back({region, nullptr});
}

int RegionCycle::regionOf(const QWidget* widget) const
{
    for (std::size_t index = 0; widget && index < m_regions.size(); ++index) {
        const QWidget* region = m_regions[index].widget;
        if (region && (region == widget || region->isAncestorOf(widget))) return static_cast<int>(index);
    }
    return -1;
}

void RegionCycle::rememberFocus(QWidget* now)
{
    const int index = regionOf(now);
    if (index >= 0) m_regions[static_cast<std::size_t>(index)].lastFocus = now;
}

bool RegionCycle::enter(Region& region)
{
    if (!region.widget || !region.widget->isVisible()) return false;
    if (!takesFocus(region.lastFocus)) return focusInside(*region.widget);
    region.lastFocus->setFocus(Qt::TabFocusReason);
    return true;
}

void RegionCycle::move(int step)
{
    const int count = static_cast<int>(m_regions.size());
    const int start = regionOf(QApplication::focusWidget());
    int index = start < 0 && step < 0 ? 0 : start;
    for (int tried = 0; tried < count; ++tried) {
        index = (index + step + count) % count;
        if (enter(m_regions[static_cast<std::size_t>(index)])) return;
    }
}

} // namespace bellweave::ui
