// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

bool hasFinding(const Network& network, const char* code)
{
    const std::vector<Finding> findings = evaluate(network).findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == QLatin1String(code); });
}

} // namespace

class PhysicsFindingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLinkBeyondAnyProtocolIsFound()
    {
        QVERIFY(hasFinding(aChain(1).spaced(900_km), "link-too-long"));
        QVERIFY(!hasFinding(aChain(1).spaced(45_km).withHardware(QStringLiteral("neutral-atom-rb-2035")), "link-too-long"));
    }

    void aLinkThatFailsAtAnyLengthIsNotCalledTooLong()
    {
        const Network network = aChain(1).spaced(10_m).withHardware(QStringLiteral("superconducting-transducer-2026"));
        QVERIFY(hasFinding(network, "link-without-entanglement"));
        QVERIFY(!hasFinding(network, "link-too-long"));
    }

    /// A measured link brings its own memory; beside a fiber the fiber still gets only half of the attempts.
    void onlyBetweenTwoMeasuredLinksDoesOneQubitServeBothAtOnce()
    {
        Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2026"));
        const auto measure = [&](std::uint32_t id) {
            Link link = *network.links.find(LinkId(id));
            link.kind = MeasuredLink();
            applyPatch(network, replaceLink(network, link));
        };
        measure(1);
        QVERIFY(hasFinding(network, "one-communication-qubit"));
        measure(2);
        QVERIFY(!hasFinding(network, "one-communication-qubit"));
    }

    void aStationThatServesItsLinksInTurnIsNoted()
    {
        QVERIFY(hasFinding(aChain(2).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2026")), "one-communication-qubit"));
        QVERIFY(!hasFinding(aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")), "one-communication-qubit"));
        QVERIFY(!hasFinding(aChain(1).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2026")), "one-communication-qubit"));
    }

    void aTypedLengthBelowTheStraightLineIsFound()
    {
        QVERIFY(hasFinding(aChain(1).spaced(10_km), "shorter-than-geodesic"));    // the two sites are 36 km apart
        QVERIFY(!hasFinding(aChain(1).spaced(40_km), "shorter-than-geodesic"));
        QVERIFY(!hasFinding(aChain(1), "shorter-than-geodesic"));
    }

    void anOverloadedLinkIsFound()
    {
        Network network = aChain(1).measured(0.01, 0.95).wanting(0.8, 6_Hz);
        Demand second = *network.demands.find(DemandId(1));
        second.id = DemandId(2);
        second.key = QStringLiteral("d2");
        network.demands.put(second);
        QVERIFY(hasFinding(network, "link-overloaded"));
        QVERIFY(!hasFinding(aChain(1).measured(0.01, 0.95).wanting(0.8, 6_Hz), "link-overloaded"));
    }

    void aSourceOutsideTheBandOfItsFiberIsFound()
    {
        const auto sendingAt = [](Length wavelength) {
            return aChain(1).spaced(45_km).eachHardware([=](NodeHardware& h) { h.source.wavelength = wavelength; });
        };
        QVERIFY(hasFinding(sendingAt(637_nm), "wavelength-outside-band"));
        QVERIFY(!hasFinding(sendingAt(1550_nm), "wavelength-outside-band"));
    }
};

BELLWEAVE_TEST(PhysicsFindingsTest)
#include "physics_findings_test.moc"
