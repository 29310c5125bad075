// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_values.h"

#include "app/cli/design_input.h"
#include "model/format/project_file.h"

#include <cmath>

namespace bellweave::cli {
namespace {

template<typename T>
QString keyPath(const QString& list, const T* element)
{
    return list + u'/' + (element ? element->key : QStringLiteral("?"));
}

struct PathOf {
    const Network& network;
    QString operator()(std::monostate) const { return QStringLiteral("design"); }
    QString operator()(SiteId id) const { return keyPath(QStringLiteral("sites"), network.sites.find(id)); }
    QString operator()(LinkId id) const { return keyPath(QStringLiteral("links"), network.links.find(id)); }
    QString operator()(DemandId id) const { return keyPath(QStringLiteral("demands"), network.demands.find(id)); }
    QString operator()(NoteId id) const { return keyPath(QStringLiteral("map_notes"), network.mapNotes.find(id)); }
    QString operator()(PlotId id) const { return keyPath(QStringLiteral("report_plots"), network.reportPlots.find(id)); }
};

} // namespace

Json toJson(const QString& text)
{
    return text.toStdString();
}

Json toJson(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts) list.push_back(toJson(text));
    return list;
}

void putNumber(Json& object, const char* key, double value, const QString& reasonWhenNotFinite)
{
    if (std::isfinite(value)) object[key] = value == 0.0 ? 0.0 : value;   // never "-0.0"
    else putMissing(object, key, reasonWhenNotFinite);
}

void putMissing(Json& object, const char* key, const QString& reason)
{
    object[key] = nullptr;
    object[std::string(key) + "_reason"] = toJson(reason);
}

Json estimateJson(const engine::Estimate& estimate) { return {{"mean", estimate.mean}, {"standard_error", estimate.standardError}, {"count", estimate.count}}; }

QString elementPath(const Network& network, const ElementRef& element)
{
    return std::visit(PathOf{network}, element);
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Note: return QStringLiteral("note");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Problem: break;
    }
    return QStringLiteral("problem");
}

Json findingsJson(const Network& network, const std::vector<Finding>& findings)
{
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back({{"severity", toJson(severityWord(finding.severity))}, {"code", toJson(finding.code)},
                        {"element", toJson(elementPath(network, finding.element))}, {"sentence", toJson(finding.sentence)},
                        {"suggestion", toJson(finding.suggestion)}});
    return list;
}

Json provenanceJson(const DesignInput& design)
{
    const RunSettings& settings = design.network.general().settings;
    return {{"program", "bellweave"},
            {"version", BELLWEAVE_VERSION},
            {"format_version", kFormatVersion},
            {"input_sha256", design.sha256.toStdString()},
            {"seed", settings.seed},
            {"trials", 0},
            {"settings", {{"route_factor", settings.routeFactor}, {"ends_hold", settings.endsHold},
                          {"decay_from_emission", settings.decayFromEmission}, {"marginal_band", settings.marginalBand},
                          {"epoch", toJson(design.network.general().time.epoch)}, {"span_s", design.network.general().time.span.si()},
                          {"set", toJson(design.settings)}}}};
}

QString documentText(const Json& document)
{
    return QString::fromStdString(document.dump(2, ' ', false, Json::error_handler_t::replace)) + u'\n';
}

} // namespace bellweave::cli
