// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_layers.h"

#include <QCoreApplication>
#include <QSettings>

namespace bellweave::ui {
namespace {

constexpr double kLeastOpacity = 0.1;

QString settingsKey(Layer layer, const char* what)
{
    static constexpr const char* kNames[] = {"land", "graticule", "borders", "coasts", "links", "notes", "sites", "labels"};
    static_assert(std::size(kNames) == kLayers.size());
    return QStringLiteral("map/layers/%1/%2").arg(QLatin1String(kNames[static_cast<std::size_t>(layer)]), QLatin1String(what));
}

} // namespace

QString layerName(Layer layer)
{
    switch (layer) {
    case Layer::Land: return QCoreApplication::translate("Canvas", "Land");
    case Layer::Borders: return QCoreApplication::translate("Canvas", "Borders");
    case Layer::Coasts: return QCoreApplication::translate("Canvas", "Coastlines");
    case Layer::Graticule: return QCoreApplication::translate("Canvas", "Graticule");
    case Layer::Links: return QCoreApplication::translate("Canvas", "Links");
    case Layer::Notes: return QCoreApplication::translate("Canvas", "Notes");
    case Layer::Sites: return QCoreApplication::translate("Canvas", "Sites");
    case Layer::Labels: return QCoreApplication::translate("Canvas", "Labels");
    }
    Q_UNREACHABLE();
}

bool isPicked(Layer layer) { return layer == Layer::Links || layer == Layer::Notes || layer == Layer::Sites; }

MapLayers rememberedLayers()
{
    const QSettings settings;
    MapLayers layers;
    for (const Layer layer : kLayers) {
        LayerState& state = layers[layer];
        state.visible = settings.value(settingsKey(layer, "visible"), true).toBool();
        state.locked = isPicked(layer) && settings.value(settingsKey(layer, "locked"), false).toBool();
        state.opacity = settings.value(settingsKey(layer, "opacity"), 1.0).toDouble();
        if (!(state.opacity >= kLeastOpacity && state.opacity <= 1.0)) state.opacity = 1.0;
    }
    return layers;
}

void rememberLayers(const MapLayers& layers)
{
    QSettings settings;
    for (const Layer layer : kLayers) {
        settings.setValue(settingsKey(layer, "visible"), layers[layer].visible);
        settings.setValue(settingsKey(layer, "locked"), layers[layer].locked);
        settings.setValue(settingsKey(layer, "opacity"), layers[layer].opacity);
    }
}

} // namespace bellweave::ui
