// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_accessible.h"

#include "ui/plots/plot_view.h"
#include "ui/style/accessible_rows.h"

#include <QAccessibleWidget>

namespace bellweave::ui {
namespace {

class PointInterface : public AccessibleRow {
public:
    PointInterface(PlotView& view, int index) : m_view(view), m_index(index) {}

    bool isValid() const override { return m_index < static_cast<int>(m_view.points().size()); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view.points()[static_cast<std::size_t>(m_index)].spoken : QString();
    }
    QRect rect() const override { return boxAround(m_view.mapToGlobal(m_view.pointPosition(m_index).toPoint())); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = m_view.hasFocus() && m_view.currentPoint() == m_index;
        return state;
    }

private:
    PlotView& m_view;
    int m_index;
};

class PlotInterface : public QAccessibleWidget {
public:
    explicit PlotInterface(PlotView& view) : QAccessibleWidget(&view, QAccessible::Chart), m_view(view) {}

    int childCount() const override { return static_cast<int>(m_view.points().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        return m_points.row(index, [&] { return new PointInterface(m_view, index); });
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override { return m_points.keyOf(wanted).value_or(-1); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* focusChild() const override { return m_view.hasFocus() ? child(m_view.currentPoint()) : nullptr; }

private:
    PlotView& m_view;
    mutable AccessibleRows<int> m_points;
};

} // namespace

void installPlotAccessibility() { installAccessibility<PlotView, PlotInterface>(); }

void announcePoint(PlotView& view)
{
    if (!QAccessible::isActive() || !view.hasFocus() || view.currentPoint() < 0) return;
    announceRow(view, view.currentPoint());
}

} // namespace bellweave::ui
