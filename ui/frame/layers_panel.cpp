// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/layers_panel.h"

#include "ui/canvas/network_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace bellweave::ui {
namespace {

constexpr int kRowHeight = 28;
constexpr int kButton = 24;

QToolButton* makeToggle(QWidget* parent, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setCheckable(true);
    button->setAutoRaise(true);
    followMeasures(*button, [button] { button->setFixedSize(buttonSide(kButton), buttonSide(kButton)); });
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QSlider* makeSlider(QWidget* parent, const QString& name)
{
    auto* slider = new QSlider(Qt::Horizontal, parent);
    slider->setRange(10, 100);
    slider->setSingleStep(5);
    slider->setPageStep(20);
    slider->setMinimumWidth(60);
    followMeasures(*slider, [slider] { slider->setFixedHeight(buttonSide(kButton)); });
    slider->setAccessibleName(name);
    return slider;
}

} // namespace

LayersPanel::LayersPanel(NetworkView& view, QWidget* parent) : QWidget(parent), m_view(view), m_color(new QComboBox(this))
{
    setAccessibleName(tr("Layers"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (auto layer = kLayers.rbegin(); layer != kLayers.rend(); ++layer)
        m_rows[static_cast<std::size_t>(*layer)] = addRow(*grid, *layer);
    addColorChoice(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    connect(&view, &NetworkView::layersChanged, this, &LayersPanel::showLayers);
    showLayers();
}

LayersPanel::Row LayersPanel::addRow(QGridLayout& grid, Layer layer)
{
    const QString name = layerName(layer);
    const int row = grid.rowCount();
    auto* label = new QLabel(name, this);
    label->setFont(uiFont(12.5));
    Row made{makeToggle(this, tr("Show %1").arg(name)), makeSlider(this, tr("Opacity of %1").arg(name)),
             isPicked(layer) ? makeToggle(this, tr("Lock %1 against the mouse").arg(name)) : nullptr};
    followMeasures(*label, [&grid, row] { grid.setRowMinimumHeight(row, rowHeight(kRowHeight)); });
    grid.addWidget(made.eye, row, 0);
    grid.addWidget(label, row, 1);
    grid.addWidget(made.opacity, row, 2);
    if (made.lock) grid.addWidget(made.lock, row, 3);
    const auto take = [this, layer] { takeRow(layer); };
    connect(made.eye, &QToolButton::toggled, this, take);
    connect(made.opacity, &QSlider::valueChanged, this, take);
    if (made.lock) connect(made.lock, &QToolButton::toggled, this, take);
    return made;
}

void LayersPanel::addColorChoice(QGridLayout& grid)
{
    auto* label = new QLabel(tr("&Color links by"), this);
    label->setFont(uiFont(12.5));
    label->setBuddy(m_color);
    m_color->setAccessibleName(tr("Color links by"));
    for (const LinkMeasure measure : kLinkMeasures) {
        m_color->addItem(measureName(measure));
        m_color->setItemData(m_color->count() - 1, measureExplanation(measure), Qt::ToolTipRole);
    }
    const auto show = [this](LinkMeasure measure) { m_color->setCurrentIndex(static_cast<int>(measure)); };
    show(m_view.linkMeasure());
    connect(&m_view, &NetworkView::linkMeasureChanged, m_color, show);
    connect(m_color, &QComboBox::activated, this, [this](int index) { m_view.setLinkMeasure(kLinkMeasures[static_cast<std::size_t>(index)]); });
    const int row = grid.rowCount();
    followMeasures(*label, [&grid, row] { grid.setRowMinimumHeight(row, rowHeight(kRowHeight + 8)); });
    grid.addWidget(label, row, 0, 1, 2, Qt::AlignVCenter);
    grid.addWidget(m_color, row, 2, 1, 2, Qt::AlignVCenter);
}

void LayersPanel::showLayers()
{
    for (const Layer layer : kLayers) {
        const LayerState& state = m_view.layers()[layer];
        const Row& row = m_rows[static_cast<std::size_t>(layer)];
        const QSignalBlocker eye(row.eye), opacity(row.opacity), lock(row.lock);
        row.eye->setChecked(state.visible);
        row.eye->setIcon(themedIcon(state.visible ? Icon::Shown : Icon::Hidden));
        row.opacity->setValue(static_cast<int>(std::lround(state.opacity * 100)));
        row.opacity->setEnabled(state.visible);
        row.opacity->setToolTip(tr("Opacity %1 %").arg(row.opacity->value()));
        if (!row.lock) continue;
        row.lock->setChecked(state.locked);
        row.lock->setIcon(themedIcon(state.locked ? Icon::Locked : Icon::Unlocked));
    }
}

void LayersPanel::takeRow(Layer layer)
{
    const Row& row = m_rows[static_cast<std::size_t>(layer)];
    MapLayers layers = m_view.layers();
    layers[layer] = {row.eye->isChecked(), row.opacity->value() / 100.0, row.lock && row.lock->isChecked()};
    m_view.setLayers(layers);
    rememberLayers(layers);
}

} // namespace bellweave::ui
