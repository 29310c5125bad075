// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "ui/canvas/tools/tool.h"

namespace bellweave::ui {

/// Joins two sites: click one and then the other, drag from one to the other, or select one and type the other's name.
/// Enter asks for the first end when no site is selected and no chain ended anywhere.
class PairTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool wants(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    /// The end that is waiting for its partner.
    void setStart(SiteId site);
    SiteId start() const { return m_start; }

protected:
    /// Makes what joins the sites; returns the end that a next one starts at, or none.
    virtual SiteId join(SiteId from, SiteId to) = 0;

private:
    void finishAt(SiteId site);
    void joinNamed(const QString& name);
    void askFirstEnd();
    /// The site that was typed, by its whole name or a part; says so when there is none.
    SiteId siteNamed(const QString& name) const;
    /// The end to which a typed name is joined: the waiting one, else the one selected site, else where a chain ended.
    SiteId typedStart() const;
    QStringList otherNames() const;

    SiteId m_start;
    bool m_isTypedDone = false;   // a name has been joined: letters are keys of tools again
    bool m_startedHere = false;   // by the press that is under way
    QPointF m_mouse;
    SiteId m_target;
};

/// L: links; the chain goes on from the second end.
class ConnectTool : public PairTool {
public:
    using PairTool::PairTool;

protected:
    SiteId join(SiteId from, SiteId to) override;
};

/// D: one demand, then back to selecting.
class DemandTool : public PairTool {
public:
    using PairTool::PairTool;

protected:
    SiteId join(SiteId from, SiteId to) override;
};

} // namespace bellweave::ui
