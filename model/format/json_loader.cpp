// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/json_loader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>
#include <limits>

namespace bellweave {
namespace {

constexpr qsizetype kMaxKeyLength = 200;
constexpr int kShownDigits = 7;
constexpr int kShownChoices = 40;

class FileText {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

QString shown(double value, const FieldRow& row)
{
    return row.type == FieldType::Integer ? formatNumber(value, 17) : formatLimit(value, row.dimension, kShownDigits);
}

/// The numbers of a list, of lists inside it, or of a text such as "0.7, 0.1, 0.1, 0.1"; null for anything else.
Json listOfNumbers(const Json& json)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;\\[\\]]+"));
    Json list = Json::array();
    if (json.is_string()) {
        for (const QString& word : textOf(json.get_ref<const std::string&>()).split(separators, Qt::SkipEmptyParts))
            list.push_back(utf8Of(word));
    } else if (json.is_array()) {
        for (const Json& item : json) {
            if (item.is_array()) list.insert(list.end(), item.begin(), item.end());
            else list.push_back(item);
        }
    } else {
        return Json();
    }
    return list;
}

QString listed(const QStringList& words)
{
    const QStringList first = words.mid(0, kShownChoices);
    return first.join(QStringLiteral(", ")) + (first.size() < words.size() ? QStringLiteral(", …") : QString());
}

} // namespace

void JsonLoader::identity(QString& key)
{
    const Json* json = take("id");
    if (!json) return fail({}, FileText::tr("The field \"id\" is missing; every element needs one of its own."));
    QString text;
    readText("id", *json, text);
    if (m_error) return;
    if (text.isEmpty() || text.size() > kMaxKeyLength)
        return fail(QStringLiteral("id"), FileText::tr("An id has 1 to %1 characters, this one has %2.")
                                              .arg(kMaxKeyLength).arg(text.size()));
    if (m_keys.contains(text))
        return fail(QStringLiteral("id"), FileText::tr("The id \"%1\" is taken twice in this list; each element needs its own.").arg(text));
    m_keys.insert(text);
    key = text;
    const qsizetype cut = m_place.indexOf(u'/');
    m_place = cut < 0 ? m_place : m_place.left(cut + 1) + text;
}

void JsonLoader::requiredKeys(std::initializer_list<const char*> keys)
{
    for (const char* key : keys)
        if (!m_error && !m_block.object->contains(key) && !m_block.object->contains(utf8Of(keyWithoutUnit(QString::fromUtf8(key)))))
            fail(m_block.path, FileText::tr("The field \"%1\" is missing here and has no default.").arg(QString::fromUtf8(key)));
}

