// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QPageSize>

class QComboBox;
class QLabel;

namespace bellweave::ui {

class ChapterList;
class CollectedList;
class Prompter;
class ReportPages;
class ReportPreview;
class Session;

/// Outline, preview and export of the report of the open design. Follows the numbers while they come; pages are made on
/// another thread, so nothing waits for them.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /// `designName` names the design and the suggested file.
    ReportDialog(Session& session, Prompter& prompter, const QString& designName, QWidget* parent = nullptr);

    /// Turns to the rows of an element as soon as they are there.
    void goTo(const ElementRef& element);

    ChapterList& chapters() const { return *m_chapters; }
    CollectedList& collected() const { return *m_collected; }
    ReportPreview& preview() const { return *m_preview; }

private:
    QWidget* makeOutline();
    QLayout* makeMoves();
    QWidget* makeCollected();
    QLayout* makePaperRow();
    QWidget* makeButtons();
    void refresh();
    void showPages();
    ReportInput input() const;
    QPageSize paper() const;
    void exportAs(const QString& suffix, const QString& filter);

    Session& m_session;
    Prompter& m_prompter;
    QString m_designName;
    ChapterList* m_chapters;
    CollectedList* m_collected;
    ReportPreview* m_preview;
    QComboBox* m_paper;
    QLabel* m_state;
    QFutureWatcher<std::shared_ptr<const ReportPages>> m_work;
    ElementRef m_wanted;          // whose rows are not shown yet
    bool m_isOutdated = false;    // something changed while pages were made
    bool m_isArranged = false;    // the outline changed: the preview goes to the chapter in hand
};

} // namespace bellweave::ui
