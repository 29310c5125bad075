// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/fingerprint.h"
#include "model/format/project_file.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

using namespace bellweave;

class FingerprintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readingAFileBackKeepsIt()
    {
        const Network design = test::aChain(3).spaced(50_km).wanting(0.9, 1_Hz);
        const auto read = parseProject(projectText(design), QStringLiteral("copy"));
        QVERIFY(read.has_value());
        QCOMPARE(designFingerprint(read->network), designFingerprint(design));
        QCOMPARE(designFingerprint(design).size(), 16);
    }

    void anyChangeChangesIt()
    {
        const Network design = test::aChain(3).spaced(50_km).wanting(0.9, 1_Hz);
        Network changed = design;
        Demand demand = *changed.demands.rows().front();
        demand.minFidelity = 0.901;
        changed.demands.put(demand);
        QVERIFY(designFingerprint(changed) != designFingerprint(design));
    }

    /// SHA-256 of the text of an empty design, worked out by another program.
    void isTheBeginningOfASha256()
    {
        QCOMPARE(projectText(Network()), QByteArray("{\n  \"format\": \"bellweave\",\n  \"version\": 1\n}\n"));
        QCOMPARE(designFingerprint(Network()), QStringLiteral("0f07dcf2d9b2594f"));
    }
};

BELLWEAVE_TEST(FingerprintTest)
#include "fingerprint_test.moc"
