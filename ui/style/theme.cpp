// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/bellweave_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>
#include <QWindow>
#include <algorithm>

namespace bellweave::ui {

namespace {

QColor hex(QRgb rgb) { return QColor::fromRgb(rgb); }

Theme makeLightTheme()
{
    Theme t;
    t.window = hex(0xEFF0EE);
    t.panel = hex(0xFAFAF8);
    t.raised = hex(0xFFFFFF);
    t.line = hex(0xDADCD9);
    t.lineStrong = hex(0xC2C7C5);
    t.fieldEdge = hex(0x8B9499);
    t.text = hex(0x1B2226);
    t.textSecond = hex(0x4F5A61);
    t.textThird = hex(0x5F6970);
    t.accent = hex(0x5443C2);
    t.onAccent = hex(0xFFFFFF);
    t.accentBackground = hex(0xECEAFA);
    t.selectedRow = hex(0xE6E3F8);
    t.selectionBand = hex(0x8E80EE);
    t.ok = hex(0x0B6B57);
    t.okBackground = hex(0xE0F0EA);
    t.warn = hex(0x855800);
    t.warnBackground = hex(0xFAF0D6);
    t.bad = hex(0xAE3117);
    t.badBackground = hex(0xFBE8E2);
    t.water = hex(0xE3EAED);
    t.land = hex(0xF7F6F2);
    t.coast = hex(0xAAB6BA);
    t.border = hex(0xDAD9D2);
    t.graticule = hex(0xD5DFE2);
    t.series = {hex(0x1F559E), hex(0xB85F06), hex(0x0B6B57), hex(0x9A3574), hex(0x6B757C)};
    t.fidelityClasses = {hex(0xBD6407), hex(0xA2663E), hex(0x7F666B), hex(0x506590), hex(0x1F559E), hex(0x0A2F75)};
    return t;
}

Theme makeDarkTheme()
{
    Theme t;
    t.dark = true;
    t.window = hex(0x13171A);
    t.panel = hex(0x191E22);
    t.raised = hex(0x20262B);
    t.line = hex(0x2B3338);
    t.lineStrong = hex(0x3C464D);
    t.fieldEdge = hex(0x65717A);
    t.text = hex(0xE2E7EA);
    t.textSecond = hex(0xA8B3BA);
    t.textThird = hex(0x8D989F);
    t.accent = hex(0xAEA2FF);
    t.onAccent = hex(0x17152B);
    t.accentBackground = hex(0x2A2748);
    t.selectedRow = hex(0x2C2A49);
    t.selectionBand = hex(0x8576EA);
    t.ok = hex(0x55C6A4);
    t.okBackground = hex(0x15302A);
    t.warn = hex(0xE2B548);
    t.warnBackground = hex(0x332A14);
    t.bad = hex(0xFF8E70);
    t.badBackground = hex(0x3A2019);
    t.water = hex(0x10161A);
    t.land = hex(0x1D2429);
    t.coast = hex(0x4A5860);
    t.border = hex(0x2C353A);
    t.graticule = hex(0x1A2328);
    t.series = {hex(0x7DBBF5), hex(0xE0943F), hex(0x55C6A4), hex(0xE58AC2), hex(0x98A4AB)};
    t.fidelityClasses = {hex(0xC9741C), hex(0xBE8A5B), hex(0xABA09F), hex(0x93B7D8), hex(0x86C9FF), hex(0xC2E8FF)};
    return t;
}

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.raised);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::PlaceholderText, t.textThird);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.selectedRow);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.panel);
    p.setColor(QPalette::Mid, t.lineStrong);
    p.setColor(QPalette::Dark, t.fieldEdge);
    p.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.fieldEdge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.fieldEdge);
    return p;
}

ThemeChoice g_choice = ThemeChoice::System;
const Theme* g_theme = nullptr;
bool g_applying = false;
bool g_highContrast = false;

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

/// Qt 6.4 knows no color scheme, so the desktop's own palette is looked at: ours is taken off for that moment.
bool systemIsDark()
{
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette());
}

/// Follows the desktop when it turns light or dark while we run.
class SystemThemeWatcher : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && !g_applying && g_choice == ThemeChoice::System && object->isWindowType())
            applyTheme(ThemeChoice::System);
        return QObject::eventFilter(object, event);
    }
};

const Theme& themeFor(bool dark)
{
    static const Theme light = highContrastOf(lightTheme());
    static const Theme night = highContrastOf(darkTheme());
    if (g_highContrast) return dark ? night : light;
    return dark ? darkTheme() : lightTheme();
}

void installStyle()
{
    if (qobject_cast<BellweaveStyle*>(QApplication::style())) return;
    QApplication::setStyle(new BellweaveStyle);
    new FocusRing(qApp);
    qApp->installEventFilter(new SystemThemeWatcher(qApp));
}

QString uiFontFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString& wanted : {QStringLiteral("IBM Plex Sans"), QStringLiteral("Noto Sans")})
            if (installed.contains(wanted)) return wanted;
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

} // namespace

const Theme& lightTheme()
{
    static const Theme t = makeLightTheme();
    return t;
}

const Theme& darkTheme()
{
    static const Theme t = makeDarkTheme();
    return t;
}

Theme highContrastOf(Theme theme)
{
    theme.highContrast = true;
    theme.textSecond = theme.textThird = theme.text;
    theme.line = theme.lineStrong = theme.fieldEdge;
    return theme;
}

const Theme& theme() { return g_theme ? *g_theme : lightTheme(); }

PaperTheme::PaperTheme(const Theme& paper) : m_before(std::exchange(g_theme, &paper)) {}

PaperTheme::~PaperTheme() { g_theme = m_before; }

ThemeChoice themeChoice() { return g_choice; }

void setHighContrast(bool on)
{
    g_highContrast = on;
    if (g_theme) applyTheme(g_choice);
}

bool isHighContrast() { return g_highContrast; }

void applyTheme(ThemeChoice choice)
{
    g_applying = true;
    installStyle();
    g_choice = choice;
    const bool dark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
    g_theme = &themeFor(dark);
    const QPalette palette = paletteOf(*g_theme);
    QApplication::setFont(uiFont(13));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) widget->update();
    g_applying = false;
}

QColor fidelityColor(double fidelity, const std::array<double, 5>& limits)
{
    const auto above = std::upper_bound(limits.begin(), limits.end(), fidelity);
    return theme().fidelityClasses[static_cast<std::size_t>(above - limits.begin())];
}

double rateWidth(double ebitsPerSecond)
{
    if (ebitsPerSecond < 1.0) return 1.0;
    if (ebitsPerSecond < 5.0) return 1.6;
    if (ebitsPerSecond < 20.0) return 2.4;
    return ebitsPerSecond < 60.0 ? 3.4 : 4.6;
}

QFont uiFont(double px, QFont::Weight weight)
{
    // Points at 96 dpi, because QFont takes whole pixels only and 12.5 px is in use.
    QFont font(uiFontFamily());
    font.setPointSizeF(px * textScale() * 0.75);
    font.setWeight(weight);
    return font;
}

} // namespace bellweave::ui
