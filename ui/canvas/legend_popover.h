// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/map_settings.h"

#include <QFrame>
#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace bellweave::ui {

class NetworkView;

/// Beside the legend: what the color of links stands for, and the limits of the fidelity classes, which belong to the design.
/// The map follows each change that is possible; all of them are one undo step, and Escape takes them back.
class LegendPopover : public QFrame {
    Q_OBJECT
public:
    LegendPopover(NetworkView& view, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeMeasureRow();
    QWidget* makeLimits();
    QDoubleSpinBox* makeLimit(std::size_t index);
    FidelityLimits typedLimits() const;
    void showLimits(const FidelityLimits& limits);
    void followTyping();
    void sayUsability();
    void push(const FidelityLimits& limits);
    void takeBack();
    void showMeasure();

    NetworkView& m_view;
    FidelityLimits m_before;
    int m_gesture;
    QComboBox* m_measure = nullptr;
    QWidget* m_limits = nullptr;
    std::array<QDoubleSpinBox*, 5> m_fields{};
    QLabel* m_sentence = nullptr;
    QPushButton* m_reset = nullptr;
};

} // namespace bellweave::ui
