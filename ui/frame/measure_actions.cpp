// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/measure_actions.h"

#include "ui/session/actions.h"
#include "ui/style/measures.h"

#include <array>

namespace bellweave::ui {
namespace {

constexpr int kTextStep = 10;    // %
constexpr std::array kDensityActions{ActionId::DensityCompact, ActionId::DensityNormal, ActionId::DensityRoomy};

void chooseDensity(Density wanted)
{
    setDensity(wanted);
    rememberMeasures();
}

/// Nothing larger than the largest.
void showWhatIsLeft(const Actions& actions)
{
    actions[ActionId::LargerText]->setEnabled(textPercent() < kLargestTextPercent);
    actions[ActionId::SmallerText]->setEnabled(textPercent() > kSmallestTextPercent);
    actions[kDensityActions[static_cast<std::size_t>(density())]]->setChecked(true);
}

} // namespace

void chooseText(int percent)
{
    setTextPercent(percent);
    rememberMeasures();
}

void connectMeasureActions(const Actions& actions)
{
    const auto connectTo = [&](ActionId id, auto choose) { QObject::connect(actions[id], &QAction::triggered, actions[id], choose); };
    connectTo(ActionId::LargerText, [] { chooseText(textPercent() + kTextStep); });
    connectTo(ActionId::SmallerText, [] { chooseText(textPercent() - kTextStep); });
    connectTo(ActionId::UsualText, [] { chooseText(100); });
    for (std::size_t at = 0; at < kDensityActions.size(); ++at)
        connectTo(kDensityActions[at], [at] { chooseDensity(static_cast<Density>(at)); });
    followMeasures(*actions[ActionId::UsualText], [&actions] { showWhatIsLeft(actions); });
}

} // namespace bellweave::ui
