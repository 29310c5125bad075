// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/grid_view.h"

#include "ui/session/selection_edits.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"
#include "ui/tables/grid_delegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

namespace bellweave::ui {

namespace {

constexpr int kRowHeight = 24;
constexpr int kNameWidth = 140;
constexpr int kPresetWidth = 190;
constexpr int kHeadingRoom = 26;     // beside the words: margins and the mark of the order

/// What an empty grid means.
QString emptySentence(GridKind kind, bool isFiltered)
{
    if (isFiltered) return GridView::tr("No name fits the filter.");
    switch (kind) {
    case GridKind::Sites: return GridView::tr("No sites yet. Place one on the map (S), or paste rows with name, latitude and longitude here.");
    case GridKind::Links: return GridView::tr("No links yet. Join two sites on the map (L).");
    case GridKind::Demands: return GridView::tr("No demands yet. Ask for pairs between two sites on the map (D).");
    }
    Q_UNREACHABLE();
}

int widthOf(const GridColumn& column, const QFontMetrics& metrics, bool isFirst)
{
    const int heading = metrics.horizontalAdvance(column.heading) + kHeadingRoom;
    if (isFirst || column.isEnd()) return qMax(heading, kNameWidth);
    return qMax(heading, column.isPreset() ? kPresetWidth : 76);
}

bool isPlain(const QKeyEvent& key) { return !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)); }

bool isTyping(const QKeyEvent& key)
{
    return isPlain(key) && !key.text().isEmpty() && key.text().front().isPrint() && !key.text().front().isSpace();
}

bool isEditKey(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Paste) || key.matches(QKeySequence::SelectAll)
        || (isPlain(key) && (key.key() == Qt::Key_Delete || key.key() == Qt::Key_F2));
}

} // namespace

