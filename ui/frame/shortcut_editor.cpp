// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcut_editor.h"

#include "ui/frame/grouped_list.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

namespace bellweave::ui {
namespace {

enum Column { Name, Keys, ColumnCount };
constexpr int kIdRole = Qt::UserRole;

/// Takes every key but Esc, which gives up what was pressed and then belongs to whoever is around.
class KeyField : public QKeySequenceEdit {
public:
    using QKeySequenceEdit::QKeySequenceEdit;

    void show(const QKeySequence& keys)
    {
        m_shown = keys;
        setKeySequence(keys);
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) return QKeySequenceEdit::keyPressEvent(event);
        if (keySequence() == m_shown) return event->ignore();
        setKeySequence(m_shown);
    }

private:
    QKeySequence m_shown;
};

QString textOf(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& sequence : keys) texts << sequence.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

} // namespace

ShortcutEditor::ShortcutEditor(Actions& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_filter(new QLineEdit(this)), m_list(new QTreeWidget(this)), m_name(new QLabel(this)),
      m_keys(new KeyField(this)), m_message(new QLabel(this)), m_move(new QPushButton(tr("&Move keys here"), this)),
      m_remove(new QPushButton(tr("&No keys"), this)), m_reset(new QPushButton(tr("&Reset"), this)),
      m_resetAll(new QPushButton(tr("Reset &all"), this))
{
    setAccessibleName(tr("Shortcuts"));
    m_filter->setPlaceholderText(tr("Filter by action or key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    addControls(*column);
    fill();
    connectAll();
    choose(actionTable().front().id);
}

void ShortcutEditor::addControls(QBoxLayout& column)
{
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setAccessibleDescription(tr("Press the keys that the chosen action shall have"));
    m_keys->setObjectName(QStringLiteral("newKeys"));
    m_move->setObjectName(QStringLiteral("moveKeys"));
    m_remove->setToolTip(tr("Leaves the action without keys; menus and the command field still reach it"));
    m_reset->setToolTip(tr("Gives the action its usual keys"));
    m_resetAll->setToolTip(tr("Gives every action its usual keys"));
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("What became of the keys"));
    m_message->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_keys);
    followMeasures(*m_message, [this] { m_message->setMinimumHeight(2 * m_message->fontMetrics().lineSpacing()); });
    auto* line = new QHBoxLayout;
    line->addWidget(m_name);
    line->addWidget(m_keys, 1);
    line->addWidget(m_remove);
    line->addWidget(m_reset);
    auto* answer = new QHBoxLayout;
    answer->addWidget(m_message, 1);
    answer->addWidget(m_move);
    answer->addWidget(m_resetAll);
    column.addLayout(line);
    column.addLayout(answer);
    m_move->hide();
}

void ShortcutEditor::fill()
{
    std::map<ActionMenu, QTreeWidgetItem*> groups;
    for (const ActionRow& row : actionTable()) {
        QTreeWidgetItem*& group = groups[row.menu];
        if (!group) group = addGroup(*m_list, withoutMarks(menuTitle(row.menu)));
        auto* item = new QTreeWidgetItem(group, {nameOf(row.id)});
        item->setData(Name, kIdRole, static_cast<int>(row.id));
        item->setToolTip(Name, m_actions[row.id]->statusTip());
        m_rows[row.id] = item;
    }
    showRows();
}

void ShortcutEditor::connectAll()
{
    connect(m_filter, &QLineEdit::textChanged, m_list, [this](const QString& words) { showMatches(*m_list, words); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QVariant id = item ? item->data(Name, kIdRole) : QVariant();
        m_chosen = id.isValid() ? std::optional(static_cast<ActionId>(id.toInt())) : std::nullopt;
        showChosen();
    });
    connect(m_list, &QTreeWidget::itemActivated, m_keys, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, &ShortcutEditor::takePressed);
    connect(m_move, &QPushButton::clicked, this, [this] { assign(QList(m_offered)); });
    connect(m_remove, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { assign(m_actions.usualKeys(*m_chosen)); });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_actions.resetKeys();
        say(tr("All actions have their usual keys."), false);
    });
    connect(&m_actions, &Actions::keysChanged, this, [this] {
        showRows();
        showChosen();
    });
}

