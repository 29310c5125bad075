// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/format/project_file.h"
#include "model/network/catalog.h"
#include "model/network/presets.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

namespace {

Network design()
{
    const auto project = parseProject(R"({"format":"bellweave","version":1,"sites":[
        {"id":"a","name":"Delft","position":{"latitude_deg":52,"longitude_deg":4},
         "processor":{"preset":"nv-diamond-2026","memory":{"t1_s":0.8,"t2_s":0.5}}},
        {"id":"b","station":{"preset":"si-apd-2026"}}, {"id":"a/b"}],
        "links":[{"id":"ab","from":"a","to":"b","fiber":{}},
                 {"id":"m","from":"a","to":"b","measured":{"state":[0.9,0.05,0.025,0.025]}}],
        "demands":[{"id":"d","from":"a","to":"b"}]})", {});
    if (!project) qFatal("%s", qPrintable(project.error().text()));
    return project->network;
}

ElementRef site(const Network& network, const char* key) { return siteByKey(network, QString::fromLatin1(key))->id; }
ElementRef link(const Network& network, const char* key) { return linkByKey(network, QString::fromLatin1(key))->id; }
ElementRef demand(const Network& network) { return network.demands.begin()->id; }

FieldValue valueAt(const Network& network, const ElementRef& element, const char* path)
{
    const auto value = fieldValue(network, element, QString::fromLatin1(path));
    if (!value) qFatal("%s", qPrintable(value.error().text()));
    return *value;
}

Network edited(const Network& network, const Result<Patch>& patch)
{
    if (!patch) qFatal("%s", qPrintable(patch.error().text()));
    Network result = network;
    applyPatch(result, *patch);
    return result;
}

} // namespace

class FieldTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void originTellsTypedFromPresetFromDefaultFromDerived();
    void typedValuesTakeUnitsAndMakeOnePatch();
    void theInverseOfAnEditPutsEverythingBack();
    void emptyTextOfAnOptionalFieldMakesItDerived();
    void resetGoesBackToPresetDefaultOrDerived();
    void choosingAPresetKeepsWhatWasTyped();
    void togglesChoicesWeightsAndEndsAreSetByText();
    void pathsWalkTheDesignWithKeysThatHoldSlashes();
    void wrongValuesAreRefusedInWords_data();
    void wrongValuesAreRefusedInWords();
    void everyCatalogFieldOfAnElementCanBeReadAndSetToItself();
    void allFieldsOfAnElementAreThoseReadOneByOne();
    void unknownFieldsOutliveAnEdit();
};

void FieldTest::originTellsTypedFromPresetFromDefaultFromDerived()
{
    const Network network = design();
    const ElementRef a = site(network, "a");
    QVERIFY(valueAt(network, a, "processor/memory/t2_s").origin == FieldOrigin::Overridden);
    QCOMPARE(*valueAt(network, a, "processor/memory/t2").number, 0.5);
    QVERIFY(valueAt(network, a, "processor/source/visibility").origin == FieldOrigin::Preset);
    QVERIFY(valueAt(network, a, "processor/qubits").origin == FieldOrigin::Default);
    QVERIFY(valueAt(network, a, "processor/preset").origin == FieldOrigin::Overridden);
    QCOMPARE(valueAt(network, a, "name").text, QStringLiteral("Delft"));
    QVERIFY(valueAt(network, site(network, "b"), "station/detector/efficiency").origin == FieldOrigin::Preset);
    const FieldValue length = valueAt(network, link(network, "ab"), "fiber/length_m");
    QVERIFY(length.origin == FieldOrigin::Derived && !length.number);
    QVERIFY(valueAt(network, link(network, "ab"), "fiber/attenuation").origin == FieldOrigin::Preset);
    QVERIFY(valueAt(network, link(network, "ab"), "fiber/fixed_loss").origin == FieldOrigin::Default);
    QVERIFY(valueAt(network, link(network, "ab"), "fiber/preset").origin == FieldOrigin::Default);
    QVERIFY(valueAt(network, link(network, "ab"), "fiber/station/detector/window").origin == FieldOrigin::Preset);
    QVERIFY(valueAt(network, demand(network), "min_fidelity").origin == FieldOrigin::Default);
    QVERIFY(valueAt(network, demand(network), "protocol/bright_population").origin == FieldOrigin::Derived);
    QVERIFY(valueAt(network, ElementRef(), "settings/ends_hold").toggle);
    QVERIFY(valueAt(network, ElementRef(), "costs/electricity").origin == FieldOrigin::Preset);
}

void FieldTest::typedValuesTakeUnitsAndMakeOnePatch()
{
    const Network network = design();
    const auto patch = setField(network, link(network, "ab"), QStringLiteral("fiber/length"), QStringLiteral("2*118 km"));
    QVERIFY(patch.has_value());
    QCOMPARE(patch->links.size(), 1u);
    QVERIFY(patch->sites.empty() && patch->demands.empty() && !patch->generalAfter);
    const Network after = edited(network, patch);
    QCOMPARE(*valueAt(after, link(after, "ab"), "fiber/length_m").number, 236e3);
    QVERIFY(valueAt(after, link(after, "ab"), "fiber/length_m").origin == FieldOrigin::Overridden);
}

