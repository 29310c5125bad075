// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/empty_note.h"

#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QEvent>

namespace bellweave::ui {

EmptyNote::EmptyNote(QAbstractItemView& view, std::function<QString()> sentence)
    : QLabel(view.viewport()), m_view(view), m_sentence(std::move(sentence)), m_description(view.accessibleDescription())
{
    setFont(uiFont(12));
    setForegroundRole(QPalette::PlaceholderText);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWordWrap(true);
    setMargin(12);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view.viewport()->installEventFilter(this);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), signal, this, &EmptyNote::refresh);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &EmptyNote::refresh);
    refresh();
}

void EmptyNote::refresh()
{
    const bool isEmpty = m_view.model()->rowCount() == 0;
    setText(isEmpty ? m_sentence() : QString());
    setVisible(isEmpty);
    setGeometry(m_view.viewport()->rect());
    m_view.setAccessibleDescription(isEmpty ? text() : m_description);
}

bool EmptyNote::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(m_view.viewport()->rect());
    return QLabel::eventFilter(object, event);
}

} // namespace bellweave::ui
