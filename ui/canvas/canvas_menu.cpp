// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_menu.h"

#include "model/edit/edits.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/readout.h"
#include "ui/library/hardware.h"
#include "ui/session/selection_edits.h"
#include "ui/session/session.h"
#include "ui/style/medium.h"

#include <QMenu>

namespace bellweave::ui {
namespace {

class Canvas {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};


void addRoles(QMenu& menu, NetworkView& view, SiteId site)
{
    QMenu* roles = menu.addMenu(Canvas::tr("Change &kind"));
    const SiteRole present = roleOf(*view.session().network().sites.find(site));
    for (const SiteRole role : kSiteRoles) {
        QAction* action = roles->addAction(roleName(role));
        action->setCheckable(true);
        action->setChecked(role == present);
        QObject::connect(action, &QAction::triggered, &view, [&view, site, role] {
            const Network& network = view.session().network();
            if (const Site* found = network.sites.find(site))
                view.session().push(changeRole(network, site, role), Canvas::tr("Change kind of %1").arg(found->displayName()));
        });
    }
}

void addCommon(QMenu& menu, NetworkView& view)
{
    Session& session = view.session();
    addHardwareMenu(menu, session);
    menu.addSeparator();
    if (!session.selection().sites.empty() || !session.selection().links.empty()) {
        menu.addAction(isSelectionDown(session) ? Canvas::tr("Put &back") : Canvas::tr("Take &down"), &view, [&session] { toggleDown(session); });
        menu.addAction(isSelectionLocked(session) ? Canvas::tr("Un&lock") : Canvas::tr("&Lock"), &view, [&session] { toggleLocked(session); });
    }
    if (session.selection().links.empty() || session.selection().size() > 1)
        menu.addAction(Canvas::tr("&Copy"), &view, &NetworkView::copySelection);
    menu.addAction(Canvas::tr("Dele&te"), &view, &NetworkView::deleteSelection);
}

void fillSiteMenu(QMenu& menu, NetworkView& view, SiteId site)
{
    menu.addAction(Canvas::tr("&Rename"), &view, &NetworkView::renameSelection);
    addRoles(menu, view, site);
    if (view.networkScene().find(site))
        menu.addAction(Canvas::tr("Connect &to…"), &view, [&view, site] { view.connectFrom(site); });
    addCommon(menu, view);
}

/// Edits of one link from its menu.
void pushLink(NetworkView& view, LinkId id, const QString& text, Patch (*edit)(const Network&, LinkId))
{
    const Network& network = view.session().network();
    if (const Link* link = network.links.find(id)) view.session().push(edit(network, id), text.arg(displayName(network, *link)));
}

void addMedia(QMenu& menu, NetworkView& view, LinkId id)
{
    const Link& link = *view.session().network().links.find(id);
    QMenu* media = menu.addMenu(Canvas::tr("Change &medium"));
    const auto add = [&](const QString& name, std::size_t index) {
        QAction* action = media->addAction(name);
        action->setCheckable(true);
        action->setChecked(link.kind.index() == index);
        QObject::connect(action, &QAction::triggered, &view, [&view, id, index] {
            const Network& network = view.session().network();
            if (const Link* found = network.links.find(id))
                view.session().push(changeMedium(network, id, index), Canvas::tr("Change medium of %1").arg(displayName(network, *found)));
        });
    };
    for (std::size_t kind = 0; kind < kMediumCount; ++kind) add(mediumLabel(kind), kind);
}

void fillLinkMenu(QMenu& menu, NetworkView& view, LinkId link, std::optional<GeoPosition> place)
{
    menu.addAction(Canvas::tr("&Insert repeaters…"), &view, [&view, link] { view.askRepeaters(link); });
    if (place) menu.addAction(Canvas::tr("&Split here"), &view, [&view, link, at = *place] { view.splitLinkAt(link, at); });
    addMedia(menu, view, link);
    menu.addAction(Canvas::tr("Set len&gth…"), &view, [&view, link] { Q_EMIT view.fieldRequested(link, QStringLiteral("length_m")); });
    menu.addAction(Canvas::tr("Re&verse"), &view, [&view, link] { pushLink(view, link, Canvas::tr("Reverse %1"), reverseLink); });
    if (!view.session().network().links.find(link)->bends.empty())
        menu.addAction(Canvas::tr("Straighte&n"), &view, [&view, link] { pushLink(view, link, Canvas::tr("Straighten %1"), straightenLink); });
    addCommon(menu, view);
}

void fillNoteMenu(QMenu& menu, NetworkView& view)
{
    menu.addAction(Canvas::tr("&Edit text"), &view, &NetworkView::renameSelection);
    addCommon(menu, view);
}

/// A site that has no position yet gets this one: the selected one first.
void addUnplaced(QMenu& menu, NetworkView& view, GeoPosition place)
{
    constexpr std::size_t kMost = 20;
    const std::set<SiteId> unplaced = view.networkScene().unplacedSites();
    if (unplaced.empty()) return;
    const auto add = [&](QMenu& into, const QString& text, SiteId site) {
        into.addAction(text, &view, [&view, site, place] {
            const Network& network = view.session().network();
            view.session().push(moveSites(network, {{site, rounded(place)}}), Canvas::tr("Place %1").arg(network.sites.find(site)->displayName()));
        });
    };
    const ElementRef current = view.session().currentElement();
    const auto name = [&](SiteId site) { return view.session().network().sites.find(site)->displayName(); };
    if (const auto* site = std::get_if<SiteId>(&current); site && unplaced.contains(*site))
        add(menu, Canvas::tr("Place %1 &here").arg(name(*site)), *site);
    QMenu* all = menu.addMenu(Canvas::tr("Place a site without &position"));
    for (const SiteId site : unplaced)
        if (all->actions().size() < static_cast<qsizetype>(kMost)) add(*all, name(site), site);
    const int more = static_cast<int>(unplaced.size()) - static_cast<int>(kMost);
    if (more > 0) all->addAction(Canvas::tr("%n more: select one in the list", nullptr, more))->setEnabled(false);
}

void addPlacing(QMenu& menu, NetworkView& view, GeoPosition place)
{
    QMenu* roles = menu.addMenu(Canvas::tr("Place &site here"));
    for (const SiteRole role : kSiteRoles)
        roles->addAction(roleName(role), &view, [&view, role, place] { view.placeSite(role, place); });
    addUnplaced(menu, view, place);
}

void fillMapMenu(QMenu& menu, NetworkView& view, std::optional<GeoPosition> place)
{
    if (place) addPlacing(menu, view, *place);
    menu.addAction(Canvas::tr("&Paste"), &view, &NetworkView::paste);
    menu.addAction(Canvas::tr("Select &all"), &view, &NetworkView::selectAll);
    if (place) menu.addAction(Canvas::tr("Open &lens here"), &view, [&view, at = *place] {
        view.openLensAt(view.camera().nearestToScreen(view.networkScene().projection().forward(at)));
    });
    if (place) menu.addAction(Canvas::tr("&Note here…"), &view, [&view, at = *place] { view.askNote(at); });
    menu.addSeparator();
    menu.addAction(Canvas::tr("&Fit all"), &view, &NetworkView::fitAll);
}

} // namespace

QMenu* makeCanvasMenu(NetworkView& view, const ElementRef& element, std::optional<GeoPosition> place)
{
    auto* menu = new QMenu(&view);
    const auto* site = std::get_if<SiteId>(&element);
    const auto* link = std::get_if<LinkId>(&element);
    const bool several = view.session().selection().size() > 1;
    if (several && element != ElementRef()) addCommon(*menu, view);
    else if (site) fillSiteMenu(*menu, view, *site);
    else if (link) fillLinkMenu(*menu, view, *link, place);
    else if (std::holds_alternative<NoteId>(element)) fillNoteMenu(*menu, view);
    else fillMapMenu(*menu, view, place);
    if (!several && (site || link))
        menu->addAction(Canvas::tr("Sho&w in report"), &view, [&view, element] { Q_EMIT view.reportRequested(element); });
    return menu;
}

} // namespace bellweave::ui
