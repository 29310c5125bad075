// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/latest_runner.h"
#include "model/format/recovery.h"
#include "model/network/network.h"

#include <QDialog>

class QPushButton;

namespace bellweave::ui {

class DifferenceTable;
class VerdictCard;

/// Work that was left behind beside the file it belongs to: both verdicts and everything that differs, and the choice between
/// them. Nothing is changed here; Escape keeps both for later.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    /// `file` is what the file of the copy holds, `recovered` what the copy holds.
    RecoveryDialog(const RecoveryCopy& copy, const Network& file, const Network& recovered, QWidget* parent = nullptr);

    DifferenceTable& differences() const { return *m_differences; }
    VerdictCard& fileCard() const { return *m_file; }
    VerdictCard& recoveredCard() const { return *m_recovered; }
    QPushButton& openRecovered() const { return *m_openRecovered; }
    QPushButton& openFile() const { return *m_openFile; }
    QPushButton& keep() const { return *m_keep; }

Q_SIGNALS:
    /// The copy is to be gone on with. The dialog is closed.
    void recoveredWanted();
    /// The file is to be gone on with, so that the copy is not wanted any more. The dialog is still open.
    void fileWanted();

private:
    QWidget* makeCards();
    QWidget* makeButtons();
    void evaluateBoth();

    VerdictCard* m_file;
    VerdictCard* m_recovered;
    DifferenceTable* m_differences;
    QPushButton* m_openRecovered = nullptr;
    QPushButton* m_openFile = nullptr;
    QPushButton* m_keep = nullptr;
    engine::LatestRunner m_runner;    // last: joins before the rest is gone
};

} // namespace bellweave::ui
