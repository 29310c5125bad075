// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"

#include <QElapsedTimer>
#include <QString>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

/// Goals: from a mouse move to the repainted map in less than 16 ms at the median and 33 ms at the 99th percentile, with 33, 500 and
/// 1,000 sites and twice as many links, labels on.
class CanvasBench : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dragOfOneSite_data();
    void dragOfOneSite();
    void panOfTheMap_data();
    void panOfTheMap();
    void zoomOfTheMap_data();
    void zoomOfTheMap();
    void dragBesideALens();

private:
    static constexpr double kGoal = 16.0;   // ms
    static constexpr double kWorstGoal = 33.0;
    static Network networkOf(int sites);
    static void open(Canvas& canvas, int sites, ProjectionKind kind = ProjectionKind::Mercator);
    template<typename Step>
    static std::vector<double> frames(Canvas& canvas, int count, Step step);
    static std::vector<double> drag(Canvas& canvas);
    template<typename Step>
    static void reportOnMap(Step step);
    static void report(const char* what, std::vector<double> milliseconds);
};

Network CanvasBench::networkOf(int sites)
{
    Network network;
    for (int i = 0; i < sites; ++i) {
        Site site;
        site.id = network.sites.nextId();
        site.key = QStringLiteral("station-%1").arg(i);
        site.position = GeoPosition{36.0 + (i / 40) * 0.9 + (i * 7 % 11) * 0.03, -9.0 + (i % 40) * 0.9 + (i * 13 % 7) * 0.04};
        if (i % 3) site.repeater.emplace();
        else site.processor.emplace();
        network.sites.put(std::move(site));
    }
    const auto link = [&](int from, int to) {
        Link made;
        made.id = network.links.nextId();
        made.key = QStringLiteral("link-%1").arg(made.id.number());
        made.from = SiteId(static_cast<std::uint32_t>(from % sites + 1));
        made.to = SiteId(static_cast<std::uint32_t>(to % sites + 1));
        network.links.put(std::move(made));
    };
    for (int i = 0; i < sites; ++i) {
        link(i, i + 1);
        link(i, i + std::min(40, sites / 2));
    }
    return network;
}

void CanvasBench::report(const char* what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const double median = milliseconds[milliseconds.size() / 2];
    const double p99 = milliseconds[milliseconds.size() * 99 / 100];
    qInfo("%s: median %.2f ms, p99 %.2f ms, goal %.0f ms, ratio %.2f", what, median, p99, kGoal, median / kGoal);
    QVERIFY2(median < kGoal, what);
    QVERIFY2(p99 < kWorstGoal, what);
}

void CanvasBench::open(Canvas& canvas, int sites, ProjectionKind kind)
{
    canvas.view.resize(1200, 800);
    canvas.open(networkOf(sites));
    canvas.view.setProjection(kind);
    QTest::qWait(1000);
}

/// Milliseconds of each step with the frame it leads to.
template<typename Step>
std::vector<double> CanvasBench::frames(Canvas& canvas, int count, Step step)
{
    std::vector<double> milliseconds;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        canvas.view.viewport()->repaint();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();   // results of the engine come in meanwhile
    }
    return milliseconds;
}

void CanvasBench::dragOfOneSite_data()
{
    QTest::addColumn<int>("sites");
    for (const int sites : {33, 500, 1000}) QTest::addRow("drag, %d sites", sites) << sites;
}

/// Drags the site that stands alone in the middle of the picture.
std::vector<double> CanvasBench::drag(Canvas& canvas)
{
    const auto size = static_cast<std::uint32_t>(canvas.network().sites.size());
    SiteId site(size / 2 + 1);
    while (canvas.view.networkScene().clusters().of(site)) site = SiteId(site.number() % size + 1);
    const QPoint from = canvas.at(site);
    canvas.press(from);
    std::vector<double> milliseconds = frames(canvas, 300, [&](int i) { canvas.moveTo(from + QPoint(10 + (i + 1) % 60, (i + 1) % 45)); });
    canvas.release(from + QPoint(40, 30));
    return milliseconds;
}

void CanvasBench::dragOfOneSite()
{
    QFETCH(int, sites);
    Canvas canvas;
    open(canvas, sites);
    report(QTest::currentDataTag(), drag(canvas));
    QVERIFY(canvas.session.undoStack().count() == 1);
}

void CanvasBench::dragBesideALens()
{
    Canvas canvas;
    open(canvas, 1000);
    canvas.view.openLensAt({600, 400});
    QTest::qWait(500);
    report("drag beside a lens, 1000 sites", drag(canvas));
}

void CanvasBench::panOfTheMap_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sites");
    for (const int sites : {33, 500, 1000})
        QTest::addRow("Mercator, %d sites", sites) << static_cast<int>(ProjectionKind::Mercator) << sites;
    QTest::newRow("Equal Earth, 1000 sites") << static_cast<int>(ProjectionKind::EqualEarth) << 1000;
    QTest::newRow("globe, 1000 sites") << static_cast<int>(ProjectionKind::Globe) << 1000;
}

template<typename Step>
void CanvasBench::reportOnMap(Step step)
{
    QFETCH(int, kind);
    QFETCH(int, sites);
    Canvas canvas;
    open(canvas, sites, static_cast<ProjectionKind>(kind));
    report(QTest::currentDataTag(), frames(canvas, 200, [&](int i) { step(canvas.view, i); }));
}

void CanvasBench::panOfTheMap()
{
    reportOnMap([](NetworkView& view, int i) { view.panBy({i % 2 ? 3.0 : -2.0, 1.0}); });
}

void CanvasBench::zoomOfTheMap_data() { panOfTheMap_data(); }

void CanvasBench::zoomOfTheMap()
{
    reportOnMap([](NetworkView& view, int i) { view.zoomAt({500, 300}, i % 40 < 20 ? 1.1 : 1 / 1.1); });
}

QTEST_MAIN(CanvasBench)
#include "canvas_bench.moc"
