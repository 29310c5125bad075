// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

namespace bellweave::ui {

/// What the map is drawn from, from the ground up.
enum class Layer { Land, Graticule, Borders, Coasts, Links, Notes, Sites, Labels };
inline constexpr std::array kLayers{Layer::Land,  Layer::Graticule, Layer::Borders, Layer::Coasts,
                                    Layer::Links, Layer::Notes,     Layer::Sites,   Layer::Labels};

/// "Coastlines".
QString layerName(Layer layer);
/// Whether its elements can be picked, so that locking it means something.
bool isPicked(Layer layer);

/// How one layer is drawn and used.
struct LayerState {
    bool visible = true;
    double opacity = 1.0;   ///< 0.1 to 1
    bool locked = false;    ///< the mouse selects nothing of it; links can still be drawn to its sites
    bool operator==(const LayerState&) const = default;
};

/// The layers of a map, a value.
class MapLayers {
public:
    const LayerState& operator[](Layer layer) const { return m_states[static_cast<std::size_t>(layer)]; }
    LayerState& operator[](Layer layer) { return m_states[static_cast<std::size_t>(layer)]; }
    /// What the mouse selects.
    bool isPickable(Layer layer) const { return (*this)[layer].visible && !(*this)[layer].locked; }
    /// 0 when it is hidden.
    double opacity(Layer layer) const { return (*this)[layer].visible ? (*this)[layer].opacity : 0.0; }
    bool operator==(const MapLayers&) const = default;

private:
    std::array<LayerState, kLayers.size()> m_states;
};

/// What the user left them as; states out of range become the usual ones.
MapLayers rememberedLayers();
void rememberLayers(const MapLayers& layers);

} // namespace bellweave::ui
