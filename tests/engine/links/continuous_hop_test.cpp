// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/continuous_hop.h"
#include "engine/physics/constants.h"
#include "engine/physics/key_rate.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// A source of 100 GHz between ways of 10 and 14 dB.
struct Bench {
    KeyTerminal a;
    KeyTerminal b;
    PairSource source;
    HeraldPlace place;
    ProtocolChoice choice;

    Bench()
    {
        for (KeyTerminal* terminal : {&a, &b}) {
            terminal->misalignment = 0.01;
            terminal->clockJitter = Duration::fromSi(20e-12);
            terminal->detector = {0.8, Rate::fromSi(500.0), Duration::fromSi(1e-9), Duration::fromSi(60e-12), {}, 0.0};
        }
        source.emission = PairEmission::Continuous;
        source.bandwidth = Length::fromSi(0.8e-9);
        source.couplingEfficiency = 0.6;
        source.alignmentError = 0.005;
        place.a.loss = 10_dB;
        place.b.loss = 14_dB;
        place.a.dispersion = dispersionOf(Dispersion::fromSi(17.0), 10_km);
        place.b.dispersion = dispersionOf(Dispersion::fromSi(17.0), 12_km);
        place.a.noise = Rate::fromSi(300.0);
        place.polarizationError = 0.002;
    }
    KeyHop hop() const { return continuousKeyHop(a, b, source, place, choice); }
    /// Coincidences a second in the same basis, as the time to gather a block tells them.
    double siftedRate() const
    {
        Bench finite = *this;
        finite.choice.keyBound = KeyBound::Serfling;
        return finite.choice.keyBlock / finite.hop().blockTime.si();
    }
};

struct Click {
    double time;
    int bit;    // which of the two detectors
};
struct Clicks {
    std::vector<Click> a;
    std::vector<Click> b;
};

/// Clicks of a receiver in their order, those left out that come while their detector is blind.
std::vector<Click> noted(std::vector<Click> clicks, double deadTime)
{
    std::sort(clicks.begin(), clicks.end(), [](const Click& x, const Click& y) { return x.time < y.time; });
    std::array<double, 2> blindUntil{-1.0, -1.0};
    std::vector<Click> seen;
    for (const Click& click : clicks) {
        if (click.time < blindUntil[click.bit]) continue;
        blindUntil[click.bit] = click.time + deadTime;
        seen.push_back(click);
    }
    return seen;
}

/// Every pair by chance: when it is made, how red one photon is, which get through, and what detectors and clocks tell.
class Played {
public:
    Played(const Bench& bench, double seconds, unsigned seed) : m_bench(bench), m_seconds(seconds), m_draw(seed)
    {
        const double etaA = 0.6 * std::pow(10.0, -0.1 * bench.place.a.loss.si()) * bench.a.detector.efficiency;
        const double etaB = 0.6 * std::pow(10.0, -0.1 * bench.place.b.loss.si()) * bench.b.detector.efficiency;
        const double pairs = bench.source.pairRate->si();
        many(pairs * etaA * etaB, [&] { pair(true, true); });
        many(pairs * etaA * (1 - etaB), [&] { pair(true, false); });
        many(pairs * (1 - etaA) * etaB, [&] { pair(false, true); });
        many(2 * 500.0 + 0.8 * bench.place.a.noise.si(), [&] { m_clicks.a.push_back({when(), bit()}); });
        many(2 * 500.0 + 0.8 * bench.place.b.noise.si(), [&] { m_clicks.b.push_back({when(), bit()}); });
        m_clicks = {noted(std::move(m_clicks.a), bench.a.detector.deadTime.si()), noted(std::move(m_clicks.b), bench.b.detector.deadTime.si())};
        count();
    }
    double seconds() const { return m_seconds; }
    double coincidences = 0;
    double wrong = 0;

private:
    template<typename Action>
    void many(double rate, Action action)
    {
        const auto number = std::poisson_distribution<long>(rate * m_seconds)(m_draw);
        for (long i = 0; i < number; ++i) action();
    }
    double when() { return std::uniform_real_distribution<double>(0.0, m_seconds)(m_draw); }
    int bit() { return static_cast<int>(m_draw() & 1u); }
    double normal(double rms) { return std::normal_distribution<double>(0.0, rms)(m_draw); }
    bool happens(double chance) { return std::uniform_real_distribution<double>()(m_draw) < chance; }

