// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/microwave_pair.h"
#include "tests/support/test_program.h"

#include "engine/physics/microwave.h"

#include <Eigen/Eigenvalues>
#include <QTest>
#include <array>
#include <cmath>
#include <map>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

double factorial(int n) { return std::tgamma(n + 1.0); }
double binomial(int n, int k) { return factorial(n) / (factorial(k) * factorial(n - k)); }

/// Amplitude <out, rest| U |in, noise> of a beam splitter: its creation operators multiplied out.
double amplitude(double eta, int out, int rest, int in, int noise)
{
    if (out + rest != in + noise) return 0.0;
    const double t = std::sqrt(eta), r = std::sqrt(1.0 - eta);
    double sum = 0.0;
    for (int i = 0; i <= in; ++i) {    // photons of the input that stay in the mode; of the noise `out - i` come over
        const int j = out - i;
        if (j < 0 || j > noise) continue;
        sum += binomial(in, i) * binomial(noise, j) * std::pow(t, i) * std::pow(r, in - i) * std::pow(-r, j) * std::pow(t, noise - j);
    }
    return sum * std::sqrt(factorial(out) * factorial(rest) / (factorial(in) * factorial(noise)));
}

/// What the receiver's qubit becomes of the operator |in><other| on the line's mode: it takes one photon of those that arrive,
/// and what is left in the mode is traced out. Entries [to][column].
using Absorbed = std::array<std::array<double, 2>, 2>;
Absorbed absorbed(double eta, double photons, int in, int other)
{
    constexpr int kMost = 40;
    Absorbed qubit{};
    for (int noise = 0; noise < kMost; ++noise) {
        const double weight = std::pow(photons, noise) / std::pow(1.0 + photons, noise + 1);
        for (int out = 0; out <= in + noise; ++out)
            for (int column = 0; column <= other + noise; ++column) {
                const int rest = in + noise - out;
                if (rest != other + noise - column) continue;
                const int left = std::max(0, out - 1), leftColumn = std::max(0, column - 1);
                if (left != leftColumn) continue;
                qubit[out > 0][column > 0] += weight * amplitude(eta, out, rest, in, noise) * amplitude(eta, column, rest, other, noise);
            }
    }
    return qubit;
}

TwoQubitState slowHalfPhoton(double eta, double photons)
{
    // A keeps |1> with no photon sent, or |0> with one.
    TwoQubitState rho = TwoQubitState::Zero();
    for (int sent : {0, 1})
        for (int other : {0, 1}) {
            const Absorbed b = absorbed(eta, photons, sent, other);
            for (int row : {0, 1})
                for (int column : {0, 1}) rho(2 * (1 - sent) + row, 2 * (1 - other) + column) += 0.5 * b[row][column];
        }
    return rho;
}

TimeBinPair slowTimeBin(double eta, double photons)
{
    // A's 0 with a photon in the early bin, 1 with one in the late bin; the receiver keeps what fills exactly one.
    TwoQubitState rho = TwoQubitState::Zero();
    for (int sent : {0, 1})
        for (int other : {0, 1}) {
            const Absorbed early = absorbed(eta, photons, 1 - sent, 1 - other);
            const Absorbed late = absorbed(eta, photons, sent, other);
            for (int row : {0, 1})
                for (int column : {0, 1}) rho(2 * sent + row, 2 * other + column) += 0.5 * early[1 - row][1 - column] * late[row][column];
        }
    return {rho.trace().real(), rho / rho.trace().real()};
}

/// Least eigenvalue of the partial transpose: below 0 for entangled pairs only.
double leastOfTransposed(const TwoQubitState& rho)
{
    TwoQubitState transposed = rho;
    for (int a : {0, 1})
        for (int c : {0, 1})
            for (int row : {0, 1})
                for (int column : {0, 1}) transposed(2 * a + row, 2 * c + column) = rho(2 * a + column, 2 * c + row);
    return Eigen::SelfAdjointEigenSolver<TwoQubitState>(transposed).eigenvalues().minCoeff();
}

} // namespace

class MicrowavePairTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closedFormsEqualTheSumOverPhotons()
    {
        for (const double eta : {0.05, 0.5, 0.9, 1.0})
            for (const double photons : {0.0, 0.01, 0.4}) {
                QVERIFY((halfPhotonPair(eta, photons) - slowHalfPhoton(eta, photons)).norm() < 1e-9);
                const TimeBinPair fast = timeBinPair(eta, photons), slow = slowTimeBin(eta, photons);
                QVERIFY(std::abs(fast.accepted - slow.accepted) < 1e-9);
                QVERIFY((fast.state - slow.state).norm() < 1e-9);
            }
    }

    void withoutNoiseOnlyLossIsLeft()
    {
        for (const double eta : {0.0, 0.3, 0.9, 1.0}) {
            QVERIFY(std::abs(twirledFromPsi(halfPhotonPair(eta, 0.0)).fidelity() - halfPhotonFidelity(eta)) < 1e-12);
            QVERIFY(std::abs(timeBinPair(eta, 0.0).accepted - eta) < 1e-12);
        }
        QVERIFY(std::abs(twirled(timeBinPair(0.02, 0.0).state).fidelity() - 1.0) < 1e-12);    // loss is seen, however much
    }

    void nothingIsEntangledWhereTheLineBreaksEntanglement()
    {
        rc::check("thermal photons above the bound", [] {
            const double eta = *rc::gen::inRange(1, 999) * 1e-3;
            const double photons = eta / (1.0 - eta) * (1.0 + *rc::gen::inRange(1, 100) * 1e-2);
            RC_ASSERT(breaksEntanglement(eta, photons));
            RC_ASSERT(leastOfTransposed(halfPhotonPair(eta, photons)) > -1e-12);
            RC_ASSERT(leastOfTransposed(timeBinPair(eta, photons).state) > -1e-12);
        });
    }

    void pairsAreStatesAndNoiseAndLossNeverHelp()
    {
        rc::check("any line", [] {
            const double eta = *rc::gen::inRange(1, 1000) * 1e-3;
            const double photons = *rc::gen::inRange(0, 2000) * 1e-3;
            const TwoQubitState half = halfPhotonPair(eta, photons);
            const TimeBinPair bins = timeBinPair(eta, photons);
            for (const TwoQubitState& rho : {half, bins.state}) {
                RC_ASSERT(std::abs(rho.trace().real() - 1.0) < 1e-12);
                RC_ASSERT(Eigen::SelfAdjointEigenSolver<TwoQubitState>(rho).eigenvalues().minCoeff() > -1e-12);
            }
            RC_ASSERT(bins.accepted >= 0.0 && bins.accepted <= 1.0);
            RC_ASSERT(twirledFromPsi(halfPhotonPair(eta, photons + 0.01)).fidelity() <= twirledFromPsi(half).fidelity() + 1e-12);
            RC_ASSERT(twirled(timeBinPair(eta, photons + 0.01).state).fidelity() <= twirled(bins.state).fidelity() + 1e-12);
            RC_ASSERT(twirledFromPsi(halfPhotonPair(0.99 * eta, photons)).fidelity() <= twirledFromPsi(half).fidelity() + 1e-12);
        });
    }
};

BELLWEAVE_TEST(MicrowavePairTest)
#include "microwave_pair_test.moc"
