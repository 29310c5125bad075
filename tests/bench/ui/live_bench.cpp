// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/graphml.h"
#include "tests/support/random_design.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/main_window.h"

#include <QElapsedTimer>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <algorithm>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// Surfnet with the demand Amsterdam - Groningen where the reference data is at hand, else a grid of the same size.
Network surfnet(QTextStream& out)
{
    QFile file(QStringLiteral(BELLWEAVE_REFERENCE_DATA "/data/topology-zoo/Surfnet.graphml"));
    if (!file.open(QIODevice::ReadOnly)) {
        out << "Without reference data: a grid of 50 sites and 73 links stands in for Surfnet.\n";
        return gridDesign(50, 73, 1, 3);
    }
    Network network = readGraphml(file.readAll(), QStringLiteral("Surfnet"), ImportOptions())->network;
    const Site* amsterdam = siteByKey(network, QStringLiteral("amsterdam"));
    const Site* groningen = siteByKey(network, QStringLiteral("groningen"));
    applyPatch(network, addDemand(network, amsterdam->id, groningen->id));
    return network;
}

SiteId siteOnRoute(const Session& session)
{
    const engine::DemandResult& demand = *session.evaluation()->demands.begin();
    return demand.route.size() > 2 ? demand.route[demand.route.size() / 2] : session.network().sites.rows().front()->id;
}

double secondsToFirstNumbers(MainWindow& window, const Network& network)
{
    QElapsedTimer clock;
    clock.start();
    window.session().open(network, {});
    window.showDesign();
    while (!window.session().evaluation()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return 1e-3 * static_cast<double>(clock.elapsed());
}

/// Drags a site with the real mouse for two seconds, one move every 8 ms; updates of all numbers per second.
double updatesPerSecond(MainWindow& window)
{
    Session& session = window.session();
    NetworkView& view = *window.findChild<NetworkView*>();
    const SiteId site = siteOnRoute(session);
    const QPoint start = view.screenPosition(site)->toPoint();
    int updates = 0;
    const auto counting = QObject::connect(&session, &Session::evaluationChanged, &session, [&] { ++updates; });
    QElapsedTimer clock;
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, start);
    clock.start();
    for (int i = 0; clock.elapsed() < 2000; ++i) {
        QTest::mouseMove(view.viewport(), start + QPoint(6 + i % 40, i % 25));
        QTest::qWait(8);
    }
    const double seconds = 1e-3 * static_cast<double>(clock.elapsed());
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, start);
    QObject::disconnect(counting);
    return updates / seconds;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTextStream out(stdout);
    const QTemporaryDir recovery;
    MainWindow window(recovery.path());
    window.resize(1600, 1000);
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window));
    const Network network = surfnet(out);
    const double first = secondsToFirstNumbers(window, network);
    out << "first numbers after opening: " << 1e3 * first << " ms, goal 300 ms, ratio " << QString::number(first / 0.3, 'f', 2)
        << (first <= 0.3 ? "\n" : "  MISSED\n");
    QTest::qWait(1000);
    const double rate = updatesPerSecond(window);
    out << "updates of all numbers while dragging: " << QString::number(rate, 'f', 1) << " per second, goal 20, ratio "
        << QString::number(20.0 / rate, 'f', 2) << (rate >= 20.0 ? "\n" : "  MISSED\n");
    return 0;
}
