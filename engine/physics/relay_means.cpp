// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/relay_means.h"

#include "engine/physics/golden_section.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kDimmest = 1e-5;    // photons a pulse
constexpr double kRatios = 4.0;      // steps from as much light of either arm to as much of either sender
constexpr int kTurns = 6;
constexpr double kFirstReach = 1.0;  // of the logarithm of a mean; each turn looks half as far
constexpr double kGain = 1e-7;       // a change that gives less is none: even arms stay even

double withinReach(double mean) { return std::clamp(mean, kDimmest, kBrightestPulse); }

/// A step of the logarithms of both means.
struct Direction {
    double a = 0.0;
    double b = 0.0;
};

class MeanSearch {
public:
    MeanSearch(const RelayArms& arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load)
        : m_arms(arms), m_protocol(protocol), m_inefficiency(correctionInefficiency), m_load(load)
    {
    }

    /// The best mean of one arm, where the other's is typed.
    RelayArms oneArm(Direction free) const
    {
        const auto moved = [&](double log) { return this->moved(m_arms, free, log); };
        return moved(griddedMaximum(std::log(kDimmest), 0.0, 46, 1e-4, [&](double log) { return merit(moved(log)); }));
    }
    RelayArms bothArms() const
    {
        const double uneven = std::log(m_arms.transmissivityA / m_arms.transmissivityB);
        if (uneven == 0.0) return along(0.0, 1e-4);
        RelayArms best = along(uneven);
        for (double k = 1.0; k <= kRatios; ++k) keepBetter(best, along(uneven * (1.0 - k / kRatios)));
        return climbed(best);
    }

private:
    double merit(const RelayArms& arms) const { return relayMerit(arms, m_protocol, m_inefficiency, m_load); }
    void keepBetter(RelayArms& best, const RelayArms& next) const
    {
        const double now = merit(best);
        if (merit(next) > now + kGain * std::abs(now)) best = next;
    }
    /// A free mean begins at one photon.
    static RelayArms moved(RelayArms arms, Direction direction, double step)
    {
        const auto move = [&](double& mean, double way) { if (way != 0.0) mean = withinReach((mean > 0.0 ? mean : 1.0) * std::exp(way * step)); };
        move(arms.meanA, direction.a);
        move(arms.meanB, direction.b);
        return arms;
    }
    /// The best means of which B's is so much the larger, in logarithms, as far as neither is too bright.
    RelayArms along(double ratio, double closeness = 0.1) const
    {
        RelayArms even = m_arms;
        even.meanA = std::exp(std::min(0.0, -ratio));
        even.meanB = std::exp(std::min(0.0, ratio));
        const auto dimmed = [&](double log) { return moved(even, {1.0, 1.0}, log); };
        const double brighter = std::abs(ratio);
        return dimmed(griddedMaximum(std::log(kDimmest), brighter, 20, closeness, [&](double log) { return merit(dimmed(log)); }));
    }
    RelayArms climbed(RelayArms best) const
    {
        double reach = kFirstReach;
        for (int turn = 0; turn < kTurns; ++turn, reach *= 0.5)
            for (const Direction& way : {Direction{1.0, 1.0}, Direction{0.5, -0.5}, Direction{1.0, 0.0}, Direction{0.0, 1.0}}) {
                const auto at = [&](double step) { return moved(best, way, step); };
                keepBetter(best, at(goldenMaximum(-reach, reach, 0.02 * reach, [&](double step) { return merit(at(step)); })));
            }
        return best;
    }

    const RelayArms& m_arms;
    const RelayProtocol& m_protocol;
    double m_inefficiency;
    const DetectorLoad& m_load;
};

} // namespace

double relayMerit(const RelayArms& arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load)
{
    const RelayedPulses pulses = underLoad(arms, protocol, correctionInefficiency, load);
    return pulses.key > 0.0 ? pulses.key : std::min(0.0, pulses.balance);
}

RelayArms bestMeans(const RelayArms& arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load)
{
    const MeanSearch search(arms, protocol, correctionInefficiency, load);
    if (arms.meanA > 0.0) return arms.meanB > 0.0 ? arms : search.oneArm({0.0, 1.0});
    return arms.meanB > 0.0 ? search.oneArm({1.0, 0.0}) : search.bothArms();
}

} // namespace bellweave::engine
