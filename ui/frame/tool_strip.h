// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"

#include <QWidget>

class QToolButton;

namespace bellweave::ui {

/// The 40 px column of tools. One is always active; the site tool has a fly-out of kinds.
class ToolStrip : public QWidget {
    Q_OBJECT
public:
    explicit ToolStrip(const Actions& actions, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {40, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addTool(QAction* action);
    void addRule();
};

} // namespace bellweave::ui
