// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"

#include <QPointF>
#include <vector>

namespace bellweave::ui {

class NetworkScene;
class Session;

/// Moves sites with the mouse: every step is pushed in one gesture, so all of them are one undo step.
class SiteDrag {
public:
    /// `from`: where the mouse took hold, map units.
    SiteDrag(Session& session, const NetworkScene& scene, const std::set<SiteId>& sites, QPointF from);

    /// Moves the sites along with the mouse; `holdBearing` keeps to directions of 15° steps.
    void moveTo(QPointF map, bool holdBearing);
    /// Puts everything back where it was; no undo step stays.
    void cancel();

private:
    void push(const std::vector<SiteMove>& moves);

    Session& m_session;
    const NetworkScene& m_scene;
    std::vector<SiteMove> m_start;
    QPointF m_from;
    QString m_text;
    int m_gesture;
};

/// "Move Frankfurt", "Move 3 sites".
QString moveText(const Network& network, const std::set<SiteId>& sites);

} // namespace bellweave::ui
