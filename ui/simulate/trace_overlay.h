// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/trace_player.h"

#include <QWidget>

namespace bellweave::ui {

class NetworkView;

/// The moment of a traced run on the map: pairs as arcs between the stations that hold their halves, messages on their way, swaps,
/// losses and deliveries as they happen. Lets mouse and keys through.
class TraceOverlay : public QWidget {
    Q_OBJECT
public:
    TraceOverlay(NetworkView& view, TracePlayer& player);

    /// How many pairs and messages are drawn now.
    int shownPairs() const { return m_pairs; }
    int shownMessages() const { return m_messages; }
    int shownOutages() const { return m_outages; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    std::optional<QPointF> placeOf(std::uint32_t station) const;
    void paintPairs(QPainter& painter);
    void paintMessages(QPainter& painter);
    void paintFlashes(QPainter& painter);
    void paintOutages(QPainter& painter);

    NetworkView& m_view;
    TracePlayer& m_player;
    int m_pairs = 0;
    int m_messages = 0;
    int m_outages = 0;
};

} // namespace bellweave::ui
