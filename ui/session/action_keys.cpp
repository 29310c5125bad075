// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of actions as somebody wants them.
#include "ui/session/actions.h"

#include <QSettings>
#include <algorithm>

namespace bellweave::ui {
namespace {

const QString kKeysGroup = QStringLiteral("keys");

QString settingsKey(const QAction& action) { return kKeysGroup + u'/' + action.objectName(); }

bool share(const QKeySequence& a, const QKeySequence& b)
{
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

bool isTyped(Qt::Key key) { return key < Qt::Key_Escape && key != Qt::Key_unknown; }

/// What leads through windows and maps must go on doing so.
bool isWay(Qt::Key key)
{
    constexpr Qt::Key kWays[] = {Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space,
                                 Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_Menu};
    return std::ranges::find(kWays, key) != std::end(kWays);
}

bool isArrow(Qt::Key key) { return key >= Qt::Key_Left && key <= Qt::Key_Down; }

/// Within a text these move or remove, whether or not an action would like them.
bool isForTexts(Qt::Key key)
{
    return isTyped(key) || key == Qt::Key_Backspace || key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
}

} // namespace

const ActionRow& rowOf(ActionId id) { return *std::ranges::find(actionTable(), id, &ActionRow::id); }

bool Actions::hasUsualKeys(ActionId id) const { return m_actions.at(id)->shortcuts() == usualKeys(id); }

QString Actions::refusalOf(ActionId id, const QKeySequence& keys) const
{
    if (keys.isEmpty()) return {};
    const QString text = keys.toString(QKeySequence::NativeText);
    const QKeyCombination first = keys[0];
    const bool isPlain = !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isArrow(first.key()) || (isPlain && isWay(first.key())))
        return tr("%1 moves the focus, the selection or the map and cannot do anything else.").arg(text);
    if (isPlain && rowOf(id).scope == ActionScope::Window && isForTexts(first.key()))
        return tr("%1 alone is for texts. Add Ctrl or Alt: only actions of the map may have single keys.").arg(text);
    return {};
}

std::vector<ActionId> Actions::rivalsOf(ActionId id, const QKeySequence& keys) const
{
    std::vector<ActionId> rivals;
    if (keys.isEmpty()) return rivals;
    for (const ActionRow& row : actionTable()) {
        const QList<QKeySequence> theirs = m_actions.at(row.id)->shortcuts();
        const bool isRival = std::ranges::any_of(theirs, [&](const QKeySequence& other) { return share(keys, other); });
        if (row.id != id && isRival) rivals.push_back(row.id);
    }
    return rivals;
}

void Actions::applyKeys(ActionId id, const QList<QKeySequence>& keys)
{
    QAction* action = m_actions.at(id);
    action->setShortcuts(keys);
    action->setToolTip(toolTipOf(*action));
}

void Actions::takeKeys(ActionId id, const QKeySequence& keys)
{
    QList<QKeySequence> left = m_actions.at(id)->shortcuts();
    left.removeIf([&](const QKeySequence& own) { return share(own, keys); });
    applyKeys(id, left);
}

void Actions::setKeys(ActionId id, const QList<QKeySequence>& keys)
{
    for (const QKeySequence& sequence : keys)
        for (const ActionId rival : rivalsOf(id, sequence)) takeKeys(rival, sequence);
    applyKeys(id, keys);
    QSettings settings;
    for (const auto& [each, action] : m_actions) {
        if (hasUsualKeys(each)) settings.remove(settingsKey(*action));
        else settings.setValue(settingsKey(*action), QKeySequence::listToString(action->shortcuts(), QKeySequence::PortableText));
    }
    Q_EMIT keysChanged();
}

void Actions::resetKeys()
{
    for (const auto& [id, keys] : m_usualKeys) applyKeys(id, keys);
    QSettings().remove(kKeysGroup);
    Q_EMIT keysChanged();
}

/// What was chosen counts before usual keys, which may be new since then.
void Actions::restoreKeys()
{
    const QSettings settings;
    for (const auto& [id, usual] : m_usualKeys) {
        const QVariant kept = settings.value(settingsKey(*m_actions.at(id)));
        if (!kept.isValid()) continue;
        QList<QKeySequence> keys = QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText);
        keys.removeIf([](const QKeySequence& sequence) { return sequence.isEmpty(); });
        for (const QKeySequence& sequence : keys)
            for (const ActionId rival : rivalsOf(id, sequence)) takeKeys(rival, sequence);
        applyKeys(id, keys);
    }
}

} // namespace bellweave::ui
