// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_accessible.h"

#include "ui/plots/plot_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <map>

namespace bellweave::ui {
namespace {

class PointInterface : public QAccessibleInterface {
public:
    PointInterface(PlotView& view, int index) : m_view(view), m_index(index) {}

    bool isValid() const override { return m_index < static_cast<int>(m_view.points().size()); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view.points()[static_cast<std::size_t>(m_index)].spoken : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const QPoint center = m_view.mapToGlobal(m_view.pointPosition(m_index).toPoint());
        return {center - QPoint(12, 12), QSize(24, 24)};
    }
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
    ~PlotInterface() override
    {
        for (const auto& [index, id] : m_points) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_view.points().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        const auto found = m_points.find(index);
        if (found != m_points.end()) return QAccessible::accessibleInterface(found->second);
        auto* created = new PointInterface(m_view, index);
        m_points[index] = QAccessible::registerAccessibleInterface(created);
        return created;
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (const auto& [index, id] : m_points)
            if (QAccessible::accessibleInterface(id) == wanted) return index;
        return -1;
    }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* focusChild() const override { return m_view.hasFocus() ? child(m_view.currentPoint()) : nullptr; }

private:
    PlotView& m_view;
    mutable std::map<int, QAccessible::Id> m_points;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<PlotView*>(object);
    return view ? new PlotInterface(*view) : nullptr;
}

} // namespace

void installPlotAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announcePoint(PlotView& view)
{
    if (!QAccessible::isActive() || !view.hasFocus() || view.currentPoint() < 0) return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(view.currentPoint());
    QAccessible::updateAccessibility(&event);
}

} // namespace bellweave::ui
