// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"

namespace bellweave::test {

/// A chain of links given by numbers, so that nothing but what is made of them is under test.
struct GivenChain {
    std::vector<engine::LinkPhysics> physics;
    std::vector<engine::OperatingPoint> points;
    std::vector<NodeHardware> stations;    ///< one more than links

    /// A measured link: its point for further numbers.
    engine::OperatingPoint& addLink(double successProbability, Duration attemptTime, const engine::BellDiagonal& state)
    {
        MeasuredLink link;
        link.attemptTime = attemptTime;
        link.successProbability = successProbability;
        link.state = state.weights;
        physics.push_back(engine::measuredPhysics(link, std::nullopt));
        points.push_back(physics.back().fixedPoints.front());
        return points.back();
    }

    /// Only as long as this lives.
    engine::Chain chain(bool endsHold = true) const
    {
        engine::Chain result;
        for (std::size_t i = 0; i < physics.size(); ++i) {
            result.hops.push_back(&physics[i]);
            result.points.push_back(&points[i]);
        }
        for (const NodeHardware& station : stations) result.stations.push_back(&station);
        result.endsHold = endsHold;
        return result;
    }
};

/// A station that swaps at once and without errors.
inline NodeHardware givenStation(Duration relaxation, Duration coherence, double swapSuccess = 1.0)
{
    NodeHardware node;
    node.memory.relaxationTime = relaxation;
    node.memory.coherenceTime = coherence;
    node.gates = {0.0, 0.0, 0.0, Duration(), Duration(), swapSuccess};
    return node;
}

} // namespace bellweave::test
