// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"

#include "model/edit/design_difference.h"
#include "ui/canvas/canvas_input.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/design_page.h"
#include "ui/frame/examples.h"
#include "ui/frame/findings_panel.h"
#include "ui/frame/import_dialog.h"
#include "ui/frame/keys_dialog.h"
#include "ui/frame/measure_actions.h"
#include "ui/frame/preferences_dialog.h"
#include "ui/frame/recovery_dialog.h"
#include "ui/frame/region_cycle.h"
#include "ui/frame/status_bar.h"
#include "ui/frame/top_bar.h"
#include "ui/frame/verdict_bar.h"
#include "ui/frame/welcome_page.h"
#include "ui/frame/workspaces.h"
#include "ui/orbits/add_satellites_dialog.h"
#include "ui/orbits/clouds_dialog.h"
#include "ui/report/export_dialog.h"
#include "ui/report/report_dialog.h"
#include "ui/session/import_edits.h"
#include "ui/session/own_presets.h"
#include "ui/session/recent_files.h"
#include "ui/simulate/simulate_page.h"
#include "ui/simulate/trace_writing.h"
#include "ui/style/theme.h"
#include "ui/validation/validation_dialog.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QWhatsThis>
#include <set>

namespace bellweave::ui {

namespace {

constexpr QSize kSmallest(1180, 720);
constexpr QSize kPreferred(1600, 1000);
const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kThemeKey = QStringLiteral("appearance/theme");
const QString kContrastKey = QStringLiteral("appearance/high_contrast");

/// What can be done without an open design.
const std::set<ActionId>& actionsOfTheWelcomePage()
{
    static const std::set<ActionId> ids{ActionId::New, ActionId::Open, ActionId::Import, ActionId::Welcome, ActionId::Quit,
                                        ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark, ActionId::HighContrast,
                                        ActionId::LargerText, ActionId::SmallerText, ActionId::UsualText, ActionId::DensityCompact,
                                        ActionId::DensityNormal, ActionId::DensityRoomy,
                                        ActionId::NextRegion, ActionId::PreviousRegion, ActionId::Keys, ActionId::WhatsThis, ActionId::About};
    return ids;
}

void describe(QAction& action, const QString& tip)
{
    action.setStatusTip(tip);
    action.setWhatsThis(tip);
}

} // namespace

MainWindow::MainWindow(const QString& recovery, Prompter* prompter)
    : m_dialogs(this), m_prompter(prompter ? *prompter : m_dialogs), m_edits(m_session, m_actions), m_files(m_session, m_prompter),
      m_autosave(m_session, recovery), m_pages(new QStackedWidget(this)), m_welcome(new WelcomePage(m_actions)),
      m_design(new DesignPage(m_session, m_actions)), m_status(new StatusBar(m_session, m_files, this)),
      m_regions(new RegionCycle(this))
{
    setMinimumSize(kSmallest);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_design);
    setCentralWidget(m_pages);
    setStatusBar(m_status);
    m_status->watch(m_design->view());
    m_actions.attach(*this, m_design->view());
    connect(&m_design->view(), &NetworkView::reportRequested, this, [this](const ElementRef& element) { showReport()->goTo(element); });
    makeMenus();
    connectFiles();
    connectThemes();
    connectMeasureActions(m_actions);
    connectHelp();
    connectRegions();
    connect(&m_design->workspaces(), &Workspaces::traceExportWanted, this, &MainWindow::exportTrace);
    connect(&m_design->workspaces(), &Workspaces::satellitesWanted, this, &MainWindow::addSatellites);
    connect(&m_design->workspaces(), &Workspaces::cloudsWanted, this, &MainWindow::readClouds);
    connect(m_actions[ActionId::AddSatellites], &QAction::triggered, this, [this] { addSatellites({}); });
    m_design->restoreLayout();
    restoreGeometryFromSettings();
    loadOwnPresets();
    showWelcome();
}

