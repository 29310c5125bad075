// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/fact_list.h"

#include "ui/plots/quantity_tip.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace bellweave::ui {

namespace {

QColor colorOf(FactTone tone)
{
    switch (tone) {
    case FactTone::Plain: return theme().text;
    case FactTone::Ok: return theme().ok;
    case FactTone::Warn: return theme().warn;
    case FactTone::Bad: return theme().bad;
    }
    return theme().text;
}

void paintLabel(QLabel& label, const QString& text, const QColor& color, double px, QFont::Weight weight = QFont::Normal)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color);
    label.setPalette(colors);
    label.setFont(uiFont(px, weight));
    label.setText(text);
}

} // namespace

FactList::FactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    followMeasures(*this, [this] { m_grid->setVerticalSpacing(padding(3)); });
    m_grid->setColumnStretch(1, 1);
}

FactList::Line FactList::addLine()
{
    const int row = static_cast<int>(m_lines.size());
    const Line line{new QLabel, new QLabel, new QLabel, false};
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setWordWrap(true);
    line.unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    followMeasures(*line.name, [name = line.name] { name->setFixedWidth(textRoom(118)); });
    m_grid->addWidget(line.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1);
    m_grid->addWidget(line.unit, row, 2, Qt::AlignTop);
    return line;
}

void FactList::fill(std::size_t at, const Fact& fact)
{
    Line& line = m_lines[at];
    if (line.wide != fact.unit.isEmpty()) {
        line.wide = fact.unit.isEmpty();
        m_grid->removeWidget(line.value);
        m_grid->addWidget(line.value, static_cast<int>(at), 1, 1, line.wide ? 2 : 1);
        line.unit->setVisible(!line.wide);
    }
    const bool strong = fact.tone != FactTone::Plain;
    paintLabel(*line.name, fact.name, theme().textSecond, 12.5);
    paintLabel(*line.value, fact.value, colorOf(fact.tone), 12.5, strong ? QFont::DemiBold : QFont::Normal);
    paintLabel(*line.unit, fact.unit, theme().textThird, 11);
    for (QLabel* label : {line.name, line.value, line.unit}) label->setToolTip(quantityTip(fact.quantity, fact.tip));
    line.value->setAccessibleName(QStringLiteral("%1: %2 %3").arg(fact.name, fact.value, fact.unit));
}

void FactList::setFacts(const std::vector<Fact>& facts)
{
    while (m_lines.size() > facts.size()) {
        for (QLabel* label : {m_lines.back().name, m_lines.back().value, m_lines.back().unit}) delete label;
        m_lines.pop_back();
    }
    while (m_lines.size() < facts.size()) m_lines.push_back(addLine());
    m_facts = facts;
    for (std::size_t at = 0; at < facts.size(); ++at) fill(at, facts[at]);
}

void FactList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_facts.empty()) return;
    const std::vector<Fact> again = m_facts;
    setFacts(again);
}

} // namespace bellweave::ui
