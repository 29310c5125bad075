// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_chain.h"

#include "engine/physics/key_rate.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace bellweave::engine {
namespace {

QString translated(const char* source) { return QCoreApplication::translate("NestedChain", source); }

Error invalid(const QString& sentence, std::size_t unit)
{
    return {Error::Code::InvalidInput, sentence, translated("Unit %1").arg(unit + 1)};
}
Error invalid(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

bool isProbability(double value) { return value > 0.0 && value <= 1.0; }

/// Correlators of a state, or what a Pauli channel leaves of them: no weight is negative.
bool isPossible(const Correlators& correlators)
{
    constexpr double kRounding = 1e-9;    // what sums of weights may be off
    const Correlators possible = toCorrelators(fromCorrelators(correlators));
    bool result = std::abs(correlators.values[0] - 1.0) < kRounding;
    for (std::size_t i = 1; i < 4; ++i) result = result && std::abs(possible.values[i] - correlators.values[i]) < kRounding;
    return result;
}

Result<void> checkLink(const NestedProtocol& protocol)
{
    const WaitingDecay& decay = protocol.decay;
    if (!isProbability(protocol.linkSuccess)) return invalid(translated("The success of an attempt must be above 0 and at most 1."));
    if (!isPossible(protocol.linkState)) return invalid(translated("The correlators of the links are not those of a state."));
    if (!(decay.zz >= 0.0 && decay.xx >= 0.5 * decay.zz && std::isfinite(decay.xx)))
        return invalid(translated("Decay rates must be finite and 0 or more, that of XX at least half of that of ZZ."));
    return {};
}

Result<void> checkUnits(const NestedProtocol& protocol)
{
    constexpr std::size_t kMostUnits = 40;
    if (protocol.units.size() > kMostUnits) return invalid(translated("A protocol can have at most %1 units.").arg(kMostUnits));
    for (std::size_t i = 0; i < protocol.units.size(); ++i) {
        const NestedUnit& unit = protocol.units[i];
        if (!isProbability(unit.success)) return invalid(translated("The success of a swap must be above 0 and at most 1."), i);
        if (unit.cutoff && !(*unit.cutoff >= 0.0)) return invalid(translated("A cut-off must be 0 steps or more."), i);
        if (!isPossible(unit.factors)) return invalid(translated("The factors on the correlators are not those of a Pauli channel."), i);
    }
    return {};
}

bool isWernerAlways(const NestedProtocol& protocol)
{
    const auto isEqual = [](const Correlators& c) { return c.values[1] == c.values[2] && c.values[2] == c.values[3]; };
    const auto keepsWerner = [&](const NestedUnit& unit) { return unit.kind != NestedUnit::Kind::Dejmps && isEqual(unit.factors); };
    return isEqual(protocol.linkState) && protocol.decay.zz == protocol.decay.xx &&
           std::all_of(protocol.units.begin(), protocol.units.end(), keepsWerner);
}

/// The shortest time that a unit from here on tells apart: its cut-off, or the time memories keep what is left of two pairs.
double shortestScale(const NestedProtocol& protocol, std::size_t from, const Correlators& correlators)
{
    const auto& c = correlators.values;
    const double most = std::max({std::abs(c[1]), std::abs(c[2]), std::abs(c[3])});
    double scale = 1.0 / (most * most * std::max(protocol.decay.zz, protocol.decay.xx));
    for (std::size_t i = from; i < protocol.units.size(); ++i)
        if (protocol.units[i].cutoff) scale = std::min(scale, *protocol.units[i].cutoff + 1.0);
    return scale;
}

/// What is worked on. Kept by the thread, for a planner solves thousands of chains alike, and for long laws asking for memory
/// takes longer than the sums.
struct Workplace {
    DeliveryLaw law;
    NestedRound round;
    RepeatedRound made;
};

class KeptWorkplace {
public:
    ~KeptWorkplace()
    {
        if (get().round.left.capacity() > NestedLimits().mostCells) get() = {};    // exceptionally long
    }
    static Workplace& get()
    {
        thread_local Workplace workplace;
        return workplace;
    }
};

/// Goes up the units, with cells that grow with the times.
class NestedSum {
public:
    NestedSum(const NestedProtocol& protocol, const NestedLimits& limits, Workplace& place)
        : m_protocol(protocol), m_limits(limits), m_isWerner(isWernerAlways(protocol)), m_place(place), m_law(place.law)
    {
        startWith(1.0);
        if (!protocol.units.empty()) startWith(wantedCell(0));
    }

    Result<NestedDelivery> run()
    {
        for (std::size_t i = 0; i < m_protocol.units.size(); ++i) {
            apply(i);
            if (!(m_gridError < 1.0) || !std::isfinite(m_law.meanSteps)) return tooRare(i);
        }
        NestedDelivery result{m_law, {}, 0.0, m_leftOut, m_gridError};
        result.meanState = fromCorrelators(result.law.meanCorrelators);
        result.keyPerStep = keyFraction(result.meanState, KeyProtocol::Bbm92) / result.law.meanSteps;
        return result;
    }

private:
    static Error tooRare(std::size_t unit)
    {
        return {Error::Code::LimitExceeded, translated("It succeeds too rarely for its cut-off or the memory time: no result is accurate."),
                translated("Unit %1").arg(unit + 1)};
    }

    void startWith(double cell)
    {
        const DeliveryLaw link = elementaryLaw(m_protocol.linkSuccess, m_protocol.linkState, m_isWerner, cell);
        m_law = link;    // a copy uses the memory that is there
    }

    /// Sharing steps between cells adds a variance of a third of the cell squared to the difference of two waiting times. It
    /// matters where their law has a kink (at 0) or is cut: relatively by less than half of cell squared over this product.
    double squaredScale(std::size_t unit) const
    {
        return m_law.meanSteps * std::min(m_law.meanSteps, shortestScale(m_protocol, unit, m_law.meanCorrelators));
    }

    double wantedCell(std::size_t unit) const
    {
        const double listed = -std::log(m_limits.leftOut) * m_law.meanSteps;
        const double least = listed / static_cast<double>(m_limits.mostCells);
        const double wanted = std::max(std::sqrt(2.0 * m_limits.gridError * squaredScale(unit)), least);
        double cell = m_law.cell;
        while (2.0 * cell <= wanted) cell *= 2.0;
        return cell;
    }

    void apply(std::size_t unit)
    {
        const double cell = wantedCell(unit);
        while (m_law.cell < cell) m_law = m_law.coarser();
        if (cell > 1.0) m_gridError += 0.5 * cell * cell / squaredScale(unit);
        m_law.extendToMass(m_limits.leftOut);
        playRound(m_law, m_protocol.units[unit], m_protocol.decay, m_place.round);
        repeatUntilSuccess(m_place.round, m_limits.leftOut, m_limits.mostCells, m_place.made);
        m_leftOut = std::min(1.0, 2.0 * m_leftOut * m_place.made.rounds + m_place.made.leftOut);
        std::swap(m_law, m_place.made.law);
    }

    const NestedProtocol& m_protocol;
    const NestedLimits& m_limits;
    bool m_isWerner;
    Workplace& m_place;
    DeliveryLaw& m_law;
    double m_leftOut = 0.0;
    double m_gridError = 0.0;
};

} // namespace

std::size_t NestedProtocol::segments() const
{
    const auto swaps = std::count_if(units.begin(), units.end(), [](const NestedUnit& u) { return u.kind == NestedUnit::Kind::Swap; });
    return std::size_t{1} << swaps;
}

Correlators wernerCorrelators(double parameter) { return {{1.0, parameter, parameter, parameter}}; }

WaitingDecay wernerDecay(double coherenceSteps) { return {1.0 / coherenceSteps, 1.0 / coherenceSteps}; }

Result<NestedDelivery> solveNestedChain(const NestedProtocol& protocol, const NestedLimits& limits)
{
    if (const Result<void> link = checkLink(protocol); !link) return link.error();
    if (const Result<void> units = checkUnits(protocol); !units) return units.error();
    Q_ASSERT(limits.leftOut > 0.0 && limits.leftOut < 1.0 && limits.gridError >= 0.0);
    const KeptWorkplace place;
    return NestedSum(protocol, limits, place.get()).run();
}

} // namespace bellweave::engine
