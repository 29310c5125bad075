// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/orbits/mean_elements.h"

#include <QByteArray>
#include <vector>

namespace bellweave {

/// What a file of orbits holds: the satellites that could be read, and a sentence with its line for each that could not.
struct ElementFile {
    std::vector<MeanElements> satellites;
    std::vector<QString> problems;
};

/// Whether sets of two lines whose check digit is wrong are refused, as they should be, or read all the same, as old test files need.
enum class CheckDigits { Required, Ignored };

/// Two-line sets with or without names above them, and OMM as CSV, JSON or XML, told apart by how the text begins. Byte order marks, blanks
/// in numbers, Alpha-5 catalog numbers and what stands behind column 69 are understood. Fails where the text is none of these.
Result<ElementFile> readElementSets(const QByteArray& text, CheckDigits digits = CheckDigits::Required);

/// One set of two lines of 69 columns. Fails with a sentence that names the columns.
Result<MeanElements> readTwoLines(const QString& first, const QString& second, CheckDigits digits = CheckDigits::Required);

} // namespace bellweave
