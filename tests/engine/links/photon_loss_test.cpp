// SPDX-License-Identifier: GPL-3.0-or-later
// Photon-loss distillation of a link beside the circuit of whole states over all waits and phases, and printed figures.
#include "engine/links/link_distillation.h"
#include "engine/links/operating_points.h"
#include "engine/physics/two_qubit_state.h"
#include "tests/engine/links/distilled_link.h"
#include "tests/engine/physics/pair_circuit.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

Matrix pauli(int which)
{
    const Matrix x = PairCircuit::x(), z = PairCircuit::z();
    return which == 0 ? Matrix::Identity(2, 2) : which == 1 ? z : which == 2 ? x : Matrix(x * z);
}

/// Chances of Pauli errors (none, Z, X, Y) of the halves of a pair together, by those of either.
using Errors = Eigen::Matrix4d;
Errors errorsOf(const std::array<double, 4>& a, const std::array<double, 4>& b)
{
    Errors errors;
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j) errors(i, j) = a[static_cast<std::size_t>(i)] * b[static_cast<std::size_t>(j)];
    return errors;
}

/// A pair that suffers them.
Matrix noisy(const Matrix& pair, const Errors& errors)
{
    Matrix sum = Matrix::Zero(4, 4);
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j) {
            Matrix error(4, 4);
            for (int row = 0; row < 4; ++row)
                for (int column = 0; column < 4; ++column) error(row, column) = pauli(i)(row / 2, column / 2) * pauli(j)(row % 2, column % 2);
            sum += errors(i, j) * error * pair * error.adjoint();
        }
    return sum;
}

/// Twirled T1 and T2 as chances of errors.
std::array<double, 4> errorsOver(DecayRates rates, Duration time)
{
    const double xy = 0.25 * (1.0 - std::exp(-rates.zz * time.si())), z = 0.5 * (1.0 - std::exp(-rates.xx * time.si())) - xy;
    return {1.0 - 2.0 * xy - z, z, xy, xy};
}

/// The heralded pair of a link at these populations under an optical phase, in the frame of Psi+, as it is known at both ends.
Matrix clickedPair(const LinkPhysics& physics, BrightPopulations bright, double phase)
{
    const XState pair = singleClickPair({bright.a, bright.b, physics.etaA, physics.etaB, physics.darkProbability, physics.visibility, 0.0,
                                         physics.doubleExcitation, Distinguishability::StaticMismatch});
    Matrix rho = Matrix::Zero(4, 4);
    for (int i = 0; i < 4; ++i) rho(i, i) = pair.populations[static_cast<std::size_t>(i)];
    rho(1, 2) = std::polar(pair.coherence, -phase);
    rho(2, 1) = std::polar(pair.coherence, phase);
    rho = noisy(rho, errorsOf({1.0 - physics.thermalFlipA, 0.0, physics.thermalFlipA, 0.0}, {1.0 - physics.thermalFlipB, 0.0, physics.thermalFlipB, 0.0}));
    return noisy(rho, errorsOf(errorsOver(physics.decayA, physics.heraldDelayA), errorsOver(physics.decayB, physics.heraldDelayB)));
}

/// Photon-loss distillation by the whole circuit, over all waits and over a Gaussian phase that both pairs share.
Distilled slowPhotonLoss(const LinkPhysics& physics, const OperatingPoint& point)
{
    const double second = within(point.attemptProbability, point.memories - 1), sigma = physics.phaseNoise.si();
    Errors waiting = Errors::Zero();
    for (int wait = 1; wait < 1500; ++wait)
        waiting += second * std::pow(1.0 - second, wait - 1) * errorsOf(errorsOver(physics.decayA, point.cycle * wait), errorsOver(physics.decayB, point.cycle * wait));
    Matrix kept = Matrix::Zero(4, 4);
    double weights = 0.0;
    for (int step = -40; step <= 40; ++step) {
        const double phase = 0.15 * sigma * step, weight = std::exp(-0.5 * std::pow(0.15 * step, 2));
        const Matrix fresh = clickedPair(physics, point.bright, phase);
        PairCircuit circuit(std::vector<Matrix>{noisy(fresh, waiting), fresh});
        for (const int end : {0, 1}) {
            circuit.cnot(end, end + 2);
            circuit.depolarize(end, end + 2, physics.distillation.gateQuality);
        }
        for (const int end : {0, 1}) circuit.keepReadingOne(end + 2, physics.distillation.readoutFlip);
        kept += weight * circuit.trace() * circuit.firstPair();
        weights += weight;
    }
    kept /= weights;
    const double success = kept.trace().real();
    return {success, twirledFromPsi(TwoQubitState(kept / success))};
}

} // namespace

class PhotonLossTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void photonLossIsTheCircuitOverAllWaitsAndPhases_data()
    {
        QTest::addColumn<double>("bright");
        QTest::addColumn<double>("phase");
        QTest::newRow("still phase") << 0.25 << 0.0;
        QTest::newRow("many photons") << 0.3 << 0.4;
        QTest::newRow("a phase all around") << 0.2 << 1.5;
    }
    void photonLossIsTheCircuitOverAllWaitsAndPhases()
    {
        QFETCH(double, bright);
        QFETCH(double, phase);
        LinkPhysics physics = aClickedLink();
        physics.phaseNoise = Angle::fromSi(phase);
        physics.etaA = physics.etaB = 0.4;    // waits that a sum can reach
        physics.distillation.readoutFlip = 0.03;
        const OperatingPoint point = singleClickPoint(physics, {bright, 0.9 * bright}, kBothEnds, holding());
        QVERIFY(point.whole);
        QCOMPARE(point.memories, 3);
        const auto distilled = distilledPoint(physics, point, {1, DistillationKind::PhotonLoss});
        QVERIFY(distilled);
        const Distilled slow = slowPhotonLoss(physics, point);
        verifySame(distilled->state, held(physics, slow.state, 3_ms), 1e-9);
        const double mean = (point.cycle.si() / within(point.attemptProbability, 3) + point.cycle.si() / within(point.attemptProbability, 2) + 0.003) / slow.success;
        QVERIFY(std::abs(distilled->rate.si() * mean - 1.0) < 1e-9);
    }

    /// Printed for two copies of the single-click test pair: success 0.428258; 0.872567 with a phase that is common.
    void photonLossOfALinkAgreesWithPrintedFigures()
    {
        for (const double degrees : {14.3, 0.0, 60.0}) {
            LinkPhysics physics;
            physics.available = physics.canDistill = true;
            physics.etaA = physics.etaB = 3.6e-4;
            physics.darkProbability = 6e-7;
            physics.visibility = 0.9;
            physics.doubleExcitation = 0.04;
            physics.phaseNoise = Angle::fromSi(degrees * std::numbers::pi / 180.0);
            physics.period = 1_ms;
            physics.window = 1_us;
            physics.slotsA = physics.slotsB = 2;
            const OperatingPoint point = singleClickPoint(physics, {0.05, 0.05}, kBothEnds, holding());
            const auto distilled = distilledPoint(physics, point, {1, DistillationKind::PhotonLoss});
            QVERIFY(distilled);
            VERIFY_PRINTED(distilled->state.fidelity(), 0.872567, 6);
            const double p = point.attemptProbability;
            VERIFY_PRINTED(distilled->rate.si() * 1e-3 * (1.0 / within(p, 2) + 1.0 / p), 0.428258, 6);
            // What a twirl forgets is small here: both pairs are of one make, and |00> and |11> stand in the same places.
            QVERIFY(distilled->twirlLoss >= 0.0 && distilled->twirlLoss < 1e-3);
        }
    }

    void photonLossIsOnTheFrontWhereThePhaseIsRestless()
    {
        LinkPhysics physics = aClickedLink();
        physics.phaseNoise = Angle::fromSi(0.8);
        ProtocolChoice protocol;
        protocol.generation = Generation::SingleClick;
        const auto points = operatingPoints(physics, protocol, kBothEnds, holding());
        QVERIFY(std::ranges::any_of(points, [](const OperatingPoint& point) { return point.distillation.rounds > 0 && point.distillation.kind == DistillationKind::PhotonLoss; }));
    }
};

BELLWEAVE_TEST(PhotonLossTest)
#include "photon_loss_test.moc"
