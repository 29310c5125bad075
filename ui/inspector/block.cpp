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
    followMeasures(*this, [this, column] {
        column->setContentsMargins(0, padding(8), 0, 0);
        m_content->setContentsMargins(8, 0, 0, padding(2));
        m_content->setSpacing(padding(3));
    });
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    m_title->setText(title);
    m_title->setFont(uiFont(12, QFont::DemiBold));
    m_title->setAutoRaise(true);
    m_title->setToolTip(tr("Click to fold or unfold"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    followMeasures(*m_title, [this] { m_title->setFixedHeight(rowHeight(24)); });
    m_title->setAccessibleName(title);
    m_caption->setFont(uiFont(11));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_caption);
    column->addLayout(head);
    column->addWidget(m_body);
    auto* fade = new QGraphicsOpacityEffect(m_body);
    fade->setOpacity(kStaleOpacity);
    fade->setEnabled(false);
    m_body->setGraphicsEffect(fade);
    connect(m_title, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    showFolded(QSettings().value(settingsKey(id), false).toBool());
}

void Block::showFolded(bool folded)
{
    m_folded = folded;
    m_body->setVisible(!folded);
    m_title->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_title->setAccessibleDescription(folded ? tr("folded") : tr("unfolded"));
}

void Block::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void Block::setFolded(bool folded)
{
    showFolded(folded);
    QSettings().setValue(settingsKey(m_id), folded);
}

void Block::setDimmed(bool dimmed)
{
    m_body->graphicsEffect()->setEnabled(dimmed);
}

} // namespace bellweave::ui
