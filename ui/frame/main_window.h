// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"
#include "ui/session/autosave.h"
#include "ui/session/edit_actions.h"
#include "ui/session/file_actions.h"
#include "ui/session/prompter.h"
#include "ui/session/session.h"

#include <QMainWindow>

class QStackedWidget;

namespace bellweave::ui {

class DesignPage;
class RegionCycle;
class ReportDialog;
class StatusBar;
class WelcomePage;

/// The window: puts menus, welcome page, workspace and status bar together. Holds no logic of its own.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Keeps copies of unsaved work in the folder `recovery` and offers what it holds. Asks through `prompter`, or through
    /// dialogs of its own when there is none.
    explicit MainWindow(const QString& recovery, Prompter* prompter = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    FileActions& files() { return m_files; }
    const Actions& actions() const { return m_actions; }
    DesignPage& designPage() const { return *m_design; }
    WelcomePage& welcomePage() const { return *m_welcome; }
    bool isDesignShown() const;
    void showWelcome();
    void showDesign();
    /// Puts unsaved work, and what is being typed, where the next session offers it.
    void keepUnsaved();
    /// Ends the program without a question, unsaved work kept: the system asks for it.
    void endQuietly();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeMenus();
    void fillRecentMenu();
    void connectFiles();
    void loadOwnPresets();
    void connectThemes();
    void connectHelp();
    void connectRegions();
    void listRegions();
    void enableDesignActions(bool enabled);
    void refreshTitle();
    void commitTyping();
    ReportDialog* showReport();
    void showExport();
    void addSatellites(const QString& path);
    void readClouds(SiteId station);
    void exportTrace(const QString& suffix);
    void showImport();
    void saveLayout();
    void offerRecovered();
    /// Asks what becomes of unsaved work of the file just opened that was left behind.
    void compareLeftBehind();
    void chooseRecovered(const RecoveryCopy& copy);
    void compareRecovered(const RecoveryCopy& copy, const Network& file, const Network& work);
    void restoreGeometryFromSettings();

    DialogPrompter m_dialogs;
    Prompter& m_prompter;
    Session m_session;
    Actions m_actions;
    EditActions m_edits;
    FileActions m_files;
    Autosave m_autosave;
    QStackedWidget* m_pages;
    WelcomePage* m_welcome;
    DesignPage* m_design;
    StatusBar* m_status;
    RegionCycle* m_regions;
    QMenu* m_recentMenu = nullptr;
    bool m_hasDesign = false;
};

} // namespace bellweave::ui
