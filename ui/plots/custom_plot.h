// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The only door to QCustomPlot: its header is written with Qt's lower-case keywords, which we switch off
/// everywhere (QT_NO_KEYWORDS, QT_NO_FOREACH), so they exist just while it is read.

#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
