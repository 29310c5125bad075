// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/preset_edits.h"

#include "model/edit/field.h"
#include "model/network/element_name.h"
#include "model/network/user_presets.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(PresetEdits)
};

QString placeIn(const Site* site, const QString& kind)
{
    if (kind == u"node" && site && site->processor) return QStringLiteral("processor/preset");
    if (kind == u"node" && site && site->repeater) return QStringLiteral("repeater/preset");
    if (kind == u"pair_source" && site && site->pairSource) return QStringLiteral("pair_source/preset");
    if (kind == u"terminal" && site && site->terminal) return QStringLiteral("terminal/preset");
    if (kind == u"telescope" && site && site->telescope) return QStringLiteral("telescope/preset");
    return kind == u"detector" && site && site->station ? QStringLiteral("station/preset") : QString();
}

QString placeIn(const Link* link, const QString& kind)
{
    QString block;
    if (link && std::holds_alternative<FiberLink>(link->kind)) block = QStringLiteral("fiber");
    if (link && std::holds_alternative<FreeSpaceLink>(link->kind)) block = QStringLiteral("free_space");
    if (link && std::holds_alternative<SatelliteLink>(link->kind)) block = QStringLiteral("satellite");
    if (link && std::holds_alternative<MicrowaveLink>(link->kind)) block = QStringLiteral("microwave");
    if (kind == u"detector" && (!link || !ownStation(link->kind))) return {};
    if (block.isEmpty() || (kind != block && kind != u"detector")) return {};
    return block + (kind == block ? QStringLiteral("/preset") : QStringLiteral("/station/preset"));
}

std::vector<ElementRef> sitesAndLinks(const ElementSet& elements)
{
    std::vector<ElementRef> all(elements.sites.begin(), elements.sites.end());
    all.insert(all.end(), elements.links.begin(), elements.links.end());
    return all;
}

/// What a preset of a kind can tell: numbers that do not belong to one element alone.
QStringList pathsToTell(const QString& kind)
{
    static const QStringList own{QStringLiteral("qubits"), QStringLiteral("length_m"), QStringLiteral("fixed_loss_db"), QStringLiteral("measured_loss_db"),
                                 QStringLiteral("station_position"), QStringLiteral("trust")};
    QStringList paths;
    for (const FieldRow& row : presetBlock(kind)->fields) {
        const bool isNumber = row.type == FieldType::Number || row.type == FieldType::Integer;
        const bool isOfStation = kind != u"detector" && row.path.startsWith(QStringLiteral("station/"));
        if (isNumber && !isOfStation && !own.contains(row.path)) paths += row.path;
    }
    return paths;
}

Error refused(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

Error misfit(const Network& network, const ElementSet& elements, const QString& kind)
{
    if (sitesAndLinks(elements).empty()) return refused(Text::tr("Select sites or links first: they are what hardware is applied to."));
    if (elements.size() > 1) return refused(Text::tr("None of the selected elements takes a preset of this kind."));
    const QString name = elementName(network, elements.first());
    if (kind == u"node") return refused(Text::tr("%1 is no processor or repeater, so it takes no node hardware. Change its kind first.").arg(name));
    if (kind == u"detector")
        return refused(Text::tr("%1 heralds nothing, so it takes no detectors. Midpoint stations, fibers and free-space links do.").arg(name));
    if (kind == u"pair_source") return refused(Text::tr("%1 is no source of pairs. Change its kind first.").arg(name));
    if (kind == u"terminal") return refused(Text::tr("%1 is no key terminal, so it takes no hardware of one. Make it a trusted node first.").arg(name));
    if (kind == u"telescope") return refused(Text::tr("%1 has no telescope. Make it a ground station or a satellite first.").arg(name));
    if (kind == u"satellite") return refused(Text::tr("%1 is no satellite link, so it takes no sky.").arg(name));
    if (kind == u"microwave") return refused(Text::tr("%1 is no microwave link, so it takes no cold line.").arg(name));
    if (kind == u"free_space") return refused(Text::tr("%1 is no free-space link, so it takes no air.").arg(name));
    return refused(Text::tr("%1 is no fiber link, so it takes no kind of fiber.").arg(name));
}

} // namespace

QString presetPlace(const Network& network, const ElementRef& element, const QString& presetKind)
{
    if (presetKind == u"cost") return element == ElementRef() ? QStringLiteral("costs/preset") : QString();
    if (const auto* site = std::get_if<SiteId>(&element)) return placeIn(network.sites.find(*site), presetKind);
    const auto* link = std::get_if<LinkId>(&element);
    return link ? placeIn(network.links.find(*link), presetKind) : QString();
}

Result<Patch> applyPreset(const Network& network, const ElementSet& elements, const Preset& preset)
{
    std::vector<ElementRef> targets = sitesAndLinks(elements);
    if (preset.kind == u"cost") targets = {ElementRef()};
    Patch all;
    bool fits = false;
    for (const ElementRef& target : targets) {
        const QString place = presetPlace(network, target, preset.kind);
        if (place.isEmpty()) continue;
        const Result<Patch> patch = setField(network, target, place, preset.id);
        if (!patch) return patch.error();
        all.append(*patch);    // every element once
        fits = true;
    }
    if (!fits) return misfit(network, elements, preset.kind);
    return all;
}

Result<Preset> presetFrom(const Network& network, const ElementRef& element, const QString& presetKind, const QString& label,
                          const QString& source)
{
    const QString place = presetPlace(network, element, presetKind);
    if (place.isEmpty()) return refused(Text::tr("There is nothing here that such a preset could be made of."));
    if (label.trimmed().isEmpty()) return refused(Text::tr("A preset needs a name."));
    for (const Preset* other : presetsOfKind(presetKind))
        if (other->isYours && other->label == label.trimmed())
            return refused(Text::tr("You have a preset called “%1” already. Choose another name, or delete that one first.").arg(other->label));
    const QString name = fieldValue(network, element, place).value_or(FieldValue()).text;
    const Preset* base = findPreset(presetKind, name);
    Preset preset = base ? *base : Preset();
    preset.id = freeUserPresetId(label);
    preset.kind = presetKind;
    preset.label = label.trimmed();
    preset.isYours = true;
    preset.summary = base ? Text::tr("Made from “%1”.").arg(base->label) : QString();
    const QString block = place.left(place.lastIndexOf(u'/') + 1);
    const QStringList paths = pathsToTell(presetKind);
    QStringList places;
    for (const QString& path : paths) places += block + path;
    const auto contents = fieldContents(network, element, places);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString& path = paths[i];
        const std::optional<double> number = contents[static_cast<std::size_t>(i)].value_or(FieldContent()).number;
        const auto told = preset.values.find(path);
        if (!number || (told != preset.values.end() && told->second.value == *number)) continue;
        preset.values.insert_or_assign(path, PresetValue{*number, *number, *number, Provenance::Assumed, source, {}});
    }
    return preset;
}

} // namespace bellweave
