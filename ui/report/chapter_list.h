// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ordered_list.h"
#include "ui/report/report.h"

namespace bellweave::ui {

class Session;

/// The outline of a report: chapters ticked and ordered. The design keeps both, as one step of undo; the program remembers them
/// for designs that say nothing.
class ChapterList : public OrderedList {
    Q_OBJECT
public:
    explicit ChapterList(Session& session, QWidget* parent = nullptr);

    /// The ticked chapters, top to bottom.
    std::vector<ReportPart> chapters() const;
    ReportPart current() const;

    QSize sizeHint() const override { return {240, 320}; }

Q_SIGNALS:
    /// Ticks or order are others now.
    void chaptersChanged();

private:
    void restore();
    void remember();
    void keep();

    Session& m_session;
    int m_gesture;
};

} // namespace bellweave::ui
