// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/network_view.h"

#include <QLabel>

namespace bellweave::ui {

/// Says over a map without a tool strip what its tool does, unless it only selects.
class ToolHint : public QLabel {
    Q_OBJECT
public:
    explicit ToolHint(NetworkView& view);

private:
    void show(ToolKind tool);

    NetworkView& m_view;
};

} // namespace bellweave::ui
