// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/lens.h"

#include "model/base/units.h"
#include "ui/canvas/network_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostLenses = 3;
constexpr QSize kSize(248, 212);
constexpr int kGap = 12;

/// The site that gives a lens its name: the most important of those it shows.
QString leadingName(const NetworkView& view)
{
    const SiteItem* lead = nullptr;
    for (const auto& [id, site] : view.networkScene().sites()) {
        if (!view.viewport()->rect().contains(view.camera().nearestToScreen(site.point).toPoint())) continue;
        if (!lead || site.role < lead->role) lead = &site;
    }
    return lead ? view.session().network().sites.find(lead->id)->displayName() : QString();
}

} // namespace

Lens::Lens(NetworkView& main, const QRectF& area)
    : QFrame(main.viewport()), m_main(main), m_view(new NetworkView(main.session(), main, this)), m_title(new QLabel(this)),
      m_factor(new QLabel(this))
{
    setCursor(Qt::ArrowCursor);
    auto* close = new QToolButton(this);
    close->setIcon(themedIcon(Icon::Close));
    close->setAutoRaise(true);
    close->setFixedSize(buttonSide(24), buttonSide(24));
    close->setToolTip(tr("Closes the lens"));
    close->setAccessibleName(tr("Close the lens"));
    m_title->setFont(uiFont(11.5, QFont::DemiBold));
    m_factor->setFont(uiFont(11.5));
    m_factor->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 1, 2, 1);
    head->addWidget(m_title, 1);
    head->addWidget(m_factor);
    head->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    resize(kSize * textScale());
    show();    // a hidden view does not know its size yet
    const Projection& projection = main.networkScene().projection();
    m_view->setProjection(projection.turns() ? ProjectionKind::Mercator : projection.kind());
    m_view->showArea(projection.inverse(area.topLeft()), projection.inverse(area.bottomRight()));
    connect(close, &QToolButton::clicked, this, &Lens::closeRequested);
    connect(m_view, &NetworkView::scaleChanged, this, &Lens::nameIt);
    connect(m_view, &NetworkView::scaleChanged, this, &Lens::moved);
    connect(&main, &NetworkView::scaleChanged, this, &Lens::nameIt);
    connect(&main, &NetworkView::toolChanged, this, [this](ToolKind kind) {
        if (m_view->toolKind() != kind) m_view->setTool(kind);
    });
    connect(m_view, &NetworkView::toolChanged, this, [this](ToolKind kind) {
        if (m_main.toolKind() != kind) m_main.setTool(kind);
    });
    connect(m_view, &NetworkView::cursorMoved, &main, &NetworkView::cursorMoved);
    connect(m_view, &NetworkView::fieldRequested, &main, &NetworkView::fieldRequested);
    connect(m_view, &NetworkView::reportRequested, &main, &NetworkView::reportRequested);
    connect(m_view, &NetworkView::inspectorRequested, &main, &NetworkView::inspectorRequested);
    connect(&main, &NetworkView::layersChanged, this, &Lens::follow);
    connect(&main, &NetworkView::linkMeasureChanged, this, &Lens::follow);
    m_view->setTool(main.toolKind());
    follow();
    nameIt();
}

void Lens::follow()
{
    m_view->setLayers(m_main.layers());
    m_view->setLinkMeasure(m_main.linkMeasure());
}

void Lens::nameIt()
{
    const QString name = leadingName(*m_view);
    m_title->setText(name.isEmpty() ? tr("Lens") : tr("Lens: %1").arg(QFontMetrics(m_title->font()).elidedText(name, Qt::ElideMiddle, textRoom(130))));
    const double factor = m_main.metersPerPixel() / m_view->metersPerPixel();
    m_factor->setText(tr("%1×", "magnification").arg(formatNumber(factor, 2)));
    m_view->setAccessibleName(m_title->text());
}

