// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/repeater_insertion.h"

#include "engine/api/evaluator.h"
#include "model/edit/edits.h"
#include "ui/canvas/map_units.h"

#include <QCoreApplication>

namespace bellweave::ui {

RepeaterInsertion::RepeaterInsertion(Session& session, LinkId link)
    : m_session(session), m_start(session.network()), m_link(link), m_gesture(session.beginGesture())
{
}

void RepeaterInsertion::setCount(int count)
{
    Network wanted = m_start;
    applyPatch(wanted, insertRepeaters(m_start, m_link, count));
    m_session.push(difference(m_session.network(), wanted),
                   QCoreApplication::translate("Canvas", "Insert %n repeater(s)", nullptr, count), m_gesture);
}

QString RepeaterInsertion::spacing(int count) const
{
    const auto length = engine::linkLength(m_start, *m_start.links.find(m_link));
    if (!length) return {};
    return QCoreApplication::translate("Canvas", "%1 apart").arg(distanceText(1.0 / (count + 1) * *length));
}

} // namespace bellweave::ui
