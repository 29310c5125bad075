// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For lane_loops_body.h alone: what a processor does with several 64-bit words at once, in as many forms as it has. Compilers find
// the widening product of 32-bit words only if they are told.

#include <cstddef>
#include <cstdint>

#if defined(__AVX512F__) || defined(__AVX2__) || defined(__SSE2__)
#include <immintrin.h>
#endif

namespace bellweave::engine {
namespace {

/// One word, on any processor.
struct OneWord {
    using Word = std::uint64_t;
    static constexpr std::size_t kWords = 1;
    static Word load(const std::uint32_t* words) { return *words; }
    static Word all(std::uint32_t value) { return value; }
    static Word product(Word a, Word b) { return (a & 0xFFFFFFFF) * (b & 0xFFFFFFFF); }
    static Word upper(Word a) { return a >> 32; }
    static Word either(Word a, Word b, Word c) { return a ^ b ^ c; }
    /// The 52 bits after `high`, of `low` below, in a double of exponent 0.
    static Word mantissa(Word high, Word low, Word one) { return (((high << 32) | (low & 0xFFFFFFFF)) >> 12) | one; }
    static Word wide(std::uint64_t value) { return value; }
    static void storeBelowTwo(double* values, Word bits)
    {
        double value;
        __builtin_memcpy(&value, &bits, sizeof value);
        *values = 2.0 - value;
    }
};

#if defined(__AVX512F__)
struct ManyWords {
    using Word = __m512i;
    static constexpr std::size_t kWords = 8;
    static Word load(const std::uint32_t* words) { return _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(words))); }
    static Word all(std::uint32_t value) { return _mm512_set1_epi64(value); }
    static Word wide(std::uint64_t value) { return _mm512_set1_epi64(static_cast<long long>(value)); }
    static Word product(Word a, Word b) { return _mm512_mul_epu32(a, b); }
    static Word upper(Word a) { return _mm512_srli_epi64(a, 32); }
    static Word either(Word a, Word b, Word c) { return _mm512_ternarylogic_epi64(a, b, c, 0x96); }
    static Word mantissa(Word high, Word low, Word one)
    {
        const Word both = _mm512_or_si512(_mm512_slli_epi64(high, 32), _mm512_and_si512(low, wide(0xFFFFFFFF)));
        return _mm512_or_si512(_mm512_srli_epi64(both, 12), one);
    }
    static void storeBelowTwo(double* values, Word bits) { _mm512_storeu_pd(values, _mm512_sub_pd(_mm512_set1_pd(2.0), _mm512_castsi512_pd(bits))); }
};
#elif defined(__AVX2__)
struct ManyWords {
    using Word = __m256i;
    static constexpr std::size_t kWords = 4;
    static Word load(const std::uint32_t* words) { return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(words))); }
    static Word all(std::uint32_t value) { return _mm256_set1_epi64x(value); }
    static Word wide(std::uint64_t value) { return _mm256_set1_epi64x(static_cast<long long>(value)); }
    static Word product(Word a, Word b) { return _mm256_mul_epu32(a, b); }
    static Word upper(Word a) { return _mm256_srli_epi64(a, 32); }
    static Word either(Word a, Word b, Word c) { return _mm256_xor_si256(_mm256_xor_si256(a, b), c); }
    static Word mantissa(Word high, Word low, Word one)
    {
        const Word both = _mm256_or_si256(_mm256_slli_epi64(high, 32), _mm256_and_si256(low, wide(0xFFFFFFFF)));
        return _mm256_or_si256(_mm256_srli_epi64(both, 12), one);
    }
    static void storeBelowTwo(double* values, Word bits) { _mm256_storeu_pd(values, _mm256_sub_pd(_mm256_set1_pd(2.0), _mm256_castsi256_pd(bits))); }
};
#elif defined(__SSE2__)
struct ManyWords {
    using Word = __m128i;
    static constexpr std::size_t kWords = 2;
    static Word load(const std::uint32_t* words) { return _mm_unpacklo_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(words)), _mm_setzero_si128()); }
    static Word all(std::uint32_t value) { return _mm_set1_epi64x(value); }
    static Word wide(std::uint64_t value) { return _mm_set1_epi64x(static_cast<long long>(value)); }
    static Word product(Word a, Word b) { return _mm_mul_epu32(a, b); }
    static Word upper(Word a) { return _mm_srli_epi64(a, 32); }
    static Word either(Word a, Word b, Word c) { return _mm_xor_si128(_mm_xor_si128(a, b), c); }
    static Word mantissa(Word high, Word low, Word one)
    {
        const Word both = _mm_or_si128(_mm_slli_epi64(high, 32), _mm_and_si128(low, wide(0xFFFFFFFF)));
        return _mm_or_si128(_mm_srli_epi64(both, 12), one);
    }
    static void storeBelowTwo(double* values, Word bits) { _mm_storeu_pd(values, _mm_sub_pd(_mm_set1_pd(2.0), _mm_castsi128_pd(bits))); }
};
#else
using ManyWords = OneWord;
#endif

} // namespace
} // namespace bellweave::engine
