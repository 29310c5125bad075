// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation_json.h"
#include "engine/api/evaluator.h"
#include "model/edit/edits.h"
#include "model/edit/field.h"
#include "model/format/project_file.h"
#include "model/network/catalog.h"
#include "model/network/presets.h"
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

/// What shapes no number, and why.
const QSet<QString> kCountsElsewhere{
    QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("notes"), QStringLiteral("text"), QStringLiteral("question"),    // words
    QStringLiteral("locked"),                                                    // what may be edited
    QStringLiteral("settings/seed"), QStringLiteral("settings/trials"),          // what is drawn at random
    QStringLiteral("settings/links_restart"), QStringLiteral("settings/policy"), // what simulations do
    QStringLiteral("settings/states"), QStringLiteral("outages"), QStringLiteral("settings/reroutes"), QStringLiteral("settings/reaction_s"), QStringLiteral("settings/controller_uptime_s"),
    QStringLiteral("settings/controller_repair_s"), QStringLiteral("settings/controller_outages"),
    QStringLiteral("orbit/catalog_number"),                                      // a name
    QStringLiteral("processor/qubits"),                                          // what circuits may use; it limits the link qubits
};
const QSet<QString> kElementsOfPictures{QStringLiteral("map_note"), QStringLiteral("report_plot")};
const QSet<QString> kBlocksElsewhere{QStringLiteral("map"), QStringLiteral("report"), QStringLiteral("traffic")};    // pictures, and what simulations do

