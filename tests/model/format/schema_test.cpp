// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "model/format/schema.h"
#include "model/network/catalog.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTest>
#include <nlohmann/json.hpp>
#include <set>

using namespace bellweave;
using nlohmann::json;

namespace {

bool hasType(const json& value, const std::string& type)
{
    if (type == "integer") return value.is_number_integer() || value.is_number_unsigned();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
}

bool typeFits(const json& schema, const json& value)
{
    if (!schema.contains("type")) return true;
    if (schema["type"].is_string()) return hasType(value, schema["type"]);
    return std::any_of(schema["type"].begin(), schema["type"].end(), [&](const json& type) { return hasType(value, type); });
}

/// Why the value does not fit, or nothing. Knows the words that our schema uses.
std::string misfit(const json& schema, const json& value, const std::string& path)
{
    if (!typeFits(schema, value)) return path + ": type";
    if (schema.contains("const") && schema["const"] != value) return path + ": const";
    if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) return path + ": enum";
    if (schema.contains("pattern") && !QRegularExpression(QString::fromStdString(schema["pattern"])).match(QString::fromStdString(value)).hasMatch())
        return path + ": pattern";
    const json any = schema.value("anyOf", json::array());
    if (!any.empty() && std::all_of(any.begin(), any.end(), [&](const json& part) { return !misfit(part, value, path).empty(); })) return path + ": anyOf";
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"]) return path + ": minimum";
    if (value.is_number() && schema.contains("maximum") && value > schema["maximum"]) return path + ": maximum";
    if (value.is_array() && schema.contains("maxItems") && value.size() > schema["maxItems"]) return path + ": maxItems";
    if (value.is_array() && schema.contains("items"))
        for (const json& item : value)
            if (const std::string why = misfit(schema["items"], item, path + "[]"); !why.empty()) return why;
    if (!value.is_object()) return {};
    for (const json& key : schema.value("required", json::array()))
        if (!value.contains(key.get<std::string>())) return path + ": required " + key.get<std::string>();
    if (schema.contains("not") && misfit(schema["not"], value, path).empty()) return path + ": not";
    if (!schema.contains("properties")) return {};
    for (const auto& [key, part] : schema["properties"].items())
        if (value.contains(key))
            if (const std::string why = misfit(part, value[key], path + "/" + key); !why.empty()) return why;
    return {};
}

/// Paths of all leaf fields of an object's schema.
void collect(const json& schema, const QString& path, std::set<QString>& paths)
{
    for (const auto& [key, part] : schema["properties"].items()) {
        const QString inner = (path.isEmpty() ? path : path + u'/') + QString::fromStdString(key);
        if (part.contains("properties")) collect(part, inner, paths);
        else if (!(part.contains("items") && part["items"].contains("properties"))) paths.insert(inner);
    }
}

json schema() { return json::parse(projectSchema().toStdString()); }

std::set<QString> serializedPaths(const QString& element)
{
    std::set<QString> paths;
    const json whole = schema();
    if (element == QLatin1String("design")) collect(whole, {}, paths);
    else collect(whole["properties"][element.toStdString() + "s"]["items"], {}, paths);
    paths.erase(QStringLiteral("format"));
    paths.erase(QStringLiteral("version"));
    return paths;
}

std::set<QString> catalogPaths(const QString& element)
{
    std::set<QString> paths;
    for (const KindRow& kind : catalog())
        if (kind.element == element)
            for (const FieldRow& row : kind.fields) paths.insert(kind.key.isEmpty() ? row.path : kind.key + u'/' + row.path);
    return paths;
}

QString listed(const std::set<QString>& paths) { return QStringList(paths.begin(), paths.end()).join(QStringLiteral(" ")); }

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::fixRandomSeed(); }
    void whatIsSavedFitsTheSchema();
    void wrongFilesDoNotFit();
    void catalogAndSerializeNameTheSameFields_data();
    void catalogAndSerializeNameTheSameFields();
    void rangesAndWordsComeFromTheCatalog();
};

void SchemaTest::whatIsSavedFitsTheSchema()
{
    const json rules = schema();
    QVERIFY(rc::check("saved files fit", [&] {
        const std::string why = misfit(rules, json::parse(projectText(*test::anyNetwork()).toStdString()), "");
        RC_ASSERT(why == "");
    }));
}

void SchemaTest::wrongFilesDoNotFit()
{
    const json rules = schema();
    for (const char* text : {R"({"version":1})", R"({"format":"bellweave","version":2})", R"({"format":"bellweave","version":1,"sites":{}})",
                             R"({"format":"bellweave","version":1,"sites":[{}]})",
                             R"({"format":"bellweave","version":1,"settings":{"route_factor":0.5}})",
                             R"({"format":"bellweave","version":1,"links":[{"id":"a","from":"b","to":"c","fiber":{},"measured":{}}]})",
                             R"({"format":"bellweave","version":1,"links":[{"id":"a","from":"b","to":"c","free_space":{},"measured":{}}]})"})
        QVERIFY2(!misfit(rules, json::parse(text), "").empty(), text);
}

void SchemaTest::catalogAndSerializeNameTheSameFields_data()
{
    QTest::addColumn<QString>("element");
    for (const char* element : {"site", "link", "demand", "map_note", "report_plot", "design"}) QTest::newRow(element) << QString::fromLatin1(element);
}

void SchemaTest::catalogAndSerializeNameTheSameFields()
{
    QFETCH(QString, element);
    QCOMPARE(listed(catalogPaths(element)), listed(serializedPaths(element)));
}

void SchemaTest::rangesAndWordsComeFromTheCatalog()
{
    const json fidelity = schema()["properties"]["demands"]["items"]["properties"]["min_fidelity"];
    QCOMPARE(fidelity["minimum"].get<double>(), 0.5);
    QCOMPARE(fidelity["maximum"].get<double>(), 1.0);
    QCOMPARE(fidelity["default"].get<double>(), 0.9);
    QVERIFY(fidelity["description"].get<std::string>().find("Fidelity, at least") == 0);
    const json processor = schema()["properties"]["sites"]["items"]["properties"]["processor"]["properties"];
    QVERIFY(!processor["memory"]["properties"]["t2_s"].contains("default"));    // the preset says it
    QCOMPARE(processor["qubits"]["default"].get<int>(), 10);
    QVERIFY(processor["preset"]["anyOf"][0]["enum"].size() >= 16);
    QCOMPARE(processor["preset"]["anyOf"][1]["pattern"].get<std::string>(), std::string("^user-"));
}

BELLWEAVE_TEST(SchemaTest)
#include "schema_test.moc"
