// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/history_panel.h"

#include "ui/frame/panel_head.h"
#include "ui/session/session.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QPainter>
#include <QUndoView>

namespace bellweave::ui {

HistoryPanel::HistoryPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_list(new QUndoView(&session.undoStack(), this))
{
    setAccessibleName(tr("History"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PanelHead(tr("History"), this));
    column->addWidget(m_list, 1);
    m_list->setAccessibleName(tr("History"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFont(uiFont(13));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_list->setIconSize({16, 16});
    m_list->setEmptyLabel(tr("As opened"));
    m_list->setCleanIcon(themedIcon(Icon::Save));
}

void HistoryPanel::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().panel); }

} // namespace bellweave::ui
