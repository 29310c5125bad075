// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/verdict_card.h"

#include "ui/frame/examples.h"
#include "ui/frame/verdict_segment.h"
#include "ui/frame/verdict_text.h"
#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace bellweave::ui {

namespace {

constexpr QSize kSketch(104, 84);
constexpr int kMargin = 12;
constexpr double kMarkSize = 15.0;
constexpr int kManySites = 60;

QLabel* makeLabel(const QFont& font, const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

VerdictCard::VerdictCard(const QString& title, const QString& subtitle, Network network, QWidget* parent)
    : QWidget(parent), m_network(std::move(network)), m_sketch(m_network), m_title(makeLabel(uiFont(13, QFont::DemiBold), title)),
      m_verdict(makeLabel(uiFont(13, QFont::DemiBold), tr("Computing…"))), m_detail(makeLabel(uiFont(12)))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSketch.width() + 2 * kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(2);
    auto* when = makeLabel(uiFont(11), subtitle);
    auto* facts = makeLabel(uiFont(11), factsOf(m_network));
    for (QLabel* quiet : {when, facts}) quiet->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(static_cast<int>(kMarkSize) + 6, 0, 0, 0);    // room for the mark
    line->addWidget(m_verdict);
    column->addWidget(m_title);
    column->addWidget(when);
    column->addWidget(facts);
    column->addSpacing(4);
    column->addLayout(line);
    column->addWidget(m_detail);
    column->addStretch(1);
    setMinimumHeight(kSketch.height() + 2 * kMargin);
    describe();
}

void VerdictCard::showVerdict(const engine::Evaluation& evaluation)
{
    const VerdictText text = verdictText(m_network, &evaluation, {});
    m_level = evaluation.verdict.level;
    m_verdict->setText(text.title);
    m_detail->setText(text.detail);
    m_detail->setToolTip(quantityTip(QStringLiteral("verdict.demands_met"), text.sentence));
    m_detail->setVisible(!text.detail.isEmpty());
    describe();
    update();
}

QString VerdictCard::sentence() const
{
    const QString& detail = m_detail->text();
    return detail.isEmpty() ? m_verdict->text() : tr("%1: %2", "verdict, what is met").arg(m_verdict->text(), detail);
}

void VerdictCard::describe()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_level ? toneColor(levelTone(*m_level)) : theme().textSecond);
    m_verdict->setPalette(colors);
    setAccessibleName(m_title->text());
    setAccessibleDescription(sentence());
}

void VerdictCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) describe();
    QWidget::changeEvent(event);
}

void VerdictCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().line);
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect sketch(QPoint(isMirrored ? width() - kSketch.width() - kMargin : kMargin, kMargin), kSketch);
    painter.fillRect(sketch, theme().land);
    const bool isDense = m_network.sites.size() > kManySites;
    m_sketch.paint(painter, sketch.adjusted(10, 10, -10, -10), isDense ? 3.0 : 6.0);
    const QRect words = m_verdict->geometry();
    const double x = isMirrored ? words.right() + kMarkSize / 2 + 6 : words.left() - kMarkSize / 2 - 6;
    paintMark(painter, m_level ? levelMark(*m_level) : Mark::NotComputed, QPointF(x, words.center().y() + 0.5), kMarkSize);
}

} // namespace bellweave::ui
