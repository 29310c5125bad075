// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_accessible.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/readout.h"

#include <QAccessible>
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

class ElementInterface : public QAccessibleInterface {
public:
    ElementInterface(NetworkView& view, ElementRef element) : m_view(view), m_element(element) {}

    bool isValid() const override { return !readoutText(m_view.session(), m_element).isEmpty(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? accessibleText(m_view, m_element) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const auto screen = m_view.screenPosition(m_element);
        if (!screen) return {};
        return {m_view.viewport()->mapToGlobal(screen->toPoint()) - QPoint(12, 12), QSize(24, 24)};
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
    ~CanvasInterface() override
    {
        for (const auto& [element, id] : m_rows) QAccessible::deleteAccessibleInterface(id);
    }

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
        const auto elements = elementsOf(m_view);
        const auto found = std::find_if(elements.begin(), elements.end(), [&](const ElementRef& e) { return row(e) == wanted; });
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
        const auto found = m_rows.find(element);
        if (found != m_rows.end()) return QAccessible::accessibleInterface(found->second);
        auto* created = new ElementInterface(m_view, element);
        m_rows[element] = QAccessible::registerAccessibleInterface(created);
        return created;
    }

    NetworkView& m_view;
    mutable std::map<ElementRef, QAccessible::Id> m_rows;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<NetworkView*>(object);
    return view ? new CanvasInterface(*view) : nullptr;
}

} // namespace

void installCanvasAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announceSelection(NetworkView& view)
{
    if (!QAccessible::isActive() || !view.hasFocus()) return;
    const ElementRef current = view.session().currentElement();
    const auto elements = elementsOf(view);
    const auto found = std::find(elements.begin(), elements.end(), current);
    if (found == elements.end()) return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(static_cast<int>(found - elements.begin()));
    QAccessible::updateAccessibility(&event);
}

QString accessibleText(const NetworkView& view, const ElementRef& element)
{
    return readoutText(view.session(), element).join(QStringLiteral(", "));
}

} // namespace bellweave::ui
