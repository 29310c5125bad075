// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/dispersed_photon.h"

#include "engine/physics/detection.h"
#include "engine/physics/golden_section.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace bellweave::engine {
namespace {

using std::numbers::pi;

/// Window, jitter and dispersion in lifetimes.
struct Packet {
    double window;
    double rms;
    double beta;
    double spread() const { return std::max(1.0, beta); }
};

/// The packet's parts within a window around any middle, from its characteristic function.
class WindowedPacket {
public:
    explicit WindowedPacket(const Packet& packet) : m_half(0.5 * packet.window)
    {
        constexpr double kReach = 10.0;            // beyond, exp(-beta k/2) and 1/k leave less than 1e-4
        constexpr double kPointsPerWave = 16.0;
        const double last = std::min(kReach / packet.beta, kReach / std::max(packet.rms, 1e-9));
        const auto points = static_cast<std::size_t>(200.0 + last * kPointsPerWave * (m_half + packet.spread()) / (2.0 * pi));
        m_step = last / static_cast<double>(points);
        for (std::size_t i = 0; i < points; ++i) {
            const double k = (static_cast<double>(i) + 0.5) * m_step;
            const std::complex<double> exponent(-0.5 * packet.beta * k - 0.5 * packet.rms * packet.rms * k * k, 0.5 * packet.beta * k * k);
            m_weights.push_back(std::sin(k * m_half) / k * m_step * (2.0 / pi) * std::exp(exponent) / std::complex<double>(1.0, -k));
        }
    }

    double around(double middle) const
    {
        // Turned point by point: a cosine each would take most of the time.
        const std::complex<double> turn = std::polar(1.0, -m_step * middle);
        std::complex<double> phase = std::polar(1.0, -0.5 * m_step * middle);
        double sum = 0.0;
        for (const auto& weight : m_weights) {
            sum += weight.real() * phase.real() - weight.imag() * phase.imag();
            phase = {phase.real() * turn.real() - phase.imag() * turn.imag(), phase.real() * turn.imag() + phase.imag() * turn.real()};
        }
        return sum;
    }

    double most() const
    {
        constexpr double kTolerance = 0.01;
        const double latest = m_half + 1.5;
        return around(goldenMaximum(-0.5 * m_half, latest, kTolerance * latest, [this](double middle) { return around(middle); }));
    }

private:
    double m_half;
    double m_step = 0.0;
    std::vector<std::complex<double>> m_weights;
};

double wing(const Packet& packet, double away) { return packet.beta / (2.0 * pi * away); }

/// What is caught by a window that opens so long before the packet, by the packet's tails.
double betweenTails(const Packet& packet, double early)
{
    const double edge = packet.beta / (early * early);
    return capturedBetween(-early, packet.window - early, packet.rms) - wing(packet, early) * (1.0 - edge * edge)
        - wing(packet, packet.window - early);
}

double mostBetweenTails(const Packet& packet)
{
    const double latest = 0.5 * packet.window;
    const double least = std::min(latest, 1.6 * std::sqrt(packet.beta));    // nearer, the tails are not yet the edge's
    const double early = goldenMaximum(least, latest, 0.003 * packet.window, [&](double x) { return betweenTails(packet, x); });
    return std::max(0.0, betweenTails(packet, early));
}

/// So little that the jitter alone decides where the window opens.
double barelyDispersed(const Packet& packet)
{
    const double away = std::max(packet.rms, 1.6 * std::sqrt(packet.beta));
    const double caught = capturedShare(Duration::fromSi(packet.window), Duration::fromSi(1.0), Duration::fromSi(packet.rms));
    return std::max(0.0, caught - wing(packet, away) - wing(packet, packet.window));
}

} // namespace

double dispersedShare(Duration window, Duration lifetime, Duration jitterRms, double beta)
{
    if (beta == 0.0 || lifetime <= Duration()) return capturedShare(window, lifetime, jitterRms);
    const double scale = lifetime.si();
    const Packet packet{window.si() / scale, jitterRms.si() / scale, std::abs(beta) / (scale * scale)};
    constexpr double kLittle = 0.03;
    constexpr double kBarely = 1e-4;
    constexpr double kSharp = 0.1;
    constexpr double kWide = 15.0;
    const bool isWide = packet.window > kWide * std::max(packet.spread(), packet.rms);
    if (packet.beta < kBarely && packet.rms > std::sqrt(packet.beta)) return barelyDispersed(packet);
    if (isWide || (packet.beta < kLittle && packet.rms < kSharp)) return mostBetweenTails(packet);
    return std::clamp(WindowedPacket(packet).most(), 0.0, 1.0);
}

} // namespace bellweave::engine
