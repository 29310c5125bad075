// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"

#include "model/edit/edits.h"
#include "model/edit/report_edits.h"
#include "model/format/element_json.h"
#include "model/network/catalog.h"
#include "model/network/presets.h"
#include "model/network/rules.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class FieldWords {
    Q_DECLARE_TR_FUNCTIONS(Field)
};

template<typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

/// Calls the function with the element itself, or the general part of the design; with null when the element is gone.
template<typename Function>
auto withElement(const Network& network, const ElementRef& element, Function function)
{
    return std::visit(Overloaded{[&](std::monostate) { return function(&network.general()); },
                                 [&](SiteId id) { return function(network.sites.find(id)); },
                                 [&](LinkId id) { return function(network.links.find(id)); },
                                 [&](DemandId id) { return function(network.demands.find(id)); },
                                 [&](NoteId id) { return function(network.mapNotes.find(id)); },
                                 [&](PlotId id) { return function(network.reportPlots.find(id)); }},
                      element);
}

QString kindOf(const ElementRef& element)
{
    static const std::array<QString, 6> kinds{QStringLiteral("design"), QStringLiteral("site"), QStringLiteral("link"), QStringLiteral("demand"),
                                              QStringLiteral("map_note"), QStringLiteral("report_plot")};
    return kinds[element.index()];
}

QString placeOf(const Network& network, const ElementRef& element, const QString& path)
{
    const QString key = withElement(network, element, [](const auto* value) {
        if constexpr (requires { value->key; }) return value ? value->key : QString();
        else return QString();
    });
    return element.index() == 0 ? path : kindOf(element) + QStringLiteral("s/") + key + u'/' + path;
}

/// The node at a path of keys, or null.
const Json* nodeAt(const Json& json, const QString& path)
{
    const Json* node = &json;
    for (const QString& step : path.split(u'/')) {
        if (!node->is_object()) return nullptr;
        const auto field = node->find(utf8Of(step));
        if (field == node->end()) return nullptr;
        node = &*field;
    }
    return node;
}

void setNode(Json& json, const QString& path, Json value)
{
    Json* node = &json;
    for (const QString& step : path.split(u'/')) node = &(*node)[utf8Of(step)];
    *node = std::move(value);
}

void eraseNode(Json& json, const QString& path)
{
    const qsizetype cut = path.lastIndexOf(u'/');
    if (cut >= 0 && !nodeAt(json, path.left(cut))) return;
    Json* owner = &json;
    if (cut >= 0)
        for (const QString& step : path.left(cut).split(u'/')) owner = &(*owner)[utf8Of(step)];
    owner->erase(utf8Of(path.mid(cut + 1)));
}

/// The element's form with every field, or null when the element is gone.
Json allFields(const Network& network, const ElementRef& element, JsonFields fields = JsonFields::All)
{
    return withElement(network, element, [&](const auto* value) { return value ? toJson(network, *value, fields) : Json(); });
}

bool holds(const Json& all, const FieldPlace& place)
{
    return place.kind->key.isEmpty() || all.contains(utf8Of(place.kind->key));
}

QString knownPaths(const QString& element)
{
    QStringList known;
    for (const KindRow& kind : catalog())
        if (kind.element == element)
            for (const FieldRow& row : kind.fields) known.append(fieldPath(kind, row));
    return known.join(QStringLiteral(", "));
}

/// The field at a path of an element with this form, or why there is none.
Result<const FieldPlace*> fieldPlace(const Network& network, const ElementRef& element, const Json& all, const QString& path)
{
    const FieldPlace* place = findField(kindOf(element), path);
    const auto noSuch = [&](const QString& sentence) { return Error{Error::Code::NotFound, sentence, placeOf(network, element, path)}; };
    if (!place) return noSuch(FieldWords::tr("There is no field \"%1\" here. Accepted: %2.").arg(path, knownPaths(kindOf(element))));
    if (all.is_null()) return noSuch(FieldWords::tr("There is no such element."));
    if (holds(all, *place)) return place;
    return noSuch(FieldWords::tr("The element has no %1, so \"%2\" has no place in it.").arg(place->kind->label.toLower(), path));
}

