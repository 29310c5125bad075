// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_accessible.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/readout.h"
#include "ui/style/accessible_rows.h"

#include <QAccessibleWidget>

namespace bellweave::ui {
namespace {

/// Rows in order: sites, then links, then notes, as the design holds them.
std::vector<ElementRef> elementsOf(const NetworkView& view)
{
    std::vector<ElementRef> elements;
    for (const Site& site : view.session().network().sites) elements.emplace_back(site.id);
    for (const Link& link : view.session().network().links) elements.emplace_back(link.id);
    for (const MapNote& note : view.session().network().mapNotes) elements.emplace_back(note.id);
    return elements;
}

class ElementInterface : public AccessibleRow {
public:
    ElementInterface(NetworkView& view, ElementRef element) : m_view(view), m_element(element) {}

    bool isValid() const override { return !readoutText(m_view.session(), m_element).isEmpty(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? accessibleText(m_view, m_element) : QString();
    }
    QRect rect() const override
    {
        const auto screen = m_view.screenPosition(m_element);
        return screen ? boxAround(m_view.viewport()->mapToGlobal(screen->toPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = m_view.session().selection().contains(m_element);
        state.focused = m_view.hasFocus() && m_view.session().currentElement() == m_element;
        state.offscreen = rect().isEmpty();
        return state;
    }

private:
    NetworkView& m_view;
    ElementRef m_element;
};

class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(NetworkView& view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) {}

    int childCount() const override
    {
        const Network& network = m_view.session().network();
        return static_cast<int>(network.sites.size() + network.links.size() + network.mapNotes.size());
    }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        return row(elementsOf(m_view)[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        const auto element = m_rows.keyOf(wanted);
        const auto elements = elementsOf(m_view);
        const auto found = element ? std::find(elements.begin(), elements.end(), *element) : elements.end();
        return found == elements.end() ? -1 : static_cast<int>(found - elements.begin());
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const ElementRef element = m_view.elementAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
        return element == ElementRef() ? nullptr : row(element);
    }
    QAccessibleInterface* focusChild() const override
    {
        const ElementRef current = m_view.session().currentElement();
        return m_view.hasFocus() && !std::holds_alternative<DemandId>(current) && current != ElementRef() ? row(current) : nullptr;
    }

private:
    QAccessibleInterface* row(const ElementRef& element) const
    {
        return m_rows.row(element, [&] { return new ElementInterface(m_view, element); });
    }

    NetworkView& m_view;
    mutable AccessibleRows<ElementRef> m_rows;
};

} // namespace

void installCanvasAccessibility() { installAccessibility<NetworkView, CanvasInterface>(); }

void announceSelection(NetworkView& view)
{
    if (!QAccessible::isActive() || !view.hasFocus()) return;
    const ElementRef current = view.session().currentElement();
    const auto elements = elementsOf(view);
    const auto found = std::find(elements.begin(), elements.end(), current);
    if (found == elements.end()) return;
    announceRow(view, static_cast<int>(found - elements.begin()));
}

QString accessibleText(const NetworkView& view, const ElementRef& element)
{
    return readoutText(view.session(), element).join(QStringLiteral(", "));
}

} // namespace bellweave::ui
