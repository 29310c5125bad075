// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/pair_tool.h"

#include "ui/canvas/network_scene.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

namespace bellweave::ui {
namespace {

QString pairText(const Network& network, const char* text, SiteId from, SiteId to)
{
    return QCoreApplication::translate("Canvas", text)
        .arg(network.sites.find(from)->displayName(), network.sites.find(to)->displayName());
}

} // namespace

void PairTool::setStart(SiteId site)
{
    m_start = site;
    view().viewport()->update();
}

void PairTool::press(const Pointer& pointer)
{
    const SiteId site = view().networkScene().siteAt(view().camera(), pointer.screen);
    m_mouse = pointer.screen;
    m_isTypedDone = false;
    m_startedHere = !m_start.isValid() && site.isValid();
    if (m_startedHere) setStart(site);
    else finishAt(site);
}

void PairTool::move(const Pointer& pointer)
{
    m_mouse = pointer.screen;
    m_target = view().networkScene().siteAt(view().camera(), pointer.screen);
    view().viewport()->update();
}

void PairTool::release(const Pointer& pointer)
{
    const SiteId site = view().networkScene().siteAt(view().camera(), pointer.screen);
    // Released where it began: a click, and the other end comes with the next one.
    if (m_startedHere && site != m_start) {
        finishAt(site);
        if (site.isValid()) setStart({});
    }
    m_startedHere = false;
}

void PairTool::finishAt(SiteId site)
{
    const Network& network = view().session().network();
    if (!site.isValid() || site == m_start || !network.sites.find(m_start)) return;
    setStart(join(m_start, site));
    view().setCursorSite(site);
}

bool PairTool::keyPress(const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && !typedStart().isValid() && !m_isTypedDone) {
        askFirstEnd();
        return true;
    }
    if (isEnter) return cancel();
    if (!wants(event)) return false;
    const SiteId from = typedStart();
    const SiteItem* item = view().networkScene().find(from);
    setStart(from);
    view().askText(view().camera().nearestToScreen(item->point) + QPointF(20, 20), event.text(), otherNames(),
                   [this](const QString& name) { joinNamed(name); });
    return true;
}

void PairTool::askFirstEnd()
{
    const QRectF page = view().viewport()->rect();
    view().askText(page.center(), {}, otherNames(), [this](const QString& name) { setStart(siteNamed(name)); });
}

SiteId PairTool::typedStart() const
{
    const NetworkScene& scene = view().networkScene();
    if (m_start.isValid()) return scene.find(m_start) ? m_start : SiteId();
    if (m_isTypedDone) return {};
    const std::set<SiteId>& selected = view().session().selection().sites;
    const SiteId site = selected.size() == 1 ? *selected.begin() : view().cursorSite();
    return scene.find(site) ? site : SiteId();
}

bool PairTool::wants(const QKeyEvent& event) const
{
    const QString typed = event.text();
    const bool isName = !typed.isEmpty() && typed[0].isLetterOrNumber() && !(event.modifiers() & ~Qt::ShiftModifier);
    return isName && typedStart().isValid();
}

QStringList PairTool::otherNames() const
{
    QStringList names;
    for (const Site& site : view().session().network().sites)
        if (site.id != m_start) names.append(site.displayName());
    return names;
}

SiteId PairTool::siteNamed(const QString& name) const
{
    if (name.trimmed().isEmpty()) return {};
    SiteId best;
    for (const Site& site : view().session().network().sites) {
        if (site.id == m_start || (!m_start.isValid() && !view().networkScene().find(site.id))) continue;
        if (site.displayName().compare(name, Qt::CaseInsensitive) == 0) return site.id;
        if (!best.isValid() && site.displayName().contains(name, Qt::CaseInsensitive)) best = site.id;
    }
    if (!best.isValid()) {
        const QString sentence = m_start.isValid() ? QCoreApplication::translate("Canvas", "No other site is called \"%1\".")
                                                   : QCoreApplication::translate("Canvas", "No site on the map is called \"%1\".");
        Q_EMIT view().session().noticed(sentence.arg(name));
    }
    return best;
}

void PairTool::joinNamed(const QString& name)
{
    const SiteId site = siteNamed(name);
    if (!site.isValid()) return;
    finishAt(site);
    setStart({});
    m_isTypedDone = &view().tool() == this;
}

bool PairTool::cancel()
{
    const bool active = m_start.isValid();
    m_startedHere = false;
    m_isTypedDone = active;    // who gives up a chain goes on with the keys of tools
    setStart({});
    return active;
}

void PairTool::paint(QPainter& painter) const
{
    const SiteItem* start = view().networkScene().find(typedStart());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const SiteItem* target = view().networkScene().find(m_target);
    const QPointF end = target ? view().camera().nearestToScreen(target->point) : m_mouse;
    painter.setPen(QPen(theme().accent, 1.6, Qt::DashLine));
    if (target) painter.drawEllipse(end, kSiteRingRadius, kSiteRingRadius);
    if (start) {
        const QPointF from = view().camera().nearestToScreen(start->point);
        if (m_start.isValid() && m_target != m_start && (target || !m_mouse.isNull())) painter.drawLine(from, end);
        painter.setPen(QPen(theme().accent, 2.0));
        painter.drawEllipse(from, kSiteRingRadius, kSiteRingRadius);
    }
    painter.restore();
}

SiteId ConnectTool::join(SiteId from, SiteId to)
{
    Session& session = view().session();
    const Patch patch = connectSites(session.network(), from, to);
    session.push(patch, pairText(session.network(), QT_TRANSLATE_NOOP("Canvas", "Link %1 and %2"), from, to));
    session.select(patch.links.front().id());
    return to;
}

SiteId DemandTool::join(SiteId from, SiteId to)
{
    Session& session = view().session();
    const Patch patch = addDemand(session.network(), from, to);
    session.push(patch, pairText(session.network(), QT_TRANSLATE_NOOP("Canvas", "Add demand %1 – %2"), from, to));
    session.select(patch.demands.front().id());
    view().setTool(ToolKind::Select);
    return {};
}

} // namespace bellweave::ui
