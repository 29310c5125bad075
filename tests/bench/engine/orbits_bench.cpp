// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/passes.h"

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>
#include <tbb/parallel_for.h>
#include <atomic>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Sgp4 satellite(double turnsADay, double eccentricity)
{
    return Sgp4({QStringLiteral("made up"), 1, {2459135.5, 0.25}, turnsADay * 2.0 * std::numbers::pi / 1440.0, eccentricity, 0.9, 0.3, 1.1, 2.2, 1e-5});
}

/// Million states a second on one core, over a day.
double statesASecond(const Sgp4& orbit)
{
    QElapsedTimer clock;
    clock.start();
    double sum = 0.0;
    std::uint64_t states = 0;
    while (clock.elapsed() < 1000)
        for (int i = 0; i < 10'000; ++i, ++states) sum += std::get<OrbitState>(orbit.at(0.144 * i)).position[0];
    return sum > -1e300 ? 1e-6 * static_cast<double>(states) / (1e-9 * static_cast<double>(clock.nsecsElapsed())) : 0.0;
}

/// s for all passes of a year of 24 satellites over 10 stations.
double yearOfPasses(std::size_t& found)
{
    std::vector<Sgp4> satellites;
    for (int i = 0; i < 24; ++i) satellites.push_back(satellite(15.2 - 0.05 * i, 0.001));
    std::vector<Observer> stations;
    for (int i = 0; i < 10; ++i) stations.emplace_back(0.12 * i - 0.5, 0.6 * i, Length());
    std::atomic<std::size_t> count = 0;
    QElapsedTimer clock;
    clock.start();
    tbb::parallel_for(std::size_t{0}, satellites.size(), [&](std::size_t i) {
        for (const auto& passes : passesOf(satellites[i], stations, satellites[i].elements().epoch, 365.0 * 86400.0, 0.17)) count += passes.size();
    });
    found = count;
    return 1e-9 * static_cast<double>(clock.nsecsElapsed());
}

} // namespace

int main()
{
    constexpr double kGoal = 1.0;
    QTextStream out(stdout);
    const struct { const char* what; double turns; double eccentricity; } rows[] = {{"low orbit", 15.2, 0.001}, {"deep space", 3.0, 0.1}, {"half a day, resonant", 2.0057, 0.7}, {"a day, resonant", 1.0027, 0.0002}};
    for (const auto& row : rows) {
        const double speed = statesASecond(satellite(row.turns, row.eccentricity));
        out << QStringLiteral("SGP4, %1: %2 million states a second, goal %3, ratio %4%5\n").arg(QLatin1String(row.what)).arg(speed, 0, 'g', 3).arg(kGoal).arg(speed / kGoal, 0, 'f', 2).arg(speed < kGoal ? QStringLiteral("  MISSED") : QString());
    }
    std::size_t found = 0;
    const double seconds = yearOfPasses(found);
    constexpr double kYearGoal = 5.0;
    out << QStringLiteral("A year of 24 satellites over 10 stations, %1 passes: %2 s, goal %3 s, ratio %4%5\n").arg(found).arg(seconds, 0, 'g', 3).arg(kYearGoal).arg(kYearGoal / seconds, 0, 'f', 2).arg(seconds > kYearGoal ? QStringLiteral("  MISSED") : QString());
    return 0;
}
