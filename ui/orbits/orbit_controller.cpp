// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_controller.h"

#include "model/edit/report_edits.h"
#include "ui/session/session.h"

#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr int kBetweenEdits = 60;        // ms
constexpr std::size_t kCurveParts = 48;

bool hasSatellites(const Network& network)
{
    return std::any_of(network.sites.begin(), network.sites.end(), [](const Site& site) { return site.orbit.has_value(); });
}

} // namespace

OrbitController::OrbitController(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_clock(new OrbitClock(this)), m_curve([](const CurveQuestion& question, std::stop_token stop) {
          const engine::SkyRow& row = question.almanac->rows()[question.row];
          return engine::passCurve(question.almanac->scene(), question.demand, row, row.passes[question.pass], kCurveParts, stop);
      })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetweenEdits);
    connect(&m_soon, &QTimer::timeout, this, &OrbitController::workOut);
    connect(&session, &Session::networkChanged, this, [this](const Patch& patch) {
        if (!concernsReportOnly(patch)) follow();
    });
    connect(&session, &Session::networkReset, this, [this] {
        ++m_epoch;
        m_almanacRunner.cancel();
        m_numbersRunner.cancel();
        m_almanac.reset();
        m_moment.reset();
        m_numbers.reset();
        m_row.reset();
        m_chosen.reset();
        m_clock->lead(0.0);
        Q_EMIT almanacChanged();
        follow();
    });
    connect(&session, &Session::selectionChanged, this, &OrbitController::followSelection);
    connect(m_clock, &OrbitClock::timeChanged, this, &OrbitController::followTime);
    m_curve.computeBehind([this] { Q_EMIT curveChanged(); });
}

OrbitController::~OrbitController() = default;

void OrbitController::setWatched(bool watched)
{
    m_isWatched = watched;
    if (!watched) m_clock->setPlaying(false);
    if (watched && m_isStale) workOut();
    else if (watched) Q_EMIT curveChanged();
}

/// A timer that is already ticking is left alone, so that a drag sees passes too.
void OrbitController::follow()
{
    m_isStale = true;
    if (m_isWatched && !m_soon.isActive()) m_soon.start();
}

void OrbitController::workOut()
{
    m_isStale = false;
    m_clock->setSpan(m_session.network().general().time.span.si());
    const quint64 epoch = ++m_epoch;
    m_almanacRunner.submit([this, epoch, network = std::make_shared<const Network>(m_session.network())](std::stop_token stop) {
        auto almanac = hasSatellites(*network) ? std::make_shared<const engine::SkyAlmanac>(*network, stop) : nullptr;
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(this, [this, epoch, almanac = std::move(almanac)] { receive(almanac, epoch); }, Qt::QueuedConnection);
    });
}

void OrbitController::receive(std::shared_ptr<const engine::SkyAlmanac> almanac, quint64 epoch)
{
    if (epoch != m_epoch) return;
    const auto endsOf = [](const engine::SkyRow& row) { return std::pair(row.first, row.second); };
    const auto before = m_almanac && m_row ? endsOf(m_almanac->rows()[*m_row]) : std::pair<SiteId, SiteId>();
    m_almanac = std::move(almanac);
    m_row.reset();
    m_chosen.reset();
    m_shownPass.reset();
    if (!m_almanac || !m_almanac->scene().motionOf(m_satellite)) m_satellite = {};
    if (!m_almanac) {
        m_numbers.reset();
        m_clock->setPlaying(false);
    }
    const std::size_t count = m_almanac ? m_almanac->rows().size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (endsOf(m_almanac->rows()[i]) == before) m_row = i;
    if (!m_row && count > 0) m_row = 0;
    Q_EMIT almanacChanged();
    followTime();
    Q_EMIT chosenChanged();
}

void OrbitController::followTime()
{
    m_moment = m_almanac ? std::make_shared<const engine::SkyMoment>(m_almanac->scene().momentAt(m_clock->time())) : nullptr;
    Q_EMIT momentChanged();
    if (const auto now = pass(); now != m_shownPass) {
        m_shownPass = now;
        Q_EMIT chosenChanged();
    }
    askNumbers();
}

void OrbitController::askNumbers()
{
    if (!m_almanac) return;
    m_numbersRunner.submit([this, almanac = m_almanac, moment = m_moment, ofSpan = m_session.evaluation(), epoch = m_epoch](std::stop_token) {
        m_evaluator.setMoment(moment->time);
        engine::Evaluation now = m_evaluator.evaluate(almanac->scene().withOnly(moment->open));
        now.findings = ofSpan ? ofSpan->findings : std::vector<Finding>();    // without the barred links other things are found, which are none
        QMetaObject::invokeMethod(this, [this, epoch, almanac, numbers = std::make_shared<const engine::Evaluation>(std::move(now))] {
            if (epoch != m_epoch || almanac != m_almanac) return;
            m_numbers = numbers;
            Q_EMIT numbersChanged();
        }, Qt::QueuedConnection);
    });
}

