// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tab_chain.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace bellweave::ui {
namespace {

void collect(QWidget& widget, std::vector<QWidget*>& found);

void collect(QLayout& layout, std::vector<QWidget*>& found)
{
    for (int at = 0; at < layout.count(); ++at) {
        QLayoutItem* item = layout.itemAt(at);
        if (QWidget* widget = item->widget()) collect(*widget, found);
        else if (QLayout* inner = item->layout()) collect(*inner, found);
    }
}

void collect(QWidget& widget, std::vector<QWidget*>& found)
{
    if ((widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy()) found.push_back(&widget);
    if (const auto* scroller = qobject_cast<QScrollArea*>(&widget); scroller && scroller->widget()) return collect(*scroller->widget(), found);
    if (const auto* split = qobject_cast<QSplitter*>(&widget))
        for (int at = 0; at < split->count(); ++at) collect(*split->widget(at), found);
    if (widget.layout()) collect(*widget.layout(), found);
}

} // namespace

std::vector<QWidget*> focusableInside(QWidget& root)
{
    std::vector<QWidget*> found;
    collect(root, found);
    return found;
}

void chainTabs(const std::vector<QWidget*>& widgets)
{
    for (std::size_t i = 1; i < widgets.size(); ++i) QWidget::setTabOrder(widgets[i - 1], widgets[i]);
}

} // namespace bellweave::ui
