// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compiled once for every kind of processor, with flags of its own; so nothing from the standard library that the linker could
// take from here for other files. All loops are written to become vector code and to round alike in every form.

#include "engine/sampling/lane_loops.h"
#include "engine/sampling/lane_words.h"

namespace bellweave::engine {
namespace {

std::uint64_t bitsOf(double value)
{
    std::uint64_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}
double fromBits(std::uint64_t bits)
{
    double value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

constexpr std::uint64_t kOneBits = 0x3FF0000000000000;      // 1.0
constexpr std::uint64_t kRootHalfBits = 0x3FE6A09E667F3BCD; // sqrt(1/2)
constexpr std::uint64_t kIntegerBits = 0x4330000000000000;  // 2^52: an integer below it stands in the last bits
constexpr double kIntegers = 0x1p52;
constexpr double kRounding = 0x1.8p52;                      // added and taken away, it leaves a whole number
constexpr double kLn2 = 0x1.62e42fefa39efp-1;

/// Of the lower halves of all words; what stands in the upper ones is never looked at.
template<typename Words>
void drawAt(const LaneAddress& address, std::size_t lane, double* first, double* second)
{
    using Word = typename Words::Word;
    const Word factorA = Words::all(0xD2511F53), factorC = Words::all(0xCD9E8D57), one = Words::wide(kOneBits);
    Word a = Words::load(address.trials + lane), b = Words::all(address.trialHigh);
    Word c = Words::load(address.blocks + lane), d = Words::all(address.purpose);
    auto keyLow = static_cast<std::uint32_t>(address.seed), keyHigh = static_cast<std::uint32_t>(address.seed >> 32);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
        const Word p = Words::product(a, factorA), q = Words::product(c, factorC);
        a = Words::either(Words::upper(q), b, Words::all(keyLow));
        b = q;
        c = Words::either(Words::upper(p), d, Words::all(keyHigh));
        d = p;
        keyLow += 0x9E3779B9;
        keyHigh += 0xBB67AE85;
    }
    Words::storeBelowTwo(first + lane, Words::mantissa(a, b, one));
    Words::storeBelowTwo(second + lane, Words::mantissa(c, d, one));
}

void draw(const LaneAddress& address, std::size_t lanes, double* first, double* second)
{
    const LaneAddress own = address;
    std::size_t lane = 0;
    for (; lane + ManyWords::kWords <= lanes; lane += ManyWords::kWords) drawAt<ManyWords>(own, lane, first, second);
    for (; lane < lanes; ++lane) drawAt<OneWord>(own, lane, first, second);
}

/// ln x = e ln 2 + 2 artanh((m-1)/(m+1)), m between sqrt(1/2) and sqrt 2; to 3e-14.
double logarithm(double value)
{
    const std::uint64_t bits = bitsOf(value);
    const std::uint64_t exponent = (bits + (kOneBits - kRootHalfBits)) >> 52;
    const double mantissa = fromBits(bits - (exponent << 52) + kOneBits);
    const double power = fromBits(exponent | kIntegerBits) - (kIntegers + 1023.0);
    const double s = (mantissa - 1.0) / (mantissa + 1.0), z = s * s;
    double series = 1.0 / 15.0;
    series = series * z + 1.0 / 13.0;
    series = series * z + 1.0 / 11.0;
    series = series * z + 1.0 / 9.0;
    series = series * z + 1.0 / 7.0;
    series = series * z + 1.0 / 5.0;
    series = series * z + 1.0 / 3.0;
    series = series * z + 1.0;
    return power * kLn2 + 2.0 * s * series;
}

void toTimes(double* __restrict values, std::size_t lanes, double inverse, double cycle, double told)
{
    for (std::size_t i = 0; i < lanes; ++i) {
        const double attempts = __builtin_ceil(logarithm(values[i]) * inverse);
        values[i] = (attempts < 1.0 ? 1.0 : attempts) * cycle + told;
    }
}

void meet(const double* left, const double* right, std::size_t lanes, double* gap, double* later)
{
#pragma GCC ivdep
    for (std::size_t i = 0; i < lanes; ++i) {
        const double a = left[i], b = right[i];
        gap[i] = b - a;
        later[i] = a > b ? a : b;
    }
}

void later(double* __restrict values, const double* __restrict other, std::size_t lanes)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] = values[i] > other[i] ? values[i] : other[i];
}

