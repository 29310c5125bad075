// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/trace_player.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace bellweave::ui {

class Session;

/// The time bar of a traced run: play, steps, a slider over the whole run, the moment, and the trace as a file.
class TraceBar : public QWidget {
    Q_OBJECT
public:
    TraceBar(Session& session, TracePlayer& player, QWidget* parent = nullptr);

    QToolButton& playButton() const { return *m_play; }
    QToolButton& paceButton() const { return *m_pace; }
    QSlider& slider() const { return *m_slider; }

Q_SIGNALS:
    /// The trace is wanted as a file with this ending.
    void exportWanted(const QString& suffix);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void fillPaces();

    Session& m_session;
    TracePlayer& m_player;
    QToolButton* m_play;
    QToolButton* m_back;
    QToolButton* m_forward;
    QToolButton* m_pace;
    QSlider* m_slider;
    QLabel* m_time;
    QToolButton* m_export;
};

} // namespace bellweave::ui
