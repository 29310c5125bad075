// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tables_page.h"

#include "ui/plots/plot_data.h"
#include "ui/style/empty_note.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/tables/grid_view.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

namespace bellweave::ui {

namespace {

constexpr std::array kGrids{GridKind::Sites, GridKind::Links, GridKind::Demands};
constexpr int kFirstPlot = static_cast<int>(kGrids.size()) + 1;    // after a separator
constexpr int kFilterWidth = 180;
constexpr int kLeastFilterWidth = 60;

} // namespace

TablesPage::TablesPage(Session& session, const QStringList& plotTitles, QWidget* parent) : QWidget(parent), m_pages(new QStackedWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 10, 6);
    column->setSpacing(4);
    column->addWidget(makeHead(plotTitles));
    column->addWidget(m_pages, 1);
    for (const GridKind kind : kGrids) addGrid(session, kind);
    m_pages->addWidget(makePlotTable());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TablesPage::follow);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (GridView* grid : m_grids) grid->grid().setFilter(text);
        refreshCount();
    });
    follow();
}

QWidget* TablesPage::makeHead(const QStringList& plotTitles)
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_choice = new QComboBox;
    m_choice->setAccessibleName(tr("Table of"));
    m_choice->setMinimumContentsLength(6);
    m_choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    followMeasures(*m_choice, [this] { m_choice->setMinimumWidth(textRoom(80)); });
    for (const GridKind kind : kGrids) m_choice->addItem(gridTitle(kind));
    m_choice->insertSeparator(m_choice->count());
    m_choice->addItems(plotTitles);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter the table by name"));
    m_filter->setToolTip(tr("Filter by name: or just type in the table"));
    m_filter->setClearButtonEnabled(true);
    followMeasures(*m_filter, [this] {
        m_filter->setMinimumWidth(textRoom(kLeastFilterWidth));
        m_filter->setMaximumWidth(textRoom(kFilterWidth));
    });
    m_filter->installEventFilter(this);
    m_count = new ElidedLabel;
    m_count->setFont(uiFont(11));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_choice);
    row->addWidget(m_filter);
    row->addWidget(m_count);
    row->addStretch(1);
    return head;
}

void TablesPage::addGrid(Session& session, GridKind kind)
{
    auto* grid = new GridView(session, kind);
    m_grids.push_back(grid);
    m_pages->addWidget(grid);
    connect(grid, &GridView::filterTyped, this, [this](const QString& text) {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->insert(text);
    });
    for (const auto signal : {&GridModel::rowsInserted, &GridModel::rowsRemoved})
        connect(&grid->grid(), signal, this, &TablesPage::refreshCount);
    connect(&grid->grid(), &GridModel::modelReset, this, &TablesPage::refreshCount);
}

QTableView* TablesPage::makePlotTable()
{
    auto* table = new QTableView;
    m_plotModel = new PlotDataModel(table);
    table->setModel(m_plotModel);
    table->setAccessibleName(tr("Numbers of the plot"));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    keepRowHeight(*table->verticalHeader(), 22);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    followMeasures(*table, [table] { table->horizontalHeader()->setMinimumSectionSize(textRoom(110)); });
    table->setFont(uiFont(12));
    table->horizontalHeader()->setHighlightSections(false);
    m_plotEmpty = new EmptyNote(*table, [this] { return m_whyEmpty; });
    return table;
}

GridView* TablesPage::shownGrid() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_choice->currentIndex()));
    return index < m_grids.size() ? m_grids[index] : nullptr;
}

int TablesPage::shownPlot() const { return m_choice->currentIndex() >= kFirstPlot ? m_choice->currentIndex() - kFirstPlot : -1; }

void TablesPage::showGrid(GridKind kind) { m_choice->setCurrentIndex(static_cast<int>(kind)); }

void TablesPage::follow()
{
    const GridView* grid = shownGrid();
    m_filter->setVisible(grid);
    m_pages->setCurrentIndex(grid ? m_choice->currentIndex() : static_cast<int>(m_grids.size()));
    refreshCount();
    if (!grid) Q_EMIT plotWanted();
}

void TablesPage::refreshCount()
{
    const GridView* grid = shownGrid();
    m_count->setWholeText(grid ? tr("%n row(s)", nullptr, grid->grid().rowCount()) : QString());
}

void TablesPage::showPlotData(PlotData data, const QString& whyEmpty)
{
    m_whyEmpty = whyEmpty;
    m_plotModel->setPlotData(std::move(data));
    m_plotEmpty->refresh();
}

bool TablesPage::eventFilter(QObject* object, QEvent* event)
{
    GridView* grid = shownGrid();
    if (object != m_filter || event->type() != QEvent::KeyPress || !grid) return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) m_filter->clear();
    else if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape) return false;
    grid->setFocus(Qt::OtherFocusReason);
    if (key != Qt::Key_Escape && grid->grid().rowCount() > 0) grid->setCurrentIndex(grid->grid().index(0, 0));
    return true;
}

} // namespace bellweave::ui