/// The numbers of a list, "0.7, 0.1, 0.1, 0.1", and of a list of pairs, "52.1 4.3, 51.9 5".
QString listText(const Json& list, const QString& separator = QStringLiteral(", "))
{
    QStringList texts;
    for (const Json& item : list) texts.append(item.is_array() ? listText(item, QStringLiteral(" ")) : exactNumber(item.get<double>()));
    return texts.join(separator);
}

FieldContent contentOf(const Json& node)
{
    FieldContent value;
    if (node.is_number()) value.number = node.get<double>();
    else if (node.is_boolean()) value.toggle = node.get<bool>();
    else if (node.is_array()) value.text = listText(node);
    else value.text = textOf(node.get_ref<const std::string&>());
    return value;
}

/// Which preset speaks of the fields below a path.
struct PresetScope {
    const char* element;
    const char* block;     ///< path of the fields it fills
    const char* preset;    ///< path of the preset's name
    const char* kind;
};

// Longer blocks stand before those they lie in.
constexpr PresetScope kPresetScopes[] = {
    {"site", "processor/", "processor/preset", "node"},
    {"site", "repeater/", "repeater/preset", "node"},
    {"site", "station/", "station/preset", "detector"},
    {"site", "pair_source/", "pair_source/preset", "pair_source"},
    {"site", "terminal/", "terminal/preset", "terminal"},
    {"site", "telescope/", "telescope/preset", "telescope"},
    {"link", "fiber/station/", "fiber/station/preset", "detector"},
    {"link", "fiber/", "fiber/preset", "fiber"},
    {"link", "free_space/station/", "free_space/station/preset", "detector"},
    {"link", "free_space/", "free_space/preset", "free_space"},
    {"link", "satellite/station/", "satellite/station/preset", "detector"},
    {"link", "satellite/", "satellite/preset", "satellite"},
    {"link", "microwave/", "microwave/preset", "microwave"},
    {"design", "costs/", "costs/preset", "cost"}};

bool isFromPreset(const FieldPlace& place, const Json& all)
{
    for (const PresetScope& scope : kPresetScopes) {
        if (place.kind->element != QLatin1String(scope.element) || !place.path.startsWith(QLatin1String(scope.block))) continue;
        const Json* name = nodeAt(all, QLatin1String(scope.preset));
        const Preset* preset = name ? findPreset(QLatin1String(scope.kind), textOf(name->get<std::string>())) : nullptr;
        return preset && preset->values.contains(place.path.mid(static_cast<qsizetype>(qstrlen(scope.block))));
    }
    return false;
}

/// The presets that hold where a design names none.
bool isDefaultPreset(const QString& name)
{
    static const QStringList defaults{NodeHardware().preset, FiberLink().preset, FreeSpaceLink().preset, SatelliteLink().preset, Telescope().preset, MicrowaveLink().preset, HeraldStation().preset, PairSource().preset, KeyTerminal().preset, CostTable().preset};
    return defaults.contains(name);
}

FieldOrigin originOf(const FieldPlace& place, const Json& all, const Json& departures)
{
    const Json* node = nodeAt(all, place.path);
    if (!node) return FieldOrigin::Derived;
    if (place.row->type == FieldType::Preset)
        return isDefaultPreset(textOf(node->get<std::string>())) ? FieldOrigin::Default : FieldOrigin::Overridden;
    if (nodeAt(departures, place.path)) return FieldOrigin::Overridden;
    return isFromPreset(place, all) ? FieldOrigin::Preset : FieldOrigin::Default;
}

FieldContent contentIn(const FieldPlace& place, const Json& all)
{
    const Json* node = nodeAt(all, place.path);
    return node ? contentOf(*node) : FieldContent();
}

