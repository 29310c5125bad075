// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/results_dock.h"

#include "model/network/element_name.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_row.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/stale_watch.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/tables/tables_page.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>

namespace bellweave::ui {

namespace {

constexpr int kPlotsTab = 0;
constexpr int kTablesTab = 1;

} // namespace

ResultsDock::ResultsDock(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stale(new StaleWatch(session, this)), m_row(new PlotRow(session))
{
    setObjectName(QStringLiteral("resultsDock"));
    setAccessibleName(tr("Results"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_row);
    m_pages->addWidget(makeTablePage());
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &ResultsDock::refresh);
    connect(&session, &Session::evaluationChanged, this, &ResultsDock::refresh);
    connect(&session, &Session::selectionChanged, this, &ResultsDock::refresh);
    connect(&session, &Session::networkReset, this, &ResultsDock::refresh);
    connect(m_stale, &StaleWatch::dimChanged, m_row, &PlotRow::setVeiled);
    connect(m_row, &PlotRow::changed, this, &ResultsDock::refresh);
    refresh();
}

QWidget* ResultsDock::makeHead()
{
    auto* head = new QWidget;
    followMeasures(*head, [head] { head->setFixedHeight(rowHeight(28)); });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 8, 0);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Results"));
    m_tabs->addTab(tr("Tables"));
    m_tabs->setAccessibleName(tr("Results as plots or tables"));
    m_caption = new ElidedLabel;
    m_caption->setFont(uiFont(11));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    auto* exporting = new QToolButton;
    exporting->setText(tr("Export"));
    exporting->setAccessibleName(tr("Export a plot"));
    exporting->setToolTip(tr("Export a plot as PNG, SVG, PDF or CSV"));
    exporting->setAutoRaise(true);
    exporting->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(exporting);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillExportMenu(*menu); });
    exporting->setMenu(menu);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_caption, 100);
    row->addWidget(exporting);
    return head;
}

QWidget* ResultsDock::makeTablePage()
{
    QStringList titles;
    for (const PlotView* plot : plots()) titles += plot->plot().title();
    m_tables = new TablesPage(m_session, titles);
    connect(m_tables, &TablesPage::plotWanted, this, &ResultsDock::refreshTable);
    return m_tables;
}

void ResultsDock::sweep(const ElementRef& element, const QString& path)
{
    m_tabs->setCurrentIndex(kPlotsTab);
    m_row->sweep(element, path);
}

void ResultsDock::showTables() { m_tabs->setCurrentIndex(kTablesTab); }

const std::vector<PlotView*>& ResultsDock::plots() const { return m_row->plots(); }

DesignComparison& ResultsDock::comparison() const { return m_row->comparison(); }

DemandId ResultsDock::demandToShow() const
{
    const auto& selected = m_session.selection().demands;
    if (!selected.empty()) return *selected.begin();
    const auto evaluation = m_session.evaluation();
    const engine::DemandResult* demand = evaluation ? defaultDemand(*evaluation) : nullptr;
    return demand ? demand->id : DemandId();
}

void ResultsDock::refresh()
{
    m_demand = demandToShow();
    m_caption->setWholeText(elementName(m_session.network(), m_demand));
    m_row->show(m_demand);    // also while the tables are shown: what is exported is the design as it is
    if (m_pages->currentIndex() == kTablesTab) refreshTable();
}

void ResultsDock::refreshTable()
{
    if (m_tables->shownPlot() < 0) return;
    PlotView* plot = plots()[static_cast<std::size_t>(m_tables->shownPlot())];
    plot->show(std::make_shared<const Network>(m_session.network()), m_session.evaluation(), m_demand);
    m_tables->showPlotData(plot->data(), plot->accessibleDescription());
}

void ResultsDock::fillExportMenu(QMenu& menu)
{
    menu.clear();
    for (PlotView* plot : plots()) bellweave::ui::fillExportMenu(*menu.addMenu(plot->plot().title()), *plot);
}

} // namespace bellweave::ui
