// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/tool_hint.h"

#include "ui/frame/tool_actions.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

ToolHint::ToolHint(NetworkView& view) : QLabel(view.viewport()), m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setContentsMargins(10, 4, 10, 4);
    hide();
    connect(&view, &NetworkView::toolChanged, this, &ToolHint::show);
}

void ToolHint::show(ToolKind tool)
{
    setVisible(tool != ToolKind::Select);
    if (tool == ToolKind::Select) return;
    const ActionId action = std::find_if(kToolActions.begin(), kToolActions.end(), [tool](const ToolAction& row) { return row.tool == tool; })->action;
    setText(tr("%1 Esc ends it.", "what a tool does").arg(QCoreApplication::translate("Actions", rowOf(action).tip)));
    adjustSize();
    move((m_view.viewport()->width() - width()) / 2, 10);
}

} // namespace bellweave::ui
