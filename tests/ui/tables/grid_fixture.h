// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/build_network.h"
#include "ui/plots/results_dock.h"
#include "ui/tables/grid_view.h"
#include "ui/tables/tables_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace bellweave::test {

/// The results dock at its Tables tab, with a chain of sites; real mouse and key events go to it.
struct Tables {
    ui::Session session;
    ui::ResultsDock dock{session};
    QSignalSpy noticed{&session, &ui::Session::noticed};

    explicit Tables(Network network = aChain(3), ui::GridKind kind = ui::GridKind::Sites)
    {
        session.open(std::move(network), {});
        dock.resize(1500, 400);
        dock.showTables();
        dock.tables().showGrid(kind);
        dock.show();
        dock.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dock));
        view(kind).setFocus();
    }

    const Network& network() const { return session.network(); }
    ui::TablesPage& page() const { return dock.tables(); }
    ui::GridView& view(ui::GridKind kind = ui::GridKind::Sites) const { return page().grid(kind); }
    int steps() { return session.undoStack().count(); }
    QString lastNotice() const { return noticed.isEmpty() ? QString() : noticed.back().front().toString(); }

    QModelIndex at(int row, const char* path, ui::GridKind kind = ui::GridKind::Sites) const
    {
        return view(kind).grid().index(row, ui::columnOfPath(kind, QString::fromLatin1(path)));
    }
    void click(const QModelIndex& index, Qt::KeyboardModifiers modifiers = Qt::NoModifier, ui::GridKind kind = ui::GridKind::Sites)
    {
        ui::GridView& grid = view(kind);
        grid.scrollTo(index);
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, modifiers, grid.visualRect(index).center());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();    // editors commit after the key has been handled
    }
    /// Replaces what the open editor holds.
    void type(const QString& text)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    void paste(const QString& text)
    {
        QGuiApplication::clipboard()->setText(text);
        key(Qt::Key_V, Qt::ControlModifier);
    }
};

} // namespace bellweave::test
