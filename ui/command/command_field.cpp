// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command_field.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>

namespace bellweave::ui {

namespace {

const QString kRecentKey = QStringLiteral("commands/recent");
constexpr int kMostRecent = 20;
constexpr std::size_t kMostRows = 12;
constexpr int kRowHeight = 30;
constexpr int kListWidth = 520;

QStringList recentKeys() { return QSettings().value(kRecentKey).toStringList(); }

void rememberUse(const QString& key)
{
    QStringList keys = recentKeys();
    keys.removeAll(key);
    keys.prepend(key);
    QSettings().setValue(kRecentKey, QStringList(keys.mid(0, kMostRecent)));
}

/// Title at the start, what it is and the shortcut at the end.
class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, rowHeight(kRowHeight)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, theme().accentBackground);
        QRect room = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(uiFont(12));
        painter->setPen(theme().textThird);
        room.setRight(paintEnd(*painter, room, index.data(CommandRows::ShortcutRole).toString()));
        room.setRight(paintEnd(*painter, room, index.data(CommandRows::DetailRole).toString()));
        painter->setFont(uiFont(13));
        painter->setPen(theme().text);
        const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width());
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, title);
    }

private:
    /// Where what comes before it has to end.
    static int paintEnd(QPainter& painter, const QRect& room, const QString& text)
    {
        if (text.isEmpty()) return room.right();
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, text);
        return room.right() - painter.fontMetrics().horizontalAdvance(text) - 12;
    }
};

} // namespace

void CommandRows::show(std::vector<Command> commands)
{
    beginResetModel();
    m_commands = std::move(commands);
    endResetModel();
}

int CommandRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

QVariant CommandRows::data(const QModelIndex& index, int role) const
{
    const Command& command = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return command.title;
    case DetailRole: return command.detail;
    case ShortcutRole: return command.shortcut;
    case Qt::AccessibleTextRole: return QStringList{command.title, command.detail, command.shortcut}.join(QStringLiteral(", "));
    default: return {};
    }
}

CommandField::CommandField(QWidget* parent) : QLineEdit(parent), m_rows(new CommandRows(this)), m_list(new QListView(this))
{
    setAccessibleName(tr("Find a site, value or command"));
    setPlaceholderText(tr("Find a site, value or command"));
    addAction(themedIcon(Icon::Find), QLineEdit::LeadingPosition);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::Box);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);    // it is as high as its rows
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Found"));
    m_list->hide();
    connect(m_list, &QListView::entered, this, [this](const QModelIndex& index) { m_list->setCurrentIndex(index); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    connect(this, &QLineEdit::textEdited, this, &CommandField::search);
}

void CommandField::begin()
{
    if (!hasFocus()) m_before = QApplication::focusWidget();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void CommandField::search()
{
    if (!m_source) return;
    const QStringList words = wordsOf(text());
    std::vector<Command> found = bestMatches(m_source(words), words, recentKeys(), kMostRows);
    if (found.empty() && !words.isEmpty()) found.push_back({{}, tr("Nothing fits"), {}, {}, nullptr});
    m_rows->show(std::move(found));
    placeList();
}

/// Below the field, over everything of the window.
void CommandField::placeList()
{
    const int rows = m_rows->rowCount();
    m_list->setVisible(rows > 0 && hasFocus());
    if (!m_list->isVisible()) return;
    if (m_list->parentWidget() != window()) {
        m_list->setParent(window());
        window()->installEventFilter(this);
        m_list->show();
    }
    const QSize size(std::min(textRoom(kListWidth), window()->width() - 16), rows * rowHeight(kRowHeight) + 2 * m_list->frameWidth());
    QPoint place = mapTo(window(), QPoint((width() - size.width()) / 2, height() + 4));
    place.setX(std::clamp(place.x(), 8, std::max(8, window()->width() - size.width() - 8)));
    m_list->setGeometry(QRect(place, size));
    m_list->raise();
    m_list->setCurrentIndex(m_rows->index(0));
}

void CommandField::choose(int step)
{
    const int rows = m_rows->rowCount();
    if (rows == 0) return;
    const int row = (m_list->currentIndex().row() + step + rows) % rows;
    m_list->setCurrentIndex(m_rows->index(row));
}

void CommandField::run(int row)
{
    if (row < 0 || row >= m_rows->rowCount()) return;
    const Command command = m_rows->at(row);
    if (!command.run) return;
    rememberUse(command.key);
    leave();
    command.run();
}

void CommandField::leave()
{
    clear();
    m_list->hide();
    if (m_before) m_before->setFocus(Qt::OtherFocusReason);
    else clearFocus();
}

void CommandField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down: return choose(1);
    case Qt::Key_Up: return choose(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter: return run(m_list->isVisible() ? m_list->currentIndex().row() : -1);
    case Qt::Key_Escape: return leave();
    default: QLineEdit::keyPressEvent(event);
    }
}

void CommandField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    search();
}

void CommandField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

bool CommandField::eventFilter(QObject* object, QEvent* event)
{
    if (object == window() && event->type() == QEvent::Resize) placeList();
    return QLineEdit::eventFilter(object, event);
}

void CommandField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (hasFocus() || !text().isEmpty() || m_shortcut.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(uiFont(11));
    const int wide = painter.fontMetrics().horizontalAdvance(m_shortcut) + 10;
    const int words = fontMetrics().horizontalAdvance(placeholderText()) + iconSide() + 2 * kRowHeight / 3;
    if (words + wide > width()) return;
    const QRectF chip(width() - wide - 7.5, 5.5, wide, height() - 11.0);
    painter.setPen(theme().line);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(theme().textThird);
    painter.drawText(chip, Qt::AlignCenter, m_shortcut);
}

} // namespace bellweave::ui