QString ShortcutEditor::nameOf(ActionId id) const
{
    return fullName(rowOf(id), *m_actions[id]);
}

void ShortcutEditor::choose(ActionId id) { m_list->setCurrentItem(m_rows.at(id)); }

void ShortcutEditor::showRows()
{
    for (const auto& [id, row] : m_rows) {
        const QString keys = textOf(m_actions[id]->shortcuts());
        row->setText(Keys, keys);
        QFont font = m_list->font();
        if (!m_actions.hasUsualKeys(id)) font.setWeight(QFont::DemiBold);
        row->setFont(Keys, font);
        const QString spoken = keys.isEmpty() ? tr("%1: no keys").arg(nameOf(id)) : tr("%1: %2", "action, keys").arg(nameOf(id), keys);
        row->setData(Name, Qt::AccessibleTextRole, spoken);
    }
    const bool areUsual = std::ranges::all_of(m_rows, [this](const auto& row) { return m_actions.hasUsualKeys(row.first); });
    m_resetAll->setEnabled(!areUsual);
}

void ShortcutEditor::showChosen()
{
    forgetOffer();
    const QList<QKeySequence> keys = m_chosen ? m_actions[*m_chosen]->shortcuts() : QList<QKeySequence>();
    m_name->setText(m_chosen ? tr("&Keys for %1").arg(nameOf(*m_chosen)) : tr("Choose an action"));
    static_cast<KeyField*>(m_keys)->show(keys.isEmpty() ? QKeySequence() : keys.front());
    m_keys->setEnabled(m_chosen.has_value());
    m_remove->setEnabled(!keys.isEmpty());
    m_reset->setEnabled(m_chosen && !m_actions.hasUsualKeys(*m_chosen));
}

void ShortcutEditor::takePressed()
{
    const QKeySequence pressed = m_keys->keySequence();
    const QList<QKeySequence> now = m_chosen ? m_actions[*m_chosen]->shortcuts() : QList<QKeySequence>();
    if (!m_chosen || pressed.isEmpty() || now.contains(pressed)) return forgetOffer();
    const QString refusal = m_actions.refusalOf(*m_chosen, pressed);
    if (!refusal.isEmpty()) {
        showChosen();
        return say(refusal, true);
    }
    const std::vector<ActionId> owners = m_actions.rivalsOf(*m_chosen, pressed);
    if (owners.empty()) assign({pressed});
    else offerMove(pressed, owners);
}

void ShortcutEditor::offerMove(const QKeySequence& keys, const std::vector<ActionId>& owners)
{
    QStringList names;
    for (const ActionId owner : owners) names << nameOf(owner);
    m_offered = {keys};
    m_move->show();
    const QString text = keys.toString(QKeySequence::NativeText);
    say(tr("%1 belongs to %2.", "keys, the actions that have them").arg(text, QLocale().createSeparatedList(names)), true);
}

void ShortcutEditor::assign(const QList<QKeySequence>& keys)
{
    if (!m_chosen) return;
    const ActionId id = *m_chosen;
    m_actions.setKeys(id, keys);
    if (keys.isEmpty()) say(tr("%1 has no keys now.").arg(nameOf(id)), false);
    else say(tr("%1 has %2 now.", "action, keys").arg(nameOf(id), textOf(keys)), false);
}

void ShortcutEditor::say(const QString& sentence, bool isTrouble)
{
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, isTrouble ? theme().bad : theme().textSecond);
    m_message->setPalette(colors);
    m_message->setText(sentence);
    m_message->setAccessibleDescription(sentence);
}

void ShortcutEditor::forgetOffer()
{
    m_offered.clear();
    if (m_move->hasFocus()) m_keys->setFocus(Qt::OtherFocusReason);
    m_move->hide();
    m_message->clear();
}

} // namespace bellweave::ui
