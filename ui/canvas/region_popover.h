// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace bellweave::ui {

class QuantityEdit;
class Session;

/// Beside a region: how many sites and links are selected, and what can be done to all of them as one undo step each: a cost
/// factor, an outage, a lock. Escape closes it; the selection stays.
class RegionPopover : public QFrame {
    Q_OBJECT
public:
    /// Precondition: sites or links are selected.
    RegionPopover(Session& session, QWidget* parent);

private:
    void refresh();
    void setCostFactor(const QString& text, int run);
    QPushButton* addButton(const char* name, void (*act)(Session&));

    Session& m_session;
    QuantityEdit* m_costFactor;
    QPushButton* m_down;
    QPushButton* m_lock;
    int m_run = 0;
    int m_gesture = 0;
};

} // namespace bellweave::ui
