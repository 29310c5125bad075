// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "model/network/element_set.h"

#include <vector>

namespace bellweave {

/// Where a site goes.
struct SiteMove {
    SiteId site;
    GeoPosition position;
};

/// Where a note goes.
struct NoteMove {
    NoteId note;
    GeoPosition position;
};

/// The bends a link gets.
struct CourseMove {
    LinkId link;
    std::vector<GeoPosition> bends;
};

/// Where everything goes that moves together.
struct ElementMoves {
    std::vector<SiteMove> sites = {};
    std::vector<NoteMove> notes = {};
    std::vector<CourseMove> bends = {};
    bool isEmpty() const { return sites.empty() && notes.empty() && bends.empty(); }
};

/// Elements that are gone are left out.
Patch moveElements(const Network& network, const ElementMoves& moves);
Patch moveSites(const Network& network, const std::vector<SiteMove>& moves);

/// A new site of a role with default hardware, key and name made from the role ("Repeater 3"); the new id is in the patch.
Patch addSite(const Network& network, SiteRole role, GeoPosition position);
/// A new link: to a satellite if one end is one, else a fiber. Precondition: both sites exist and differ.
Patch connectSites(const Network& network, SiteId from, SiteId to);
Patch addDemand(const Network& network, SiteId from, SiteId to);
/// A new text on the map.
Patch addNote(const Network& network, GeoPosition position, const QString& text);

/// Removes the elements, links and demands that would lose an end included.
Patch removeElements(const Network& network, const ElementSet& elements);
/// Gives an element another display name.
Patch renameElement(const Network& network, const ElementRef& element, const QString& name);
/// Replaces the equipment of a site by that of a role; hardware is kept where both hold some.
Patch changeRole(const Network& network, SiteId site, SiteRole role);
/// `count` repeaters evenly spaced along a link, which becomes count + 1 links with its settings; typed length is shared out.
Patch insertRepeaters(const Network& network, LinkId link, int count);

/// A site that is there becomes a stop of a link, which is divided into two with its settings; a typed length is shared out by
/// `share` in (0, 1), counted from the link's first end. Empty when the site is an end of the link.
Patch routeThrough(const Network& network, LinkId link, SiteId site, double share);
/// The same with a new site of a role at a position.
Patch splitLink(const Network& network, LinkId link, SiteRole role, GeoPosition position, double share);

/// Takes sites and links out of operation, or puts them back.
Patch setDown(const Network& network, const ElementSet& elements, bool down);
/// Sites and links that are taken out of operation.
ElementSet elementsDown(const Network& network);
/// Sets the cost factor of sites and links, not negative.
Patch setCostFactor(const Network& network, const ElementSet& elements, double factor);
/// Locks or unlocks sites and links.
Patch setLocked(const Network& network, const ElementSet& elements, bool locked);
/// The first element that the edit would change although it is locked; an edit that only unlocks touches none.
ElementRef lockedByPatch(const Patch& patch);
/// Gives a link another course. Its ends stay. Empty when the link is gone.
Patch bendLink(const Network& network, LinkId link, std::vector<GeoPosition> bends);
Patch straightenLink(const Network& network, LinkId link);
/// Exchanges the ends of a link, bends and station position with them.
Patch reverseLink(const Network& network, LinkId link);
/// Makes a link one of another kind, by its place in LinkKind, with default settings; a typed length is kept.
Patch changeMedium(const Network& network, LinkId link, std::size_t kind);
/// Joins the end of a link that is `oldEnd` to another site. Empty when that would make it a loop.
Patch reconnectLink(const Network& network, LinkId link, SiteId oldEnd, SiteId newEnd);

/// How far copies stand from their originals, degrees.
struct CopyShift {
    double latitude = 0.0;
    double longitude = 0.0;
};

/// The elements and the ends of their links and demands, which cannot stand without them.
ElementSet withEnds(const Network& network, ElementSet elements);
/// Copies sites and notes, sites with copies of their links: to the copied sites among themselves, else to the same neighbors
/// with the same settings; ends that come along with a link or demand only are not linked to neighbors. Demands among copied
/// sites are copied too. A typed length is left out where one end stays, for the copy goes elsewhere. No copy is locked.
Patch copyWithLinks(const Network& network, const ElementSet& elements, CopyShift shift = {});

/// The elements and the links and demands among them as JSON for the clipboard.
QByteArray copyElements(const Network& network, const ElementSet& elements);
/// Adds copied elements under fresh ids and keys, none of them locked. An Error when the text is no copy of ours.
Result<Patch> pasteElements(const Network& network, const QByteArray& json, CopyShift shift);

/// Adds a whole network under fresh ids and keys, with names of its own, nothing in it locked.
Patch addNetwork(const Network& network, const Network& added, CopyShift shift = {});

/// Replaces one element by an edited version of itself.
Patch replaceSite(const Network& network, Site site);
Patch replaceLink(const Network& network, Link link);
Patch replaceDemand(const Network& network, Demand demand);
Patch replaceNote(const Network& network, MapNote note);
Patch replacePlot(const Network& network, ReportPlot plot);
Patch replaceGeneral(const Network& network, General general);

} // namespace bellweave
