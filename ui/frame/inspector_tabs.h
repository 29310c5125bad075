// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/side_tabs.h"

namespace bellweave::ui {

class AdvicePanel;
class InspectorPanel;
class Session;

/// The right-hand panel: what is selected, and what would help.
class InspectorTabs : public SideTabs {
    Q_OBJECT
public:
    explicit InspectorTabs(Session& session, QWidget* parent = nullptr);

    InspectorPanel& inspector() const { return *m_inspector; }
    AdvicePanel& advice() const { return *m_advice; }
    void showInspector();
    void showAdvice();
    QSize sizeHint() const override { return {332, 640}; }

private:
    void nameTab();

    Session& m_session;
    InspectorPanel* m_inspector;
    AdvicePanel* m_advice;
};

} // namespace bellweave::ui
