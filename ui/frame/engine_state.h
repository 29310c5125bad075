// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/enter_button.h"

#include <QTimer>

namespace bellweave::ui {

class Session;

/// "Live 9 ms", "Computing…" once it takes longer than 150 ms, "Paused" or "Error"; a dot says the same by color and fill. A click
/// opens the task list.
class EngineState : public EnterButton {
    Q_OBJECT
public:
    explicit EngineState(Session& session, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    QString word() const;
    QString timeText() const;

    Session& m_session;
    QTimer m_patience;
    bool m_computing = false;
};

} // namespace bellweave::ui
