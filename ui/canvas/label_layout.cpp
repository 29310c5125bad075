// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/label_layout.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <array>
#include <unordered_map>
#include <limits>
#include <optional>

namespace bellweave::ui {
namespace {

/// Rectangles by the cells of a grid they lie in: finding an overlap does not look at all of them.
class RectIndex {
public:
    void add(const QRectF& rect)
    {
        forEachCell(rect, [&](quint64 cell) { m_cells[cell].push_back(rect); return false; });
    }
    bool overlaps(const QRectF& rect) const
    {
        return forEachCell(rect, [&](quint64 cell) {
            const auto found = m_cells.find(cell);
            return found != m_cells.end()
                && std::any_of(found->second.begin(), found->second.end(), [&](const QRectF& r) { return r.intersects(rect); });
        });
    }
    /// How many rectangles overlap; those that span cells may count more than once.
    std::ptrdiff_t count(const QRectF& rect) const
    {
        std::ptrdiff_t sum = 0;
        forEachCell(rect, [&](quint64 cell) {
            const auto found = m_cells.find(cell);
            if (found == m_cells.end()) return false;
            sum += std::count_if(found->second.begin(), found->second.end(), [&](const QRectF& r) { return r.intersects(rect); });
            return false;
        });
        return sum;
    }

private:
    static constexpr double kCell = 48.0;
    template<typename Visit>
    static bool forEachCell(const QRectF& rect, Visit visit)
    {
        const auto index = [](double value) { return static_cast<qint32>(std::floor(value / kCell)); };
        for (qint32 x = index(rect.left()); x <= index(rect.right()); ++x)
            for (qint32 y = index(rect.top()); y <= index(rect.bottom()); ++y)
                if (visit((static_cast<quint64>(static_cast<quint32>(x)) << 32) | static_cast<quint32>(y))) return true;
        return false;
    }
    std::unordered_map<quint64, std::vector<QRectF>> m_cells;
};

QSizeF textSize(const QString& text, bool strong)
{
    const QFontMetricsF metrics(uiFont(11.5, strong ? QFont::DemiBold : QFont::Normal));
    return {std::ceil(metrics.horizontalAdvance(text)) + 2, std::ceil(metrics.height())};
}

/// Right, left, the four corners, above, below.
std::array<QRectF, 8> positions(QSizeF size, double gap)
{
    const double w = size.width();
    const double h = size.height();
    const double corner = gap * 0.75;
    return {QRectF({gap, -h / 2}, size),         QRectF({-gap - w, -h / 2}, size),   QRectF({corner, -corner - h}, size),
            QRectF({corner, corner}, size),      QRectF({-corner - w, -corner - h}, size), QRectF({-corner - w, corner}, size),
            QRectF({-w / 2, -gap - h}, size),    QRectF({-w / 2, gap}, size)};
}

std::optional<QRectF> bestBox(const LabelRequest& request, const RectIndex& taken, const RectIndex& lines, const QRectF& page)
{
    std::optional<QRectF> best;
    auto fewest = std::numeric_limits<std::ptrdiff_t>::max();
    for (const QRectF& box : positions(textSize(request.text, request.strong), request.clearance)) {
        const QRectF there = box.translated(request.anchor);
        if (!page.contains(there) || taken.overlaps(there)) continue;
        const auto covered = lines.count(there);
        if (covered >= fewest) continue;
        fewest = covered;
        best = box;
        if (covered == 0) break;
    }
    return best;
}

} // namespace

std::vector<PlacedLabel> layoutLabels(std::vector<LabelRequest> requests, const std::vector<QRectF>& obstacles,
                                      const std::vector<QRectF>& lines, const QRectF& page)
{
    std::stable_sort(requests.begin(), requests.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    RectIndex taken;
    for (const QRectF& obstacle : obstacles) taken.add(obstacle);
    RectIndex lineIndex;
    for (const QRectF& line : lines) lineIndex.add(line);
    std::vector<PlacedLabel> placed;
    for (const LabelRequest& request : requests) {
        if (!page.contains(request.anchor) || request.text.isEmpty()) continue;
        const auto box = bestBox(request, taken, lineIndex, page);
        if (!box) continue;
        taken.add(box->translated(request.anchor));
        placed.push_back({request.element, request.text, *box, request.strong});
    }
    return placed;
}

} // namespace bellweave::ui
