// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/simulation_setup.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace bellweave::ui {

class Session;
class SimulationController;

/// What is simulated, how long, with which luck; Run and Stop, and how far the run is.
class SetupPanel : public QWidget {
    Q_OBJECT
public:
    SetupPanel(Session& session, SimulationController& controller, QWidget* parent = nullptr);

    /// Takes what is being typed.
    void commit();

    QPushButton& runButton() const { return *m_run; }
    QPushButton& stopButton() const { return *m_stop; }
    QLineEdit& durationField() const { return *m_duration; }
    QLineEdit& seedField() const { return *m_seed; }
    QSpinBox& runsField() const { return *m_runs; }
    QComboBox& whatField() const { return *m_what; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void showSetup();
    void showState();
    QString stateText() const;
    void takeDuration();
    void takeTrials();
    void takeError();
    void takeSeed();
    void change(const std::function<void(SimulationSetup&)>& edit);

    Session& m_session;
    SimulationController& m_controller;
    QFormLayout* m_form;
    QComboBox* m_what;
    QLineEdit* m_duration;
    QSpinBox* m_runs;
    QLineEdit* m_trials;
    QLineEdit* m_error;
    QLineEdit* m_seed;
    QLabel* m_random;
    QPushButton* m_run;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_state;
    QLabel* m_stale;
};

} // namespace bellweave::ui
