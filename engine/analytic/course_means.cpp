// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/course_means.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bellweave::engine {
namespace {

double lengthOf(const CoursePoint& point) { return (point.until - point.from).si(); }
double served(const CoursePoint& point, Purpose purpose) { return point.clear * (purpose == Purpose::SecretKey ? point.keyRate : point.rate).si(); }

/// The waits of requests. Within a part the rate is the same, so all is in closed form.
class Waits {
public:
    Waits(const DemandCourse& course, Purpose purpose) : m_span(course.span.si())
    {
        for (const CoursePoint& point : course.points) {
            m_rates.push_back(served(point, purpose));
            m_lengths.push_back(lengthOf(point));
            m_begins.push_back(point.from.si());
            m_counts.push_back(m_count);
            m_count += m_rates.back() * m_lengths.back();
        }
    }

    bool isNever() const { return m_count <= 0.0; }

    double mean() const
    {
        // From the end backward: what waits at the beginning of a part waits through it, unless served. Round once to know the end's.
        double after = 0.0, sum = 0.0;
        for (int round = 0; round < 2 + rounds(); ++round) {
            sum = 0.0;
            for (std::size_t i = m_rates.size(); i-- > 0;) {
                sum += waitedIn(i, after);
                after = waitAt(i, after);
            }
        }
        return sum / m_span;
    }

    /// 95 of 100 requests are served within it.
    double quantile(double share) const
    {
        double low = 0.0, high = m_span;
        while (servedWithin(high) < share && high < 1e6 * m_span) high *= 2.0;
        for (int i = 0; i < 40; ++i) (servedWithin(0.5 * (low + high)) < share ? low : high) = 0.5 * (low + high);
        return high;
    }

private:
    /// Rounds until what is left unserved no longer counts.
    int rounds() const { return static_cast<int>(std::min(1e4, std::ceil(40.0 / m_count))); }
    double waitAt(std::size_t i, double after) const
    {
        const double kept = std::exp(-m_rates[i] * m_lengths[i]);
        return (m_rates[i] > 0.0 ? -std::expm1(-m_rates[i] * m_lengths[i]) / m_rates[i] : m_lengths[i]) + kept * after;
    }
    /// Integral of the wait over requests in the part.
    double waitedIn(std::size_t i, double after) const
    {
        const double rate = m_rates[i], length = m_lengths[i];
        if (rate * length < 1e-9) return 0.5 * length * length + after * length;
        const double unserved = -std::expm1(-rate * length) / rate;
        return (length - unserved) / rate + after * unserved;
    }
    /// Expected services up to a time, which goes on round after round.
    double countAt(double time) const
    {
        const double rounds = std::floor(time / m_span), within = time - rounds * m_span;
        const auto next = std::upper_bound(m_begins.begin(), m_begins.end(), within);
        const auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - m_begins.begin() - 1));
        return rounds * m_count + m_counts[i] + m_rates[i] * (within - m_begins[i]);
    }
    double servedWithin(double time) const
    {
        constexpr int kSamples = 512;    // of the moments of requests
        double sum = 0.0;
        for (int k = 0; k < kSamples; ++k) {
            const double at = m_span * (k + 0.5) / kSamples;
            sum -= std::expm1(countAt(at) - countAt(at + time));
        }
        return sum / kSamples;
    }

    double m_span;
    double m_count = 0.0;
    std::vector<double> m_rates;
    std::vector<double> m_lengths;
    std::vector<double> m_begins;
    std::vector<double> m_counts;
};

} // namespace

CourseMeans courseMeans(const DemandCourse& course, Purpose purpose)
{
    CourseMeans means;
    double pairs = 0.0, good = 0.0, bits = 0.0;
    for (const CoursePoint& point : course.points) {
        const double came = point.clear * point.rate.si() * lengthOf(point);
        pairs += came;
        good += came * point.fidelity;
        bits += point.clear * point.keyRate.si() * lengthOf(point);
    }
    means.rate = perSecond(pairs, course.span);
    means.keyRate = perSecond(bits, course.span);
    means.fidelity = pairs > 0.0 ? good / pairs : 0.0;
    const Waits waits(course, purpose);
    constexpr double kNever = std::numeric_limits<double>::infinity();
    means.latency = Duration::fromSi(waits.isNever() ? kNever : waits.mean());
    means.latencyP95 = Duration::fromSi(waits.isNever() ? kNever : waits.quantile(0.95));
    return means;
}

void summarize(DemandCourse& course, Purpose purpose)
{
    double most = 0.0, gap = 0.0, first = -1.0, last = 0.0;
    course.served = {};
    course.pairs = course.keyBits = 0.0;
    for (const CoursePoint& point : course.points) {
        course.pairs += point.clear * point.rate.si() * lengthOf(point);
        course.keyBits += point.clear * point.keyRate.si() * lengthOf(point);
        const double rate = served(point, purpose);
        if (rate <= 0.0) continue;
        course.served += point.until - point.from;
        if (first < 0.0) first = point.from.si();
        else gap = std::max(gap, point.from.si() - last);
        last = point.until.si();
        if (rate <= most) continue;
        most = rate;
        course.best = 0.5 * (point.from + point.until);
    }
    course.longestGap = first < 0.0 ? course.span : Duration::fromSi(std::max(gap, course.span.si() - last + first));
}

} // namespace bellweave::engine
