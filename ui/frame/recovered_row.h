// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/recovery.h"
#include "ui/frame/network_sketch.h"
#include "ui/style/enter_button.h"
#include "ui/style/measures.h"

namespace bellweave::ui {

/// Unsaved work of an earlier session on the welcome page: a sketch of it, its name, its size and since when it is unsaved.
/// A click opens it; the button at its end asks to discard it.
class RecoveredRow : public EnterButton {
    Q_OBJECT
public:
    explicit RecoveredRow(RecoveryCopy copy, QWidget* parent = nullptr);
    const RecoveryCopy& copy() const { return m_copy; }
    QSize sizeHint() const override { return {textRoom(290), rowHeight(52, 2)}; }

Q_SIGNALS:
    void discardRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    RecoveryCopy m_copy;
    NetworkSketch m_sketch{Network()};     ///< of no site when the copy cannot be read
    QString m_facts;
};

} // namespace bellweave::ui
