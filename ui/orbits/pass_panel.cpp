// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/pass_panel.h"

#include "ui/orbits/orbit_curves.h"
#include "ui/orbits/orbit_words.h"
#include "ui/orbits/pass_facts.h"
#include "ui/orbits/sky_plot.h"
#include "ui/orbits/value_grid.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr int kPathPoints = 40;

QLabel* words(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

PassPanel::PassPanel(Session& session, OrbitController& orbits, QWidget* parent)
    : QWidget(parent), m_session(session), m_orbits(orbits), m_title(words(this)), m_time(words(this)), m_facts(new ValueGrid(ValueGrid::Values::Left, tr("Pass"), this)), m_sky(new SkyPlot(this)), m_losses(new ValueGrid(ValueGrid::Values::Right, tr("Loss now"), this)),
      m_now(words(this)), m_rate(new OrbitPlot(tr("In this pass"), this))
{
    setAccessibleName(tr("Pass"));
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(12, 8, 10, 8);
    column->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_time, m_facts, m_sky, m_losses, m_now}) column->addWidget(widget);
    column->addWidget(m_rate, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setBackgroundRole(QPalette::AlternateBase);
    inside->setAutoFillBackground(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    followMeasures(*this, [this] {
        m_title->setFont(uiFont(15, QFont::DemiBold));
        m_now->setFont(uiFont(12));
        m_time->setFont(uiFont(11));
        m_time->setForegroundRole(QPalette::PlaceholderText);
        m_rate->setMinimumHeight(textRoom(150));
    });
    connect(&orbits, &OrbitController::chosenChanged, this, &PassPanel::follow);
    connect(&orbits, &OrbitController::almanacChanged, this, &PassPanel::follow);
    connect(&orbits, &OrbitController::momentChanged, this, &PassPanel::followMoment);
    connect(&orbits, &OrbitController::curveChanged, this, &PassPanel::followCurve);
    connect(&orbits, &OrbitController::numbersChanged, this, &PassPanel::followNumbers);
    connect(&session, &Session::evaluationChanged, this, &PassPanel::followCurve);
    connect(m_rate, &OrbitPlot::timeWanted, &orbits.clock(), &OrbitClock::lead);
    follow();
}

const engine::SkyPass* PassPanel::pass() const
{
    const auto chosen = m_orbits.pass();
    return chosen ? m_orbits.passAt(*chosen) : nullptr;
}

const engine::SkyRow& PassPanel::row() const { return m_orbits.almanac()->rows()[*m_orbits.row()]; }

std::vector<SiteId> PassPanel::stations() const
{
    std::vector<SiteId> all{row().first};
    if (row().isPair()) all.push_back(row().second);
    return all;
}

void PassPanel::follow()
{
    const engine::SkyPass* shown = pass();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_time, m_facts, m_sky, m_losses, m_now, m_rate}) widget->setVisible(shown != nullptr);
    if (!shown) return m_title->setText(tr("No pass"));
    const Site* satellite = m_session.network().sites.find(shown->satellite);
    m_title->setText(tr("%1, %2", "satellite, stations").arg(satellite ? satellite->displayName() : QString(), rowName(m_session.network(), row())).toHtmlEscaped());
    const JulianDate& epoch = m_orbits.almanac()->scene().epoch();
    m_time->setText(tr("%1, %2 to %3 UTC", "date, times").arg(dayText(epoch, shown->time.from), clockText(epoch, shown->time.from), clockText(epoch, shown->time.until)));
    followCurve();
    followMoment();
    followNumbers();
}

void PassPanel::followMoment()
{
    const engine::SkyPass* shown = pass();
    if (!shown || !m_orbits.moment() || !isVisible()) return;
    showSky();
    const Facts losses = lossTable(m_session.network(), *m_orbits.almanac(), m_orbits.clock().time(), shown->satellite, stations());
    m_losses->show(losses.heads, losses.rows, losses.sentences);
    m_rate->setTime(m_orbits.clock().time());
}

void PassPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    followMoment();
}

void PassPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) followMoment();    // paths have colors of the theme
}

void PassPanel::showSky()
{
    const engine::SkyPass& shown = *pass();
    const engine::SkyScene& scene = m_orbits.almanac()->scene();
    const auto pointAt = [&](SiteId station, double time) -> std::optional<SkyPoint> {
        const JulianDate moment = scene.epoch().after(time);
        const auto state = scene.satelliteAt(shown.satellite, moment);
        if (!state) return std::nullopt;
        const engine::LookAngles look = scene.observerOf(station)->look(*state, engine::greenwichSiderealTime(moment));
        return SkyPoint{look.azimuth / kDegree, look.elevation / kDegree};
    };
    std::vector<SkyPath> paths;
    for (const SiteId station : stations()) {
        const Site& site = *scene.network().sites.find(station);
        SkyPath path{site.displayName(), theme().series[paths.size()], {}, pointAt(station, m_orbits.clock().time()), site.groundStation.value_or(GroundStation()).leastElevation};
        for (int i = 0; i <= kPathPoints; ++i)
            if (const auto point = pointAt(station, shown.time.from + shown.time.length() * i / kPathPoints)) path.points.push_back(*point);
        paths.push_back(std::move(path));
    }
    m_sky->show(std::move(paths));
}

void PassPanel::followCurve()
{
    const engine::SkyPass* shown = pass();
    if (!shown) return;
    const engine::PassCurve& curve = m_orbits.curve();
    const Facts facts = passFacts(m_session, m_orbits, *shown, curve);
    m_facts->show(facts.heads, facts.rows, facts.sentences);
    followNumbers();
    m_rate->show(curveOfPass(m_session, m_orbits, *shown, curve));
    m_rate->setTime(m_orbits.clock().time());
}

void PassPanel::followNumbers() { m_now->setText(momentFacts(m_session, m_orbits)); }

QString PassPanel::facts() const { return m_facts->text(); }

QString PassPanel::losses() const { return m_losses->text(); }

} // namespace bellweave::ui
