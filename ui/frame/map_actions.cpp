// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/map_actions.h"

#include "ui/canvas/network_view.h"
#include "ui/session/actions.h"

#include <QSettings>

namespace bellweave::ui {
namespace {

const QString kMeasureKey = QStringLiteral("map/color_links_by");
const QString kProjectionKey = QStringLiteral("map/projection");

/// An action that makes one choice among several.
template<typename Choice>
struct ChoiceAction {
    ActionId action;
    Choice choice;
    const char* key;   ///< in the settings
};
constexpr ChoiceAction<ProjectionKind> kProjections[] = {{ActionId::Equirectangular, ProjectionKind::Equirectangular, "equirectangular"},
                                                         {ActionId::Mercator, ProjectionKind::Mercator, "mercator"},
                                                         {ActionId::EqualEarth, ProjectionKind::EqualEarth, "equal-earth"},
                                                         {ActionId::Globe, ProjectionKind::Globe, "globe"}};
constexpr ChoiceAction<LinkMeasure> kMeasures[] = {{ActionId::ColorByFidelity, LinkMeasure::Fidelity, "fidelity"},
                                                   {ActionId::ColorByRate, LinkMeasure::Rate, "rate"},
                                                   {ActionId::ColorByLoss, LinkMeasure::Loss, "loss"},
                                                   {ActionId::ColorByMargin, LinkMeasure::Margin, "margin"},
                                                   {ActionId::ColorByCost, LinkMeasure::Cost, "cost"}};

/// How the view is asked and told about a choice.
template<typename Choice>
struct ViewChoice {
    Choice (NetworkView::*now)() const;
    void (NetworkView::*choose)(Choice);
    void (NetworkView::*changed)(Choice);
    QString settingsKey;
};

/// Takes up the choice of the last session, then lets the actions make it and follow it, wherever else it is made.
template<typename Choice, std::size_t Count>
void connectChoice(NetworkView& view, const Actions& actions, const ChoiceAction<Choice> (&rows)[Count], const ViewChoice<Choice>& of, const std::function<NetworkView*()>& shown = {})
{
    const QString last = QSettings().value(of.settingsKey).toString();
    for (const auto& row : rows) {
        QAction* action = actions[row.action];
        const QString name = QString::fromLatin1(row.key);
        if (name == last) (view.*of.choose)(row.choice);
        QObject::connect(action, &QAction::triggered, &view, [&view, shown, choose = of.choose, choice = row.choice] {
            NetworkView* other = shown ? shown() : nullptr;
            ((other ? *other : view).*choose)(choice);
        });
        QObject::connect(&view, of.changed, action, [action, choice = row.choice, name, key = of.settingsKey](Choice now) {
            if (now != choice) return;
            action->setChecked(true);
            QSettings().setValue(key, name);
        });
    }
    for (const auto& row : rows) actions[row.action]->setChecked(row.choice == (view.*of.now)());
}

struct OverlayAction {
    ActionId action;
    Overlay overlay;
    const char* key;   ///< in the settings
};
constexpr OverlayAction kOverlayActions[] = {{ActionId::ShowLegend, Overlay::Legend, "map/overlays/legend"},
                                             {ActionId::ShowScaleBar, Overlay::ScaleBar, "map/overlays/scale_bar"},
                                             {ActionId::ShowZoomButtons, Overlay::ZoomButtons, "map/overlays/zoom_buttons"},
                                             {ActionId::ShowCallout, Overlay::Callout, "map/overlays/callout"},
                                             {ActionId::ShowOverview, Overlay::Overview, "map/overlays/overview"}};

void connectOverlays(NetworkView& view, const Actions& actions)
{
    for (const auto& [id, overlay, key] : kOverlayActions) {
        QAction* action = actions[id];
        const QString name = QString::fromLatin1(key);
        if (const QVariant wish = QSettings().value(name); wish.isValid()) view.setOverlayShown(overlay, wish.toBool());
        const auto follow = [&view, action, overlay = overlay] { action->setChecked(view.isOverlayShown(overlay)); };
        QObject::connect(action, &QAction::triggered, &view, [&view, overlay = overlay, name](bool shown) {
            view.setOverlayShown(overlay, shown);
            QSettings().setValue(name, shown);
        });
        QObject::connect(&view, &NetworkView::overlaysChanged, action, follow);
        follow();
    }
}

} // namespace

void markProjection(const NetworkView& view, const Actions& actions)
{
    for (const auto& row : kProjections)
        if (row.choice == view.projection()) actions[row.action]->setChecked(true);
}

void connectMapActions(NetworkView& view, const Actions& actions, const std::function<NetworkView*()>& shown)
{
    connectChoice<ProjectionKind>(view, actions, kProjections,
                                  {&NetworkView::projection, &NetworkView::setProjection, &NetworkView::projectionChanged, kProjectionKey}, shown);
    connectChoice<LinkMeasure>(view, actions, kMeasures,
                               {&NetworkView::linkMeasure, &NetworkView::setLinkMeasure, &NetworkView::linkMeasureChanged, kMeasureKey});
    connectOverlays(view, actions);
    view.setLayers(rememberedLayers());
}

void followMap(NetworkView& follower, const NetworkView& leader)
{
    follower.setProjection(leader.projection());
    QObject::connect(&leader, &NetworkView::projectionChanged, &follower, &NetworkView::setProjection);
    followLayers(follower, leader);
}

void followLayers(NetworkView& follower, const NetworkView& leader)
{
    follower.setLinkMeasure(leader.linkMeasure());
    follower.setLayers(leader.layers());
    QObject::connect(&leader, &NetworkView::linkMeasureChanged, &follower, &NetworkView::setLinkMeasure);
    QObject::connect(&leader, &NetworkView::layersChanged, &follower, [&follower, &leader] { follower.setLayers(leader.layers()); });
}

} // namespace bellweave::ui