std::optional<std::size_t> JsonLoader::positionOf(const std::string& key) const
{
    const auto& fields = m_block.object->get_ref<const Json::object_t&>();
    const auto field = fields.find(key);
    if (m_error || field == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(field - fields.begin());
}

const Json* JsonLoader::takeAt(std::size_t position)
{
    m_block.taken[position] = true;
    return &m_block.object->get_ref<const Json::object_t&>().begin()[static_cast<std::ptrdiff_t>(position)].second;
}

const Json* JsonLoader::take(const char* key)
{
    const auto position = positionOf(key);
    return position ? takeAt(*position) : nullptr;
}

const Json* JsonLoader::takeQuantity(const char* key)
{
    const QString name = QString::fromUtf8(key);
    const QString bare = keyWithoutUnit(name);
    const Json* exact = take(key);
    if (bare == name) return exact;
    const auto position = positionOf(utf8Of(bare));
    if (!position || m_block.taken[*position]) return exact;    // taken: by another field of the same bare name
    const Json* text = takeAt(*position);
    if (!exact && text->is_string()) return text;
    if (exact) fail(pathOf(key), FileText::tr("\"%1\" and \"%2\" say the same thing; keep one.").arg(name, bare));
    else fail(joinedPath(m_block.path, bare), FileText::tr("%1 has no unit; write \"%2\": %1, or the unit with it as a text.").arg(excerpt(*text), name));
    return nullptr;
}

std::size_t JsonLoader::chosenOf(const std::vector<const char*>& keys)
{
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (m_block.object->contains(keys[i])) present.push_back(i);
    if (present.size() > 1)
        fail(m_block.path, FileText::tr("\"%1\" and \"%2\" exclude each other; keep one.")
                               .arg(QString::fromUtf8(keys[present[0]]), QString::fromUtf8(keys[present[1]])));
    return present.empty() ? 0 : present.front();
}

bool JsonLoader::isList(const char* key, const Json& json)
{
    if (!json.is_array()) failType(key, json, FileText::tr("a list [ … ]"));
    else if (json.size() > kMaxElements)
        fail(pathOf(key), FileText::tr("The list holds more than %1 elements, the most that is read.").arg(kMaxElements));
    return !m_error;
}

bool JsonLoader::lacksNone(const Json& object, const QStringList& paths)
{
    return std::all_of(paths.begin(), paths.end(), [&](const QString& path) {
        const Json* node = &object;
        const QStringList steps = path.split(u'/');
        for (const QString& step : steps) {
            if (!node->is_object()) return false;
            auto field = node->find(utf8Of(step));
            if (field == node->end()) field = node->find(utf8Of(keyWithoutUnit(step)));
            if (field == node->end()) return false;
            node = &*field;
        }
        return true;
    });
}

void JsonLoader::failPreset(const QString& kind, const QString& name)
{
    QStringList known;
    for (const Preset* preset : presetsOfKind(kind)) known.append(preset->id);
    fail(pathOf("preset"), FileText::tr("There is no preset \"%1\", and not all of its values are given here. Accepted: %2.")
                               .arg(name.left(kMaxKeyLength), listed(known)));
}

std::optional<double> JsonLoader::readNumber(const char* key, const Json& json)
{
    const QString path = pathOf(key);
    std::optional<double> value;
    if (json.is_number()) value = json.get<double>();
    else if (json.is_string()) value = parsedNumber(path, textOf(json.get_ref<const std::string&>()));
    else failType(key, json, FileText::tr("a number, or a text with a unit"));
    return value && isInRange(path, *value) ? value : std::nullopt;
}

std::optional<std::uint64_t> JsonLoader::readWhole(const char* key, const Json& json)
{
    // A large seed does not fit into a double; everything that does takes the way of all numbers.
    if (json.is_number_unsigned() && isInRange(pathOf(key), json.get<double>())) return json.get<std::uint64_t>();
    bool isWhole = false;
    const std::uint64_t exact = json.is_string() ? textOf(json.get_ref<const std::string&>()).toULongLong(&isWhole) : 0;
    if (isWhole && isInRange(pathOf(key), static_cast<double>(exact))) return exact;
    const std::optional<double> value = m_error ? std::nullopt : readNumber(key, json);
    if (!value) return std::nullopt;
    if (*value == std::floor(*value) && *value < std::ldexp(1.0, 64)) return static_cast<std::uint64_t>(*value);
    failType(key, json, FileText::tr("a whole number"));
    return std::nullopt;
}

std::optional<double> JsonLoader::parsedNumber(const QString& path, const QString& text)
{
    const FieldPlace* place = findField(m_element, path);
    const Result<double> value = parseQuantity(text, place ? place->row->dimension : Dimension::Number);
    if (value && std::isfinite(*value)) return *value;
    const QString reason = value ? FileText::tr("The value is not finite.") : value.error().sentence;
    // What the reader of quantities says names the value already.
    fail(path, reason.startsWith(u'“') ? FileText::tr("%1: %2").arg(labelOf(path), reason)
                                       : FileText::tr("%1 cannot be \"%2\": %3").arg(labelOf(path), text.left(80), reason));
    return std::nullopt;
}

bool JsonLoader::isInRange(const QString& path, double value)
{
    const FieldPlace* place = findField(m_element, path);
    if (!place || (value >= place->row->minimum && value <= place->row->maximum)) return true;
    const FieldRow& row = *place->row;
    fail(path, FileText::tr("%1 cannot be %2; accepted is %3 to %4. %5")
                   .arg(row.label, shown(value, row), shown(row.minimum, row), shown(row.maximum, row), row.rangeMessage).trimmed());
    return false;
}

void JsonLoader::readText(const char* key, const Json& json, QString& value)
{
    if (json.is_string()) value = textOf(json.get_ref<const std::string&>());
    else failType(key, json, FileText::tr("a text in quotation marks"));
}

void JsonLoader::readToggle(const char* key, const Json& json, bool& value)
{
    if (json.is_boolean()) value = json.get<bool>();
    else failType(key, json, FileText::tr("true or false"));
}

void JsonLoader::readSite(const char* key, const Json& json, SiteId& value)
{
    QString name;
    readText(key, json, name);
    if (m_error) return;
    value = m_sites.value(name);
    if (!value.isValid() && m_siteOfKey) value = m_siteOfKey(name);
    if (!value.isValid())
        fail(pathOf(key), FileText::tr("There is no site with the id \"%1\".").arg(name.left(kMaxKeyLength)));
}

void JsonLoader::readWeights(const char* key, const Json& json, Weights& value)
{
    const Json list = listOfNumbers(json);
    if (list.size() != value.size())
        return failType(key, json, FileText::tr("a list of four weights [Phi+, Phi-, Psi+, Psi-] that sum to 1"));
    for (std::size_t i = 0; i < value.size() && !m_error; ++i) value[i] = readNumber(key, list[i]).value_or(0.0);
}

void JsonLoader::readPlaces(const char* key, const Json& json, Places& value)
{
    value.clear();
    const Json list = listOfNumbers(json);
    if (!list.is_array() || list.size() % 2 != 0 || list.size() > 2 * kMostPlaces)
        return failType(key, json, FileText::tr("a list of at most %1 places [latitude, longitude] in degrees").arg(kMostPlaces));
    for (std::size_t i = 0; i + 1 < list.size() && !m_error; i += 2) {
        const GeoPosition place{readNumber(key, list[i]).value_or(0.0), readNumber(key, list[i + 1]).value_or(0.0)};
        if (!m_error && std::abs(place.latitude) > 90.0)
            return failType(key, list[i], FileText::tr("a latitude from −90° to 90°, then a longitude"));
        value.push_back(place);
    }
}

void JsonLoader::readPins(const char* key, const Json& json, PlotPins& value)
{
    value.clear();
    const Json list = listOfNumbers(json);
    if (!list.is_array() || list.size() % 2 != 0 || list.size() > 2 * kMostPins)
        return failType(key, json, FileText::tr("a list of at most %1 pins [value on the axis, height from 0 to 1]").arg(kMostPins));
    for (std::size_t i = 0; i + 1 < list.size() && !m_error; i += 2)
        value.push_back({readNumber(key, list[i]).value_or(0.0), readNumber(key, list[i + 1]).value_or(0.0)});
}

void JsonLoader::keepUnknownFields()
{
    std::size_t index = 0;
    for (const auto& [key, json] : m_block.object->items()) {
        if (m_block.taken[index++]) continue;
        const QString path = joinedPath(m_block.path, pathStep(textOf(key)));
        m_unknownPlaces.append(joinedPath(m_place, path));
        if (m_block.extras)
            m_block.extras->insert_or_assign(path, QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)));
    }
}

