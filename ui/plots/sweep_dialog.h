// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/sweep_input.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace bellweave::ui {

class CommandRows;

/// Chooses the field of a sweep by words and the range of its values.
class SweepDialog : public QDialog {
    Q_OBJECT
public:
    /// Both have to outlive the dialog.
    SweepDialog(const Network& network, const engine::Evaluation& evaluation, const SweepInput& present, QWidget* parent = nullptr);

    /// What was chosen. The ends of the range are left open where they are the usual ones.
    SweepInput input() const { return m_input; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeRange();
    void search();
    QString nothingFound() const;
    void take(const SweepInput& input);
    void check();

    const Network& m_network;
    const engine::Evaluation& m_evaluation;
    SweepInput m_input;
    QString m_usualFrom, m_usualTo;    // as they were written into the fields
    QLineEdit* m_words;
    CommandRows* m_rows;
    QListView* m_list;
    QLabel* m_chosen;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLabel* m_problem;
    QPushButton* m_accept = nullptr;
};

} // namespace bellweave::ui
