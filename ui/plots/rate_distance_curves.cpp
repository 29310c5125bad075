// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/rate_distance_curves.h"

#include <cmath>

namespace bellweave::ui {

namespace {

constexpr int kPointCount = 28;
constexpr double kStep = 200e3;   // m; the axis ends on a multiple of it, so that small moves keep the curves

} // namespace

RateDistanceCurves::RateDistanceCurves()
    : m_answer([](const Question& question, std::stop_token stop) {
          return engine::rateAgainstDistance(question.input, question.longest / 200.0, question.longest, kPointCount, stop);
      })
{
}

const RateDistanceCurves::Points& RateDistanceCurves::points(const engine::RateDistanceInput& input, Length present)
{
    return m_answer.to({input, Length::fromSi(std::max(1.0, std::ceil(1.5 * present.si() / kStep)) * kStep)});
}

} // namespace bellweave::ui
