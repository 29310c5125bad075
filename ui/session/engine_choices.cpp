// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/engine_choices.h"

#include <QSettings>
#include <QString>
#include <algorithm>

namespace bellweave::ui {
namespace {

const QString kSearchKey = QStringLiteral("engine/search_by_itself");
const QString kIntervalKey = QStringLiteral("engine/update_interval");

} // namespace

bool searchesFixesByItself() { return QSettings().value(kSearchKey, true).toBool(); }

void chooseSearchByItself(bool on) { QSettings().setValue(kSearchKey, on); }

int updateInterval() { return std::clamp(QSettings().value(kIntervalKey, kShortestUpdate).toInt(), kShortestUpdate, kLongestUpdate); }

void chooseUpdateInterval(int milliseconds) { QSettings().setValue(kIntervalKey, milliseconds); }

} // namespace bellweave::ui
