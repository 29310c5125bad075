// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_curves.h"

#include "model/network/element_name.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr double kMinute = 60.0, kHour = 3600.0;    // s

class Words {
    Q_DECLARE_TR_FUNCTIONS(OrbitCurves)
};

const Demand* demandOf(const Session& session, const OrbitController& orbits) { return session.network().demands.find(orbits.demand()); }

bool isKey(const Demand* demand) { return demand && demand->purpose == Purpose::SecretKey; }

QString titleOf(const Session& session, const Demand* demand) { return demand ? elementName(session.network(), demand->id) : QString(); }

/// Of a point of a course or of a pass.
template<typename Point>
double valueAt(const Point& point, const Demand* demand)
{
    return isKey(demand) ? point.keyRate.si() : point.rate.si();
}

} // namespace

OrbitPlot::Curve curveOfSpan(const Session& session, const OrbitController& orbits)
{
    const auto evaluation = session.evaluation();
    const Demand* demand = demandOf(session, orbits);
    const engine::DemandResult* result = demand && evaluation ? evaluation->find(demand->id) : nullptr;
    OrbitPlot::Curve curve{.title = titleOf(session, demand), .quantity = isKey(demand) ? Words::tr("key, bit/s; green: with clouds") : Words::tr("pairs/s; green: with clouds"),
                           .end = orbits.clock().span(), .timeUnit = kHour, .timeName = Words::tr("hours since %1").arg(session.network().general().time.epoch)};
    if (!demand) curve.empty = Words::tr("Add a demand to see what it gets.");
    else if (!result) curve.empty = Words::tr("No numbers yet.");
    else if (!result->course) curve.empty = Words::tr("No satellite serves %1.").arg(curve.title);
    else
        for (const engine::CoursePoint& point : result->course->points) {
            const double value = valueAt(point, demand);
            curve.steps.push_back({{point.from.si(), point.until.si()}, value, value * point.clear});
        }
    return curve;
}

OrbitPlot::Curve curveOfPass(const Session& session, const OrbitController& orbits, const engine::SkyPass& pass, const engine::PassCurve& known)
{
    const Demand* demand = demandOf(session, orbits);
    OrbitPlot::Curve curve{.title = titleOf(session, demand), .quantity = isKey(demand) ? Words::tr("key, bit/s") : Words::tr("pairs/s"), .begin = pass.time.from, .end = pass.time.until,
                           .timeUnit = kMinute, .timeName = Words::tr("time since rise, min"),
                           .empty = demand ? Words::tr("Working it out…") : Words::tr("Add a demand to see what it gets in this pass.")};
    for (const engine::PassPoint& point : known.points) {
        const double value = valueAt(point, demand);
        curve.steps.push_back({point.time, value, value});
    }
    if (!curve.steps.empty() && std::none_of(curve.steps.begin(), curve.steps.end(), [](const OrbitPlot::Step& step) { return step.clear > 0.0; })) {
        curve.steps.clear();
        curve.empty = Words::tr("The demand gets nothing in this pass.");
    }
    return curve;
}

} // namespace bellweave::ui
