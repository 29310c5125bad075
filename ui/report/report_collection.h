// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_look.h"

#include <QObject>

namespace bellweave::ui {

class Session;

/// A plot that somebody has put into the report.
struct CollectedPlot {
    PlotLook look;
    bool isTicked = true;
};

/// "Error budget, Delft – Vienna"; plots of all demands have their title only.
QString collectedName(const CollectedPlot& plot, const Network& network);

/// The plots that were added to the report of the open design, in the order they stand in. Empty again when another one is opened.
class ReportCollection : public QObject {
    Q_OBJECT
public:
    /// That of a session; made when it is asked for first, gone with the session.
    static ReportCollection& of(Session& session);

    const std::vector<CollectedPlot>& plots() const { return m_plots; }
    /// Those that are ticked.
    std::vector<PlotLook> ticked() const;
    void add(PlotLook look);
    void set(std::vector<CollectedPlot> plots);

Q_SIGNALS:
    void changed();

private:
    explicit ReportCollection(Session& session);

    std::vector<CollectedPlot> m_plots;
};

} // namespace bellweave::ui
