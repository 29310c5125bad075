// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QDateTime>
#include <QString>
#include <vector>

namespace bellweave::ui {

/// A design opened or saved lately, with the verdict it had then.
struct RecentFile {
    QString path;
    QString name;
    engine::VerdictLevel level = engine::VerdictLevel::NotComputed;
    int met = 0;
    int demands = 0;
    QDateTime when;
};

/// The recent files that still exist, newest first, at most ten; kept in the user's settings.
std::vector<RecentFile> recentFiles();
/// Puts a file on top, replacing an older entry of the same path.
void rememberFile(const RecentFile& file);
void forgetRecentFiles();

} // namespace bellweave::ui