/// Ways to make pairs and key, each small: what one design does not use, another does.
const QByteArrayList kDesigns{
    // A repeater between two fibers that are close to their limits in every respect.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","qubits":20,"memory":{"slots":4,"attempt_dephasing":0.0001},"source":{"clock_drift":1e-9,"conversion_noise_hz":10,"thermal_photons":0.01,"double_excitation":0.01}}},
      {"id":"b","position":{"latitude_deg":50.3,"longitude_deg":6},"mean_uptime_s":1e6,"maintenance_period_s":1e5,"repeater":{"preset":"neutral-atom-rb-2035","source":{"clock_drift":1e-9},"memory":{"slots":4,"attempt_dephasing":0.0001},"gates":{"swap_success":0.9}}},
      {"id":"c","position":{"latitude_deg":50.6,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","qubits":20,"memory":{"slots":4}}}],
      "links":[{"id":"ab","from":"a","to":"b","mean_uptime_s":1e6,"maintenance_period_s":1e5,"fiber":{"connectors":4,"splice_spacing_m":2000,"splice_loss_db":0.05,"coexistence_noise_hz":50,"polarization_error":0.01,"alignment_duty":0.9,"station":{"detector":{"after_pulsing":0.01,"dead_time_s":1e-5}}}},
               {"id":"bc","from":"b","to":"c","fiber":{"length_m":30000}}],
      "demands":[{"id":"d","from":"a","to":"c","min_fidelity":0.8,"min_rate_hz":0.5,"max_latency_s":20}]})",
    // Short-lived photons in long and unlike arms.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"quantum-dot-2035"}},
      {"id":"b","position":{"latitude_deg":50.3,"longitude_deg":6},"processor":{"preset":"quantum-dot-2035"}}],
      "links":[{"id":"ab","from":"a","to":"b","fiber":{"length_m":60000,"station_position":0.1}}],
      "demands":[{"id":"d","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"generation":"double-click","distillation":"none"}}]})",
    // A pair source between memories that absorb, and a station of its own on another way.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"rare-earth-ensemble-2035"}},
      {"id":"s","position":{"latitude_deg":50.1,"longitude_deg":6},"pair_source":{"mean_pairs":0.05}},
      {"id":"b","position":{"latitude_deg":50.2,"longitude_deg":6},"processor":{"preset":"rare-earth-ensemble-2035"}},
      {"id":"c","position":{"latitude_deg":52,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"}},
      {"id":"m","position":{"latitude_deg":52.1,"longitude_deg":6},"station":{}},
      {"id":"e","position":{"latitude_deg":52.2,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"}}],
      "links":[{"id":"as","from":"a","to":"s","fiber":{}},{"id":"sb","from":"s","to":"b","fiber":{}},{"id":"cm","from":"c","to":"m","fiber":{}},{"id":"me","from":"m","to":"e","fiber":{}}],
      "demands":[{"id":"d","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"generation":"pair-source"}},
                 {"id":"e","from":"c","to":"e","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"generation":"double-click"}}]})",
    // Terminals: weak pulses, a midpoint, and a continuous source.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"terminal":{"mean_photons":0.4}},
      {"id":"t","position":{"latitude_deg":50.2,"longitude_deg":6},"terminal":{}},
      {"id":"b","position":{"latitude_deg":50.4,"longitude_deg":6},"terminal":{}},
      {"id":"s","position":{"latitude_deg":50.2,"longitude_deg":6.5},"pair_source":{"emission":"continuous","bandwidth_m":8e-10,"pair_rate_hz":1e7,"coincidence_window_s":2e-10}},
      {"id":"p","position":{"latitude_deg":50.2,"longitude_deg":7.5},"pair_source":{"mean_pairs":0.05}}],
      "links":[{"id":"at","from":"a","to":"t","fiber":{}},{"id":"tb","from":"t","to":"b","fiber":{}},{"id":"as","from":"a","to":"s","fiber":{}},{"id":"sb","from":"s","to":"b","fiber":{}},
               {"id":"ap","from":"a","to":"p","fiber":{}},{"id":"pb","from":"p","to":"b","fiber":{}}],
      "demands":[{"id":"d","from":"a","to":"b","purpose":"secret-key","min_key_rate_bps":1000,"protocol":{"key_exchange":"decoy-bb84","key_bound":"exact-tail"}},
                 {"id":"e","from":"a","to":"b","purpose":"secret-key","min_key_rate_bps":1000,"protocol":{"key_exchange":"pair-source"}}]})",
    // Air, cold wires, and what was measured.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","source":{"wavelength_m":1.55e-6}}},
      {"id":"b","position":{"latitude_deg":50.02,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","source":{"wavelength_m":1.55e-6}}},
      {"id":"c","position":{"latitude_deg":51,"longitude_deg":6},"processor":{"preset":"superconducting-transducer-2035"}},
      {"id":"d","position":{"latitude_deg":51.0001,"longitude_deg":6},"processor":{"preset":"superconducting-transducer-2035"}},
      {"id":"e","position":{"latitude_deg":51.0001,"longitude_deg":6.1},"processor":{"preset":"trapped-ion-ca-2035"}}],
      "links":[{"id":"ab","from":"a","to":"b","free_space":{"wavefront_error_rad":0.5,"receiver_obscuration_m":0.05,"divergence_rad":2e-5}},{"id":"ab2","from":"a","to":"b","free_space":{}},{"id":"cd","from":"c","to":"d","microwave":{}},
               {"id":"de","from":"d","to":"e","measured":{"success_probability":0.01,"fidelity":0.9}}],
      "demands":[{"id":"x","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":0.5},{"id":"y","from":"c","to":"d","min_fidelity":0.6,"min_rate_hz":0.5},
                 {"id":"z","from":"d","to":"e","min_fidelity":0.6,"min_rate_hz":0.5}]})",
    // Codes of both kinds over several hops, and a plan.
    R"({"format":"bellweave","version":1,"sites":[
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","qubits":100,"memory":{"slots":60}}},
      {"id":"b","position":{"latitude_deg":50.02,"longitude_deg":6},"repeater":{"preset":"neutral-atom-rb-2035","memory":{"slots":60}}},
      {"id":"c","position":{"latitude_deg":50.04,"longitude_deg":6},"repeater":{"preset":"neutral-atom-rb-2035","memory":{"slots":60}}},
      {"id":"d","position":{"latitude_deg":50.06,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","qubits":100,"memory":{"slots":60}}}],
      "links":[{"id":"ab","from":"a","to":"b","fiber":{}},{"id":"bc","from":"b","to":"c","fiber":{}},{"id":"cd","from":"c","to":"d","fiber":{}}],
      "demands":[{"id":"x","from":"a","to":"d","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"repeaters":"encoded-memories"}},
                 {"id":"y","from":"a","to":"d","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"repeaters":"one-way"}},
                 {"id":"z","from":"a","to":"d","min_fidelity":0.6,"min_rate_hz":0.5,"protocol":{"order":"nested","distillation":"none"}}]})",
    // Memories over a satellite on an ellipse and over one with a midpoint, light into fibers through turbulent air.
    R"({"format":"bellweave","version":1,"time":{"epoch":"2022-08-01T00:00:00Z","span_s":86400},"sites":[
      {"id":"g","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"},"telescope":{},"ground_station":{"works_by_day":true,"day_radiance_w_per_m2_sr_um":0.1,"clear_sky":"0.9"}},
      {"id":"s","orbit":{"altitude_m":1864000,"eccentricity":0.02,"node_deg":200},"repeater":{"preset":"neutral-atom-rb-2035"},"telescope":{"preset":"satellite-30cm","divergence_rad":5e-6}},
      {"id":"m","orbit":{"altitude_m":1864000,"node_deg":200},"station":{},"telescope":{"preset":"satellite-60cm-2035"}},
      {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"},"telescope":{"diameter_m":0.2,"obscuration_m":0.05},"ground_station":{"works_by_day":true,"day_radiance_w_per_m2_sr_um":0.001}},
      {"id":"b","position":{"latitude_deg":51,"longitude_deg":7},"processor":{"preset":"neutral-atom-rb-2035"},"telescope":{"diameter_m":0.2,"obscuration_m":0.05},"ground_station":{"works_by_day":true,"day_radiance_w_per_m2_sr_um":0.001}}],
      "links":[{"id":"gs","from":"g","to":"s","satellite":{"station":{"detector":{"after_pulsing":0.01,"dead_time_s":1e-5}}}},{"id":"am","from":"a","to":"m","satellite":{}},{"id":"mb","from":"m","to":"b","satellite":{}}],
      "demands":[{"id":"x","from":"g","to":"s","min_fidelity":0.6,"min_rate_hz":0.001,"protocol":{"generation":"double-click","distillation":"none"}},
                 {"id":"y","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":0.001,"protocol":{"generation":"single-click","distillation":"none"}}]})",
    // Key from a satellite of a catalog by night, and from one above the equator by day.
    R"({"format":"bellweave","version":1,"time":{"epoch":"2022-08-01T00:00:00Z","span_s":40000},"sites":[
      {"id":"g","position":{"latitude_deg":30,"longitude_deg":6},"terminal":{},"telescope":{"coupling":"field-of-view","obscuration_m":0.3},"ground_station":{}},
      {"id":"h","position":{"latitude_deg":20,"longitude_deg":6},"terminal":{},"telescope":{"coupling":"field-of-view","filter_width_m":1e-12,"field_of_view_rad":1e-5},"ground_station":{"works_by_day":true,"least_elevation_deg":30}},
      {"id":"e","orbit":{"kind":"elements","epoch":"2022-07-31T12:00:00Z","mean_motion":13.5,"inclination_deg":53,"node_deg":0,"drag":0.0001,"eccentricity":0.001,"catalog_number":7},"terminal":{},"telescope":{"preset":"satellite-30cm"}},
      {"id":"o","orbit":{"kind":"geostationary","longitude_deg":10},"terminal":{},"telescope":{"preset":"satellite-60cm-2035"}}],
      "links":[{"id":"eg","from":"e","to":"g","satellite":{}},{"id":"oh","from":"o","to":"h","satellite":{}}],
      "demands":[{"id":"x","from":"e","to":"g","purpose":"secret-key","min_key_rate_bps":1},{"id":"y","from":"o","to":"h","purpose":"secret-key","min_key_rate_bps":1}]})"};

Network designOf(const QByteArray& text)
{
    auto network = parseProject(text, QStringLiteral("design"));
    if (!network) qFatal("%s", qPrintable(network.error().sentence));
    return std::move(network->network);
}

/// All that an evaluation says, without what it repeats of its input.
QByteArray numbersOf(const Network& network)
{
    QJsonObject all = QJsonDocument::fromJson(evaluationJson({network, {}, {}}, engine::evaluate(network), false).toUtf8()).object();
    all.remove(QStringLiteral("provenance"));
    return QJsonDocument(all).toJson();
}

/// Every element of a kind of the catalog; the design itself as none.
std::vector<ElementRef> elementsOf(const Network& network, const QString& element)
{
    std::vector<ElementRef> all;
    if (element == u"site") for (const Site& site : network.sites) all.emplace_back(site.id);
    if (element == u"link") for (const Link& link : network.links) all.emplace_back(link.id);
    if (element == u"demand") for (const Demand& demand : network.demands) all.emplace_back(demand.id);
    if (element == u"design") all.emplace_back();
    return all;
}

QStringList otherTextsOf(const FieldRow& row)
{
    if (row.path == u"plan") return {QStringLiteral("1 + (2 + 3)"), QStringLiteral("1 + 2")};
    if (row.path == u"state") return {QStringLiteral("0.9, 0.05, 0.03, 0.02")};
    if (row.path == u"schedule") return {QStringLiteral("0 s: closed; 1 s: open; every 3 s")};
    if (row.path == u"bends_deg") return {QStringLiteral("50.1 6.3"), QStringLiteral("50.1, 6.3")};
    if (row.path == u"epoch") return {QStringLiteral("2022-07-30T12:00:00Z"), QStringLiteral("2022-08-02T05:00:00Z")};
    if (row.path == u"horizon") return {QStringLiteral("0: 60")};
    if (row.path == u"clear_sky") return {QStringLiteral("0.4")};
    return {QStringLiteral("a"), QStringLiteral("b")};    // ends
}

/// Other values of a field, as a person would type them.
QStringList othersOf(const FieldRow& row, const FieldValue& now)
{
    QStringList others;
    switch (row.type) {
    case FieldType::Toggle: return {now.toggle ? QStringLiteral("false") : QStringLiteral("true")};
    case FieldType::Choice:
        for (const QString& choice : row.choices)
            if (choice != now.text) others += choice;
        return others;
    case FieldType::Preset:
        for (const Preset* preset : presetsOfKind(row.choices.front()))
            if (preset->id != now.text) others += preset->id;
        return others;
    case FieldType::Text: return otherTextsOf(row);
    case FieldType::Number:
    case FieldType::Integer: break;
    }
    const double value = now.number.value_or(0.0);
    for (const double other : {value * 1.5, value * 0.5, value + 1.0, value + 0.01, row.minimum, 0.5 * (row.minimum + row.maximum), 1.0, 1e5})
        if (other >= row.minimum && other <= row.maximum && other != value)
            others += exactNumber(row.type == FieldType::Integer ? std::round(other) : other);
    return others;
}

} // namespace

class EveryFieldCountsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const QByteArray& text : kDesigns) m_designs.push_back({designOf(text), numbersOf(designOf(text))});
    }

    /// A row of the catalog that the engine does not read would promise what is not done.
    void everyFieldOfTheCatalogChangesANumberSomewhere_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("path");
        for (const KindRow& kind : catalog())
            for (const FieldRow& row : kind.fields)
                if (!kElementsOfPictures.contains(kind.element) && !kBlocksElsewhere.contains(kind.key) && !kCountsElsewhere.contains(fieldPath(kind, row)) && row.path != u"notes")
                    QTest::newRow(qPrintable(kind.element + u' ' + fieldPath(kind, row))) << kind.element << fieldPath(kind, row);
    }
    void everyFieldOfTheCatalogChangesANumberSomewhere()
    {
        QFETCH(const QString, element);
        QFETCH(const QString, path);
        const FieldRow& row = *findField(element, path)->row;
        if (row.type == FieldType::Preset && presetsOfKind(row.choices.front()).size() < 2) return;    // there is no other one
        QVERIFY(std::ranges::any_of(m_designs, [&](const Design& design) { return changes(design, element, path); }));
    }

private:
    struct Design {
        Network network;
        QByteArray numbers;
    };

    static bool changes(const Design& design, const QString& element, const QString& path)
    {
        const FieldRow& row = *findField(element, path)->row;
        for (const ElementRef& one : elementsOf(design.network, element)) {
            const auto now = fieldValue(design.network, one, path);
            if (!now) continue;
            for (const QString& other : othersOf(row, *now)) {
                const auto patch = setField(design.network, one, path, other);
                if (!patch) continue;
                Network changed = design.network;
                applyPatch(changed, *patch);
                if (numbersOf(changed) != design.numbers) return true;
            }
        }
        return false;
    }

    std::vector<Design> m_designs;
};

BELLWEAVE_TEST(EveryFieldCountsTest)
#include "every_field_counts_slow_test.moc"
