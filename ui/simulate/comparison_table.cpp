// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/comparison_table.h"

#include "model/network/element_name.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/icons.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>

namespace bellweave::ui {
namespace {

using engine::Estimate;
using engine::SimulatedDemand;

constexpr int kDemandRole = Qt::UserRole;

QIcon markIcon(Mark mark)
{
    constexpr int kSide = 14;
    return paintedIcon(kSide, [mark](QPainter& painter) { paintMark(painter, mark, {kSide / 2.0, kSide / 2.0}, kSide - 2.0); });
}

bool isMarked(const Estimate& drawn, double analytic) { return std::abs(SimulatedDemand::deviation(drawn, analytic)) > ComparisonTable::kMarked; }

} // namespace

bool differs(const SimulatedDemand& demand)
{
    return demand.reason.isEmpty() && ((demand.isRateComparable() && isMarked(demand.rate, demand.analyticRate)) || isMarked(demand.fidelity.estimate, demand.analyticFidelity));
}

ComparisonTable::ComparisonTable(Session& session, QWidget* parent) : QTreeWidget(parent), m_session(session)
{
    setAccessibleName(tr("Simulated and analytic numbers"));
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Demand"), tr("Simulated"), tr("Analytic"), tr("Off by, σ")});
    headerItem()->setToolTip(Off, tr("Difference in standard errors of the simulated number. Above 4 it is marked."));
    for (int column = Simulated; column < ColumnCount; ++column) headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    setSelectionBehavior(SelectRows);
    setFont(uiFont(12));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (int column = Simulated; column < ColumnCount; ++column) header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!item || !hasFocus()) return;
        const auto* top = item->parent() ? item->parent() : item;
        m_session.select(ElementRef(DemandId(top->data(Name, kDemandRole).toUInt())));
    });
    connect(&session, &Session::selectionChanged, this, &ComparisonTable::followSelection);
}

void ComparisonTable::show(std::shared_ptr<const engine::SimulationResult> result)
{
    m_result = std::move(result);
    const auto count = m_result ? static_cast<int>(m_result->demands.size()) : 0;
    bool isSame = count == topLevelItemCount();
    for (int i = 0; isSame && i < count; ++i) isSame = topLevelItem(i)->data(Name, kDemandRole).toUInt() == m_result->demands[static_cast<std::size_t>(i)].id.number();
    if (!isSame) rebuild();
    for (int i = 0; i < count; ++i) fill(*topLevelItem(i), m_result->demands[static_cast<std::size_t>(i)]);
    if (!isSame) followSelection();
}

void ComparisonTable::rebuild()
{
    clear();
    if (!m_result) return;
    for (const SimulatedDemand& demand : m_result->demands) {
        auto* top = new QTreeWidgetItem(this);
        top->setData(Name, kDemandRole, demand.id.number());
        top->setFont(Name, uiFont(12, QFont::DemiBold));
        for (int row = 0; row < 4; ++row) {
            auto* child = new QTreeWidgetItem(top);
            for (int column = Simulated; column < ColumnCount; ++column) child->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        top->setFirstColumnSpanned(true);
        top->setExpanded(true);
    }
}

void ComparisonTable::fill(QTreeWidgetItem& top, const SimulatedDemand& demand)
{
    top.setText(Name, m_session.network().demands.find(demand.id) ? elementName(m_session.network(), demand.id) : tr("(deleted)"));
    top.setIcon(Name, demand.reason.isEmpty() ? (differs(demand) ? markIcon(Mark::Warning) : markIcon(Mark::Feasible)) : markIcon(Mark::NotComputed));
    const QString tip = !demand.reason.isEmpty() ? demand.reason : differs(demand) ? (demand.whyUnlike.isEmpty() ? tr("No reason is known.") : demand.whyUnlike) : demand.analyticModel;
    for (int column = Name; column < ColumnCount; ++column) top.setToolTip(column, tip);
    const figures::TimeUnit unit = figures::timeUnit(demand.waiting.estimate.mean);
    Estimate waiting = demand.waiting.estimate;
    waiting.mean /= unit.seconds, waiting.standardError /= unit.seconds;
    const figures::TimeUnit ofRequests = figures::timeUnit(demand.latency.estimate.mean);
    Estimate latency = demand.latency.estimate;
    latency.mean /= ofRequests.seconds, latency.standardError /= ofRequests.seconds;
    const std::optional<double> analyticRate = demand.isRateComparable() ? std::optional(demand.analyticRate) : std::nullopt;
    const struct { QString name; Estimate drawn; std::optional<double> analytic; } rows[] = {{tr("Rate, 1/s"), demand.rate, analyticRate},
                                                                                          {tr("Fidelity"), demand.fidelity.estimate, demand.analyticFidelity},
                                                                                          {tr("Wait, %1", "for a pair; unit").arg(unit.symbol), waiting, std::nullopt},
                                                                                          {tr("Latency, %1", "of a request; unit").arg(ofRequests.symbol), latency, std::nullopt}};
    for (int i = 0; i < top.childCount(); ++i) {
        QTreeWidgetItem* child = top.child(i);
        child->setText(Name, rows[i].name);
        const bool isLatency = i == 3;
        child->setHidden(!demand.reason.isEmpty() || (isLatency && !demand.requests));
        child->setText(Simulated, figures::estimateText(rows[i].drawn.mean, rows[i].drawn.standardError));
        child->setText(Analytic, rows[i].analytic ? figures::figureText(*rows[i].analytic, 5) : QString());
        const bool isOff = rows[i].analytic && isMarked(rows[i].drawn, *rows[i].analytic);
        const double off = rows[i].analytic ? SimulatedDemand::deviation(rows[i].drawn, *rows[i].analytic) : 0.0;
        child->setText(Off, rows[i].analytic ? (std::isfinite(off) ? figures::figureText(off, 2) : tr("exact, unlike")) : QString());
        child->setForeground(Off, isOff ? theme().warn : theme().text);
        child->setFont(Off, uiFont(12, isOff ? QFont::DemiBold : QFont::Normal));
        for (int column = Name; column < ColumnCount; ++column) child->setToolTip(column, tip);
    }
}

void ComparisonTable::copy() const
{
    QStringList lines;
    const auto lineOf = [](const QTreeWidgetItem& item, const QString& before) {
        QStringList cells{before};
        for (int column = Name; column < ColumnCount; ++column) cells.append(item.text(column));
        return cells.join(u'\t');
    };
    lines.append(lineOf(*headerItem(), QString()));
    for (int i = 0; i < topLevelItemCount(); ++i)
        for (int row = 0; row < topLevelItem(i)->childCount(); ++row)
            if (!topLevelItem(i)->child(row)->isHidden()) lines.append(lineOf(*topLevelItem(i)->child(row), topLevelItem(i)->text(Name)));
    QApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void ComparisonTable::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy table"), this, &ComparisonTable::copy);
    menu.exec(event->globalPos());
}

/// Copying is its own while it has the focus, not that of the map.
bool ComparisonTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) event->accept();
    return QTreeWidget::event(event);
}

void ComparisonTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) copy();
    else QTreeWidget::keyPressEvent(event);
}

void ComparisonTable::followSelection()
{
    const auto& chosen = m_session.selection().demands;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* top = topLevelItem(i);
        if (chosen.size() != 1 || top->data(Name, kDemandRole).toUInt() != chosen.begin()->number()) continue;
        if (currentItem() != top && !(currentItem() && currentItem()->parent() == top)) setCurrentItem(top);
    }
}

} // namespace bellweave::ui
