// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulation_setup.h"

#include "engine/api/simulation_forecast.h"

#include <QSettings>

namespace bellweave::ui {
namespace {

QString key(const char* name) { return QStringLiteral("simulation/") + QLatin1String(name); }

} // namespace

engine::SimulationRequest requestOf(const SimulationSetup& setup, const Network& network, const engine::Evaluation& evaluation)
{
    engine::SimulationRequest request{network, network.general().settings.seed, {setup.trials, setup.relativeError}, {}};
    if (setup.what == SimulationSetup::What::Network)
        request.events = engine::EventLimits{setup.duration.value_or(engine::sensibleDuration(evaluation)), setup.runs};
    return request;
}

SimulationSetup rememberedSetup()
{
    const QSettings settings;
    SimulationSetup setup;
    if (settings.value(key("pairs_alone"), false).toBool()) setup.what = SimulationSetup::What::Pairs;
    const double duration = settings.value(key("duration_s"), 0.0).toDouble();
    if (duration > 0.0 && duration <= 1e6) setup.duration = Duration::fromSi(duration);
    setup.runs = std::clamp(settings.value(key("runs"), setup.runs).toUInt(), 2u, 1'000'000u);
    setup.trials = std::clamp<quint64>(settings.value(key("trials"), quint64{setup.trials}).toULongLong(), 2, 1'000'000'000'000);
    setup.relativeError = std::clamp(settings.value(key("relative_error"), setup.relativeError).toDouble(), 0.0, 0.999);
    return setup;
}

void rememberSetup(const SimulationSetup& setup)
{
    QSettings settings;
    settings.setValue(key("pairs_alone"), setup.what == SimulationSetup::What::Pairs);
    settings.setValue(key("duration_s"), setup.duration ? setup.duration->si() : 0.0);
    settings.setValue(key("runs"), setup.runs);
    settings.setValue(key("trials"), quint64{setup.trials});
    settings.setValue(key("relative_error"), setup.relativeError);
}

} // namespace bellweave::ui
