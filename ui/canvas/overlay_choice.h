// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

namespace bellweave::ui {

/// What lies over the map and can be hidden.
enum class Overlay { Legend, ScaleBar, ZoomButtons, Callout, Overview };
inline constexpr std::array kOverlays{Overlay::Legend, Overlay::ScaleBar, Overlay::ZoomButtons, Overlay::Callout,
                                      Overlay::Overview};

/// Which overlays the user wants; without a wish all are shown, the overview only where there is room for it.
class OverlayChoice {
public:
    bool isShown(Overlay overlay, bool hasRoom) const
    {
        return m_wishes[static_cast<std::size_t>(overlay)].value_or(overlay != Overlay::Overview || hasRoom);
    }
    void setShown(Overlay overlay, bool shown) { m_wishes[static_cast<std::size_t>(overlay)] = shown; }

private:
    std::array<std::optional<bool>, kOverlays.size()> m_wishes;
};

} // namespace bellweave::ui
