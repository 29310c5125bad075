// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/field_label.h"

#include "ui/inspector/quantity_edit.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <utility>

namespace bellweave::ui {

namespace {

constexpr int kPixelsPerStep = 6;

/// A small disc in the accent color.
class DotButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(theme().text, 1) : QPen(Qt::NoPen));
        painter.setBrush(theme().accent);
        painter.drawEllipse(QRectF(rect()).center(), 3.5, 3.5);
    }
};

} // namespace

FieldLabel::FieldLabel(const QString& name, bool scrubs, QWidget* parent)
    : QWidget(parent), m_name(new QLabel(name)), m_dot(new DotButton), m_scrubs(scrubs)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_name->setFont(uiFont(12.5));
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_name->setWordWrap(true);
    m_name->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dot->setFixedSize(16, 24);
    m_dot->setAccessibleName(tr("%1 departs from its preset").arg(name));
    m_dot->setToolTip(tr("Departs from the preset; click for its origin"));
    m_dot->setVisible(false);
    row->addWidget(m_name, 1);
    row->addWidget(m_dot);
    if (scrubs) setCursor(Qt::SizeHorCursor);
    connect(m_dot, &QToolButton::clicked, this, &FieldLabel::originWanted);
}

void FieldLabel::setMarked(bool marked)
{
    m_marked = marked;
    m_dot->setVisible(marked);
}

void FieldLabel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_pressedAt = event->pos();
    m_steps = 0;
    m_run = nextStepRun();
    m_drag = Drag::Pressed;
}

void FieldLabel::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_scrubs || m_drag == Drag::None || m_drag == Drag::Reverted) return;
    const int steps = (event->pos().x() - m_pressedAt.x()) / kPixelsPerStep;
    if (steps == m_steps) return;
    if (m_drag == Drag::Pressed) grabKeyboard();    // Escape is for the drag, wherever the focus is
    m_drag = Drag::Scrubbing;
    const int stride = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    Q_EMIT scrubbed(stride * (steps - m_steps), m_run);
    m_steps = steps;
}

void FieldLabel::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (ended == Drag::Scrubbing) releaseKeyboard();
    if (ended == Drag::Pressed && rect().contains(event->pos())) Q_EMIT originWanted();
}

void FieldLabel::keyPressEvent(QKeyEvent* event)
{
    if (m_drag != Drag::Scrubbing || event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    m_drag = Drag::Reverted;
    releaseKeyboard();
    Q_EMIT scrubReverted();
}

} // namespace bellweave::ui