GridView::GridView(Session& session, GridKind kind, QWidget* parent)
    : QTableView(parent), m_session(session), m_model(new GridModel(session, kind, this))
{
    setModel(m_model);
    setItemDelegate(new GridDelegate(session, this));
    setAccessibleName(gridTitle(kind));
    setAccessibleDescription(tr("Enter or F2 edits a cell, Tab moves on, letters filter, Ctrl+V pastes from a spreadsheet."));
    setProperty("roomy", true);
    horizontalHeader()->setProperty("roomy", true);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setFont(uiFont(12));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepRowHeight(*verticalHeader(), kRowHeight);
    setWordWrap(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFont(uiFont(12));
    followMeasures(*this, [this] {
        for (int i = 0; i < m_model->columnCount(); ++i) setColumnWidth(i, widthOf(m_model->column(i), QFontMetrics(uiFont(12)), i == 0));
    });
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    new EmptyNote(*this, [this, kind] { return emptySentence(kind, m_model->isFiltered()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &GridView::giveSelectionToSession);
    connect(&session, &Session::selectionChanged, this, &GridView::takeSelectionFromSession);
    connect(m_model, &GridModel::modelAboutToBeReset, this, [this] { m_synchronizing = true; });
    connect(m_model, &GridModel::modelReset, this, [this] {
        m_synchronizing = false;
        takeSelectionFromSession();
    });
}

std::vector<int> GridView::selectedRows() const
{
    std::set<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row) rows.insert(row);
    return {rows.begin(), rows.end()};
}

QRect GridView::selectedBlock() const
{
    QRect block;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        block |= QRect(QPoint(range.left(), range.top()), QPoint(range.right(), range.bottom()));
    if (block.isEmpty() && currentIndex().isValid()) block = QRect(currentIndex().column(), currentIndex().row(), 1, 1);
    return block;
}

void GridView::giveSelectionToSession()
{
    // A hidden grid only loses rows: what was chosen in it is no longer what is meant.
    if (m_synchronizing || !isVisible()) return;
    const QScopedValueRollback guard(m_synchronizing, true);
    Selection selection;
    for (const int row : selectedRows()) selection.insert(m_model->element(row));
    m_session.select(selection);
}

/// Whole rows, for elements were chosen elsewhere; a block of cells inside these rows stays a block.
void GridView::takeSelectionFromSession()
{
    if (m_synchronizing || !isVisible()) return;
    const QScopedValueRollback guard(m_synchronizing, true);
    const Selection& wanted = m_session.selection();
    std::set<int> rows;
    const auto add = [&](const ElementRef& element) {
        if (const int row = m_model->rowOf(element); row >= 0) rows.insert(row);
    };
    for (const SiteId id : wanted.sites) add(id);
    for (const LinkId id : wanted.links) add(id);
    for (const DemandId id : wanted.demands) add(id);
    const std::vector<int> now = selectedRows();
    if (std::equal(rows.begin(), rows.end(), now.begin(), now.end())) return;
    QItemSelection selection;
    for (const int row : rows) selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (rows.empty()) return;
    const QModelIndex first = m_model->index(*rows.begin(), std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    scrollTo(first);
}

void GridView::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    takeSelectionFromSession();
}

/// True when the selected cells are a rectangle without holes.
bool GridView::isOneBlock() const
{
    const QRect area = selectedBlock();
    return selectionModel()->selectedIndexes().size() == static_cast<qsizetype>(area.width()) * area.height();
}

void GridView::copyBlock()
{
    const QRect area = selectedBlock();
    CellBlock block;
    for (int row = area.top(); row <= area.bottom() && area.isValid(); ++row) {
        QStringList cells;
        for (int column = area.left(); column <= area.right(); ++column) cells += m_model->index(row, column).data(Qt::EditRole).toString();
        block.append(cells);
    }
    if (!block.isEmpty()) QGuiApplication::clipboard()->setText(blockText(block));
}

/// One copied cell fills every selected one.
CellBlock GridView::filled(const CellBlock& block) const
{
    const QRect area = selectedBlock();
    if (block.size() != 1 || block.front().size() != 1 || area.width() * area.height() <= 1 || !isOneBlock()) return block;
    return CellBlock(area.height(), QStringList(area.width(), block.front().front()));
}

void GridView::pasteBlock()
{
    const CellBlock block = filled(parseBlock(QGuiApplication::clipboard()->text()));
    if (block.isEmpty()) return;
    const QRect area = selectedBlock();
    const QPoint start = area.isValid() ? area.topLeft() : QPoint(0, m_model->rowCount());
    const PasteTarget target{m_model->kind(), m_model->elementsFrom(start.y()), start.x()};
    const BlockPaste paste = ui::pasteBlock(m_session.network(), target, block);
    if (!paste.refusal) m_session.push(paste.patch, tr("Paste %n cell(s)", nullptr, paste.cells));
    show(paste, start, block);
}

/// The pasted block stays selected; of a refused one, the cell that was at fault.
void GridView::show(const BlockPaste& paste, QPoint start, const CellBlock& block)
{
    const int headings = paste.hasHeadings ? 1 : 0;
    const int lastRow = m_model->rowCount() - 1;
    const int lastColumn = m_model->columnCount() - 1;
    if (paste.refusal) {
        const QModelIndex bad = m_model->index(qMin(start.y() + paste.refusal->line - headings, lastRow), paste.refusal->column);
        selectionModel()->setCurrentIndex(bad, QItemSelectionModel::ClearAndSelect);
        scrollTo(bad);
        Q_EMIT m_session.noticed(paste.refusal->sentence);
        return;
    }
    const int rows = static_cast<int>(block.size()) - headings;
    const int columns = paste.hasHeadings ? m_model->columnCount() : static_cast<int>(block.front().size());
    const int left = paste.hasHeadings ? 0 : start.x();
    const QModelIndex first = m_model->index(start.y(), left);
    const QModelIndex last = m_model->index(qMin(start.y() + rows - 1, lastRow), qMin(left + columns - 1, lastColumn));
    if (first.isValid() && last.isValid()) selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect);
}

void GridView::removeSelected()
{
    giveSelectionToSession();
    const QRect block = selectedBlock();
    if (block.width() < m_model->columnCount()) {
        Q_EMIT m_session.noticed(tr("Delete removes whole rows: click the element on the map or in the list, or select all cells of its row."));
        return;
    }
    deleteSelection(m_session);
}

/// Keys that the window has shortcuts for, too: here they mean cells.
bool GridView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isEditKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

bool GridView::editKey(const QKeyEvent& key)
{
    if (key.matches(QKeySequence::Copy)) copyBlock();
    else if (key.matches(QKeySequence::Paste)) pasteBlock();
    else if (isPlain(key) && key.key() == Qt::Key_Delete) removeSelected();
    else if (isPlain(key) && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        if (m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable)) edit(currentIndex());
    } else return false;
    return true;
}

/// A digit goes into a cell of numbers, as in every spreadsheet.
bool GridView::startsEditing(const QKeyEvent& key) const
{
    const bool isFigure = key.text().front().isDigit() || QStringLiteral("+-−.,").contains(key.text().front());
    return isFigure && currentIndex().isValid() && m_model->column(currentIndex().column()).isNumber()
        && m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable);
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if (state() == EditingState) return QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape && currentIndex().data(GridModel::RefusedRole).toBool())
        return m_model->discardRefusal(currentIndex());
    if (editKey(*event)) return;
    if (isTyping(*event) && !startsEditing(*event)) {
        Q_EMIT filterTyped(event->text());
        return;
    }
    QTableView::keyPressEvent(event);
}

void GridView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex edited = currentIndex();
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::RevertModelCache) m_model->discardRefusal(edited);
}

void GridView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex current = currentIndex();
    menu->addAction(tr("&Edit"), this, [this, current] { edit(current); })->setEnabled(m_model->flags(current).testFlag(Qt::ItemIsEditable));
    menu->addAction(tr("&Copy cells"), this, &GridView::copyBlock)->setEnabled(selectedBlock().isValid());
    menu->addAction(tr("&Paste cells"), this, &GridView::pasteBlock);
    menu->addSeparator();
    menu->addAction(tr("&Show on map"), this, [this, current] { m_session.reveal(m_model->element(current.row())); })
        ->setEnabled(current.isValid());
    menu->addAction(tr("&Delete"), this, &GridView::removeSelected)->setEnabled(!selectedRows().empty());
    menu->popup(event->globalPos());
}

} // namespace bellweave::ui
