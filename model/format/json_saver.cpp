// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/json_saver.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave {

void JsonSaver::identity(const QString& key) { put("id", Json(utf8Of(key))); }

bool JsonSaver::isReliable(const QString& kind, const QString& name) const
{
    const Preset* preset = findPreset(kind, name);
    return preset && (m_content != Content::File || !preset->isYours);
}

Json JsonSaver::number(const char* key, double value)
{
    if (!std::isfinite(value) && !m_error) {
        const QString path = joinedPath(m_block.path, QString::fromUtf8(key));
        m_error = Error{Error::Code::InvalidInput,
                        QCoreApplication::translate("ProjectFile", "The value is not a finite number and cannot be saved."),
                        joinedPath(m_place, path)};
    }
    return jsonNumber(value);
}

Json JsonSaver::numbers(const char* key, const Weights& values)
{
    Json list = Json::array();
    for (const double value : values) list.push_back(number(key, value));
    return list;
}

Json JsonSaver::pairs(const char* key, const Places& places)
{
    Json list = Json::array();
    for (const GeoPosition& place : places)
        list.push_back(Json::array({number(key, place.latitude), number(key, place.longitude)}));
    return list;
}

Json JsonSaver::pairs(const char* key, const PlotPins& pins)
{
    Json list = Json::array();
    for (const PlotPin& pin : pins) list.push_back(Json::array({number(key, pin.at), number(key, pin.height)}));
    return list;
}

const Json* JsonSaver::referenceField(const char* key) const
{
    if (!m_block.reference) return nullptr;
    const auto field = m_block.reference->find(key);
    return field == m_block.reference->end() ? nullptr : &*field;
}

void JsonSaver::put(const char* key, Json value)
{
    m_block.object->get_ref<Json::object_t&>().emplace(key, std::move(value));
}

void JsonSaver::writeLeaf(const char* key, Json value)
{
    const bool isRequired = std::any_of(m_block.required.begin(), m_block.required.end(),
                                        [key](const char* required) { return qstrcmp(key, required) == 0; });
    const Json* reference = referenceField(key);
    if (isRequired || !reference || *reference != value) put(key, std::move(value));
}

void JsonSaver::addUnknownFields()
{
    if (!m_extras) return;
    for (const auto& [path, text] : *m_extras) {
        const qsizetype cut = path.lastIndexOf(u'/');
        if (path.left(std::max<qsizetype>(cut, 0)) != m_block.path) continue;
        Json value = Json::parse(text.begin(), text.end(), nullptr, false);
        if (!value.is_discarded()) put(keyOfStep(path.mid(cut + 1)).toUtf8().constData(), std::move(value));
    }
}

} // namespace bellweave
