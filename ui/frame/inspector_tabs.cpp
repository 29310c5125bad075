// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/inspector_tabs.h"

#include "ui/frame/advice_panel.h"
#include "ui/frame/region_cycle.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/session/session.h"
#include "ui/style/measures.h"

#include <QTabBar>

namespace bellweave::ui {
namespace {

QString nameOf(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Design: return InspectorTabs::tr("Design");
    case Subject::Kind::Sites: return InspectorTabs::tr("Site");
    case Subject::Kind::Links: return InspectorTabs::tr("Link");
    case Subject::Kind::Demands: return InspectorTabs::tr("Demand");
    case Subject::Kind::Notes: return InspectorTabs::tr("Note");
    case Subject::Kind::Mixture: return InspectorTabs::tr("Selection");
    }
    Q_UNREACHABLE();
}

} // namespace

InspectorTabs::InspectorTabs(Session& session, QWidget* parent)
    : SideTabs(tr("Inspector and advice"), parent), m_session(session), m_inspector(new InspectorPanel(session)),
      m_advice(new AdvicePanel(session))
{
    followMeasures(*this, [this] { setMinimumWidth(qMax(280, textRoom(280))); });
    addPage(m_inspector);
    addPage(m_advice);
    connect(&session, &Session::selectionChanged, this, &InspectorTabs::nameTab);
    nameTab();
}

void InspectorTabs::nameTab() { tabs().setTabText(0, nameOf(subjectOf(m_session.selection()).kind)); }

void InspectorTabs::showInspector() { showPage(m_inspector); }

void InspectorTabs::showAdvice()
{
    showPage(m_advice);
    focusInside(*m_advice);
}

} // namespace bellweave::ui
