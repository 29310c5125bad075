// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <cmath>
#include <complex>
#include <map>
#include <vector>

namespace bellweave::tests {

using Amplitude = std::complex<double>;
using Photons = std::vector<int>;                      ///< number of photons in each mode
using LightState = std::map<Photons, Amplitude>;       ///< polynomial of creation operators on the vacuum

/// One photon spread over modes.
inline LightState onePhoton(const std::vector<Amplitude>& overModes)
{
    LightState state;
    for (std::size_t mode = 0; mode < overModes.size(); ++mode) {
        Photons photons(overModes.size(), 0);
        photons[mode] = 1;
        state[photons] = overModes[mode];
    }
    return state;
}

inline LightState together(const LightState& a, const LightState& b)
{
    LightState product;
    for (const auto& [photonsA, amplitudeA] : a)
        for (const auto& [photonsB, amplitudeB] : b) {
            Photons sum = photonsA;
            for (std::size_t mode = 0; mode < sum.size(); ++mode) sum[mode] += photonsB[mode];
            product[sum] += amplitudeA * amplitudeB;
        }
    return product;
}

/// Amplitudes of the four two-qubit states for each photon number state, norms of |n> included.
inline std::map<Photons, Eigen::Vector4cd> jointAmplitudes(const std::array<LightState, 4>& lightOfQubits)
{
    std::map<Photons, Eigen::Vector4cd> joint;
    for (int qubits = 0; qubits < 4; ++qubits)
        for (const auto& [photons, coefficient] : lightOfQubits[static_cast<std::size_t>(qubits)]) {
            double norm = 1.0;
            for (const int count : photons) norm *= std::sqrt(std::tgamma(count + 1.0));
            auto& amplitudes = joint.try_emplace(photons, Eigen::Vector4cd::Zero()).first->second;
            amplitudes[qubits] += coefficient * norm;
        }
    return joint;
}

/// Weights of Psi+, Psi-, Phi+, Phi- of an unnormalized two-qubit state, which the change of frame turns into Phi+, Phi-, Psi+, Psi-.
inline std::array<double, 4> heraldedWeights(const Eigen::Matrix4cd& rho)
{
    const double odd = 0.5 * (rho(1, 1) + rho(2, 2)).real();
    const double even = 0.5 * (rho(0, 0) + rho(3, 3)).real();
    return {odd + rho(1, 2).real(), odd - rho(1, 2).real(), even + rho(0, 3).real(), even - rho(0, 3).real()};
}

} // namespace bellweave::tests
