// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_row.h"

#include "ui/plots/design_comparison.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"

#include <QBoxLayout>

namespace bellweave::ui {

namespace {

constexpr int kSmallestPlot = 276;

QWidget* separator()
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

PlotRow::PlotRow(Session& session, QWidget* parent) : QScrollArea(parent), m_session(session), m_comparison(new DesignComparison(this))
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setFrameShape(QFrame::NoFrame);    // rather scrolled than squeezed until its numbers break
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    page->setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    for (auto& plot : makePlots()) {
        if (!m_plots.empty()) row->addWidget(separator());
        m_plots.push_back(makeView(std::move(plot)));
        row->addWidget(m_plots.back(), 1);
    }
    connect(m_comparison, &DesignComparison::changed, this, [this] {
        for (PlotView* view : m_plots) view->compareWith(m_comparison->current());
        Q_EMIT changed();
    });
    connect(m_comparison, &DesignComparison::failed, &session, &Session::noticed);
    connect(&session.preview(), &Preview::changed, this, &PlotRow::followPreview);
    connect(&session, &Session::networkReset, m_comparison, [this] { m_comparison->set(nullptr); });
}

PlotView* PlotRow::makeView(std::unique_ptr<Plot> plot)
{
    auto* view = new PlotView(std::move(plot));
    view->setMinimumWidth(kSmallestPlot);
    connect(view, &PlotView::noticed, &m_session, &Session::noticed);
    connect(view, &PlotView::comparisonWanted, m_comparison, &DesignComparison::compareWithFile);
    connect(view, &PlotView::comparisonEnded, m_comparison, [this] { m_comparison->set(nullptr); });
    return view;
}

/// A previewed change stands in the place of the comparison as long as it is shown.
void PlotRow::followPreview()
{
    const Preview& preview = m_session.preview();
    if (preview.evaluation()) {
        if (!m_isPreviewing) m_beforePreview = m_comparison->current();
        m_isPreviewing = true;
        m_comparison->set(std::make_shared<const PlotComparison>(PlotComparison{tr("with the fix"), preview.network(), preview.evaluation()}));
    } else if (m_isPreviewing && !preview.isShown()) {
        m_isPreviewing = false;
        m_comparison->set(std::exchange(m_beforePreview, nullptr));
    }
}

void PlotRow::show(DemandId demand)
{
    const auto network = std::make_shared<const Network>(m_session.network());
    for (PlotView* view : m_plots) view->show(network, m_session.evaluation(), demand);
}

void PlotRow::setVeiled(bool veiled)
{
    for (PlotView* view : m_plots) view->setVeiled(veiled);
}

} // namespace bellweave::ui