MainWindow::~MainWindow()
{
    // They show the session, which goes first otherwise: members end before child widgets.
    qDeleteAll(findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_pages;
    delete m_status;
}

bool MainWindow::isDesignShown() const { return m_pages->currentWidget() == m_design; }

void MainWindow::showWelcome()
{
    m_welcome->refreshRecent();
    offerRecovered();
    m_welcome->setWayBack(m_hasDesign);
    m_pages->setCurrentWidget(m_welcome);
    m_status->setDesignShown(false);
    enableDesignActions(false);
    refreshTitle();
    focusInside(*m_welcome);
}

void MainWindow::showDesign()
{
    m_hasDesign = true;
    m_pages->setCurrentWidget(m_design);
    m_status->setDesignShown(true);
    enableDesignActions(true);
    refreshTitle();
    m_design->view().setFocus(Qt::OtherFocusReason);
}

void MainWindow::makeMenus()
{
    using enum ActionMenu;
    for (const ActionMenu menu : {File, Edit, View, Insert, Analyze, Window, Help})
        m_actions.fill(*menuBar()->addMenu(menuTitle(menu)), menu);
    QAction* import = m_actions[ActionId::Import];
    QMenu* file = menuBar()->actions().first()->menu();
    m_recentMenu = new QMenu(tr("Open &Recent"), file);
    file->insertMenu(import, m_recentMenu);
    auto* examples = new QMenu(tr("&Examples"), file);
    for (const Example& example : shippedExamples())
        describe(*examples->addAction(example.name, this, [this, path = example.path] { m_files.openExample(path); }), example.question);
    file->insertMenu(import, examples);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fillRecentMenu();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentFile& recent : recentFiles())
        describe(*m_recentMenu->addAction(recent.name, this, [this, path = recent.path] { m_files.openPath(path); }), recent.path);
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

void MainWindow::connectFiles()
{
    const auto bind = [this](ActionId id, auto function) { connect(m_actions[id], &QAction::triggered, &m_files, function); };
    bind(ActionId::New, &FileActions::newDesign);
    bind(ActionId::Open, &FileActions::open);
    connect(m_actions[ActionId::Import], &QAction::triggered, this, &MainWindow::showImport);
    connect(m_actions[ActionId::Save], &QAction::triggered, this, [this] { commitTyping(), m_files.save(); });
    connect(m_actions[ActionId::SaveAs], &QAction::triggered, this, [this] { commitTyping(), m_files.saveAs(); });
    connect(m_actions[ActionId::Report], &QAction::triggered, this, &MainWindow::showReport);
    connect(m_actions[ActionId::Export], &QAction::triggered, this, &MainWindow::showExport);
    connect(m_actions[ActionId::Welcome], &QAction::triggered, this, &MainWindow::showWelcome);
    connect(m_actions[ActionId::Quit], &QAction::triggered, this, &MainWindow::close);
    connect(m_welcome, &WelcomePage::recentChosen, &m_files, &FileActions::openPath);
    connect(m_welcome, &WelcomePage::exampleChosen, &m_files, &FileActions::openExample);
    connect(m_welcome, &WelcomePage::recoveredChosen, this, &MainWindow::chooseRecovered);
    connect(m_welcome, &WelcomePage::discardRequested, &m_files, [this](const RecoveryCopy& copy) {
        if (m_files.discard(copy)) offerRecovered();
    });
    connect(&m_files, &FileActions::recovered, &m_autosave, &Autosave::adopt);
    connect(m_welcome, &WelcomePage::dismissed, this, &MainWindow::showDesign);
    connect(&m_files, &FileActions::opened, this, &MainWindow::showDesign);
    connect(&m_files, &FileActions::opened, this, &MainWindow::compareLeftBehind);
    connect(&m_files, &FileActions::recentFilesChanged, this, &MainWindow::fillRecentMenu);
    connect(&m_session, &Session::pathChanged, this, &MainWindow::refreshTitle);
    connect(&m_session, &Session::networkChanged, this, [this](const Patch& patch) {
        if (patch.generalAfter) refreshTitle();
    });
    connect(&m_session.undoStack(), &QUndoStack::cleanChanged, this, [this](bool clean) { setWindowModified(!clean); });
}

void MainWindow::loadOwnPresets()
{
    OwnPresets& presets = m_session.ownPresets();
    presets.load();
    const int problems = static_cast<int>(presets.problems().size());
    if (problems == 0) return;
    Q_EMIT m_session.noticed(tr("%n file(s) of your presets cannot be read; the Library tab says why.", nullptr, problems));
}

void MainWindow::connectThemes()
{
    const std::pair<ActionId, ThemeChoice> choices[] = {{ActionId::ThemeSystem, ThemeChoice::System},
                                                        {ActionId::ThemeLight, ThemeChoice::Light},
                                                        {ActionId::ThemeDark, ThemeChoice::Dark}};
    for (const auto& [id, choice] : choices) {
        m_actions[id]->setChecked(choice == themeChoice());
        connect(m_actions[id], &QAction::triggered, this, [choice = choice] {
            applyTheme(choice);
            QSettings().setValue(kThemeKey, static_cast<int>(choice));
        });
    }
    QAction* contrast = m_actions[ActionId::HighContrast];
    contrast->setChecked(isHighContrast());
    connect(contrast, &QAction::triggered, this, [](bool on) {
        setHighContrast(on);
        QSettings().setValue(kContrastKey, on);
    });
}

void MainWindow::connectHelp()
{
    connect(m_actions[ActionId::WhatsThis], &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(m_actions[ActionId::Validation], &QAction::triggered, this, [this] { ValidationDialog(m_files, this).exec(); });
    connect(m_actions[ActionId::Keys], &QAction::triggered, this, [this] { KeysDialog(m_actions, this).exec(); });
    connect(m_actions[ActionId::Preferences], &QAction::triggered, this, [this] { PreferencesDialog(m_session, m_actions, m_autosave, this).exec(); });
    connect(m_actions[ActionId::About], &QAction::triggered, this, [this] {
        QMessageBox::about(this, tr("About Bellweave"),
                           tr("<b>Bellweave %1</b><br>Designs and assesses quantum networks.<br><br>"
                              "Free software under the GNU General Public License, version 3 or later. "
                              "Map outlines: Natural Earth, public domain. Cities: GeoNames, CC BY 4.0.<br><br>"
                              "Physical model %1; its figures are held against exact results and experiments under Analyze, Validation, and by "
                              "<code>bellweave-cli validate</code>.<br><br>"
                              "Built with Qt %2 (LGPL 3), QCustomPlot (GPL 3), Eigen (MPL 2), Boost (BSL 1.0), GeographicLib (MIT), "
                              "ERFA (BSD), JSON for Modern C++ (MIT), Random123 (BSD), oneTBB (Apache 2.0).")
                               .arg(QStringLiteral(BELLWEAVE_VERSION), QString::fromLatin1(qVersion())));
    });
}

void MainWindow::listRegions()
{
    std::vector<QWidget*> regions = m_design->regions();
    regions.push_back(m_welcome);
    regions.push_back(m_status);
    m_regions->setRegions(regions);
}

void MainWindow::connectRegions()
{
    listRegions();
    connect(&m_design->workspaces(), &Workspaces::added, this, &MainWindow::listRegions);
    connect(&m_design->workspaces(), &Workspaces::mapAdded, m_status, [this](NetworkView& map) { m_status->watch(map); });
    connect(&m_design->workspaces(), &Workspaces::currentChanged, m_status, [this] { m_status->turnTo(m_design->workspaces().map()); });
    connect(m_actions[ActionId::NextRegion], &QAction::triggered, m_regions, [this] { m_regions->move(1); });
    connect(m_actions[ActionId::PreviousRegion], &QAction::triggered, m_regions, [this] { m_regions->move(-1); });
    FindingsPanel& findings = m_design->findings();
    connect(&findings, &FindingsPanel::countChanged, m_status, &StatusBar::setProblemCount);
    const auto tellKeys = [this] { m_status->setProblemsTip(m_actions[ActionId::Problems]->toolTip()); };
    tellKeys();
    connect(&m_actions, &Actions::keysChanged, m_status, tellKeys);
    connect(m_status, &StatusBar::problemsRequested, m_design, &DesignPage::showProblems);
}

void MainWindow::enableDesignActions(bool enabled)
{
    for (const ActionRow& row : actionTable())
        m_actions[row.id]->setEnabled(enabled || actionsOfTheWelcomePage().contains(row.id));
    if (!enabled) return;
    m_edits.refresh();
    for (const ActionId id : {ActionId::PreviewFix, ActionId::ApplyFix})
        m_actions[id]->setEnabled(m_design->verdictBar().canApplyFix());
}

void MainWindow::refreshTitle()
{
    setWindowTitle(m_hasDesign ? tr("%1[*] — Bellweave").arg(m_files.designName()) : tr("Bellweave[*]"));
    setWindowModified(m_files.isModified());
    m_design->topBar().setDesignName(m_files.designName());
}

void MainWindow::restoreGeometryFromSettings()
{
    if (restoreGeometry(QSettings().value(kGeometryKey).toByteArray())) return;
    const QSize room = screen() ? screen()->availableSize() : kPreferred;
    resize(kPreferred.boundedTo(room));
}

/// What stands in a field counts, though the focus has not left it.
void MainWindow::commitTyping()
{
    QWidget* field = focusWidget();
    if (!field || !m_design->isAncestorOf(field)) return;
    if (auto* input = qobject_cast<CanvasInput*>(field)) return input->accept();
    field->clearFocus();
    field->setFocus(Qt::OtherFocusReason);
}

ReportDialog* MainWindow::showReport()
{
    commitTyping();
    auto* dialog = new ReportDialog(m_session, m_prompter, m_files.designName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::showExport()
{
    commitTyping();
    auto* dialog = new ExportDialog(m_session, m_prompter, m_files.designName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::addSatellites(const QString& path)
{
    commitTyping();
    auto* dialog = new AddSatellitesDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddSatellitesDialog::openWanted, this, [this, dialog] {
        const QString chosen = m_files.chooseImport(tr("Elements of satellites (*.tle *.2le *.3le *.txt *.csv *.json *.xml);;All files (*)"));
        if (!chosen.isEmpty()) dialog->openFile(chosen);
    });
    if (!path.isEmpty()) dialog->openFile(path);
    dialog->open();
}

void MainWindow::readClouds(SiteId station)
{
    const QString path = m_files.chooseImport(tr("Clouds by months and hours (*.csv *.txt);;All files (*)"));
    if (path.isEmpty()) return;
    const Result<QByteArray> bytes = readWhole(path);
    const Result<CloudFile> clouds = bytes ? readCloudFile(*bytes) : bytes.error();
    const QString title = tr("%1 was not imported").arg(QFileInfo(path).fileName());
    if (!clouds) return m_prompter.complain(title, clouds.error().text());
    if (clouds->stations.empty()) return m_prompter.complain(title, clouds->problems.join(u' '));
    auto* dialog = new CloudsDialog(m_session, station, *clouds, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::exportTrace(const QString& suffix)
{
    const SimulatePage* page = m_design->workspaces().simulatePage();
    if (page) writeTrace(*page, m_session, m_prompter, m_files.designName(), suffix);
}

void MainWindow::showImport()
{
    commitTyping();
    const QString path = m_files.chooseImport();
    if (path.isEmpty()) return;
    Result<ImportSource> source = readImport(path);
    if (!source) return m_prompter.complain(tr("%1 was not imported").arg(QFileInfo(path).fileName()), source.error().text());
    auto* dialog = new ImportDialog(*std::move(source), isDesignShown() && !m_session.isReadOnly(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::openWanted, this, [this, dialog] { m_files.openImported(dialog->source()); });
    connect(dialog, &ImportDialog::keepWanted, this, [this, dialog] { keepImported(m_session, dialog->source()); });
    connect(dialog, &ImportDialog::addWanted, this, [this, dialog] {
        if (addImported(m_session, dialog->source())) m_design->view().fitSelection();
    });
    dialog->open();
}

void MainWindow::offerRecovered() { m_welcome->setRecovered(copiesLeftBehind(m_autosave.folder())); }

/// Opening a file asks what becomes of its work that was left behind.
void MainWindow::compareLeftBehind()
{
    // What was just recovered is not clean: it is not the file, and no other copy is compared with it.
    if (m_session.path().isEmpty() || !m_session.undoStack().isClean()) return;
    for (const RecoveryCopy& copy : copiesLeftBehind(m_autosave.folder())) {
        if (copy.origin != m_session.path()) continue;
        const Result<LoadedProject> work = readProject(copy.copyPath);
        if (work && !countDifferences(m_session.network(), withIdsOf(m_session.network(), work->network)).isNone())
            return compareRecovered(copy, m_session.network(), work->network);
    }
}

/// From the welcome page: work of no file, or of one that cannot be read, leaves nothing to compare with.
void MainWindow::chooseRecovered(const RecoveryCopy& copy)
{
    const Result<LoadedProject> file = copy.origin.isEmpty() ? Error{} : readProject(copy.origin);
    if (file)
        if (const Result<LoadedProject> work = readProject(copy.copyPath)) return compareRecovered(copy, file->network, work->network);
    m_files.recover(copy);
}

void MainWindow::compareRecovered(const RecoveryCopy& copy, const Network& file, const Network& work)
{
    auto* dialog = new RecoveryDialog(copy, file, work, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recoveredWanted, this, [this, copy] { m_files.recover(copy); });
    connect(dialog, &RecoveryDialog::fileWanted, this, [this, copy, dialog] {
        if (!m_files.discard(copy)) return;
        dialog->accept();
        offerRecovered();
        if (m_session.path() != copy.origin || !isDesignShown()) m_files.openPath(copy.origin);
    });
    dialog->open();
}

void MainWindow::saveLayout()
{
    QSettings().setValue(kGeometryKey, saveGeometry());
    m_design->saveLayout();
}

void MainWindow::keepUnsaved()
{
    commitTyping();
    m_autosave.flush();
}

void MainWindow::endQuietly()
{
    keepUnsaved();
    m_files.leave();
    saveLayout();
    QCoreApplication::exit(0);    // quit() would close the window, which asks
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    commitTyping();
    if (!m_files.mayDiscard()) return event->ignore();
    m_autosave.drop();
    m_files.leave();
    saveLayout();
    event->accept();
}

} // namespace bellweave::ui
