// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_page.h"

#include "model/network/element_name.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/panel_head.h"
#include "ui/session/session.h"
#include "ui/simulate/comparison_table.h"
#include "ui/simulate/network_facts.h"
#include "ui/simulate/setup_panel.h"
#include "ui/simulate/simulated_plot.h"
#include "ui/simulate/simulation_controller.h"
#include "ui/simulate/story_text.h"
#include "ui/simulate/trace_bar.h"
#include "ui/simulate/trace_overlay.h"
#include "ui/simulate/trace_view.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>

namespace bellweave::ui {
namespace {

constexpr int kSetupWidth = 250;
constexpr int kNumbersWidth = 390;
constexpr int kRowsOfTable = 9;      // its head and two demands are always seen
const QString kLayoutKey = QStringLiteral("workspaces/simulate");

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent)
{
    auto* made = new QSplitter(orientation, parent);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(4);
    return made;
}

QLabel* wordyLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(10, 6, 10, 6);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

/// What is drawn, while no pair is chosen.
QString legendText()
{
    const auto spot = [](const QColor& color, const QString& sign) { return QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), sign); };
    const QString bar = QStringLiteral("\u25AC");
    return SimulatePage::tr("%1 pair of a link, %2 of swaps, %3 broken or lost; %4 attempts, ● swap, ◆ delivered, dashed: messages, dash-dotted: another way. Click a bar to read where that pair came from and what became of it.")
        .arg(spot(theme().series[0], bar), spot(theme().series[2], bar), spot(theme().bad, bar), spot(theme().textThird, bar));
}

QWidget* titled(SimulatedPlot& plot, const QString& title, const QString& note, QWidget* parent)
{
    auto* all = new QWidget(parent);
    all->setBackgroundRole(QPalette::AlternateBase);
    all->setAutoFillBackground(true);
    auto* name = new QLabel(title, all);
    auto* reading = new QLabel(note, all);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 0);
    head->addWidget(name);
    head->addStretch(1);
    head->addWidget(reading);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(&plot, 1);
    followMeasures(*all, [name, reading] {
        name->setFont(uiFont(12, QFont::DemiBold));
        reading->setFont(uiFont(11));
        reading->setForegroundRole(QPalette::PlaceholderText);
    });
    return all;
}

} // namespace

SimulatePage::SimulatePage(Session& session, QWidget* parent)
    : WorkspacePage(parent), m_session(session), m_controller(new SimulationController(session, this)), m_player(new TracePlayer(this)),
      m_setup(new SetupPanel(session, *m_controller, this)), m_view(new NetworkView(session)), m_overlay(new TraceOverlay(*m_view, *m_player)),
      m_bar(new TraceBar(session, *m_player)), m_trace(new TraceView(session, *m_player)), m_series(new SimulatedPlot(SimulatedPlot::Kind::Series)),
      m_waiting(new SimulatedPlot(SimulatedPlot::Kind::Waiting)), m_table(new ComparisonTable(session)), m_reason(wordyLabel(this)),
      m_story(wordyLabel(this)), m_facts(wordyLabel(this)), m_columns(splitter(Qt::Horizontal, this)), m_rows(splitter(Qt::Vertical, this))
{
    setAccessibleName(tr("Simulate"));
    m_view->setAccessibleName(tr("Map of the run"));
    for (const Overlay overlay : {Overlay::Legend, Overlay::Overview, Overlay::Callout}) m_view->setOverlayShown(overlay, false);    // the run needs the room
    layOut();
    connect(m_controller, &SimulationController::changed, this, &SimulatePage::follow);
    connect(&session, &Session::selectionChanged, this, &SimulatePage::followDemand);
    connect(m_player, &TracePlayer::chosenChanged, this, &SimulatePage::showStory);
    connect(m_player, &TracePlayer::runChanged, this, &SimulatePage::showStory);
    connect(m_bar, &TraceBar::exportWanted, this, &SimulatePage::exportWanted);
    follow();
}

SimulatePage::~SimulatePage() = default;

void SimulatePage::layOut()
{
    auto* plots = splitter(Qt::Horizontal, this);
    plots->addWidget(titled(*m_series, tr("Rate over time"), tr("mean, 50 % and 90 % of the runs"), this));
    plots->addWidget(titled(*m_waiting, tr("Time to a pair"), tr("dashed: analytic"), this));
    auto* run = new QWidget(this);
    auto* column = new QVBoxLayout(run);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_trace, 1);
    column->addWidget(m_story);
    m_rows->addWidget(m_view);
    m_rows->addWidget(run);
    m_rows->addWidget(plots);
    m_columns->addWidget(m_setup);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(makeRight());
    m_columns->setStretchFactor(1, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_columns);
    m_story->setBackgroundRole(QPalette::AlternateBase);
    m_story->setAutoFillBackground(true);
    followMeasures(*this, [this] {
        m_setup->setMinimumWidth(textRoom(210));
        m_view->setMinimumHeight(120);
        m_story->setMinimumHeight(textRoom(34));
    });
    resetLayout();
}

