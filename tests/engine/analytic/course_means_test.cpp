// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/course_means.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// Parts of a course: how long, pairs a second, their fidelity.
struct Part {
    double time;
    double rate;
    double fidelity;
};

DemandCourse courseOf(const std::vector<Part>& parts)
{
    DemandCourse course;
    for (const Part& part : parts) {
        course.points.push_back({course.span, course.span + Duration::fromSi(part.time), Rate::fromSi(part.rate), part.fidelity, Rate::fromSi(0.5 * part.rate), 1.0});
        course.span += Duration::fromSi(part.time);
    }
    return course;
}

bool isNear(double value, double expected, double relative) { return std::abs(value / expected - 1.0) < relative; }

} // namespace

class CourseMeansTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meansWeighByTimeAndFidelityByPairs()
    {
        const CourseMeans means = courseMeans(courseOf({{10.0, 3.0, 0.9}, {80.0, 0.0, 0.0}, {10.0, 1.0, 0.7}}), Purpose::Entanglement);
        QVERIFY(isNear(means.rate.si(), 0.4, 1e-12));
        QVERIFY(isNear(means.fidelity, (30.0 * 0.9 + 10.0 * 0.7) / 40.0, 1e-12));
        QVERIFY(isNear(means.keyRate.si(), 0.2, 1e-12));
    }

    /// A constant rate is a Poisson process: mean 1/r, 95 % within ln 20/r.
    void aSteadyRateWaitsAsAPoissonProcess()
    {
        const CourseMeans means = courseMeans(courseOf({{50.0, 0.2, 0.9}, {50.0, 0.2, 0.9}}), Purpose::Entanglement);
        QVERIFY(isNear(means.latency.si(), 5.0, 1e-6));
        QVERIFY(isNear(means.latencyP95.si(), 5.0 * std::log(20.0), 1e-4));
    }

    /// Very fast passes: a request waits for the next one, (gap/span) * gap/2 on average.
    void fastPassesLeaveTheGapsAlone()
    {
        const CourseMeans means = courseMeans(courseOf({{10.0, 1e6, 0.9}, {90.0, 0.0, 0.0}}), Purpose::Entanglement);
        QVERIFY(isNear(means.latency.si(), 0.9 * 45.0, 1e-4));
        QVERIFY(std::abs(means.latencyP95.si() - 85.0) < 0.3);
    }

    /// Requests and services drawn.
    void waitsAreThoseOfDrawnServices()
    {
        const DemandCourse course = courseOf({{20.0, 0.1, 0.9}, {50.0, 0.0, 0.0}, {5.0, 0.5, 0.9}, {25.0, 0.01, 0.8}});
        const CourseMeans means = courseMeans(course, Purpose::Entanglement);
        std::mt19937_64 engine(7);
        std::uniform_real_distribution<double> moment(0.0, 100.0);
        std::exponential_distribution<double> served(1.0);
        double sum = 0.0, squares = 0.0;
        constexpr int kDraws = 200'000;
        int late = 0;
        for (int i = 0; i < kDraws; ++i) {
            const double at = moment(engine);
            double left = served(engine), time = at;
            for (;;) {
                const double within = std::fmod(time, 100.0);
                const CoursePoint* point = nullptr;
                for (const CoursePoint& one : course.points)
                    if (one.until.si() > within) {
                        point = &one;
                        break;
                    }
                const double room = point->until.si() - within, rate = point->rate.si();
                if (rate * room >= left) {
                    time += left / rate;
                    break;
                }
                left -= rate * room;
                time += std::max(room, 1e-12);
            }
            sum += time - at;
            squares += (time - at) * (time - at);
            late += time - at > means.latencyP95.si() ? 1 : 0;
        }
        const double mean = sum / kDraws, error = std::sqrt((squares / kDraws - mean * mean) / kDraws);
        QVERIFY2(std::abs(means.latency.si() - mean) < 4.0 * error, qPrintable(QStringLiteral("%1, drawn %2 ± %3").arg(means.latency.si()).arg(mean).arg(error)));
        QVERIFY(std::abs(late / double(kDraws) - 0.05) < 0.003);
    }

    void cloudsTakeTheirShare()
    {
        DemandCourse course = courseOf({{100.0, 2.0, 0.9}});
        course.points.front().clear = 0.25;
        QVERIFY(isNear(courseMeans(course, Purpose::Entanglement).rate.si(), 0.5, 1e-12));
        QVERIFY(isNear(courseMeans(course, Purpose::Entanglement).latency.si(), 2.0, 1e-6));
        summarize(course, Purpose::Entanglement);
        QVERIFY(isNear(course.pairs, 50.0, 1e-12));
    }

    void nothingEverComesFromNothing()
    {
        DemandCourse course = courseOf({{100.0, 0.0, 0.0}});
        QVERIFY(std::isinf(courseMeans(course, Purpose::Entanglement).latency.si()));
        summarize(course, Purpose::Entanglement);
        QCOMPARE(course.longestGap.si(), 100.0);
    }

    /// The gap from the last pass of the span to the first of the next counts too.
    void gapsGoOnOverTheEndOfTheSpan()
    {
        DemandCourse course = courseOf({{30.0, 0.0, 0.0}, {10.0, 1.0, 0.9}, {20.0, 0.0, 0.0}, {10.0, 4.0, 0.8}, {30.0, 0.0, 0.0}});
        summarize(course, Purpose::Entanglement);
        QCOMPARE(course.longestGap.si(), 60.0);
        QCOMPARE(course.served.si(), 20.0);
        QCOMPARE(course.best.si(), 65.0);
        QVERIFY(isNear(course.pairsOverGap(), 50.0 * 0.6, 1e-12));
    }
};

BELLWEAVE_TEST(CourseMeansTest)
#include "course_means_test.moc"
