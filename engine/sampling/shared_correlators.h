// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/sampling_program.h"

namespace bellweave::engine {

/// Which of the correlators ZZ, XX and -YY a program treats alike in every step, so that one array holds them: all three of Werner
/// pairs, two where phases alone are lost. Programs that distill share none.
class SharedCorrelators {
public:
    explicit SharedCorrelators(const SamplingProgram& program);

    std::size_t arrays() const { return m_of.size(); }
    /// The array that holds a correlator.
    std::size_t arrayOf(std::size_t correlator) const { return m_arrayOf[correlator]; }
    /// A correlator that an array holds.
    std::size_t correlatorOf(std::size_t array) const { return m_of[array]; }

private:
    std::array<std::size_t, 3> m_arrayOf{};
    std::vector<std::size_t> m_of;
};

} // namespace bellweave::engine
