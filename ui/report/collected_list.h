// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ordered_list.h"
#include "ui/report/report_collection.h"

namespace bellweave::ui {

/// The plots that were added to the report, as they follow each other there. Delete takes the current one out.
class CollectedList : public OrderedList {
    Q_OBJECT
public:
    /// Writes what is done into the session's collection.
    explicit CollectedList(Session& session, QWidget* parent = nullptr);

    void removeCurrent();
    QSize sizeHint() const override { return {240, 96}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void write();

    Session& m_session;
    std::vector<CollectedPlot> m_plots;    ///< as the list was filled; rows know their index in it
};

} // namespace bellweave::ui
