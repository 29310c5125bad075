// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/difference_table.h"

#include "ui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace bellweave::ui {

namespace {

enum Column { What, Element, Field, Before, After, ColumnCount };
constexpr std::array<int, ColumnCount> kWidths{84, 190, 180, 130, 130};

QString kindWord(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added: return DifferenceTable::tr("Added");
    case DifferenceKind::Removed: return DifferenceTable::tr("Removed");
    case DifferenceKind::Changed: break;
    }
    return DifferenceTable::tr("Changed");
}

/// "Site Nuremberg"; the design has no name here.
QString elementText(const Difference& line)
{
    return line.elementName.isEmpty() ? line.elementWord
                                      : DifferenceTable::tr("%1 %2", "sort of an element, its name").arg(line.elementWord, line.elementName);
}

QString oneLine(const QString& text) { return text.simplified(); }

QTreeWidgetItem* makeRow(const Difference& line)
{
    const bool isWhole = line.kind != DifferenceKind::Changed;
    const auto value = [&](const QString& text) { return text.isEmpty() && !isWhole ? DifferenceTable::tr("none") : oneLine(text); };
    auto* row = new QTreeWidgetItem({kindWord(line.kind), oneLine(elementText(line)), line.label, value(line.before), value(line.after)});
    for (int column = 0; column < ColumnCount; ++column) row->setToolTip(column, row->text(column));
    row->setToolTip(Field, line.path.isEmpty() ? QString() : QStringLiteral("%1\n%2").arg(line.label, line.path));
    return row;
}

} // namespace

DifferenceTable::DifferenceTable(const DifferenceColumns& columns, QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("differences"));
    setAccessibleName(tr("Differences"));
    setHeaderLabels({tr("What"), tr("Element"), tr("Field"), columns.before, columns.after});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle);
    for (int column = 0; column < ColumnCount; ++column) setColumnWidth(column, kWidths[static_cast<std::size_t>(column)]);
}

void DifferenceTable::show(const std::vector<Difference>& differences)
{
    clear();
    QList<QTreeWidgetItem*> rows;
    for (const Difference& line : differences) rows.append(makeRow(line));
    addTopLevelItems(rows);
    if (!rows.isEmpty()) setCurrentItem(rows.front(), 0, QItemSelectionModel::NoUpdate);
}

void DifferenceTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copySelected();
    QTreeWidget::keyPressEvent(event);
}

void DifferenceTable::copySelected() const
{
    QStringList lines;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = topLevelItem(row);
        if (!item->isSelected()) continue;
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) cells += item->text(column);
        lines += cells.join(u'\t');
    }
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QString differenceText(const DifferenceCount& count)
{
    if (count.isNone()) return DifferenceTable::tr("Nothing differs.");
    QStringList parts;
    if (count.added > 0) parts += DifferenceTable::tr("%n added", "elements", count.added);
    if (count.changed > 0) parts += DifferenceTable::tr("%n changed", "elements", count.changed);
    if (count.removed > 0) parts += DifferenceTable::tr("%n removed", "elements", count.removed);
    return parts.join(DifferenceTable::tr(", ", "between parts of a list"));
}

} // namespace bellweave::ui
