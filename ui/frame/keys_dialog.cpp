// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/keys_dialog.h"

#include "ui/frame/grouped_list.h"
#include "ui/session/actions.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace bellweave::ui {
namespace {

enum Column { What, How, Tip, ColumnCount };

void addRow(QTreeWidgetItem& group, const QString& what, const QString& how, const QString& tip)
{
    auto* row = new QTreeWidgetItem(&group, {what, how, tip});
    row->setToolTip(Tip, tip);
    row->setData(What, Qt::AccessibleTextRole, KeysDialog::tr("%1: %2. %3", "action, key, what it does").arg(what, how, tip));
}

} // namespace

KeysDialog::KeysDialog(const Actions& actions, QWidget* parent)
    : QDialog(parent), m_filter(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys and mouse"));
    resize(760, 600);
    m_filter->setPlaceholderText(tr("Filter by action or key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Action"), tr("Key or gesture"), tr("What it does")});
    m_list->setAccessibleName(tr("Keys and gestures"));
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(What, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(How, QHeaderView::ResizeToContents);
    addKeys(actions);
    addGestures();
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, m_list, [this](const QString& words) { showMatches(*m_list, words); });
}

void KeysDialog::addKeys(const Actions& actions)
{
    std::map<ActionMenu, QTreeWidgetItem*> groups;
    for (const ActionRow& row : actionTable()) {
        const QString keys = actions[row.id]->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty()) continue;
        QTreeWidgetItem*& group = groups[row.menu];
        if (!group) group = addGroup(*m_list, withoutMarks(menuTitle(row.menu)));
        addRow(*group, withoutMarks(actions[row.id]->text()), keys, actions[row.id]->statusTip());
    }
}

void KeysDialog::addGestures()
{
    const struct { QString what, how, tip; } rows[] = {
        {tr("Select"), tr("Click"), tr("A site, link or note; a repeated click takes the next of those that overlap.")},
        {tr("Add or remove"), tr("Shift or Ctrl + click"), tr("Widens or narrows the selection.")},
        {tr("List"), tr("Alt + click"), tr("Names everything under the pointer.")},
        {tr("Select in a box"), tr("Drag on the empty map"), tr("To the right encloses, to the left touches.")},
        {tr("Move"), tr("Drag a site or note"), tr("Everything selected moves; the numbers follow. Cities and links attract.")},
        {tr("Move freely"), tr("Ctrl while dragging"), tr("Nothing attracts.")},
        {tr("Hold the bearing"), tr("Shift while dragging"), tr("Directions in steps of 15°.")},
        {tr("Copy"), tr("Alt + drag a site"), tr("A copy with links to the same neighbors.")},
        {tr("Reconnect"), tr("Alt + drag a link"), tr("Takes the nearer end to another site.")},
        {tr("Bend"), tr("Double-click a link"), tr("Adds a bend point, or removes the one that is there; a drag moves it.")},
        {tr("Rename"), tr("Double-click a site or note"), tr("Edits its text in place.")},
        {tr("Open a cluster"), tr("Click its number"), tr("Shows the sites in it apart; Z opens a lens on it.")},
        {tr("Zoom"), tr("Wheel, pinch, double-click on the empty map"), tr("At the pointer.")},
        {tr("Pan"), tr("Space + drag, middle button, two fingers, Shift + wheel"), tr("Turns maps that show the world once.")},
        {tr("Walk"), tr("Arrow keys"), tr("To the nearest site in that direction; with Shift the selection grows.")},
        {tr("Nudge"), tr("Ctrl + arrow keys"), tr("1 km, with Shift 10 km.")},
        {tr("Along links"), tr("[ and ]"), tr("The links of the site one after the other.")},
        {tr("Give up"), tr("Esc"), tr("Ends what is under way, then a preview, then the tool, then the selection.")}};
    QTreeWidgetItem* group = addGroup(*m_list, tr("On the map"));
    for (const auto& row : rows) addRow(*group, row.what, row.how, row.tip);
}

} // namespace bellweave::ui
