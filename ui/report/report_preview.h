// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_pages.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <map>

namespace bellweave::ui {

/// The sheets of a report below each other, as they will be printed. Only what is in view is painted.
class ReportPreview : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ReportPreview(QWidget* parent = nullptr);

    /// Shows other sheets; the place in the report stays.
    void show(std::shared_ptr<const ReportPages> pages);
    int pages() const { return m_pages ? m_pages->count() : 0; }
    /// The page at the top of the view, from 0.
    int currentPage() const;
    void goTo(ReportPart part);
    /// To the first row of an element; false when there is none.
    bool goTo(const ElementRef& element);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    double scale() const;
    double pageStep() const;
    void arrange();
    void describe();
    const QPixmap& picture(int page);

    std::shared_ptr<const ReportPages> m_pages;
    std::map<int, QPixmap> m_pictures;
};

} // namespace bellweave::ui
