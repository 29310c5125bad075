// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_layers.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QSlider;
class QToolButton;

namespace bellweave::ui {

class NetworkView;

/// The layers of the map, top one first: each can be hidden, made paler and, where it holds elements, locked.
class LayersPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayersPanel(NetworkView& view, QWidget* parent = nullptr);

    /// The controls of a layer, for tests; no lock where it means nothing.
    QToolButton* eye(Layer layer) const { return m_rows[static_cast<std::size_t>(layer)].eye; }
    QSlider* opacity(Layer layer) const { return m_rows[static_cast<std::size_t>(layer)].opacity; }
    QComboBox& colorChoice() const { return *m_color; }
    QToolButton* lock(Layer layer) const { return m_rows[static_cast<std::size_t>(layer)].lock; }

private:
    struct Row {
        QToolButton* eye = nullptr;
        QSlider* opacity = nullptr;
        QToolButton* lock = nullptr;
    };
    Row addRow(QGridLayout& grid, Layer layer);
    void addColorChoice(QGridLayout& grid);
    void showLayers();
    void takeRow(Layer layer);

    NetworkView& m_view;
    QComboBox* m_color;
    std::array<Row, kLayers.size()> m_rows;
};

} // namespace bellweave::ui
