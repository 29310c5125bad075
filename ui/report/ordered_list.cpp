// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ordered_list.h"

#include "ui/style/measures.h"

#include <QDropEvent>
#include <QKeyEvent>

namespace bellweave::ui {

namespace {

constexpr int kRowHeight = 28;

} // namespace

OrderedList::OrderedList(QWidget* parent) : QListWidget(parent)
{
    setDragDropMode(QAbstractItemView::InternalMove);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QListWidget::itemChanged, this, &OrderedList::arranged);
}

QListWidgetItem* OrderedList::addRow(const QString& text, bool isTicked)
{
    const QSignalBlocker quiet(this);
    auto* item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    item->setSizeHint({0, rowHeight(kRowHeight)});
    item->setToolTip(tr("Drag to reorder, tick to include"));
    return item;
}

void OrderedList::moveCurrent(int rows)
{
    const int from = currentRow();
    const int to = std::clamp(from + rows, 0, std::max(0, count() - 1));
    if (from < 0 || from == to) return;
    {
        const QSignalBlocker quiet(this);    // one move, told once
        insertItem(to, takeItem(from));
        setCurrentRow(to);
    }
    Q_EMIT arranged();
}

void OrderedList::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->modifiers() == Qt::AltModifier;
    if (moves && event->key() == Qt::Key_Up) return moveCurrent(-1);
    if (moves && event->key() == Qt::Key_Down) return moveCurrent(+1);
    QListWidget::keyPressEvent(event);
}

void OrderedList::dropEvent(QDropEvent* event)
{
    QListWidget::dropEvent(event);
    Q_EMIT arranged();
}

} // namespace bellweave::ui
