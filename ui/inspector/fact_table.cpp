// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/fact_table.h"

#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace bellweave::ui {

namespace {

constexpr int kRowHeight = 22;
constexpr int kHeadHeight = 20;

} // namespace

FactTable::FactTable(const QString& name, QWidget* parent) : QTableWidget(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(uiFont(12));
    verticalHeader()->hide();
    keepRowHeight(*verticalHeader(), kRowHeight);
    followMeasures(*this, [this] {
        horizontalHeader()->setFixedHeight(ui::rowHeight(kHeadHeight));
        for (int row = 0; row < rowCount(); ++row) fillRow(row, m_sheet.rows[static_cast<std::size_t>(row)]);
    });
    horizontalHeader()->setFont(uiFont(11));
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    viewport()->setAutoFillBackground(false);
    const auto go = [this](int row, int) { Q_EMIT elementWanted(m_sheet.rows[static_cast<std::size_t>(row)].element); };
    connect(this, &QTableWidget::cellClicked, this, go);
    connect(this, &QTableWidget::cellActivated, this, go);
}

QSize FactTable::sizeHint() const
{
    return {textRoom(200), ui::rowHeight(kHeadHeight) + ui::rowHeight(kRowHeight) * rowCount() + 1};
}

QSize FactTable::minimumSizeHint() const
{
    return {textRoom(60), sizeHint().height()};
}

void FactTable::setSheet(const FactSheet& sheet)
{
    const bool sameShape = m_sheet.columns == sheet.columns && m_sheet.rows.size() == sheet.rows.size();
    m_sheet = sheet;
    if (!sameShape) {
        setColumnCount(static_cast<int>(sheet.columns.size()));
        setRowCount(static_cast<int>(sheet.rows.size()));
        for (int column = 0; column < columnCount(); ++column) {
            auto* head = new QTableWidgetItem(sheet.columns[static_cast<std::size_t>(column)]);
            head->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            head->setToolTip(quantityTip(quantityOf(column)));
            setHorizontalHeaderItem(column, head);
        }
        updateGeometry();
    }
    for (int row = 0; row < rowCount(); ++row) fillRow(row, sheet.rows[static_cast<std::size_t>(row)]);
    if (!sameShape) fitColumns();
}

QString FactTable::quantityOf(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return at < m_sheet.quantities.size() ? m_sheet.quantities[at] : QString();
}

void FactTable::fillRow(int row, const FactRow& facts)
{
    for (int column = 0; column < columnCount(); ++column) {
        QTableWidgetItem* cell = item(row, column);
        if (!cell) setItem(row, column, cell = new QTableWidgetItem);
        const bool strong = column == facts.strongCell;
        cell->setText(facts.cells[static_cast<std::size_t>(column)]);
        cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
        cell->setForeground(strong ? theme().warn : theme().text);
        cell->setFont(uiFont(12, strong ? QFont::DemiBold : QFont::Normal));
        cell->setBackground(facts.highlighted ? QBrush(theme().selectedRow) : QBrush(Qt::NoBrush));
        cell->setToolTip(quantityTip(quantityOf(column), facts.tip.isEmpty() ? cell->text() : facts.tip));
    }
}

void FactTable::fitColumns()
{
    if (columnCount() == 0) return;
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void FactTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (int row = 0; row < rowCount(); ++row) fillRow(row, m_sheet.rows[static_cast<std::size_t>(row)]);
}

} // namespace bellweave::ui
