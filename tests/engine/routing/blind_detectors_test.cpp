// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/key_design.h"

#include <QTest>

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

QTEST_APPLESS_MAIN(BlindDetectorsTest)
#include "blind_detectors_test.moc"
