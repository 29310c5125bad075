// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <memory>
#include <stop_token>

namespace bellweave::engine {

/// What demands come to at one moment.
struct MomentDemands {
    Table<DemandResult> demands;
    std::vector<std::pair<ProtocolChoice, std::vector<KeyHop>>> hops;    ///< of relays, by the choices of demands

    /// Null where no demand has that choice.
    const std::vector<KeyHop>* hopsOf(const ProtocolChoice& choice) const
    {
        for (const auto& [known, all] : hops)
            if (known == choice) return &all;
        return nullptr;
    }
};

/// Evaluates designs one after the other and keeps what did not change between them. Results never depend on what was
/// evaluated before. Not thread-safe: one evaluator a thread.
class Evaluator {
public:
    Evaluator();
    ~Evaluator();
    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;

    /// Links, demands, cost, verdict and findings; no search for fixes. Where satellites move, links are as at the beginning of the
    /// design's time and demands are means over its span, unless a moment is set.
    Evaluation evaluate(const Network& network);
    /// From now on all is as at one moment, s from the beginning of a design's time; none: means over its span again.
    void setMoment(std::optional<double> moment);
    /// Demands alone, as at one moment: satellite links as they lie in the network.
    MomentDemands demandsOf(const Network& network);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// One evaluation without memory.
Evaluation evaluate(const Network& network);

/// Tries single changes for the worst demand, fills verdict.fixes (cheapest first), the fix texts of the requirement rows
/// and the final level and sentence. Stops early, with what was found, when asked to.
/// `trials` remembers the designs it tries, so it should not be the evaluator of the design itself.
void searchFixes(const Network& network, Evaluation& evaluation, Evaluator& trials, std::stop_token stop);

/// Length of glass of a link: typed, or its course times the route factor; none when an end has no position.
std::optional<Length> linkLength(const Network& network, const Link& link);
/// WGS84 geodesics from end to end over the link's bends; none when an end has no position.
std::optional<Length> linkCourse(const Network& network, const Link& link);
/// WGS84 geodesic between the two ends; none when one has no position.
std::optional<Length> linkGeodesic(const Network& network, const Link& link);
/// A millimeter of slack: lengths copied from a map are rounded.
bool isShorterThan(Length typed, Length straight);
/// "Shorter than the straight line (212 km)."
QString shorterThanStraightText(Length straight);
/// Why an edit of lengths cannot be: a typed one is shorter than the straight line between the link's ends. None when it can.
std::optional<QString> shorterThanStraight(const Network& network, const Patch& patch);

} // namespace bellweave::engine
