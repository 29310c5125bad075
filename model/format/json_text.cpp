// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/json_text.h"

#include <QCoreApplication>
#include <cmath>
#include <unordered_set>

namespace bellweave {
namespace {

class FileText {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

using Object = Json::object_t;
using Array = Json::array_t;

/// "line:column" of a byte, both from 1; columns count characters.
QString lineAndColumn(const QByteArray& text, qsizetype position)
{
    position = std::clamp<qsizetype>(position, 0, text.size());
    const qsizetype lineStart = position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
    const auto isCharacterStart = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    const auto column = std::count_if(text.begin() + lineStart, text.begin() + position, isCharacterStart) + 1;
    return QStringLiteral("%1:%2").arg(text.left(lineStart).count('\n') + 1).arg(column);
}

Error errorAt(const QByteArray& text, qsizetype position, const QString& name, const QString& sentence)
{
    const QString place = lineAndColumn(text, position);
    return {Error::Code::Unreadable, sentence, name.isEmpty() ? place : name + u':' + place};
}

/// What the parser says went wrong, without its own place and at a readable length.
QString parserReason(const char* message)
{
    QString reason = QString::fromUtf8(message);
    reason.remove(0, reason.indexOf(QStringLiteral(": ")) + 2);
    return reason.size() <= 160 ? reason : reason.left(160) + QStringLiteral("…");
}

/// Builds the tree and watches the limits.
class Builder : public nlohmann::json_sax<Json> {
public:
    Builder(const QByteArray& text, const QString& name) : m_text(text), m_name(name) {}

    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(Json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
    bool binary(binary_t&) override { return false; }
    bool string(string_t& value) override
    {
        return fits(value) && add(Json(std::move(value)));
    }
    bool key(string_t& value) override
    {
        if (!fits(value)) return false;
        Level& level = m_levels.back();
        level.key = value;
        if (level.keys.size() >= kMaxFields)
            return refuse(FileText::tr("One object holds more than %1 fields, the most that is read.").arg(kMaxFields));
        if (!level.keys.insert(value).second)
            return refuse(FileText::tr("The field \"%1\" stands here twice; keep one.").arg(textOf(value)),
                          Error::Code::InvalidInput);
        return true;
    }
    bool start_object(std::size_t) override { return open(Json(Json::value_t::object)); }
    bool start_array(std::size_t) override { return open(Json(Json::value_t::array)); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override
    {
        const QString reason = parserReason(problem.what());
        const bool endsEarly = reason.contains(QStringLiteral("unexpected end of input"));
        const bool badText = reason.contains(QStringLiteral("ill-formed UTF-8"));
        m_error = errorAt(m_text, static_cast<qsizetype>(position) - 1, m_name,
                          endsEarly ? FileText::tr("The file ends in the middle: it was cut off, or not written whole. Take a copy that is whole.")
                          : badText ? FileText::tr("The text is not valid UTF-8 here. Save the file as UTF-8.")
                                  : FileText::tr("This is not valid JSON: %1.").arg(reason));
        return false;
    }

    Result<Json> result()
    {
        if (m_error) return *m_error;
        return std::move(m_root);
    }
    JsonPrefix prefix()
    {
        const auto list = std::ranges::find_if(m_levels, [](const Level& level) { return level.container->is_array(); });
        const bool cutsElement = list != m_levels.end() && list + 1 != m_levels.end();
        if (cutsElement) list->container->erase(list->container->size() - 1);
        else if (list == m_levels.end() && m_levels.size() > 1) m_levels.front().container->erase(m_levels.front().key);
        return {std::move(m_root), m_error};
    }

private:
    struct Level {
        Json* container;
        std::string key;
        std::unordered_set<std::string> keys;
    };

    bool refuse(const QString& sentence, Error::Code code = Error::Code::LimitExceeded)
    {
        const QString place = placeIn(m_name, path());
        m_error = Error{code, sentence, place.isEmpty() ? QStringLiteral("1:1") : place};
        return false;
    }
    bool fits(const std::string& text)
    {
        if (text.size() <= static_cast<std::size_t>(kMaxTextBytes)) return true;
        return refuse(FileText::tr("A text here is longer than %1 bytes, the most that is read.").arg(kMaxTextBytes));
    }
    Json* add(Json value)
    {
        if (++m_values > kMaxValues) {
            refuse(FileText::tr("The file holds more than %1 values, the most that is read.").arg(kMaxValues));
            return nullptr;
        }
        if (m_levels.empty()) return &(m_root = std::move(value));
        Json& container = *m_levels.back().container;
        if (container.is_array()) return addToArray(container.get_ref<Array&>(), std::move(value));
        // The key is known to be new, so the search that emplace() of the ordered map makes is left out.
        auto& fields = static_cast<Object::Container&>(container.get_ref<Object&>());
        return &fields.emplace_back(m_levels.back().key, std::move(value)).second;
    }
    Json* addToArray(Array& array, Json value)
    {
        if (array.size() < kMaxElements) return &array.emplace_back(std::move(value));
        refuse(FileText::tr("One list holds more than %1 elements, the most that is read.").arg(kMaxElements));
        return nullptr;
    }
    bool open(Json container)
    {
        if (m_levels.size() >= kMaxDepth)
            return refuse(FileText::tr("The file is nested deeper than %1 levels, the most that is read.").arg(kMaxDepth));
        Json* place = add(std::move(container));
        if (place) m_levels.push_back({place, {}, {}});
        return place;
    }
    bool close()
    {
        m_levels.pop_back();
        return true;
    }
    QString path() const
    {
        QString result;
        for (const Level& level : m_levels) {
            const QString step = level.container->is_array() ? QString::number(level.container->size())
                                                             : pathStep(textOf(level.key).left(80));
            result = joinedPath(result, step);
        }
        return result;
    }

    const QByteArray& m_text;
    const QString& m_name;
    Json m_root;
    std::vector<Level> m_levels;
    std::size_t m_values = 0;
    std::optional<Error> m_error;
};

/// What can be said of a text before it is parsed.
std::optional<Error> wrongText(const QByteArray& text, const QString& name)
{
    const QString file = name.isEmpty() ? FileText::tr("the text") : name;
    if (text.size() > kMaxFileBytes)
        return Error{Error::Code::LimitExceeded,
                     FileText::tr("The file has %1 bytes; at most %2 are read.").arg(text.size()).arg(kMaxFileBytes), file};
    if (text.trimmed().isEmpty()) return Error{Error::Code::Unreadable, FileText::tr("The file is empty."), file};
    // The parser takes a zero byte for the end and would not look at what follows.
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0)
        return errorAt(text, zero, name, FileText::tr("There is a zero byte here. A design is a text file in UTF-8."));
    return std::nullopt;
}

} // namespace

Result<Json> parseJson(const QByteArray& text, const QString& name)
{
    if (auto error = wrongText(text, name)) return *std::move(error);
    Builder builder(text, name);
    Json::sax_parse(text.begin(), text.end(), &builder);
    return builder.result();
}

JsonPrefix parseJsonPrefix(const QByteArray& text, const QString& name)
{
    auto error = wrongText(text, name);
    // Blocks that never reached the disk are zeros: what stands before them is read.
    const qsizetype zero = text.indexOf('\0');
    if (error && zero < 0) return {Json(), std::move(error)};
    const QByteArray readable = error ? text.left(zero) : text;
    Builder builder(readable, name);
    Json::sax_parse(readable.begin(), readable.end(), &builder);
    JsonPrefix prefix = builder.prefix();
    if (error) prefix.error = std::move(error);
    return prefix;
}

QByteArray jsonText(const Json& json)
{
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json jsonNumber(double value)
{
    constexpr double kLargestExactWhole = 9007199254740992.0;
    const bool isWhole = std::abs(value) < kLargestExactWhole && value == std::floor(value);
    return isWhole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

QString joinedPath(const QString& first, const QString& second)
{
    return first.isEmpty() ? second : second.isEmpty() ? first : first + u'/' + second;
}

QString placeIn(const QString& name, const QString& path)
{
    return name.isEmpty() ? path : path.isEmpty() ? name : name + QStringLiteral(": ") + path;
}

QString pathStep(const QString& key)
{
    return QString(key).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

QString keyOfStep(const QString& step)
{
    return QString(step).replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
}

QString textOf(const std::string& utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

std::string utf8Of(const QString& text)
{
    return text.toUtf8().toStdString();
}

} // namespace bellweave
