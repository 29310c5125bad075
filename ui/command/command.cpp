// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/command.h"

#include "model/base/folded_text.h"

#include <algorithm>

namespace bellweave::ui {

namespace {

constexpr int kBeginsTitle = 12;
constexpr int kBeginsWord = 9;
constexpr int kInside = 5;
constexpr int kDetail = 3;
constexpr int kRecent = 4;    // less than the step between a word's beginning and its inside

bool beginsWord(const QString& text, const QString& word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (at == 0 || !text[at - 1].isLetterOrNumber()) return true;
    return false;
}

int matchOfWord(const QString& word, const QString& title, const QString& detail)
{
    if (title.startsWith(word)) return kBeginsTitle;
    if (beginsWord(title, word)) return kBeginsWord;
    if (title.contains(word)) return kInside;
    return beginsWord(detail, word) ? kDetail : 0;
}

} // namespace

QStringList wordsOf(const QString& query) { return foldedText(query).split(u' ', Qt::SkipEmptyParts); }

int matchOf(const QStringList& words, const QString& title, const QString& detail)
{
    const QString plainTitle = foldedText(title);
    const QString plainDetail = foldedText(detail);
    int sum = 0;
    for (const QString& word : words) {
        const int own = matchOfWord(word, plainTitle, plainDetail);
        if (own == 0) return 0;
        sum += own;
    }
    return sum;
}

std::vector<Command> bestMatches(const std::vector<Command>& commands, const QStringList& words, const QStringList& recentKeys,
                                 std::size_t limit)
{
    std::vector<std::pair<int, const Command*>> found;
    for (const Command& command : commands) {
        const bool isRecent = recentKeys.contains(command.key);
        const int match = words.isEmpty() ? isRecent : matchOf(words, command.title, command.detail);
        if (match > 0) found.emplace_back(match + (isRecent ? kRecent : 0), &command);
    }
    const auto recency = [&](const Command* command) {
        const auto at = recentKeys.indexOf(command->key);
        return at < 0 ? recentKeys.size() : at;
    };
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first > b.first;
        if (recency(a.second) != recency(b.second)) return recency(a.second) < recency(b.second);
        return a.second->title.size() < b.second->title.size();
    });
    std::vector<Command> best;
    for (std::size_t at = 0; at < std::min(limit, found.size()); ++at) best.push_back(*found[at].second);
    return best;
}

} // namespace bellweave::ui
