// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/element_drag.h"

#include "model/network/element_name.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kBearingStep = std::numbers::pi / 12;

QPointF alongBearing(QPointF way)
{
    const double angle = std::round(std::atan2(way.y(), way.x()) / kBearingStep) * kBearingStep;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return direction * QPointF::dotProduct(way, direction);
}

/// Where everything that may move and is seen stands now: not what the globe hides, nor what is locked.
ElementMoves movesOf(const NetworkScene& scene, const ElementSet& elements)
{
    const Network& network = scene.network();
    ElementMoves moves;
    for (const SiteId id : elements.sites)
        if (const Site* site = network.sites.find(id); scene.find(id) && site->position && !site->locked) moves.sites.push_back({id, *site->position});
    for (const NoteId id : elements.notes)
        if (scene.find(id)) moves.notes.push_back({id, network.mapNotes.find(id)->position});
    std::set<SiteId> moving;
    for (const SiteMove& move : moves.sites) moving.insert(move.site);
    const auto isSeen = [&](const GeoPosition& bend) { return scene.projection().shows(bend); };
    for (const Link& link : network.links)
        if (!link.bends.empty() && !link.locked && moving.contains(link.from) && moving.contains(link.to)
            && std::all_of(link.bends.begin(), link.bends.end(), isSeen))
            moves.bends.push_back({link.id, link.bends});
    return moves;
}

} // namespace

QString moveText(const Network& network, const ElementSet& elements)
{
    if (elements.size() == 1) return QCoreApplication::translate("Canvas", "Move %1").arg(elementName(network, elements.first()));
    return QCoreApplication::translate("Canvas", "Move %n elements", nullptr, static_cast<int>(elements.sites.size() + elements.notes.size()));
}

ElementDrag::ElementDrag(NetworkView& view, const ElementSet& elements, QPointF from)
    : m_view(view), m_before(view.session().network()), m_selectedBefore(view.session().selection()), m_start(movesOf(view.networkScene(), elements)),
      m_from(from), m_heldOn(view.networkScene().projection()), m_held(m_heldOn.inverse(from)),
      m_text(moveText(m_before, {elements.sites, {}, {}, elements.notes})),
      m_gesture(view.session().beginGesture())
{
    if (!m_start.isEmpty()) return;
    Q_EMIT view.session().noticed(QCoreApplication::translate("Canvas", "%1 is locked. Unlock it to change it.")
                                      .arg(elementName(m_before, elements.first())));
}

std::unique_ptr<ElementDrag> ElementDrag::ofCopies(NetworkView& view, const std::set<SiteId>& sites, QPointF from)
{
    Session& session = view.session();
    const Network before = session.network();
    const ElementSet selected = session.selection();
    const Patch copy = copyWithLinks(before, {sites});
    const QString text = sites.size() == 1
        ? QCoreApplication::translate("Canvas", "Copy %1").arg(elementName(before, *sites.begin()))
        : QCoreApplication::translate("Canvas", "Copy %n sites", nullptr, static_cast<int>(sites.size()));
    const int gesture = session.beginGesture();
    session.push(copy, text, gesture);
    ElementSet copies;
    for (const auto& change : copy.sites)
        if (session.network().sites.find(change.id())) copies.insert(change.id());
    if (copies.isEmpty()) return nullptr;    // refused: the design is read-only
    session.select(copies);
    auto drag = std::make_unique<ElementDrag>(view, copies, from);
    drag->m_before = before;
    drag->m_selectedBefore = selected;
    drag->continueGesture(gesture, text);
    return drag;
}

void ElementDrag::continueGesture(int gesture, const QString& text)
{
    m_gesture = gesture;
    m_text = text;
}

std::optional<SnapTarget> ElementDrag::targetAt(const Pointer& pointer) const
{
    const bool isSingleSite = m_start.sites.size() == 1 && m_start.notes.empty();
    if (!isSingleSite || pointer.modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) return std::nullopt;
    SnapWishes wishes;
    wishes.sites = false;
    wishes.without = {m_start.sites.front().site};
    return snapTarget(m_view.networkScene(), m_view.camera(), pointer.screen, wishes);
}

void ElementDrag::move(const Pointer& pointer)
{
    if (m_start.isEmpty()) return;
    m_target = targetAt(pointer);
    const Projection& projection = m_view.networkScene().projection();
    const QPointF from = projection == m_heldOn ? m_from : projection.forward(m_held);
    const QPointF way = pointer.modifiers & Qt::ShiftModifier ? alongBearing(pointer.map - from) : pointer.map - from;
    // Projecting forth and back would leave rounding errors as a move.
    if (way.isNull() && !m_target) return push(moveElements(m_view.session().network(), m_start));
    ElementMoves moves = shifted(way);
    if (m_target) {
        const auto* city = std::get_if<const Place*>(&m_target->what);
        moves.sites.front().position = rounded(city ? (*city)->position : projection.inverse(m_target->map));
    }
    push(moveElements(m_view.session().network(), moves));
}

ElementMoves ElementDrag::shifted(QPointF way) const
{
    const Projection& projection = m_view.networkScene().projection();
    const auto shift = [&](GeoPosition& position) { position = rounded(projection.inverse(projection.forward(position) + way)); };
    ElementMoves moves = m_start;
    for (SiteMove& move : moves.sites) shift(move.position);
    for (NoteMove& move : moves.notes) shift(move.position);
    for (CourseMove& move : moves.bends)
        for (GeoPosition& bend : move.bends) shift(bend);
    return moves;
}

void ElementDrag::finish(const Pointer& pointer)
{
    move(pointer);
    const auto* spot = m_target ? std::get_if<LinkSpot>(&m_target->what) : nullptr;
    if (!spot) return;
    const Network& network = m_view.session().network();
    m_text = QCoreApplication::translate("Canvas", "Route %1 over %2")
                 .arg(displayName(network, *network.links.find(spot->link)), elementName(network, m_start.sites.front().site));
    push(routeThrough(network, spot->link, m_start.sites.front().site, spot->share));
}

void ElementDrag::cancel()
{
    push(difference(m_view.session().network(), m_before));
    m_view.session().select(m_selectedBefore);
}

void ElementDrag::paint(QPainter& painter) const
{
    if (m_target) paintSnap(painter, m_view.camera(), *m_target);
}

void ElementDrag::push(const Patch& patch) { m_view.session().push(patch, m_text, m_gesture); }

} // namespace bellweave::ui
