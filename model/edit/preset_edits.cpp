// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/preset_edits.h"

#include "model/edit/field.h"
#include "model/network/element_name.h"

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
    return kind == u"detector" && site && site->station ? QStringLiteral("station/preset") : QString();
}

QString placeIn(const Link* link, const QString& kind)
{
    if (!link || !std::holds_alternative<FiberLink>(link->kind)) return {};
    if (kind == u"fiber") return QStringLiteral("fiber/preset");
    return kind == u"detector" ? QStringLiteral("fiber/station/preset") : QString();
}

std::vector<ElementRef> sitesAndLinks(const ElementSet& elements)
{
    std::vector<ElementRef> all(elements.sites.begin(), elements.sites.end());
    all.insert(all.end(), elements.links.begin(), elements.links.end());
    return all;
}

Error misfit(const Network& network, const ElementSet& elements, const QString& kind)
{
    const auto refused = [](const QString& sentence) { return Error{Error::Code::InvalidInput, sentence, {}}; };
    if (sitesAndLinks(elements).empty()) return refused(Text::tr("Select sites or links first: they are what hardware is applied to."));
    if (elements.size() > 1) return refused(Text::tr("None of the selected elements takes a preset of this kind."));
    const QString name = elementName(network, elements.first());
    if (kind == u"node") return refused(Text::tr("%1 is no processor or repeater, so it takes no node hardware. Change its kind first.").arg(name));
    if (kind == u"detector")
        return refused(Text::tr("%1 heralds nothing, so it takes no detectors. Midpoint stations and fibers do.").arg(name));
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
        all = all.merged(*patch);
        fits = true;
    }
    if (!fits) return misfit(network, elements, preset.kind);
    return all;
}

} // namespace bellweave
