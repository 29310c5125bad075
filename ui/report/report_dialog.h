// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

#include <QDialog>
#include <QPageSize>
#include <QTimer>

class QComboBox;
class QLabel;

namespace bellweave::ui {

class ChapterList;
class Prompter;
class ReportPreview;
class Session;

/// Outline, preview and export of the report of the open design. Follows the numbers while they come.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /// `designName` names the design and the suggested file.
    ReportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent = nullptr);

    ChapterList& chapters() const { return *m_chapters; }
    ReportPreview& preview() const { return *m_preview; }

private:
    QWidget* makeOutline();
    QWidget* makeButtons();
    void refresh();
    Report report() const;
    QPageSize paper() const;
    void exportAs(const QString& suffix, const QString& filter);

    Session& m_session;
    Prompter& m_prompter;
    QString m_designName;
    ChapterList* m_chapters;
    ReportPreview* m_preview;
    QComboBox* m_paper;
    QLabel* m_state;
    QTimer m_soon;    // several changes of one moment make one preview
};

} // namespace bellweave::ui
