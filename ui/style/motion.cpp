// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/motion.h"

#include <QGuiApplication>
#include <QSettings>

namespace bellweave::ui {

bool reducedMotion()
{
    static const QStringList kWithoutScreen{QStringLiteral("offscreen"), QStringLiteral("minimal")};
    return QSettings().value(kReducedMotionKey, kWithoutScreen.contains(QGuiApplication::platformName())).toBool();
}

} // namespace bellweave::ui
