// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject_mark.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {

namespace {

Mark demandMark(const engine::Evaluation* evaluation, DemandId id)
{
    const engine::DemandResult* result = evaluation ? evaluation->find(id) : nullptr;
    if (!result) return Mark::NotComputed;
    if (!result->feasible) return Mark::NotFeasible;
    const auto& rows = evaluation->verdict.requirements;
    const bool marginal = std::any_of(rows.begin(), rows.end(), [id](const auto& row) { return row.demand == id && row.marginal; });
    return marginal ? Mark::Marginal : Mark::Feasible;
}

Mark verdictMark(const engine::Evaluation* evaluation)
{
    if (!evaluation) return Mark::NotComputed;
    switch (evaluation->verdict.level) {
    case engine::VerdictLevel::Feasible: return Mark::Feasible;
    case engine::VerdictLevel::Marginal: return Mark::Marginal;
    case engine::VerdictLevel::NotFeasibleYet:
    case engine::VerdictLevel::NotFeasible:
    case engine::VerdictLevel::Impossible: return Mark::NotFeasible;
    case engine::VerdictLevel::NotComputed: return Mark::NotComputed;
    }
    return Mark::NotComputed;
}

} // namespace

SubjectMark::SubjectMark(QWidget* parent) : QWidget(parent)
{
    setFixedSize(24, 28);
}

void SubjectMark::show(const Session& session, const Subject& subject)
{
    const auto evaluation = session.evaluation();
    m_picture = Picture::None;
    if (subject.isSingle()) {
        const ElementRef& element = subject.first();
        m_picture = std::holds_alternative<NoteId>(element) ? Picture::None : Picture::Verdict;
        m_mark = verdictMark(evaluation.get());
        if (const DemandId* demand = std::get_if<DemandId>(&element)) m_mark = demandMark(evaluation.get(), *demand);
        if (const SiteId* id = std::get_if<SiteId>(&element)) {
            const Site* site = session.network().sites.find(*id);
            m_picture = Picture::Symbol;
            m_role = site ? roleOf(*site) : SiteRole::Junction;
        }
        if (const LinkId* link = std::get_if<LinkId>(&element)) {
            const engine::LinkResult* result = evaluation ? evaluation->find(*link) : nullptr;
            m_picture = Picture::Line;
            const double fidelity = result && result->available ? result->state.fidelity() : 0.0;
            m_lineColor = fidelityColor(fidelity, session.network().general().map.classLimits());
        }
    }
    setVisible(m_picture != Picture::None);
    update();
}

void SubjectMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF center = QRectF(rect()).center();
    switch (m_picture) {
    case Picture::None: return;
    case Picture::Symbol: return paintSiteSymbol(painter, m_role, center, 18, theme().text, theme().raised);
    case Picture::Verdict: return paintMark(painter, m_mark, center, 16);
    case Picture::Line:
        painter.setPen(QPen(m_lineColor, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center + QPointF(-9, 5), center + QPointF(9, -5));
    }
}

} // namespace bellweave::ui
