// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/map_actions.h"

#include "ui/canvas/network_view.h"
#include "ui/session/actions.h"

#include <QSettings>

namespace bellweave::ui {
namespace {

const QString kMeasureKey = QStringLiteral("map/color_links_by");
const QString kProjectionKey = QStringLiteral("map/projection");

struct ProjectionAction {
    ActionId action;
    ProjectionKind kind;
    const char* key;   ///< in the settings
};
constexpr ProjectionAction kProjections[] = {{ActionId::Equirectangular, ProjectionKind::Equirectangular, "equirectangular"},
                                             {ActionId::Mercator, ProjectionKind::Mercator, "mercator"},
                                             {ActionId::EqualEarth, ProjectionKind::EqualEarth, "equal-earth"},
                                             {ActionId::Globe, ProjectionKind::Globe, "globe"}};

void connectProjections(NetworkView& view, const Actions& actions)
{
    const QString last = QSettings().value(kProjectionKey).toString();
    for (const auto& [id, kind, key] : kProjections) {
        QAction* action = actions[id];
        const QString name = QString::fromLatin1(key);
        if (name == last) view.setProjection(kind);
        QObject::connect(action, &QAction::triggered, &view, [&view, kind = kind, name] {
            view.setProjection(kind);
            QSettings().setValue(kProjectionKey, name);
        });
        QObject::connect(&view, &NetworkView::projectionChanged, action, [action, kind = kind](ProjectionKind now) {
            action->setChecked(now == kind);
        });
    }
    for (const auto& [id, kind, key] : kProjections) actions[id]->setChecked(kind == view.projection());
}

struct MeasureAction {
    ActionId action;
    LinkMeasure measure;
    const char* key;   ///< in the settings
};
constexpr MeasureAction kMeasures[] = {{ActionId::ColorByFidelity, LinkMeasure::Fidelity, "fidelity"},
                                       {ActionId::ColorByRate, LinkMeasure::Rate, "rate"},
                                       {ActionId::ColorByLoss, LinkMeasure::Loss, "loss"},
                                       {ActionId::ColorByMargin, LinkMeasure::Margin, "margin"},
                                       {ActionId::ColorByCost, LinkMeasure::Cost, "cost"}};

void connectMeasures(NetworkView& view, const Actions& actions)
{
    const QString last = QSettings().value(kMeasureKey).toString();
    for (const auto& [id, measure, key] : kMeasures) {
        QAction* action = actions[id];
        const QString name = QString::fromLatin1(key);
        if (name == last) view.setLinkMeasure(measure);
        QObject::connect(action, &QAction::triggered, &view, [&view, measure = measure] { view.setLinkMeasure(measure); });
        QObject::connect(&view, &NetworkView::linkMeasureChanged, action, [action, measure = measure, name](LinkMeasure now) {
            if (now != measure) return;
            action->setChecked(true);
            QSettings().setValue(kMeasureKey, name);
        });
    }
    for (const auto& [id, measure, key] : kMeasures) actions[id]->setChecked(measure == view.linkMeasure());
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

void connectMapActions(NetworkView& view, const Actions& actions)
{
    connectProjections(view, actions);
    connectMeasures(view, actions);
    connectOverlays(view, actions);
    view.setLayers(rememberedLayers());
}

} // namespace bellweave::ui
