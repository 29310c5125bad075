// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/repeater_insertion.h"

#include <QFrame>

class QLabel;
class QSpinBox;

namespace bellweave::ui {

/// Asks how many repeaters a link gets; the design follows each step as one gesture. Enter keeps it, Escape puts the link
/// back and leaves no undo step.
class RepeaterPopover : public QFrame {
    Q_OBJECT
public:
    RepeaterPopover(Session& session, LinkId link, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showCount(int count);

    RepeaterInsertion m_insertion;
    QSpinBox* m_count;
    QLabel* m_spacing;
};

} // namespace bellweave::ui
