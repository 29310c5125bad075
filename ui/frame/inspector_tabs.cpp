// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/inspector_tabs.h"

#include "ui/frame/advice_panel.h"
#include "ui/frame/region_cycle.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/session/session.h"

#include <QBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

namespace bellweave::ui {
namespace {

enum Tab { InspectorTab, AdviceTab };

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
    : QWidget(parent), m_session(session), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)),
      m_inspector(new InspectorPanel(session)), m_advice(new AdvicePanel(session))
{
    setAccessibleName(m_inspector->accessibleName());
    setMinimumWidth(280);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Inspector pages"));
    m_tabs->addTab({});
    m_tabs->addTab(tr("Advice"));
    m_pages->addWidget(m_inspector);
    m_pages->addWidget(m_advice);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&session, &Session::selectionChanged, this, &InspectorTabs::nameTab);
    nameTab();
}

void InspectorTabs::nameTab() { m_tabs->setTabText(InspectorTab, nameOf(subjectOf(m_session.selection()).kind)); }

void InspectorTabs::showInspector() { m_tabs->setCurrentIndex(InspectorTab); }

void InspectorTabs::showAdvice()
{
    m_tabs->setCurrentIndex(AdviceTab);
    focusInside(*m_advice);
}

} // namespace bellweave::ui