std::optional<bool> toggleOf(const QString& text)
{
    const QString word = text.trimmed().toLower();
    if (QStringList{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"), QStringLiteral("1")}.contains(word)) return true;
    if (QStringList{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("off"), QStringLiteral("0")}.contains(word)) return false;
    return std::nullopt;
}

/// What a person typed, as it would stand in a file.
Json typedJson(const FieldRow& row, const QString& text)
{
    if (row.type == FieldType::Toggle)
        if (const auto toggle = toggleOf(text)) return Json(*toggle);
    const bool isFreeText = row.type == FieldType::Text;
    return Json(utf8Of(isFreeText ? text : text.trimmed()));
}

/// All values of a preset that is not known stand in the element. They go where a known one takes its place, or it would
/// change nothing.
void forgetUnknownPreset(Json& json, const FieldPlace& place, const QString& chosen)
{
    const QString kind = place.row->choices.front();
    const Json* old = nodeAt(json, place.path);
    const Preset* preset = findPreset(kind, chosen);
    if (!old || !preset || findPreset(kind, textOf(old->get<std::string>()))) return;
    const QString block = place.path.left(place.path.lastIndexOf(u'/') + 1);
    for (const auto& [path, value] : preset->values) eraseNode(json, block + path);
}

Patch replaced(const Network& network, Site site) { return replaceSite(network, std::move(site)); }
Patch replaced(const Network& network, Link link) { return replaceLink(network, std::move(link)); }
Patch replaced(const Network& network, Demand demand) { return replaceDemand(network, std::move(demand)); }
Patch replaced(const Network& network, MapNote note) { return replaceNote(network, std::move(note)); }
Patch replaced(const Network& network, ReportPlot plot) { return replacePlot(network, std::move(plot)); }
Patch replaced(const Network& network, General general) { return replaceGeneral(network, std::move(general)); }

bool isKeyTaken(const Network& network, const Site& site) { const Site* other = siteByKey(network, site.key); return other && other->id != site.id; }
bool isKeyTaken(const Network& network, const Link& link) { const Link* other = linkByKey(network, link.key); return other && other->id != link.id; }
bool isKeyTaken(const Network& network, const Demand& demand) { const Demand* other = demandByKey(network, demand.key); return other && other->id != demand.id; }
bool isKeyTaken(const Network& network, const MapNote& note) { const MapNote* other = noteByKey(network, note.key); return other && other->id != note.id; }
bool isKeyTaken(const Network& network, const ReportPlot& plot)
{
    const ReportPlot* other = plotByKey(network, plot.key);
    return other && other->id != plot.id;
}
bool isKeyTaken(const Network&, const General&) { return false; }

std::optional<Error> brokenByEdit(const Network& network, const Site& site)
{
    auto broken = brokenLimit(site);
    if (broken) broken->where = placeOf(network, site.id, broken->where);
    return broken;
}
template<typename T>
std::optional<Error> brokenByEdit(const Network&, const T&) { return std::nullopt; }

/// The edit that changes an element's JSON form in place.
template<typename Change>
Result<Patch> changed(const Network& network, const ElementRef& element, const QString& path, Change change)
{
    return withElement(network, element, [&](const auto* value) -> Result<Patch> {
        Json json = toJson(network, *value);
        change(json);
        auto result = fromJson(network, json, *value);
        if (!result) return result.error();
        if (isKeyTaken(network, *result))
            return Error{Error::Code::InvalidInput, FieldWords::tr("The id is taken by another element; choose one of its own."),
                         placeOf(network, element, path)};
        if (const auto broken = brokenByEdit(network, *result)) return *broken;
        Patch renamed;
        if constexpr (requires { value->key; })
            if (result->key != value->key) renamed = followNewKey(network, element, result->key);
        Patch patch = replaced(network, *std::move(result));
        patch.append(renamed);
        return patch;
    });
}

/// The elements of a table whose key begins the path; the longest key wins, for keys may hold slashes.
template<typename T>
const T* elementInPath(const Table<T>& table, const QString& path)
{
    const T* best = nullptr;
    for (const T& row : table)
        if (path.startsWith(row.key + u'/') && (!best || row.key.size() > best->key.size())) best = &row;
    return best;
}

template<typename T>
Result<Patch> setInTable(const Network& network, const Table<T>& table, const QString& name, const QString& path, const QString& text)
{
    const QString rest = path.mid(name.size() + 1);
    if (const T* element = elementInPath(table, rest)) return setField(network, element->id, rest.mid(element->key.size() + 1), text);
    QStringList keys;
    for (const T& row : table)
        if (keys.size() < 20) keys.append(row.key);
    if (static_cast<qsizetype>(table.size()) > keys.size()) keys.append(QStringLiteral("…"));
    return Error{Error::Code::NotFound, FieldWords::tr("The path names no element of \"%1\" and a field of it. Ids: %2.")
                                            .arg(name, keys.join(QStringLiteral(", "))), path};
}

} // namespace

Result<FieldValue> fieldValue(const Network& network, const ElementRef& element, const QString& path)
{
    const Json all = allFields(network, element);
    const Result<const FieldPlace*> place = fieldPlace(network, element, all, path);
    if (!place) return place.error();
    return FieldValue{contentIn(**place, all), originOf(**place, all, allFields(network, element, JsonFields::Departures))};
}

std::vector<std::optional<FieldContent>> fieldContents(const Network& network, const ElementRef& element, const QStringList& paths)
{
    std::vector<std::optional<FieldContent>> contents(static_cast<std::size_t>(paths.size()));
    const Json all = allFields(network, element);
    if (all.is_null()) return contents;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const FieldPlace* place = findField(kindOf(element), paths[static_cast<qsizetype>(i)]);
        if (place && holds(all, *place)) contents[i] = contentIn(*place, all);
    }
    return contents;
}

