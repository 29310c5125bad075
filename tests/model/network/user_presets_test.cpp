// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/edit/findings.h"
#include "model/edit/preset_edits.h"
#include "model/format/project_file.h"
#include "model/network/preset_file.h"
#include "model/network/user_presets.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using bellweave::test::aChain;

class UserPresetsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }
    void put(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// With ' for ".
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray fileWith(const QByteArray& id, const QByteArray& values)
    {
        return json("{'format':'bellweave-presets','version':1,'presets':[{'id':'" + id + "','kind':'node','label':'Mine','values':{" + values + "}}]}");
    }
    QString problemWith(const QByteArray& text)
    {
        put(QStringLiteral("bad.json"), text);
        const UserPresets read = readUserPresets(folder());
        return read.problems.size() == 1 && read.presets.empty() ? read.problems.front().text() : QString();
    }
    /// A chain whose first site has typed values, and a preset made of them and known from now on.
    Network withOwnPreset(QString& id)
    {
        Network network = aChain(2);
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/memory/t2_s"), QStringLiteral("0.7 s")));
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/source/visibility"), QStringLiteral("0.97")));
        const auto preset = presetFrom(network, SiteId(1), QStringLiteral("node"), QStringLiteral("Our ion"), QStringLiteral("Typed"));
        if (!preset || !writeUserPreset(folder(), *preset)) return {};
        setUserPresets(readUserPresets(folder()).presets);
        id = preset->id;
        applyPatch(network, *applyPreset(network, setOf(SiteId(1)), *findPreset(QStringLiteral("node"), id)));
        return network;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { setUserPresets({}); }

    void aPresetKeepsSourcesAndMarksWhatWasTyped()
    {
        QString id;
        const Network network = withOwnPreset(id);
        QCOMPARE(id, QStringLiteral("user-our-ion"));
        const Preset* preset = findPreset(QStringLiteral("node"), id);
        QVERIFY(preset && preset->isYours);
        const Preset& base = *findPreset(QStringLiteral("node"), NodeHardware().preset);
        QCOMPARE(preset->values.at(QStringLiteral("memory/t2_s")).value, 0.7);
        QCOMPARE(preset->values.at(QStringLiteral("memory/t2_s")).source, QStringLiteral("Typed"));
        QCOMPARE(preset->values.at(QStringLiteral("memory/t1_s")).source, base.values.at(QStringLiteral("memory/t1_s")).source);
        QVERIFY(nodeHardware(id) == network.sites.find(SiteId(1))->processor->hardware);
        QVERIFY(!preset->values.contains(QStringLiteral("qubits")));
    }

    void filesComeBackAsTheyWere()
    {
        QString id;
        withOwnPreset(id);
        const std::vector<Preset> read = readUserPresets(folder()).presets;
        QCOMPARE(read.size(), std::size_t(1));
        const auto again = parsePresets(presetsText(read), QStringLiteral("again"));
        QVERIFY(again);
        QCOMPARE(presetsText(*again), presetsText(read));
    }

    void theDesignOpensWithoutThePresetAndKeepsItsNumbers()
    {
        QString id;
        const Network network = withOwnPreset(id);
        const NodeHardware hardware = network.sites.find(SiteId(1))->processor->hardware;
        QCOMPARE(hardware.preset, id);
        const QByteArray text = projectText(network);
        setUserPresets({});    // as on another machine
        const auto elsewhere = parseProject(text, QStringLiteral("elsewhere"));
        QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(elsewhere.error().text()));
        const Site* site = siteByKey(elsewhere->network, network.sites.find(SiteId(1))->key);
        QVERIFY(site->processor->hardware == hardware);
        QCOMPARE(projectText(elsewhere->network), text);
        const auto findings = checkNetwork(elsewhere->network);
        const auto unknown = std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.code == u"unknown-preset"; });
        QVERIFY(unknown != findings.end());
        QVERIFY(unknown->element == ElementRef(site->id));
        QVERIFY(unknown->sentence.contains(id));
    }

    void whereThePresetIsKnownNothingLooksTyped()
    {
        QString id;
        const Network network = withOwnPreset(id);
        const auto here = parseProject(projectText(network), QStringLiteral("here"));
        QVERIFY(here);
        const Site* site = siteByKey(here->network, network.sites.find(SiteId(1))->key);
        QVERIFY(site->processor == network.sites.find(SiteId(1))->processor);
        const auto value = fieldValue(here->network, site->id, QStringLiteral("processor/memory/t2_s"));
        QVERIFY(value && value->origin == FieldOrigin::Preset);
        for (const Finding& finding : checkNetwork(here->network)) QVERIFY(finding.code != u"unknown-preset");
    }

    void anUnknownPresetCanBeEditedAndReplaced()
    {
        QString id;
        Network network = withOwnPreset(id);
        setUserPresets({});
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/memory/t2_s"), QStringLiteral("0.5 s")));
        QCOMPARE(network.sites.find(SiteId(1))->processor->hardware.memory.coherenceTime.si(), 0.5);
        QCOMPARE(network.sites.find(SiteId(1))->processor->hardware.preset, id);
        applyPatch(network, *setField(network, SiteId(1), QStringLiteral("processor/preset"), QStringLiteral("nv-diamond-2026")));
        QVERIFY(network.sites.find(SiteId(1))->processor->hardware == nodeHardware(QStringLiteral("nv-diamond-2026")));
    }

    void anUnknownPresetWithoutItsNumbersIsRefused()
    {
        const QByteArray text = json("{'format':'bellweave','version':1,'sites':[{'id':'a','processor':{'preset':'user-gone','memory':{'t2_s':1}}}]}");
        const auto read = parseProject(text, QStringLiteral("file"));
        QVERIFY(!read);
        QVERIFY2(read.error().text().contains(QStringLiteral("There is no preset \"user-gone\"")), qPrintable(read.error().text()));
    }

    void fibersDetectorsAndPricesOfOnesOwnTravelToo()
    {
        Network network = aChain(1);
        applyPatch(network, *setField(network, LinkId(1), QStringLiteral("fiber/attenuation_db_per_km"), QStringLiteral("0.17")));
        applyPatch(network, *setField(network, LinkId(1), QStringLiteral("fiber/station/detector/efficiency"), QStringLiteral("0.95")));
        applyPatch(network, *setField(network, ElementRef(), QStringLiteral("costs/repeater_eur"), QStringLiteral("1 M€")));
        std::vector<Preset> own;
        const std::pair<const char*, ElementRef> parts[] = {{"fiber", LinkId(1)}, {"detector", LinkId(1)}, {"cost", ElementRef()}};
        for (const auto& [kind, element] : parts) {
            const auto preset = presetFrom(network, element, QLatin1String(kind), QStringLiteral("My ") + QLatin1String(kind), QStringLiteral("Typed"));
            QVERIFY2(preset, preset ? "" : qPrintable(preset.error().sentence));
            own.push_back(*preset);
        }
        setUserPresets(own);
        for (const auto& [kind, element] : parts)
            applyPatch(network, *applyPreset(network, setOf(element), *findPreset(QLatin1String(kind), QStringLiteral("user-my-") + QLatin1String(kind))));
        const FiberLink& fiber = std::get<FiberLink>(network.links.find(LinkId(1))->kind);
        QCOMPARE(fiber.preset, QStringLiteral("user-my-fiber"));
        QCOMPARE(fiber.station.preset, QStringLiteral("user-my-detector"));
        QCOMPARE(network.general().costs.preset, QStringLiteral("user-my-cost"));
        const QByteArray text = projectText(network);
        setUserPresets({});
        const auto elsewhere = parseProject(text, QStringLiteral("elsewhere"));
        QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(elsewhere.error().text()));
        QVERIFY(elsewhere->network == network);
    }

    void oneBadFileLeavesTheOthers()
    {
        QString id;
        withOwnPreset(id);
        put(QStringLiteral("broken.json"), "{ \"format\": ");
        const UserPresets read = readUserPresets(folder());
        QCOMPARE(read.presets.size(), std::size_t(1));
        QCOMPARE(read.problems.size(), std::size_t(1));
        QVERIFY(read.problems.front().where.contains(QStringLiteral("broken.json")));
    }

    void whatIsWrongIsSaidWithItsPlace()
    {
        QVERIFY(problemWith("[]").contains(QStringLiteral("no file of presets")));
        QVERIFY(problemWith(fileWith("mine", "")).contains(QStringLiteral("does not begin with \"user-\"")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/t3_s':{'value':1,'mark':'read'}")).contains(QStringLiteral("no such value")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/t2_s':{'value':-1,'mark':'read'}")).contains(QStringLiteral("values/memory/t2_s")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/t2_s':{'value':'long','mark':'read'}")).contains(QStringLiteral("number")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/t2_s':{'value':1,'mark':'sure'}")).contains(QStringLiteral("Accepted: read")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/t1_s':{'value':1,'mark':'read'},'memory/t2_s':{'value':3,'mark':'read'}"))
                    .contains(QStringLiteral("T₂ cannot exceed 2 T₁")));
        QVERIFY(problemWith(fileWith("user-a", "'memory/slots':{'value':1.5,'mark':'read'}")).contains(QStringLiteral("whole number")));
    }

    void aPresetIsRenamedAndDeletedInItsFile()
    {
        QString id;
        withOwnPreset(id);
        Preset preset = *findPreset(QStringLiteral("node"), id);
        preset.label = QStringLiteral("Better ion");
        QVERIFY(writeUserPreset(folder(), preset));
        QCOMPARE(readUserPresets(folder()).presets.front().label, QStringLiteral("Better ion"));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
        QVERIFY(removeUserPreset(folder(), id));
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());
        QVERIFY(!removeUserPreset(folder(), id));
    }

    void aNameIsUsedOnce()
    {
        QString id;
        const Network network = withOwnPreset(id);
        const auto again = presetFrom(network, SiteId(1), QStringLiteral("node"), QStringLiteral("Our ion"), QStringLiteral("Typed"));
        QVERIFY(!again);
        QVERIFY(again.error().sentence.contains(QStringLiteral("already")));
        QCOMPARE(freeUserPresetId(QStringLiteral("Our ion")), QStringLiteral("user-our-ion-2"));
        QCOMPARE(freeUserPresetId(QStringLiteral("Žluťoučký kůň!")), QStringLiteral("user-zlutoucky-kun"));
        QCOMPARE(freeUserPresetId(QStringLiteral("量子")), QStringLiteral("user-preset"));
    }

    void whatWasHandedOutBeforeStaysValid()
    {
        QString id;
        withOwnPreset(id);
        const Preset* before = findPreset(QStringLiteral("node"), id);
        setUserPresets({});
        QCOMPARE(before->id, id);
        QVERIFY(!findPreset(QStringLiteral("node"), id));
    }
};

BELLWEAVE_TEST(UserPresetsTest)
#include "user_presets_test.moc"