    void pair(bool isSeenByA, bool isSeenByB)
    {
        constexpr double kRms = 1.0 / 2.3548200450309493;
        const double time = when();
        const double redder = normal(kRms * 0.8e-9);
        // What the spectrum leaves open of the difference: a Gaussian of 100 GHz, rms 1/(4 pi rms of the frequency).
        const double open = normal(1.0 / (4 * M_PI * kRms * 0.8e-9 * kSpeedOfLight / (1550e-9 * 1550e-9)));
        const int a = bit();
        // Wrong by the source, by a terminal, by the way.
        const int b = a ^ int(happens(0.005)) ^ int(happens(0.01)) ^ int(happens(0.002));
        if (isSeenByA) m_clicks.a.push_back({time + m_bench.place.a.dispersion.si() * redder + normal(kRms * 60e-12) + normal(20e-12) + open, a});
        if (isSeenByB) m_clicks.b.push_back({time - m_bench.place.b.dispersion.si() * redder + normal(kRms * 60e-12), b});
    }
    void count()
    {
        const double half = 0.5 * m_bench.source.coincidenceWindow->si();
        std::size_t first = 0;
        for (const Click& one : m_clicks.a) {
            while (first < m_clicks.b.size() && m_clicks.b[first].time < one.time - half) ++first;
            for (std::size_t i = first; i < m_clicks.b.size() && m_clicks.b[i].time <= one.time + half; ++i) {
                ++coincidences;
                wrong += one.bit != m_clicks.b[i].bit;
            }
        }
    }

    const Bench& m_bench;
    double m_seconds;
    std::mt19937_64 m_draw;
    Clicks m_clicks;
};

/// Hop and game agree within four standard errors.
void agree(const Bench& bench, double seconds, unsigned seed)
{
    const Played played(bench, seconds, seed);
    QVERIFY(played.coincidences > 1000);
    const double expected = bench.siftedRate() / bench.choice.keySifting * seconds;
    QVERIFY2(std::abs(played.coincidences - expected) < 4 * std::sqrt(expected), qPrintable(QStringLiteral("%1 %2").arg(played.coincidences).arg(expected)));
    const double error = bench.hop().error;
    const double spread = std::sqrt(error * (1 - error) / played.coincidences);
    QVERIFY2(std::abs(played.wrong / played.coincidences - error) < 4 * spread, qPrintable(QStringLiteral("%1 %2").arg(played.wrong / played.coincidences).arg(error)));
}

Bench typed(double pairs, double window)
{
    Bench bench;
    bench.source.pairRate = Rate::fromSi(pairs);
    bench.source.coincidenceWindow = Duration::fromSi(window);
    return bench;
}

double width(const Bench& bench) { return coincidenceWidth(bench.a, bench.b, bench.source, bench.place).si(); }

} // namespace

class ContinuousHopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coincidencesAreThoseOfAGameOfPairs()
    {
        agree(typed(2e7, 300e-12), 2.0, 1);
        agree(typed(2e8, 200e-12), 0.3, 2);
        agree(typed(5e6, 1e-9), 4.0, 3);
    }

    void waysOfOppositeDispersionPlayTheSame()
    {
        Bench bench = typed(3e7, 120e-12);
        bench.place.b.dispersion = dispersionOf(Dispersion::fromSi(-17.0), 8_km);
        agree(bench, 1.5, 4);
    }

    void blindDetectorsMissWhatAGameMisses()
    {
        Bench bench = typed(1e8, 300e-12);
        for (KeyTerminal* terminal : {&bench.a, &bench.b}) terminal->detector.deadTime = Duration::fromSi(150e-9);
        bench.place.a.loss = 17_dB;
        bench.place.b.loss = 17_dB;
        agree(bench, 1.5, 5);
    }

    void theTableOfTheFormulaGivesTheSameKey()
    {
        // By hand: 0.8 nm at 1550 nm are 99.83 GHz. Widths: jitters 60 and 60 ps, clocks 47.10 ps, 374 ps/nm times 0.8 nm = 299.2 ps,
        // Fourier limit 4.42 ps.
        const Bench bench = typed(2e7, 300e-12);
        const double peak = std::sqrt(60.0 * 60 + 60 * 60 + 47.0964 * 47.0964 + 299.2 * 299.2 + 4.42 * 4.42) * 1e-12;
        QVERIFY(std::abs(width(bench) / peak - 1.0) < 1e-5);
        const double a = 0.6 * 0.1 * 0.8, b = 0.6 * std::pow(10.0, -1.4) * 0.8;
        const double hits = 2e7 * a * b * std::erf(std::sqrt(std::log(2.0)) * 300e-12 / peak);
        const double chance = (2e7 * a + 1240) * (2e7 * b + 1000) * 300e-12;
        const double wrong = 0.5 - 0.5 * (1 - 2 * 0.005) * (1 - 2 * 0.01) * (1 - 2 * 0.002);
        const double error = (wrong * hits + 0.5 * chance) / (hits + chance);
        const KeyHop hop = bench.hop();
        QVERIFY(std::abs(hop.error / error - 1.0) < 1e-5);
        const double key = bench.choice.keySifting * (hits + chance) * bbm92Fraction(error, error, bench.choice.keyCorrection);
        QVERIFY(key > 0.0 && std::abs(hop.rate.si() / key - 1.0) < 1e-5);
        QCOMPARE(hop.pairRate->si(), 2e7);
        QCOMPARE(hop.window->si(), 300e-12);
        QCOMPARE(hop.exchange, KeyExchange::PairSource);
    }

    void oppositeDispersionCancelsAndLikeAddsUp()
    {
        Bench none, like, opposite;
        none.place.a.dispersion = none.place.b.dispersion = {};
        like.place.b.dispersion = like.place.a.dispersion;
        opposite.place.b.dispersion = -opposite.place.a.dispersion;
        QCOMPARE(width(opposite), width(none));
        const double both = 2.0 * 0.17 * 0.8e-9;
        QVERIFY(std::abs(width(like) * width(like) - width(none) * width(none) - both * both) < 1e-6 * both * both);
    }

    void noTypedRateOrWindowGivesMoreThanTheChosenOnes()
    {
        // In the last ones few sources give key: dimmer ones have more dark counts than light, brighter ones pairs by chance.
        for (const auto& [lossA, lossB] : {std::pair(10.0, 14.0), {10.0, 45.0}, {30.0, 30.0}})
            for (const double dark : {0.0, 500.0, 2e4}) {
                Bench bench;
                bench.place.a.loss = Decibel::fromSi(lossA);
                bench.place.b.loss = Decibel::fromSi(lossB);
                for (KeyTerminal* terminal : {&bench.a, &bench.b}) {
                    terminal->detector.darkCounts = Rate::fromSi(dark);
                    terminal->detector.deadTime = Duration::fromSi(40e-9);
                    terminal->detector.afterPulsing = 0.01;
                }
                const KeyHop best = bench.hop();
                bool isAnyKey = false;
                for (double pairs = 1e4; pairs < 1e11; pairs *= 1.5)
                    for (double window = 1e-11; window < 2e-9; window *= 1.3) {
                        bench.source.pairRate = Rate::fromSi(pairs);
                        bench.source.coincidenceWindow = Duration::fromSi(window);
                        const double key = bench.hop().rate.si();
                        isAnyKey = isAnyKey || key > 0.0;
                        QVERIFY2(key <= best.rate.si() * (1 + 1e-6), qPrintable(QStringLiteral("%1 %2 %3 %4").arg(lossB).arg(dark).arg(pairs).arg(window)));
                    }
                QCOMPARE(best.rate > Rate(), isAnyKey);
                // Either one alone may be typed too.
                bench.source.pairRate = best.pairRate;
                bench.source.coincidenceWindow.reset();
                QVERIFY(std::abs(bench.hop().rate.si() - best.rate.si()) <= 1e-6 * best.rate.si());
            }
    }

    void finiteBlocksGiveLessAndEndlessOnesTheSame()
    {
        Bench bench;
        const double endless = bench.hop().rate.si();
        bench.choice.keyBound = KeyBound::Serfling;
        bench.choice.keyBlock = 1e6;
        const KeyHop hop = bench.hop();
        QVERIFY(hop.rate.si() > 0.0 && hop.rate.si() < endless);
        QVERIFY(hop.blockTime > Duration());
        double last = hop.rate.si();
        for (const double block : {1e8, 1e10}) {
            bench.choice.keyBlock = block;
            QVERIFY(bench.hop().rate.si() > last);
            last = bench.hop().rate.si();
        }
        QVERIFY(last < endless);
    }

    void noKeyPassesTheBound()
    {
        QVERIFY(rc::check("key of a continuous source stays under its bound", [] {
            const auto number = [](double low, double high) {
                return std::exp(std::log(low) + (std::log(high) - std::log(low)) * 1e-6 * *rc::gen::inRange(0, 1000000));
            };
            Bench bench;
            bench.source.bandwidth = Length::fromSi(number(1e-14, 1e-7));
            bench.source.couplingEfficiency = 1.0;
            bench.source.alignmentError = 0.0;
            bench.place.polarizationError = 0.0;
            bench.place.a.loss = Decibel::fromSi(number(0.01, 60.0));
            bench.place.b.loss = Decibel::fromSi(number(0.01, 60.0));
            for (KeyTerminal* terminal : {&bench.a, &bench.b}) {
                terminal->misalignment = 0.0;
                terminal->clockJitter = {};
                terminal->detector = {1.0, {}, Duration::fromSi(1e-9), {}, {}, 0.0};
            }
            bench.place.a.dispersion = bench.place.b.dispersion = {};
            bench.choice.keySifting = 1.0;
            bench.choice.keyCorrection = 1.0;
            if (*rc::gen::inRange(0, 2) == 1) bench.source.pairRate = Rate::fromSi(number(1.0, 1e13));
            if (*rc::gen::inRange(0, 2) == 1) bench.source.coincidenceWindow = Duration::fromSi(number(1e-14, 1e-6));
            const KeyHop hop = bench.hop();
            RC_ASSERT(std::isfinite(hop.rate.si()));
            RC_ASSERT(hop.rate <= hop.boundRate);
        }));
    }

    void lightThatIsLostGivesNoKey()
    {
        Bench bench;
        bench.a.detector.efficiency = 0.0;
        QCOMPARE(bench.hop().rate.si(), 0.0);
        bench.b.detector.efficiency = 0.0;
        bench.a.detector.darkCounts = bench.b.detector.darkCounts = {};
        bench.place.a.noise = {};
        QCOMPARE(bench.hop().rate.si(), 0.0);
        QVERIFY(std::isfinite(bench.hop().pairRate->si()));
    }
};

BELLWEAVE_TEST(ContinuousHopTest)
#include "continuous_hop_test.moc"