QWidget* SimulatePage::makeRight()
{
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PanelHead(tr("Simulated and analytic"), inside));
    auto* besideEdge = new QHBoxLayout;
    besideEdge->setContentsMargins(0, 0, 8, 0);
    besideEdge->addWidget(m_table);
    column->addLayout(besideEdge, 3);
    column->addWidget(m_reason);
    auto* facts = new QScrollArea(inside);
    facts->setWidget(m_facts);
    facts->setWidgetResizable(true);
    facts->setFrameShape(QFrame::NoFrame);
    facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(facts, 2);
    inside->setBackgroundRole(QPalette::AlternateBase);
    inside->setAutoFillBackground(true);
    followMeasures(*inside, [this, inside] {
        inside->setMinimumWidth(textRoom(280));
        m_table->setMinimumHeight(rowHeight(20) * kRowsOfTable);
    });
    return inside;
}

void SimulatePage::resetLayout()
{
    const int width = std::max(this->width(), textRoom(1100)), height = std::max(this->height(), 640);
    m_columns->setSizes({textRoom(kSetupWidth), width - textRoom(kSetupWidth + kNumbersWidth), textRoom(kNumbersWidth)});
    m_rows->setSizes({height * 42 / 100, height * 31 / 100, height * 27 / 100});
}

void SimulatePage::saveLayout() const
{
    QSettings settings;
    settings.setValue(kLayoutKey + QStringLiteral("_columns"), m_columns->saveState());
    settings.setValue(kLayoutKey + QStringLiteral("_rows"), m_rows->saveState());
}

void SimulatePage::restoreLayout()
{
    const QSettings settings;
    m_columns->restoreState(settings.value(kLayoutKey + QStringLiteral("_columns")).toByteArray());
    m_rows->restoreState(settings.value(kLayoutKey + QStringLiteral("_rows")).toByteArray());
}

std::vector<QWidget*> SimulatePage::regions() const { return {m_setup, m_view, m_bar, m_trace, m_series, m_waiting, m_table}; }

void SimulatePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_controller->setWatched(true);
}

void SimulatePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_controller->setWatched(false);
    m_player->setPlaying(false);
}

DemandId SimulatePage::demand() const
{
    const auto& chosen = m_session.selection().demands;
    if (chosen.size() == 1) return *chosen.begin();
    const auto& result = m_controller->result();
    if (result)
        for (const auto& row : result->demands)
            if (row.reason.isEmpty()) return row.id;
    return result && !result->demands.empty() ? result->demands.front().id : DemandId();
}

void SimulatePage::follow()
{
    m_table->show(m_controller->result());
    m_player->setRun(m_controller->trace());
    m_facts->setText(m_controller->result() ? networkFacts(m_session.network(), *m_controller->result()) : QString());
    followDemand();
}

void SimulatePage::followDemand()
{
    m_player->setDemand(demand());
    showDemand();
}

void SimulatePage::showDemand()
{
    const auto& result = m_controller->result();
    const engine::SimulatedDemand* row = nullptr;
    if (result)
        for (const auto& each : result->demands)
            if (each.id == demand()) row = &each;
    const auto evaluation = m_session.evaluation();
    const engine::DemandResult* analytic = row && evaluation ? evaluation->find(row->id) : nullptr;
    const QString title = row && m_session.network().demands.find(row->id) ? elementName(m_session.network(), row->id) : QString();
    m_series->show(row, analytic, title);
    m_waiting->show(row, analytic, title);
    if (!row) return m_reason->setText(QString());
    if (!row->reason.isEmpty()) return m_reason->setText(tr("%1: %2", "demand, reason").arg(title, row->reason));
    const QString words = differs(*row) ? tr("The analytic number is off by more than 4 standard errors. %1").arg(row->whyUnlike.isEmpty() ? tr("No reason is known.") : row->whyUnlike)
                                        : tr("Simulated and analytic numbers agree within 4 standard errors.");
    m_reason->setText(tr("%1: %2 Plan: %3. Model: %4.").arg(title, words, row->plan, row->analyticModel));
}

void SimulatePage::showStory()
{
    const QString story = m_player->run() && m_player->chosenPair() ? storyText(m_session.network(), *m_player->run(), *m_player->story(), m_player->chosenPair()) : QString();
    m_story->setText(!story.isEmpty() ? story
                     : m_player->run() ? legendText()
                                       : QString());
}

} // namespace bellweave::ui
