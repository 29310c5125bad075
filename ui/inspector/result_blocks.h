// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject.h"

#include <QWidget>
#include <array>

namespace bellweave::ui {

class Block;
class FactList;
class FactTable;
struct Fact;
struct FactSheet;

/// The read-only part of the inspector: what was reached, hops and their distillation, or loss terms, fixes, cost. Blocks without content hide.
class ResultBlocks : public QWidget {
    Q_OBJECT
public:
    explicit ResultBlocks(Session& session, QWidget* parent = nullptr);
    void setSubject(const Subject& subject);
    void refresh();
    void setDimmed(bool dimmed);

private:
    FactTable* addTable(Block*& block, const QString& id, const QString& title);
    void showFacts(const std::vector<Fact>& facts);
    void showSheet(Block& block, FactTable& table, const FactSheet& sheet);
    void showDemand(const engine::Evaluation& evaluation, DemandId id);
    void showSite(const engine::Evaluation& evaluation, SiteId id);
    void showLink(const engine::Evaluation& evaluation, LinkId id);
    void showDesign(const engine::Evaluation& evaluation);
    void hideAll();
    std::array<Block*, 6> allBlocks() const;

    Session& m_session;
    Subject m_subject;
    Block* m_reachedBlock;
    Block* m_hopsBlock = nullptr;
    Block* m_distillationBlock = nullptr;
    Block* m_lossBlock = nullptr;
    Block* m_fixesBlock = nullptr;
    Block* m_costBlock = nullptr;
    FactList* m_reached;
    FactTable* m_hops;
    FactTable* m_distillation;
    FactTable* m_loss;
    FactTable* m_fixes;
    FactTable* m_cost;
};

} // namespace bellweave::ui
