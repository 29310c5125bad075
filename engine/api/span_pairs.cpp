// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_pairs.h"

#include "engine/analytic/course_means.h"

namespace bellweave::engine {
namespace {

DemandResult withMeans(const Demand& demand, DemandResult result, DemandCourse course)
{
    const CourseMeans means = courseMeans(course, demand.purpose);
    const double alone = result.rate.si() > 0.0 ? result.rateAlone / result.rate : 1.0;
    result.rate = means.rate;
    result.rateAlone = alone * means.rate;
    result.fidelity = means.fidelity;
    result.keyRate = means.keyRate;
    result.latency = means.latency;
    result.latencyP95 = means.latencyP95;
    result.delivery.clear();    // that of one moment
    result.course = std::make_shared<const DemandCourse>(std::move(course));
    return result;
}

CoursePoint pointOf(const SpanMoments& moments, std::size_t cell, const Demand& demand)
{
    const DemandResult& moment = moments.demandAt(cell, demand.id);
    CoursePoint point = moments.pointAt(cell, moment.linksAlong());
    if (!moment.routed) return point;
    point.rate = moment.rate;
    point.fidelity = moment.fidelity;
    point.keyRate = moment.keyRate;
    return point;
}

} // namespace

DemandResult meanOfPairs(const SpanMoments& moments, const Demand& demand)
{
    DemandCourse course = moments.emptyCourse();
    for (std::size_t cell = 0; cell < moments.size(); ++cell) course.points.push_back(pointOf(moments, cell, demand));
    summarize(course, demand.purpose);
    return withMeans(demand, moments.toldAt(moments.cellAt(course.best), demand.id), std::move(course));
}

} // namespace bellweave::engine
