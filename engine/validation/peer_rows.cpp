// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_chain.h"
#include "engine/validation/exact_table.h"

namespace bellweave::engine {
namespace {

constexpr auto kSolver = "Public solver of Li, Coopmans & Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021), run by us";

NestedUnit swapUnit(double success, std::optional<double> cutoff = {})
{
    return {NestedUnit::Kind::Swap, success, cutoff, {}};
}

NestedDelivery solved(double link, double w, double memorySteps, std::vector<NestedUnit> units)
{
    NestedProtocol protocol{link, wernerCorrelators(w), wernerDecay(memorySteps), std::move(units)};
    return solveNestedChain(protocol).value();
}

NestedDelivery four() { return solved(0.1, 0.98, 400, {swapUnit(0.5), swapUnit(0.5)}); }
NestedDelivery eight() { return solved(0.1, 0.98, 400, {swapUnit(0.5), swapUnit(0.5), swapUnit(0.5)}); }
NestedDelivery cut() { return solved(0.1, 0.98, 400, {swapUnit(0.5, 16), swapUnit(0.5, 31), swapUnit(0.5, 55)}); }
NestedDelivery certain() { return solved(0.01, 1.0, 2000, {swapUnit(1.0), swapUnit(1.0), swapUnit(1.0)}); }

double steps(const NestedDelivery& delivery) { return delivery.law.meanSteps; }
double werner(const NestedDelivery& delivery) { return delivery.law.meanCorrelators.values[1]; }

constexpr ExactRow kRows[] = {
    {"nested-4/steps", "four segments, p 0.1, swaps of 0.5: mean time", 84.8175804, 7, [] { return steps(four()); }, kSolver, "steps"},
    {"nested-4/werner", "the same: Werner parameter", 0.826901742, 9, [] { return werner(four()); }, kSolver},
    {"nested-8/steps", "eight segments, p 0.1, swaps of 0.5: mean time", 242.348372, 6, [] { return steps(eight()); }, kSolver, "steps"},
    {"nested-8/werner", "the same: Werner parameter", 0.579477964, 9, [] { return werner(eight()); }, kSolver},
    {"nested-8-cut/steps", "the same with cut-offs of 16, 31 and 55 steps: mean time", 471.9713328, 7, [] { return steps(cut()); }, kSolver, "steps"},
    {"nested-8-cut/werner", "the same with cut-offs: Werner parameter", 0.7070286002, 10, [] { return werner(cut()); }, kSolver},
    {"nested-8-certain/steps", "eight segments, p 0.01, certain swaps: mean time", 270.924509, 6, [] { return steps(certain()); }, kSolver, "steps"},
    {"nested-8-certain/werner", "the same: Werner parameter", 0.696876957, 9, [] { return werner(certain()); }, kSolver},
};

} // namespace

std::span<const ExactRow> peerRows() { return kRows; }

} // namespace bellweave::engine
