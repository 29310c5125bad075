// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/key_design.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr KeyExchange kExchanges[] = {KeyExchange::DecoyBb84, KeyExchange::MeasurementDeviceIndependent, KeyExchange::TwinField};

/// Terminals that send a thousand million pulses a second to detectors that are blind for 40 ns after each click; as far from a
/// station between them as from each other, the loss divided evenly.
class FastTerminals {
public:
    FastTerminals(KeyExchange exchange, double loss) : m_row(1, exchange == KeyExchange::DecoyBb84 ? Decibel::fromSi(loss) : 200_dB)
    {
        const Detector detector{0.9, Rate::fromSi(100.0), Duration::fromSi(5e-10), {}, Duration::fromSi(4e-8), 0.01};
        if (exchange != KeyExchange::DecoyBb84) {
            m_row.add(SiteRole::Midpoint).join(1, 3, Decibel::fromSi(0.5 * loss)).join(3, 2, Decibel::fromSi(0.5 * loss));
            m_row.changeSite(3, [&](Site& site) { site.station->detector = detector; });
        }
        for (int end : {1, 2})
            m_row.changeSite(end, [&](Site& site) {
                site.terminal->pulseRate = Rate::fromSi(1e9);
                site.terminal->meanPhotons.reset();
                site.terminal->detector = detector;
            });
        m_row.changeDemand([&](Demand& demand) { demand.protocol.keyExchange = exchange; });
    }
    FastTerminals& withMean(double mean)
    {
        for (int end : {1, 2}) m_row.changeSite(end, [&](Site& site) { site.terminal->meanPhotons = mean; });
        return *this;
    }
    FastTerminals& withBound(KeyBound bound)
    {
        m_row.changeDemand([&](Demand& demand) { demand.protocol.keyBound = bound; demand.protocol.keyBlock = 1e8; });
        return *this;
    }
    double key() const { return evaluate(m_row.network()).demands.rows().front()->keyRate.si(); }

private:
    KeyRow m_row;
};

/// A design of the end of reach: what its detectors do, how fast it sends and how much goes wrong.
struct Reach {
    Detector detector;
    double pulses = 1e9;
    double misalignment = 0.01;
    std::vector<double> direct;                         ///< losses of BB84, dB
    std::vector<std::pair<double, double>> arms;        ///< losses to the station, dB
};

/// Detectors of nanowires, of avalanche diodes, and ones that after-pulse as hardly any does; from near to the last of the key.
std::vector<Reach> reaches()
{
    const Detector wires{0.9, Rate::fromSi(100.0), Duration::fromSi(5e-10), Duration::fromSi(5e-11), Duration::fromSi(4e-8), 0.0};
    const Detector diodes{0.2, Rate::fromSi(1000.0), Duration::fromSi(1e-9), Duration::fromSi(1.5e-10), Duration::fromSi(1e-5), 0.01};
    const Detector echoing{0.7, Rate::fromSi(100.0), Duration::fromSi(7.9e-10), {}, {}, 0.2};
    return {{wires, 1e9, 0.01, {2.0, 30.0, 50.0, 54.5, 56.0, 57.5}, {{5.0, 15.0}, {1.89, 5.1}, {20.0, 20.0}, {29.25, 4.24}, {31.0, 31.0}}},
            {diodes, 1e9, 0.01, {2.0, 20.0, 33.0, 35.0, 37.0, 38.0}, {{3.0, 9.0}, {14.0, 14.0}, {19.0, 19.0}}},
            {echoing, 6.48e8, 0.0, {7.0, 28.69, 40.0, 50.0}, {{7.0, 8.0}, {2.0, 12.0}}}};
}

