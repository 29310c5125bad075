// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/enter_button.h"
#include "ui/style/measures.h"

class QAction;

namespace bellweave::ui {

/// A wide row of the welcome page that runs an action: icon and text at the start, the shortcut at the end.
class StartButton : public EnterButton {
    Q_OBJECT
public:
    enum class Weight { Main, Plain };
    StartButton(QAction& action, Weight weight, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {textRoom(300), rowHeight(36)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor ink(bool second) const;

    QAction& m_action;
    Weight m_weight;
};

} // namespace bellweave::ui
