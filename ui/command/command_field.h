// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/command.h"
#include "ui/style/measures.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QPointer>

class QListView;

namespace bellweave::ui {

/// The commands found, as rows of a list.
class CommandRows : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum Role { DetailRole = Qt::UserRole, ShortcutRole };

    void show(std::vector<Command> commands);
    const Command& at(int row) const { return m_commands[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Command> m_commands;
};

/// One field for commands, elements, settings and places (Ctrl+K): typing lists what fits below it, arrows choose, Enter does
/// it, Escape goes back to where the focus was. Empty, it lists what was used last.
class CommandField : public QLineEdit {
    Q_OBJECT
public:
    /// Everything that can be found at a moment, for the words typed.
    using Source = std::function<std::vector<Command>(const QStringList& words)>;
    explicit CommandField(QWidget* parent = nullptr);

    void setSource(Source source) { m_source = std::move(source); }
    void setShortcutText(const QString& shortcut)
    {
        m_shortcut = shortcut;
        update();
    }
    /// Takes the focus and remembers where it was.
    void begin();
    QListView& list() const { return *m_list; }
    QSize sizeHint() const override { return {textRoom(270), rowHeight(28)}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void search();
    void placeList();
    void choose(int step);
    void run(int row);
    void leave();

    Source m_source;
    QString m_shortcut;
    CommandRows* m_rows;
    QListView* m_list;
    QPointer<QWidget> m_before;
};

} // namespace bellweave::ui
