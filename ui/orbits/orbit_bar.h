// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"

#include <QWidget>

class QLabel;
class QTabBar;
class QToolButton;

namespace bellweave::ui {

/// The row over the passes: what is shown below, play, steps from pass to pass, the moment, how fast it plays, and the design's time.
class OrbitBar : public QWidget {
    Q_OBJECT
public:
    OrbitBar(Session& session, OrbitController& orbits, QWidget* parent = nullptr);

    int addTab(const QString& title);
    QTabBar& tabs() const { return *m_tabs; }
    QToolButton& playButton() const { return *m_play; }
    QToolButton& speedButton() const { return *m_speed; }

Q_SIGNALS:
    void tabChosen(int tab);
    /// Epoch and span of the design are wanted.
    void timeFrameWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void fillSpeeds();

    Session& m_session;
    OrbitController& m_orbits;
    QTabBar* m_tabs;
    QToolButton* m_before;
    QToolButton* m_play;
    QToolButton* m_next;
    QLabel* m_moment;
    QToolButton* m_speed;
    QToolButton* m_span;
};

} // namespace bellweave::ui
