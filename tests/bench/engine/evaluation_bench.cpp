// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/random_design.h"

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>
#include <algorithm>
#include <functional>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double medianSeconds(int runs, const std::function<void()>& work)
{
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        seconds.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-9);
    }
    return median(std::move(seconds));
}

double fullEvaluation(const Network& network, int runs)
{
    return medianSeconds(runs, [&] { Evaluator().evaluate(network); });
}

/// A site in the middle of things moves to and fro; each step is evaluated.
double draggedSite(Network network, int runs)
{
    Evaluator evaluator;
    evaluator.evaluate(network);
    const SiteId site = network.demands.rows().front()->from;
    double shift = 0.001;
    return medianSeconds(runs, [&] {
        const GeoPosition old = *network.sites.find(site)->position;
        applyPatch(network, moveSites(network, {{site, {old.latitude + shift, old.longitude}}}));
        shift = -shift;
        evaluator.evaluate(network);
    });
}

void report(QTextStream& out, const QString& what, double measured, double goal, const QString& unit)
{
    out << what << ": " << QString::number(measured, 'g', 3) << unit << ", goal " << goal << unit << ", ratio "
        << QString::number(measured / goal, 'f', 2) << (measured <= goal ? "\n" : "  MISSED\n");
}

} // namespace

int main()
{
    QTextStream out(stdout);
    const Network thousand = gridDesign(1000, 2000, 100);
    const Network tenThousand = gridDesign(10000, 20000, 100);
    const double small = fullEvaluation(thousand, 5);
    const double large = fullEvaluation(tenThousand, 5);
    out << "full evaluation, 1,000 sites, 2,000 links, 100 demands: " << 1e3 * small << " ms\n";
    out << "full evaluation, 10,000 sites, 20,000 links, 100 demands: " << 1e3 * large << " ms\n";
    report(out, QStringLiteral("growth from 1,000 to 10,000 sites"), large / small, 12.0, QStringLiteral("x"));
    report(out, QStringLiteral("one dragged site, 10,000 sites"), draggedSite(tenThousand, 21) / large, 0.1,
           QStringLiteral(" of a full evaluation"));
    report(out, QStringLiteral("one dragged site, 1,000 sites"), draggedSite(thousand, 21) / small, 0.1,
           QStringLiteral(" of a full evaluation"));
    return 0;
}
