// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <map>
#include <optional>

namespace bellweave::ui {

/// A row of a widget that paints its own rows: no object stands behind it and nothing inside it.
class AccessibleRow : public QAccessibleInterface {
public:
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

protected:
    /// Where a row counts as standing that is only a point of the screen: a target of 24 px.
    static QRect boxAround(QPoint center) { return {center - QPoint(12, 12), QSize(24, 24)}; }
};

/// The rows of one widget's interface by what they stand for, made when they are asked for and kept.
template<typename Key>
class AccessibleRows {
public:
    AccessibleRows() = default;
    AccessibleRows(const AccessibleRows&) = delete;
    AccessibleRows& operator=(const AccessibleRows&) = delete;
    ~AccessibleRows()
    {
        for (const auto& [key, id] : m_rows) QAccessible::deleteAccessibleInterface(id);
    }

    /// `make()` gives the interface of a key that was not asked for before.
    template<typename Make>
    QAccessibleInterface* row(const Key& key, Make make)
    {
        const auto found = m_rows.find(key);
        if (found != m_rows.end()) return QAccessible::accessibleInterface(found->second);
        QAccessibleInterface* made = make();
        m_rows[key] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    /// What an interface that was handed out stands for; none for one of somebody else's.
    std::optional<Key> keyOf(const QAccessibleInterface* row) const
    {
        for (const auto& [key, id] : m_rows)
            if (QAccessible::accessibleInterface(id) == row) return key;
        return std::nullopt;
    }

private:
    std::map<Key, QAccessible::Id> m_rows;
};

/// Views of this kind are told to accessibility by this interface from now on; once is enough.
template<typename View, typename Interface>
void installAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* view = qobject_cast<View*>(object);
            return view ? new Interface(*view) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

/// Tells that the focus is on a row of a widget.
inline void announceRow(QObject& widget, int row)
{
    QAccessibleEvent event(&widget, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace bellweave::ui
