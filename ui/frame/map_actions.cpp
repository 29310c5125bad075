// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/map_actions.h"

#include "ui/canvas/network_view.h"
#include "ui/session/actions.h"

#include <QSettings>

namespace bellweave::ui {
namespace {

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

} // namespace

void connectMapActions(NetworkView& view, const Actions& actions)
{
    connectProjections(view, actions);
    view.setLayers(rememberedLayers());
}

} // namespace bellweave::ui
