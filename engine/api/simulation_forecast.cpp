// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation_forecast.h"

#include "engine/api/event_case.h"
#include "engine/api/simulation_course.h"
#include "engine/events/event_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tbb/global_control.h>

namespace bellweave::engine {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

constexpr double kPilot = 0.15;    // s of work
constexpr double kLongest = 1e6;   // s simulated

double secondsOfEvents(const SimulationRequest& request, const std::stop_token& stop)
{
    const Clock::time_point begin = Clock::now();
    const EventCase made = eventCase(request.network);
    const double all = request.events->simulated.si() * request.events->runs;
    EventRun run(made.design.network(), request.seed, 0);
    double simulated = 0.0, spent = 0.0;
    const Clock::time_point running = Clock::now();
    for (double piece = all * 1e-6; simulated < std::min(all, kLongest) && spent < kPilot && !stop.stop_requested(); piece *= 1.5) {
        simulated = std::min({all, kLongest, simulated + piece});
        run.proceed(static_cast<EventNetwork::Time>(simulated * 1e12), ~std::uint64_t{0}, stop);
        spent = secondsSince(running);
    }
    const auto threads = static_cast<double>(std::min<std::size_t>(request.events->runs, tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism)));
    return secondsSince(begin) + (simulated > 0.0 ? spent * (all - simulated) / simulated / threads : 0.0);
}

/// Planning as it is, and a block of each demand for all of them.
double secondsOfPairs(const SimulationRequest& request, const std::stop_token& stop)
{
    const Clock::time_point begin = Clock::now();
    const SimulationCourse course(request);
    double drawing = 0.0;
    const double planning = secondsSince(begin);
    const auto threads = static_cast<double>(tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
    for (std::size_t stage = 0; stage < course.stages() && !stop.stop_requested(); ++stage) {
        if (course.stage(stage).blocks() == 0) continue;
        const auto worker = course.stage(stage).makeWorker();
        const Clock::time_point working = Clock::now();
        worker->work(0, stop);
        drawing += secondsSince(working) * static_cast<double>(course.stage(stage).blocks()) / threads;
    }
    return planning + drawing;
}

} // namespace

double predictedSeconds(const SimulationRequest& request, std::stop_token stop)
{
    return request.events ? secondsOfEvents(request, stop) : secondsOfPairs(request, stop);
}

Duration sensibleDuration(const Evaluation& evaluation)
{
    constexpr double kServed = 100.0;
    double slowest = 0.0;
    for (const auto& demand : evaluation.demands.rows())
        if (demand->rate.si() > 0.0) slowest = std::max(slowest, 1.0 / demand->rate.si());
    if (slowest <= 0.0) return Duration::fromSi(1.0);
    const double wanted = std::clamp(kServed * slowest, 1e-3, 1e3);
    const double decade = std::pow(10.0, std::floor(std::log10(wanted) + 1e-9));
    for (const double step : {1.0, 2.0, 5.0})
        if (wanted <= step * decade * (1.0 + 1e-9)) return Duration::fromSi(step * decade);
    return Duration::fromSi(10.0 * decade);
}

} // namespace bellweave::engine
