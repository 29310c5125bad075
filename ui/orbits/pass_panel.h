// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"

#include <QWidget>

class QLabel;

namespace bellweave::ui {

class OrbitPlot;
class SkyPlot;
class ValueGrid;

/// The chosen pass: what it is, the sky over its stations, the loss of its links at the moment, and what the demand gets in it.
class PassPanel : public QWidget {
    Q_OBJECT
public:
    PassPanel(Session& session, OrbitController& orbits, QWidget* parent = nullptr);

    SkyPlot& skyPlot() const { return *m_sky; }
    OrbitPlot& ratePlot() const { return *m_rate; }
    /// As plain words, for tests.
    QString facts() const;
    QString losses() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void followMoment();
    void followCurve();
    void followNumbers();
    void showSky();
    const engine::SkyPass* pass() const;
    const engine::SkyRow& row() const;
    std::vector<SiteId> stations() const;

    Session& m_session;
    OrbitController& m_orbits;
    QLabel* m_title;
    QLabel* m_time;
    ValueGrid* m_facts;
    SkyPlot* m_sky;
    ValueGrid* m_losses;
    QLabel* m_now;
    OrbitPlot* m_rate;
};

} // namespace bellweave::ui
