// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/projection_choice.h"

#include "ui/canvas/network_view.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QToolButton>

namespace bellweave::ui {

ProjectionChoice::ProjectionChoice(NetworkView& view) : QWidget(view.viewport())
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    const std::pair<QString, ProjectionKind> kinds[] = {{tr("World"), ProjectionKind::Equirectangular}, {tr("Globe"), ProjectionKind::Globe}};
    for (const auto& [name, kind] : kinds) {
        auto* button = new QToolButton(this);
        button->setText(name);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(projectionName(kind));
        const auto follow = [&view, button, kind = kind] { button->setChecked(view.projection() == kind); };
        follow();
        connect(button, &QToolButton::clicked, this, [&view, follow, kind = kind] {
            view.setProjection(kind);
            follow();
        });
        connect(&view, &NetworkView::projectionChanged, button, follow);
        line->addWidget(button);
    }
    move(10, 10);
    followMeasures(*this, [this] {
        for (QToolButton* button : findChildren<QToolButton*>()) button->setFont(uiFont(12.5));
        layout()->activate();
        adjustSize();
    });
}

} // namespace bellweave::ui