std::optional<ChosenPass> OrbitController::pass() const
{
    if (!m_almanac || !m_row) return std::nullopt;
    const auto& passes = m_almanac->rows()[*m_row].passes;
    if (passes.empty()) return std::nullopt;
    const double now = m_clock->time();
    const auto isNow = [now](const engine::SkyPass& pass) { return pass.time.from <= now && now <= pass.time.until; };
    if (m_chosen && m_chosen->row == *m_row && isNow(passes[m_chosen->pass])) return m_chosen;
    std::optional<ChosenPass> last;
    for (std::size_t i = 0; i < passes.size(); ++i) {
        if (m_satellite.isValid() && passes[i].satellite != m_satellite) continue;
        last = ChosenPass{*m_row, i};
        if (passes[i].time.until >= now) return last;
    }
    return last ? last : ChosenPass{*m_row, passes.size() - 1};
}

const engine::SkyPass* OrbitController::passAt(const ChosenPass& chosen) const { return m_almanac ? &m_almanac->rows()[chosen.row].passes[chosen.pass] : nullptr; }

void OrbitController::chooseRow(std::size_t row)
{
    if (m_row == row) return;
    m_row = row;
    m_chosen.reset();
    m_shownPass = pass();
    Q_EMIT chosenChanged();
}

std::optional<std::size_t> OrbitController::rowFor(SiteId selected) const
{
    const auto& rows = m_almanac->rows();
    const auto hasPasses = [this](const engine::SkyRow& row) { return std::any_of(row.passes.begin(), row.passes.end(), [this](const engine::SkyPass& pass) { return pass.satellite == m_satellite; }); };
    if (m_satellite.isValid() && m_row && hasPasses(rows[*m_row])) return m_row;
    const auto wanted = std::find_if(rows.begin(), rows.end(), [&](const engine::SkyRow& row) { return m_satellite.isValid() ? hasPasses(row) : !row.isPair() && row.first == selected; });
    return wanted == rows.end() ? m_row : std::optional(static_cast<std::size_t>(wanted - rows.begin()));
}

void OrbitController::followSelection()
{
    const ElementRef current = m_session.currentElement();
    const auto* site = std::get_if<SiteId>(&current);
    m_satellite = {};
    if (m_almanac && site) {
        if (m_almanac->scene().motionOf(*site)) m_satellite = *site;
        m_chosen.reset();
        m_row = rowFor(*site);
    }
    m_shownPass = pass();
    Q_EMIT chosenChanged();
}

void OrbitController::choosePass(const ChosenPass& chosen)
{
    m_row = chosen.row;
    m_chosen = chosen;
    m_clock->lead(passAt(chosen)->best);
    if (m_shownPass == pass()) return;    // that comes with the time where it changes
    m_shownPass = pass();
    Q_EMIT chosenChanged();
}

void OrbitController::stepPass(int direction)
{
    if (!m_almanac || !m_row) return;
    constexpr double kSame = 0.5;    // s
    std::optional<std::size_t> goal;
    const auto& passes = m_almanac->rows()[*m_row].passes;
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const double away = direction * (passes[i].best - m_clock->time());
        if (away > kSame && (!goal || away < direction * (passes[*goal].best - m_clock->time()))) goal = i;
    }
    if (goal) choosePass({*m_row, *goal});
}

std::vector<DemandId> OrbitController::demandsOver(const engine::SkyRow& row) const
{
    const auto evaluation = m_session.evaluation();
    return evaluation ? engine::demandsOver(m_session.network(), *evaluation, row) : std::vector<DemandId>();
}

DemandId OrbitController::demand() const
{
    const auto& chosen = m_session.selection().demands;
    if (chosen.size() == 1) return *chosen.begin();
    if (m_almanac && m_row)
        if (const auto over = demandsOver(m_almanac->rows()[*m_row]); !over.empty()) return over.front();
    for (const Demand& demand : m_session.network().demands) return demand.id;
    return {};
}

const engine::PassCurve& OrbitController::curve()
{
    static const engine::PassCurve none;
    const auto chosen = pass();
    if (!m_isWatched || !chosen || !m_almanac->scene().network().demands.find(demand())) return none;
    const engine::PassCurve& answer = m_curve.to({m_almanac, demand(), chosen->row, chosen->pass});
    return m_curve.isCurrent() ? answer : none;
}

} // namespace bellweave::ui
