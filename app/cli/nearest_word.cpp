// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace bellweave::cli {
namespace {

/// Levenshtein distance: letters to insert, remove or replace.
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            int& cell = row[static_cast<std::size_t>(j) + 1];
            const int left = row[static_cast<std::size_t>(j)];
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(cell, std::min({cell + 1, left + 1, replaced}));
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString& typed, const QStringList& words)
{
    QString best;
    int fewest = std::max(2, static_cast<int>(typed.size()) / 3) + 1;
    for (const QString& word : words) {
        const int distance = editDistance(typed.toLower(), word.toLower());
        if (distance >= fewest) continue;
        fewest = distance;
        best = word;
    }
    return best;
}

} // namespace bellweave::cli
