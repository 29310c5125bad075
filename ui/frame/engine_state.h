// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace bellweave::ui {

class Session;

/// "Live 9 ms", "Computing…" once it takes longer than 150 ms, or "Error"; a dot says the same by color and fill.
class EngineState : public QWidget {
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
