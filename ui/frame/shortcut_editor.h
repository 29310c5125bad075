// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"

#include <QWidget>
#include <optional>

class QBoxLayout;
class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace bellweave::ui {

/// Every action with its keys, to be changed by pressing others. Keys that another action has are offered to be moved from there.
/// What is chosen takes effect at once and is remembered.
class ShortcutEditor : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutEditor(Actions& actions, QWidget* parent = nullptr);

    QTreeWidget& list() const { return *m_list; }
    QLineEdit& filter() const { return *m_filter; }
    /// Makes an action the one whose keys are changed.
    void choose(ActionId id);

private:
    void fill();
    void addControls(QBoxLayout& column);
    void connectAll();
    void showRows();
    void showChosen();
    void takePressed();
    void assign(const QList<QKeySequence>& keys);
    void offerMove(const QKeySequence& keys, const std::vector<ActionId>& owners);
    void say(const QString& sentence, bool isTrouble);
    void forgetOffer();
    QString nameOf(ActionId id) const;

    Actions& m_actions;
    QLineEdit* m_filter;
    QTreeWidget* m_list;
    QLabel* m_name;
    QKeySequenceEdit* m_keys;
    QLabel* m_message;
    QPushButton* m_move;
    QPushButton* m_remove;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    std::map<ActionId, QTreeWidgetItem*> m_rows;
    std::optional<ActionId> m_chosen;
    QList<QKeySequence> m_offered;    ///< keys that wait for the answer whether they shall be moved
};

} // namespace bellweave::ui
