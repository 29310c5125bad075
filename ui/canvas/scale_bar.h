// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bellweave::ui {

class NetworkView;

/// The scale of the map as a bar over it.
class ScaleBar : public QWidget {
    Q_OBJECT
public:
    ScaleBar(NetworkView& view, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NetworkView& m_view;
};

} // namespace bellweave::ui
