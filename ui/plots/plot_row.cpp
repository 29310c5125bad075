// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_row.h"

#include "ui/plots/design_comparison.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/sweep_control.h"
#include "ui/session/preview.h"
#include "ui/report/report_collection.h"
#include "ui/session/session.h"
#include "ui/style/measures.h"
#include "ui/style/tab_chain.h"

#include <QBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

namespace bellweave::ui {

namespace {

constexpr int kSmallestPlot = 204;    // px: four of them fit beside the inspector in the smallest window
constexpr int kLeastHeight = 168;    // px: title, axes and their names
constexpr int kThreePlots = 196;     // px of height: where axes stand below each other
const QString kChoiceKey = QStringLiteral("plots/shown");

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
    m_layout = new QHBoxLayout(page);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setFrameShape(QFrame::NoFrame);    // rather scrolled than squeezed until its numbers break
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    page->setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    for (auto& plot : makePlots()) m_plots.push_back(makeView(std::move(plot)));
    restoreChoice();
    arrange();
    connect(m_comparison, &DesignComparison::changed, this, [this] {
        for (PlotView* view : m_plots) view->compareWith(m_comparison->current());
        Q_EMIT changed();
    });
    connect(m_comparison, &DesignComparison::failed, &session, &Session::noticed);
    connect(&session.preview(), &Preview::changed, this, &PlotRow::followPreview);
    connect(&session, &Session::networkReset, m_comparison, [this] { m_comparison->set(nullptr); });
    connect(&session, &Session::selectionChanged, this, [this] {
        const auto& links = m_session.selection().links;
        for (PlotView* view : m_plots) view->setLink(links.empty() ? LinkId() : *links.begin());
    });
}

PlotView* PlotRow::makeView(std::unique_ptr<Plot> plot)
{
    auto* sweep = dynamic_cast<SweepPlot*>(plot.get());
    auto* view = new PlotView(std::move(plot), widget());
    if (sweep) {
        followMeasures(*view, [view] { view->setMinimumHeight(rowHeight(kThreePlots, 3)); });
        m_sweep = new SweepControl(m_session, *view, *sweep);
        connect(m_sweep, &SweepControl::changed, this, &PlotRow::changed);
    } else {
        followMeasures(*view, [view] { view->setMinimumHeight(rowHeight(kLeastHeight, 2)); });
    }
    followMeasures(*view, [view] { view->setMinimumWidth(textRoom(kSmallestPlot)); });
    auto* menu = new QMenu(view);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, view] { fillTitleMenu(*menu, *view); });
    view->setTitleMenu(menu);
    connect(view, &PlotView::noticed, &m_session, &Session::noticed);
    connect(view, &PlotView::dataCompleted, this, &PlotRow::changed);
    connect(view, &PlotView::comparisonWanted, m_comparison, &DesignComparison::compareWithFile);
    connect(view, &PlotView::reportWanted, &m_session, [this, view] {
        if (!ReportCollection::of(m_session).add(view->look())) return;
        const QString added = tr("Added to the report: %1.").arg(view->plot().title());
        Q_EMIT m_session.noticed(view->isCompared() ? tr("%1 The design in gray is not kept in the file.", "a sentence").arg(added) : added);
    });
    connect(view, &PlotView::comparisonEnded, m_comparison, [this] { m_comparison->set(nullptr); });
    return view;
}

void PlotRow::sweep(const ElementRef& element, const QString& path)
{
    m_sweep->sweep(element, path);
    PlotView& view = m_sweep->view();
    if (view.isHidden()) choose(kPlaces - 1, view.plot().id());
    ensureWidgetVisible(&view);
    view.setFocus(Qt::OtherFocusReason);
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

std::vector<PlotView*> PlotRow::shownPlots() const
{
    std::vector<PlotView*> shown;
    for (const std::size_t plot : m_shown) shown.push_back(m_plots[plot]);
    return shown;
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

void PlotRow::fillTitleMenu(QMenu& menu, const PlotView& view)
{
    const auto shown = shownPlots();
    const auto place = static_cast<std::size_t>(std::find(shown.begin(), shown.end(), &view) - shown.begin());
    menu.clear();
    for (const PlotView* other : m_plots) {
        QAction* action = menu.addAction(other->plot().title(), this, [this, place, other] { choose(place, other->plot().id()); });
        action->setCheckable(true);
        action->setChecked(other == &view);
    }
    if (!view.actions().isEmpty()) menu.addSeparator();
    menu.addActions(view.actions());
}

void PlotRow::put(std::size_t place, std::size_t plot)
{
    const auto present = std::find(m_shown.begin(), m_shown.end(), plot);
    if (present != m_shown.end()) *present = m_shown[place];
    m_shown[place] = plot;
}

void PlotRow::choose(std::size_t place, const QString& plotId)
{
    const auto found = std::find_if(m_plots.begin(), m_plots.end(), [&](const PlotView* view) { return view->plot().id() == plotId; });
    if (found == m_plots.end() || place >= kPlaces) return;
    PlotView* first = shownPlots().front();
    put(place, static_cast<std::size_t>(found - m_plots.begin()));
    QStringList ids;
    for (const PlotView* view : shownPlots()) ids += view->plot().id();
    QSettings().setValue(kChoiceKey, ids);
    arrange();
    chainInPlaceOf(*first);
    Q_EMIT changed();
}

/// The row stays where it is in the order of Tab: what stood first there holds the place, also when it is hidden now.
void PlotRow::chainInPlaceOf(PlotView& first)
{
    std::vector<QWidget*> order = focusableInside(*this);
    if (first.isHidden()) order.insert(order.begin(), &first);
    chainTabs(order);
}

/// Ids of another version of the program that there are no more leave the plot that stands there at first.
void PlotRow::restoreChoice()
{
    const QStringList ids = QSettings().value(kChoiceKey).toStringList();
    for (std::size_t place = 0; place < kPlaces && place < static_cast<std::size_t>(ids.size()); ++place)
        for (std::size_t plot = 0; plot < m_plots.size(); ++plot) {
            if (m_plots[plot]->plot().id() == ids[static_cast<int>(place)]) put(place, plot);
        }
}

void PlotRow::arrange()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (auto* line = qobject_cast<QFrame*>(item->widget())) line->deleteLater();
        delete item;
    }
    const auto shown = shownPlots();
    for (PlotView* view : m_plots) view->setVisible(std::find(shown.begin(), shown.end(), view) != shown.end());
    for (PlotView* view : shown) {
        if (m_layout->count() > 0) m_layout->addWidget(separator());
        m_layout->addWidget(view, 1);
    }
    fitHeight();
}

/// It scrolls sideways only.
void PlotRow::fitHeight()
{
    int height = 0;
    for (const PlotView* view : shownPlots()) height = std::max(height, view->minimumHeight());
    setMinimumHeight(height > 0 ? height + horizontalScrollBar()->sizeHint().height() : 0);
}

} // namespace bellweave::ui
