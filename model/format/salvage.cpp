// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/salvage.h"

#include "model/format/embedded_design.h"
#include "model/format/json_loader.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class FileText {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

/// Takes a design apart into elements, each read by a loader of its own.
class Salvage {
public:
    explicit Salvage(Json root) : m_root(std::move(root)) {}

    SalvagedDesign result() &&
    {
        takeTable("sites", m_result.network.sites);
        takeTable("links", m_result.network.links);
        takeTable("demands", m_result.network.demands);
        takeTable("map_notes", m_result.network.mapNotes);
        takeTable("report_plots", m_result.network.reportPlots);
        m_root.erase("format");
        m_root.erase("version");
        takeGeneral();
        return std::move(m_result);
    }

private:
    template<typename T>
    void takeTable(const char* key, Table<T>& table)
    {
        const auto found = m_root.find(key);
        if (found == m_root.end()) return;
        const Json list = std::move(*found);
        m_root.erase(found);
        const QString name = QString::fromUtf8(key);
        if (!list.is_array()) return refuse({Error::Code::InvalidInput, FileText::tr("This is no list of elements."), name});
        QSet<QString> taken;
        std::uint32_t number = 0;
        for (const Json& json : list) {
            T row;
            row.id = typename Table<T>::Id(++number);
            const QString place = name + u'/' + QString::number(number - 1);
            if (!read(json, row, elementOfTable(name), place)) continue;
            if (taken.contains(row.key)) {
                refuse({Error::Code::InvalidInput, FileText::tr("The id \"%1\" is taken twice in this list; each element needs its own.").arg(row.key), place});
                continue;
            }
            taken.insert(row.key);
            if constexpr (std::is_same_v<T, Site>) m_sites.insert(row.key, row.id);
            table.put(std::move(row));
        }
    }

    /// What does not belong to an element; wrong fields are left out one after the other.
    void takeGeneral()
    {
        while (true) {
            General general;
            JsonLoader loader;
            loader.load(m_root, general, QStringLiteral("design"), QString());
            if (!loader.error()) return m_result.network.setGeneral(std::move(general));
            refuse(*loader.error());
            const std::string field = utf8Of(keyOfStep(loader.error()->where.section(u'/', 0, 0)));
            if (!m_root.contains(field)) return;
            m_root.erase(field);
        }
    }

    template<typename T>
    bool read(const Json& json, T& row, const QString& element, const QString& place)
    {
        JsonLoader loader([this](const QString& key) { return m_sites.value(key); });
        loader.load(json, row, element, place);
        if (loader.error()) refuse(*loader.error());
        return !loader.error();
    }

    void refuse(Error error) { m_result.refused.push_back(std::move(error)); }

    Json m_root;
    QHash<QString, SiteId> m_sites;
    SalvagedDesign m_result;
};

} // namespace

Result<SalvagedDesign> salvageDesign(const QByteArray& text, const QString& name)
{
    const Result<QByteArray> design = isPage(text) ? designInPage(text, name) : Result<QByteArray>(text);
    if (!design) return design.error();
    JsonPrefix prefix = parseJsonPrefix(*design, name);
    const bool isOurs = prefix.json.is_object() && prefix.json.value("format", Json()) == Json("bellweave");
    SalvagedDesign result = isOurs ? Salvage(std::move(prefix.json)).result() : SalvagedDesign();
    if (prefix.error) result.refused.push_back({prefix.error->code, FileText::tr("Nothing is read from here on. %1").arg(prefix.error->sentence), prefix.error->where});
    if (!result.network.sites.empty()) return result;
    return Error{Error::Code::Unreadable, FileText::tr("Not a single site can be read from it."), name};
}

} // namespace bellweave
