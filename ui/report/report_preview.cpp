// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_preview.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace bellweave::ui {

namespace {

constexpr double kMargin = 16.0;          // px around and between the sheets
constexpr double kLargestScale = 1.5;
constexpr std::size_t kKeptPictures = 6;

} // namespace

ReportPreview::ReportPreview(QWidget* parent) : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
}

double ReportPreview::scale() const
{
    return m_pages ? std::min(kLargestScale, (viewport()->width() - 2 * kMargin) / m_pages->size().width()) : 1.0;
}

/// From the top of a sheet to the top of the next.
double ReportPreview::pageStep() const { return m_pages->size().height() * scale() + kMargin; }

void ReportPreview::show(std::shared_ptr<const ReportPages> pages)
{
    m_pages = std::move(pages);
    arrange();
}

void ReportPreview::arrange()
{
    m_pictures.clear();
    if (!m_pages) return;
    const double whole = pageStep() * m_pages->count() + kMargin;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, qRound(whole) - viewport()->height()));
    describe();
    viewport()->update();
}

int ReportPreview::currentPage() const
{
    if (!m_pages) return 0;
    const double middle = verticalScrollBar()->value() + viewport()->height() / 3.0;
    return std::clamp(static_cast<int>(middle / pageStep()), 0, m_pages->count() - 1);
}

void ReportPreview::goTo(ReportPart part)
{
    if (m_pages) verticalScrollBar()->setValue(qRound(m_pages->pageOf(part) * pageStep()));
}

bool ReportPreview::goTo(const ElementRef& element)
{
    constexpr double kAbove = 60.0;    // px of the page that stay in view above the row: the head of its table
    const auto place = m_pages ? m_pages->placeOf(element) : std::nullopt;
    if (place) verticalScrollBar()->setValue(qRound(place->page * pageStep() + std::max(0.0, place->top - kAbove) * scale()));
    return place.has_value();
}

void ReportPreview::describe()
{
    if (m_pages) setAccessibleDescription(tr("Page %1 of %2").arg(currentPage() + 1).arg(m_pages->count()));
}

const QPixmap& ReportPreview::picture(int page)
{
    if (const auto known = m_pictures.find(page); known != m_pictures.end()) return known->second;
    if (m_pictures.size() >= kKeptPictures) m_pictures.clear();
    const double ratio = devicePixelRatioF();
    QPixmap sheet((m_pages->size() * scale() * ratio).toSize());
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.scale(scale() * ratio, scale() * ratio);
    m_pages->paint(painter, page);
    painter.end();
    sheet.setDevicePixelRatio(ratio);
    return m_pictures.emplace(page, std::move(sheet)).first->second;
}

void ReportPreview::paintEvent(QPaintEvent*)
{
    if (!m_pages) return;
    QPainter painter(viewport());
    const QSizeF sheet = m_pages->size() * scale();
    const double left = std::round((viewport()->width() - sheet.width()) / 2);
    for (int page = 0; page < m_pages->count(); ++page) {
        const QRectF area(QPointF(left, std::round(kMargin + page * pageStep() - verticalScrollBar()->value())), sheet);
        if (!area.intersects(viewport()->rect())) continue;
        painter.drawPixmap(area.topLeft(), picture(page));
        painter.setPen(QPen(theme().lineStrong, 1.0));
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

void ReportPreview::resizeEvent(QResizeEvent*) { arrange(); }

void ReportPreview::scrollContentsBy(int, int)
{
    describe();
    viewport()->update();
}

} // namespace bellweave::ui