void FieldTest::theInverseOfAnEditPutsEverythingBack()
{
    const Network network = design();
    const auto patch = setField(network, demand(network), QStringLiteral("min_fidelity"), QStringLiteral("95 %"));
    Network after = edited(network, patch);
    QCOMPARE(*valueAt(after, demand(after), "min_fidelity").number, 0.95);
    applyPatch(after, patch->inverse());
    QVERIFY(after == network);
}

void FieldTest::emptyTextOfAnOptionalFieldMakesItDerived()
{
    const Network network = design();
    const Network typed = edited(network, setField(network, link(network, "ab"), QStringLiteral("fiber/length_m"), QStringLiteral("5 km")));
    const Network cleared = edited(typed, setField(typed, link(typed, "ab"), QStringLiteral("fiber/length_m"), QString()));
    QVERIFY(cleared == network);
}

void FieldTest::resetGoesBackToPresetDefaultOrDerived()
{
    const Network network = design();
    const Network after = edited(network, resetField(network, site(network, "a"), QStringLiteral("processor/memory/t2")));
    QVERIFY(valueAt(after, site(after, "a"), "processor/memory/t2_s").origin == FieldOrigin::Preset);
    QCOMPARE(*valueAt(after, site(after, "a"), "processor/memory/t2_s").number,
             nodeHardware(QStringLiteral("nv-diamond-2026")).memory.coherenceTime.si());
    const auto same = resetField(network, site(network, "a"), QStringLiteral("processor/qubits"));
    QVERIFY(same.has_value() && same->isNoop());
    QVERIFY(!resetField(network, site(network, "a"), QStringLiteral("id")));
    QVERIFY(!resetField(network, link(network, "ab"), QStringLiteral("from")));
}

void FieldTest::choosingAPresetKeepsWhatWasTyped()
{
    const Network network = design();
    const Network after = edited(network, setField(network, site(network, "a"), QStringLiteral("processor/preset"), QStringLiteral("trapped-ion-sr-2026")));
    const NodeHardware& hardware = siteByKey(after, QStringLiteral("a"))->processor->hardware;
    const NodeHardware ion = nodeHardware(QStringLiteral("trapped-ion-sr-2026"));
    QCOMPARE(hardware.memory.coherenceTime.si(), 0.5);
    QVERIFY(hardware.source == ion.source && hardware.gates == ion.gates);
}

void FieldTest::togglesChoicesWeightsAndEndsAreSetByText()
{
    const Network network = design();
    const auto set = [&](const ElementRef& element, const char* path, const char* text) {
        return edited(network, setField(network, element, QString::fromLatin1(path), QString::fromLatin1(text)));
    };
    QVERIFY(!set(ElementRef(), "settings/ends_hold", "off").general().settings.endsHold);
    QVERIFY(set(demand(network), "protocol/generation", "single-click").demands.begin()->protocol.generation == Generation::SingleClick);
    const Network weights = set(link(network, "m"), "measured/state", "0.7, 0.1 0.1;0.1");
    QCOMPARE(std::get<MeasuredLink>(linkByKey(weights, QStringLiteral("m"))->kind).state->front(), 0.7);
    QCOMPARE(valueAt(network, link(network, "m"), "measured/state").text, QStringLiteral("0.9, 0.05, 0.025, 0.025"));
    QCOMPARE(set(link(network, "ab"), "to", "a/b").links.begin()->to, siteByKey(network, QStringLiteral("a/b"))->id);
    QCOMPARE(set(ElementRef(), "settings/seed", "18446744073709551615").general().settings.seed, 18446744073709551615u);
}

void FieldTest::pathsWalkTheDesignWithKeysThatHoldSlashes()
{
    const Network network = design();
    const auto set = [&](const char* path, const char* text) { return edited(network, setPath(network, QString::fromLatin1(path), QString::fromLatin1(text))); };
    QCOMPARE(std::get<FiberLink>(linkByKey(set("links/ab/fiber/attenuation", "0.25 dB/km"), QStringLiteral("ab"))->kind).attenuation.si(), 0.25);
    QCOMPARE(siteByKey(set("sites/a/b/name", "Slash"), QStringLiteral("a/b"))->name, QStringLiteral("Slash"));
    QCOMPARE(set("settings/route_factor", "1.7").general().settings.routeFactor, 1.7);
    QCOMPARE(set("demands/d/min_rate", "2 kHz").demands.begin()->minRate.si(), 2000.0);
}

void FieldTest::wrongValuesAreRefusedInWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* path, const char* text, const char* part, const char* where = nullptr) {
        QTest::addRow("%s=%s", path, text) << QString::fromUtf8(path) << QString::fromUtf8(text) << QString::fromUtf8(where ? where : path) << QString::fromUtf8(part);
    };
    row("sites/a/processor/memory/t2_s", "2 s", "T₂ cannot exceed 2 T₁ = 1.6 s.");
    row("sites/a/processor/memory/t1_s", "10 ms", "T₂ cannot exceed 2 T₁", "sites/a/processor/memory/t2_s");
    row("sites/a/processor/memory/slots", "40", "40 link qubits do not fit in 10.");
    row("sites/a/processor/memory/efficiency", "2", "Memory efficiency cannot be 2");
    row("sites/a/processor/gates/readout_error", "60 %", "An error of 50 % destroys the state.");
    row("sites/a/processor/preset", "abacus", "nv-diamond-2026");
    row("sites/a/processor/memory/t3_s", "1", "There is no field");
    row("sites/a/repeater/memory/t2_s", "1", "The element has no repeater");
    row("sites/a/id", "b", "taken");
    row("sites/a/id", "", "1 to 200");
    row("sites/zz/name", "x", "Ids: a, b, a/b");
    row("links/ab/fiber/length_m", "-5 km", "not negative");
    row("links/ab/fiber/length_m", "5 parsec", "5 parsec");
    row("links/ab/to", "z", "no site");
    row("links/ab/measured/fidelity", "0.9", "The element has no measured link");
    row("links/m/measured/state", "1 2", "four weights");
    row("demands/d/min_fidelity", "0.4", "Above 0.5: below that no entanglement is left.");
    row("demands/d/min_rate_hz", "0", "Enter a rate above zero.");
    row("demands/d/min_rate_hz", "", "");
    row("settings/ends_hold", "perhaps", "true or false");
    row("settings/seed", "1.5", "whole number");
    row("settings/mood", "good", "There is no field");
}

void FieldTest::wrongValuesAreRefusedInWords()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, where);
    QFETCH(QString, part);
    const auto patch = setPath(design(), path, text);
    QVERIFY(!patch);
    QCOMPARE(patch.error().where, where);
    QVERIFY2(patch.error().sentence.contains(part), qPrintable(patch.error().sentence));
}

void FieldTest::everyCatalogFieldOfAnElementCanBeReadAndSetToItself()
{
    const Network network = design();
    int fields = 0;
    for (const ElementRef& element : {ElementRef(), site(network, "a"), site(network, "b"), link(network, "ab"), link(network, "m"), demand(network)}) {
        static const std::array kinds{"design", "site", "link", "demand"};
        for (const KindRow& kind : catalog()) {
            if (kind.element != QLatin1String(kinds[element.index()])) continue;
            for (const FieldRow& row : kind.fields) {
                const QString path = kind.key.isEmpty() ? row.path : kind.key + u'/' + row.path;
                const auto value = fieldValue(network, element, path);
                if (!value) continue;    // equipment that this element does not hold
                ++fields;
                QString text = value->number ? exactNumber(*value->number) : value->text;
                if (row.type == FieldType::Toggle) text = value->toggle ? QStringLiteral("true") : QStringLiteral("false");
                const auto patch = setField(network, element, path, text);
                QVERIFY2(patch.has_value(), qPrintable(patch ? path : patch.error().text()));
                QVERIFY2(patch->isNoop(), qPrintable(path));
            }
        }
    }
    QVERIFY(fields > 80);
}

void FieldTest::allFieldsOfAnElementAreThoseReadOneByOne()
{
    const Network network = design();
    for (const ElementRef& element : {site(network, "a"), site(network, "b"), link(network, "ab"), link(network, "m"), demand(network), ElementRef()}) {
        const std::vector<PlacedValue> all = fieldValues(network, element);
        std::size_t readable = 0;
        for (const KindRow& kind : catalog())
            for (const FieldRow& row : kind.fields) {
                const FieldPlace* place = findField(kind.element, kind.key.isEmpty() ? row.path : kind.key + u'/' + row.path);
                const auto one = fieldValue(network, element, place->path);
                if (all.empty() || all.front().place->kind->element != kind.element || !one) continue;
                QVERIFY(readable < all.size());
                const PlacedValue& placed = all[readable++];
                QCOMPARE(placed.place->path, place->path);
                QCOMPARE(placed.value.origin, one->origin);
                QCOMPARE(placed.value.number, one->number);
                QCOMPARE(placed.value.text, one->text);
                QCOMPARE(placed.value.toggle, one->toggle);
            }
        QVERIFY(readable > 2);
        QCOMPARE(readable, all.size());
    }
    QVERIFY(fieldValues(network, SiteId(999)).empty());
}

void FieldTest::unknownFieldsOutliveAnEdit()
{
    const auto project = parseProject(R"({"format":"bellweave","version":1,"sites":[{"id":"a","color":"red","processor":{"vendor":1}}]})", {});
    QVERIFY(project.has_value());
    const Network after = edited(project->network, setPath(project->network, QStringLiteral("sites/a/name"), QStringLiteral("A")));
    QVERIFY(after.sites.begin()->extras == project->network.sites.begin()->extras);
    QCOMPARE(after.sites.begin()->extras.size(), 2u);
}

BELLWEAVE_TEST(FieldTest)
#include "field_test.moc"
