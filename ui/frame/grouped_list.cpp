// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/grouped_list.h"

#include "model/base/folded_text.h"

#include <QTreeWidget>

namespace bellweave::ui {
namespace {

QString textOf(const QTreeWidgetItem& row)
{
    QStringList texts;
    for (int column = 0; column < row.columnCount(); ++column) texts << row.text(column);
    return foldedText(texts.join(u' '));
}

} // namespace

QTreeWidgetItem* addGroup(QTreeWidget& list, const QString& title)
{
    auto* group = new QTreeWidgetItem(&list, {title});
    QFont strong = list.font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(0, strong);
    group->setFlags(Qt::ItemIsEnabled);
    group->setExpanded(true);
    return group;
}

void showMatches(QTreeWidget& list, const QString& words)
{
    const QString wanted = foldedText(words.trimmed());
    for (int i = 0; i < list.topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = list.topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            const bool matches = textOf(*group->child(j)).contains(wanted);
            group->child(j)->setHidden(!matches);
            any = any || matches;
        }
        group->setHidden(!any);
    }
}

} // namespace bellweave::ui
