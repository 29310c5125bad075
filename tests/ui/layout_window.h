// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/random_design.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/shown_window.h"
#include "ui/canvas/network_view.h"
#include "ui/session/fixes.h"
#include "ui/session/preview.h"
#include "ui/style/theme.h"

#include <QAbstractScrollArea>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>

// What the tests of the whole window's layout share: designs, a shown window, and what is looked at in it.

namespace bellweave::test {

using namespace ui;

inline void settle(Session& session)
{
    QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.evaluation(), 20000);
    QTest::qWait(400);
}

/// A design whose every name is long.
inline Network withLongNames(Network network)
{
    const Table<Site> sites = network.sites;
    for (const auto& row : sites.rows()) {
        Site site = *row;
        site.name = QStringLiteral("Vandœuvre-lès-Nancy and the whole of its metropolitan area, station %1").arg(site.id.number());
        network.sites.put(std::move(site));
    }
    return network;
}

/// No fiber is in operation.
inline Network withEverythingDown()
{
    Network network = gridDesign(12, 17, 3, 2);
    ElementSet links;
    for (const Link& link : network.links) links.insert(link.id);
    applyPatch(network, setDown(network, links, true));
    return network;
}

/// Elements taken down, locked, bent, and a note.
inline Network withStates()
{
    Network network = gridDesign(12, 17, 3, 2);
    const auto apply = [&](const Patch& patch) { applyPatch(network, patch); };
    apply(setDown(network, {{network.sites.rows()[2]->id}, {network.links.rows()[1]->id}}, true));
    apply(setLocked(network, {{network.sites.rows()[3]->id}, {network.links.rows()[4]->id}}, true));
    const GeoPosition place = *network.sites.rows().front()->position;
    apply(bendLink(network, network.links.rows()[3]->id, {{place.latitude + 2, place.longitude + 1}}));
    apply(addNote(network, {place.latitude - 1, place.longitude}, QStringLiteral("The ring closes in 2031; until then this end hangs on one fiber.")));
    return network;
}

inline void save(QWidget& window, const char* ending = "")
{
    const QString folder = qEnvironmentVariable("BELLWEAVE_PICTURES");
    if (folder.isEmpty()) return;
    const QString state = QString::fromUtf8(QTest::currentDataTag()).remove(u',').replace(u' ', u'-');
    const QString scale = QString::number(window.devicePixelRatioF() * 100);
    const QString name = QStringLiteral("%1/%2-%3%4.png").arg(folder, state, scale, QLatin1String(ending));
    QVERIFY2(window.grab().save(name), qPrintable(name));
}

inline void open(MainWindow& window, const QString& design)
{
    if (design.isEmpty()) return;
    if (design == QStringLiteral("new")) {
        QVERIFY(window.files().newDesign());
        return;
    }
    const std::map<QString, Network (*)()> made{{QStringLiteral("long"), [] { return withLongNames(gridDesign(12, 17, 3, 2)); }},
                                                {QStringLiteral("many"), [] { return gridDesign(500, 900, 6); }},
                                                {QStringLiteral("33"), [] { return gridDesign(33, 45, 4); }},
                                                {QStringLiteral("computing"), [] { return gridDesign(600, 1200, 100); }},
                                                {QStringLiteral("apart"), &withEverythingDown},
                                                {QStringLiteral("states"), &withStates}};
    if (const auto row = made.find(design); row != made.end()) {
        window.session().open(row->second(), {});
        window.showDesign();
    } else {
        QVERIFY(window.files().openExample(QStringLiteral(":/bellweave/examples/%1.bellweave").arg(design)));
    }
    settle(window.session());
}

/// What is typed scrolls in its field: it may be cut there, but not painted over.
inline std::vector<PaintedText> withoutLineEdits(std::vector<PaintedText> texts, const QWidget& window)
{
    for (const QLineEdit* edit : window.findChildren<QLineEdit*>()) {
        const QRectF field(edit->mapTo(&window, QPoint()), edit->size());
        for (PaintedText& text : texts)
            if (field.contains(text.visible.center())) text.box = text.visible;
    }
    return texts;
}

/// What lies at the edge of something that scrolls sideways is seen whole after scrolling.
inline std::vector<PaintedText> withoutScrolled(std::vector<PaintedText> texts, const QWidget& window)
{
    for (const QAbstractScrollArea* area : window.findChildren<QAbstractScrollArea*>()) {
        if (!area->isVisible() || area->horizontalScrollBar()->maximum() == 0) continue;
        const QRectF whole(area->mapTo(&window, QPoint()), area->size());
        for (PaintedText& text : texts)
            if (whole.contains(text.visible.center()) && (text.box.right() > whole.right() || text.box.left() < whole.left()))
                text.box.setLeft(text.visible.left()), text.box.setRight(text.visible.right());
    }
    return texts;
}

/// Turns to a tab by its name.
inline void turnTo(MainWindow& window, const QString& tab)
{
    for (QTabBar* tabs : window.findChildren<QTabBar*>())
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i).compare(tab, Qt::CaseInsensitive) == 0) tabs->setCurrentIndex(i);
}

inline void select(Session& session, const QString& what)
{
    if (what == QStringLiteral("site")) session.select(session.network().sites.rows().front()->id);
    if (what == QStringLiteral("link")) session.select(session.network().links.rows().front()->id);
    if (what == QStringLiteral("edited"))
        session.push(moveSites(session.network(), {{SiteId(1), {40.0, 3.0}}}), QStringLiteral("move"));
    if (what == QStringLiteral("advice")) {
        QTRY_VERIFY_WITH_TIMEOUT(session.evaluation()->verdict.fixesSearched, 20000);
        previewFix(session, 0);
        QTRY_VERIFY_WITH_TIMEOUT(session.preview().evaluation(), 20000);
    }
    if (what == QStringLiteral("demand")) session.select(session.network().demands.rows().front()->id);
}

/// Labels of the map are painted from kept pictures, so they are asked for their boxes.
inline void checkLabels(MainWindow& window)
{
    const std::vector<QRectF> boxes = window.findChild<NetworkView*>()->labelBoxes();
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            const QRectF common = boxes[i] & boxes[j];
            QVERIFY2(common.width() <= 1.0 || common.height() <= 1.0, "two labels of the map overlap");
        }
}

/// Opens a design and turns to what is to be seen.
inline void bring(MainWindow& window, const QString& design, const QString& selected)
{
    open(window, design);
    select(window.session(), selected);
    turnTo(window, selected);
}

/// The same state in the dark theme, when pictures are wanted.
inline void saveDark(MainWindow& window)
{
    if (qEnvironmentVariableIsEmpty("BELLWEAVE_PICTURES")) return;
    applyTheme(ThemeChoice::Dark);
    QTest::qWait(200);
    save(window, "-dark");
    applyTheme(ThemeChoice::Light);
}

} // namespace bellweave::test
