// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"

#include <QScrollArea>
#include <memory>
#include <vector>

namespace bellweave::ui {

class DesignComparison;
struct PlotComparison;
class PlotView;
class Session;

/// The plots of the results dock side by side, and the design they are compared with.
class PlotRow : public QScrollArea {
    Q_OBJECT
public:
    explicit PlotRow(Session& session, QWidget* parent = nullptr);

    const std::vector<PlotView*>& plots() const { return m_plots; }
    DesignComparison& comparison() const { return *m_comparison; }
    /// Draws the session's newest numbers with this demand in focus.
    void show(DemandId demand);
    void setVeiled(bool veiled);

Q_SIGNALS:
    /// The numbers behind the plots changed by something else than the session: another design is compared with.
    void changed();

private:
    void followPreview();
    PlotView* makeView(std::unique_ptr<class Plot> plot);

    Session& m_session;
    DesignComparison* m_comparison;
    std::shared_ptr<const PlotComparison> m_beforePreview;    ///< what was compared with when the preview began
    bool m_isPreviewing = false;
    std::vector<PlotView*> m_plots;
};

} // namespace bellweave::ui