class EndOfReach {
public:
    EndOfReach(const Reach& reach, KeyExchange exchange, double a, double b)
        : m_row(1, exchange == KeyExchange::DecoyBb84 ? Decibel::fromSi(a) : 300_dB)
    {
        if (exchange != KeyExchange::DecoyBb84) {
            m_row.add(SiteRole::Midpoint).join(1, 3, Decibel::fromSi(a)).join(3, 2, Decibel::fromSi(b));
            m_row.changeSite(3, [&](Site& site) { site.station->detector = reach.detector; });
        }
        for (int end : {1, 2})
            m_row.changeSite(end, [&](Site& site) {
                site.terminal->pulseRate = Rate::fromSi(reach.pulses);
                site.terminal->misalignment = reach.misalignment;
                site.terminal->detector = reach.detector;
            });
        m_row.changeDemand([&](Demand& demand) { demand.protocol.keyExchange = exchange; });
        withMeans({}, {});
    }
    EndOfReach& withMeans(std::optional<double> a, std::optional<double> b)
    {
        m_row.changeSite(1, [&](Site& site) { site.terminal->meanPhotons = a; });
        m_row.changeSite(2, [&](Site& site) { site.terminal->meanPhotons = b; });
        return *this;
    }
    EndOfReach& withBound(KeyBound bound, double block = 1e9)
    {
        m_row.changeDemand([&](Demand& demand) { demand.protocol.keyBound = bound; demand.protocol.keyBlock = block; });
        return *this;
    }
    double key() const { return evaluate(m_row.network()).demands.rows().front()->keyRate.si(); }

private:
    KeyRow m_row;
};

QString text(double a, double b) { return QStringLiteral("%1 against %2").arg(a).arg(b); }

} // namespace

class BlindDetectorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pulsesAreChosenNoWorseThanAnyThatCouldBeTyped()
    {
        for (const KeyExchange exchange : kExchanges)
            for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound})
                for (const double loss : {1.0, 8.0}) {
                    const double chosen = FastTerminals(exchange, loss).withBound(bound).key();
                    QVERIFY(chosen > 0.0);
                    for (const double mean : {0.01, 0.03, 0.06, 0.12, 0.2, 0.4, 0.8}) {
                        const double typed = FastTerminals(exchange, loss).withBound(bound).withMean(mean).key();
                        QVERIFY2(chosen >= 0.999 * typed, qPrintable(text(chosen, typed) + QStringLiteral(" at %1").arg(mean)));
                    }
                }
    }

    void noTypedMeanGivesMoreToTheEndOfReach()
    {
        for (const Reach& reach : reaches())
            for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound})
                for (const double loss : reach.direct) {
                    EndOfReach hop(reach, KeyExchange::DecoyBb84, loss, 0.0);
                    const double chosen = hop.withBound(bound).key();
                    if (bound == KeyBound::Asymptotic) QVERIFY2(chosen > 0.0, qPrintable(QStringLiteral("%1 dB").arg(loss)));
                    for (double mean = 2e-3; mean <= 1.2; mean *= 1.08) {
                        const double typed = hop.withMeans(mean, mean).key();
                        QVERIFY2(chosen >= 0.999 * typed, qPrintable(text(chosen, typed) + QStringLiteral(" at %1 dB").arg(loss)));
                    }
                }
    }

    void noTypedMeansOfBothArmsGiveMore()
    {
        for (const Reach& reach : reaches())
            for (const KeyExchange exchange : {KeyExchange::MeasurementDeviceIndependent, KeyExchange::TwinField})
                for (const auto& [a, b] : reach.arms) {
                    EndOfReach hop(reach, exchange, a, b);
                    const double chosen = hop.key();
                    const double chosenFinite = hop.withBound(KeyBound::UnionBound).key();
                    QVERIFY(chosenFinite <= chosen);
                    const bool isTwinField = exchange == KeyExchange::TwinField;
                    for (double first = isTwinField ? 2e-3 : 0.02; first <= 1.0; first *= 2.0)
                        for (double second = isTwinField ? 2e-3 : 0.02; second <= 1.0; second *= 2.0) {
                            const double typed = hop.withMeans(first, second).withBound(KeyBound::Asymptotic).key();
                            const QString where = QStringLiteral(" at %1 and %2 dB, means %3 and %4").arg(a).arg(b).arg(first).arg(second);
                            QVERIFY2(chosen >= 0.999 * typed, qPrintable(text(chosen, typed) + where));
                            // Where an endless block makes little, a finite one makes less.
                            if (typed < chosenFinite) continue;
                            const double typedFinite = hop.withBound(KeyBound::UnionBound).key();
                            QVERIFY2(chosenFinite >= 0.995 * typedFinite, qPrintable(text(chosenFinite, typedFinite) + where));
                        }
                }
    }

    void theOtherMeanSuitsTheTypedOne()
    {
        const Reach wires = reaches().front();
        for (const KeyExchange exchange : {KeyExchange::MeasurementDeviceIndependent, KeyExchange::TwinField})
            for (const auto& [a, b] : {std::pair(1.89, 5.1), std::pair(5.0, 15.0), std::pair(12.0, 12.0)})
                for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound})
                    for (const double typed : {0.0466, 0.3}) {
                        EndOfReach hop(wires, exchange, a, b);
                        const double one = hop.withBound(bound).withMeans(typed, {}).key();
                        for (const double other : {0.01, 0.03, 0.0466, 0.1, 0.3, 0.6}) QVERIFY(one >= 0.995 * hop.withMeans(typed, other).key());
                    }
    }

    void endlessBlocksGiveMostWhateverFollowsAClick()
    {
        for (Reach reach : reaches())
            for (const double afterPulsing : {0.0, 0.01, 0.205})
                for (const double loss : {5.0, 20.0, 28.69, 33.0}) {
                    reach.detector.afterPulsing = afterPulsing;
                    const double endless = EndOfReach(reach, KeyExchange::DecoyBb84, loss, 0.0).key();
                    for (const KeyBound bound : {KeyBound::UnionBound, KeyBound::ExactTail, KeyBound::Serfling})
                        for (const double block : {1e6, 5.5e12}) {
                            const double finite = EndOfReach(reach, KeyExchange::DecoyBb84, loss, 0.0).withBound(bound, block).key();
                            QVERIFY2(finite <= endless, qPrintable(text(finite, endless) + QStringLiteral(" at %1 dB").arg(loss)));
                        }
                }
    }

    void keyEndsOnceAndForAll()
    {
        for (const Reach& reach : reaches())
            for (const KeyExchange exchange : kExchanges)
                for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound}) {
                    double last = INFINITY;
                    for (double loss = 1.0; loss <= 60.0; loss += 1.5) {
                        const double next = EndOfReach(reach, exchange, loss, 0.4 * loss).withBound(bound).key();
                        QVERIFY2(next <= 1.0005 * last, qPrintable(text(next, last) + QStringLiteral(" at %1 dB").arg(loss)));
                        last = next;
                    }
                }
    }

    void moreLossNeverGivesMoreKey()
    {
        for (const KeyExchange exchange : kExchanges)
            for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound, KeyBound::Serfling}) {
                double last = FastTerminals(exchange, 0.5).withBound(bound).key();
                for (const double loss : {1.0, 2.0, 4.0, 8.0, 14.0, 20.0, 30.0}) {
                    const double next = FastTerminals(exchange, loss).withBound(bound).key();
                    QVERIFY2(next <= 1.001 * last, qPrintable(text(next, last) + QStringLiteral(" at %1 dB").arg(loss)));
                    last = next;
                }
            }
    }

    void finiteBlocksGiveLessAndTighterBoundsMore()
    {
        for (const KeyExchange exchange : kExchanges)
            for (const double loss : {1.0, 8.0, 16.0}) {
                const auto under = [&](KeyBound bound) { return FastTerminals(exchange, loss).withBound(bound).key(); };
                const double endless = under(KeyBound::Asymptotic), exact = under(KeyBound::ExactTail);
                const double unions = under(KeyBound::UnionBound), serfling = under(KeyBound::Serfling);
                QVERIFY2(exact < endless, qPrintable(text(exact, endless) + QStringLiteral(" at %1 dB, exchange %2").arg(loss).arg(static_cast<int>(exchange))));
                QVERIFY2(unions <= 1.001 * exact, qPrintable(text(unions, exact)));
                QVERIFY2(serfling <= 1.001 * unions, qPrintable(text(serfling, unions)));
            }
    }
};

BELLWEAVE_TEST(BlindDetectorsTest)
#include "blind_detectors_slow_test.moc"
