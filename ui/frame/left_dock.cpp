// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/left_dock.h"

#include "ui/frame/dock_rail.h"
#include "ui/frame/overlay_panel.h"
#include "ui/frame/region_cycle.h"
#include "ui/frame/side_tabs.h"
#include "ui/style/measures.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QSettings>

namespace bellweave::ui {
namespace {

constexpr int kOverlayWidth = 260;
constexpr int kRoomForDock = 1280;    // px: in narrower pages it becomes a rail
const QString kShown = QStringLiteral("_shown");
const QString kPinned = QStringLiteral("_pinned");

} // namespace

LeftDock::LeftDock(const Parts& parts, QWidget& map, QWidget& page, const QString& key)
    : QObject(&page), m_parts(parts), m_map(map), m_page(page), m_overlay(new OverlayPanel(parts.rail, map, &page)), m_key(key)
{
    auto* column = new QVBoxLayout(&m_parts.holder);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* ground : std::initializer_list<QWidget*>{&m_parts.holder, &m_parts.tabs}) {
        ground->setAutoFillBackground(true);
        ground->setBackgroundRole(QPalette::AlternateBase);
    }
    column->addWidget(&m_parts.tabs);
    m_parts.rail.installEventFilter(this);
    connect(m_overlay, &OverlayPanel::closed, this, [this] { m_parts.rail.markOpen(nullptr); });
    arrange();
}

bool LeftDock::isBesideMap() const { return m_narrow ? m_pinned : m_shown; }

bool LeftDock::isOpenOverMap() const { return m_overlay->isVisible(); }

void LeftDock::toggle()
{
    bool& wanted = m_narrow ? m_pinned : m_shown;
    wanted = !wanted;
    arrange();
}

void LeftDock::arrange()
{
    const bool isRail = m_narrow && !m_pinned;
    QWidget* focused = m_parts.tabs.isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    m_overlay->close();
    if (focused) m_map.setFocus(Qt::OtherFocusReason);
    if (isRail) m_overlay->hold(&m_parts.tabs);
    else m_parts.holder.layout()->addWidget(&m_parts.tabs);
    m_parts.tabs.show();
    m_parts.tabsFrame.setVisible(isBesideMap());
    m_parts.railFrame.setVisible(isRail);
    if (focused && focused->isVisible()) focused->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged();
}

void LeftDock::open(QWidget* page)
{
    m_parts.tabs.showPage(page);
    if (m_narrow && !m_pinned) {
        placeOverlay();
        m_overlay->open();
        m_parts.rail.markOpen(page);
    } else if (!isBesideMap()) {
        toggle();
    }
    focusInside(*page);
}

void LeftDock::openOrClose(QWidget* page)
{
    if (isOpenOverMap() && page->isVisible()) close();
    else open(page);
}

void LeftDock::close() { m_overlay->close(); }

void LeftDock::fitInto(int width)
{
    const bool narrow = width < textRoom(kRoomForDock);
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    // After the docks have got their new sizes: one shown in the middle of that may get no room at all.
    QMetaObject::invokeMethod(this, &LeftDock::arrange, Qt::QueuedConnection);
}

void LeftDock::reset()
{
    m_shown = true;
    m_pinned = false;
    arrange();
}

void LeftDock::save() const
{
    QSettings settings;
    settings.setValue(m_key + kShown, m_shown);
    settings.setValue(m_key + kPinned, m_pinned);
}

void LeftDock::restore()
{
    const QSettings settings;
    m_shown = settings.value(m_key + kShown, true).toBool();
    m_pinned = settings.value(m_key + kPinned, false).toBool();
    arrange();
}

void LeftDock::placeOverlay()
{
    const DockRail& rail = m_parts.rail;
    const QRect beside(rail.mapTo(&m_page, QPoint(0, 0)), rail.size());
    const bool mirrored = m_page.layoutDirection() == Qt::RightToLeft;
    const int width = qMax(textRoom(kOverlayWidth), m_overlay->minimumSizeHint().width());
    const int left = mirrored ? beside.left() - width : beside.right() + 1;
    m_overlay->setGeometry(left, beside.top(), width, beside.height());
}

bool LeftDock::eventFilter(QObject* object, QEvent* event)
{
    if (isOpenOverMap() && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) placeOverlay();
    return QObject::eventFilter(object, event);
}

} // namespace bellweave::ui
