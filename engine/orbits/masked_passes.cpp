// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/masked_passes.h"

#include "engine/orbits/pass_height.h"
#include "engine/orbits/time_roots.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kWidest = 10.0 * kDegree;    // between samples of an azimuth, which turns fast near the zenith
constexpr double kShortest = 1e-3;            // s, below which no sample is put between two
constexpr double kSamplesOfPass = 16.0;
constexpr double kExactRoot = 0.1 * kExactPass;

/// A straight part of a mask; angles in rad.
struct Stretch {
    double from;
    double until;
    double low;     ///< elevation at `from`
    double high;    ///< and at `until`
    double at(double azimuth) const { return low + (high - low) * (azimuth - from) / (until - from); }
};

std::vector<Stretch> stretchesOf(const HorizonMask& mask)
{
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < mask.points().size(); ++i) {
        const bool isLast = i + 1 == mask.points().size();
        const HorizonMask::Point &a = mask.points()[i], &b = mask.points()[isLast ? 0 : i + 1];
        const Stretch stretch{a.azimuth * kDegree, b.azimuth * kDegree + (isLast ? kTurn : 0.0), a.elevation * kDegree, b.elevation * kDegree};
        if (stretch.until > stretch.from) stretches.push_back(stretch);
    }
    return stretches;
}

bool isUp(double value) { return value > 0.0; }

/// What a mask leaves of one pass.
class MaskedPass {
public:
    MaskedPass(const PassHeight& height, const std::vector<Stretch>& stretches, const Pass& pass, double step) : m_height(height), m_stretches(stretches)
    {
        sample(pass, std::max(kExactPass, std::min(step / 2.0, pass.duration() / kSamplesOfPass)));
        addTurningPoints();
        for (std::size_t i = 0; i + 1 < m_samples.size(); ++i) visit(m_samples[i], m_samples[i + 1]);
    }
    struct Part {
        double from;
        double until;
    };
    /// In their order.
    const std::vector<Part>& open() const { return m_open; }

private:
    struct Direction {
        double time;
        double azimuth;      ///< follows that of the sample before over any number of turns
        double elevation;
    };

    Direction directionAt(double time, double near) const
    {
        const LookAngles look = m_height.look(time);
        return {time, near + std::remainder(look.azimuth - near, kTurn), look.elevation};
    }

    void sample(const Pass& pass, double step)
    {
        m_samples.push_back(directionAt(pass.rise, 0.0));
        const int count = std::max(1, static_cast<int>(std::ceil(pass.duration() / step)));
        for (int i = 1; i < count; ++i) goOn(pass.rise + pass.duration() * i / count);
        goOn(pass.set);
    }
    void goOn(double time)
    {
        const Direction before = m_samples.back(), now = directionAt(time, before.azimuth);
        if (std::abs(now.azimuth - before.azimuth) > kWidest && time - before.time > kShortest) {
            goOn(0.5 * (before.time + time));
            goOn(time);
        } else {
            m_samples.push_back(now);
        }
    }

    /// Azimuths between neighbors shall be monotone, so that no edge is passed and passed back unseen.
    void addTurningPoints()
    {
        std::vector<Direction> turns;
        for (std::size_t i = 1; i + 1 < m_samples.size(); ++i) {
            const Direction &a = m_samples[i - 1], &b = m_samples[i], &c = m_samples[i + 1];
            if ((b.azimuth - a.azimuth) * (c.azimuth - b.azimuth) >= 0.0) continue;
            const double sign = b.azimuth > a.azimuth ? -1.0 : 1.0;
            turns.push_back(directionAt(leastBetween([&](double time) { return sign * directionAt(time, b.azimuth).azimuth; }, a.time, c.time), b.azimuth));
        }
        m_samples.insert(m_samples.end(), turns.begin(), turns.end());
        std::sort(m_samples.begin(), m_samples.end(), isEarlier);
    }

