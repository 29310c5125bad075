// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/given_chain.h"

#include <array>

namespace bellweave::test {

/// Unlike links given by numbers, slow gates and messages, memories that fade and may lose their half.
struct UnlikeChain : GivenChain {
    UnlikeChain(std::size_t hops, double swapSuccess, double efficiency = 1.0)
    {
        constexpr std::array kSuccess{0.3, 0.05, 0.15, 0.4}, kPeriod{1.0, 1.0, 1.0, 1.0};
        for (std::size_t i = 0; i < hops; ++i) {
            engine::OperatingPoint& point = addLink(kSuccess[i], Duration::fromSi(kPeriod[i]), {{0.92, 0.05, 0.02, 0.01}});
            point.memories = 6;
            point.told = Duration::fromSi(i == 1 ? 0.7 : 0.0);
            if (efficiency < 1.0) physics.back().fixedPoints.clear();
            physics.back().signalTime = Duration::fromSi(0.1 * double(i + 1));
        }
        for (std::size_t i = 0; i <= hops; ++i) {
            NodeHardware node;
            node.memory.relaxationTime = Duration::fromSi(400.0 + 100.0 * double(i));
            node.memory.coherenceTime = Duration::fromSi(150.0 + 50.0 * double(i));
            node.memory.attemptDephasing = 1e-4;
            node.memory.efficiency = efficiency;
            node.memory.slots = 8;
            node.gates = {0.001, 0.01, 0.004, Duration::fromSi(0.11), Duration::fromSi(0.05), swapSuccess};
            stations.push_back(node);
        }
    }
};

} // namespace bellweave::test
