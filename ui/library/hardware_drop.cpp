// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/hardware_drop.h"

#include "model/edit/preset_edits.h"
#include "ui/canvas/network_view.h"
#include "ui/library/hardware.h"

#include <QDropEvent>
#include <QPainter>

namespace bellweave::ui {

namespace {

ElementRef elementOf(const SnapTarget& target)
{
    if (const auto* site = std::get_if<SiteId>(&target.what)) return *site;
    const auto* spot = std::get_if<LinkSpot>(&target.what);
    return spot ? ElementRef(spot->link) : ElementRef();
}

} // namespace

HardwareDrop::HardwareDrop(NetworkView& view) : QWidget(view.viewport()), m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    view.viewport()->setAcceptDrops(true);
    view.viewport()->installEventFilter(this);
}

bool HardwareDrop::eventFilter(QObject* object, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::DragLeave) end();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop) return QWidget::eventFilter(object, event);
    auto& drag = static_cast<QDropEvent&>(*event);
    if (!draggedPreset(drag.mimeData())) return false;
    drag.acceptProposedAction();
    type == QEvent::Drop ? drop(drag) : follow(drag);
    return true;
}

std::optional<SnapTarget> HardwareDrop::targetAt(QPointF screen) const
{
    SnapWishes wishes;
    wishes.places = false;
    return snapTarget(m_view.networkScene(), m_view.camera(), screen, wishes);
}

/// Rings only what takes the preset; elsewhere the drop will say why not.
void HardwareDrop::follow(QDropEvent& event)
{
    const Preset& preset = *draggedPreset(event.mimeData());
    m_target = targetAt(event.position());
    if (m_target && presetPlace(m_view.session().network(), elementOf(*m_target), preset.kind).isEmpty()) m_target.reset();
    setGeometry(m_view.viewport()->rect());
    show();
    raise();
    update();
}

void HardwareDrop::drop(QDropEvent& event)
{
    const Preset& preset = *draggedPreset(event.mimeData());
    const std::optional<SnapTarget> target = targetAt(event.position());
    end();
    const ElementSet elements = target ? setOf(elementOf(*target)) : ElementSet();
    if (elements.isEmpty() && preset.kind != u"cost")
        Q_EMIT m_view.session().noticed(tr("Drop hardware on a site or a link."));
    else if (applyHardware(m_view.session(), elements, preset) && target)
        m_view.session().select(elements);
}

void HardwareDrop::end()
{
    m_target.reset();
    hide();
}

void HardwareDrop::paintEvent(QPaintEvent*)
{
    if (!m_target) return;
    QPainter painter(this);
    paintSnap(painter, m_view.camera(), *m_target);
}

} // namespace bellweave::ui
