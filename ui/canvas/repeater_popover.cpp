// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/repeater_popover.h"

#include "engine/api/evaluator.h"
#include "model/base/units.h"
#include "model/edit/edits.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace bellweave::ui {

constexpr int kMostRepeaters = 50;

RepeaterPopover::RepeaterPopover(Session& session, LinkId link, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session), m_start(session.network()), m_link(link),
      m_gesture(session.beginGesture()), m_count(new QSpinBox(this)), m_spacing(new QLabel(this))
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
    Network wanted = m_start;
    applyPatch(wanted, insertRepeaters(m_start, m_link, count));
    m_session.push(difference(m_session.network(), wanted), tr("Insert %n repeater(s)", nullptr, count), m_gesture);
    const auto length = engine::linkLength(m_start, *m_start.links.find(m_link));
    m_spacing->setText(length ? tr("%1 apart").arg(formatQuantity(length->si() / (count + 1), Dimension::Length)) : QString());
    adjustSize();
}

void RepeaterPopover::revert() { m_session.push(difference(m_session.network(), m_start), tr("Insert repeaters"), m_gesture); }

void RepeaterPopover::keyPressEvent(QKeyEvent* event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEscape) revert();
    if (isEscape || isEnter) close();
    else QFrame::keyPressEvent(event);
}

} // namespace bellweave::ui
