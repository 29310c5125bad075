// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/edit/field.h"
#include "model/edit/preset_edits.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using bellweave::test::aChain;

class PresetEditsTest : public QObject {
    Q_OBJECT

    static const Preset& preset(const char* kind, const char* id) { return *findPreset(QLatin1String(kind), QLatin1String(id)); }

private Q_SLOTS:
    void aNodePresetFitsProcessorsAndRepeaters()
    {
        Network network = aChain(2);
        const auto patch = applyPreset(network, {.sites = {SiteId(1), SiteId(2)}}, preset("node", "nv-diamond-2026"));
        QVERIFY(patch);
        applyPatch(network, *patch);
        QVERIFY(network.sites.find(SiteId(1))->processor->hardware == nodeHardware(QStringLiteral("nv-diamond-2026")));
        QVERIFY(network.sites.find(SiteId(2))->repeater->hardware == nodeHardware(QStringLiteral("nv-diamond-2026")));
        QCOMPARE(network.sites.find(SiteId(3))->processor->hardware.preset, NodeHardware().preset);
    }

    void whatWasTypedStays()
    {
        Network network = aChain(2);
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/memory/t2_s"), QStringLiteral("0.7 s")));
        applyPatch(network, *applyPreset(network, setOf(SiteId(1)), preset("node", "nv-diamond-2026")));
        const NodeHardware& hardware = network.sites.find(SiteId(1))->processor->hardware;
        QCOMPARE(hardware.memory.coherenceTime.si(), 0.7);
        QCOMPARE(hardware.source.visibility, nodeHardware(QStringLiteral("nv-diamond-2026")).source.visibility);
    }

    void ofAMixtureThoseThatFitAreChanged()
    {
        const Network network = aChain(2);
        const auto patch = applyPreset(network, {.sites = {SiteId(1)}, .links = {LinkId(1), LinkId(2)}}, preset("fiber", "g654-1550"));
        QVERIFY(patch);
        QCOMPARE(patch->links.size(), std::size_t(2));
        QVERIFY(patch->sites.empty());
    }

    void detectorsFitMidpointsAndFibers()
    {
        Network network = aChain(2);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Midpoint));
        const auto patch = applyPreset(network, {.sites = {SiteId(2)}, .links = {LinkId(1)}}, preset("detector", "si-apd-2026"));
        QVERIFY(patch);
        QCOMPARE(patch->sites.front().after->station->preset, QStringLiteral("si-apd-2026"));
        QCOMPARE(std::get<FiberLink>(patch->links.front().after->kind).station.preset, QStringLiteral("si-apd-2026"));
    }

    void pricesBelongToTheDesign()
    {
        const Network network = aChain(2);
        QVERIFY(applyPreset(network, setOf(SiteId(1)), preset("cost", "default-2026")));
    }

    void aKindThatDoesNotFitIsRefusedByName()
    {
        Network network = aChain(2);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Junction));
        applyPatch(network, renameElement(network, SiteId(2), QStringLiteral("Geneva")));
        applyPatch(network, changeMedium(network, LinkId(2), 1));
        const auto refusal = [&](const ElementSet& elements, const Preset& wanted) {
            const auto patch = applyPreset(network, elements, wanted);
            return patch ? QString() : patch.error().sentence;
        };
        QVERIFY(refusal(setOf(SiteId(2)), preset("node", "nv-diamond-2026")).contains(QStringLiteral("Geneva is no processor or repeater")));
        QVERIFY(refusal(setOf(SiteId(1)), preset("fiber", "g654-1550")).contains(QStringLiteral("is no fiber link")));
        QVERIFY(refusal(setOf(LinkId(2)), preset("fiber", "g654-1550")).contains(QStringLiteral("is no fiber link")));
        QVERIFY(refusal(setOf(SiteId(1)), preset("detector", "si-apd-2026")).contains(QStringLiteral("heralds nothing")));
        QVERIFY(refusal({}, preset("node", "nv-diamond-2026")).contains(QStringLiteral("Select sites or links")));
    }
};

BELLWEAVE_TEST(PresetEditsTest)
#include "preset_edits_test.moc"
