// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/result_blocks.h"

#include "ui/inspector/block.h"
#include "ui/inspector/fact_list.h"
#include "ui/inspector/fact_table.h"
#include "ui/inspector/reached.h"

namespace bellweave::ui {

ResultBlocks::ResultBlocks(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_reachedBlock(new Block(QStringLiteral("reached"), tr("Reached"))), m_reached(new FactList)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_reachedBlock->content().addWidget(m_reached);
    column->addWidget(m_reachedBlock);
    m_hops = addTable(m_hopsBlock, QStringLiteral("hops"), tr("Hops"));
    m_hopsBlock->setCaption(tr("along the route"));
    m_distillation = addTable(m_distillationBlock, QStringLiteral("distillation"), tr("Distillation"));
    m_distillationBlock->setCaption(tr("before and after"));
    m_loss = addTable(m_lossBlock, QStringLiteral("loss"), tr("Loss budget"));
    m_lossBlock->setCaption(tr("source to click"));
    m_fixes = addTable(m_fixesBlock, QStringLiteral("fixes"), tr("Fixes (✓ solves it), cheapest first"));
    m_cost = addTable(m_costBlock, QStringLiteral("cost"), tr("Cost"));
}

FactTable* ResultBlocks::addTable(Block*& block, const QString& id, const QString& title)
{
    block = new Block(id, title);
    auto* table = new FactTable(title);
    block->content().addWidget(table);
    layout()->addWidget(block);
    connect(table, &FactTable::elementWanted, this, [this](const ElementRef& element) {
        if (!std::holds_alternative<std::monostate>(element)) m_session.reveal(element);
    });
    return table;
}

void ResultBlocks::setSubject(const Subject& subject)
{
    m_subject = subject;
    refresh();
}

std::array<Block*, 6> ResultBlocks::allBlocks() const
{
    return {m_reachedBlock, m_hopsBlock, m_distillationBlock, m_lossBlock, m_fixesBlock, m_costBlock};
}

void ResultBlocks::hideAll()
{
    for (Block* block : allBlocks()) block->setVisible(false);
}

void ResultBlocks::refresh()
{
    const auto evaluation = m_session.evaluation();
    if (!evaluation || !m_subject.isSingle() || m_subject.kind == Subject::Kind::Notes) return hideAll();
    const ElementRef& element = m_subject.first();
    if (const DemandId* demand = std::get_if<DemandId>(&element)) showDemand(*evaluation, *demand);
    else if (const SiteId* site = std::get_if<SiteId>(&element)) showSite(*evaluation, *site);
    else if (const LinkId* link = std::get_if<LinkId>(&element)) showLink(*evaluation, *link);
    else showDesign(*evaluation);
}

void ResultBlocks::showFacts(const std::vector<Fact>& facts)
{
    m_reached->setFacts(facts);
    m_reachedBlock->setVisible(!facts.empty());
}

void ResultBlocks::showSheet(Block& block, FactTable& table, const FactSheet& sheet)
{
    table.setSheet(sheet);
    block.setVisible(!sheet.rows.empty());
}

void ResultBlocks::showDemand(const engine::Evaluation& evaluation, DemandId id)
{
    const engine::DemandResult* result = evaluation.find(id);
    if (!result) return hideAll();
    showFacts(demandFacts(m_session.network(), evaluation, *result));
    showSheet(*m_hopsBlock, *m_hops, hopSheet(m_session.network(), *result));
    showSheet(*m_distillationBlock, *m_distillation, distillationSheet(m_session.network(), *result));
    showSheet(*m_fixesBlock, *m_fixes, evaluation.verdict.worst == id ? fixSheet(evaluation.verdict) : FactSheet());
    m_lossBlock->setVisible(false);
    m_costBlock->setVisible(false);
}

void ResultBlocks::showSite(const engine::Evaluation& evaluation, SiteId id)
{
    hideAll();
    showFacts(siteFacts(m_session.network(), evaluation, id));
}

void ResultBlocks::showLink(const engine::Evaluation& evaluation, LinkId id)
{
    const engine::LinkResult* result = evaluation.find(id);
    if (!result) return hideAll();
    showFacts(linkFacts(*result));
    showSheet(*m_lossBlock, *m_loss, lossSheet(*result));
    m_hopsBlock->setVisible(false);
    m_distillationBlock->setVisible(false);
    m_fixesBlock->setVisible(false);
    m_costBlock->setVisible(false);
}

void ResultBlocks::showDesign(const engine::Evaluation& evaluation)
{
    showFacts(designFacts(evaluation));
    showSheet(*m_costBlock, *m_cost, costSheet(evaluation.cost));
    m_hopsBlock->setVisible(false);
    m_distillationBlock->setVisible(false);
    m_lossBlock->setVisible(false);
    m_fixesBlock->setVisible(false);
}

void ResultBlocks::setDimmed(bool dimmed)
{
    for (Block* block : allBlocks()) block->setDimmed(dimmed);
}

} // namespace bellweave::ui
