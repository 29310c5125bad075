// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject_words.h"

#include "ui/style/medium.h"
#include "ui/style/symbols.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SubjectWords)
};

template<typename Id>
int countOf(const Subject& subject)
{
    return static_cast<int>(std::count_if(subject.elements.begin(), subject.elements.end(),
                                          [](const ElementRef& element) { return std::holds_alternative<Id>(element); }));
}

QString siteLine(const Network& network, SiteId id)
{
    const Site* site = network.sites.find(id);
    if (!site) return {};
    const auto links = std::count_if(network.links.begin(), network.links.end(), [id](const Link& link) { return link.from == id || link.to == id; });
    const QString place = site->position || site->orbit ? QString() : Text::tr(", not placed");
    return Text::tr("%1, %2").arg(roleName(roleOf(*site)), Text::tr("%n link(s)", nullptr, static_cast<int>(links))) + place;
}

QString linkLine(const Session& session, LinkId id)
{
    const Link* link = session.network().links.find(id);
    if (!link) return {};
    const QString kind = mediumLabel(link->kind);
    const auto evaluation = session.evaluation();
    const engine::LinkResult* result = evaluation ? evaluation->find(id) : nullptr;
    if (!result || result->length.si() <= 0.0) return kind;
    return Text::tr("%1, %2 km").arg(kind, figures::kilometersText(result->length.si()));
}

QString demandLine(const Session& session, DemandId id)
{
    const auto evaluation = session.evaluation();
    const engine::DemandResult* result = evaluation ? evaluation->find(id) : nullptr;
    if (!result) return {};
    if (result->relay)
        return Text::tr("%1, %2 km of fiber, key only")
            .arg(Text::tr("%n hop(s)", nullptr, static_cast<int>(result->relay->hops.size())), figures::kilometersText(result->length.si()));
    if (!result->routed) return Text::tr("no route");
    return Text::tr("%1, %2 km of fiber")
        .arg(Text::tr("%n hop(s)", nullptr, static_cast<int>(result->hops.size())), figures::kilometersText(result->length.si()));
}

QString designLine(const Network& network)
{
    return Text::tr("%1, %2, %3")
        .arg(Text::tr("%n site(s)", nullptr, static_cast<int>(network.sites.size())),
             Text::tr("%n link(s)", nullptr, static_cast<int>(network.links.size())),
             Text::tr("%n demand(s)", nullptr, static_cast<int>(network.demands.size())));
}

} // namespace

QString selectionWords(const Subject& subject)
{
    QStringList parts;
    if (const int sites = countOf<SiteId>(subject)) parts += Text::tr("%n site(s)", nullptr, sites);
    if (const int links = countOf<LinkId>(subject)) parts += Text::tr("%n link(s)", nullptr, links);
    if (const int demands = countOf<DemandId>(subject)) parts += Text::tr("%n demand(s)", nullptr, demands);
    if (const int notes = countOf<NoteId>(subject)) parts += Text::tr("%n note(s)", nullptr, notes);
    return Text::tr("%1 selected").arg(parts.join(QStringLiteral(", ")));
}

QString sublineOf(const Session& session, const Subject& subject)
{
    if (!subject.isSingle())
        return subject.kind == Subject::Kind::Mixture ? Text::tr("Elements of several kinds: only what all of them have is edited together.")
                                                      : Text::tr("Fields edit all of them in one step.");
    const ElementRef& element = subject.first();
    if (const SiteId* site = std::get_if<SiteId>(&element)) return siteLine(session.network(), *site);
    if (const LinkId* link = std::get_if<LinkId>(&element)) return linkLine(session, *link);
    if (const DemandId* demand = std::get_if<DemandId>(&element)) return demandLine(session, *demand);
    if (std::holds_alternative<NoteId>(element)) return Text::tr("note on the map");
    return designLine(session.network());
}

QString ownNameOf(const Network& network, const ElementRef& element)
{
    if (const SiteId* site = std::get_if<SiteId>(&element)) return network.sites.find(*site) ? network.sites.find(*site)->name : QString();
    if (const LinkId* link = std::get_if<LinkId>(&element)) return network.links.find(*link) ? network.links.find(*link)->name : QString();
    if (const DemandId* demand = std::get_if<DemandId>(&element))
        return network.demands.find(*demand) ? network.demands.find(*demand)->name : QString();
    if (const NoteId* note = std::get_if<NoteId>(&element)) return network.mapNotes.find(*note) ? network.mapNotes.find(*note)->text : QString();
    return network.general().name;
}

} // namespace bellweave::ui