    /// From sample to sample, stopping where the azimuth passes from one stretch to the next.
    void visit(const Direction& a, const Direction& b)
    {
        std::vector<Direction> stops{a, b};
        const double low = std::min(a.azimuth, b.azimuth), high = std::max(a.azimuth, b.azimuth);
        for (const Stretch& stretch : m_stretches) {
            const double edge = stretch.from + kTurn * std::ceil((low - stretch.from) / kTurn);
            if (edge <= low || edge >= high) continue;
            stops.push_back(directionAt(rootBetween([&](double time) { return directionAt(time, a.azimuth).azimuth - edge; }, a.time, b.time, kExactRoot), a.azimuth));
        }
        std::sort(stops.begin(), stops.end(), isEarlier);
        for (std::size_t i = 0; i + 1 < stops.size(); ++i) search(stops[i], stops[i + 1]);
    }
    static bool isEarlier(const Direction& a, const Direction& b) { return a.time < b.time; }

    const Stretch& stretchAt(double azimuth) const
    {
        const auto after = std::upper_bound(m_stretches.begin(), m_stretches.end(), azimuth, [](double wanted, const Stretch& stretch) { return wanted < stretch.from; });
        return after == m_stretches.begin() ? m_stretches.front() : *(after - 1);
    }

    /// One stretch bars from a to b: roots of what the satellite stands above it, and a hump below zero or a dip above it that may reach them.
    void search(const Direction& a, const Direction& b)
    {
        const Direction middle = directionAt(0.5 * (a.time + b.time), a.azimuth);
        const double first = m_stretches.front().from, within = middle.azimuth - kTurn * std::floor((middle.azimuth - first) / kTurn);
        const Stretch& stretch = stretchAt(within);
        const auto above = [&](const Direction& at) { return at.elevation - stretch.at(within + at.azimuth - middle.azimuth); };
        const TimeFunction aboveAt = [&](double time) { return above(directionAt(time, middle.azimuth)); };
        const Value low{a.time, above(a)}, high{b.time, above(b)};
        if (isUp(low.value) != isUp(high.value) || !mayTurn(low.value, above(middle), high.value)) return addUp(aboveAt, low, high);
        const double sign = isUp(low.value) ? 1.0 : -1.0, time = leastBetween([&](double at) { return sign * aboveAt(at); }, a.time, b.time);
        const Value turn{time, aboveAt(time)};
        addUp(aboveAt, low, turn);
        addUp(aboveAt, turn, high);
    }
    struct Value {
        double time;
        double value;
    };
    /// Whether the parabola through the beginning, the middle and the end turns toward zero in between.
    static bool mayTurn(double low, double middle, double high)
    {
        const double sign = isUp(low) ? 1.0 : -1.0;
        return sign * (3.0 * low + high - 4.0 * middle) > 0.0 && sign * (low + 3.0 * high - 4.0 * middle) > 0.0;
    }
    void addUp(const TimeFunction& above, const Value& a, const Value& b)
    {
        const bool isFirst = isUp(a.value), isSecond = isUp(b.value);
        if (isFirst && isSecond) return add(a.time, b.time);
        if (isFirst == isSecond) return;
        const double root = rootBetween(above, a.time, b.time, kExactRoot);
        isFirst ? add(a.time, root) : add(root, b.time);
    }
    void add(double from, double until)
    {
        if (!m_open.empty() && from - m_open.back().until < kExactPass) m_open.back().until = until;
        else m_open.push_back({from, until});
    }

    const PassHeight& m_height;
    const std::vector<Stretch>& m_stretches;
    std::vector<Direction> m_samples;
    std::vector<Part> m_open;
};

} // namespace

std::vector<Pass> passesOver(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double seconds, double horizon, const HorizonMask& mask, const std::stop_token& stop)
{
    std::vector<Pass> whole = passesOf(satellite, place, from, seconds, horizon, stop);
    if (mask.isEmpty()) return whole;
    const std::vector<Stretch> stretches = stretchesOf(mask);
    const PassHeight height(satellite, place, from, horizon);
    const double step = sampleStep(satellite);
    std::vector<Pass> left;
    for (const Pass& pass : whole) {
        const MaskedPass masked(height, stretches, pass, step);
        for (const MaskedPass::Part& part : masked.open()) {
            if (part.until - part.from < kExactPass) continue;
            left.push_back(passBetween(height, part.from, part.until, step));
            left.back().hasBegunBefore = pass.hasBegunBefore && part.from == pass.rise;
            left.back().goesOn = pass.goesOn && part.until == pass.set;
        }
    }
    return left;
}

} // namespace bellweave::engine
