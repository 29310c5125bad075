// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace bellweave::ui {

class Session;

/// A small list over the window: the live evaluation, which can be paused, and whatever else runs, which can be cancelled where
/// that is possible. Escape or a click elsewhere closes it.
class TaskList : public QWidget {
    Q_OBJECT
public:
    explicit TaskList(Session& session, QWidget* parent);

    /// Opens below a widget, at its trailing edge.
    void openBelow(const QWidget& anchor);
    QPushButton& pauseButton() const { return *m_pause; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshEvaluation();
    void rebuildRows();
    void refreshTimes();
    void addRow(const QString& title, const std::function<void()>& cancel, int id);

    Session& m_session;
    QLabel* m_state;
    QPushButton* m_pause;
    QBoxLayout* m_rows;
    QTimer m_clock;
};

/// "Live, last evaluation 9 ms"; "Paused: edits change no numbers".
QString evaluationSentence(const Session& session);

} // namespace bellweave::ui
