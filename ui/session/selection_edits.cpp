// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection_edits.h"

#include "model/edit/edits.h"
#include "model/network/element_name.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

namespace bellweave::ui {
namespace {

class SelectionEdits {
    Q_DECLARE_TR_FUNCTIONS(SelectionEdits)
};

const QString kMimeType = QStringLiteral("application/x-bellweave-elements");

Selection addedBy(const Patch& patch)
{
    Selection added;
    for (const auto& change : patch.sites)
        if (!change.before) added.sites.insert(change.id());
    for (const auto& change : patch.links)
        if (!change.before) added.links.insert(change.id());
    for (const auto& change : patch.demands)
        if (!change.before) added.demands.insert(change.id());
    for (const auto& change : patch.mapNotes)
        if (!change.before) added.notes.insert(change.id());
    return added;
}

void pushCopies(Session& session, const Patch& patch, const QString& stepName)
{
    if (session.push(patch, stepName)) session.select(addedBy(patch));
}

bool pasteJson(Session& session, const QByteArray& json, CopyShift shift)
{
    const Result<Patch> patch = pasteElements(session.network(), json, shift);
    if (!patch) {
        Q_EMIT session.noticed(SelectionEdits::tr("Nothing was pasted: %1").arg(patch.error().text()));
        return false;
    }
    pushCopies(session, *patch, SelectionEdits::tr("Paste"));
    return true;
}

/// "1 site, 10 links, 1 demand".
QString countsOf(const Patch& patch)
{
    const int sites = static_cast<int>(patch.sites.size());
    const int links = static_cast<int>(patch.links.size());
    const int demands = static_cast<int>(patch.demands.size());
    const int notes = static_cast<int>(patch.mapNotes.size());
    QStringList parts;
    if (sites > 0) parts << SelectionEdits::tr("%n site(s)", nullptr, sites);
    if (links > 0) parts << SelectionEdits::tr("%n link(s)", nullptr, links);
    if (demands > 0) parts << SelectionEdits::tr("%n demand(s)", nullptr, demands);
    if (notes > 0) parts << SelectionEdits::tr("%n note(s)", nullptr, notes);
    return parts.join(QStringLiteral(", "));
}

template<typename T, typename Ids>
bool allHave(const Table<T>& table, const Ids& ids, bool T::*flag)
{
    return std::all_of(ids.begin(), ids.end(), [&](auto id) { return table.find(id)->*flag; });
}

bool allHave(const Session& session, bool Site::*ofSite, bool Link::*ofLink)
{
    const Selection& selection = session.selection();
    return !(selection.sites.empty() && selection.links.empty()) && allHave(session.network().sites, selection.sites, ofSite)
        && allHave(session.network().links, selection.links, ofLink);
}

/// "Lock Delft", "Lock 2 sites, 1 link".
QString stepText(const Session& session, const Patch& patch, const QString& text)
{
    const bool isSingle = patch.sites.size() + patch.links.size() == 1;
    const ElementRef only = patch.sites.empty() ? ElementRef(isSingle ? patch.links.front().id() : LinkId()) : ElementRef(patch.sites.front().id());
    return text.arg(isSingle ? elementName(session.network(), only) : countsOf(patch));
}

} // namespace

void copySelection(Session& session)
{
    if (session.selection().isEmpty()) return;
    session.restartPastes();
    const QByteArray json = copyElements(session.network(), withEnds(session.network(), session.selection()));
    auto* content = new QMimeData;
    content->setData(kMimeType, json);
    content->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(content);
}

void cutSelection(Session& session)
{
    copySelection(session);
    session.push(removeElements(session.network(), session.selection()), SelectionEdits::tr("Cut"));
}

void pasteClipboard(Session& session, CopyShift shift)
{
    const QMimeData* content = QGuiApplication::clipboard()->mimeData();
    if (!content) return;
    const QByteArray json = content->hasFormat(kMimeType) ? content->data(kMimeType) : content->text().toUtf8();
    // Each further copy stands a step further.
    const int step = session.pastes() + 1;
    if (!json.isEmpty() && pasteJson(session, json, {shift.latitude * step, shift.longitude * step}))
        session.countPaste();
}

void duplicateSelection(Session& session, CopyShift shift)
{
    if (session.selection().isEmpty()) return;
    pushCopies(session, copyWithLinks(session.network(), session.selection(), shift), SelectionEdits::tr("Duplicate"));
}

void deleteSelection(Session& session)
{
    const Patch patch = removeElements(session.network(), session.selection());
    if (patch.isEmpty()) return;
    const QString counts = countsOf(patch);
    // Links and demands go with their ends: nobody should have to find that out.
    if (session.push(patch, SelectionEdits::tr("Delete %1").arg(counts)))
        Q_EMIT session.noticed(SelectionEdits::tr("Deleted %1. Undo brings them back.").arg(counts));
}

bool isSelectionDown(const Session& session) { return allHave(session, &Site::down, &Link::down); }

bool isSelectionLocked(const Session& session) { return allHave(session, &Site::locked, &Link::locked); }

void toggleDown(Session& session)
{
    const bool isDown = isSelectionDown(session);
    const Patch patch = setDown(session.network(), session.selection(), !isDown);
    session.push(patch, stepText(session, patch, isDown ? SelectionEdits::tr("Put %1 back") : SelectionEdits::tr("Take down %1")));
}

void toggleLocked(Session& session)
{
    const bool isLocked = isSelectionLocked(session);
    const Patch patch = setLocked(session.network(), session.selection(), !isLocked);
    session.push(patch, stepText(session, patch, isLocked ? SelectionEdits::tr("Unlock %1") : SelectionEdits::tr("Lock %1")));
}

void selectEverything(Session& session)
{
    Selection all;
    for (const Site& site : session.network().sites) all.sites.insert(site.id);
    for (const Link& link : session.network().links) all.links.insert(link.id);
    for (const MapNote& note : session.network().mapNotes) all.notes.insert(note.id);
    session.select(all);
}

} // namespace bellweave::ui
