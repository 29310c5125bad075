// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

#include <QListWidget>

namespace bellweave::ui {

/// The outline of a report: chapters ticked and ordered. Dragged by the pointer, moved by Alt with an arrow, ticked by Space.
/// Remembers both from one report to the next.
class ChapterList : public QListWidget {
    Q_OBJECT
public:
    explicit ChapterList(QWidget* parent = nullptr);

    /// The ticked chapters, top to bottom.
    std::vector<ReportPart> chapters() const;
    ReportPart current() const;
    /// Moves the current chapter by so many rows, as far as there are some.
    void moveCurrent(int rows);

    QSize sizeHint() const override { return {240, 320}; }

Q_SIGNALS:
    /// Ticks or order are others now.
    void chaptersChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void restore();
    void remember();
};

} // namespace bellweave::ui
