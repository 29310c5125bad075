// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/repeater_popover.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace bellweave::ui {

constexpr int kMostRepeaters = 50;

RepeaterPopover::RepeaterPopover(Session& session, LinkId link, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_insertion(session, link), m_count(new QSpinBox(this)), m_spacing(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    auto* label = new QLabel(tr("&Repeaters"), this);
    label->setBuddy(m_count);
    auto* keep = new QPushButton(tr("Insert"), this);
    keep->setDefault(true);
    m_count->setRange(1, kMostRepeaters);
    m_count->setAccessibleName(tr("Repeaters"));
    for (QWidget* part : std::initializer_list<QWidget*>{label, m_count, m_spacing, keep}) row->addWidget(part);
    connect(m_count, &QSpinBox::valueChanged, this, &RepeaterPopover::showCount);
    connect(keep, &QPushButton::clicked, this, &QWidget::close);
    showCount(1);
    m_count->setFocus();
    m_count->selectAll();
}

void RepeaterPopover::showCount(int count)
{
    m_insertion.setCount(count);
    m_spacing->setText(m_insertion.spacing(count));
    adjustSize();
}

void RepeaterPopover::keyPressEvent(QKeyEvent* event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEscape) m_insertion.setCount(0);
    if (isEscape || isEnter) close();
    else QFrame::keyPressEvent(event);
}

} // namespace bellweave::ui