QPolygonF Lens::seenArea() const
{
    const QRectF seen(m_view->viewport()->rect());
    const Projection& main = m_main.networkScene().projection();
    QPolygonF corners;
    for (const QPointF& corner : {seen.topLeft(), seen.topRight(), seen.bottomRight(), seen.bottomLeft()}) {
        const GeoPosition place = m_view->networkScene().projection().inverse(m_view->camera().toMap(corner));
        if (!main.shows(place)) return {};
        corners << m_main.camera().nearestToScreen(main.forward(place));
    }
    return corners;
}

void Lens::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setPen(theme().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(0, m_view->y() - 1, width(), 1, theme().line);
}

void Lens::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_grip = event->pos();
    raise();
}

void Lens::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton)) return;
    const QRect room = parentWidget()->rect().adjusted(0, 0, -width(), -height());
    const QPoint wanted = pos() + event->pos() - m_grip;
    move(qBound(0, wanted.x(), std::max(room.right(), 0)), qBound(0, wanted.y(), std::max(room.bottom(), 0)));
    Q_EMIT moved();
}

Lenses::Lenses(NetworkView& main) : QObject(&main), m_main(main) {}

Lens* Lenses::open(const QRectF& area)
{
    if (m_lenses.size() == kMostLenses) {
        Q_EMIT m_main.session().noticed(tr("Three lenses are open. Close one to open another."));
        return nullptr;
    }
    auto* lens = new Lens(m_main, area);
    lens->move(freePlace(lens->size()));
    connect(lens, &Lens::moved, this, &Lenses::changed);
    connect(lens, &Lens::closeRequested, this, [this, lens] {
        std::erase(m_lenses, lens);
        end(*lens);
        Q_EMIT changed();
    });
    m_lenses.push_back(lens);
    Q_EMIT changed();
    return lens;
}

void Lenses::closeAll()
{
    for (Lens* lens : std::exchange(m_lenses, {})) end(*lens);
}

/// It lives on for a moment and must not follow any more.
void Lenses::end(Lens& lens)
{
    m_main.disconnect(&lens);
    lens.view().disconnect(&lens);
    lens.hide();
    lens.deleteLater();
}

/// Down the left edge and the right one where no other overlay is and the fewest sites are covered; else anywhere beside them.
QPoint Lenses::freePlace(QSize size) const
{
    const std::vector<QRectF> taken = m_main.overlayBoxes();
    const QSize page = m_main.viewport()->size();
    const auto isFree = [&](QPoint at) {
        return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(QRectF(at, size)); });
    };
    std::vector<QPointF> sites;
    for (const auto& [id, site] : m_main.networkScene().sites()) sites.push_back(m_main.camera().nearestToScreen(site.point));
    std::optional<QPoint> best;
    std::ptrdiff_t fewest = 0;
    const auto consider = [&](QPoint at) {
        if (!isFree(at)) return;
        const auto covered = std::count_if(sites.begin(), sites.end(), [&](QPointF site) { return QRectF(at, size).contains(site); });
        if (best && covered >= fewest) return;
        best = at;
        fewest = covered;
    };
    for (const int x : {kGap, page.width() - size.width() - kGap})
        for (int y = kGap; y + size.height() + kGap <= page.height(); y += kGap) consider({x, y});
    for (int x = kGap; !best && x + size.width() + kGap <= page.width(); x += kGap)
        for (int y = kGap; !best && y + size.height() + kGap <= page.height(); y += kGap) consider({x, y});
    return best.value_or(QPoint(kGap, kGap));
}

std::vector<QRectF> Lenses::boxes() const
{
    std::vector<QRectF> boxes;
    for (const Lens* lens : m_lenses) boxes.emplace_back(lens->geometry());
    return boxes;
}

void Lenses::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Lens* lens : m_lenses) {
        const QPolygonF area = lens->seenArea();
        if (area.isEmpty()) continue;
        painter.setPen(QPen(theme().textSecond, 1.0, Qt::DashLine));
        painter.drawPolygon(area);
        painter.setPen(QPen(theme().textSecond, 1.0, Qt::DotLine));
        painter.drawLine(QRectF(lens->geometry()).center(), area.boundingRect().center());
    }
    painter.restore();
}

} // namespace bellweave::ui
