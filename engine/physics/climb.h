// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/golden_section.h"

#include <array>
#include <cmath>
#include <span>

namespace bellweave::engine {

// Searches over several quantities at once, each on a scale on which a step of 1 is a large one: logarithms, odds.

template<std::size_t N>
using Point = std::array<double, N>;

/// A number in (0, 1) on the scale of its logarithmic odds, and back.
inline double toOdds(double share) { return std::log(share / (1.0 - share)); }
inline double fromOdds(double odds) { return 1.0 / (1.0 + std::exp(-odds)); }

template<std::size_t N>
Point<N> stepped(Point<N> point, const Point<N>& way, double step)
{
    for (std::size_t i = 0; i < N; ++i) point[i] += step * way[i];
    return point;
}

/// The range of each quantity.
template<std::size_t N>
struct Box {
    Point<N> least;
    Point<N> most;
    Point<N> held(Point<N> point) const
    {
        for (std::size_t i = 0; i < N; ++i) point[i] = std::clamp(point[i], least[i], most[i]);
        return point;
    }
};

/// The best point of a box that is found from a start along given ways, one after another and then along what all of them made in a turn
/// (Powell, Computer Journal 7, 155 (1964), without exchanging ways); looks ever closer, and ends when a turn adds next to nothing. Box and merit have to outlive it.
template<std::size_t N, typename Merit>
class Climb {
public:
    Climb(const Point<N>& start, const Box<N>& box, const Merit& merit)
        : m_box(&box), m_merit(&merit), m_best(box.held(start)), m_atBest(merit(m_best))
    {
    }

    const Point<N>& best() const { return m_best; }
    double merit() const { return m_atBest; }

    Climb& along(std::span<const Point<N>> ways, int turns)
    {
        double reach = 1.4;
        for (int turn = 0; turn < turns; ++turn, reach = std::max(0.2, 0.7 * reach)) {
            const Point<N> before = m_best;
            const double merit = m_atBest;
            for (const Point<N>& way : ways) search(way, -reach, reach);
            search(stepped(m_best, before, -1.0), 0.0, 3.0);
            if (turn > 3 && m_atBest - merit <= 3e-5 * std::abs(merit)) break;
        }
        return *this;
    }

private:
    void search(const Point<N>& way, double low, double high)
    {
        const auto at = [&](double step) { return m_box->held(stepped(m_best, way, step)); };
        const Point<N> next = at(goldenMaximum(low, high, 0.06 * (high - low), [&](double step) { return (*m_merit)(at(step)); }));
        const double merit = (*m_merit)(next);
        if (!(merit > m_atBest)) return;
        m_best = next;
        m_atBest = merit;
    }

    const Box<N>* m_box;
    const Merit* m_merit;
    Point<N> m_best;
    double m_atBest;
};

} // namespace bellweave::engine
