// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/repeater_tool.h"

#include "ui/canvas/network_view.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLineF>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr int kMostRepeaters = 12;
constexpr double kPixelsPerRepeater = 24.0;

} // namespace

LinkId RepeaterTool::linkAt(QPointF screen) const
{
    for (const ElementRef& hit : view().networkScene().hits(view().camera(), screen))
        if (const auto* link = std::get_if<LinkId>(&hit)) return *link;
    return {};
}

void RepeaterTool::press(const Pointer& pointer)
{
    m_pressed = m_mouse = pointer.screen;
    m_link = linkAt(pointer.screen);
    m_count = 0;
    if (m_link.isValid()) m_insertion.emplace(view().session(), m_link);
    else Q_EMIT view().session().noticed(QCoreApplication::translate("Canvas", "Repeaters go into a link: press on one and drag."));
}

void RepeaterTool::move(const Pointer& pointer)
{
    m_mouse = pointer.screen;
    view().viewport()->update();
    if (!m_insertion) return;
    const double way = QLineF(m_pressed, pointer.screen).length();
    const int count = std::clamp(static_cast<int>(way / kPixelsPerRepeater), 0, kMostRepeaters);
    if (count == m_count) return;
    m_count = count;
    m_insertion->setCount(count);
}

void RepeaterTool::release(const Pointer&)
{
    const bool isClick = m_insertion && m_count == 0;
    m_insertion.reset();
    view().viewport()->update();
    if (isClick && view().session().network().links.find(m_link)) view().askRepeaters(m_link);
}

bool RepeaterTool::keyPress(const QKeyEvent& event)
{
    const std::set<LinkId>& links = view().session().selection().links;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!isEnter || links.size() != 1) return false;
    view().askRepeaters(*links.begin());
    return true;
}

bool RepeaterTool::cancel()
{
    const bool active = m_insertion.has_value();
    if (m_insertion) m_insertion->setCount(0);
    m_insertion.reset();
    view().viewport()->update();
    return active;
}

void RepeaterTool::paint(QPainter& painter) const
{
    if (!m_insertion) return;
    const QString text = m_count == 0
        ? QCoreApplication::translate("Canvas", "Drag for repeaters")
        : QCoreApplication::translate("Canvas", "%1, %2", "repeaters, spacing")
              .arg(QCoreApplication::translate("Canvas", "%n repeater(s)", nullptr, m_count), m_insertion->spacing(m_count));
    const QFont font = uiFont(11.5, QFont::DemiBold);
    const QSizeF size = QFontMetricsF(font).size(Qt::TextSingleLine, text) + QSizeF(16, 10);
    const QSizeF page = view().viewport()->size();
    const QPointF wanted = m_mouse + QPointF(14, 14);
    const QRectF box(QPointF(std::min(wanted.x(), page.width() - size.width() - 4), std::min(wanted.y(), page.height() - size.height() - 4)), size);
    painter.setPen(QPen(theme().accent, 1.0));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    painter.setPen(theme().text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace bellweave::ui
