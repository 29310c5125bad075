// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_menu.h"

#include "ui/frame/examples.h"
#include "ui/plots/plot_view.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlotMenu)
};

void askForDesign(PlotView& view)
{
    const QString path = QFileDialog::getOpenFileName(&view, Text::tr("Compare with a design"), {}, Text::tr("Bellweave designs (*.bellweave)"));
    if (!path.isEmpty()) Q_EMIT view.comparisonWanted(path);
}

void fillComparisonMenu(QMenu& menu, PlotView& view)
{
    menu.addAction(Text::tr("&Design in a file…"), &view, [&view] { askForDesign(view); });
    menu.addSeparator();
    for (const Example& example : shippedExamples())
        menu.addAction(example.name, &view, [&view, path = example.path] { Q_EMIT view.comparisonWanted(path); });
}

void addComparison(QMenu& menu, PlotView& view)
{
    QMenu* comparison = menu.addMenu(Text::tr("Compare &with"));
    QObject::connect(comparison, &QMenu::aboutToShow, &view, [comparison, &view] {
        if (comparison->isEmpty()) fillComparisonMenu(*comparison, view);
    });
    if (view.isCompared()) menu.addAction(Text::tr("&End comparison"), &view, &PlotView::comparisonEnded);
}

void addScale(QMenu& menu, PlotView& view, Qt::Orientation axis)
{
    const QString name = view.axisName(axis);
    if (name.isEmpty()) return;
    QAction* action = menu.addAction(Text::tr("Logarithmic: %1", "name of an axis").arg(name));
    action->setCheckable(true);
    action->setChecked(view.isLogarithmic(axis));
    QObject::connect(action, &QAction::toggled, &view, [&view, axis](bool on) { view.setLogarithmic(axis, on); });
}

} // namespace

void fillPlotMenu(QMenu& menu, PlotView& view, QPointF position)
{
    menu.addActions(view.actions());
    if (!view.actions().isEmpty()) menu.addSeparator();
    menu.addAction(Text::tr("&Pin readout"), &view, [&view, position] { view.pinAt(position); })->setEnabled(view.isReadable(position));
    if (!view.pins().isEmpty()) menu.addAction(Text::tr("&Unpin all"), &view, &PlotView::clearPins);
    menu.addSeparator();
    addComparison(menu, view);
    menu.addSeparator();
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical}) addScale(menu, view, axis);
    if (view.isZoomed()) menu.addAction(Text::tr("Reset &zoom"), &view, &PlotView::resetZoom);
    menu.addSeparator();
    menu.addAction(Text::tr("Copy &image"), &view, &PlotView::copyImage);
    menu.addAction(Text::tr("Copy &data"), &view, &PlotView::copyData);
    fillExportMenu(*menu.addMenu(Text::tr("E&xport")), view);
    menu.addAction(Text::tr("&Add to report"), &view, &PlotView::reportWanted);
}

void fillExportMenu(QMenu& menu, PlotView& view)
{
    for (const int dpi : {96, 192, 300})
        menu.addAction(Text::tr("PNG, %1 dpi…").arg(dpi), &view, [&view, dpi] { view.exportAs(QStringLiteral("png"), dpi); });
    menu.addAction(Text::tr("SVG…"), &view, [&view] { view.exportAs(QStringLiteral("svg")); });
    menu.addAction(Text::tr("PDF…"), &view, [&view] { view.exportAs(QStringLiteral("pdf")); });
    menu.addAction(Text::tr("CSV…"), &view, [&view] { view.exportAs(QStringLiteral("csv")); });
}

} // namespace bellweave::ui
