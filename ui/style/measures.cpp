// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/measures.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QSettings>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>

namespace bellweave::ui {
namespace {

const QString kTextPercentKey = QStringLiteral("appearance/text_percent");
const QString kDensityKey = QStringLiteral("appearance/density");
constexpr std::array kDensityFactors{0.9, 1.0, 1.2};
constexpr double kTarget = 24.0;           // px: what a pointer hits without care
constexpr double kCompactTarget = 20.0;
constexpr double kLine = 19.0;             // px of a line of words of 13 px

int g_percent = 100;
Density g_density = Density::Normal;
int g_papers = 0;

double densityFactor() { return g_papers > 0 ? 1.0 : kDensityFactors[static_cast<std::size_t>(g_density)]; }

int leastTarget(double px) { return static_cast<int>(std::min(px, densityFactor() < 1.0 ? kCompactTarget : kTarget)); }

/// Fonts that widgets were given stand in the size of their time; those that are inherited follow by themselves.
void resizeFonts(double factor)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        QFont font = widget->font();
        if (!widget->testAttribute(Qt::WA_SetFont) || !(font.resolveMask() & QFont::SizeResolved)) continue;
        constexpr double kHalfPixels = 2.0 / 0.75;    // sizes of the interface are whole halves of a pixel
        const double usual = std::round(font.pointSizeF() / factor * kHalfPixels) / kHalfPixels;
        font.setPointSizeF(usual * textScale());
        widget->setFont(font);
    }
}

/// Kept layouts, size hints and rows are thrown away; QEvent::StyleChange is what every widget understands as that.
void tellWidgets()
{
    Q_EMIT MeasureChanges::instance().changed();
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        QEvent event(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace

void setTextPercent(int percent)
{
    percent = std::clamp(percent, kSmallestTextPercent, kLargestTextPercent);
    if (percent == g_percent) return;
    const double before = textScale();
    g_percent = percent;
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) return;
    resizeFonts(before);
    QApplication::setFont(uiFont(13));
    // Windows hear of it later only, and what is not shown yet never: an empty font asks them to look at once.
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (!window->testAttribute(Qt::WA_SetFont)) window->setFont(QFont());
    tellWidgets();
}

int textPercent() { return g_percent; }

void setDensity(Density density)
{
    if (density == g_density) return;
    g_density = density;
    if (qobject_cast<QApplication*>(QCoreApplication::instance())) tellWidgets();
}

Density density() { return g_density; }

void restoreMeasures()
{
    const QSettings settings;
    const int density = settings.value(kDensityKey, static_cast<int>(Density::Normal)).toInt();
    setTextPercent(settings.value(kTextPercentKey, 100).toInt());
    setDensity(static_cast<Density>(std::clamp(density, 0, static_cast<int>(kDensityFactors.size()) - 1)));
}

void rememberMeasures()
{
    QSettings settings;
    settings.setValue(kTextPercentKey, g_percent);
    settings.setValue(kDensityKey, static_cast<int>(g_density));
}

double textScale() { return g_papers > 0 ? 1.0 : g_percent / 100.0; }

int textRoom(double px) { return static_cast<int>(std::lround(px * textScale())); }

int rowHeight(double px, int lines)
{
    const double height = px * densityFactor() + lines * kLine * (textScale() - 1.0);
    return std::max(static_cast<int>(std::lround(height)), leastTarget(px));
}

int iconSide() { return std::clamp(8 + textRoom(8), 16, 22); }

int buttonSide(double px) { return std::max(padding(px), leastTarget(px)); }

int padding(double px) { return static_cast<int>(std::lround(px * densityFactor())); }

PaperMeasures::PaperMeasures() { ++g_papers; }

PaperMeasures::~PaperMeasures() { --g_papers; }

MeasureChanges& MeasureChanges::instance()
{
    static MeasureChanges changes;
    return changes;
}

void followMeasures(QObject& owner, const std::function<void()>& apply)
{
    apply();
    QObject::connect(&MeasureChanges::instance(), &MeasureChanges::changed, &owner, apply);
}

void keepRowHeight(QHeaderView& rows, double px)
{
    followMeasures(rows, [&rows, px] {
        rows.setMinimumSectionSize(rowHeight(px));
        rows.setDefaultSectionSize(rowHeight(px));
    });
}

} // namespace bellweave::ui
