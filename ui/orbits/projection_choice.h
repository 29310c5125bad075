// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bellweave::ui {

class NetworkView;

/// Two buttons in the corner of a map: the world, or the globe.
class ProjectionChoice : public QWidget {
    Q_OBJECT
public:
    explicit ProjectionChoice(NetworkView& view);
};

} // namespace bellweave::ui
