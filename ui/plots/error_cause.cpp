// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_cause.h"

#include "ui/style/theme.h"

#include <QCoreApplication>

namespace bellweave::ui {

QString errorCauseLabel(engine::ErrorCause cause)
{
    switch (cause) {
    case engine::ErrorCause::MemoryWait: return QCoreApplication::translate("ErrorCause", "Memory wait");
    case engine::ErrorCause::LinkGeneration: return QCoreApplication::translate("ErrorCause", "Link generation");
    case engine::ErrorCause::SwapOperations: return QCoreApplication::translate("ErrorCause", "Swap operations");
    case engine::ErrorCause::DetectorNoise: return QCoreApplication::translate("ErrorCause", "Detector noise");
    }
    return {};
}

QColor errorCauseColor(engine::ErrorCause cause, const Theme& theme)
{
    switch (cause) {
    case engine::ErrorCause::MemoryWait: return theme.series[1];
    case engine::ErrorCause::LinkGeneration: return theme.series[0];
    case engine::ErrorCause::SwapOperations: return theme.series[2];
    case engine::ErrorCause::DetectorNoise: return theme.series[3];
    }
    return theme.series[4];
}

QString infidelityText(double infidelity)
{
    return QString::number(infidelity, 'f', infidelity >= 0.01 ? 3 : 4);
}

} // namespace bellweave::ui
