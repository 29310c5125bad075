// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/block.h"

#include "ui/plots/stale_watch.h"
#include "ui/style/theme.h"

#include <QGraphicsOpacityEffect>
#include <QSettings>

namespace bellweave::ui {

namespace {

QString settingsKey(const QString& id)
{
    return QStringLiteral("inspector/folded/") + id;
}

} // namespace

Block::Block(const QString& id, const QString& title, QWidget* parent)
    : QWidget(parent), m_id(id), m_title(new QToolButton), m_caption(new QLabel), m_body(new QWidget),
      m_content(new QVBoxLayout(m_body))
{
    setObjectName(QStringLiteral("block-") + id);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    m_title->setText(title);
    m_title->setFont(uiFont(12, QFont::DemiBold));
    m_title->setCheckable(true);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFixedHeight(24);
    m_title->setAccessibleName(title);
    m_caption->setFont(uiFont(11));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_caption);
    m_content->setContentsMargins(8, 0, 0, 2);
    m_content->setSpacing(3);
    column->addLayout(head);
    column->addWidget(m_body);
    auto* fade = new QGraphicsOpacityEffect(m_body);
    fade->setOpacity(kStaleOpacity);
    fade->setEnabled(false);
    m_body->setGraphicsEffect(fade);
    connect(m_title, &QToolButton::toggled, this, [this](bool open) {
        m_body->setVisible(open);
        m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        QSettings().setValue(settingsKey(m_id), !open);
    });
    const bool folded = QSettings().value(settingsKey(id), false).toBool();
    m_title->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_body->setVisible(!folded);
    const QSignalBlocker blocker(m_title);
    m_title->setChecked(!folded);
}

void Block::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

bool Block::isFolded() const
{
    return !m_title->isChecked();
}

void Block::setFolded(bool folded)
{
    m_title->setChecked(!folded);
}

void Block::setDimmed(bool dimmed)
{
    m_body->graphicsEffect()->setEnabled(dimmed);
}

} // namespace bellweave::ui