std::vector<PlacedValue> fieldValues(const Network& network, const ElementRef& element)
{
    std::vector<PlacedValue> values;
    const Json all = allFields(network, element);
    if (all.is_null()) return values;
    const Json departures = allFields(network, element, JsonFields::Departures);
    for (const KindRow& kind : catalog()) {
        if (kind.element != kindOf(element)) continue;
        for (const FieldRow& row : kind.fields) {
            const FieldPlace* place = findField(kind.element, fieldPath(kind, row));
            if (holds(all, *place)) values.push_back({place, {contentIn(*place, all), originOf(*place, all, departures)}});
        }
    }
    return values;
}

Result<Patch> setField(const Network& network, const ElementRef& element, const QString& path, const QString& text)
{
    return setFields(network, element, {{path, text}});
}

Result<Patch> setFields(const Network& network, const ElementRef& element, const std::vector<FieldText>& texts)
{
    if (texts.empty()) return Patch();
    const Json all = allFields(network, element);
    std::vector<const FieldPlace*> places;
    for (const FieldText& typed : texts) {
        const Result<const FieldPlace*> place = fieldPlace(network, element, all, typed.path);
        if (!place) return place.error();
        places.push_back(*place);
    }
    return changed(network, element, places.front()->path, [&](Json& json) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i]->row->type == FieldType::Preset) forgetUnknownPreset(json, *places[i], texts[i].text.trimmed());
            const bool resets = places[i]->row->optional && texts[i].text.trimmed().isEmpty();
            if (resets) eraseNode(json, places[i]->path);
            else setNode(json, places[i]->path, typedJson(*places[i]->row, texts[i].text));
        }
    });
}

Result<Patch> resetField(const Network& network, const ElementRef& element, const QString& path)
{
    const Result<const FieldPlace*> place = fieldPlace(network, element, allFields(network, element), path);
    if (!place) return place.error();
    return changed(network, element, (*place)->path, [&](Json& json) { eraseNode(json, (*place)->path); });
}

Result<Patch> setPath(const Network& network, const QString& path, const QString& text)
{
    if (path.startsWith(QStringLiteral("sites/"))) return setInTable(network, network.sites, QStringLiteral("sites"), path, text);
    if (path.startsWith(QStringLiteral("links/"))) return setInTable(network, network.links, QStringLiteral("links"), path, text);
    if (path.startsWith(QStringLiteral("demands/"))) return setInTable(network, network.demands, QStringLiteral("demands"), path, text);
    if (path.startsWith(QStringLiteral("map_notes/"))) return setInTable(network, network.mapNotes, QStringLiteral("map_notes"), path, text);
    if (path.startsWith(QStringLiteral("report_plots/")))
        return setInTable(network, network.reportPlots, QStringLiteral("report_plots"), path, text);
    return setField(network, ElementRef(), path, text);
}

} // namespace bellweave