double lost(double gap, const LaneDecay& rates) { return gap > 0.0 ? gap * rates.left : -gap * rates.right; }

double exponential(double exponent)
{
    const double x = exponent < -700.0 ? -700.0 : exponent;
    double power = x * 0x1.71547652b82fep0 + kRounding;
    const std::uint64_t shift = bitsOf(power) << 52;
    power -= kRounding;
    const double r = (x - power * 0x1.62e42feep-1) - power * 0x1.a39ef35793c76p-33;    // ln 2 in two parts
    double series = 1.0 / 479001600.0;
    series = series * r + 1.0 / 39916800.0;
    series = series * r + 1.0 / 3628800.0;
    series = series * r + 1.0 / 362880.0;
    series = series * r + 1.0 / 40320.0;
    series = series * r + 1.0 / 5040.0;
    series = series * r + 1.0 / 720.0;
    series = series * r + 1.0 / 120.0;
    series = series * r + 1.0 / 24.0;
    series = series * r + 1.0 / 6.0;
    series = series * r + 0.5;
    series = series * r + 1.0;
    series = series * r + 1.0;
    return fromBits(bitsOf(series) + shift);
}

void decay(const double* __restrict gap, std::size_t lanes, double factor, const LaneDecay& rates, double* __restrict values)
{
    const LaneDecay own = rates;
    for (std::size_t i = 0; i < lanes; ++i) values[i] = factor * exponential(-lost(gap[i], own));
}

void lose(double* __restrict exponents, const double* __restrict gap, std::size_t lanes, const LaneDecay& rates)
{
    const LaneDecay own = rates;
    for (std::size_t i = 0; i < lanes; ++i) exponents[i] -= lost(gap[i], own);
}

void exponentiate(double* __restrict values, std::size_t lanes, double factor)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] = factor * exponential(values[i]);
}

void multiply(double* __restrict values, const double* __restrict other, std::size_t lanes)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] *= other[i];
}

void toFidelities(const double* zz, const double* xx, const double* yy, std::size_t lanes, double* __restrict values)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] = 0.25 * (((1.0 + zz[i]) + xx[i]) + yy[i]);
}

void fill(double* __restrict values, std::size_t lanes, double value)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] = value;
}

void add(double* __restrict values, std::size_t lanes, double value)
{
    for (std::size_t i = 0; i < lanes; ++i) values[i] += value;
}

void judge(const double* __restrict gap, const double* __restrict later, std::size_t lanes, const LaneEnding& rules, double* __restrict failures,
           double* __restrict spent, double* __restrict goesOn)
{
    const LaneEnding ending = rules;
    for (std::size_t i = 0; i < lanes; ++i) {
        const double waited = __builtin_fabs(gap[i]);
        const double late = waited > ending.cutoff ? 1.0 : 0.0;
        const double fails = failures[i] > 0.0 ? 1.0 : late;
        const double givenUp = late > 0.0 ? ending.cutoff - waited : 0.0;
        spent[i] += later[i] + givenUp + (fails > 0.0 ? ending.onFailure : ending.onSuccess);
        failures[i] -= 1.0 - late;
        goesOn[i] = fails;
    }
}

constexpr std::size_t kPartialSums = 8;

/// Of what a term makes of each index.
template<typename Term>
double summed(std::size_t lanes, Term term)
{
    double parts[kPartialSums] = {};
    std::size_t i = 0;
    for (; i + kPartialSums <= lanes; i += kPartialSums)
        for (std::size_t j = 0; j < kPartialSums; ++j) parts[j] += term(i + j);
    for (; i < lanes; ++i) parts[i % kPartialSums] += term(i);
    return ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

double sum(const double* values, std::size_t lanes)
{
    return summed(lanes, [values](std::size_t i) { return values[i]; });
}

double spread(const double* values, std::size_t lanes, double middle)
{
    return summed(lanes, [values, middle](std::size_t i) { return (values[i] - middle) * (values[i] - middle); });
}

constexpr LaneLoops loopsNamed(const char* name)
{
    return {name, draw, toTimes, meet, later, decay, lose, exponentiate, multiply, toFidelities, fill, add, judge, sum, spread};
}

} // namespace
} // namespace bellweave::engine
