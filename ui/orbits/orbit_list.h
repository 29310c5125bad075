// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"
#include "ui/orbits/orbit_layer.h"

#include <QTreeWidget>

namespace bellweave::ui {

/// Satellites and ground stations of the design, and what is shown of orbits. Shares the session's selection.
class OrbitList : public QTreeWidget {
    Q_OBJECT
public:
    OrbitList(Session& session, OrbitController& orbits, QWidget* parent = nullptr);

    const OrbitSights& sights() const { return m_sights; }

Q_SIGNALS:
    void sightsChanged();
    /// At a place on the screen.
    void menuWanted(bellweave::SiteId site, QPoint place);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void rebuild();
    void addSatellites();
    void addStations();
    void addSights();
    QTreeWidgetItem* section(const QString& title, const QString& note);
    void followSelection();
    void tellSelection();
    void tellSight(QTreeWidgetItem* item);

    Session& m_session;
    OrbitController& m_orbits;
    OrbitSights m_sights;
    bool m_isFilling = false;
};

} // namespace bellweave::ui
