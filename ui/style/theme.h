// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/measures.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>

namespace bellweave::ui {

/// Colors of one theme, by what they are for. Contrast requirements are tested.
struct Theme {
    bool dark = false;
    bool highContrast = false;    ///< captions in the color of text, separators in that of edges
    QColor window, panel, raised, line, lineStrong, fieldEdge;
    QColor text, textSecond, textThird;
    QColor accent, onAccent, accentBackground, selectedRow, selectionBand;
    QColor ok, okBackground, warn, warnBackground, bad, badBackground;
    QColor water, land, coast, border, graticule;
    std::array<QColor, 5> series;             ///< plot colors in order
    std::array<QColor, 6> fidelityClasses;    ///< below 0.5 … above 0.99
};

const Theme& lightTheme();
const Theme& darkTheme();
/// A theme with every caption as dark as text and every separator as strong as the edge of a field.
Theme highContrastOf(Theme theme);
/// The theme in force; views read it when they paint and again on QEvent::PaletteChange.
const Theme& theme();

/// For pictures that go on paper: while it lives, painting finds the light theme, or another one, and the usual sizes. Widgets
/// are not told.
class PaperTheme {
public:
    explicit PaperTheme(const Theme& paper = lightTheme());
    ~PaperTheme();
    PaperTheme(const PaperTheme&) = delete;
    PaperTheme& operator=(const PaperTheme&) = delete;

private:
    const Theme* m_before;
    PaperMeasures m_measures;
};

enum class ThemeChoice { System, Light, Dark };
/// Sets palette, style and font of the application and makes every widget repaint.
void applyTheme(ThemeChoice choice);
ThemeChoice themeChoice();
/// Light and dark alike; takes effect at once when a theme is in force.
void setHighContrast(bool on);
bool isHighContrast();

/// Color of a fidelity by its class, as ascending limits part them; a limit belongs to the class above it.
QColor fidelityColor(double fidelity, const std::array<double, 5>& limits);
/// Line width in px at 96 dpi of a rate, in logarithmic classes 1, 5, 20, 60 ebit/s.
double rateWidth(double ebitsPerSecond);

/// A font of the interface in px at the usual text size, which textScale() enlarges; weights 400, 500, 600.
/// Sizes in use: 25, 17, 15, 13, 12.5, 12, 11.5, 11, 10.5.
QFont uiFont(double px, QFont::Weight weight = QFont::Normal);

} // namespace bellweave::ui
