// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QScrollArea>
#include <array>
#include <memory>
#include <vector>

class QHBoxLayout;
class QMenu;

namespace bellweave::ui {

class DesignComparison;
struct PlotComparison;
class PlotView;
class Session;
class SweepControl;

/// Four plots side by side, each chosen by the user at its title, and the design they are compared with.
class PlotRow : public QScrollArea {
    Q_OBJECT
public:
    explicit PlotRow(Session& session, QWidget* parent = nullptr);

    /// Every plot there is, in the order of makePlots(); all can be asked for their numbers.
    const std::vector<PlotView*>& plots() const { return m_plots; }
    /// Those that stand in the row, from left to right.
    std::vector<PlotView*> shownPlots() const;
    DesignComparison& comparison() const { return *m_comparison; }
    /// Gives the session's newest numbers to all plots, with this demand in focus, and draws those in the row.
    void show(DemandId demand);
    void setVeiled(bool veiled);
    /// Puts a plot into a place of the row, 0 to 3. Where it stands already, the two change places. Remembered.
    void choose(std::size_t place, const QString& plotId);

    /// Shows the sweep of a field; it takes the last place when it does not stand in the row.
    void sweep(const ElementRef& element, const QString& path);

Q_SIGNALS:
    /// The plots hold something else although the session's numbers are the same: other plots, another comparison, slow curves.
    void changed();

private:
    static constexpr std::size_t kPlaces = 4;

    void followPreview();
    PlotView* makeView(std::unique_ptr<class Plot> plot);
    void fillTitleMenu(QMenu& menu, const PlotView& view);
    void put(std::size_t place, std::size_t plot);
    void restoreChoice();
    void arrange();
    void fitHeight();
    void chainInPlaceOf(PlotView& first);

    Session& m_session;
    QHBoxLayout* m_layout = nullptr;
    DesignComparison* m_comparison;
    SweepControl* m_sweep = nullptr;
    std::shared_ptr<const PlotComparison> m_beforePreview;    ///< what was compared with when the preview began
    bool m_isPreviewing = false;
    std::vector<PlotView*> m_plots;
    std::array<std::size_t, kPlaces> m_shown{0, 1, 2, 3};    // indices into m_plots
};

} // namespace bellweave::ui
