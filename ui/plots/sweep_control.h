// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/sweep_plot.h"

#include <QObject>

class QAction;

namespace bellweave::ui {

class PlotView;
class Session;

/// Lets the user choose what the sweep plot varies, and remembers it. A choice that another design does not know is left aside
/// while that is open; one whose element is deleted stays and the plot says so, for undo brings it back.
class SweepControl : public QObject {
    Q_OBJECT
public:
    /// Adds its actions to the view, which menus show.
    SweepControl(Session& session, PlotView& view, SweepPlot& plot);

    PlotView& view() const { return m_view; }
    /// Varies a field over its usual range.
    void sweep(const ElementRef& element, const QString& path);
    /// Asks in a dialog.
    void choose();

Q_SIGNALS:
    /// The plot shows another input from now on.
    void changed();

private:
    void setInput(const SweepInput& input);
    void restore();

    Session& m_session;
    PlotView& m_view;
    SweepPlot& m_plot;
    QAction* m_suggested;
};

} // namespace bellweave::ui
