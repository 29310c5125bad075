// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace bellweave::ui {

/// A button that paints itself in a row or grid of such: as wide as there is room, reached with Tab, pressed with Enter as well.
class EnterButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit EnterButton(QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace bellweave::ui