QString JsonLoader::labelOf(const QString& path) const
{
    const FieldPlace* place = findField(m_element, path);
    return place ? place->row->label : path.mid(path.lastIndexOf(u'/') + 1);
}

void JsonLoader::failChoice(const char* key, const QString& text, const std::vector<const char*>& choices)
{
    QStringList words;
    for (const char* choice : choices) words.append(QString::fromUtf8(choice));
    fail(pathOf(key), FileText::tr("%1 cannot be \"%2\". Accepted: %3.").arg(labelOf(pathOf(key)), text.left(kMaxKeyLength), listed(words)));
}

void JsonLoader::failType(const char* key, const Json& json, const QString& accepted)
{
    fail(pathOf(key), FileText::tr("%1 cannot be %2. Accepted: %3.").arg(labelOf(pathOf(key)), excerpt(json), accepted));
}

void JsonLoader::fail(const QString& path, const QString& sentence)
{
    if (!m_error) m_error = Error{Error::Code::InvalidInput, sentence, joinedPath(m_place, path)};
}

QString JsonLoader::excerpt(const Json& json)
{
    constexpr qsizetype kLongest = 60;
    if (json.is_structured()) return json.is_array() ? QStringLiteral("[ … ]") : QStringLiteral("{ … }");
    const QString text = QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    return text.size() <= kLongest ? text : text.left(kLongest) + QStringLiteral("…");
}

} // namespace bellweave
