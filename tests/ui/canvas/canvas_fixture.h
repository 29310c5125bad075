// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QUndoStack>

namespace bellweave::test {

/// Adds a named site to a design under construction.
inline SiteId addNamed(Network& network, const QString& name, SiteRole role, double latitude, double longitude)
{
    const Patch patch = addSite(network, role, {latitude, longitude});
    applyPatch(network, patch);
    const SiteId id = patch.sites.front().id();
    applyPatch(network, renameElement(network, id, name));
    return id;
}

inline LinkId addLink(Network& network, SiteId from, SiteId to)
{
    const Patch patch = connectSites(network, from, to);
    applyPatch(network, patch);
    return patch.links.front().id();
}

/// A shown map with Delft - Cologne - Vienna and Geneva alone; real mouse and key events go to it.
struct Canvas {
    ui::Session session;
    ui::NetworkView view{session};
    SiteId delft, cologne, vienna, geneva;
    LinkId west, east;

    Canvas()
    {
        Network network;
        delft = addNamed(network, QStringLiteral("Delft"), SiteRole::Processor, 52.01, 4.36);
        cologne = addNamed(network, QStringLiteral("Cologne"), SiteRole::Repeater, 50.94, 6.96);
        vienna = addNamed(network, QStringLiteral("Vienna"), SiteRole::Processor, 48.21, 16.37);
        geneva = addNamed(network, QStringLiteral("Geneva"), SiteRole::Processor, 46.2, 6.14);
        west = addLink(network, delft, cologne);
        east = addLink(network, cologne, vienna);
        open(std::move(network));
    }
    void open(Network network)
    {
        view.resize(1000, 700);
        session.open(std::move(network), {});
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
    }

    const Network& network() const { return session.network(); }
    QPoint at(const ElementRef& element) const { return view.screenPosition(element).value().toPoint(); }
    GeoPosition position(SiteId site) const { return *network().sites.find(site)->position; }

    void click(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, place);
    }
    void press(QPoint place) { QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, place); }
    void moveTo(QPoint place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QPoint global = view.viewport()->mapToGlobal(place);
        QMouseEvent event(QEvent::MouseMove, place, global, Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void release(QPoint place) { QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::NoModifier, place); }
    void drag(QPoint from, QPoint to)
    {
        press(from);
        for (int i = 1; i <= 10; ++i) moveTo(from + (to - from) * i / 10);
        release(to);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
};

} // namespace bellweave::test
