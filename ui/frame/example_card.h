// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/examples.h"
#include "ui/frame/network_sketch.h"
#include "ui/style/enter_button.h"
#include "ui/style/measures.h"

namespace bellweave::ui {

/// A shipped design as a card to click: a sketch of its network, its name, its question and its size.
class ExampleCard : public EnterButton {
    Q_OBJECT
public:
    explicit ExampleCard(Example example, QWidget* parent = nullptr);
    const Example& example() const { return m_example; }
    /// Px that a card takes at least.
    static int leastWidth() { return textRoom(220); }
    QSize sizeHint() const override { return {textRoom(292), 154 + textRoom(92)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Example m_example;
    NetworkSketch m_sketch;
};

} // namespace bellweave::ui
