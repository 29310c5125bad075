// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"

#include <QWidget>
#include <vector>

class QToolButton;

namespace bellweave::ui {

/// The 40 px column of tools. One is always active; the site tool has a fly-out of kinds. Where one column is too high for the
/// window, the tools stand closer, then in two or three.
class ToolStrip : public QWidget {
    Q_OBJECT
public:
    explicit ToolStrip(const Actions& actions, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addTool(QAction* action);
    void addRule();
    int rowsIn(int columns) const;
    int edges() const;
    void arrange();

    std::vector<QToolButton*> m_tools;      ///< the last one stands at the bottom
    std::vector<std::size_t> m_ruleAt;      ///< before which tool a line is drawn
    std::vector<int> m_rules;               ///< where lines are, px
};

} // namespace bellweave::ui
