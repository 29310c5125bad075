// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/custom_plot.h"

namespace bellweave::ui {

/// A plot outside of Results, whose picture and numbers are copied: by its menu, the numbers with Ctrl+C while it has the focus.
class CopiedPlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit CopiedPlot(QWidget* parent = nullptr);

    /// What is drawn, as a table with tabs; empty where nothing is.
    virtual QString data() const = 0;

protected:
    /// Colors or sizes are others.
    virtual void redraw() = 0;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace bellweave::ui
