// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace bellweave::ui {

/// Something that can be found by words and then done.
struct Command {
    QString key;                 ///< the same in every session, for recent use: "site/delft"
    QString title;               ///< "Delft"
    QString detail;              ///< what it is: "Processor", "View"
    QString shortcut;            ///< as the system writes it; empty for none
    std::function<void()> run;
};

/// The words of a query, folded for searching.
QStringList wordsOf(const QString& query);

/// How well the words describe a command; 0 unless every word is found. Words that begin words of the title count most, then
/// those inside the title, then those that begin words of the detail.
int matchOf(const QStringList& words, const QString& title, const QString& detail);

/// The commands that all words describe, best first, at most `limit`; recently used ones (newest first) come before others
/// that fit as well.
std::vector<Command> bestMatches(const std::vector<Command>& commands, const QStringList& words, const QStringList& recentKeys,
                                 std::size_t limit);

} // namespace bellweave::ui
