// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/map_actions.h"
#include "tests/support/test_program.h"

#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/session/actions.h"


using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class MapActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.clear(); }

    void theProjectionIsRemembered_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("kind");
        const std::pair<ActionId, ProjectionKind> rows[] = {{ActionId::Equirectangular, ProjectionKind::Equirectangular},
                                                            {ActionId::EqualEarth, ProjectionKind::EqualEarth},
                                                            {ActionId::Globe, ProjectionKind::Globe}};
        for (const auto& [id, kind] : rows)
            QTest::newRow(qPrintable(projectionName(kind))) << static_cast<int>(id) << static_cast<int>(kind);
    }
    void theProjectionIsRemembered()
    {
        QFETCH(int, action);
        QFETCH(int, kind);
        const auto id = static_cast<ActionId>(action);
        Actions actions;
        Canvas canvas;
        connectMapActions(canvas.view, actions);
        QVERIFY(actions[ActionId::Mercator]->isChecked());
        actions[id]->trigger();
        QCOMPARE(canvas.view.projection(), static_cast<ProjectionKind>(kind));
        QVERIFY(actions[id]->isChecked() && !actions[ActionId::Mercator]->isChecked());
        Actions later;
        Canvas again;
        connectMapActions(again.view, later);
        QCOMPARE(again.view.projection(), static_cast<ProjectionKind>(kind));
        QVERIFY(later[id]->isChecked());
    }

    void theColorOfLinksIsRememberedWhereverItWasChosen()
    {
        Actions actions;
        Canvas canvas;
        connectMapActions(canvas.view, actions);
        QVERIFY(actions[ActionId::ColorByFidelity]->isChecked());
        canvas.view.setLinkMeasure(LinkMeasure::Loss);   // as the legend does
        QVERIFY(actions[ActionId::ColorByLoss]->isChecked());
        actions[ActionId::ColorByMargin]->trigger();
        QCOMPARE(canvas.view.linkMeasure(), LinkMeasure::Margin);
        Actions later;
        Canvas again;
        connectMapActions(again.view, later);
        QCOMPARE(again.view.linkMeasure(), LinkMeasure::Margin);
        QVERIFY(later[ActionId::ColorByMargin]->isChecked());
    }

    void commandsOfASubmenuAreNamedByIt()
    {
        const auto rows = actionTable();
        const auto row = std::find_if(rows.begin(), rows.end(), [](const ActionRow& r) { return r.id == ActionId::ColorByLoss; });
        const Actions actions;
        QCOMPARE(fullName(*row, *actions[row->id]), QStringLiteral("Color Links By: Loss"));
        QCOMPARE(fullName(rows.front(), *actions[rows.front().id]), QStringLiteral("New Design"));
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(MapActionsTest)
#include "map_actions_test.moc"
