// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace bellweave::ui {

/// The name of a field with its dot when the value departs from the preset. A click on dot or name asks for the origin;
/// dragging the name sideways asks for steps, ten times as many with Shift; Escape during the drag takes them back.
class FieldLabel : public QWidget {
    Q_OBJECT
public:
    FieldLabel(const QString& name, bool scrubs, QWidget* parent = nullptr);

    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }

Q_SIGNALS:
    void originWanted();
    /// The name was dragged by this many steps more; `run` is one number for the whole drag.
    void scrubbed(int count, int run);
    /// The drag ends where it began.
    void scrubReverted();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Pressed, Scrubbing, Reverted };

    QLabel* m_name;
    QToolButton* m_dot;
    bool m_scrubs;
    bool m_marked = false;
    Drag m_drag = Drag::None;
    int m_run = 0;
    int m_steps = 0;
    QPoint m_pressedAt;
};

} // namespace bellweave::ui
